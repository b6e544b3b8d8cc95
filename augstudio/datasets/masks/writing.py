"""Writes masks: ``images``, ``masks`` of classes, ``instances`` with numbers, and a list of classes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, ClassVar, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Category,
    Instance,
    Labels,
    OrientedBox,
    Outline,
    SemanticMask,
)
from augstudio.core.raster import filled
from augstudio.datasets.between import background_beside
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.masks.pairs import bare_parts
from augstudio.datasets.masks.reading import PER_CLASS
from augstudio.datasets.splits import Split, split_of
from augstudio.errors import DatasetError, Message
from augstudio.images.codec import encode
from augstudio.images.label_map import Palette, encode_label_map

IMAGES, MASKS, INSTANCES, NUMBERED = "images", "masks", "instances", "instance_ids"
"""Names of the folders."""
LIST: Final = "classes.csv"
"""Name of the list of classes."""

_MOST_CLASSES: Final = 254
_GREATEST: Final = 65535
_BACKGROUND: Final = 0
_IGNORED: Final = 255


@dataclass(frozen=True, slots=True)
class MaskWriter:
    """Writes masks as PNG: numbers of classes, with the source's palette, or colours where it has such.

    Attributes:
        categories: The classes.
        values: Their numbers, by position.
        ignore: The number of pixels that count for nothing.
        classes: Whether masks of classes are written.
        instances: Whether masks of instances are written.
        by_number: Whether an instance's number says its class.
        colours: Whether classes are written as their colours.
        background: Whether 0 is no class but what is between objects, and numbers are given anew.
        listed: All classes of the list, with those that no object has; none where numbers are given anew.
    """

    TELLS_UNLABELLED: ClassVar[bool] = True

    categories: Categories
    values: tuple[int, ...]
    ignore: int | None = _IGNORED
    classes: bool = True
    instances: bool = True
    by_number: bool = False
    colours: bool = False
    background: bool = False
    listed: tuple[Category, ...] = ()

    @classmethod
    def for_instances(cls, categories: Categories, *, unused: bool = False) -> MaskWriter:
        """What writes the labels of other formats: 0 is the background, classes count from 1.

        Args:
            categories: The classes.
            unused: Whether the first is the background, and no object is of it.

        Raises:
            DatasetError: There are too many classes.
        """
        if len(categories) > _MOST_CLASSES:
            raise DatasetError(
                "too many classes for masks: {1}, more than {0}", _MOST_CLASSES, len(categories)
            )
        first = 0 if unused else 1
        return cls(categories, tuple(range(first, first + len(categories))), background=True)

    def image_file(self, key: str, split: Split | None) -> str:
        """In ``images``, below the folder of its split."""
        *parts, name = key.split("/")
        inner = [part for part in bare_parts(parts) if split is None or split_of(part) is not split]
        return "/".join((IMAGES, *([] if split is None else [split.value]), *inner, name))

    def label_files(self, image_file: str) -> tuple[str, ...]:
        """The masks of a picture."""
        _, *parts, name = image_file.split("/")
        inner = "/".join((*parts, f"{PurePosixPath(name).stem}.png"))
        folders = [MASKS] if self.classes else []
        folders += [NUMBERED if self.by_number else INSTANCES] if self.instances else []
        return tuple(f"{folder}/{inner}" for folder in folders)

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """The masks of one picture; none where it is not labelled."""
        if labels is None:
            return EncodedLabels((None,) * (self.classes + self.instances))
        drawn = _Drawn(self, image.size, labels)
        files = [self._coded(drawn.classes(), labels)] if self.classes else []
        files += [encode_label_map(drawn.numbers())] if self.instances else []
        return EncodedLabels(tuple(files))

    def _coded(self, classes: npt.NDArray[Any], labels: Labels) -> bytes:
        """A map of classes as its file."""
        if self.colours:
            return encode_colours(classes, self._all_colours())
        kept = labels.semantic is not None and self.keeps_numbers(labels.semantic)
        palette = labels.semantic.palette if labels.semantic is not None and kept else self._palette()
        return encode_label_map(classes, "png", palette)

    def keeps_numbers(self, semantic: SemanticMask) -> bool:
        """Whether the numbers of a class map are those that are written, as in a dataset of masks."""
        same = self.numbers_read() == list(self.values) and semantic.ignore in (None, self.ignore)
        return same or not self.background

    def numbers_read(self) -> list[int]:
        """The classes' numbers in the source's class maps, by position."""
        return [
            position if item.source_id is None else item.source_id
            for position, item in enumerate(self.categories.all)
        ]

    def _palette(self) -> Palette:
        colours = [(0, 0, 0)] * 256
        for position, value in enumerate(self.values):
            colours[value] = (0, 0, 0) if self._is_between(value) else self.categories.colour(position)
        colours[_IGNORED] = (224, 224, 192)
        return tuple(colours)

    def _all_colours(self) -> dict[int, tuple[int, int, int]]:
        """The colours of the classes' numbers, and one for what is ignored."""
        found = {value: self.categories.colour(position) for position, value in enumerate(self.values)}
        found |= {item.source_id or 0: item.colour for item in self.listed if item.colour is not None}
        if self.ignore is not None and self.ignore not in found:
            spare = ((grey,) * 3 for grey in (*range(256),))
            found[self.ignore] = next(colour for colour in spare if colour not in found.values())
        return found

    def shared_files(self, _entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The list of classes."""
        buffer = io.StringIO()
        rows = csv.writer(buffer, lineterminator="\n")
        rows.writerow(("value", "name", "red", "green", "blue"))
        rows.writerows(self._rows())
        yield LIST, [buffer.getvalue().encode()]

    def _rows(self) -> Iterator[tuple[int, str, int, int, int]]:
        """The number, name and colour of each class, in the order of the source's list."""
        own = {
            value: (item.name, *self.categories.colour(position))
            for position, (value, item) in enumerate(zip(self.values, self.categories.all, strict=True))
        }
        apart = {item.source_id or 0: (item.name, *(item.colour or (0, 0, 0))) for item in self.listed}
        if self.background and _BACKGROUND not in own:
            apart = {_BACKGROUND: (background_beside(self.categories).name, 0, 0, 0)}
        for value in dict.fromkeys((*apart, *own)):
            yield (value, *(own.get(value) or apart[value]))

    def _is_between(self, value: int) -> bool:
        return self.background and value == _BACKGROUND

    def class_numbers(self) -> tuple[int, ...]:
        """The values of their pixels."""
        return self.values

    def losses(self, labels: Labels) -> Losses:
        """Boxes and keypoints, what says more of instances, and pixels of several of them."""
        found: Losses = Counter()
        for item in labels.instances:
            found[Loss.BOXES] += isinstance(item.shape, Box | OrientedBox)
            found[Loss.KEYPOINTS] += item.has_keypoints
            found[Loss.CROWDS] += item.crowd and not self.by_number
            found[Loss.FLAGS] += item.difficult + item.truncated + item.occluded
            found[Loss.GROUPS] += item.group is not None
            found[Loss.ATTRIBUTES] += len(item.attributes)
        found[Loss.OVERLAPS] = _overlaps(labels)
        if labels.tags is not None:
            found[Loss.TAGS] = len(labels.tags.weights)
            found[Loss.NUMBERS] = len(labels.tags.numbers)
            found[Loss.ATTRIBUTES] += len(labels.tags.attributes)
        return +found

    def refusal(self, _policy: LabelPolicy) -> Message | None:
        """None: a mask can say that pixels count for nothing."""
        return None


class _Drawn:
    """The maps of one picture's labels."""

    def __init__(self, writer: MaskWriter, size: Size, labels: Labels) -> None:
        self._writer = writer
        self._labels = labels
        self._size = size
        # What is ignored, and what stands for several, lies below what is one object.
        order = {False: 1, True: 0}
        self._instances = sorted(labels.instances, key=lambda item: order[item.ignored or item.crowd])

    def classes(self) -> npt.NDArray[Any]:
        """``(H, W)``, the class of every pixel."""
        if self._labels.semantic is not None:
            return self._renumbered(self._labels.semantic)
        width, height = self._size
        drawn = np.full((height, width), _BACKGROUND, np.uint8)
        for item in self._instances:
            value = self._writer.ignore if item.ignored else self._writer.values[item.category]
            _draw(drawn, item, self._labels, _IGNORED if value is None else value)
        return drawn

    def _renumbered(self, semantic: SemanticMask) -> npt.NDArray[Any]:
        """A class map in the numbers that are written; what is no known class counts for nothing."""
        writer = self._writer
        if writer.keeps_numbers(semantic):
            return semantic.classes
        ignored = _IGNORED if writer.ignore is None else writer.ignore
        table = np.full(_GREATEST + 1, ignored, np.uint16)
        table[_BACKGROUND] = _BACKGROUND
        for read, written in zip(writer.numbers_read(), writer.values, strict=True):
            if 0 <= read <= _GREATEST:
                table[read] = written
        if semantic.ignore is not None:
            table[semantic.ignore] = ignored
        return table.astype(np.uint8)[semantic.classes]  # 254 classes at most where numbers are given anew

    def numbers(self) -> npt.NDArray[Any]:
        """``(H, W)``, the number of every pixel's instance."""
        width, height = self._size
        drawn = np.zeros((height, width), np.uint16)
        if self._writer.by_number and self._labels.semantic is not None:
            drawn[:] = self._labels.semantic.classes
        for item, number in self._numbered():
            _draw(drawn, item, self._labels, number)
        return drawn

    def _numbered(self) -> Iterator[tuple[Instance, int]]:
        """Instances with their numbers: those of the source as far as these are free."""
        taken = set[int]()
        later = []
        for item in self._instances:
            if item.ignored or (item.crowd and not self._writer.by_number):
                continue
            number = self._own(item)
            if number is None or number in taken or number > _GREATEST:
                later.append(item)
                continue
            taken.add(number)
            yield item, number
        for item in later:
            number = self._first(item)
            while number in taken:
                number += 1
            if number > _GREATEST:
                raise DatasetError("a mask holds at most {0} objects", _GREATEST)
            taken.add(number)
            yield item, number

    def _own(self, item: Instance) -> int | None:
        """The number that an instance has in the source's mask, if it may keep it."""
        value = self._writer.values[item.category]
        if self._writer.by_number and item.crowd:
            return value
        if not isinstance(item.shape, Bitmap) or self._writer.background or item.ghost:
            return None
        fits = not self._writer.by_number or item.shape.id // PER_CLASS == value
        return item.shape.id if fits else None

    def _first(self, item: Instance) -> int:
        return self._writer.values[item.category] * PER_CLASS if self._writer.by_number else 1


def encode_colours(classes: npt.NDArray[Any], colours: dict[int, tuple[int, int, int]]) -> bytes:
    """A map of classes as a PNG of their colours; black for numbers that have none."""
    lookup = np.zeros((int(max((*colours, classes.max(initial=0)))) + 1, 3), np.uint8)
    for value, colour in colours.items():
        lookup[value] = colour
    return encode(lookup[classes], "png")


def _draw(drawn: npt.NDArray[Any], item: Instance, labels: Labels, value: int) -> None:
    """Give the pixels of an instance a number."""
    shape = item.shape
    if isinstance(shape, Bitmap):
        drawn[labels.layers[shape.layer] == shape.id] = value
    elif isinstance(shape, Outline):
        found = _inside(shape, (drawn.shape[1], drawn.shape[0]))
        if found is not None:
            (top, left), pixels = found
            part = drawn[top : top + pixels.shape[0], left : left + pixels.shape[1]]
            part[pixels] = value


def _inside(shape: Outline, size: Size) -> tuple[tuple[int, int], npt.NDArray[np.bool_]] | None:
    """The pixels in an outline, in the rectangle around it, with its first row and column."""
    points = [ring for ring in shape.rings if len(ring)]
    if not points:
        return None
    least = np.floor(np.min([ring.min(axis=0) for ring in points], axis=0)).astype(int)
    most = np.ceil(np.max([ring.max(axis=0) for ring in points], axis=0)).astype(int)
    left, top = np.clip(least, 0, size)
    right, bottom = np.clip(most + 1, 0, size)
    if right <= left or bottom <= top:
        return None
    inner = filled([ring - (left, top) for ring in points], (int(right - left), int(bottom - top)))
    return (int(top), int(left)), inner


def _overlaps(labels: Labels) -> int:
    """Pixels that several instances have."""
    outlines = [item for item in labels.instances if isinstance(item.shape, Outline)]
    layers = len({item.shape.layer for item in labels.instances if isinstance(item.shape, Bitmap)})
    if len(outlines) < 2 and not (outlines and layers) and layers < 2:
        return 0
    size = _extent(labels)
    counts = np.zeros((size[1], size[0]), np.uint16)
    for item in labels.instances:
        once = np.zeros_like(counts)
        _draw(once, item, labels, 1)
        counts += once
    return int(np.count_nonzero(counts > 1))


def _extent(labels: Labels) -> Size:
    """A size that holds all shapes."""
    if labels.layers:
        return labels.layers[0].shape[1], labels.layers[0].shape[0]
    rings = [
        ring for item in labels.instances if isinstance(item.shape, Outline) for ring in item.shape.rings
    ]
    right, bottom = np.ceil(np.max([ring.max(axis=0) for ring in rings if len(ring)], axis=0)).astype(int)
    return max(1, int(right) + 1), max(1, int(bottom) + 1)
