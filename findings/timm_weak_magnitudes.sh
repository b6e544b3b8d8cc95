#!/usr/bin/env bash
# timm 1.0.31, torchvision 0.29.1, torch 2.14.1, Pillow 12.3.0, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and
# minutes there)
#
# timm's "rand-m9-mstd0.5" stands for RandAugment of magnitude 9, up to 10. A lower number is a weaker one for geometry alone: as long
# as "inc1" is not added, Posterize and Solarize are strongest at 0, and Color, Contrast, Brightness and Sharpness go from a tenth, at
# 0, by way of no change, at 5, to nearly double. Below 2.5 Posterize keeps no bit: the picture is black, with its label (from Pillow 13
# on it is a ValueError instead, in mid-training). So who takes a small magnitude for pictures that bear little, or searches for
# the best one, gets pictures that are black, negative or nearly without contrast. Nothing is said.
#
# Seen, for a picture of smooth colours: root of the mean squared change in levels, and how many colours are left, at 0, 2, 5 and 9
#   Posterize    139 (1)      139 (1)       36 (24)      18 (102)
#   Solarize     102 (4079)    89 (4079)    73 (4060)     4 (4079)
#   Brightness   126 (1136)    76 (3963)     0 (4079)    74 (2589)
#   Contrast      46 (1129)    28 (3968)     0 (4079)    31 (3594)
#   Rotate         0 (4079)    19 (3886)    33 (3669)    46 (3481)
# and with inc1
#   Posterize      9 (444)      9 (444)     36 (24)      72 (8)
#   Solarize       0 (4079)    47 (4079)    73 (4060)    99 (4079)
#   Brightness     0 (4079)    25 (4054)    63 (4017)   113 (2867)
#   Contrast       0 (4079)     9 (4071)    23 (4017)    41 (2874)
#   Rotate         0 (4079)    19 (3886)    33 (3669)    46 (3481)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    timm==1.0.31 torch==2.14.1 torchvision==0.29.1 pillow==12.3.0 numpy==2.4.6
cat >"$place/change.py" <<'PYTHON'
import random
import sys
import warnings

warnings.filterwarnings("ignore")
import numpy as np
from PIL import Image
from timm.data.auto_augment import rand_augment_transform

NAMES = ("Posterize", "Solarize", "Brightness", "Contrast", "Rotate")
MAGNITUDES = (0, 2, 5, 9)
rows, columns = np.mgrid[:64, :64]
noise = np.random.default_rng(0).normal(0, 6, (64, 64, 3))
waves = [120 + 60 * np.sin(rows / 9 + shift) + 40 * np.cos(columns / 7 - shift) for shift in (0, 0.5, 1)]
pixels = np.clip(np.stack(waves, -1) + noise, 0, 255).astype(np.uint8)


def changed(name, text):
    """Change by one of RandAugment's operations, in levels, and number of colours afterwards."""
    random.seed(0)
    steps = {step.name.removesuffix("Increasing"): step for step in rand_augment_transform(text, {}).ops}
    made = np.asarray(steps[name](Image.fromarray(pixels)))
    change = np.sqrt(np.mean((made.astype(float) - pixels) ** 2))
    return round(float(change)), len(np.unique(made.reshape(-1, 3), axis=0))


found = []
for kind in ("", "-inc1"):
    if kind:
        print("and with inc1")
    for name in NAMES:
        row = [changed(name, f"rand-m{magnitude}-mstd0-p1{kind}") for magnitude in MAGNITUDES]
        print(f"{name:11}", " ".join(f"{change:4} {f'({colours})':7}" for change, colours in row).rstrip())
        found.append(row)
black = [(change > 100, colours) for change, colours in found[0][:2]] == [(True, 1)] * 2
weaker = [row[0][0] > row[3][0] for row in found]
none = [row[2][0] == 0 for row in found]
expected = [True, True, True, True, False], [False, False, True, True, False]
same = (weaker[:5], none[:5]) == expected and not any(weaker[5:]) and not any(none[5:])
sys.exit(0 if black and same else 1)
PYTHON
HF_HOME="$place/home" "$place/venv/bin/python" "$place/change.py" 2>/dev/null
