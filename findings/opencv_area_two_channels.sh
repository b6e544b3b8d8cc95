#!/usr/bin/env bash
# opencv-python-headless 4.14.0.94, numpy 2.4.6 (Linux, x86-64)
#
# cv2.resize with INTER_AREA to half width and height rounds means of uint8 pictures half up where they have one,
# three or four channels, but half to even where they have two. So grey with alpha, halved as one picture, is not
# grey and alpha halved each by itself: about one level in eight is darker by one. Other factors are not affected.
#
# Seen, levels that differ from those of single channels, for 1, 2, 3 and 4 channels of noise: 0, 988 of
# 8192, 0, 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    opencv-python-headless==4.14.0.94 numpy==2.4.6
cat >"$folder/show.py" <<'PYTHON'
import sys

import cv2
import numpy as np

picture = np.random.default_rng(0).integers(0, 256, (128, 128, 4), np.uint8)
half = (64, 64)
single = [cv2.resize(picture[:, :, c].copy(), half, interpolation=cv2.INTER_AREA) for c in range(4)]
counts = []
for channels in (1, 2, 3, 4):
    together = cv2.resize(picture[:, :, :channels].copy(), half, interpolation=cv2.INTER_AREA)
    together = together.reshape(64, 64, channels)
    counts.append(sum(int((together[:, :, c] != single[c]).sum()) for c in range(channels)))
print("levels that differ, by channels 1 to 4:", counts)
sums = picture[:, :, :2].astype(int).reshape(64, 2, 64, 2, 2).sum(axis=(1, 3))
two = cv2.resize(picture[:, :, :2].copy(), half, interpolation=cv2.INTER_AREA)
half_up, half_even = (sums + 2) // 4, np.rint(sums / 4).astype(int)
ok = counts[0] == counts[2] == counts[3] == 0 and counts[1] > 0
ok = ok and (two == half_even).all() and (np.dstack(single[:2]) == half_up).all()
sys.exit(0 if ok else 1)
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
