#!/usr/bin/env bash
# torchvision 0.29.1, torch 2.14.1, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# SanitizeBoundingBoxes, which its documentation puts at the end of a pipeline, and turned boxes (CXCYWHR, XYWHR, XYXYXYXY):
# - It takes the height from other coordinates than the second side's. So a box that is turned by 90 or 270 degrees counts
#   as one without height and is taken out with its label, wherever it lies, and one without height is left in unless it
#   is turned so; min_size means little. A quarter turn of the picture removes every box that was upright.
# - A box of which a corner lies outside is taken out, also after ClampBoundingBoxes, which the documentation recommends
#   against that: for turned boxes it leaves corners outside ("soft" is what such boxes have by default). Upright boxes at
#   the rim are clamped and stay. clamping_mode="hard" keeps them, as smaller boxes.
#
# Seen, whether a box in a picture of 300 x 200 is kept, in its middle and at its right rim:
#   60 x 20, turned by 0, 45, 89, 90, 91, 270: yes, yes, yes, no, yes, no
#   without height, turned by 0, 45, 90: yes, yes, no
#   after RandomRotation((90, 90)): no
#   at the rim, clamped: upright yes; turned no; hard yes
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


def boxes(*numbers, form="CXCYWHR"):
    return tv_tensors.BoundingBoxes(torch.tensor([numbers], dtype=torch.float32), format=form, canvas_size=(200, 300))


def kept(found):
    return "yes" if len(v2.SanitizeBoundingBoxes(labels_getter=None)(found)) else "no"


turned = [kept(boxes(150, 100, 60, 20, angle)) for angle in (0, 45, 89, 90, 91, 270)]
flat = [kept(boxes(150, 100, 60, 0, angle)) for angle in (0, 45, 90)]
after = kept(v2.RandomRotation((90, 90))(boxes(150, 100, 60, 20, 0)))
clamp, hard = v2.ClampBoundingBoxes(), v2.ClampBoundingBoxes(clamping_mode="hard")
upright, slanted = boxes(255, 90, 315, 110, form="XYXY"), boxes(285, 100, 60, 20, 20)
rim = [kept(clamp(upright)), kept(clamp(slanted)), kept(hard(slanted))]
print("60 x 20, turned by 0, 45, 89, 90, 91, 270:", ", ".join(turned))
print("without height, turned by 0, 45, 90:", ", ".join(flat))
print("after RandomRotation((90, 90)):", after)
print("at the rim, clamped: upright {}; turned {}; hard {}".format(*rim))
same = turned == ["yes", "yes", "yes", "no", "yes", "no"] and flat == ["yes", "yes", "no"]
sys.exit(0 if same and after == "no" and rim == ["yes", "no", "yes"] else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py"
