#!/usr/bin/env bash
# datasets 5.2.0, Pillow 12.3.0; Python 3.11, Linux x86-64
#
# "imagefolder" takes the types of each metadata.jsonl from that file's own values and does not let splits differ, so
# whether a data set of pictures with boxes can be loaded at all depends on which numbers happen to be in it:
# - Boxes of whole numbers in one split (1) and others in another one (1.5): ValueError "... have different features".
# - A split in which no picture holds an object, as of background pictures only: the same error, since the type of
#   empty lists is "null". No value in that file can mend it.
# Both load where they stand in one file. Written as 1.0, whole numbers are no trouble. But one file for all splits is
# no way out: above the folders train/ and validation/ it is not read at all, nothing says so, and the names of the two
# folders become the classes of a column "label".
#
# Seen (train, then validation):
#   1.5 and 1.5            loaded
#   1 and 1.5              have different features
#   1.0 and 1.5            loaded
#   1.5 and no objects     have different features
#   1, 1.5, none in train  loaded
#   one file for both      columns ['image', 'label'], classes ['train', 'validation']
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check datasets==5.2.0 pillow==12.3.0
cat >"$place/load.py" <<'PYTHON'
import json
import sys
from pathlib import Path

from datasets import disable_progress_bars, load_dataset
from PIL import Image

disable_progress_bars()
place = Path(sys.argv[1])


def loads(name, **splits):
    """What comes of splits with one picture for each list of boxes."""
    for split, pictures in splits.items():
        folder = place / name / split
        folder.mkdir(parents=True)
        rows = []
        for number, boxes in enumerate(pictures):
            Image.new("RGB", (8, 8)).save(folder / f"{number}.png")
            objects = {"bbox": boxes, "categories": [0] * len(boxes)}
            rows.append(json.dumps({"file_name": f"{number}.png", "objects": objects}) + "\n")
        (folder / "metadata.jsonl").write_text("".join(rows))
    try:
        loaded = load_dataset("imagefolder", data_dir=str(place / name), cache_dir=str(place / "cache"))
    except ValueError as error:
        answer = "have different features" if "have different features" in str(error) else str(error)
    else:
        answer = "loaded" if {key: len(rows) for key, rows in loaded.items()} == {
            key: len(pictures) for key, pictures in splits.items()
        } else "incomplete"
    print(f"{name:22} {answer}")
    return answer


def one_file():
    """Columns and classes where the only metadata.jsonl lies above the folders of the splits."""
    rows = []
    for split in ("train", "validation"):
        (place / "one" / split).mkdir(parents=True)
        Image.new("RGB", (8, 8)).save(place / "one" / split / "0.png")
        objects = {"bbox": [[1.5, 2.5, 3.5, 4.5]], "categories": [0]}
        rows.append(json.dumps({"file_name": f"{split}/0.png", "objects": objects}) + "\n")
    (place / "one" / "metadata.jsonl").write_text("".join(rows))
    loaded = load_dataset("imagefolder", data_dir=str(place / "one"), cache_dir=str(place / "cache"))
    features = loaded["train"].features
    columns, classes = sorted(features), getattr(features.get("label"), "names", None)
    print(f"{'one file for both':22} columns {columns}, classes {classes}")
    return columns == ["image", "label"] and classes == ["train", "validation"]


fraction, whole, real = [[1.5, 2.5, 3.5, 4.5]], [[1, 2, 3, 4]], [[1.0, 2.0, 3.0, 4.0]]
answers = [
    loads("1.5 and 1.5", train=[fraction], validation=[fraction]),
    loads("1 and 1.5", train=[whole], validation=[fraction]),
    loads("1.0 and 1.5", train=[real], validation=[fraction]),
    loads("1.5 and no objects", train=[fraction], validation=[[]]),
    loads("1, 1.5, none in train", train=[whole, fraction, []]),
]
differ = "have different features"
same = answers == ["loaded", differ, "loaded", differ, "loaded"]
sys.exit(0 if one_file() and same else 1)
PYTHON
HF_HUB_OFFLINE=1 HF_HOME="$place/home" "$place/venv/bin/python" "$place/load.py" "$place" 2>/dev/null
