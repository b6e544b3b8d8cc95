#!/usr/bin/env bash
# pycocotools 2.0.11, numpy 2.4.6; Python 3.11, Linux x86-64
#
# Results with "segmentation" and "bbox", as most detectors of masks write them, get the area of the box, and of the mask only
# where there is no box: COCO.loadRes asks for the box first. COCOeval(..., "segm") then takes false detections of thin or
# slanting things for much larger than they are, and leaves them out of APs (or counts them in APl instead). The same masks with
# the same scores get another APs, APm and APl, depending on whether the file has boxes, too; AP and AP50 are the same. Nothing
# is said. Leave "bbox" out of what is rated by masks.
#
# Seen, for three slanting bars of 600 pixels (boxes of 15,000), all found, below one more that is none; AP, APs, APm, APl:
#   masks alone:     0.75 0.75 -1.00 -1.00
#   masks and boxes: 0.75 1.00 -1.00 -1.00
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check pycocotools==2.0.11 numpy==2.4.6
cat >"$place/rate.py" <<'PYTHON'
import contextlib
import io
import sys

import numpy as np
from pycocotools import mask as masks
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval


def bar(x, y):
    """A bar 5 pixels wide from (x, y), 120 down and to the right: RLE, box and area."""
    pixels = np.zeros((300, 300), np.uint8, order="F")
    for step in range(120):
        pixels[y + step, x + step : x + step + 5] = 1
    coded = masks.encode(pixels)
    box = masks.toBbox(coded).tolist()
    return {"size": coded["size"], "counts": coded["counts"].decode()}, box, int(pixels.sum())


PLACES = [(10, 10), (10, 150), (150, 10)]
labels = []
for number, place in enumerate(PLACES, 1):
    coded, box, area = bar(*place)
    labels.append({"id": number, "image_id": 1, "category_id": 1, "iscrowd": 0, "segmentation": coded, "bbox": box, "area": area})
content = {
    "images": [{"id": 1, "width": 300, "height": 300}],
    "categories": [{"id": 1, "name": "bar"}],
    "annotations": labels,
}


def rated(with_boxes):
    results = []
    for rank, place in enumerate([(150, 150), *PLACES]):
        coded, box, _ = bar(*place)
        result = {"image_id": 1, "category_id": 1, "segmentation": coded, "score": 0.9 - rank / 10}
        results.append(result | ({"bbox": box} if with_boxes else {}))
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO()
        truth.dataset = content
        truth.createIndex()
        evaluation = COCOeval(truth, truth.loadRes(results), "segm")
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    return [round(float(evaluation.stats[place]), 2) for place in (0, 3, 4, 5)]


found = [rated(False), rated(True)]
for name, numbers in zip(("masks alone:", "masks and boxes:"), found):
    print(f"{name:16}", *(f"{number:.2f}" for number in numbers))
sys.exit(0 if found == [[0.75, 0.75, -1, -1], [0.75, 1, -1, -1]] else 1)
PYTHON
"$place/venv/bin/python" "$place/rate.py"
