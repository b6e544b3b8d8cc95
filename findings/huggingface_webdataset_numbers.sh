#!/usr/bin/env bash
# datasets 5.2.0; Python 3.11, Linux x86-64
#
# "webdataset" takes the types of what is in the JSON of samples from the first five samples. Values of later samples
# are not refused where they differ, but changed to that type, and nothing says so, streaming or not: where the first
# five scores are whole numbers, 0.75 of the sixth is read as 0, and a count of 7 is read as true after five flags.
# A number that json.dumps wrote as 1.0 is no trouble. Keys that the first five do not have are left out as well.
#
# Seen (values of the first five samples, that of the sixth, and what is read of it):
#   1     0.75      0
#   1.0   0.75      0.75
#   true  7         True
#   {"a": 1}  {"b": 2}  {'a': None}
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check datasets==5.2.0
cat >"$place/load.py" <<'PYTHON'
import io
import json
import sys
import tarfile
from pathlib import Path

from datasets import disable_progress_bars, load_dataset

disable_progress_bars()
place = Path(sys.argv[1])


def read(name, first, last):
    """What is read of the sixth sample's value where the first five have another one."""
    shard = place / f"{name}.tar"
    with tarfile.open(shard, "w") as tar:
        for number, value in enumerate([first] * 5 + [last]):
            data = json.dumps({"value": value}).encode()
            member = tarfile.TarInfo(f"{number}.json")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    found = []
    for streaming in (False, True):
        files, cache = {"train": str(shard)}, str(place / "cache")
        loaded = load_dataset("webdataset", data_files=files, cache_dir=cache, streaming=streaming)
        found.append(list(loaded["train"])[5]["json"]["value"])
    print(f"{json.dumps(first):10} {json.dumps(last):10} {found[0]!r}")
    return found[0] if repr(found[0]) == repr(found[1]) else found


same = [
    repr(read("whole", 1, 0.75)) == "0",
    repr(read("real", 1.0, 0.75)) == "0.75",
    repr(read("flag", True, 7)) == "True",
    repr(read("keys", {"a": 1}, {"b": 2})) == "{'a': None}",
]
sys.exit(0 if all(same) else 1)
PYTHON
HF_HUB_OFFLINE=1 HF_HOME="$place/home" "$place/venv/bin/python" "$place/load.py" "$place" 2>/dev/null
