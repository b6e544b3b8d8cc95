"""Names files into which pictures may be packed, where a folder has none as files of their own.

None of them is read. They are told by their names alone, as those of Hugging Face datasets, TensorFlow
Datasets and WebDataset are: ``train-00000-of-00002.parquet``, ``mnist-train.tfrecord-00000-of-00001``,
``shard-000000.tar``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.errors import DatasetError

_TABLES: Final = (".parquet", ".arrow")
_PACKED: Final = re.compile(
    r"\.(?:parquet|arrow|tar|tar\.gz|tgz|zip|7z|rar|lmdb|mdb|h5|hdf5|npz|beton|tfrecords?(?:-\d+-of-\d+)?)$",
    re.IGNORECASE,
)
_DEEPEST: Final = 3
_MOST_ENTRIES: Final = 20_000


def is_packed(name: str) -> bool:
    """Whether a file of this name may hold packed pictures."""
    return _PACKED.search(name) is not None


def packed_error(path: Path, shown: str) -> DatasetError | None:
    """The error for a path without pictures that are files, where they may be packed; None where not.

    Args:
        path: The folder, or the file itself.
        shown: The path for people.
    """
    if path.is_dir():
        name = min(_packed_in(str(path), "", _DEEPEST), default="")
    else:
        name = path.name if is_packed(path.name) else ""
    if not name:
        return None
    if name.lower().endswith(_TABLES):
        return DatasetError(
            "no images found in {0}, but {1}: Hugging Face datasets keeps pictures in such tables, which are "
            "not read; write the pictures out as files, with a metadata.jsonl beside them",
            shown,
            printable(name),
        )
    return DatasetError(
        "no images found in {0}, but {1}, into which pictures may be packed; unpack them into a folder first",
        shown,
        printable(name),
    )


def _packed_in(folder: str, path: str, depth: int) -> Iterator[str]:
    """Files into which pictures may be packed, relative to the first folder; few floors are looked at."""
    folders = []
    try:
        with os.scandir(folder) as entries:
            for count, item in enumerate(entries):
                if count == _MOST_ENTRIES:
                    break
                if item.name[0] == ".":
                    continue
                if item.is_dir(follow_symlinks=False):
                    folders.append(item)
                elif _PACKED.search(item.name):
                    yield f"{path}{item.name}"
    except OSError:
        return
    if depth:
        for item in folders:
            yield from _packed_in(item.path, f"{path}{item.name}/", depth - 1)
