#!/usr/bin/env bash
# torchvision 0.29.1, torch 2.14.1, pycocotools 2.0.11, numpy 2.4.6, Pillow 12.3.0; Python 3.11, Linux x86-64 (torch
# takes some GB and minutes there)
#
# CocoDetection wrapped by wrap_dataset_for_transforms_v2, as its documentation trains from it:
# - A crowd is a target like any other: its box and class are among those of the objects, and nothing says so, unless
#   "iscrowd" is asked for by target_keys.
# - A picture without objects has neither "boxes" nor "labels", not even empty ones: {"image_id": 2}. Transforms for
#   boxes and every loop that reads them fail on the first background picture.
#
# masks_to_boxes gives the last row and column, not the edge behind them, as boxes "xyxy". So a box is a pixel short of
# what the same function's format means elsewhere (a width is x2 - x1), and what is one pixel wide has no area:
# SanitizeBoundingBoxes, which shall remove degenerate boxes, takes out a pole or a wire.
#
# Seen:
#   picture 1: 2 boxes (an object and a crowd), keys ['boxes', 'image_id', 'labels']
#   picture 2: keys ['image_id']
#   masks of 4 x 5 and 1 x 5 pixels: boxes of [3, 4] and [0, 4]; kept 1 of 2
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    torchvision==0.29.1 torch==2.14.1 pycocotools==2.0.11 numpy==2.4.6 pillow==12.3.0
cat >"$place/show.py" <<'PYTHON'
import contextlib
import io
import json
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import torch
from PIL import Image
from torchvision import datasets, ops, tv_tensors
from torchvision.transforms import v2

place = Path(sys.argv[1])
for name in "ab":
    Image.new("RGB", (16, 16)).save(place / f"{name}.png")
one = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [2, 3, 4, 5], "area": 20, "iscrowd": 0}
crowd = {"size": [16, 16], "counts": [128, 128]}
data = {
    "images": [{"id": n, "file_name": f"{s}.png", "width": 16, "height": 16} for n, s in enumerate("ab", 1)],
    "categories": [{"id": 1, "name": "cat"}],
    "annotations": [
        {**one, "segmentation": [[2, 3, 6, 3, 6, 8, 2, 8]]},
        {**one, "id": 2, "bbox": [8, 0, 8, 16], "area": 128, "iscrowd": 1, "segmentation": crowd},
    ],
}
(place / "coco.json").write_text(json.dumps(data))
with contextlib.redirect_stdout(io.StringIO()):
    dataset = datasets.CocoDetection(str(place), str(place / "coco.json"))
first, second = (target for _, target in datasets.wrap_dataset_for_transforms_v2(dataset))
print(f"picture 1: {len(first['boxes'])} boxes (an object and a crowd), keys {sorted(first)}")
print(f"picture 2: keys {sorted(second)}")

masks = torch.zeros(2, 16, 16, dtype=torch.bool)
masks[0, 3:8, 2:6] = True
masks[1, 4:9, 10:11] = True
boxes = tv_tensors.BoundingBoxes(ops.masks_to_boxes(masks), format="XYXY", canvas_size=(16, 16))
sizes = (boxes[:, 2:] - boxes[:, :2]).int().tolist()
kept = len(v2.SanitizeBoundingBoxes()({"boxes": boxes, "labels": torch.tensor([0, 1])})["boxes"])
print(f"masks of 4 x 5 and 1 x 5 pixels: boxes of {sizes[0]} and {sizes[1]}; kept {kept} of 2")
targets = sorted(first) == ["boxes", "image_id", "labels"] and len(first["boxes"]) == 2
right = targets and second == {"image_id": 2} and sizes == [[3, 4], [0, 4]] and kept == 1
sys.exit(0 if right else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py" "$place"
