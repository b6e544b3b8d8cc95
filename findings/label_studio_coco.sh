#!/usr/bin/env bash
# label-studio-sdk 2.1.2, pycocotools 2.0.11, numpy 2.2.6, Pillow 12.3.0; Python 3.11, Linux x86-64
#
# Of a project that Label Studio's converter writes as COCO,
# - the first annotation has the id 0, which pycocotools takes for "nothing found here": detections that are equal to
#   the labels are rated below 1;
# - a picture that two people labelled is listed twice, under two ids with each one's labels, so that a division by
#   images can put one picture into training and validation;
# - ellipses are left out, with a line in the log that names neither task nor picture.
#
# Seen, for a task with a rectangle and an ellipse, and one with a rectangle by each of two people:
#   annotation ids [0, 1, 2], for 3 rectangles and 1 ellipse
#   pictures ['a.png', 'b.png', 'b.png']
#   AP of detections that are equal to the labels: 0.442; with ids from 1: 1.000
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    label-studio-sdk==2.1.2 pycocotools==2.0.11 numpy==2.2.6 pillow==12.3.0
cat >"$place/convert.py" <<'PYTHON'
import contextlib
import io
import json
import sys
from pathlib import Path

from label_studio_sdk.converter import Converter
from label_studio_sdk.converter.converter import Format
from PIL import Image
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

place = Path(sys.argv[1])
CONFIG = """<View>
<Image name="image" value="$image"/>
<RectangleLabels name="box" toName="image"><Label value="cat"/></RectangleLabels>
<EllipseLabels name="round" toName="image"><Label value="ball"/></EllipseLabels>
</View>"""


def result(kind, control, label, **value):
    size = {"original_width": 200, "original_height": 100, "image_rotation": 0}
    where = {"id": f"{kind}{label}", "type": kind, "from_name": control, "to_name": "image"}
    return {**where, **size, "value": {**value, "rotation": 0, kind: [label]}}


def task(number, name, *annotations):
    Image.new("RGB", (200, 100)).save(place / name)
    said = [
        {"id": 10 * number + person, "completed_by": person, "was_cancelled": False, "result": results}
        for person, results in enumerate(annotations, 1)
    ]
    return {"id": number, "data": {"image": str(place / name)}, "annotations": said}


box = result("rectanglelabels", "box", "cat", x=10, y=10, width=20, height=30)
other = result("rectanglelabels", "box", "cat", x=11, y=10, width=20, height=30)
ellipse = result("ellipselabels", "round", "ball", x=50, y=50, radiusX=10, radiusY=20)
tasks = [task(1, "a.png", [box, ellipse]), task(2, "b.png", [box], [other])]
(place / "tasks.json").write_text(json.dumps(tasks))
converter = Converter(CONFIG, str(place), upload_dir=str(place), download_resources=False)
converter.convert(str(place / "tasks.json"), str(place / "coco"), Format.COCO, is_dir=False)
data = json.loads((place / "coco" / "result.json").read_text())


def precision(first):
    """The rating of detections that are equal to the labels, whose ids start at a number."""
    labels = [{**label, "id": number} for number, label in enumerate(data["annotations"], first)]
    found = [
        {"image_id": a["image_id"], "category_id": a["category_id"], "bbox": a["bbox"], "score": 0.9}
        for a in labels
    ]
    coco = COCO()
    coco.dataset = {**data, "annotations": labels}
    with contextlib.redirect_stdout(io.StringIO()):
        coco.createIndex()
        rating = COCOeval(coco, coco.loadRes(found), "bbox")
        rating.evaluate()
        rating.accumulate()
        rating.summarize()
    return rating.stats[0]


ids = [annotation["id"] for annotation in data["annotations"]]
pictures = [Path(image["file_name"]).name for image in data["images"]]
as_written, from_one = precision(ids[0]), precision(1)
print(f"annotation ids {ids}, for 3 rectangles and 1 ellipse")
print(f"pictures {pictures}")
print(f"AP of detections that are equal to the labels: {as_written:.3f}; with ids from 1: {from_one:.3f}")
same = ids == [0, 1, 2] and pictures == ["a.png", "b.png", "b.png"]
sys.exit(0 if same and as_written < 0.9 and from_one > 0.999 else 1)
PYTHON
"$place/venv/bin/python" "$place/convert.py" "$place" 2>/dev/null
