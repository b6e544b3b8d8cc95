#!/usr/bin/env bash
# label-studio-sdk 2.1.2, numpy 2.2.6, Pillow 12.3.0; Python 3.11, Linux x86-64
#
# As soon as a project's labelling interface has a control for points (KeyPointLabels),
# - all classes that it names become one category of the COCO export, "default", whatever they were drawn as: boxes of
#   cats and dogs have the same class, though there is no point at all;
# - the points of a picture become one annotation, whichever object they belong to (parentID): of two people in a
#   picture there is one, with the points of whoever was marked last and a box around these, beside two boxes without
#   points;
# - the YOLO export has only rectangles; polygons are left out.
# Nothing is said. Without the control, classes and polygons are as they were drawn.
#
# Seen, for a box of a cat and a polygon of a dog, with a control for points of both classes that nobody used, and without:
#   without:  COCO ['cat', 'dog'], YOLO 2 objects
#   with:     COCO ['default', 'default'], YOLO 1 object
# and for two people, each a box with two points:
#   1 annotation of 3 has points: [60, 10, 2, 70, 12, 2]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check label-studio-sdk==2.1.2 numpy==2.2.6 pillow==12.3.0
cat >"$place/convert.py" <<'PYTHON'
import json
import sys
from pathlib import Path

from label_studio_sdk.converter import Converter
from PIL import Image

place = Path(sys.argv[1])
Image.new("RGB", (100, 100)).save(place / "a.png")
KINDS = {"rectangle": "RectangleLabels", "polygon": "PolygonLabels", "keypoint": "KeyPointLabels"}


def config(**controls):
    lines = [
        f'<{KINDS[kind]} name="{kind}" toName="image">'
        + "".join(f'<Label value="{name}" model_index="{n}"/>' for n, name in enumerate(names))
        + f"</{KINDS[kind]}>"
        for kind, names in controls.items()
    ]
    return f'<View><Image name="image" value="$image"/>{"".join(lines)}</View>'


def region(number, kind, name, parent=None, **value):
    said = {"id": str(number), "from_name": kind, "to_name": "image", "type": f"{kind}labels"}
    size = {"original_width": 100, "original_height": 100, "image_rotation": 0}
    above = {} if parent is None else {"parentID": str(parent)}
    return {**said, **size, **above, "value": {**value, f"{kind}labels": [name]}}


def converted(name, interface, *regions):
    """Classes of COCO's annotations with their points, and the number of YOLO's objects."""
    file = place / f"{name}.json"
    tasks = [{"id": 1, "data": {"image": str(place / "a.png")}, "annotations": [{"id": 1, "result": list(regions)}]}]
    file.write_text(json.dumps(tasks))
    converter = Converter(interface, str(place), download_resources=False)
    converter.convert_to_coco(str(file), str(place / name / "coco"), is_dir=False)
    converter.convert_to_yolo(str(file), str(place / name / "yolo"), is_dir=False)
    data = json.loads((place / name / "coco" / "result.json").read_text())
    names = {category["id"]: category["name"] for category in data["categories"]}
    labels = list((place / name / "yolo" / "labels").glob("*.txt"))
    objects = sum(len(label.read_text().splitlines()) for label in labels)
    return [(names[row["category_id"]], row.get("keypoints")) for row in data["annotations"]], objects


box = {"width": 30, "height": 30, "rotation": 0}
cat = region(1, "rectangle", "cat", x=5, y=5, **box)
dog = region(2, "polygon", "dog", points=[[50, 50], [80, 50], [80, 90]], closed=True)
both = {"rectangle": ["cat", "dog"], "polygon": ["cat", "dog"]}
without = converted("without", config(**both), cat, dog)
beside = converted("with", config(**both, keypoint=["cat", "dog"]), cat, dog)
for name, (rows, objects) in (("without:", without), ("with:", beside)):
    print(f"{name:9} COCO {[row[0] for row in rows]}, YOLO {objects} object{'s' * (objects != 1)}")

people = []
for number, left in ((1, 5), (4, 55)):
    people.append(region(number, "rectangle", "person", x=left, y=5, **box))
    people.append(region(number + 1, "keypoint", "nose", number, x=left + 5, y=10, width=0.5))
    people.append(region(number + 2, "keypoint", "tail", number, x=left + 15, y=12, width=0.5))
rows, _ = converted("people", config(rectangle=["person"], keypoint=["nose", "tail"]), *people)
points = [row[1] for row in rows if row[1] is not None]
print(f"{len(points)} annotation of {len(rows)} has points: {points[0]}")
same = [row[0] for row in without[0]] == ["cat", "dog"] and [row[0] for row in beside[0]] == ["default"] * 2
same = same and (without[1], beside[1]) == (2, 1)
sys.exit(0 if same and len(rows) == 3 and points == [[60, 10, 2, 70, 12, 2]] else 1)
PYTHON
"$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
