#!/usr/bin/env bash
# transformers 5.24.0, torch 2.14.1, torchvision 0.29.1, numpy 2.4.6, Pillow 12.3.0; Python 3.11, Linux x86-64 (torch takes
# some GB and minutes there)
#
# The image processors of BEiT (and Data2Vec, which uses it) and DPT resize segmentation maps as they do pictures, bicubically.
# Numbers of classes are mixed along every border, beyond the highest one as well; with do_reduce_labels, which makes 255 of
# the background, between it and 255, too, so that what is to be ignored has a rim of classes. As labels these numbers are
# valid, and nothing tells. SegFormer's, MobileViT's and MobileNetV2's processors take the nearest pixel.
#
# With do_reduce_labels, the variants for Pillow (BeitImageProcessorPil and the like, which are taken where torchvision is
# missing) change the array they are given: its 0 is 255 from then on, for whoever keeps masks in memory. Neither a Pillow
# picture nor an array given to the usual variants is changed.
#
# Seen, for a map of the classes 0, 1 and 150 made half as large, how many classes there are, and how many of the pixels have
# one that was not there:
#   SegformerImageProcessor  3 classes, 0.0 % others   reduced  3 classes, 0.0 % others
#   BeitImageProcessor      11 classes, 7.3 % others   reduced 24 classes, 11.8 % others
#   DPTImageProcessor       11 classes, 7.3 % others   reduced 24 classes, 11.8 % others
#   array after BeitImageProcessor: [0, 1, 150], after BeitImageProcessorPil: [1, 150, 255]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    transformers==5.24.0 torch==2.14.1 torchvision==0.29.1 numpy==2.4.6 pillow==12.3.0
cat >"$place/resize.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import numpy as np
import transformers

image = np.zeros((96, 128, 3), np.uint8)
classes = np.zeros((96, 128), np.uint8)
classes[20:60, 30:90] = 1
classes[60:80, 30:90] = 150


def labels(name, array, size, reduce_labels):
    processor = getattr(transformers, name)(size=size, do_reduce_labels=reduce_labels)
    made = processor(images=[image], segmentation_maps=[array], return_tensors="np")
    return np.asarray(made["labels"][0])


found = []
for name in ("SegformerImageProcessor", "BeitImageProcessor", "DPTImageProcessor"):
    row = []
    for reduce_labels in (False, True):
        there = [0, 149, 255] if reduce_labels else [0, 1, 150]
        made = labels(name, classes.copy(), {"height": 48, "width": 64}, reduce_labels)
        row.append((len(np.unique(made)), round(100 * float(np.mean(~np.isin(made, there))), 1)))
    found.append(row)
    told = [f"{number:2} classes, {share} % others" for number, share in row]
    print(f"{name:24}{told[0]}   reduced {told[1]}")
kept = []
for name in ("BeitImageProcessor", "BeitImageProcessorPil"):
    array = classes.copy()
    labels(name, array, {"height": 96, "width": 128}, True)
    kept.append(np.unique(array).tolist())
print(f"array after BeitImageProcessor: {kept[0]}, after BeitImageProcessorPil: {kept[1]}")
mixed = [[count > 10 and share > 3 for count, share in row] for row in found]
same = mixed == [[False, False], [True, True], [True, True]] and found[0] == [(3, 0.0), (3, 0.0)]
sys.exit(0 if same and kept == [[0, 1, 150], [1, 150, 255]] else 1)
PYTHON
HF_HOME="$place/home" "$place/venv/bin/python" "$place/resize.py" 2>/dev/null
