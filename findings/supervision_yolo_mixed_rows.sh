#!/usr/bin/env bash
# supervision 0.31.2, ultralytics 8.4.190, torch 2.14.1, torchvision 0.29.1, numpy 2.2.6, opencv-python 4.12.0.88; Python 3.11,
# Linux x86-64 (torch takes some GB and minutes there)
#
# DetectionDataset.as_yolo writes a mask that is a pixel wide, and an object that has a box alone, as a row of a box between
# rows of outlines. Ultralytics refuses files of both kinds: the picture is left out with all its objects, in training and in
# validation, and is called a corrupt one in the middle of its report. So of a COCO set in which one object in a hundred is thin,
# or was given by a box, most crowded pictures are gone. supervision reads the file back whole and says nothing.
#
# Seen, for two pictures with 3 masks each, of which one is a pixel high in the first picture:
#   written: 3 rows of 9, 9 and 5 numbers, and 3 rows of 9, 9 and 9 numbers
#   Ultralytics reads 1 of 2 pictures, 3 of 6 objects
#   supervision reads 2 of 2 pictures, 6 of 6 objects
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check supervision==0.31.2 ultralytics==8.4.190 torch==2.14.1 \
    torchvision==0.29.1 numpy==2.2.6 opencv-python==4.12.0.88
cat >"$place/convert.py" <<'PYTHON'
import logging
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import cv2
import numpy as np
import supervision
from ultralytics.data import YOLODataset
from ultralytics.utils import LOGGER

LOGGER.setLevel(logging.CRITICAL)
place = Path(sys.argv[1])
(place / "images").mkdir()


def detections(*parts):
    masks = np.zeros((len(parts), 100, 100), bool)
    for mask, (left, top, right, bottom) in zip(masks, parts):
        mask[top:bottom, left:right] = True
    return supervision.Detections(np.array(parts, float), mask=masks, class_id=np.zeros(len(parts), int))


objects = {"a": [(5, 5, 30, 30), (50, 50, 90, 90), (5, 60, 40, 61)], "b": [(5, 5, 30, 30), (50, 50, 90, 90), (5, 60, 40, 70)]}
annotations = {}
for name, parts in objects.items():
    path = str(place / "images" / f"{name}.png")
    cv2.imwrite(path, np.zeros((100, 100, 3), np.uint8))
    annotations[path] = detections(*parts)
dataset = supervision.DetectionDataset(["thing"], list(annotations), annotations)
labels, about = place / "labels", place / "data.yaml"
dataset.as_yolo(annotations_directory_path=str(labels), data_yaml_path=str(about))
rows = [[len(row.split()) for row in (labels / f"{name}.txt").read_text().splitlines()] for name in objects]
print(f"written: 3 rows of {rows[0][0]}, {rows[0][1]} and {rows[0][2]} numbers,", end=" ")
print(f"and 3 rows of {rows[1][0]}, {rows[1][1]} and {rows[1][2]} numbers")
read = YOLODataset(
    img_path=str(place / "images"), data={"names": {0: "thing"}, "nc": 1, "channels": 3}, task="segment", augment=False
).labels
seen = len(read), sum(len(label["cls"]) for label in read)
print(f"Ultralytics reads {seen[0]} of 2 pictures, {seen[1]} of 6 objects")
again = supervision.DetectionDataset.from_yolo(str(place / "images"), str(labels), str(about)).annotations
back = len(again), sum(len(found) for found in again.values())
print(f"supervision reads {back[0]} of 2 pictures, {back[1]} of 6 objects")
sys.exit(0 if rows == [[9, 9, 5], [9, 9, 9]] and seen == (1, 3) and back == (2, 6) else 1)
PYTHON
YOLO_VERBOSE=false YOLO_CONFIG_DIR="$place/settings" "$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
