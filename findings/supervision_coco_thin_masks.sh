#!/usr/bin/env bash
# supervision 0.31.2, pycocotools 2.0.11, numpy 2.4.6, opencv-python 4.14.0.94; Python 3.11, Linux x86-64
#
# DetectionDataset.as_coco writes outlines through the centres of a mask's outermost pixels, which every other reader of COCO
# takes for the mask's edge: a row and a column are lost, so that a thing four pixels wide loses a fourth, and one two pixels
# wide half of what "area" in the same entry says. A mask one pixel wide gets "segmentation": [], which pycocotools does not
# rasterise (IndexError), and a box of width 0. supervision's own reader takes the outlines back whole, so that a round trip
# by itself shows nothing, except that the thing one pixel wide is empty.
#
# Seen, width x height of a filled rectangle: area written, pixels by pycocotools, by supervision:
#   10 x 10: 100, 81, 100     4 x 40: 160, 117, 160     2 x 40: 80, 39, 80     1 x 40: 40, IndexError, 0
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check supervision==0.31.2 pycocotools==2.0.11 numpy==2.4.6 \
    opencv-python==4.14.0.94
cat >"$place/thin.py" <<'PYTHON'
import contextlib
import io
import sys
import warnings

import cv2
import numpy as np
import supervision as sv
from pycocotools.coco import COCO

warnings.simplefilter("ignore")
place = sys.argv[1]
cv2.imwrite(f"{place}/a.png", np.zeros((60, 80, 3), np.uint8))
results = {}
for width, height in ((10, 10), (4, 40), (2, 40), (1, 40)):
    mask = np.zeros((1, 60, 80), bool)
    mask[0, 5 : 5 + height, 5 : 5 + width] = True
    things = sv.Detections(xyxy=sv.mask_to_xyxy(mask).astype(float), mask=mask, class_id=np.array([0]))
    file = f"{place}/{width}.json"
    dataset = sv.DetectionDataset(["thing"], [f"{place}/a.png"], {f"{place}/a.png": things})
    dataset.as_coco(annotations_path=file)
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO(file)
    (entry,) = coco.loadAnns(coco.getAnnIds())
    try:
        pixels = int(coco.annToMask(entry).sum())
    except IndexError:
        pixels = "IndexError"
    ((_, _, again),) = sv.DetectionDataset.from_coco(place, file, force_masks=True)
    results[width] = (int(entry["area"]), pixels, int(again.mask.sum()))
    print(f"{width} x {height}: area, pycocotools, supervision {results[width]}, box {entry['bbox']}")
wanted = {10: (100, 81, 100), 4: (160, 117, 160), 2: (80, 39, 80), 1: (40, "IndexError", 0)}
sys.exit(0 if results == wanted else 1)
PYTHON
"$place/venv/bin/python" "$place/thin.py" "$place" 2>/dev/null
