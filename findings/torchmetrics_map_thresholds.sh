#!/usr/bin/env bash
# torchmetrics 1.9.0, torch 2.14.1, torchvision 0.29.1, pycocotools 2.0.11, faster-coco-eval 1.8.0, numpy 2.4.6; Python 3.11,
# Linux x86-64 (torch takes some GB and minutes there)
#
# MeanAveragePrecision(max_detection_thresholds=[1, 10, 300]), as crowded pictures need it, gives "map" -1 for whatever is
# detected: by its documentation it is calculated with the last of the thresholds, but pycocotools, the usual backend, looks
# for the one of 100 and finds none. "map_50", "map_75" and those by size are right, and so is "map" if 100 is one of the
# three, then with 100 detections. The backend faster_coco_eval calculates with the last one. Nothing is said; a checkpoint
# that is kept for the best "map" is the first one.
#
# Seen, for detections that are equal to the labels:
#   pycocotools      [1, 10, 100] 1.0   [1, 10, 300] -1.0   map_50 1.0
#   faster_coco_eval [1, 10, 100] 1.0   [1, 10, 300] 1.0   map_50 1.0
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check torchmetrics==1.9.0 torch==2.14.1 torchvision==0.29.1 \
    pycocotools==2.0.11 faster-coco-eval==1.8.0 numpy==2.4.6
cat >"$place/rate.py" <<'PYTHON'
import sys

import torch
from torchmetrics.detection import MeanAveragePrecision

found = {}
for backend in ("pycocotools", "faster_coco_eval"):
    row = []
    for thresholds in ([1, 10, 100], [1, 10, 300]):
        metric = MeanAveragePrecision(backend=backend, max_detection_thresholds=thresholds)
        label = {"boxes": torch.tensor([[10.0, 10.0, 60.0, 60.0]]), "labels": torch.tensor([1])}
        metric.update([{**label, "scores": torch.tensor([0.9])}], [label])
        values = {name: float(value) for name, value in metric.compute().items() if value.numel() == 1}
        row += [values["map"], values["map_50"]]
    print(f"{backend:16} [1, 10, 100] {row[0]}   [1, 10, 300] {row[2]}   map_50 {row[3]}")
    found[backend] = row
right = {"pycocotools": [1.0, 1.0, -1.0, 1.0], "faster_coco_eval": [1.0] * 4}
sys.exit(0 if found == right else 1)
PYTHON
CUDA_VISIBLE_DEVICES="" "$place/venv/bin/python" "$place/rate.py"
