#!/usr/bin/env bash
# torchvision 0.29.1, torch 2.14.1, datasets 5.2.0, keras 3.15.1, opencv-python-headless 4.14.0.94, Pillow 12.3.0, numpy 2.4.6;
# Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# Grey PNG files of 16 bits, as microscopes, depth cameras and radiographs converted from 12 bits give them, come out of loaders as
# something else, without a word:
# - What makes RGB or "L" of them by Pillow cuts off at 255: torchvision's ImageFolder, Hugging Face's Image(mode="RGB") and
#   Keras' load_img give white pictures, whatever was on them.
# - OpenCV keeps the upper 8 of 16 bits: of 12 bits 16 levels are left.
# - torchvision's ToTensor gives int16, not 0 to 1: 12 bits come through as they are, levels above 32767 as negative numbers.
# - Read with their bits: torchvision's decode_image, v2.ToImage, Keras with color_mode="grayscale", Hugging Face without a mode,
#   OpenCV with IMREAD_UNCHANGED. v2.ToDtype(scale=True) then divides by 65535, so that 12 bits are 0 to 0.06.
#
# Seen, for a ramp from 300 to 4000 (12 bits) and one from 300 to 60000: lowest and highest value, and how many there are
#   ImageFolder                  255 .. 255 (1)        255 .. 255 (1)
#   Hugging Face, mode RGB       255 .. 255 (1)        255 .. 255 (1)
#   Keras load_img               255 .. 255 (1)        255 .. 255 (1)
#   OpenCV imread                1 .. 15 (15)          1 .. 234 (234)
#   torchvision ToTensor         300 .. 4000 (3072)    -32752 .. 32764 (3072)
#   torchvision decode_image     300 .. 4000 (3072)    300 .. 60000 (3072)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check torchvision==0.29.1 torch==2.14.1 datasets==5.2.0 \
    keras==3.15.1 opencv-python-headless==4.14.0.94 pillow==12.3.0 numpy==2.4.6
cat >"$place/read.py" <<'PYTHON'
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import cv2
import datasets
import keras
import numpy as np
from PIL import Image
from torchvision import transforms
from torchvision.datasets import ImageFolder
from torchvision.io import decode_image


def by_hugging_face(file):
    data = datasets.Dataset.from_dict({"image": [file]})
    return data.cast_column("image", datasets.Image(mode="RGB"))[0]["image"]


READERS = {
    "ImageFolder": lambda file: ImageFolder(str(Path(file).parents[1]))[0][0],
    "Hugging Face, mode RGB": by_hugging_face,
    "Keras load_img": keras.utils.load_img,
    "OpenCV imread": cv2.imread,
    "torchvision ToTensor": lambda file: transforms.ToTensor()(Image.open(file)),
    "torchvision decode_image": decode_image,
}
WHITE = (255, 255, 1)
EXPECTED = [
    (WHITE, WHITE),
    (WHITE, WHITE),
    (WHITE, WHITE),
    ((1, 15, 15), (1, 234, 234)),
    ((300, 4000, 3072), (-32752, 32764, 3072)),
    ((300, 4000, 3072), (300, 60000, 3072)),
]
files = []
for highest in (4000, 60000):
    folder = Path(sys.argv[1]) / str(highest) / "class"
    folder.mkdir(parents=True)
    files.append(str(folder / "a.png"))
    Image.fromarray(np.linspace(300, highest, 64 * 48).astype(np.uint16).reshape(48, 64)).save(files[-1])
found = []
for name, read in READERS.items():
    values = [np.asarray(read(file)) for file in files]
    found.append(tuple((int(v.min()), int(v.max()), len(np.unique(v))) for v in values))
    told = [f"{lowest} .. {highest} ({number})" for lowest, highest, number in found[-1]]
    print(f"{name:28} {told[0]:21} {told[1]}")
sys.exit(0 if found == EXPECTED else 1)
PYTHON
KERAS_BACKEND=torch HF_HOME="$place/home" "$place/venv/bin/python" "$place/read.py" "$place" 2>/dev/null
