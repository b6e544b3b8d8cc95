#!/usr/bin/env bash
# supervision 0.31.2, numpy 2.4.6, opencv-python 4.14.0.94; Python 3.11, Linux x86-64
#
# DetectionDataset.from_pascal_voc takes no list of classes: it numbers them as it meets them, picture by picture
# (within a picture in alphabetical order). So the splits of one data set get other numbers for the same class, and
# as_yolo writes them so: the label files of train and val disagree, each with a data.yaml that says something
# else, of which training reads one. Which picture comes first is the file system's choice, too.
#
# Seen, with the same two classes in both splits (which of them gets which order depends on the file system):
#   train: ['cat', 'dog']  a cat is 0
#   val:   ['dog', 'cat']  a cat is 1
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    supervision==0.31.2 numpy==2.4.6 opencv-python==4.14.0.94
cat >"$place/convert.py" <<'PYTHON'
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import cv2
import numpy as np
import supervision

BOX = "<bndbox><xmin>5</xmin><ymin>5</ymin><xmax>20</xmax><ymax>20</ymax></bndbox>"


def converted(split, pictures):
    """A split's classes, and the number that its label file gives the cat."""
    folder = Path(sys.argv[1]) / split
    (folder / "images").mkdir(parents=True)
    (folder / "annotations").mkdir()
    for number, name in enumerate(pictures):
        cv2.imwrite(str(folder / "images" / f"{number}.png"), np.zeros((32, 32, 3), np.uint8))
        size = "<size><width>32</width><height>32</height><depth>3</depth></size>"
        thing = f"<object><name>{name}</name>{BOX}</object>"
        (folder / "annotations" / f"{number}.xml").write_text(f"<annotation>{size}{thing}</annotation>")
    dataset = supervision.DetectionDataset.from_pascal_voc(
        str(folder / "images"), str(folder / "annotations")
    )
    dataset.as_yolo(annotations_directory_path=str(folder / "labels"))
    return dataset.classes, int((folder / "labels" / f"{pictures.index('cat')}.txt").read_text().split()[0])


# The same two classes in both, met in opposite orders, whichever file is read first.
train, cat_in_train = converted("train", ["cat", "dog"])
val, cat_in_val = converted("val", ["dog", "cat"])
print(f"train: {train}  a cat is {cat_in_train}")
print(f"val:   {val}  a cat is {cat_in_val}")
same = sorted(train) == sorted(val) == ["cat", "dog"]
sys.exit(0 if same and train == val[::-1] and {cat_in_train, cat_in_val} == {0, 1} else 1)
PYTHON
"$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
