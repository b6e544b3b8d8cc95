#!/usr/bin/env bash
# datumaro 1.13.12, numpy 2.2.6, Pillow 12.3.0; Python 3.11, Linux x86-64
#
# Converted from YOLO to Pascal VOC and back by datumaro, a data set has one class more: the writer of VOC puts
# "background" before the classes, as masks need it, and the reader makes a class of it, though no object has it
# and there are no masks. So every class number of YOLO is one higher than before, and COCO gets a category
# "background" with id 1, before those that were 1 and 2. Whoever trains on it has a class that is never seen,
# and weights trained on the numbers from before mean other classes.
#
# Seen, on a picture with a cat and a dog:
#   YOLO before: ['cat', 'dog'], numbers [0, 1]
#   YOLO after:  ['background', 'cat', 'dog'], numbers [1, 2]
#   COCO after:  [(1, 'background'), (2, 'cat'), (3, 'dog')]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check datumaro==1.13.12 numpy==2.2.6 pillow==12.3.0
cat >"$place/convert.py" <<'PYTHON'
import json
import sys
from pathlib import Path

from datumaro import Dataset
from PIL import Image

place = Path(sys.argv[1])
before, voc, after = place / "before", place / "voc", place / "after"
(before / "obj_train_data").mkdir(parents=True)
Image.new("RGB", (100, 100)).save(before / "obj_train_data" / "a.png")
(before / "obj_train_data" / "a.txt").write_text("0 0.2 0.2 0.2 0.2\n1 0.6 0.6 0.2 0.2\n")
(before / "obj.names").write_text("cat\ndog\n")
(before / "obj.data").write_text("classes = 2\ntrain = data/train.txt\nnames = data/obj.names\nbackup = backup/\n")
(before / "train.txt").write_text("data/obj_train_data/a.png\n")


def told(folder):
    (rows,) = folder.rglob("a.txt")
    numbers = sorted(int(row.split()[0]) for row in rows.read_text().splitlines())
    return (folder / "obj.names").read_text().split(), numbers


Dataset.import_from(str(before), "yolo").export(str(voc), "voc", save_media=True)
read = Dataset.import_from(str(voc), "voc")
read.export(str(after), "yolo", save_media=True)
read.export(str(place / "coco"), "coco_instances")
(written,) = (place / "coco" / "annotations").glob("*.json")
categories = [(item["id"], item["name"]) for item in json.loads(written.read_text())["categories"]]
for name, folder in (("before", before), ("after", after)):
    names, numbers = told(folder)
    print(f"YOLO {name + ':':<7} {names}, numbers {numbers}")
print(f"COCO after:  {categories}")
assert told(before) == (["cat", "dog"], [0, 1]), told(before)
assert told(after) == (["background", "cat", "dog"], [1, 2]), told(after)
assert categories == [(1, "background"), (2, "cat"), (3, "dog")], categories
PYTHON
"$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
