"""The first files of a kind in a folder, by which formats are recognised."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from augstudio.datasets.entries import is_folder
from augstudio.datasets.left_out import is_foreign

_TRIED: Final = 3
_MOST_FOLDERS: Final = 20
_MOST_ENTRIES: Final = 200
_DEEPEST: Final = 3


def first_files(root: Path, suffix: str) -> Iterator[Path]:
    """Some files of a suffix in a folder and in those in it: few of each, and only the first folders'.

    It serves to recognise formats, which must not take long where there are very many pictures.

    Args:
        root: The folder.
        suffix: The suffix, in lower case.
    """
    waiting = [(root, 0)]
    for here, depth in islice(waiting, _MOST_FOLDERS):
        names, inner = [], []
        try:
            with os.scandir(here) as entries:
                for item in islice(entries, _MOST_ENTRIES):
                    name = item.name
                    if name.lower().endswith(suffix) and name[0] != ".":
                        names.append(name)
                    elif depth < _DEEPEST and name[0] != "." and is_folder(item) and not is_foreign(name):
                        inner.append(name)
        except (OSError, ValueError):
            continue
        yield from (here / name for name in sorted(names)[:_TRIED])
        waiting += [(here / name, depth + 1) for name in sorted(inner)]
