#!/usr/bin/env bash
# keras 3.15.1, torch 2.14.1, jax 0.10.2, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# With torch as Keras's backend, keras.layers.RandomRotation turns masks about another place than the pictures:
# affine_transform exchanges x and y within the very matrix that it is given, and the mask, which comes second, gets what is
# left of it. So masks lie elsewhere or are empty, the more so the larger the angle. Pictures and boxes are right, as are
# masks with JAX and TensorFlow as backends. Nothing is said. RandomTranslation, RandomZoom, RandomShear and
# RandomPerspective make a matrix for each and are right.
#
# Seen, for a lit rectangle, how much of what is lit in the picture and in its mask is common (IoU):
#   jax:   0 degrees 1.00, 20 degrees 1.00, 90 degrees 1.00
#   torch: 0 degrees 1.00, 20 degrees 0.00, 90 degrees 0.00
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    keras==3.15.1 torch==2.14.1 jax==0.10.2 numpy==2.4.6
cat >"$place/turn.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import keras
import numpy as np

images = np.zeros((1, 80, 120, 3), np.float32)
images[0, 20:35, 30:50] = 200
masks = (images[..., :1] > 0).astype(np.float32)
shares = []
for degrees in (0, 20, 90):
    turn = keras.layers.RandomRotation((degrees / 360, degrees / 360), fill_mode="constant", interpolation="nearest")
    made = turn({"images": images, "segmentation_masks": masks}, training=True)
    lit, mask = (keras.ops.convert_to_numpy(made[key])[0, :, :, 0] > 0 for key in ("images", "segmentation_masks"))
    assert 290 < lit.sum() < 310, "the picture is not turned as a whole"
    shares.append(float((lit & mask).sum() / (lit | mask).sum()))
told = ", ".join(f"{angle} degrees {share:.2f}" for angle, share in zip((0, 20, 90), shares))
print(f"{sys.argv[1] + ':':6} {told}")
right = [share > 0.95 for share in shares]
sys.exit(0 if right == ([True] * 3 if sys.argv[1] == "jax" else [True, False, False]) else 1)
PYTHON
for backend in jax torch; do
    CUDA_VISIBLE_DEVICES="" KERAS_BACKEND=$backend KERAS_HOME="$place" \
        "$place/venv/bin/python" "$place/turn.py" "$backend" 2>/dev/null
done
