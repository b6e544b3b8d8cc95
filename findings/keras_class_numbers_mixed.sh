#!/usr/bin/env bash
# keras 3.15.1, jax 0.10.2, numpy 2.4.6; Python 3.11, Linux x86-64
#
# Two layers of Keras that take segmentation masks calculate with the numbers of classes as with brightness:
# - CenterCrop, where a picture is smaller than what is asked for, enlarges the mask bilinearly, so that between the
#   classes 0 and 4 there are all others, and between two objects of class 4 and 2 a seam of class 3. RandomCrop does so, too.
# - AugMix lays the masks of its changed pictures over each other with the weights of these: the mean of class 0 and 4. Its
#   boxes stay where they are, whatever the picture does.
# As whole numbers these masks are valid, and nothing tells that classes are seen that are not in the picture. Other
# layers, such as Resizing and RandomRotation, take the nearest pixel.
#
# Seen, for a picture with classes 0 and 4 alone, the numbers in the mask, rounded down:
#   Resizing    [0, 4]
#   CenterCrop  [0, 1, 2, 3, 4]
#   RandomCrop  [0, 1, 2, 3, 4]
#   AugMix      [0, 1, 2, 3, 4]
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

images = np.zeros((1, 80, 120, 3), np.float32)
images[0, 20:45, 30:70] = 200
masks = (images[..., :1] > 0).astype(np.float32) * 4
layers = {
    "Resizing": [keras.layers.Resizing(200, 300)],
    "CenterCrop": [keras.layers.CenterCrop(200, 300)],
    "RandomCrop": [keras.layers.RandomCrop(200, 300, seed=0)],
    "AugMix": [keras.layers.AugMix(value_range=(0, 255), seed=seed) for seed in range(10)],
}
found = {}
for name, some in layers.items():
    found[name] = set()
    for layer in some:
        made = layer({"images": images.copy(), "segmentation_masks": masks.copy()}, training=True)
        found[name] |= set(np.unique(np.floor(np.asarray(made["segmentation_masks"]))).astype(int).tolist())
    print(f"{name:11} {sorted(found[name])}")
mixed = [found[name] >= {0, 1, 2, 3} for name in ("CenterCrop", "RandomCrop", "AugMix")]
sys.exit(0 if found["Resizing"] == {0, 4} and all(mixed) else 1)
PYTHON
KERAS_BACKEND=jax KERAS_HOME="$place" "$place/venv/bin/python" "$place/mix.py" 2>/dev/null
