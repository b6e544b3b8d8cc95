#!/usr/bin/env bash
# keras 3.15.1, jax 0.10.2, numpy 2.4.6; Python 3.11, Linux x86-64
#
# keras.layers.RandomShear moves boxes by another amount than the picture, unless the picture is square: the picture's
# rows are moved by factor times y pixels, the corners of boxes by factor times y / height * width pixels. In a picture
# twice as wide as high boxes go twice as far as what is in them, with y_factor half as far. In 1920 x 1080, factor 0.2,
# a thing of 100 pixels at the lower border loses its box altogether (168 pixels off). Nothing is said.
#
# Seen, for a rectangle from 60 to 80 across and 70 to 90 down, horizontal shear of 0.3 to either side, left and right
# end of the picture's rectangle, and of the box:
#   100 x 100: 33..59 and 33..59, or 81..107 cut at 100 and the same
#   200 x 100: 33..59 and 6..38, or 81..107 and 102..134
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check keras==3.15.1 jax==0.10.2 numpy==2.4.6
cat >"$place/shear.py" <<'PYTHON'
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


def ends(height, width):
    """Left and right end of the sheared rectangle in the picture, and of its box, for both signs."""
    image = np.zeros((1, height, width, 3), np.float32)
    image[0, 70:90, 60:80] = 255
    found = {}
    for seed in range(20):
        layer = keras.layers.RandomShear(
            x_factor=(0.3, 0.3), y_factor=0.0, fill_mode="constant", bounding_box_format="xyxy", seed=seed
        )
        boxes = {"boxes": np.float32([[[60, 70, 80, 90]]]), "labels": np.zeros((1, 1), np.int32)}
        given = layer({"images": image.copy(), "bounding_boxes": boxes}, training=True)
        columns = np.flatnonzero((np.asarray(given["images"])[0, ..., 0] > 127).any(axis=0))
        box = np.asarray(given["bounding_boxes"]["boxes"])[0, 0]
        left = int(columns[0]) < 60
        found["left" if left else "right"] = (int(columns[0]), int(columns[-1]) + 1), (float(box[0]), float(box[2]))
    return found


worst = {}
for height, width in ((100, 100), (100, 200)):
    found = ends(height, width)
    assert set(found) == {"left", "right"}, "both signs are no longer drawn"
    for side, (picture, box) in found.items():
        print(f"{width} x {height}, {side}: picture {picture[0]}..{picture[1]}, box {box[0]:.0f}..{box[1]:.0f}")
    worst[width] = max(abs(p - b) for picture, box in found.values() for p, b in zip(picture, box))
print(f"farthest apart: square {worst[100]:.1f} pixels, twice as wide {worst[200]:.1f}")
sys.exit(0 if worst[100] <= 1.5 and worst[200] > 15 else 1)
PYTHON
"$place/venv/bin/python" "$place/shear.py" 2>/dev/null
