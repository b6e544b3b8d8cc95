#!/usr/bin/env bash
# opencv-python-headless 4.14.0.94, scikit-image 0.26.0, imageio 2.38.1, webdataset 1.0.2, Pillow 13.0.0, numpy 2.4.6; Python
# 3.11, Linux x86-64
#
# Masks of classes as Pascal VOC has them, PNG with a palette, whose pixels are the numbers 0, 1, 2 and 255, come out of most
# readers as something else, without a word: as colours, or as the brightness of these colours, which are valid numbers of
# other classes. cv2.imread with IMREAD_UNCHANGED gives colours, too, IMREAD_GRAYSCALE brightness; TensorFlow 2.21.0's
# decode_png(channels=1), torchvision 0.29.1's decode_image(mode="GRAY"), Keras 3.15.1's load_img(color_mode="grayscale")
# and fastai 2.8.12's PILMask give brightness. Right are numpy.asarray(Image.open(...)), torchvision's decode_image as it is,
# Hugging Face's Image() and all of them for a grey PNG.
#
# WebDataset's decode, "pil" included, makes RGB of every picture: of a 16-bit mask of instances all numbers above 255 are
# 255 afterwards.
#
# Seen, for a mask of 0, 1, 2, 255, with palette and grey, and one of 300, 1000 and 40000 with 16 bits:
#   Pillow              [0, 1, 2, 255]    grey [0, 1, 2, 255]
#   OpenCV, grayscale   [0, 38, 75, 220]  grey [0, 1, 2, 255]
#   OpenCV, unchanged   colours           grey [0, 1, 2, 255]
#   scikit-image        colours           grey [0, 1, 2, 255]
#   imageio             colours           grey [0, 1, 2, 255]
#   WebDataset, "pil"   colours           grey [0, 1, 2, 255]
#   WebDataset, "l8"    [0, 38, 75, 220]  grey [0, 1, 2, 255]
#   WebDataset, "pil", 16 bits [255]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check opencv-python-headless==4.14.0.94 scikit-image==0.26.0 \
    imageio==2.38.1 webdataset==1.0.2 pillow==13.0.0 numpy==2.4.6
cat >"$place/read.py" <<'PYTHON'
import io
import sys
import tarfile
from pathlib import Path

import cv2
import imageio.v3
import numpy as np
import skimage.io
import webdataset
from PIL import Image

place = Path(sys.argv[1])
numbers = np.repeat(np.uint8([[0, 1, 2, 255]]), 4, axis=1)
colours = np.zeros((256, 3), np.uint8)
colours[[1, 2, 255]] = (128, 0, 0), (0, 128, 0), (224, 224, 192)
grey, mask = Image.fromarray(numbers), Image.fromarray(numbers)
mask.putpalette(colours.tobytes())
deep = Image.fromarray(np.uint16([[300, 1000, 40000]]))
for name, image in (("palette", mask), ("grey", grey), ("deep", deep)):
    image.save(place / f"{name}.png")
with tarfile.open(place / "a.tar", "w") as tar:
    for name in ("palette", "grey", "deep"):
        data = (place / f"{name}.png").read_bytes()
        member = tarfile.TarInfo(f"a.{name}.png")
        member.size = len(data)
        tar.addfile(member, io.BytesIO(data))


def shard(way):
    (sample,) = webdataset.WebDataset(str(place / "a.tar"), shardshuffle=False).decode(way)
    return lambda path: sample[f"{Path(path).stem}.png"]


def held(pixels):
    """The numbers in a mask, or that it has become a picture."""
    pixels = np.asarray(pixels)
    if pixels.ndim == 3 and (pixels[..., :1] != pixels).any():
        return "colours"
    return np.unique(pixels).tolist()


READERS = {
    "Pillow": Image.open,
    "OpenCV, grayscale": lambda path: cv2.imread(path, cv2.IMREAD_GRAYSCALE),
    "OpenCV, unchanged": lambda path: cv2.imread(path, cv2.IMREAD_UNCHANGED),
    "scikit-image": skimage.io.imread,
    "imageio": imageio.v3.imread,
    'WebDataset, "pil"': shard("pil"),
    'WebDataset, "l8"': shard("l8"),
}
right, bright = [0, 1, 2, 255], [0, 38, 75, 220]
found = {}
for name, read in READERS.items():
    found[name], as_grey = held(read(str(place / "palette.png"))), held(read(str(place / "grey.png")))
    print(f"{name:19} {found[name]!s:17} grey {as_grey}")
    assert as_grey == right, name
clipped = held(shard("pil")("deep.png"))
print(f'WebDataset, "pil", 16 bits {clipped}')
wanted = [right, bright, "colours", "colours", "colours", "colours", bright]
sys.exit(0 if list(found.values()) == wanted and clipped == [255] else 1)
PYTHON
"$place/venv/bin/python" "$place/read.py" "$place"
