#!/usr/bin/env bash
# albumentations 2.0.8, numpy 2.2.6, opencv-python-headless 4.12.0.88; Python 3.11, Linux x86-64
#
# Instances with boxes and masks come apart: a box that a crop leaves nothing of is taken out with its label, its mask
# stays, all zeros. The lists then have different lengths, and from there on each box has the mask of the one before.
# Nothing is said. (A label that carries each mask's number through the boxes helps.)
#
# A keypoint in the right half of the last column is in the picture (up to, but not including, 100 of 100 pixels), but a
# flip takes it to 99 - x, left of 0, where it is taken out, and with it the order of those that come after it.
#
# Seen, where a crop keeps the second of two objects, and for a flip of keypoints 99.4, 50, 10 in 100 columns:
#   labels ['b'], masks of [0, 400] pixels
#   keypoints [49.0, 89.0]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    albumentations==2.0.8 numpy==2.2.6 opencv-python-headless==4.12.0.88
cat >"$place/show.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import albumentations
import numpy as np

image = np.zeros((100, 100, 3), np.uint8)
boxes = [[10, 10, 20, 20], [70, 70, 90, 90]]
masks = []
for left, top, right, bottom in boxes:
    mask = np.zeros((100, 100), np.uint8)
    mask[top:bottom, left:right] = 1
    masks.append(mask)
crop = albumentations.Compose(
    [albumentations.Crop(50, 50, 100, 100)],
    bbox_params=albumentations.BboxParams(format="pascal_voc", label_fields=["labels"]),
)
result = crop(image=image, masks=masks, bboxes=boxes, labels=["a", "b"])
labels, pixels = list(result["labels"]), [int(mask.sum()) for mask in result["masks"]]
print(f"labels {labels}, masks of {pixels} pixels")

flip = albumentations.Compose(
    [albumentations.HorizontalFlip(p=1)], keypoint_params=albumentations.KeypointParams(format="xy")
)
points = flip(image=image, keypoints=[[99.4, 5], [50, 5], [10, 5]])["keypoints"]
columns = [round(float(x), 3) for x, _ in points]
print(f"keypoints {columns}")
sys.exit(0 if labels == ["b"] and pixels == [0, 400] and columns == [49.0, 89.0] else 1)
PYTHON
NO_ALBUMENTATIONS_UPDATE=1 "$place/venv/bin/python" "$place/show.py"
