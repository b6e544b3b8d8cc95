"""What one row of Hugging Face's metadata says of its picture."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from augstudio.core.labels import Box, Instance
from augstudio.core.text import printable, quoted
from augstudio.datasets.csv.table import is_class_column
from augstudio.datasets.label_reading import LabelFileError, LabelProblem
from augstudio.datasets.label_text import finite, number
from augstudio.datasets.said_sizes import SaidSizes, size_columns
from augstudio.errors import Message

Tell: TypeAlias = Callable[..., None]

FILE: Final = "file_name"
WEIGHTS: Final = "weights"
_FURTHER: Final = "_file_name"
_BOXES: Final = ("bbox", "bboxes")
_NAMES: Final = (
    "categories",
    "category",
    "labels",
    "label",
    "class",
    "classes",
    "category_id",
    "category_name",
)


@dataclass(frozen=True, slots=True)
class MetadataForm:
    """How a dataset's metadata says things, to be written the same way.

    Attributes:
        file: Name of the column with the picture's file.
        labels: Name of the column with the class or the classes; empty where there is none.
        several: Whether that column holds lists.
        objects: Name of the column with objects; empty where there is none.
        boxes: What their boxes are called there.
        names: What their classes are called there.
        whole: Whether classes are numbers.
        sizes: Which columns may say the picture's size, which is not carried but said anew.
        empty: Further columns in which no row says anything.
    """

    file: str = FILE
    labels: str = ""
    several: bool = False
    objects: str = ""
    boxes: str = _BOXES[0]
    names: str = _NAMES[0]
    whole: bool = False
    sizes: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """One row.

    Attributes:
        line: Its line in the file, from 1.
        values: What it says, by column.
    """

    line: int
    values: Mapping[str, Any]


def json_rows(text: str, shown: str) -> Iterator[MetadataRow | LabelProblem]:
    """The rows of a file with one JSON object in a line, and what is wrong with lines."""
    for line, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        try:
            found = json.loads(row, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            reason = error.args[0] if error.args and isinstance(error.args[0], Message) else None
            yield LabelProblem(shown, line, reason or Message("is not valid JSON; the line is left out"))
            continue
        if isinstance(found, dict):
            yield MetadataRow(line, found)
        else:
            yield LabelProblem(shown, line, Message("is not a JSON object; the line is left out"))


def table_rows(text: str, shown: str) -> Iterator[MetadataRow | LabelProblem]:
    """The rows of a table; cells that are numbers are such, and empty ones say nothing.

    Raises:
        DatasetError: Its quotation marks do not fit.
    """
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    line = 2
    try:
        for row in reader:
            cells = {name: cell for name, cell in row.items() if isinstance(name, str)}
            if None in row or None in row.values():
                yield LabelProblem(shown, line, Message("does not have as many cells as the header"))
            yield MetadataRow(line, {name: _cell(cell) if cell else None for name, cell in cells.items()})
            line = reader.line_num + 1
    except csv.Error:
        raise LabelFileError(shown, line, Message("the quotation marks from here on do not fit")) from None


def form_of(rows: list[MetadataRow]) -> MetadataForm:
    """How rows say things; by the first that says each."""
    columns = dict.fromkeys(name for row in rows for name in row.values)
    files = [name for name in columns if name == FILE or name.endswith(_FURTHER)]
    file = (
        FILE if FILE in files else "image_file_name" if "image_file_name" in files else (files or [FILE])[0]
    )
    labels = next((name for name in columns if _is_label(name, rows)), "")
    several = any(isinstance(row.values.get(labels), list) for row in rows)
    objects, boxes, names = _objects_form(columns, rows)
    whole = _all_whole(
        value
        for row in rows
        for value in (*_listed(row.values.get(labels)), *_object_column(row.values.get(objects), names))
    )
    sizes = size_columns(columns)
    filled = {name for row in rows for name, value in row.values.items() if value is not None}
    told = {*filled, *sizes, *files, WEIGHTS}
    empty = tuple(name for name in columns if name not in told)
    return MetadataForm(file, labels, several, objects, boxes, names, whole, sizes, empty)


def further_files(rows: list[MetadataRow], form: MetadataForm) -> list[str]:
    """Columns that name files beside the picture."""
    columns = dict.fromkeys(name for row in rows for name in row.values)
    return [name for name in columns if name != form.file and (name == FILE or name.endswith(_FURTHER))]


def class_text(value: Any) -> str | None:
    """A class's name; None for what is none."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def classes_of(row: MetadataRow, form: MetadataForm, tell: Tell) -> dict[str, float] | None:
    """The classes of the whole picture with their weights; None where none is said."""
    value = row.values.get(form.labels) if form.labels else None
    if value is None:
        return None
    names = [class_text(item) for item in _listed(value)]
    shares = [finite(item) for item in _listed(row.values.get(WEIGHTS, []))]
    if shares and len(shares) != len(names):
        tell("weights: {0}, but classes: {1}; each class counts in full", len(shares), len(names))
        shares = []
    found = {}
    for place, name in enumerate(names):
        share = shares[place] if shares else 1.0
        if name is None or share is None or not 0 < share <= 1:
            tell("no class with a weight: {0}", quoted(_listed(value)[place]))
        else:
            found[name] = share
    return found


def instances_of(
    row: MetadataRow, form: MetadataForm, positions: Mapping[str, int], tell: Tell
) -> tuple[Instance, ...] | None:
    """The objects of a row; None where it says nothing of such."""
    value = row.values.get(form.objects) if form.objects else None
    if value is None:
        return None
    found: list[Instance] = []
    for place, item in enumerate(_as_objects(value, form.boxes, tell), 1):
        name = class_text(item.get(form.names))
        box = _box(item.get(form.boxes))
        if name is None or box is None:
            tell("object {0} has no box of four numbers, or no class; it is left out", place)
            continue
        attributes = {key: part for key, part in item.items() if key not in (form.boxes, form.names, "area")}
        found.append(Instance(category=positions[name], shape=box, origin=place - 1, attributes=attributes))
    return tuple(found)


def names_in(row: MetadataRow, form: MetadataForm) -> Iterator[str]:
    """The names of all classes in a row."""
    values = (
        *_listed(row.values.get(form.labels)),
        *_object_column(row.values.get(form.objects), form.names),
    )
    yield from (name for value in values if (name := class_text(value)) is not None)


def sizes_of(row: MetadataRow, form: MetadataForm) -> SaidSizes:
    """What a row says that may be its picture's size."""
    found = ((name, finite(row.values.get(name))) for name in form.sizes)
    return tuple((name, value) for name, value in found if value is not None)


def rest_of(
    row: MetadataRow, form: MetadataForm, further: list[str]
) -> tuple[dict[str, float], dict[str, Any]]:
    """Numbers and all else that a row says, which are carried."""
    sizes = (name for name, _ in sizes_of(row, form))
    told = {form.file, form.labels, form.objects, *sizes, *further}
    if form.labels:
        told.add(WEIGHTS)
    numbers, others = {}, {}
    for name, value in row.values.items():
        if name in told or value is None:
            continue
        found = finite(value)
        if found is not None:
            numbers[name] = found
        else:
            others[name] = value
    return numbers, others


def _is_label(name: str, rows: list[MetadataRow]) -> bool:
    if not is_class_column(name):
        return False
    values = [row.values[name] for row in rows if row.values.get(name) is not None]
    return bool(values) and all(class_text(item) is not None for value in values for item in _listed(value))


def _objects_form(columns: Mapping[str, None], rows: list[MetadataRow]) -> tuple[str, str, str]:
    for column in columns:
        for row in rows:
            keys = _keys(row.values.get(column))
            boxes = next((name for name in _BOXES if name in keys), None)
            if boxes is not None:
                return column, boxes, next((name for name in _NAMES if name in keys), _NAMES[0])
    return "", _BOXES[0], _NAMES[0]


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value)
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return {key for item in value for key in item}
    return set()


def _as_objects(value: Any, boxes: str, tell: Tell) -> list[dict[str, Any]]:
    """Objects one by one, also where they are columns."""
    if isinstance(value, list):
        return [item if isinstance(item, dict) else {} for item in value]
    if not isinstance(value, dict) or not isinstance(value.get(boxes, []), list):
        tell("objects are no lists of boxes and classes; they are left out")
        return []
    count = len(value.get(boxes, []))
    columns = {key: part for key, part in value.items() if isinstance(part, list)}
    for key, part in columns.items():
        if len(part) != count:
            tell(
                "different numbers of entries: {0} in the boxes, {1} in {2}",
                count,
                len(part),
                printable(key),
            )
    return [
        {key: part[place] for key, part in columns.items() if place < len(part)} for place in range(count)
    ]


def _object_column(value: Any, names: str) -> list[Any]:
    if isinstance(value, dict):
        return _listed(value.get(names))
    return [item.get(names) for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _box(value: Any) -> Box | None:
    """A box by its left and upper edge, its width and its height."""
    parts = [finite(part) for part in value] if isinstance(value, list) else []
    if len(parts) != 4 or None in parts:
        return None
    left, top, width, height = (part for part in parts if part is not None)
    if width <= 0 or height <= 0:
        return None
    return Box(left - 0.5, top - 0.5, left - 0.5 + width, top - 0.5 + height)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _all_whole(values: Iterator[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, int) and not isinstance(value, bool) for value in known)


def _cell(cell: str) -> Any:
    value = number(cell)
    if value is None:
        return cell
    return int(cell) if cell.lstrip("+-").isdecimal() else value


def _no_number(text: str) -> Any:
    raise ValueError(Message("{0} is not a number in JSON; the line is left out", text))
