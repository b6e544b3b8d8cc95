#!/usr/bin/env bash
# cleanlab 2.9.0, scikit-learn 1.9.1, datasets 5.2.0, numpy 2.4.6; Python 3.11, Linux x86-64
#
# Datalab's check for near duplicates takes two samples for such if they are nearer than a share (0.13) of the median distance
# of all samples to their nearest one. So the more of a data set has a near copy, the smaller is the distance that counts: as
# soon as nearly half of the samples have one, the median is that of copy and source, and none is reported, as for a
# data set without any. A folder with augmented copies, or the frames of a film, is such a one; its report says "0 near
# duplicates", while its random splits share every picture. Samples that are equal are found at any share.
#
# Seen, for 100 samples and copies of some of them, each nearer to its source than a hundredth of the usual distance; how many
# are in a pair, and how many of these are found, and the same for equal copies:
#     5 copies: of  10 found  10, equal  10
#    30 copies: of  60 found  60, equal  60
#    49 copies: of  98 found   0, equal  98
#   100 copies: of 200 found   0, equal 200
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check \
    cleanlab==2.9.0 scikit-learn==1.9.1 datasets==5.2.0 numpy==2.4.6
cat >"$place/find.py" <<'PYTHON'
import sys
import warnings

warnings.filterwarnings("ignore")
import numpy as np
from cleanlab import Datalab

random = np.random.default_rng(0)
sources = random.normal(size=(100, 16))
labels = random.integers(0, 3, 100)
noise = random.normal(size=(100, 16))


def reported(copies, strength):
    features = np.vstack([sources, sources[:copies] + strength * noise[:copies]])
    lab = Datalab(data={"class": np.append(labels, labels[:copies])}, label_name="class", verbosity=0)
    lab.find_issues(features=features, issue_types={"near_duplicate": {}})
    return int(lab.get_issues("near_duplicate")["is_near_duplicate_issue"].sum())


found = []
for copies in (5, 30, 49, 100):
    near, equal = reported(copies, 0.02), reported(copies, 0.0)
    found.append((near, equal))
    print(f"{copies:3} copies: of {2 * copies:3} found {near:3}, equal {equal:3}")
sys.exit(0 if found == [(10, 10), (60, 60), (0, 98), (0, 200)] else 1)
PYTHON
HF_HOME="$place/home" "$place/venv/bin/python" "$place/find.py" 2>/dev/null
