#!/usr/bin/env bash
# keras 3.15.1, jax 0.10.2, numpy 2.4.6; Python 3.11, Linux x86-64
#
# Given a batch of pictures with masks and boxes, keras.layers.MixUp mixes each picture with its partner, but takes
# the partner's mask without an axis, that is single values out of the first mask: the result has as many channels
# as the batch has pictures, and nothing of the partner's mask in it. Boxes of both are put together for each
# picture, but their labels are put one batch after the other, so that there are two boxes and one label.
# Nothing is said; a picture is half its partner, and its labels do not show it.
#
# Seen, for two pictures of which the second is class 5 all over, with one box each:
#   pictures hold both: True
#   masks: (2, 8, 8, 1) before, (2, 8, 8, 2) after; class 5 in the mask of the first picture: False
#   boxes (2, 2, 4), labels of boxes (4, 1)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check keras==3.15.1 jax==0.10.2 numpy==2.4.6
cat >"$place/mix.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import keras
import numpy as np

images = np.stack([np.full((8, 8, 3), 10, np.float32), np.full((8, 8, 3), 200, np.float32)])
masks = np.stack([np.zeros((8, 8, 1), np.float32), np.full((8, 8, 1), 5, np.float32)])
boxes = np.array([[[1, 1, 4, 4]], [[2, 2, 6, 6]]], np.float32)
for seed in range(100):  # until the two are exchanged, and not each mixed with itself
    mixed = keras.layers.MixUp(alpha=1.0, seed=seed, bounding_box_format="xyxy")(
        {
            "images": images,
            "labels": np.eye(2, dtype=np.float32),
            "segmentation_masks": masks,
            "bounding_boxes": {"boxes": boxes, "labels": np.array([[1], [2]], np.float32)},
        },
        training=True,
    )
    levels = np.asarray(mixed["images"])[:, 0, 0, 0]
    if 20 < levels[0] < 190 and 20 < levels[1] < 190:
        break
share = (levels[0] - 10) / 190
both = bool(np.isclose(np.asarray(mixed["labels"])[0, 1], share, atol=1e-3))
after = np.asarray(mixed["segmentation_masks"])
partner = bool((after[0] > 0).any())
shapes = tuple(np.shape(mixed["bounding_boxes"][key]) for key in ("boxes", "labels"))
print("pictures hold both:", both)
print(f"masks: {masks.shape} before, {after.shape} after; class 5 in the mask of the first picture: {partner}")
print(f"boxes {shapes[0]}, labels of boxes {shapes[1]}")
expected = both and after.shape == (2, 8, 8, 2) and not partner and shapes == ((2, 2, 4), (4, 1))
sys.exit(0 if expected else 1)
PYTHON
KERAS_BACKEND=jax KERAS_HOME="$place" "$place/venv/bin/python" "$place/mix.py"
