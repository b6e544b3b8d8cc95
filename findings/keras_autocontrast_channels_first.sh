#!/usr/bin/env bash
# keras 3.15.1, jax 0.10.2, numpy 2.4.6; Python 3.11, Linux x86-64
#
# keras.layers.AutoContrast takes data_format="channels_first", and Keras' setting for all layers, as its other layers do, but looks
# for the darkest and lightest value along the second and third axis in any case. In channels_first these are the colours and the
# rows: each column of the picture is stretched by itself, all its colours together, so that a picture comes out striped. RandAugment
# and AugMix, which draw AutoContrast among others, differ between the two formats, too. Nothing is said. In a grey picture whose
# columns are all alike it does not show.
#
# Seen, for a grey picture of 16 x 24 whose columns have levels from 60 up to 120 + 4 times the column's number: lowest and highest
# level in the first and in the last column afterwards, and the greatest difference between the two formats
#   channels_last   first 0..101, last 0..255
#   channels_first  first 0..255, last 0..255, up to 154 levels apart
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check keras==3.15.1 jax==0.10.2 numpy==2.4.6
cat >"$place/show.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import keras
import numpy as np

highest = 120 + 4 * np.arange(24)
picture = np.linspace(60, highest, 16)[None, :, :, None].astype(np.float32)  # (1, 16, 24, 1)
last = np.asarray(keras.layers.AutoContrast(data_format="channels_last")(picture))[0, :, :, 0]
first = np.asarray(keras.layers.AutoContrast(data_format="channels_first")(picture.transpose(0, 3, 1, 2)))[0, 0]


def levels(array, column):
    return f"{array[:, column].min():.0f}..{array[:, column].max():.0f}"


apart = float(np.abs(first - last).max())
print(f"channels_last   first {levels(last, 0)}, last {levels(last, -1)}")
print(f"channels_first  first {levels(first, 0)}, last {levels(first, -1)}, up to {apart:.0f} levels apart")
seen = [levels(array, column) for array in (last, first) for column in (0, -1)]
sys.exit(0 if seen[0] == "0..101" and seen[1:] == ["0..255"] * 3 and apart > 100 else 1)
PYTHON
KERAS_BACKEND=jax KERAS_HOME="$place" "$place/venv/bin/python" "$place/show.py" 2>/dev/null
