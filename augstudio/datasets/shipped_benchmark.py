"""The pictures that ship with the program for evaluating pipelines."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from augstudio.assets import asset
from augstudio.core.image import Image
from augstudio.datasets.base import Dataset
from augstudio.datasets.image_folder import ImageFolder
from augstudio.datasets.shipped_sample import filling
from augstudio.images.codec import decode, encode

BENCHMARK_NAME: Final = "fashion-mnist"
"""The folder's name where the benchmark is opened."""


def write_benchmark(target: Path) -> int:
    """Write the pictures of the built-in benchmark, with their licence, into a new or empty folder.

    They are 1,500 of Fashion-MNIST, grey, 28 x 28, as PNG: ``train`` with 50 of each of ten classes, and
    ``test`` with 100.

    Returns:
        Number of pictures written.

    Raises:
        DatasetError: The target exists and is not an empty folder, or cannot be written.
    """
    pictures = dict(benchmark_pictures())
    with filling(target) as place_of:
        for key, image in pictures.items():
            place_of(key).write_bytes(encode(image, "png"))
        shutil.copyfile(asset("benchmark", "LICENSES.md"), place_of("LICENSES.md"))
    return len(pictures)


def benchmark_pictures() -> Iterator[tuple[str, Image]]:
    """The pictures of the built-in benchmark, ``(28, 28, 1)`` uint8, with their keys.

    A key is ``train/bag/007.png``: split, class, and a number that begins anew in each of them.
    """
    facts = json.loads(asset("benchmark", "fashion.json").read_bytes())
    side, train, total = facts["side"], facts["train"], facts["train"] + facts["test"]
    sheet = decode(asset("benchmark", "fashion.png").read_bytes()).image
    across = sheet.shape[1] // side
    for number, name in enumerate(facts["classes"]):
        for place in range(total):
            row, column = divmod(number * total + place, across)
            split, rank = ("train", place) if place < train else ("test", place - train)
            tile = sheet[row * side : (row + 1) * side, column * side : (column + 1) * side]
            yield f"{split}/{name}/{rank:03}.png", tile


@contextmanager
def opened_benchmark() -> Iterator[Dataset]:
    """The built-in benchmark, in a folder that is gone afterwards.

    Raises:
        DatasetError: There is no room for temporary files.
    """
    with tempfile.TemporaryDirectory(prefix="augstudio-", ignore_cleanup_errors=True) as place:
        folder = Path(place, BENCHMARK_NAME)
        write_benchmark(folder)
        yield ImageFolder(folder)
