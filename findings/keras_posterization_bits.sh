#!/usr/bin/env bash
# keras 3.15.1, jax 0.10.2; Python 3.11, Linux x86-64
#
# RandomPosterization's factor is, by its own documentation, "integer, the number of bits to keep for each channel".
# Expected of 3: eight levels. A single number is taken as the upper end of a range from 1, which is never drawn: 3
# keeps one bit or two, never three, and 8 never leaves a picture as it is. The pair (3, 3) keeps three bits.
#
# Seen, as numbers of levels left of 256 in 200 pictures:
#   factor 3: [2, 4]
#   factor (3, 3): [8]
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check keras==3.15.1 jax==0.10.2
cat >"$place/show.py" <<'PYTHON'
import sys

import keras
import numpy as np

ramp = np.arange(256, dtype="float32").reshape(16, 16, 1).repeat(3, axis=2)
images = np.stack([ramp] * 200)
found = {}
for factor in (3, (3, 3)):
    layer = keras.layers.RandomPosterization(factor, value_range=(0, 255), seed=0)
    made = np.asarray(layer(images, training=True))
    found[factor] = sorted({len(np.unique(np.round(image))) for image in made})
    print(f"factor {factor}: {found[factor]}")
sys.exit(0 if found == {3: [2, 4], (3, 3): [8]} else 1)
PYTHON
KERAS_BACKEND=jax "$place/venv/bin/python" "$place/show.py"
