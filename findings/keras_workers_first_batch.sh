#!/usr/bin/env bash
# keras 3.15.1, jax 0.10.2, numpy 2.4.6; Python 3.11, Linux x86-64
#
# With more than one worker, a PyDataset's batches are one place off in the first run of a model, unless the backend is
# TensorFlow: the batch with which the model is built is not given back, and the workers go on behind it.
# - predict of a model that was not built before gives the first batch's predictions last, without a word: row i of the
#   result is not that of picture i. A second predict, or one with one worker, gives them in order.
# - fit on a dataset without end (num_batches None), of which Keras takes steps_per_epoch batches in each epoch, never
#   trains on the first one.
# With the torch backend (torch 2.14.1), fit does the same and predict is in order.
#
# Seen, for batches that hold their own number and a model that gives it back:
#   1 worker: predicted [0, 1, 2, 3, 4], again [0, 1, 2, 3, 4]; trained on [0, 1, 2, 3, 4, 5]
#   2 workers: predicted [1, 2, 3, 4, 0], again [0, 1, 2, 3, 4]; trained on [1, 2, 3, 4, 5, 6]
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


class Numbers(keras.utils.PyDataset):
    """Batch i holds the number i."""

    def __init__(self, length, workers):
        super().__init__(workers=workers)
        self.length = length

    @property
    def num_batches(self):
        return self.length

    def __getitem__(self, number):
        return np.full((1, 1), number, np.float32), np.zeros((1, 1), np.float32)


def model():
    return keras.Sequential([keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])


def predicted(made, workers):
    return made.predict(Numbers(5, workers), verbose=0)[:, 0].astype(int).tolist()


def trained(workers):
    made, seen = model(), []

    def train_step(state, data):
        seen.append(int(np.asarray(data[0])[0, 0]))
        return {"loss": 0.0}, state

    made.compile("sgd", "mse", run_eagerly=True)
    made.train_step = train_step
    made.fit(Numbers(None, workers), steps_per_epoch=3, epochs=2, verbose=0, shuffle=False)
    return seen


found = []
for workers in (1, 2):
    made = model()
    row = (predicted(made, workers), predicted(made, workers), trained(workers))
    print(f"{workers} worker{'s' * (workers > 1)}: predicted {row[0]}, again {row[1]}; trained on {row[2]}")
    found.append(row)
straight = [0, 1, 2, 3, 4]
expected = [(straight, straight, [0, 1, 2, 3, 4, 5]), ([1, 2, 3, 4, 0], straight, [1, 2, 3, 4, 5, 6])]
sys.exit(0 if found == expected else 1)
PYTHON
KERAS_BACKEND=jax KERAS_HOME="$place" "$place/venv/bin/python" "$place/show.py"
