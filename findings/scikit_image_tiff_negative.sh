#!/usr/bin/env bash
# scikit-image 0.26.0, imageio 2.38.1, tifffile 2026.3.3, Pillow 13.0.0, opencv-python-headless 4.14.0.94, numpy 2.4.6; Python
# 3.11, Linux x86-64
#
# A grey TIFF whose 0 is white (PhotometricInterpretation 0, as scanners, fax and some microscopes write it) comes out of
# skimage.io.imread and imageio.v3.imread as a negative: they give the stored numbers, without a word. Pillow, and what
# reads by it, and OpenCV give it as it is to be seen, at 1 bit as at 8. Of a TIFF with a palette the two give the indices as
# a grey picture of two axes, Pillow and OpenCV the colours. So what is trained by one and used by another sees other pictures,
# and a folder with both kinds of grey files is half negative.
#
# Seen, for a ramp that is white at the left, and one of reds: what becomes of the first four pixels
#   Pillow        white first [255, 239, 223, 207]  palette [[0, 0, 0], [16, 0, 0], [32, 0, 0], [48, 0, 0]]
#   OpenCV        white first [255, 239, 223, 207]  palette [[0, 0, 0], [16, 0, 0], [32, 0, 0], [48, 0, 0]]
#   scikit-image  white first [0, 16, 32, 48]       palette [0, 16, 32, 48]
#   imageio       white first [0, 16, 32, 48]       palette [0, 16, 32, 48]
#   1 bit, the first pixel black: Pillow 0, scikit-image 1
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check scikit-image==0.26.0 imageio==2.38.1 tifffile==2026.3.3 \
    pillow==13.0.0 opencv-python-headless==4.14.0.94 numpy==2.4.6
cat >"$place/read.py" <<'PYTHON'
import sys
from pathlib import Path

import cv2
import imageio.v3
import numpy as np
import skimage.io
import tifffile
from PIL import Image

place = Path(sys.argv[1])
ramp = np.tile(np.arange(0, 256, 16, dtype=np.uint8), (16, 1))
reds = np.zeros((3, 256), np.uint16)
reds[0] = np.arange(256) * 257
white, palette, bits = (str(place / f"{name}.tif") for name in ("white", "palette", "bits"))
tifffile.imwrite(white, ramp, photometric="miniswhite")
tifffile.imwrite(palette, ramp, photometric="palette", colormap=reds)
tifffile.imwrite(bits, ramp < 128, photometric="miniswhite")


def by_pillow(path):
    image = Image.open(path)
    return np.asarray(image.convert("RGB") if image.mode == "P" else image)


def by_opencv(path):
    image = cv2.imread(path, cv2.IMREAD_UNCHANGED)
    return image[:, :, ::-1] if image.ndim == 3 else image


READERS = {
    "Pillow": by_pillow, "OpenCV": by_opencv, "scikit-image": skimage.io.imread, "imageio": imageio.v3.imread,
}
found = []
for name, read in READERS.items():
    found.append(tuple(read(path)[0, :4].tolist() for path in (white, palette)))
    print(f"{name:13} white first {found[-1][0]!s:21} palette {found[-1][1]}")
black = int(by_pillow(bits)[0, 0]), int(skimage.io.imread(bits)[0, 0])
print(f"1 bit, the first pixel black: Pillow {black[0]}, scikit-image {black[1]}")
seen = [255, 239, 223, 207], [[0, 0, 0], [16, 0, 0], [32, 0, 0], [48, 0, 0]]
stored = [0, 16, 32, 48]
sys.exit(0 if found == [seen, seen, (stored, stored), (stored, stored)] and black == (0, 1) else 1)
PYTHON
"$place/venv/bin/python" "$place/read.py" "$place"
