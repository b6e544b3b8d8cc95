#!/usr/bin/env bash
# datasets 5.2.0, Pillow 12.3.0; Python 3.11, Linux x86-64
#
# A picture that was opened from a file and is changed in place (ImageDraw, paste, thumbnail, putdata, putalpha) is not
# what datasets keeps: map, from_list and all else that puts it into a Dataset note the name of the file that Pillow
# remembers, and forget the pixels, since the object still has that name. So what was painted over (faces, a mask's
# numbers) is there again, and what was made small is large, also in a new column beside the old one. Nothing is said.
# It is so for "imagefolder" and for everything else that lies in files; the same function on the same pictures held as
# bytes (Parquet, the Hub), or on an IterableDataset, keeps the change, so that a trial shows nothing. A copy
# (image.copy(), resize, rotate, convert) has no name and is kept.
#
# Seen, for pictures of 200 x 100 that are black, by a function that paints them white and by one that makes thumbnails:
#   files:                  black, 200 x 100
#   files, changed a copy:  white, 50 x 25
#   held as bytes:          white, 50 x 25
#   iterable, files:        white, 50 x 25
#   a new column of thumbnails: 200 x 100; from_list: black
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check datasets==5.2.0 pillow==12.3.0
cat >"$place/change.py" <<'PYTHON'
import io
import sys
from pathlib import Path

import datasets
from PIL import Image, ImageDraw

datasets.disable_progress_bars()
place = Path(sys.argv[1])
(place / "pictures").mkdir()
file = place / "pictures" / "a.png"
Image.new("RGB", (200, 100)).save(file)


def painted(image):
    ImageDraw.Draw(image).rectangle((0, 0, 199, 99), fill="white")
    return image


def small(image):
    image.thumbnail((50, 50))
    return image


def seen(dataset, change=lambda image: image):
    """The colour after painting, and the size after making a thumbnail."""
    row = next(iter(dataset.map(lambda row: {"image": painted(change(row["image"]))})))
    other = next(iter(dataset.map(lambda row: {"image": small(change(row["image"]))})))
    return "white" if row["image"].getpixel((5, 5))[0] else "black", other["image"].size


files = datasets.load_dataset(
    "imagefolder", data_dir=str(place / "pictures"), split="train", cache_dir=str(place / "cache")
)
stream = io.BytesIO(file.read_bytes())
held = datasets.Dataset.from_dict({"image": [{"bytes": stream.getvalue(), "path": None}]})
held = held.cast_column("image", datasets.Image())
beside = files.map(lambda row: {"small": small(row["image"])})[0]["small"].size
listed = datasets.Dataset.from_list([{"image": painted(Image.open(file))}])[0]["image"].getpixel((5, 5))[0]
found = {
    "files:": seen(files),
    "files, changed a copy:": seen(files, lambda image: image.copy()),
    "held as bytes:": seen(held),
    "iterable, files:": seen(files.to_iterable_dataset()),
}
for name, (colour, size) in found.items():
    print(f"{name:24}{colour}, {size[0]} x {size[1]}")
print(f"a new column of thumbnails: {beside[0]} x {beside[1]}; from_list: {'white' if listed else 'black'}")
lost, kept = ("black", (200, 100)), ("white", (50, 25))
same = list(found.values()) == [lost, kept, kept, kept] and beside == (200, 100) and listed == 0
sys.exit(0 if same else 1)
PYTHON
HF_HOME="$place/home" "$place/venv/bin/python" "$place/change.py" "$place"
