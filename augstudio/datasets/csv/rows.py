"""What the rows of tables say of pictures: their classes, numbers and texts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from augstudio.core.labels import Categories, Category, Labels, Tags
from augstudio.core.text import printable, quoted
from augstudio.datasets.csv.table import Columns, Kind, Row, weight
from augstudio.datasets.held_labels import HeldLabels
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_text import number
from augstudio.errors import Message


@dataclass
class Said:
    """What the rows of one picture say.

    Attributes:
        line: Line of the first one.
        labelled: Whether one says anything.
        classes: Classes by name, with their weights.
        numbers: Numbers by name.
        sizes: Numbers that may be the picture's size, by name.
        texts: Other cells by name.
        rows: The rows themselves.
    """

    line: int
    labelled: bool = False
    classes: dict[str, float] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    rows: list[str] = field(default_factory=list)

    def held(self, file: str, positions: Mapping[str, int]) -> HeldLabels | None:
        """The labels that they come to; None where they say nothing.

        Args:
            file: The table, as problems name it.
            positions: Positions of the classes by name.
        """
        if not self.labelled:
            return None
        weights = sorted((positions[name], share) for name, share in self.classes.items())
        labels = Labels(tags=Tags(tuple(weights), tuple(self.numbers.items()), dict(self.texts)))
        digest = hashlib.sha256("\n".join(self.rows).encode()).hexdigest()
        return HeldLabels(labels, digest, file, self.line, tuple(self.sizes.items()))


def add_row(said: Said, row: Row, columns: Columns, file: str) -> list[LabelProblem]:
    """Add what a row says to what is known of its picture; gives what is wrong with the row."""
    problems: list[LabelProblem] = []

    def tell(template: str, *arguments: object) -> None:
        problems.append(LabelProblem(file, row.line, Message(template, *arguments)))

    cells = row.cells
    width = len(columns.names)
    if width and len(cells) != width:
        tell(
            "the number of cells ({0}) is not that of the header ({1}); those present count",
            len(cells),
            width,
        )
    said.rows.append("\t".join(cells))
    classes, is_labelled = _classes_of(cells, columns, tell)
    for name, share in classes.items():
        if name in said.classes:
            tell("the class {0} is said of this picture before", quoted(name))
        said.classes[name] = share
    said.labelled |= is_labelled
    told = dict.fromkeys(columns.numbers, said.numbers) | dict.fromkeys(columns.sizes, said.sizes)
    for column, known in told.items():
        if column >= len(cells) or not cells[column]:
            continue
        value = number(cells[column])
        if value is None:
            tell(
                "{0} is no number: {1}; it is left out",
                printable(columns.name(column)),
                quoted(cells[column]),
            )
            continue
        if known.get(columns.name(column), value) != value:
            tell("{0} is another one than before; the first counts", printable(columns.name(column)))
        known.setdefault(columns.name(column), value)
        said.labelled = True
    for column in (column for column in columns.others if column < len(cells) and cells[column]):
        said.texts.setdefault(columns.name(column), cells[column])
    return problems


class _Tell(Protocol):
    """Takes a message's template and arguments."""

    def __call__(self, template: str, *arguments: object) -> None: ...


def _classes_of(cells: Sequence[str], columns: Columns, tell: _Tell) -> tuple[dict[str, float], bool]:
    """A row's classes with their weights, and whether it says anything of classes."""
    given = {column: cells[column] for column in columns.classes if column < len(cells) and cells[column]}
    if columns.kind is not Kind.COLUMNS:
        text = given.get(columns.classes[0], "") if columns.classes else ""
        names = text.split(columns.joiner) if columns.kind is Kind.JOINED else [text]
        found = dict.fromkeys((name.strip() for name in names if name.strip()), 1.0)
        return found, bool(found) or (columns.kind is Kind.JOINED and columns.classes[0] < len(cells))
    shares = {}
    for column, cell in given.items():
        share = weight(cell)
        if share is None:
            tell(
                "{0} is {1}, neither 0 nor 1 nor between; it is taken as 0",
                printable(columns.name(column)),
                quoted(cell),
            )
        elif share > 0:
            shares[columns.name(column)] = share
    return shares, bool(given)


def categories_of(tables: Iterable[Columns], said: Iterable[Said]) -> Categories:
    """The classes of tables: by their columns, then by their names; those that are numbers by their value."""
    heads = dict.fromkeys(
        columns.name(column)
        for columns in tables
        if columns.kind is Kind.COLUMNS
        for column in columns.classes
    )
    names = {name for item in said for name in item.classes} - heads.keys()
    numbers = {name: int(name) for name in names if name.isascii() and name.isdecimal()}
    if names and numbers.keys() == names and not heads:
        ordered = sorted(names, key=lambda name: (numbers[name], name))
        return Categories(tuple(Category(name, numbers[name]) for name in ordered))
    return Categories.named((*heads, *sorted(names)))
