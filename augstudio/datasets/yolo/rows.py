"""The rows of a YOLO label file, which give shares of the width and height of the upright picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.labels import (
    NOT_LABELLED,
    VISIBLE,
    Box,
    Instance,
    Keypoints,
    OrientedBox,
    Outline,
    Shape,
)
from augstudio.core.text import quoted
from augstudio.datasets.label_text import number
from augstudio.errors import Message

_BOX: Final = 5
_QUAD: Final = 9
_LEAST_OUTLINE: Final = 7
# Shares far beyond 1 are pixels.
_LEAST_SHARE: Final = -1.0
_GREATEST_SHARE: Final = 2.0
_TOLERANCE: Final = 0.5
_NUMBERS: Final = r"[0-9]{1,20}(?:\.[0-9]{1,99})?(?: [0-9]{1,20}(?:\.[0-9]{1,99})?)*"
_PLAIN: Final = re.compile(f"{_NUMBERS} ?")
_ALL_PLAIN: Final = re.compile(f"{_NUMBERS}(?:\n{_NUMBERS})*\n?")


class Task(StrEnum):
    """What the rows of a dataset hold; also the name of the format."""

    DETECT = "yolo"
    SEGMENT = "yolo-segment"
    OBB = "yolo-obb"
    POSE = "yolo-pose"


class KeypointShape(NamedTuple):
    """How many keypoints a row has.

    Attributes:
        slots: Keypoints of each instance.
        numbers: Numbers of each: 2 without visibility, 3 with it.
    """

    slots: int
    numbers: int

    @property
    def columns(self) -> int:
        """Numbers of a row."""
        return _BOX + self.slots * self.numbers


@dataclass(frozen=True, slots=True)
class RowRules:
    """What a dataset's rows must be.

    Attributes:
        task: What they hold.
        classes: The numbers of the classes, in the order of the dataset's categories.
        keypoints: The keypoints of each row, for :attr:`Task.POSE`.
    """

    task: Task
    classes: range | tuple[int, ...]
    keypoints: KeypointShape | None = None

    @property
    def are_written(self) -> bool:
        """Whether rows are written by the same rules: classes from 0 on, three numbers a keypoint."""
        return isinstance(self.classes, range) and (self.keypoints is None or self.keypoints.numbers == 3)


class Row(NamedTuple):
    """What a line gave.

    Attributes:
        line: Its number, from 1.
        instance: What it holds; None where it is left out.
        oddities: What is broken or odd about it.
    """

    line: int
    instance: Instance | None
    oddities: tuple[Message, ...]


class _RowError(Exception):
    """A row that cannot be used."""

    def __init__(self, template: str, *arguments: object) -> None:
        super().__init__(Message(template, *arguments))
        self.reason = Message(template, *arguments)


def rows_of(text: str, rules: RowRules, size: Size) -> Iterator[Row]:
    """What the lines of a label file hold; empty ones are passed over.

    Args:
        text: The file.
        rules: What its rows must be.
        size: Width and height of the upright picture.
    """
    instances = _outlines_at_once(text, rules, size)
    if instances is not None:
        yield from (Row(line, item, ()) for line, item in enumerate(instances, 1))
        return
    seen: dict[tuple[float, ...], int] = {}
    origin = 0
    for line, words in enumerate(text.splitlines(), 1):
        if not words or words.isspace():
            continue
        try:
            values = _numbers(words)
            first = seen.setdefault(values, line)
            if first != line:
                raise _RowError("the same as line {0}; left out", first)
            instance, oddities = _instance(values, rules, size, origin)
            yield Row(line, instance, oddities)
        except _RowError as error:
            yield Row(line, None, (error.reason,))
        origin += 1


def _outlines_at_once(text: str, rules: RowRules, size: Size) -> list[Instance] | None:
    """The instances of a file that holds plain rows of outlines and nothing odd; None where it does not."""
    if rules.task is not Task.SEGMENT or rules.keypoints is not None or not _ALL_PLAIN.fullmatch(text):
        return None
    counts = [line.count(" ") + 1 for line in text.splitlines()]
    if min(counts) < _LEAST_OUTLINE or not all(count % 2 for count in counts):
        return None
    values = np.fromstring(text, np.float64, sep=" ")
    ends = list(accumulate(counts))
    firsts = [0, *ends[:-1]]
    classes = values[firsts].tolist()
    if not all(number in rules.classes for number in classes):
        return None
    shares = np.delete(values, firsts)
    if shares.max() > 1 or len({values[first:end].tobytes() for first, end in pairwise([0, *ends])}) < len(
        ends
    ):
        return None
    places = _places(shares.reshape(-1, 2), size)
    places.flags.writeable = False
    corners = pairwise([0, *accumulate(count // 2 for count in counts)])
    return [
        Instance(
            category=rules.classes.index(int(number)),
            shape=Outline.of_fixed((places[first:end],)),
            origin=origin,
        )
        for origin, (number, (first, end)) in enumerate(zip(classes, corners, strict=True))
    ]


def kind_of_row(words: Sequence[str]) -> Task | None:
    """What a row without keypoints holds by the number of its columns; None where it can be none."""
    if len(words) == _BOX:
        return Task.DETECT
    if len(words) == _QUAD:
        return Task.OBB
    return Task.SEGMENT if len(words) >= _LEAST_OUTLINE and len(words) % 2 else None


def _numbers(line: str) -> tuple[float, ...]:
    """The numbers of a line."""
    # Plain ones, which are nearly all, are looked at together.
    if _PLAIN.fullmatch(line):
        return tuple(map(float, line.split()))
    return tuple(map(_number, line.split()))


def _number(word: str) -> float:
    value = number(word)
    if value is None:
        raise _RowError("{0} is not a number; left out", quoted(word))
    return value


def _instance(
    values: tuple[float, ...], rules: RowRules, size: Size, origin: int
) -> tuple[Instance, tuple[Message, ...]]:
    category = _category(values[0], rules)
    shares = values[1:]
    oddities: list[Message] = []
    keypoints = None
    if rules.keypoints is not None and len(values) == rules.keypoints.columns:
        keypoints = _keypoints(shares[4:], rules.keypoints, size, oddities)
        shares = shares[:4]
    elif rules.keypoints is not None and len(values) != _BOX:
        raise _RowError(
            "expected {1} numbers, got {0}; left out", len(values), f"{rules.keypoints.columns:,}"
        )
    shape = _shape(shares, rules.task, size, oddities)
    if rules.keypoints is not None and keypoints is None:
        oddities.append(Message("a row without keypoints; Ultralytics leaves out the whole picture"))
    return Instance(category=category, shape=shape, keypoints=keypoints, origin=origin), tuple(oddities)


def _category(value: float, rules: RowRules) -> int:
    if not value.is_integer() or value not in rules.classes:
        raise _RowError("there is no class {0}; left out", f"{value:g}")
    return rules.classes.index(int(value))


def _shape(shares: tuple[float, ...], task: Task, size: Size, oddities: list[Message]) -> Shape:
    """What the numbers behind the class say."""
    if len(shares) != 4 and (len(shares) < 6 or len(shares) % 2):
        raise _RowError("wrong number of values for this format ({0}); left out", len(shares) + 1)
    least, greatest = min(shares), max(shares)
    if least < _LEAST_SHARE or greatest > _GREATEST_SHARE:
        raise _RowError("numbers must be shares of the width and height, 0 to 1, not pixels; left out")
    shape = _box(shares, size) if len(shares) == 4 else _polygon(shares, task, size)
    if least < 0 or greatest > 1 or isinstance(shape, Box) or task not in _NAMES[type(shape)][1]:
        oddities += _oddities(shape, task, size)
    return shape


def _box(shares: tuple[float, ...], size: Size) -> Box:
    x, y, width, height = shares
    if width <= 0 or height <= 0:
        raise _RowError("a box without an area; left out")
    return Box(
        (x - width / 2) * size[0] - 0.5,
        (y - height / 2) * size[1] - 0.5,
        (x + width / 2) * size[0] - 0.5,
        (y + height / 2) * size[1] - 0.5,
    )


def _polygon(shares: tuple[float, ...], task: Task, size: Size) -> OrientedBox | Outline:
    corners = _places(np.array(shares).reshape(-1, 2), size)
    if task is Task.OBB and len(corners) == 4:
        return OrientedBox(corners)
    return Outline((corners,))


def _places(shares: Float64Array, size: Size) -> Float64Array:
    """Shares as columns and rows."""
    places: Float64Array = shares * np.array(size, np.float64) - 0.5
    return places


_NAMES: Final = {
    Box: (Message("a box"), {Task.DETECT, Task.POSE}),
    OrientedBox: (Message("a turned box"), {Task.OBB}),
    Outline: (Message("an outline"), {Task.SEGMENT}),
}
_ROWS: Final = {
    Task.DETECT: Message("boxes"),
    Task.SEGMENT: Message("outlines"),
    Task.OBB: Message("turned boxes"),
    Task.POSE: Message("keypoints"),
}


def _oddities(shape: Box | OrientedBox | Outline, task: Task, size: Size) -> Iterator[Message]:
    name, tasks = _NAMES[type(shape)]
    if task not in tasks:
        yield Message(
            "{0} in a dataset of {1}; Ultralytics leaves out pictures with mixed rows",
            name,
            _ROWS[task],
        )
    corners = shape.rings[0] if isinstance(shape, Outline) else shape.corners
    least, greatest = corners.min(axis=0), corners.max(axis=0)
    right, bottom = size[0] - 0.5, size[1] - 0.5
    if (least > (right, bottom)).any() or (greatest < -0.5).any():
        yield Message("{0} beside the picture", name)
    elif task is Task.OBB and isinstance(shape, OrientedBox):
        return  # corners may leave the picture
    elif (least < -0.5 - _TOLERANCE).any() or (greatest > np.array((right, bottom)) + _TOLERANCE).any():
        yield Message("{0} reaches beyond the picture", name)


def _keypoints(
    values: tuple[float, ...], shape: KeypointShape, size: Size, oddities: list[Message]
) -> Keypoints:
    """The keypoints of a row; those that lie out of the picture count as missing."""
    table = np.array(values, np.float64).reshape(shape.slots, shape.numbers)
    shares = table[:, :2]
    if shape.numbers == 2:
        visibility = np.where((shares < 0).any(axis=1), NOT_LABELLED, VISIBLE)
        if ((shares == 0).all(axis=1)).any():
            oddities.append(
                Message("a keypoint at 0 0 counts as seen, as kpt_shape has two numbers a keypoint")
            )
    else:
        visibility = table[:, 2].astype(np.int64)
        if not np.isin(table[:, 2], (0, 1, 2)).all():
            raise _RowError("the visibility of a keypoint must be 0, 1 or 2; left out")
    outside = ((shares < 0) | (shares > 1)).any(axis=1) & (visibility != NOT_LABELLED)
    if outside.any():
        oddities.append(Message("a keypoint beside the picture counts as missing"))
    visibility = np.where(outside, NOT_LABELLED, visibility).astype(np.int32)
    places = np.where((visibility == NOT_LABELLED)[:, None], 0.0, _places(shares, size))
    return Keypoints(places, visibility)
