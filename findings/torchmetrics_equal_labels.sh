#!/usr/bin/env bash
# torchmetrics 1.9.0, torch 2.14.1, torchvision 0.29.1, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes
# there)
#
# Three metrics rate what equals the labels below 1, by numbers that have nothing to do with the model:
# - IntersectionOverUnion (boxes; GIoU, DIoU and CIoU alike) takes the mean of all pairs of a class in a picture, also of
#   one object's box with another one's. n objects that lie apart, all found exactly, give 1 / n, with class_metrics, too.
#   So does one that finds only the first of them. respect_labels=False makes pairs of all classes. iou_threshold leaves the
#   others' pairs out, and with them boxes that are badly placed.
# - GeneralizedDiceScore with include_background=False counts a picture of background alone, predicted so, as 0, and with
#   per_class=True every class in every picture that does not have it: what comes out is how many pictures have the class,
#   as of lesions or defects. MeanIoU and DiceScore of the same package leave such pictures out.
#
# Seen, of boxes and masks that are predicted as they are:
#   boxes of one class, 1, 2 and 10 of them: IoU 1.00, 0.50, 0.10, GIoU 1.00, 0.25, -0.59
#   one of 10 found: IoU 0.10
#   one of 4 pictures has class 1, include_background=False: generalized Dice 0.25, mean IoU 1.00, Dice 1.00
#   the same, per_class=True: generalized Dice 1.00, 0.25, mean IoU 1.00, 1.00
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    torchmetrics==1.9.0 torch==2.14.1 torchvision==0.29.1 numpy==2.4.6
cat >"$place/rate.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import torch
from torchmetrics.detection import GeneralizedIntersectionOverUnion, IntersectionOverUnion
from torchmetrics.segmentation import DiceScore, GeneralizedDiceScore, MeanIoU


def objects(number):
    """Boxes of 10 x 10, one beside the other with 20 between them, of one class."""
    left = torch.arange(number) * 30.0
    boxes = torch.stack([left, torch.zeros(number), left + 10, torch.full((number,), 10.0)], 1)
    return {"boxes": boxes, "labels": torch.zeros(number, dtype=torch.long), "scores": torch.ones(number)}


def rated_boxes(metric, found, there):
    return [round(float(value), 2) for value in metric([objects(found)], [objects(there)]).values()][0]


masks = torch.zeros((4, 16, 16), dtype=torch.long)
masks[0, 4:9, 4:9] = 1


def rated_masks(kind, **options):
    found = kind(num_classes=2, input_format="index", **options)(masks, masks)
    return [round(number, 2) for number in found.reshape(-1).tolist()]


def text(numbers):
    return ", ".join(f"{number:.2f}" for number in numbers)


NUMBERS = (1, 2, 10)
plain = [rated_boxes(IntersectionOverUnion(), number, number) for number in NUMBERS]
general = [rated_boxes(GeneralizedIntersectionOverUnion(), number, number) for number in NUMBERS]
first = rated_boxes(IntersectionOverUnion(), 1, 10)
alone = [rated_masks(kind, include_background=False) for kind in (GeneralizedDiceScore, MeanIoU, DiceScore)]
classes = [rated_masks(kind, per_class=True) for kind in (GeneralizedDiceScore, MeanIoU)]
print(f"boxes of one class, 1, 2 and 10 of them: IoU {text(plain)}, GIoU {text(general)}")
print(f"one of 10 found: IoU {text([first])}")
told = "one of 4 pictures has class 1, include_background=False: generalized Dice {}, mean IoU {}, Dice {}"
print(told.format(*map(text, alone)))
print("the same, per_class=True: generalized Dice {}, mean IoU {}".format(*map(text, classes)))
same = plain == [1.0, 0.5, 0.1] and general == [1.0, 0.25, -0.59] and first == 0.1
same = same and alone == [[0.25], [1.0], [1.0]] and classes == [[1.0, 0.25], [1.0, 1.0]]
sys.exit(0 if same else 1)
PYTHON
"$place/venv/bin/python" "$place/rate.py"
