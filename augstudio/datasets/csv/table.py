"""Tables of pictures: their separator, their head, and what each column says."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from augstudio.datasets.csv.coordinates import holds_coordinates
from augstudio.datasets.label_reading import LabelFileError
from augstudio.datasets.label_text import number
from augstudio.datasets.said_sizes import size_columns
from augstudio.datasets.splits import SPLIT_WORDS, Split
from augstudio.errors import DatasetError, Message

_SEPARATORS: Final = ",;\t|"
_SEEN: Final = 50
_LONGEST_CELL: Final = 1 << 20
_CLASS: Final = re.compile(
    r"(?:label|class|category|finding|target)(?:s|es)?[-_ ]?(?:names?|ids?|idx|labels?|index)?|categories"
    r"|y|tags?|species|breed|genus|diagnosis|choice|attribute_ids|level|grade",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(
    r"labels|classes|categories|tags|targets|findings|finding[-_ ]labels|attribute_ids", re.IGNORECASE
)
_SPLIT: Final = re.compile(r"split|set|subset|partition|usage|data[-_ ]?set", re.IGNORECASE)
_YES_AND_NO: Final = {"true": 1.0, "false": 0.0, "yes": 1.0, "no": 0.0}
_JOINERS: Final = ("|", ";", ",")
_ROUNDED: Final = 1e-3


class Kind(StrEnum):
    """How a table says classes."""

    NONE = "none"
    ONE = "one"
    """One column with one class."""
    JOINED = "joined"
    """One column with several classes, joined by a character."""
    COLUMNS = "columns"
    """A column for each class, with 1 and 0, or weights between."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table say.

    Attributes:
        separator: The character between cells.
        names: The names of all columns; empty where the table has no head.
        file: Position of the column that names the picture.
        kind: How classes are said.
        classes: Positions of the columns that say classes.
        joiner: What joins several classes in one cell.
        split: Position of the column that names the split.
        numbers: Positions of columns with numbers that are carried unchanged.
        sizes: Positions of columns with numbers that may be the pictures' sizes.
        others: Positions of columns that are carried as texts.
        signed: Whether absent classes are -1.
    """

    separator: str = ","
    names: tuple[str, ...] = ()
    file: int = 0
    kind: Kind = Kind.NONE
    classes: tuple[int, ...] = ()
    joiner: str = "|"
    split: int | None = None
    numbers: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    signed: bool = False

    def name(self, column: int) -> str:
        """What a column is called."""
        return self.names[column] if column < len(self.names) else f"column {column + 1}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        line: Number of its first line in the file, from 1.
        cells: Its cells.
    """

    line: int
    cells: tuple[str, ...]


def rows_of(text: str, separator: str, shown: str) -> Iterator[Row]:
    """The rows of a table that hold anything, without blanks around cells.

    Raises:
        DatasetError: A quotation mark is not closed, or a cell is far too long.
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(line, tuple(cell.strip() for cell in cells))
            line = reader.line_num + 1
    except csv.Error:
        reason = Message(
            "the quotation marks from here on do not fit; check that each is closed, and doubled "
            "inside a cell"
        )
        raise LabelFileError(shown, line, reason) from None


def separator_of(text: str, shown: str) -> str:
    """The character that separates cells: the one that divides the first rows most evenly.

    Raises:
        DatasetError: As :func:`rows_of`.
    """
    head = "".join(text.splitlines(keepends=True)[:_SEEN])
    best, score = ",", (0, 0)
    for separator in _SEPARATORS:
        try:
            widths = Counter(len(row.cells) for row in rows_of(head, separator, shown))
        except DatasetError:
            continue
        width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
        if width > 1 and (count, -_SEPARATORS.index(separator)) > score:
            best, score = separator, (count, -_SEPARATORS.index(separator))
    return best


@dataclass(frozen=True, slots=True)
class Table:
    """A table that names pictures.

    Attributes:
        columns: What its columns say.
        rows: Its rows, without the head.
    """

    columns: Columns
    rows: tuple[Row, ...] = field(repr=False)


def table_of(text: str, shown: str, is_picture: Callable[[str], bool]) -> Table | None:
    """A table of pictures and their classes or numbers; None for one that is none.

    Args:
        text: The file's text, or as much as is known of it.
        shown: What the file is called in messages.
        is_picture: Whether a cell names a picture of the dataset.

    Raises:
        DatasetError: As :func:`rows_of`.
    """
    separator = separator_of(text, shown)
    rows = tuple(rows_of(text, separator, shown))
    some = rows[:: max(1, len(rows) // _SEEN)][:_SEEN] if len(rows) > 1 else rows
    file = _file_column(some, is_picture)
    if file is None:
        return None
    headless = file < len(rows[0].cells) and is_picture(rows[0].cells[file])
    names = () if headless else rows[0].cells
    body = rows if headless else rows[1:]
    columns = _columns(separator, names, file, body)
    return None if columns is None else Table(columns, body)


def _file_column(rows: Sequence[Row], is_picture: Callable[[str], bool]) -> int | None:
    """The first column that names a picture in at least half of some rows, or in all but the head."""
    for column in range(max((len(row.cells) for row in rows), default=0)):
        named = [row.cells[column] for row in rows if column < len(row.cells)]
        # A number is a picture's name only where it is the first column, as in a table of counted pictures.
        if column and not any(re.search(r"[^\W\d_]", cell) for cell in named[1:]):
            continue
        found = sum(map(is_picture, named))
        if found and 2 * found >= len(named) - 1:
            return column
    return None


def _columns(separator: str, names: tuple[str, ...], file: int, rows: Sequence[Row]) -> Columns | None:
    """What the columns beside the picture's name say; None for coordinates, which are another format."""
    if holds_coordinates(names, (row.cells for row in rows[:_SEEN]), file):
        return None
    width = len(names) or max((len(row.cells) for row in rows), default=0)
    rest = [column for column in range(width) if column != file and (not names or names[column])]
    cells = {column: [row.cells[column] for row in rows if column < len(row.cells)] for column in rest}
    split = next((column for column in rest if names and _is_split(names[column], cells[column])), None)
    rest = [column for column in rest if column != split]
    told = _classes(names, rest, cells)
    left = [column for column in rest if column not in told.classes]
    numbers = tuple(column for column in left if _are_numbers(cells[column]))
    others = tuple(column for column in left if column not in numbers)
    if told.kind is Kind.NONE and not numbers:
        return None
    known = size_columns(names[column] for column in numbers) if names else ()
    sizes = tuple(column for column in numbers if names and names[column] in known)
    if told.kind is not Kind.NONE or len(sizes) < len(numbers):
        numbers = tuple(column for column in numbers if column not in sizes)
    else:  # a table of nothing else says them of what the pictures show
        sizes = ()
    classes = told.kind, told.classes, told.joiner
    return Columns(separator, names, file, *classes, split, numbers, sizes, others, told.signed)


def _is_split(name: str, cells: Sequence[str]) -> bool:
    words = {cell.casefold() for cell in cells if cell}
    return _SPLIT.fullmatch(name) is not None and bool(words) and words <= {*SPLIT_WORDS, Split.OTHER}


@dataclass(frozen=True, slots=True)
class _Told:
    kind: Kind = Kind.NONE
    classes: tuple[int, ...] = ()
    joiner: str = "|"
    signed: bool = False


def _classes(names: Sequence[str], rest: Sequence[int], cells: dict[int, list[str]]) -> _Told:
    named = [column for column in rest if names and _CLASS.fullmatch(names[column])]
    texts = [column for column in rest if not _are_numbers(cells[column])]
    marked = [column for column in rest if column not in named and _are_marks(cells[column])]
    # A column of classes counts for more than columns of yes and no, which may be anything.
    column = next((column for column in named if column in texts or _are_whole(cells[column])), None)
    if column is None and names and len(marked) > 1 and _is_table_of_marks([cells[item] for item in marked]):
        signed = any(weight(cell) == -1 for item in marked for cell in cells[item])
        return _Told(Kind.COLUMNS, tuple(marked), signed=signed)
    if column is None:
        single = texts or ([] if names or len(rest) != 1 or not _are_whole(cells[rest[0]]) else rest)
        if len(single) != 1:
            return _Told()
        column = single[0]
    joiner = _joiner(names[column] if names else "", cells[column])
    return _Told(Kind.JOINED, (column,), joiner) if joiner else _Told(Kind.ONE, (column,))


def _is_table_of_marks(columns: Sequence[Sequence[str]]) -> bool:
    """Whether columns say which classes a picture has: mostly 0 and 1, or shares that come to 1."""
    values = [[weight(cell) or 0.0 for cell in column] for column in columns]
    exact = sum(value in (0, 1, -1) for column in values for value in column)
    shares = all(abs(sum(row) - 1) < _ROUNDED for row in zip(*values, strict=False))
    return 2 * exact >= sum(map(len, values)) or shares


def _joiner(name: str, cells: Sequence[str]) -> str:
    """What joins several classes in the cells of a column; empty where each holds one class."""
    plural = _JOINED.fullmatch(name) is not None
    for joiner in _JOINERS:
        if any(joiner in cell for cell in cells) and (plural or joiner != ","):
            return joiner
    return " " if plural and any(" " in cell for cell in cells) else ""


def weight(cell: str) -> float | None:
    """What a cell in a class's column says: 0..1, or -1 for no; None for anything else."""
    value = _YES_AND_NO.get(cell.casefold(), number(cell))
    return value if value is not None and (0 <= value <= 1 or value == -1) else None


def _are_marks(cells: Sequence[str]) -> bool:
    """Whether most cells say yes or no, or how much of a class there is."""
    given = [cell for cell in cells if cell]
    good = sum(weight(cell) is not None for cell in given)
    return bool(given) and good >= max(1, len(given) - len(given) // 10)


def _are_numbers(cells: Sequence[str]) -> bool:
    given = [cell for cell in cells if cell]
    good = sum(number(cell) is not None for cell in given)
    return bool(given) and good >= max(1, len(given) - len(given) // 10)


def _are_whole(cells: Sequence[str]) -> bool:
    """Whether cells are numbers of classes."""
    values = [value for cell in cells if (value := number(cell)) is not None]
    return bool(values) and all(value.is_integer() for value in values)


def is_class_column(name: str) -> bool:
    """Whether a column of this name says classes."""
    return _CLASS.fullmatch(name) is not None


def split_of_cell(cell: str) -> Split | None:
    """The split that a cell names, if any."""
    word = cell.casefold()
    return Split.OTHER if word == Split.OTHER else SPLIT_WORDS.get(word)
