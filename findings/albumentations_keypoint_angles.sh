#!/usr/bin/env bash
# albumentations 2.0.8, numpy 2.2.6, opencv-python-headless 4.12.0.88; Python 3.11, Linux x86-64 (AlbumentationsX 2.5.1 turns
# angles alike)
#
# The angle of keypoints ("xya", "xyas") is counted counter-clockwise by Rotate, SafeRotate and Affine, and clockwise by
# Transpose and RandomRotate90; D4 is right in neither way of counting. So whichever way a dataset counts, some of its copies
# point elsewhere, by up to 180 degrees, while the points themselves are right. Affine with another scale across than down
# leaves the angle as it is.
#
# Seen, an angle of 30 degrees; what is told, and the angle of a second keypoint from the first, counted counter-clockwise
# and clockwise:
#   HorizontalFlip 150, 150, 150; Rotate by 20 gives 50, 50, 10; Transpose 60, 240, 60
#   RandomRotate90 30, 120, 210, 300; counter-clockwise 30, 300, 210, 120; clockwise 30, 120, 210, 300
#   D4 60, 60, 240 at one draw and 60, 240, 60 at another
#   Affine(scale={"x": 2, "y": 1}) 30, 16, 16
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check albumentations==2.0.8 numpy==2.2.6 \
    opencv-python-headless==4.12.0.88
cat >"$place/angles.py" <<'PYTHON'
import sys
import warnings

import albumentations as A
import numpy as np

warnings.simplefilter("ignore")
IMAGE = np.zeros((100, 100, 3), np.uint8)
TURN, LENGTH = np.radians(30), 5.0
UP = (50 + LENGTH * np.cos(TURN), 40 - LENGTH * np.sin(TURN))
DOWN = (50 + LENGTH * np.cos(TURN), 40 + LENGTH * np.sin(TURN))


def seen(transform):
    """All that 40 draws give: the angle told, and those from the first point to the second, for both ways of counting."""
    found = set()
    for seed in range(40):
        parameters = A.KeypointParams("xya", remove_invisible=False)
        turned = A.Compose([transform], keypoint_params=parameters, seed=seed)
        points = np.array([(50, 40, 30), (*UP, 0), (*DOWN, 0)], np.float32)
        first, up, down = np.array(turned(image=IMAGE, keypoints=points)["keypoints"])
        counter = np.degrees(np.arctan2(first[1] - up[1], up[0] - first[0]))
        clockwise = np.degrees(np.arctan2(down[1] - first[1], down[0] - first[0]))
        found.add(tuple(round(float(angle)) % 360 for angle in (first[2], counter, clockwise)))
    return sorted(found)


transforms = {
    "HorizontalFlip": A.HorizontalFlip(p=1),
    "Rotate": A.Rotate((20, 20), p=1),
    "Transpose": A.Transpose(p=1),
    "RandomRotate90": A.RandomRotate90(p=1),
    "D4": A.D4(p=1),
    "Affine": A.Affine(scale={"x": 2, "y": 1}, p=1),
}
found = {name: seen(transform) for name, transform in transforms.items()}
for name, angles in found.items():
    print(f"{name}: told, counter-clockwise, clockwise: {angles}")
as_described = (
    found["HorizontalFlip"] == [(150, 150, 150)]
    and found["Rotate"] == [(50, 50, 10)]
    and found["Transpose"] == [(60, 240, 60)]
    and (120, 300, 120) in found["RandomRotate90"]
    and any(told != counter for told, counter, _ in found["D4"])
    and any(told != clockwise for told, _, clockwise in found["D4"])
    and found["Affine"] == [(30, 16, 16)]
)
sys.exit(0 if as_described else 1)
PYTHON
NO_ALBUMENTATIONS_UPDATE=1 "$place/venv/bin/python" "$place/angles.py"
