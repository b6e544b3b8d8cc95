#!/usr/bin/env bash
# albumentations 2.0.8, numpy 2.2.6, opencv-python-headless 4.12.0.88; Python 3.11, Linux x86-64
#
# Numbers in label_fields, beside boxes or keypoints, come back as others, by every transform and by NoOp, without a word:
# - They go through float32, also where they were int64 and are int64 again. Of ids above 16,777,216 neighbours become one:
#   those of COCO's crowds (900100448263 and the like), of large sets' annotations, tracks by time. What joins masks, tracks
#   or attributes to boxes by such an id after a transform joins another object's.
# - A Compose makes all arrays what the first one was that it met. Where that was uint8, class 300 is 44 from then on; where
#   the first picture's areas or scores were whole numbers, those of all later pictures lose what is behind the point. So it
#   depends on the order of the pictures, and each worker has an order of its own.
# Lists come back as lists of real numbers; texts that are no numbers come back whole.
#
# Seen:
#   ids 16777217, 16777219, 900100448263, 900100448264 of boxes: 16777216, 16777220, 900100456448, 900100456448
#   the same of keypoints: 16777216, 16777220, 900100456448, 900100456448
#   classes 300 and 4 after a picture with uint8: 44, 4; in a new Compose: 300, 4
#   areas 1.5 and 0.25 after a picture with whole ones: 1, 0; in a new Compose: 1.5, 0.25
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
import albumentations as A
import numpy as np

IDS = np.array([16777217, 16777219, 900100448263, 900100448264])
image = np.zeros((64, 64, 3), np.uint8)


def of_boxes():
    """What gives the labels of boxes after a transform that does nothing."""
    pipeline = A.Compose([A.NoOp()], bbox_params=A.BboxParams(format="coco", label_fields=["said"]))
    return lambda said: pipeline(image=image, bboxes=[(4, 4, 20, 20)] * len(said), said=said)["said"]


def text(numbers):
    return ", ".join(f"{number}" for number in numbers.tolist())


points = A.Compose([A.NoOp()], keypoint_params=A.KeypointParams(format="xy", label_fields=["said"]))
ids = of_boxes()(IDS)
ids_of_points = points(image=image, keypoints=[(4, 4)] * len(IDS), said=IDS)["said"]
print(f"ids {text(IDS)} of boxes: {text(ids)}")
print(f"the same of keypoints: {text(ids_of_points)}")
found = []
classes, areas = np.array([300, 4]), np.array([1.5, 0.25])
for name, first, second in (
    ("classes 300 and 4 after a picture with uint8", np.array([3], np.uint8), classes),
    ("areas 1.5 and 0.25 after a picture with whole ones", np.array([400]), areas),
):
    pipeline = of_boxes()
    pipeline(first)
    found += [pipeline(second), of_boxes()(second)]
    print(f"{name}: {text(found[-2])}; in a new Compose: {text(found[-1])}")
changed = [16777216, 16777220, 900100456448, 900100456448]
same = ids.dtype == np.int64 and ids.tolist() == ids_of_points.tolist() == changed
same = same and [numbers.tolist() for numbers in found] == [[44, 4], [300, 4], [1, 0], [1.5, 0.25]]
sys.exit(0 if same else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py"
