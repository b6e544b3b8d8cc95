#!/usr/bin/env bash
# albumentations 2.0.8, numpy 2.2.6, opencv-python-headless 4.12.0.88, pillow 11.3.0; Python 3.11, Linux x86-64
#
# ImageCompression hands an RGB picture to OpenCV's encoder as it is, which takes the first channel for blue. Red
# then counts for the luma as little as blue should (0.114 instead of 0.299), so that the JPEG artefacts of a red
# picture are those of a blue one. Expected: about what Pillow makes of the same picture at the same quality.
#
# Seen, for noise in red alone at quality 20 (root of the mean squared error in red, and in blue for noise in blue):
#   red 68.7 of Pillow, 73.6 of ImageCompression
#   blue 73.6 of Pillow, 68.7 of ImageCompression
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    albumentations==2.0.8 numpy==2.2.6 opencv-python-headless==4.12.0.88 pillow==11.3.0
cat >"$place/show.py" <<'PYTHON'
import io
import sys
import warnings

warnings.filterwarnings("ignore")
import albumentations
import numpy as np
from PIL import Image


def error(channel, compress):
    image = np.full((64, 64, 3), 60, np.uint8)
    image[:, :, channel] = np.random.default_rng(0).integers(0, 256, (64, 64))
    change = compress(image).astype(float) - image
    return round(float(np.sqrt(np.mean(change[:, :, channel] ** 2))), 1)


def pillow(image):
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=20, subsampling="4:2:0")
    return np.array(Image.open(buffer))


transform = albumentations.ImageCompression(quality_range=(20, 20), p=1)
found = {}
for channel, name in ((0, "red"), (2, "blue")):
    found[name] = error(channel, pillow), error(channel, lambda image: transform(image=image)["image"])
    print(f"{name} {found[name][0]} of Pillow, {found[name][1]} of ImageCompression")
same = abs(found["red"][1] - found["blue"][0]) < 1 and abs(found["blue"][1] - found["red"][0]) < 1
sys.exit(0 if same and found["red"][1] - found["red"][0] > 3 else 1)
PYTHON
NO_ALBUMENTATIONS_UPDATE=1 "$place/venv/bin/python" "$place/show.py"
