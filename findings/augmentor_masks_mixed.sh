#!/usr/bin/env bash
# Augmentor 0.2.12, Pillow 12.3.0, numpy 2.2.6; Python 3.11, Linux x86-64
#
# Pipeline.ground_truth(folder), which is there for masks, turns, zooms, shears, skews and bends them as it does
# the pictures, with a filter that smooths. Numbers of classes are mixed along every border: a mask of classes 0, 3 and 200 comes out with dozens of
# classes that nobody has drawn. Only flips and quarter turns keep them. (With masks of 0 and 255 it looks like soft borders.)
#
# Seen, how many classes a mask of three has after it:
#   flip 3; rotate, shear, skew, zoom, resize and random_distortion from 20 to over 200 each
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check Augmentor==0.2.12 Pillow==12.3.0 numpy==2.2.6
cat >"$place/masks.py" <<'PYTHON'
import contextlib
import io
import pathlib
import random
import sys

import Augmentor
import numpy as np
from PIL import Image

place = pathlib.Path(sys.argv[1])
mask = np.zeros((80, 120), np.uint8)
mask[20:60, 30:80] = 3
mask[30:50, 50:110] = 200
for folder in ("images", "masks"):
    (place / folder).mkdir()
Image.fromarray(np.repeat(mask[..., None], 3, axis=2)).save(place / "images" / "a.png")
Image.fromarray(mask).save(place / "masks" / "a.png")
steps = {
    "flip": lambda pipeline: pipeline.flip_left_right(1),
    "rotate": lambda pipeline: pipeline.rotate(1, 20, 20),
    "shear": lambda pipeline: pipeline.shear(1, 15, 15),
    "skew": lambda pipeline: pipeline.skew(1, 0.5),
    "zoom": lambda pipeline: pipeline.zoom(1, 1.3, 1.6),
    "resize": lambda pipeline: pipeline.resize(1, 70, 50),
    "random_distortion": lambda pipeline: pipeline.random_distortion(1, 4, 4, 8),
}
counts = {}
for name, step in steps.items():
    random.seed(1)
    np.random.seed(1)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        pipeline = Augmentor.Pipeline(str(place / "images"), output_directory=str(place / name))
        pipeline.ground_truth(str(place / "masks"))
        step(pipeline)
        pipeline.sample(1)
    (made,) = (place / name).glob("_groundtruth_*")
    counts[name] = len(np.unique(np.array(Image.open(made))))
    print(f"{name}: {counts[name]} classes of 3")
others = [count for name, count in counts.items() if name != "flip"]
sys.exit(0 if counts["flip"] == 3 and min(others) > 10 else 1)
PYTHON
"$place/venv/bin/python" "$place/masks.py" "$place"
