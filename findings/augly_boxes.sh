#!/usr/bin/env bash
# augly 1.0.0, numpy 1.26.4, Pillow 9.5.0 (13.0.0 and numpy 2.4.6 give the same boxes); Python 3.11, Linux x86-64 (with libmagic,
# which AugLy needs)
#
# AugLy's functions for pictures take "bboxes", which by their documentation are modified in place. They never are: without
# "metadata" nothing is made of the boxes at all, with it they stand in "dst_bboxes" of what is appended there, and there
# - in the format "pascal_voc_norm" they are those of before, whatever was done to the picture;
# - in all formats rotate turns them the other way than the picture: at 90 degrees to the opposite side;
# - overlay_onto_background_image stretches them with the background, where the picture keeps its shape;
# - a second picture with the same list of metadata gets the boxes of the first one: its own are passed over.
# Nothing is said. Flips, crops, pads and skews are right in the other formats, with a new list for each picture.
#
# Seen, for a lit rectangle at [40, 30, 90, 60] of 160 x 120; what is lit, the box as left in the list and in the metadata:
#   hflip, pascal_voc           lit [70, 30, 120, 60]     list [40, 30, 90, 60]     metadata [70, 30, 120, 60]
#   hflip, pascal_voc_norm      lit [70, 30, 120, 60]     list [40, 30, 90, 60]     metadata [40, 30, 90, 60]
#   rotate by 90, pascal_voc    lit [30, 70, 60, 120]     list [40, 30, 90, 60]     metadata [60, 70, 90, 120]
#   on 300 x 200, pascal_voc    lit [187, 130, 270, 180]  list [40, 30, 90, 60]     metadata [195, 130, 289, 180]
#   a second picture, whose box [0, 0, 10, 10] is flipped: [40, 30, 90, 60]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check augly==1.0.0 numpy==1.26.4 pillow==9.5.0
cat >"$place/show.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import augly.image
import numpy as np
from PIL import Image

BOX = (40, 30, 90, 60)
pixels = np.zeros((120, 160, 3), np.uint8)
pixels[30:60, 40:90] = 255
image = Image.fromarray(pixels)
ground = Image.new("RGB", (300, 200))
STEPS = [
    ("hflip, pascal_voc", augly.image.hflip, "pascal_voc", {}),
    ("hflip, pascal_voc_norm", augly.image.hflip, "pascal_voc_norm", {}),
    ("rotate by 90, pascal_voc", augly.image.rotate, "pascal_voc", {"degrees": 90}),
    ("on 300 x 200, pascal_voc", augly.image.overlay_onto_background_image, "pascal_voc", {"background_image": ground}),
]
EXPECTED = [
    ([70, 30, 120, 60], [40, 30, 90, 60], [70, 30, 120, 60]),
    ([70, 30, 120, 60], [40, 30, 90, 60], [40, 30, 90, 60]),
    ([30, 70, 60, 120], [40, 30, 90, 60], [60, 70, 90, 120]),
    ([187, 130, 270, 180], [40, 30, 90, 60], [195, 130, 289, 180]),
]


def scaled(box, sizes, back):
    factors = [*sizes, *sizes]
    return [round(v * f) if back else v / f for v, f in zip(box, factors)]


found = []
for name, step, kind, options in STEPS:
    shares = kind == "pascal_voc_norm"
    boxes, told = [tuple(scaled(BOX, image.size, False)) if shares else BOX], []
    made = step(image, bboxes=boxes, bbox_format=kind, metadata=told, **options)
    rows, columns = np.nonzero(np.asarray(made.convert("L")) > 140)
    lit = [int(v) for v in (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)]
    given = [scaled(box, made.size if shares else (1, 1), True) for box in (boxes[0], told[-1]["dst_bboxes"][0])]
    found.append((lit, *given))
    print(f"{name:28}lit {lit!s:22}list {given[0]!s:21}metadata {given[1]}")
told = []
for box in (BOX, (0, 0, 10, 10)):
    augly.image.hflip(image, bboxes=[box], bbox_format="pascal_voc", metadata=told)
second = [round(v) for v in told[-1]["dst_bboxes"][0]]
print(f"a second picture, whose box [0, 0, 10, 10] is flipped: {second}")
sys.exit(0 if found == EXPECTED and second == list(BOX) else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py"
