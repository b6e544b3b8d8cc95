#!/usr/bin/env bash
# datumaro 1.13.12, pycocotools 2.0.11, numpy 2.2.6, Pillow 12.3.0; Python 3.11, Linux x86-64
#
# A COCO data set that is imported and exported as COCO, with no step between, comes out with other masks: what is no
# crowd and was given by its pixels (RLE) is written as a polygon around the centres of its outermost pixels, so that
# holes are filled, and a row and a column are lost; "area" is that of the polygon, category ids start at 1 again. A
# crowd keeps its pixels. segmentation_mode="mask" keeps them for all, "guess" is the default.
#
# Seen, for a square of 20 x 20 pixels with a hole of 10 x 10, and one without:
#   before:                    [300, 400] pixels, area [300, 400], category [7, 7]
#   after:                     [361, 361] pixels, area [361.0, 361.0], category [1, 1]
#   segmentation_mode="mask":  [300, 400] pixels, area [300.0, 400.0], category [1, 1]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    datumaro==1.13.12 pycocotools==2.0.11 numpy==2.2.6 pillow==12.3.0
cat >"$place/convert.py" <<'PYTHON'
import contextlib
import io
import json
import sys
from pathlib import Path

import numpy as np
from datumaro import Dataset
from PIL import Image
from pycocotools import mask as masks
from pycocotools.coco import COCO

place = Path(sys.argv[1])
source = place / "source"
(source / "annotations").mkdir(parents=True)
(source / "images" / "train").mkdir(parents=True)
Image.new("RGB", (64, 48)).save(source / "images" / "train" / "a.png")
labels = []
for number, hole in enumerate([10, 0], 1):
    mask = np.zeros((48, 64), np.uint8, order="F")
    left = 30 * number - 25
    mask[5:25, left : left + 20] = 1
    mask[10 : 10 + hole, left + 5 : left + 5 + hole] = 0
    packed = masks.encode(mask)
    shape = {"size": packed["size"], "counts": packed["counts"].decode()}
    label = {"id": number, "image_id": 1, "category_id": 7, "iscrowd": 0, "area": int(mask.sum())}
    labels.append({**label, "bbox": [left, 5, 20, 20], "segmentation": shape})
data = {
    "images": [{"id": 1, "file_name": "a.png", "width": 64, "height": 48}],
    "categories": [{"id": 7, "name": "ring"}],
    "annotations": labels,
}
(source / "annotations" / "instances_train.json").write_text(json.dumps(data))


def held(folder):
    (file,) = (folder / "annotations").glob("*.json")
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO(str(file))
    found = sorted(coco.loadAnns(coco.getAnnIds()), key=lambda annotation: annotation["bbox"])
    pixels = [int(coco.annToMask(annotation).sum()) for annotation in found]
    return pixels, [annotation["area"] for annotation in found], [a["category_id"] for a in found]


def tell(name, numbers):
    pixels, areas, categories = numbers
    print(f"{name:26} {pixels} pixels, area {areas}, category {categories}")


before = held(source)
dataset = Dataset.import_from(str(source), "coco_instances")
dataset.export(str(place / "written"), "coco_instances")
dataset.export(str(place / "kept"), "coco_instances", segmentation_mode="mask")
after, kept = held(place / "written"), held(place / "kept")
tell("before:", before)
tell("after:", after)
tell('segmentation_mode="mask":', kept)
same = before == ([300, 400], [300, 400], [7, 7]) and kept == ([300, 400], [300, 400], [1, 1])
sys.exit(0 if same and after == ([361, 361], [361, 361], [1, 1]) else 1)
PYTHON
"$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
