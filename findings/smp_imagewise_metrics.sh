#!/usr/bin/env bash
# segmentation-models-pytorch 0.6.0, torch 2.14.1, torchvision 0.29.1, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some
# GB and minutes there)
#
# Two of the ways in which segmentation_models_pytorch.metrics puts pictures and classes together give numbers that have little
# to do with the model:
# - "weighted-imagewise" divides by the number of classes once more than its weights do: masks that are equal to the labels are
#   rated 1 / n, whatever the weights. "weighted" rates them 1.
# - "macro-imagewise" counts a class that a picture neither has nor is said to have as 1, which zero_division decides. So of many
#   classes, of which a picture has few, a model that finds nothing at all is near 1; with zero_division=0 a perfect one is far from it.
# This is so for iou_score, f1_score, recall and all others. Nothing is said.
#
# Seen, for 5 classes, of which two pictures out of 4 hold one besides the background; IoU:
#   equal to the labels:  weighted 1.000, weighted-imagewise 0.200, macro-imagewise 1.000, with zero_division=0 0.300
#   background alone:     weighted 0.592, weighted-imagewise 0.178, macro-imagewise 0.892, with zero_division=0 0.192
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    segmentation-models-pytorch==0.6.0 torch==2.14.1 torchvision==0.29.1 numpy==2.4.6
cat >"$place/rate.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import torch
from segmentation_models_pytorch.metrics import get_stats, iou_score

labels = torch.zeros((4, 16, 16), dtype=torch.long)
labels[0, 4:9, 4:9] = 1
labels[1, 2:6, 2:6] = 2
WAYS = {
    "weighted": {"reduction": "weighted", "class_weights": [1.0] * 5},
    "weighted-imagewise": {"reduction": "weighted-imagewise", "class_weights": [1.0] * 5},
    "macro-imagewise": {"reduction": "macro-imagewise"},
    "with zero_division=0": {"reduction": "macro-imagewise", "zero_division": 0.0},
}


def rated(masks):
    counts = get_stats(masks, labels, mode="multiclass", num_classes=5)
    return [round(float(iou_score(*counts, **way)), 3) for way in WAYS.values()]


found = [rated(labels), rated(torch.zeros_like(labels))]
for name, numbers in zip(("equal to the labels:", "background alone:"), found):
    print(f"{name:21}", ", ".join(f"{way} {number:.3f}" for way, number in zip(WAYS, numbers)))
sys.exit(0 if found == [[1.0, 0.2, 1.0, 0.3], [0.592, 0.178, 0.892, 0.192]] else 1)
PYTHON
HF_HOME="$place/home" "$place/venv/bin/python" "$place/rate.py"
