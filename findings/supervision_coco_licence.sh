#!/usr/bin/env bash
# supervision 0.31.2, pycocotools 2.0.11, numpy 2.4.6, opencv-python 4.14.0.94; Python 3.11, Linux x86-64
#
# DetectionDataset.as_coco states the licence CC BY 4.0, and states it of each picture, whatever the data set is and
# whatever its own file said: a private or a non-commercial data set that is only read and written is passed on with
# the leave to use it for anything. There is no parameter for it. Read from COCO, it loses the licence that was stated.
#
# The same file's boxes, where they come from masks (mask_to_xyxy), end at the first edge of the last pixel: a mask
# of 20 x 20 pixels has a box of 19 x 19, for which pycocotools, on the same mask, has 20 x 20.
#
# Seen:
#   licence before: [[7, 'CC BY-NC-ND 4.0']]  of the picture: 7
#   licence after:  [[1, 'CC BY 4.0']]  of the picture: 1
#   box of the mask: [10, 10, 19, 19]; by pycocotools: [10, 10, 20, 20]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    supervision==0.31.2 pycocotools==2.0.11 numpy==2.4.6 opencv-python==4.14.0.94
cat >"$place/convert.py" <<'PYTHON'
import json
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import cv2
import numpy as np
import supervision
from pycocotools import mask as masks

place = Path(sys.argv[1])
(place / "images").mkdir()
cv2.imwrite(str(place / "images" / "a.png"), np.zeros((64, 64, 3), np.uint8))


def licences(file):
    data = json.loads(file.read_text())
    stated, (image,) = [[item["id"], item["name"]] for item in data["licenses"]], data["images"]
    return stated, image["license"]


source, written = place / "source.json", place / "written.json"
label = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0}
picture = {"id": 1, "file_name": "a.png", "width": 64, "height": 64, "license": 7}
source.write_text(
    json.dumps(
        {
            "licenses": [{"id": 7, "name": "CC BY-NC-ND 4.0", "url": ""}],
            "images": [picture],
            "categories": [{"id": 1, "name": "cat"}],
            "annotations": [label],
        }
    )
)
dataset = supervision.DetectionDataset.from_coco(str(place / "images"), str(source))
dataset.as_coco(annotations_path=str(written))
before, after = licences(source), licences(written)
print(f"licence before: {before[0]}  of the picture: {before[1]}")
print(f"licence after:  {after[0]}  of the picture: {after[1]}")

mask = np.zeros((64, 64), bool)
mask[10:30, 10:30] = True
(path,) = dataset.image_paths
found = supervision.Detections(
    xyxy=supervision.mask_to_xyxy(mask[None]), mask=mask[None], class_id=np.array([0])
)
supervision.DetectionDataset(["cat"], [path], {path: found}).as_coco(annotations_path=str(written))
(annotation,) = json.loads(written.read_text())["annotations"]
box = [round(value) for value in annotation["bbox"]]
right = [round(value) for value in masks.toBbox(masks.encode(np.asfortranarray(mask.astype(np.uint8))))]
print(f"box of the mask: {box}; by pycocotools: {right}")
same = before == ([[7, "CC BY-NC-ND 4.0"]], 7) and after == ([[1, "CC BY 4.0"]], 1)
sys.exit(0 if same and box == [10, 10, 19, 19] and right == [10, 10, 20, 20] else 1)
PYTHON
"$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
