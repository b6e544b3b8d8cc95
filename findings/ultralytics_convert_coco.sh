#!/usr/bin/env bash
# ultralytics 8.4.190, torch 2.14.1, torchvision 0.29.1, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB
# and minutes there)
#
# convert_coco turns class numbers by the table from COCO's 91 ids to its 80 classes, also for files with classes of
# their own (cls91to80=True is the default): ids up to 11 become 0..10, 13 becomes 11, as COCO has no 12. So of a data
# set with more than 11 classes the later ones have the numbers of others, without a word; no data.yaml is written that
# would show it, and pictures without objects get no file. With cls91to80=False it is id - 1, gaps included.
#
# Seen, for 15 classes numbered from 1, of which 12 has no object:
#   id 11 -> 10 'class 11'
#   id 13 -> 11 'class 12'
#   id 14 -> 12 'class 13'
#   id 15 -> 13 'class 14'
#   files for 2 pictures, one without objects: ['a.txt']
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    ultralytics==8.4.190 torch==2.14.1 torchvision==0.29.1 numpy==2.4.6
cat >"$place/convert.py" <<'PYTHON'
import json
import sys
from pathlib import Path

from ultralytics.data.converter import convert_coco

place = Path(sys.argv[1])
(place / "source").mkdir()
names = [f"class {number}" for number in range(1, 16)]
used = [11, 13, 14, 15]
data = {
    "images": [{"id": n, "file_name": f"{s}.png", "width": 100, "height": 100} for n, s in enumerate("ab", 1)],
    "categories": [{"id": number, "name": name} for number, name in enumerate(names, 1)],
    "annotations": [
        {"id": n, "image_id": 1, "category_id": n, "bbox": [2 * n, 3, 4, 5], "area": 20, "iscrowd": 0}
        for n in used
    ],
}
(place / "source" / "instances_train.json").write_text(json.dumps(data))
convert_coco(str(place / "source"), str(place / "yolo"))
files = sorted((place / "yolo").rglob("*.txt"))
written = [int(row.split()[0]) for row in files[0].read_text().splitlines()]
for source, number in zip(used, written):
    print(f"id {source} -> {number} {names[number]!r}")
print(f"files for 2 pictures, one without objects: {[file.name for file in files]}")
right = written == [10, 11, 12, 13] and [file.name for file in files] == ["a.txt"]
sys.exit(0 if right and not list((place / "yolo").rglob("*.yaml")) else 1)
PYTHON
YOLO_CONFIG_DIR="$place/config" YOLO_OFFLINE=true "$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null |
    grep -E "^(id|files)"
