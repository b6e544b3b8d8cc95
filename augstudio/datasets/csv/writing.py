"""Writes tables of classes, with the columns that the source's tables had."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Labels, Tags
from augstudio.datasets.csv.table import Columns, Kind
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.said_sizes import said_anew
from augstudio.datasets.splits import Split
from augstudio.errors import Message

_DEFAULT: Final = Columns(",", ("filename", "label"), 0, Kind.ONE, (1,))


@dataclass
class _Needed:
    """What a table must be able to say."""

    single: bool = True
    plain: bool = True
    any_class: bool = False
    splits: bool = False
    numbers: dict[str, None] = field(default_factory=dict)
    sizes: dict[str, None] = field(default_factory=dict)
    texts: dict[str, None] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def add(self, image: WrittenImage, entry: dict[str, Any]) -> None:
        """Take one picture in."""
        classes = entry.get("classes")
        if classes is not None:
            self.single &= len(classes) == 1
            self.plain &= all(share == 1 for share in classes.values())
            self.any_class |= bool(classes)
            self.names.update(classes)
        self.splits |= image.split is not None
        self.numbers |= dict.fromkeys(entry.get("numbers", ()))
        self.sizes |= dict.fromkeys(entry.get("sizes", ()))
        self.texts |= dict.fromkeys(entry.get("texts", ()))


@dataclass(frozen=True, slots=True)
class CsvWriter:
    """Writes a table with a row for each picture.

    It has one column for the class as long as every picture has one class alone, else one for each class
    with 1 and 0, or the weights of mixed pictures. Pictures stay where they are.

    Attributes:
        categories: The classes.
        tables: The tables' names with their splits; one without a split holds all.
        columns: The columns of the source's table; what is needed beside them is added.
    """

    TELLS_UNLABELLED: ClassVar[bool] = True

    categories: Categories
    tables: tuple[tuple[Split | None, str], ...] = ((None, "labels.csv"),)
    columns: Columns = _DEFAULT

    def image_file(self, key: str, _split: Split | None) -> str:
        """The same place."""
        return key

    def label_files(self, _image_file: str) -> tuple[str, ...]:
        """None, as all pictures share the table."""
        return ()

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """What a picture's row will say."""
        entry = {} if labels is None else self._entry(image, labels)
        return EncodedLabels((), json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())

    def _entry(self, image: WrittenImage, labels: Labels) -> dict[str, Any]:
        tags = labels.tags or Tags()
        numbers = dict(tags.numbers)
        sizes = said_anew([self.columns.names[column] for column in self.columns.sizes], image.size)
        # What is said of the picture, and beside it what is in it.
        weights = dict(tags.weights) | dict.fromkeys(
            sorted(_classes(labels) - dict(tags.weights).keys()), 1.0
        )
        texts = {
            name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            for name, value in tags.attributes.items()
        }
        found = {
            "classes": {self.categories[position].name: share for position, share in weights.items()},
            "numbers": numbers,
            "sizes": {name: size for name, size in sizes.items() if name not in numbers},
            "texts": texts,
        }
        return {name: value for name, value in found.items() if value or name == "classes"}

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The tables."""
        needed = _Needed()
        for image, entry in entries():
            needed.add(image, json.loads(entry or b"{}"))
        divided = self.tables[0][0] is not None
        form = _Form(self.columns, self.categories, needed, split=needed.splits and not divided)
        for number, (split, file) in enumerate(self.tables):
            others = {known for known, _ in self.tables}
            yield (
                file,
                form.table(
                    (
                        (image, json.loads(entry or b"{}"))
                        for image, entry in entries()
                        if not divided or image.split is split or (number == 0 and image.split not in others)
                    ),
                    file.rpartition("/")[0],
                ),
            )

    def class_numbers(self) -> tuple[int, ...]:
        """None: labels name classes."""
        return ()

    def losses(self, labels: Labels) -> Losses:
        """Places in pictures and class maps."""
        found: Losses = Counter()
        found[Loss.PLACES] = len(labels.instances)
        found[Loss.CLASS_MAPS] = int(labels.semantic is not None)
        return +found

    def refusal(self, _policy: LabelPolicy) -> Message | None:
        """None: classes do not depend on what padding shows."""
        return None


def _classes(labels: Labels) -> set[int]:
    return {item.category for item in labels.instances if not item.ignored}


class _Form:
    """The columns of a table that is written."""

    def __init__(self, columns: Columns, categories: Categories, needed: _Needed, *, split: bool) -> None:
        self._columns = columns
        self._needed = needed
        self._kind = _kind(columns, needed)
        self._names = [item.name for item in categories.all]
        # The class of one column is no column's name in the other form.
        classes = {Kind.COLUMNS: self._names, Kind.NONE: []}.get(self._kind, [_class_column(columns)])
        rest = list(dict.fromkeys((*needed.sizes, *needed.numbers, *needed.texts)))
        self._file = _free(columns.names[columns.file] if columns.names else "filename", [*classes, *rest])
        own = columns.names[columns.split] if columns.split is not None else "split"
        self._split = _free(own, [*classes, *rest, self._file]) if split else ""
        self._class = classes[0] if classes else ""
        wanted = [self._file, *classes, *([self._split] if split else []), *rest]
        kept = [name for name in columns.names if name in wanted]
        self.head = [*kept, *(name for name in wanted if name not in kept)]

    def table(self, pictures: Iterable[tuple[WrittenImage, dict[str, Any]]], folder: str) -> Iterator[bytes]:
        """The lines of the table in a folder, whose pictures are named from there where they lie in it."""
        before = f"{folder}/" if folder else ""
        headless = not self._columns.names and self._kind is self._columns.kind
        if not headless:
            yield self._line(self.head)
        for image, entry in pictures:
            cells = self._cells(image, entry)
            cells[self._file] = cells[self._file].removeprefix(before)
            yield self._line([cells.get(name, "") for name in self.head])

    def _cells(self, image: WrittenImage, entry: dict[str, Any]) -> dict[str, str]:
        cells: dict[str, str] = {self._file: image.file} | entry.get("texts", {})
        numbers = entry.get("sizes", {}) | entry.get("numbers", {})
        cells |= {name: _number(value) for name, value in numbers.items()}
        if self._split:
            cells[self._split] = image.split.value if image.split is not None else ""
        classes = entry.get("classes")
        if classes is None:
            return cells
        if self._kind is Kind.COLUMNS:
            absent = -1 if self._columns.signed else 0
            return cells | {name: _number(classes.get(name, absent)) for name in self._names}
        if self._kind is Kind.NONE:
            return cells
        return cells | {self._class: self._columns.joiner.join(classes)}

    def _line(self, cells: list[str]) -> bytes:
        buffer = io.StringIO()
        csv.writer(buffer, delimiter=self._columns.separator, lineterminator="\n").writerow(cells)
        return buffer.getvalue().encode()


def _kind(columns: Columns, needed: _Needed) -> Kind:
    """How classes are written: as in the source where that can say all."""
    joined = columns.kind is Kind.JOINED and needed.plain
    if joined and not any(columns.joiner in name for name in needed.names):
        return Kind.JOINED
    if columns.kind is Kind.NONE and not needed.any_class:
        return Kind.NONE
    if columns.kind is Kind.ONE and needed.single and needed.plain:
        return Kind.ONE
    return Kind.COLUMNS


def _class_column(columns: Columns) -> str:
    return columns.names[columns.classes[0]] if columns.names and columns.classes else "label"


def _free(name: str, taken: list[str]) -> str:
    """A column's name that no other column has."""
    while name in taken:
        name += "_"
    return name


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))
