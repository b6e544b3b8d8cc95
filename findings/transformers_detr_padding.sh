#!/usr/bin/env bash
# transformers 5.24.0, torch 2.14.1, torchvision 0.29.1, numpy 2.4.6, Pillow 12.3.0; Python 3.11, Linux x86-64 (torch takes
# some GB and minutes there)
#
# DetrImageProcessor (also Conditional and Deformable DETR's, YOLOS', Grounding DINO's) pads the pictures of a batch to a
# common size and makes boxes relative to that, so that the labels of a picture depend on which others are in its batch.
# post_process_object_detection knows nothing of padding: with the pictures' own sizes, as they stand in "orig_size", boxes
# come back too small wherever the batch was padded, and right where all pictures had one shape. So a model is rated
# otherwise by batches of one than by batches of eight, and a perfect one below 1. RTDetrImageProcessor, which does not pad,
# is right. In the first, "keypoints" stay numbers of pixels of the source, while boxes become shares.
#
# Seen, for a box at [30, 20, 50, 35] of 120 x 80, taken through the processor and back, alone and beside 80 x 120:
#   DetrImageProcessor   alone [30, 20, 50, 35], beside another shape [30, 13, 50, 23]
#   RTDetrImageProcessor alone [30, 20, 50, 35], beside another shape [30, 20, 50, 35]
#   keypoint of DETR [30.0, 20.0] in the labels, as in the source
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check transformers==5.24.0 torch==2.14.1 \
    torchvision==0.29.1 numpy==2.4.6 pillow==12.3.0
cat >"$place/pad.py" <<'PYTHON'
import sys
import warnings
from types import SimpleNamespace

warnings.filterwarnings("ignore")
import torch
import transformers
from PIL import Image

POINT = [30, 20, 2]
first = {"id": 1, "image_id": 1, "category_id": 3, "bbox": [30, 20, 20, 15], "area": 300, "iscrowd": 0}
first["keypoints"] = POINT
other = {"id": 2, "image_id": 2, "category_id": 3, "bbox": [20, 30, 15, 20], "area": 300, "iscrowd": 0}
other["keypoints"] = POINT
images = [Image.new("RGB", (120, 80)), Image.new("RGB", (80, 120))]
targets = [{"image_id": 1, "annotations": [first]}, {"image_id": 2, "annotations": [other]}]


def returned(processor, count):
    """The first picture's box after the way through labels that a perfect model gives back."""
    batch = processor(images=images[:count], annotations=targets[:count], return_tensors="pt")
    labels = batch["labels"]
    logits = torch.full((count, 1, 5), -9.0)
    logits[:, 0, 3] = 9.0
    output = SimpleNamespace(logits=logits, pred_boxes=torch.stack([label["boxes"] for label in labels]))
    sizes = torch.stack([label["orig_size"] for label in labels])
    made = processor.post_process_object_detection(output, threshold=0.1, target_sizes=sizes)
    return [round(float(value)) for value in made[0]["boxes"][0]], labels[0]


found = {}
for name in ("DetrImageProcessor", "RTDetrImageProcessor"):
    processor = getattr(transformers, name)()
    alone, label = returned(processor, 1)
    beside, _ = returned(processor, 2)
    print(f"{name:20} alone {alone}, beside another shape {beside}")
    found[name] = alone, beside
    if name == "DetrImageProcessor":
        point = label["keypoints"].reshape(-1)[:2].tolist()
print(f"keypoint of DETR {point} in the labels, as in the source")
box, small = [30, 20, 50, 35], [30, 13, 50, 23]
right = found == {"DetrImageProcessor": (box, small), "RTDetrImageProcessor": (box, box)}
sys.exit(0 if right and point == [30.0, 20.0] else 1)
PYTHON
HF_HUB_OFFLINE=1 HF_HOME="$place/home" CUDA_VISIBLE_DEVICES="" "$place/venv/bin/python" "$place/pad.py" 2>/dev/null
