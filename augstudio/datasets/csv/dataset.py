"""Datasets whose classes or numbers stand in a table (CSV): one class, several, or values for regression."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories
from augstudio.core.text import printable
from augstudio.datasets.annotated_pictures import AnnotatedPictures, unnamed_problem
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.csv.finding import split_of_table, table_head, tables_in
from augstudio.datasets.csv.reading import TableReader
from augstudio.datasets.csv.rows import categories_of
from augstudio.datasets.csv.table import Kind, table_of
from augstudio.datasets.csv.writing import CsvWriter
from augstudio.datasets.held_labels import HeldLabels
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_writing import LabelWriter
from augstudio.datasets.picture_names import PictureNames
from augstudio.errors import DatasetError


class CsvLabels(AnnotatedPictures):
    """Pictures that the rows of a table name; what no row names is no part of the dataset.

    Several tables are its splits by their names, as ``train.csv`` and ``val.csv``, or by their folders, as
    ``train/_classes.csv``.
    """

    def __init__(self, reference: DatasetReference) -> None:
        """Find the tables; no row is read yet.

        Args:
            reference: A table, or the folder in which tables lie.

        Raises:
            DatasetError: There is none, or which one is meant cannot be told.
        """
        self._files = _files_of(reference.path)
        path = reference.path.absolute()
        inside = self._files[0].parent.parent == path
        super().__init__(reference, path if inside else _root_of(self._files[0]))

    @cached_property
    def _read(self) -> TableReader:
        reader = TableReader(self.root)
        for file in self._files:
            divided = len(self._files) > 1 or file.parent != self.root
            reader.read(file, split_of_table(file) if divided else None)
        return reader

    @property
    def tables(self) -> TableReader:
        """What its tables say."""
        return self._read

    @property
    def has_splits(self) -> bool:
        """Whether tables or a column of theirs divide it."""
        return any(isinstance(item, Sample) and item.split for item in self._read.found.values())

    @cached_property
    def categories(self) -> Categories:
        """Its classes; none where its tables hold numbers alone."""
        tables = (columns for _, _, columns in self._read.tables)
        return categories_of(tables, (said for _, said in self._read.said.values()))

    @cached_property
    def _held(self) -> Mapping[str, HeldLabels]:
        positions = {item.name: number for number, item in enumerate(self.categories.all)}
        found = {key: said.held(file, positions) for key, (file, said) in self._read.said.items()}
        return {key: held for key, held in found.items() if held is not None}

    def label_source(self, sample: Sample) -> HeldLabels | None:
        """A sample's classes and numbers; None where its row says none."""
        return self._held.get(sample.key)

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """What is wrong with rows, and pictures that none names."""
        tables = ", ".join(file for _, file, _ in self._read.tables)
        unnamed = unnamed_problem(self.root, self._read.found, tables)
        return (*self._read.problems, *unnamed)

    def found(self) -> Iterator[Sample | Skipped]:
        """The pictures that rows name, ordered by their keys; a picture's class is that of its row."""
        single = all(columns.kind is Kind.ONE for _, _, columns in self._read.tables)
        for key, item in sorted(self._read.found.items(), key=lambda pair: pair[0].split("/")):
            classes = tuple(self._read.said[key][1].classes) if key in self._read.said else ()
            if isinstance(item, Sample) and single and len(classes) == 1:
                yield replace(item, class_name=classes[0])
            elif isinstance(item, Sample):
                yield replace(item, several=classes)
            else:
                yield item


def _files_of(path: Path) -> list[Path]:
    """The tables that a path stands for.

    Raises:
        DatasetError: There is none, or which one is meant cannot be told.
    """
    path = path.absolute()
    if not path.is_dir():
        return [path]
    found = tables_in(Candidate(path))
    if not found:
        raise DatasetError(
            "no table in {0} names its pictures and their classes or numbers; name the CSV file itself",
            printable(str(path)),
        )
    splits = [file for file in found if split_of_table(file) is not None]
    if len(splits) < 2 and len(found) > 1:
        raise DatasetError(
            "several tables in {0} name its pictures: {1}; name the CSV file itself",
            printable(str(path)),
            ", ".join(printable(file.name) for file in found),
        )
    return splits if len(splits) > 1 else found


def _root_of(file: Path) -> Path:
    """The folder that a table's names are relative to: its own, or the one above where pictures lie there."""
    try:
        head = table_head(file)
    except OSError:
        return file.parent
    for folder in (file.parent, file.parent.parent):
        names = PictureNames(folder)
        if _is_table(head, file.name, names):
            return folder
    return file.parent


def _is_table(head: str, shown: str, names: PictureNames) -> bool:
    try:
        return table_of(head, shown, lambda cell: names.path(cell) is not None) is not None
    except DatasetError:
        return False


def opened(reference: DatasetReference) -> CsvLabels:
    """Open what a reference names.

    Raises:
        DatasetError: There is no table, or which one is meant cannot be told.
    """
    return CsvLabels(reference)


def writer(dataset: Dataset) -> LabelWriter:
    """What writes a dataset's labels in this format."""
    if not isinstance(dataset, CsvLabels):
        return CsvWriter(dataset.categories or Categories())
    tables = dataset.tables.tables
    return CsvWriter(dataset.categories, tuple((split, file) for split, file, _ in tables), tables[0][2])
