#!/usr/bin/env bash
# pycocotools 2.0.11, numpy 2.4.6; Python 3.11, Linux x86-64
#
# The field "ignore" of an annotation says nothing: COCOeval reads it, and in the next line puts "iscrowd" in its place.
# So what tools mark "ignore": 1 (Label Studio's export has the field, so have converters of VOC's difficult objects)
# counts as an object that must be found. Only "iscrowd": 1 takes it out.
#
# Seen, for two objects of which the first is found and the second is to be ignored:
#   neither        AP 0.505, recall 0.500
#   "ignore": 1    AP 0.505, recall 0.500
#   "iscrowd": 1   AP 1.000, recall 1.000
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check pycocotools==2.0.11 numpy==2.4.6
cat >"$place/rate.py" <<'PYTHON'
import contextlib
import io
import sys

from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval


def rated(name, **fields):
    first = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0}
    coco = COCO()
    coco.dataset = {
        "images": [{"id": 1, "width": 100, "height": 100}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [first, {**first, "id": 2, "bbox": [50, 50, 20, 20], **fields}],
    }
    found = [{"image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "score": 0.9}]
    with contextlib.redirect_stdout(io.StringIO()):
        coco.createIndex()
        rating = COCOeval(coco, coco.loadRes(found), "bbox")
        rating.evaluate()
        rating.accumulate()
        rating.summarize()
    precision, recall = float(rating.stats[0]), float(rating.stats[8])
    print(f"{name:14} AP {precision:.3f}, recall {recall:.3f}")
    return round(precision, 3), round(recall, 3)


answers = [rated("neither"), rated('"ignore": 1', ignore=1), rated('"iscrowd": 1', iscrowd=1)]
sys.exit(0 if answers == [(0.505, 0.5), (0.505, 0.5), (1.0, 1.0)] else 1)
PYTHON
"$place/venv/bin/python" "$place/rate.py"
