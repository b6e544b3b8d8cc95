#!/usr/bin/env bash
# datumaro 1.13.12, pycocotools 2.0.11, numpy 2.2.6, Pillow 12.3.0; Python 3.11, Linux x86-64
#
# Converted from YOLO to COCO by datumaro, the annotations of a data set do not have ids of their own: the readers
# of YOLO (and of Pascal VOC, LabelMe's XML and KITTI) count objects anew in each picture, and the writer of COCO
# keeps what it finds wherever it is not 0. pycocotools says nothing and gives the last annotation of an id for
# all that share it, so most pictures show boxes of another one, and a perfect detector is rated far below 1.
#
# Seen, on three pictures with two boxes each:
#   annotation ids: [1, 1, 2, 1, 3, 1]
#   boxes that belong to another picture or object: 3 of 6
#   AP of detections that are equal to the labels: 0.376; with ids made distinct: 1.000
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

from datumaro import Dataset
from PIL import Image
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

place = Path(sys.argv[1])
yolo, pictures = place / "yolo", place / "yolo" / "obj_train_data"
pictures.mkdir(parents=True)
(yolo / "obj.names").write_text("cat\ndog\n")
(yolo / "obj.data").write_text("classes = 2\ntrain = data/train.txt\nnames = data/obj.names\nbackup = backup/\n")
(yolo / "train.txt").write_text("".join(f"data/obj_train_data/{name}.png\n" for name in "abc"))
truth = []
for number, name in enumerate("abc"):
    Image.new("RGB", (100, 100)).save(pictures / f"{name}.png")
    boxes = [(0, 10 + 10 * number, 20, 20, 20), (1, 45, 35 + 10 * number, 30, 10)]
    rows = [f"{c} {(x + w / 2) / 100} {(y + h / 2) / 100} {w / 100} {h / 100}\n" for c, x, y, w, h in boxes]
    (pictures / f"{name}.txt").write_text("".join(rows))
    truth += [(f"{name}.png", *box) for box in boxes]
Dataset.import_from(str(yolo), "yolo").export(str(place / "coco"), "coco_instances")
(written,) = (place / "coco" / "annotations").glob("*.json")
data = json.loads(written.read_text())
names = {image["id"]: image["file_name"] for image in data["images"]}


def opened(annotations):
    coco = COCO()
    coco.dataset = {**data, "annotations": annotations}
    coco.createIndex()
    return coco


def precision(coco):
    ids = {name: number for number, name in names.items()}
    found = [{"image_id": ids[n], "category_id": c + 1, "bbox": box, "score": 0.9} for n, c, *box in truth]
    rating = COCOeval(coco, coco.loadRes(found), "bbox")
    rating.evaluate()
    rating.accumulate()
    rating.summarize()
    return rating.stats[0]


with contextlib.redirect_stdout(io.StringIO()):
    coco = opened(data["annotations"])
    repeated = precision(coco)
    distinct = precision(opened([{**a, "id": n} for n, a in enumerate(data["annotations"], 1)]))
given = [
    (names[image], a["category_id"] - 1, *(round(value) for value in a["bbox"]))
    for image in names
    for a in coco.loadAnns(coco.getAnnIds(imgIds=[image]))
]
ids = [annotation["id"] for annotation in data["annotations"]]
lost = len(set(truth) - set(given))
print("annotation ids:", ids)
print(f"boxes that belong to another picture or object: {lost} of {len(truth)}")
print(f"AP of detections that are equal to the labels: {repeated:.3f}; with ids made distinct: {distinct:.3f}")
sys.exit(0 if ids == [1, 1, 2, 1, 3, 1] and lost == 3 and repeated < 0.5 and distinct > 0.999 else 1)
PYTHON
"$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
