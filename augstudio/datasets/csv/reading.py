"""Reads tables of pictures, row by row."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.datasets.annotated_pictures import picture_sample
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.csv.rows import Said, add_row
from augstudio.datasets.csv.table import Columns, Kind, Row, split_of_cell, table_of
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.picture_names import PictureNames
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError, Message

_MOST_BYTES: Final = 256 << 20


@dataclass
class TableReader:
    """What the tables of a dataset say, as far as they were read.

    Attributes:
        root: The dataset's root.
        tables: Each table's split, if its name is one, its path relative to the root, and its columns.
        found: The pictures that rows name, by their keys, and those that are missing.
        said: What is said of each picture, with the table that says it.
        problems: What is wrong with rows.
    """

    root: Path
    tables: list[tuple[Split | None, str, Columns]] = field(default_factory=list)
    found: dict[str, Sample | Skipped] = field(default_factory=dict)
    said: dict[str, tuple[str, Said]] = field(default_factory=dict)
    problems: list[LabelProblem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find pictures below the root."""
        self._names = PictureNames(self.root)

    def read(self, file: Path, split: Split | None) -> None:
        """Read a table.

        Args:
            file: The table.
            split: The split of its pictures; None where a column may say it.

        Raises:
            DatasetError: It cannot be read, or is not a table of pictures.
        """
        shown = os.path.relpath(file, self.root).replace(os.sep, "/")
        text = label_text(label_bytes(file, shown, _MOST_BYTES), shown)
        folder = shown.rpartition("/")[0]
        table = table_of(text, shown, lambda cell: self._path(folder, cell) is not None)
        if table is None:
            raise DatasetError(
                "{0} is not a table of pictures: one column must name pictures in {1}, others classes or "
                "numbers, and none coordinates",
                printable(shown),
                printable(str(self.root)),
            )
        self.tables.append((split, printable(shown), table.columns))
        for row in table.rows:
            self._add(row, table.columns, printable(shown), split)

    def _path(self, folder: str, named: str) -> str | None:
        """The file that a cell names: one beside its table, else one anywhere."""
        beside = self._names.path(f"{folder}/{named}") if folder and named else None
        return self._names.path(named) if beside is None else beside

    def _add(self, row: Row, columns: Columns, shown: str, split: Split | None) -> None:
        named = row.cells[columns.file] if columns.file < len(row.cells) else ""
        path = self._path(shown.rpartition("/")[0], named)
        if path is None:
            reason = Message(
                "named in {0}, line {1}, but there is no such picture, or there are several", shown, row.line
            )
            self.found.setdefault(named, Skipped(printable(named) or shown, reason))
            return
        cell = (
            row.cells[columns.split] if columns.split is not None and columns.split < len(row.cells) else ""
        )
        sample = picture_sample(str(self.root), path, split or split_of_cell(cell))
        key = sample.key if isinstance(sample, Sample) else sample.name
        before = self.found.setdefault(key, sample)
        if isinstance(before, Sample) and isinstance(sample, Sample) and before.split is not sample.split:
            reason = Message("the picture is in the split {0}, too; it stays there", before.split or "none")
            self.problems.append(LabelProblem(shown, row.line, reason))
        _, said = self.said.setdefault(key, (shown, Said(row.line)))
        if said.rows and columns.kind is Kind.COLUMNS:
            reason = Message("the picture has a row before this one; both count")
            self.problems.append(LabelProblem(shown, row.line, reason))
        self.problems += add_row(said, row, columns, shown)
