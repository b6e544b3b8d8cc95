#!/usr/bin/env bash
# opencv-python-headless 4.14.0.94 (5.0.0.93 does the same), pillow 13.0.0, numpy 2.4.6 (Linux, x86-64)
#
# A TIFF of 8 bits with transparency, as Pillow, GIMP and ImageMagick write it (ExtraSamples 2: colours as they are,
# alpha beside them), does not come out of cv2.imread as it is: the colours are multiplied by alpha, also with
# IMREAD_UNCHANGED, and alpha is given as well, so whoever lays the picture over a ground multiplies once more. With
# IMREAD_COLOR, which drops alpha, half transparent pixels are half as bright and transparent ones black. The same
# picture as PNG is read exactly; so is a TIFF of 16 bits, unless it is asked for in 8. A fourth channel that is no
# alpha but was saved as RGBA (near infrared, depth) darkens the other three. What is read so and written again stays so.
#
# Seen, for one colour (200, 120, 40) and alpha 255, 128, 0: what becomes of 200
#   png  unchanged [200, 200, 200]  colour [200, 200, 200]
#   tiff unchanged [200, 100, 0]    colour [200, 100, 0]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    opencv-python-headless==4.14.0.94 pillow==13.0.0 numpy==2.4.6
cat >"$folder/show.py" <<'PYTHON'
import sys
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

folder = Path(sys.argv[1])
pixels = np.array([[[200, 120, 40, alpha] for alpha in (255, 128, 0)]], np.uint8)
reds = {}
for suffix in ("png", "tiff"):
    path = folder / f"picture.{suffix}"
    Image.fromarray(pixels).save(path)
    by_pillow = np.asarray(Image.open(path))
    assert (by_pillow == pixels).all(), "Pillow no longer reads what it wrote"
    unchanged = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert unchanged[0, :, 3].tolist() == [255, 128, 0], "alpha is no longer given beside the colours"
    colour = cv2.imread(str(path), cv2.IMREAD_COLOR)
    reds[suffix] = unchanged[0, :, 2].tolist(), colour[0, :, 2].tolist()
    print(f"{suffix:4} unchanged {reds[suffix][0]}  colour {reds[suffix][1]}")
as_it_is, dark = [200, 200, 200], [200, 100, 0]
sys.exit(0 if reds == {"png": (as_it_is, as_it_is), "tiff": (dark, dark)} else 1)
PYTHON
"$folder/venv/bin/python" "$folder/show.py" "$folder"
