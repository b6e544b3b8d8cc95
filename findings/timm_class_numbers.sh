#!/usr/bin/env bash
# timm 1.0.31, torchvision 0.29.1, torch 2.14.1, Pillow 13.0.0; Python 3.11, Linux x86-64 (torch takes some GB and minutes
# there)
#
# timm numbers the classes of a folder in natural order and without regard to case (2 before 10, ant before Zebra),
# torchvision, Keras, fastai and Hugging Face by their characters (10 before 2, Zebra before ant). So a model that was
# trained by one and is rated by another on the same folders takes most classes for others, wherever names hold numbers of
# different length or letters of both cases; nothing is said, and a checkpoint holds no names.
#
# Seen, for folders 0 to 11, "ant" and "Zebra", in the order of their numbers:
#   timm:        0 1 2 3 4 5 6 7 8 9 10 11 ant Zebra
#   torchvision: 0 1 10 11 2 3 4 5 6 7 8 9 Zebra ant
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    timm==1.0.31 torchvision==0.29.1 torch==2.14.1 pillow==13.0.0
cat >"$place/order.py" <<'PYTHON'
import sys
from pathlib import Path

from PIL import Image
from timm.data import create_dataset
from torchvision.datasets import ImageFolder

root = Path(sys.argv[1]) / "pictures"
for name in [*(str(number) for number in range(12)), "ant", "Zebra"]:
    (root / name).mkdir(parents=True)
    Image.new("RGB", (8, 8)).save(root / name / "a.png")
orders = {}
for library, numbers in {
    "timm": create_dataset("", str(root)).reader.class_to_idx,
    "torchvision": ImageFolder(root).class_to_idx,
}.items():
    orders[library] = sorted(numbers, key=numbers.get)
    print(f"{library + ':':12} {' '.join(orders[library])}")
natural = [*(str(number) for number in range(12)), "ant", "Zebra"]
sys.exit(0 if orders == {"timm": natural, "torchvision": sorted(natural)} else 1)
PYTHON
"$place/venv/bin/python" "$place/order.py" "$place"
