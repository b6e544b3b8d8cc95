#!/usr/bin/env bash
# webdataset 1.0.2, torch 2.13.0, numpy 2.4.6; Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# Which order WebDataset gives samples in does not follow the seeds of random, numpy and torch, and either not its own seed:
# - shardshuffle, alone or with seed, puts shards into one order, the same in every epoch and every run, whatever is seeded.
#   Without a buffer, every epoch is the same.
# - shuffle(n), which is to be put behind it, draws from the clock and the process's number, so that no run is repeated, also
#   with all seeds set and WebDataset(seed=...). shuffle(n, seed=...) repeats, and then each epoch is the same.
# - detshuffle=True orders shards by seed and epoch. The epoch is counted in the workers, which DataLoader makes anew in each
#   one: with workers it is always the first one, unless they are persistent.
# A buffer with a generator of its own (rng=random.Random(...)) and persistent workers give both.
#
# Seen, for 8 shards of 5 samples, with the seeds of random, numpy and torch set before each run; whether a second run is the
# same, and whether the second epoch has another order than the first one, without workers and with two:
#   shardshuffle                 repeats yes, yes   another epoch no, no
#   and seed=5                   repeats yes, yes   another epoch no, no
#   and shuffle(20)              repeats no, no   another epoch yes, yes
#   and shuffle(20, seed=1)      repeats yes, yes   another epoch no, no
#   detshuffle                   repeats yes, yes   another epoch yes, no
#   detshuffle, persistent       repeats yes, yes   another epoch yes, yes
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check webdataset==1.0.2 torch==2.13.0 numpy==2.4.6
cat >"$place/order.py" <<'PYTHON'
import random
import sys
import warnings

warnings.filterwarnings("ignore")
import numpy as np
import torch
import webdataset

shards = [f"{sys.argv[1]}/{number}.tar" for number in range(8)]
for number, shard in enumerate(shards):
    with webdataset.TarWriter(shard) as writer:
        for sample in range(5 * number, 5 * number + 5):
            writer.write({"__key__": f"{sample:02}", "txt": str(sample)})


def epochs(workers, options, buffer, persistent):
    random.seed(0)
    np.random.seed(0)
    torch.manual_seed(0)
    data = webdataset.WebDataset(shards, **options)
    if buffer is not None:
        data = data.shuffle(20, **buffer)
    data = data.decode().to_tuple("txt")
    keep = persistent and workers > 0
    loader = torch.utils.data.DataLoader(data, batch_size=None, num_workers=workers, persistent_workers=keep)
    return [[int(text) for (text,) in loader] for _ in range(2)]


PLAIN, SEEDED = {"shardshuffle": 8}, {"shardshuffle": 8, "seed": 5}
BY_EPOCH = {"shardshuffle": 8, "detshuffle": True}
CASES = {
    "shardshuffle": (PLAIN, None, False),
    "and seed=5": (SEEDED, None, False),
    "and shuffle(20)": (SEEDED, {}, False),
    "and shuffle(20, seed=1)": (SEEDED, {"seed": 1}, False),
    "detshuffle": (BY_EPOCH, None, False),
    "detshuffle, persistent": (BY_EPOCH, None, True),
}
EXPECTED = [
    ([True, True], [False, False]),
    ([True, True], [False, False]),
    ([False, False], [True, True]),
    ([True, True], [False, False]),
    ([True, True], [True, False]),
    ([True, True], [True, True]),
]
found = []
for name, case in CASES.items():
    runs = [[epochs(workers, *case) for _ in range(2)] for workers in (0, 2)]
    repeats = [first == second for first, second in runs]
    other = [first[0] != first[1] for first, _ in runs]
    found.append((repeats, other))
    told = [", ".join("yes" if value else "no" for value in values) for values in (repeats, other)]
    print(f"{name:29}repeats {told[0]}   another epoch {told[1]}")
sys.exit(0 if found == EXPECTED else 1)
PYTHON
"$place/venv/bin/python" "$place/order.py" "$place"
