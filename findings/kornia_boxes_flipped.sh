#!/usr/bin/env bash
# kornia 0.9.0, torch 2.14.1, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# AugmentationSequential maps the corners of a bbox_xyxy box as if they were centres of pixels, with x -> width - 1
# - x for a flip, but crops, shifts and pads it as edges, and "xyxy" stands for a box whose width is x2 - x1. So a
# tight box is tight after a crop or a pad, and lies one pixel too far left or up after a flip or a quarter turn:
# of an object 4 pixels wide a quarter lies outside. A resize moves its edges, too. The mask stays right.
#
# Seen, for the lit pixels 4..7 in x and 8..11 in y of a picture of 32 x 32, first as in the mask, then the box:
#   pad to 40 x 40   [4, 8, 8, 12]     [4.0, 8.0, 8.0, 12.0]
#   horizontal flip  [24, 8, 28, 12]   [23.0, 8.0, 27.0, 12.0]   IoU 0.60
#   vertical flip    [4, 20, 8, 24]    [4.0, 19.0, 8.0, 23.0]    IoU 0.60
#   quarter turn     [8, 24, 12, 28]   [8.0, 23.0, 12.0, 27.0]   IoU 0.60
#   resize to double [8, 16, 16, 24]   [8.1, 16.3, 16.3, 24.4]   IoU 0.88
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check kornia==0.9.0 torch==2.14.1 numpy==2.4.6
cat >"$place/show.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import kornia.augmentation as augmentation
import numpy as np
import torch

STEPS = {
    "pad to 40 x 40": augmentation.PadTo((40, 40)),
    "horizontal flip": augmentation.RandomHorizontalFlip(p=1.0),
    "vertical flip": augmentation.RandomVerticalFlip(p=1.0),
    "quarter turn": augmentation.RandomRotation90((1, 1), p=1.0),
    "resize to double": augmentation.Resize((64, 64)),
}


def overlap(one, other):
    low, high = np.maximum(one[:2], other[:2]), np.minimum(one[2:], other[2:])
    common = np.prod(np.maximum(high - low, 0))
    return common / (np.prod(one[2:] - one[:2]) + np.prod(other[2:] - other[:2]) - common)


shares = []
for name, step in STEPS.items():
    image = torch.zeros(1, 1, 32, 32)
    image[..., 8:12, 4:8] = 1
    chain = augmentation.AugmentationSequential(step, data_keys=["input", "mask", "bbox_xyxy"])
    _, mask, box = chain(image, image.clone(), torch.tensor([[[4.0, 8.0, 8.0, 12.0]]]))
    rows, columns = np.nonzero(mask[0, 0].numpy() > 0.5)
    lit = np.array([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1])
    given = box.reshape(4).numpy()
    shares.append(overlap(lit, given))
    print(f"{name:17}{lit.tolist()!s:18} {[round(float(v), 1) for v in given]!s:26} IoU {shares[-1]:.2f}")
sys.exit(0 if np.allclose(shares, [1, 0.6, 0.6, 0.6, 0.88], atol=0.01) else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py"
