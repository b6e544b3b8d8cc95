"""The datasets that ship with the program."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from augstudio import assets
from augstudio.core.text import printable
from augstudio.datasets.annotated_pictures import pictures_in
from augstudio.errors import DatasetError, message_of


def write_sample_dataset(target: Path, *, labels: bool = False) -> int:
    """Copy a shipped sample dataset, with its licences, into a new or empty folder.

    Args:
        target: The folder.
        labels: Whether to write the one with labels, in COCO's format, instead of folders of classes.

    Returns:
        Number of pictures written.

    Raises:
        DatasetError: The target exists and is not an empty folder, or cannot be written.
    """
    with filling(target):
        source = assets.labelled_sample() if labels else assets.sample_dataset()
        # One by one, as copytree goes on after an error and ends with a list of all.
        for file in sorted(source.rglob("*")):
            copy = target / file.relative_to(source)
            if file.is_file():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, copy)
    return sum(1 for _ in pictures_in(str(target)))


@contextmanager
def filling(target: Path) -> Iterator[None]:
    """Within it, a new or empty folder is filled.

    Raises:
        DatasetError: The target exists and is not an empty folder, or cannot be written.
    """
    shown = printable(str(target))
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise DatasetError("{0} exists and is not an empty folder; name a new one", shown)
        yield
    except OSError as error:
        raise DatasetError("{0} cannot be written: {1}", shown, message_of(error)) from None
