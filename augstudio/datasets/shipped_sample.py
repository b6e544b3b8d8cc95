"""The datasets that ship with the program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
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
    with filling(target) as place_of:
        source = assets.labelled_sample() if labels else assets.sample_dataset()
        # One by one, as copytree goes on after an error and ends with a list of all.
        for file in sorted(source.rglob("*")):
            if file.is_file():
                shutil.copyfile(file, place_of(file.relative_to(source).as_posix()))
    return sum(1 for _ in pictures_in(str(target)))


@contextmanager
def filling(target: Path) -> Iterator[Callable[[str], Path]]:
    """Within it, a new or empty folder is filled; where that ends early, it is as it was before.

    What it gives takes the POSIX path of a file in the folder, and gives where to write it; the folders
    above it are there then.

    Raises:
        DatasetError: The target exists and is not an empty folder, or cannot be written.
    """
    shown, made = printable(str(target)), list[Path]()

    def place_of(file: str) -> Path:
        place = target / file
        new = [folder for folder in (place.parent, *place.parent.parents) if not folder.exists()]
        for folder in reversed(new):
            folder.mkdir(exist_ok=True)
            made.append(folder)
        made.append(place)
        return place

    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise DatasetError("{0} exists and is not an empty folder; name a new one", shown)
        yield place_of
    except BaseException as error:
        _remove(made)
        if isinstance(error, OSError):
            raise DatasetError("{0} cannot be written: {1}", shown, message_of(error)) from None
        raise


def _remove(made: Sequence[Path]) -> None:
    """Remove files and folders, the last first; what cannot be removed, or holds other things, stays."""
    for place in reversed(made):
        with suppress(OSError):
            if place.is_dir():
                place.rmdir()
            else:
                place.unlink()
