#!/usr/bin/env bash
# torchvision 0.29.1, torch 2.14.1, scikit-image 0.26.0, imageio 2.38.1, datasets 5.2.0, keras 3.15.1,
# opencv-python-headless 4.14.0.94, Pillow 13.0.0, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# JPEG pictures in the four colours of print (CMYK), of which some are in most sets from agencies, magazines and the web, come
# out of loaders as three different things, without a word:
# - as RGB from OpenCV, torchvision's ImageFolder, Keras' load_img (and TensorFlow 2.21.0's decode_jpeg), alike within a level;
# - as four channels of ink from scikit-image and imageio, and from Hugging Face's Image() and torchvision's v2.ToImage by Pillow.
#   Taken for RGB with alpha, or cut to three channels, as code for PNG does, they are negatives;
# - as four channels of ink turned round from torchvision's decode_image, which makes no RGB of them unless mode says so: where there
#   is no black ink, the first three are RGB and all looks well, where there is, shadows are as bright as lights.
# mode="RGB", Image(mode="RGB") and Image.convert("RGB") are what to ask for.
#
# Seen, for a red without black ink and the same with half of it (0, 200, 200, 0 and 0, 200, 200, 128):
#   OpenCV imread                [255, 56, 56]        [127, 28, 28]
#   ImageFolder                  [255, 55, 55]        [127, 27, 27]
#   Keras load_img               [255, 55, 55]        [127, 27, 27]
#   torchvision decode_image     [255, 55, 55, 255]   [255, 55, 55, 127]
#   decode_image, mode RGB       [255, 55, 55]        [127, 27, 27]
#   scikit-image                 [0, 200, 200, 0]     [0, 200, 200, 128]
#   imageio                      [0, 200, 200, 0]     [0, 200, 200, 128]
#   Hugging Face                 [0, 200, 200, 0]     [0, 200, 200, 128]
#   torchvision ToImage          [0, 200, 200, 0]     [0, 200, 200, 128]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check torchvision==0.29.1 torch==2.14.1 scikit-image==0.26.0 \
    imageio==2.38.1 datasets==5.2.0 keras==3.15.1 opencv-python-headless==4.14.0.94 pillow==13.0.0 numpy==2.4.6
cat >"$place/read.py" <<'PYTHON'
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import cv2
import datasets
import imageio.v3
import keras
import numpy as np
import skimage.io
from PIL import Image
from torchvision.datasets import ImageFolder
from torchvision.io import decode_image
from torchvision.transforms import v2


def by_hugging_face(file):
    data = datasets.Dataset.from_dict({"image": [file]})
    return data.cast_column("image", datasets.Image())[0]["image"]


def channels_last(tensor):
    return tensor.permute(1, 2, 0)


READERS = {
    "OpenCV imread": lambda file: cv2.imread(file)[..., ::-1],
    "ImageFolder": lambda file: ImageFolder(str(Path(file).parents[1]))[0][0],
    "Keras load_img": keras.utils.load_img,
    "torchvision decode_image": lambda file: channels_last(decode_image(file)),
    "decode_image, mode RGB": lambda file: channels_last(decode_image(file, mode="RGB")),
    "scikit-image": skimage.io.imread,
    "imageio": imageio.v3.imread,
    "Hugging Face": by_hugging_face,
    "torchvision ToImage": lambda file: channels_last(v2.functional.to_image(Image.open(file))),
}
RGB = [[255, 55, 55], [127, 27, 27]]
INK = [[0, 200, 200, 0], [0, 200, 200, 128]]
TURNED = [[255, 55, 55, 255], [255, 55, 55, 127]]
EXPECTED = [RGB, RGB, RGB, TURNED, RGB, INK, INK, INK, INK]
files = []
for ink in INK:
    folder = Path(sys.argv[1]) / str(ink[3]) / "class"
    folder.mkdir(parents=True)
    files.append(str(folder / "a.jpg"))
    Image.new("CMYK", (16, 16), tuple(ink)).save(files[-1], quality=95)
same = True
for (name, read), expected in zip(READERS.items(), EXPECTED):
    found = [np.asarray(read(file))[8, 8].astype(int).tolist() for file in files]
    print(f"{name:28} {found[0]!s:20} {found[1]}")
    near = [len(one) == len(other) and np.allclose(one, other, atol=2) for one, other in zip(found, expected)]
    same = same and all(near)
sys.exit(0 if same else 1)
PYTHON
KERAS_BACKEND=torch HF_HOME="$place/home" "$place/venv/bin/python" "$place/read.py" "$place" 2>/dev/null
