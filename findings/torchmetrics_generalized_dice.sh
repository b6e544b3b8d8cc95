#!/usr/bin/env bash
# torchmetrics 1.9.0, torch 2.14.1, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# GeneralizedDiceScore of a prediction that equals the masks is below 1 where classes are missing in some pictures, as
# lesions and defects are: with include_background=False a picture of background alone, predicted so, counts as 0, and
# with per_class=True so does every class in every picture that does not have it. What comes out is how many pictures
# have the class. MeanIoU and DiceScore of the same package give 1 for the same masks; they leave such pictures out.
#
# Seen, for 4 pictures of which one has class 1, and masks that are predicted as they are:
#   include_background=False: generalized Dice 0.25, mean IoU 1.00, Dice 1.00
#   per_class=True:           generalized Dice 1.00, 0.25; mean IoU 1.00, 1.00
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check torchmetrics==1.9.0 torch==2.14.1 numpy==2.4.6
cat >"$place/rate.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import torch
from torchmetrics.segmentation import DiceScore, GeneralizedDiceScore, MeanIoU

masks = torch.zeros((4, 16, 16), dtype=torch.long)
masks[0, 4:9, 4:9] = 1


def rated(kind, **options):
    found = kind(num_classes=2, input_format="index", **options)(masks, masks)
    return [round(number, 3) for number in found.reshape(-1).tolist()]


def text(numbers):
    return ", ".join(f"{number:.2f}" for number in numbers)


alone = [rated(kind, include_background=False) for kind in (GeneralizedDiceScore, MeanIoU, DiceScore)]
classes = [rated(kind, per_class=True) for kind in (GeneralizedDiceScore, MeanIoU)]
print("include_background=False: generalized Dice {}, mean IoU {}, Dice {}".format(*map(text, alone)))
print("per_class=True:           generalized Dice {}; mean IoU {}".format(*map(text, classes)))
same = alone == [[0.25], [1.0], [1.0]] and classes == [[1.0, 0.25], [1.0, 1.0]]
sys.exit(0 if same else 1)
PYTHON
"$place/venv/bin/python" "$place/rate.py"
