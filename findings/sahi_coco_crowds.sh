#!/usr/bin/env bash
# sahi 0.12.8, numpy 2.2.6, Pillow 12.3.0; Python 3.11, Linux x86-64
#
# What sahi reads from COCO and writes again, or slices, has no crowds: a region of "iscrowd": 1, which nobody is to be
# trained on or rated by, becomes an ordinary object with its whole box, in COCO ("iscrowd": 0, its RLE gone) as in YOLO.
# In YOLO's files the classes have COCO's ids, while data.yml lists the names from 0, so that ids that are no 0..n-1
# (COCO's own start at 1) mean another class, or none.
#
# Seen, for a dog (id 7) and a crowd of cats (id 3):
#   COCO: [(7, 0), (3, 0)]
#   YOLO: classes [7, 3], names ['cat', 'dog']
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check sahi==0.12.8 numpy==2.2.6 pillow==12.3.0
cat >"$place/convert.py" <<'PYTHON'
import json
import sys
from pathlib import Path

import yaml
from PIL import Image
from sahi.utils.coco import Coco

place = Path(sys.argv[1])
(place / "images").mkdir()
Image.new("RGB", (100, 100)).save(place / "images" / "a.png")
runs = [6060] + [30, 70] * 29 + [30]  # 30 x 30 pixels from column and row 60
crowd = {"size": [100, 100], "counts": [*runs, 100 * 100 - sum(runs)]}
one = {"id": 1, "image_id": 1, "category_id": 7, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0}
labels = [
    {**one, "segmentation": [[10, 10, 30, 10, 30, 30, 10, 30]]},
    {**one, "id": 2, "category_id": 3, "bbox": [60, 60, 30, 30], "area": 900, "iscrowd": 1, "segmentation": crowd},
]
data = {
    "images": [{"id": 1, "file_name": "a.png", "width": 100, "height": 100}],
    "categories": [{"id": 3, "name": "cat"}, {"id": 7, "name": "dog"}],
    "annotations": labels,
}
(place / "coco.json").write_text(json.dumps(data))
coco = Coco.from_coco_dict_or_path(str(place / "coco.json"), image_dir=str(place / "images"))
written = [(label["category_id"], label["iscrowd"]) for label in coco.json["annotations"]]
coco.export_as_yolo(str(place / "yolo"), train_split_rate=1.0)
rows = (place / "yolo" / "train" / "a.txt").read_text().splitlines()
classes = [int(row.split()[0]) for row in rows]
names = yaml.safe_load((place / "yolo" / "data.yml").read_text())["names"]
print(f"COCO: {written}")
print(f"YOLO: classes {classes}, names {names}")
sys.exit(0 if written == [(7, 0), (3, 0)] and classes == [7, 3] and names == ["cat", "dog"] else 1)
PYTHON
"$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
