#!/usr/bin/env bash
# torchvision 0.29.1, torch 2.14.1, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# What makes pictures, masks, boxes and points of tensors (tv_tensors) is lost when a loader puts samples into a batch: torch.stack
# gives plain tensors. Transforms (v2) of a batch, as for a GPU, then take the first plain tensor for the picture and let all
# others pass: pictures are flipped, turned and cropped, masks and boxes stay where they were, and nothing is said, as both are
# valid. It is the same in a Dataset that does anything with a mask or box before the transforms: mask.long(), mask > 0,
# boxes[keep] and mask[None] are plain; .to(dtype) and .clone() keep the kind. Wrap them again, or move each sample by itself.
#
# Seen, what RandomHorizontalFlip(1.0) moves, of a picture, its mask and its box:
#   a sample: picture yes, mask yes, box yes
#   a batch:  picture yes, mask no, box no
#   a sample whose mask went through long() no, > 0 no, [None] no, to(int64) yes, clone() yes
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check torchvision==0.29.1 torch==2.14.1 numpy==2.4.6
cat >"$place/flip.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import torch
from torch.utils.data import DataLoader
from torchvision import tv_tensors
from torchvision.transforms import v2

pixels = torch.zeros(3, 32, 48, dtype=torch.uint8)
pixels[:, 8:12, 4:8] = 255
image = tv_tensors.Image(pixels)
mask = tv_tensors.Mask((pixels[0] > 0).to(torch.uint8))
box = tv_tensors.BoundingBoxes([[4, 8, 8, 12]], format="XYXY", canvas_size=(32, 48))
sample = {"image": image, "mask": mask, "boxes": box}
flip = v2.RandomHorizontalFlip(1.0)


def moved(before):
    after = flip(before)
    return [not torch.equal(torch.as_tensor(before[name]), torch.as_tensor(after[name])) for name in before]


def text(values):
    return ["yes" if value else "no" for value in values]


found = [moved(sample), moved(next(iter(DataLoader([sample, sample], batch_size=2))))]
for name, row in zip(("a sample:", "a batch: "), found):
    print(name, "picture {}, mask {}, box {}".format(*text(row)))
CHANGED = {
    "long()": mask.long(),
    "> 0": mask > 0,
    "[None]": mask[None],
    "to(int64)": mask.to(torch.int64),
    "clone()": mask.clone(),
}
masks = [moved({"image": image, "mask": changed})[1] for changed in CHANGED.values()]
print("a sample whose mask went through", ", ".join(f"{name} {said}" for name, said in zip(CHANGED, text(masks))))
same = found == [[True, True, True], [True, False, False]] and masks == [False, False, False, True, True]
sys.exit(0 if same else 1)
PYTHON
"$place/venv/bin/python" "$place/flip.py"
