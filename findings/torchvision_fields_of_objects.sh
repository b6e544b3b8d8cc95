#!/usr/bin/env bash
# torchvision 0.29.1, torch 2.14.1, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# SanitizeBoundingBoxes takes degenerate boxes out, with their labels and masks, but leaves everything else that belongs to the
# objects as it is: "area", "iscrowd" and ids of annotations (all of which wrap_dataset_for_transforms_v2 gives on request), and
# KeyPoints of one object each. From there on each object has the area, crowd mark or points of one before. Nothing
# is said. labels_getter can give a tuple of such tensors; points have to be carried by their numbers.
#
# FiveCrop and TenCrop refuse boxes and masks, as they cannot move them, and let KeyPoints pass as they are, for all crops.
#
# Seen, for two objects, of which the first box has no width:
#   after SanitizeBoundingBoxes: boxes 1, labels 1, masks 1, area 2, iscrowd 2, keypoints 2
#   the object with label 2: area 0, crowd 1, points [[5, 10]]; it had area 100, crowd 0, points [[15, 15]]
#   FiveCrop: boxes refused, masks refused, keypoints as before: True
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check torchvision==0.29.1 torch==2.14.1 numpy==2.4.6
cat >"$place/show.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

SIZE = (32, 48)
image = tv_tensors.Image(torch.zeros(3, *SIZE))
sample = {
    "image": image,
    "boxes": tv_tensors.BoundingBoxes([[5, 5, 5, 15], [10, 10, 20, 20]], format="XYXY", canvas_size=SIZE),
    "labels": torch.tensor([1, 2]),
    "masks": tv_tensors.Mask(torch.zeros(2, *SIZE)),
    "area": torch.tensor([0, 100]),
    "iscrowd": torch.tensor([1, 0]),
    "keypoints": tv_tensors.KeyPoints([[[5, 10]], [[15, 15]]], canvas_size=SIZE),
}


def refused(step, label):
    try:
        step(image, label)
    except TypeError:
        return True
    return False


made = v2.SanitizeBoundingBoxes()(sample)
counts = {name: len(value) for name, value in made.items() if name != "image"}
print("after SanitizeBoundingBoxes:", ", ".join(f"{name} {count}" for name, count in counts.items()))
of_first = [made[name][0].tolist() for name in ("labels", "area", "iscrowd", "keypoints")]
had = [sample[name][1].tolist() for name in ("area", "iscrowd", "keypoints")]
print("the object with label {}: area {}, crowd {}, points {}; it had".format(*of_first), end=" ")
print("area {}, crowd {}, points {}".format(*had))
crop = v2.FiveCrop(16)
words = ["refused" if refused(crop, sample[name]) else "taken" for name in ("boxes", "masks")]
crops, points = crop(image, sample["keypoints"])
kept = len(crops) == 5 and torch.equal(torch.as_tensor(points), torch.as_tensor(sample["keypoints"]))
print(f"FiveCrop: boxes {words[0]}, masks {words[1]}, keypoints as before: {kept}")
same = list(counts.values()) == [1, 1, 1, 2, 2, 2] and of_first == [2, 0, 1, [[5, 10]]]
sys.exit(0 if same and words == ["refused", "refused"] and kept else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py" 2>/dev/null
