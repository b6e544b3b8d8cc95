#!/usr/bin/env bash
# grain 0.2.18, datasets 5.2.0, numpy 2.4.6; Python 3.11, Linux x86-64
#
# A division behind a shuffle counts places, not samples, and Grain and Hugging Face's streamed datasets shuffle each epoch anew:
# - Grain: of shuffle(seed)[:80].repeat(3) only the first epoch has the 80 samples that shuffle(seed)[80:] does not have, later ones
#   have others of all 100.
# - Hugging Face: of an IterableDataset, shuffle(seed).skip(20) and shuffle(seed).take(20) part as long as the epoch is 0. set_epoch,
#   which is there for shuffling anew and which trainers call, mixes them.
# So a network is trained on what it is validated by, from its second epoch on. Nothing is said; the first epoch, as a check looks at,
# is right. Divide first and shuffle the part for training.
#
# Seen, for 100 samples: how many of the 20 for validation are among those for training, epoch by epoch, and how many in all
#   Grain, shuffled, then divided: 0, 14, 15; 18 in all
#   Grain, divided, then shuffled: 0, 0, 0; 0 in all
#   Hugging Face, shuffled, then divided: 0, 16, 15; 19 in all
#   Hugging Face, divided, then shuffled: 0, 0, 0; 0 in all
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check grain==0.2.18 datasets==5.2.0 numpy==2.4.6
cat >"$place/divide.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import datasets
import grain


def by_grain(*, shuffled_first):
    """Three epochs of training and the samples for validation."""
    source = grain.MapDataset.source(range(100))
    held_out = set((source.shuffle(seed=0) if shuffled_first else source)[80:])
    training = source.shuffle(seed=0)[:80] if shuffled_first else source[:80].shuffle(seed=0)
    samples = list(training.repeat(3))
    return [set(samples[begin : begin + 80]) for begin in (0, 80, 160)], held_out


def by_hugging_face(*, shuffled_first):
    """The same from an IterableDataset."""
    source = datasets.Dataset.from_dict({"n": list(range(100))}).to_iterable_dataset(num_shards=4)
    shuffled = source.shuffle(seed=0, buffer_size=1000)
    held_out = {row["n"] for row in (shuffled if shuffled_first else source).take(20)}
    training = shuffled.skip(20) if shuffled_first else source.skip(20).shuffle(seed=0, buffer_size=1000)
    epochs = []
    for epoch in range(3):
        training.set_epoch(epoch)
        epochs.append({row["n"] for row in training})
    return epochs, held_out


same = True
for name, divide in (("Grain", by_grain), ("Hugging Face", by_hugging_face)):
    for first in (True, False):
        epochs, held_out = divide(shuffled_first=first)
        shared = [len(held_out & epoch) for epoch in epochs]
        in_all = len(held_out & set().union(*epochs))
        order = "shuffled, then divided" if first else "divided, then shuffled"
        print(f"{name}, {order}: {', '.join(map(str, shared))}; {in_all} in all")
        same = same and len(held_out) == 20 and [len(epoch) for epoch in epochs] == [80, 80, 80]
        same = same and (shared[0] == 0 and min(shared[1:]) > 5 if first else in_all == 0)
sys.exit(0 if same else 1)
PYTHON
JAX_PLATFORMS=cpu HF_HOME="$place/home" "$place/venv/bin/python" "$place/divide.py" 2>/dev/null
