#!/usr/bin/env bash
# keras 3.15.1, jax 0.10.2, numpy 2.4.6; Python 3.11, Linux x86-64 (TensorFlow and torch as backends do the same)
#
# keras.layers.RandomCrop moves boxes by the crop's offsets the wrong way round: x by what is cut off above, y by what is
# cut off at the left. Masks follow the picture. So boxes are right only where both happen to be equal, and nothing tells.
# Boxes of objects that the crop leaves nothing of keep their class, as boxes without area or beyond the right and lower
# border; other layers give them the class -1.
#
# Seen, for one object at 30..50 across and 20..35 down, in a crop of 90 x 60 out of 120 x 80, and in one of 30 x 20:
#   cut off 13 at the left, 19 above: mask [17, 1, 37, 16], box [11, 7, 31, 22]
#   the picture holds nothing of the object: its class is 3, its box 0 x 0
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check keras==3.15.1 jax==0.10.2 numpy==2.4.6
cat >"$place/crop.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import keras
import numpy as np


def cropped(width, height, seed):
    """Picture, mask, box and class of one object after a crop."""
    images = np.zeros((1, 80, 120, 3), np.float32)
    images[0, 20:35, 30:50] = 200
    masks = (images[..., :1] > 0).astype(np.float32) * 3
    boxes = {"boxes": np.float32([[[30, 20, 50, 35]]]), "labels": np.int32([[3]])}
    layer = keras.layers.RandomCrop(height, width, bounding_box_format="xyxy", seed=seed)
    data = {"images": images, "segmentation_masks": masks, "bounding_boxes": boxes}
    made = layer(data, training=True)
    box = np.asarray(made["bounding_boxes"]["boxes"])[0, 0].astype(int).tolist()
    mask = np.asarray(made["segmentation_masks"])[0, :, :, 0] > 0
    lit = np.asarray(made["images"])[0, :, :, 0] > 0
    assert (mask == lit).all(), "masks no longer follow"
    return mask, box, int(np.asarray(made["bounding_boxes"]["labels"])[0, 0])


exchanged = empty = 0
for seed in range(20):
    mask, box, _ = cropped(90, 60, seed)
    rows, columns = np.nonzero(mask)
    lit = [int(v) for v in (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)]
    left, above = 30 - lit[0], 20 - lit[1]
    if min(left, above) < 0 or mask.sum() != 300 or max(left, above) > 20:
        continue  # cut by the border
    assert box == [30 - above, 20 - left, 50 - above, 35 - left], (lit, box)
    exchanged += left != above
    if exchanged == 1 and left != above:
        print(f"cut off {left} at the left, {above} above: mask {lit}, box {box}")
for seed in range(100):
    mask, box, label = cropped(30, 20, seed)
    if not mask.any():
        empty += label == 3
        if empty == 1:
            size = f"{box[2] - box[0]} x {box[3] - box[1]}"
            print(f"the picture holds nothing of the object: its class is {label}, its box {size}")
sys.exit(0 if exchanged > 3 and empty > 3 else 1)
PYTHON
KERAS_BACKEND=jax KERAS_HOME="$place" "$place/venv/bin/python" "$place/crop.py" 2>/dev/null
