#!/usr/bin/env bash
# opencv-python-headless 4.14.0.94, numpy 2.4.6; Python 3.11, Linux x86-64
#
# CLAHE widens a picture whose height or width is no multiple of the number of tiles. If only the height is none, the
# width is widened all the same, by one whole pixel for each tile. Expected of 240 x 180 and 8 x 8 tiles: tiles of
# 30 x 23. They are 31 x 23, so that a picture that loses four rows is also equalised in other columns.
#
# Seen, for noise of 240 x 180: largest difference from what the picture gives with its border made by hand
#   4 rows more: 18 levels
#   4 rows and 8 columns more: 0 levels
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check opencv-python-headless==4.14.0.94 numpy==2.4.6
cat >"$place/show.py" <<'PYTHON'
import sys

import cv2
import numpy as np

rows, columns = np.mgrid[0:180, 0:240]
noise = np.random.default_rng(0).integers(0, 64, (180, 240))
picture = (columns * 0.6 + 20 * np.sin(rows / 9) + noise).clip(0, 255).astype(np.uint8)
clahe = cv2.createCLAHE(clipLimit=4, tileGridSize=(8, 8))
wanted = clahe.apply(picture).astype(int)
found = []
for below, beside, words in ((4, 0, "4 rows more"), (4, 8, "4 rows and 8 columns more")):
    wider = cv2.copyMakeBorder(picture, 0, below, 0, beside, cv2.BORDER_REFLECT_101)
    found.append(int(np.abs(clahe.apply(wider)[:180, :240] - wanted).max()))
    print(f"{words}: {found[-1]} levels")
sys.exit(0 if found[0] > 5 and found[1] == 0 else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py"
