"""Finds tables of classes; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.label_folder import LabelFolder
from augstudio.datasets.splits import Split, split_of
from augstudio.errors import DatasetError

_SUFFIXES: Final = (".csv", ".tsv")
_METADATA: Final = "metadata"
_OF_A_SPLIT: Final = "_classes.csv"  # one in each folder of a split, as Roboflow has them
_HEAD: Final = 1 << 16


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a table, or a folder with tables that name pictures with classes or numbers."""
    if candidate.is_folder:
        return Likelihood.LIKELY if tables_in(candidate) else Likelihood.NO
    if candidate.suffix not in _SUFFIXES or candidate.path.stem == _METADATA or not candidate.is_file:
        return Likelihood.NO
    beside = tables_in(Candidate(candidate.path.parent))
    return Likelihood.CERTAIN if candidate.path in beside else Likelihood.LIKELY


def tables_in(candidate: Candidate) -> list[Path]:
    """Tables in a folder, else those in its folders of splits, that name pictures with classes or numbers."""
    names = [name for suffix in _SUFFIXES for name in candidate.files(suffix)]
    found = [
        candidate.path / name
        for name in names
        if Path(name).stem != _METADATA and _tells(candidate.listed, name)
    ]
    return found or [
        folder / _OF_A_SPLIT
        for folder in (candidate.path / name for name in candidate.folders if split_of(name) is not None)
        if (folder / _OF_A_SPLIT).is_file() and _tells(Candidate(folder).listed, _OF_A_SPLIT)
    ]


def split_of_table(file: Path) -> Split | None:
    """The split that a table's name says, or its folder's."""
    return split_of(file.parent.name if file.name == _OF_A_SPLIT else file.stem)


def _tells(folder: LabelFolder, name: str) -> bool:
    """Whether a table says more than which folders of classes its pictures lie in."""
    from augstudio.datasets.csv.table import table_of
    from augstudio.datasets.label_rows import told_csv

    try:
        head = table_head(Path(folder.place, name))
        if told_csv(folder, name, head.encode()) != "CSV":
            return False
        return table_of(head, name, lambda cell: folder.picture(cell) is not None) is not None
    except (OSError, DatasetError):
        return False


def table_head(file: Path) -> str:
    """The first rows of a table.

    Raises:
        OSError: It cannot be read.
    """
    with file.open("rb") as stream:
        data = stream.read(_HEAD)
    text = data.decode("utf-8-sig", "replace")
    return text if len(data) < _HEAD else text.rpartition("\n")[0]
