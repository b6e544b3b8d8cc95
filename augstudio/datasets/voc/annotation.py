"""Reads the XML file of one picture, as the Pascal VOC challenges have it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

import numpy as np

from augstudio.core.image import Size
from augstudio.core.labels import Box, Instance, OrientedBox
from augstudio.core.text import printable, quoted
from augstudio.datasets.attribute_text import value_of
from augstudio.datasets.label_frame import LabelFrame, label_frame
from augstudio.datasets.label_reading import ImageInfo, LabelFileError, LabelProblem
from augstudio.datasets.label_text import number
from augstudio.datasets.shapes import box_around
from augstudio.datasets.xml_reading import Element, parsed_xml
from augstudio.errors import Message

MAX_ANNOTATION_BYTES: Final = 1 << 25
"""The largest file of one picture that is read."""

PART: Final = "part"
"""Attribute of an instance that is a part of the one of its group that has it not."""

GHOST: Final = "ghost"
"""Attribute of an object that is a copy made by padding."""

_FLAGS: Final = ("difficult", "truncated", "occluded")
_NO_POSE: Final = "Unspecified"
_KNOWN: Final = frozenset((*_FLAGS, "name", "bndbox", "robndbox", "part", "actions", "attributes"))


class Counting(StrEnum):
    """What the coordinates of a dataset count, as its tools meant them."""

    ONE = "from 1, with the last pixel"
    """The first pixel is 1, and ``xmax`` is the last pixel inside; the rule of the challenges."""
    ZERO = "from 0, with the last pixel"
    EDGES = "the pixels' edges from 0"

    def box(self, xmin: float, ymin: float, xmax: float, ymax: float) -> Box:
        """The box that four numbers stand for."""
        first = 1.5 if self is Counting.ONE else 0.5
        last = -0.5 if self is Counting.ZERO else 0.5
        return Box(xmin - first, ymin - first, xmax - last, ymax - last)


@dataclass(frozen=True, slots=True)
class Rules:
    """How the files of a dataset are read.

    Attributes:
        names: Names of the classes, each at its position.
        counting: What coordinates count.
    """

    names: tuple[str, ...]
    counting: Counting = Counting.ONE


@dataclass(slots=True)
class Annotation:
    """What one file holds.

    Attributes:
        instances: The objects and their parts, in the file's order.
        problems: What is broken or odd.
        numbers: Of each instance, the number of the object in the file, from 1; 0 for parts.
    """

    instances: list[Instance] = field(default_factory=list)
    problems: list[LabelProblem] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


def read_annotation(data: bytes, name: str, image: ImageInfo, rules: Rules) -> Annotation:
    """Read one file.

    Args:
        data: Its bytes.
        name: Its path relative to the dataset, for messages.
        image: The picture.
        rules: How the dataset's files are read.

    Raises:
        DatasetError: It is no XML of this kind at all.
    """
    root = parsed_xml(data, name)
    if root.tag != "annotation":
        reason = Message(
            "is not a Pascal VOC annotation: its outermost element is <{0}>, not <annotation>",
            printable(root.tag),
        )
        raise LabelFileError(name, 0, reason)
    return _Reading(name, image, rules).read(root)


class _Reading:
    """Reads one file and gathers what is odd."""

    def __init__(self, name: str, image: ImageInfo, rules: Rules) -> None:
        self._name, self._image, self._rules = printable(name), image, rules
        self._positions = {text: position for position, text in reversed(list(enumerate(rules.names)))}
        self._frame = LabelFrame(image.size)
        self._found = Annotation()

    def read(self, root: Element) -> Annotation:
        size = root.child("size")
        self._frame = label_frame(_size(size), self._image)
        if self._frame.oddity is not None:
            self._odd(size or root, self._frame.oddity)
        for count, item in enumerate(root.all("object"), 1):
            self._object(item, count)
        return self._found

    def _odd(self, element: Element, reason: Message) -> None:
        self._found.problems.append(LabelProblem(self._name, element.line, reason))

    def _object(self, item: Element, count: int) -> None:
        shape = self._shape(item)
        category = self._category(item)
        if shape is None or category is None:
            return
        self._odd_pixels(item, shape)
        for child in item.children:
            if child.children and child.tag not in _KNOWN:
                self._odd(child, Message("<{0}> is not read, and exports leave it out", printable(child.tag)))
        parts, attributes = list(item.all("part")), _attributes(item)
        instance = Instance(
            category=category,
            shape=shape,
            group=count if parts else None,
            origin=len(self._found.instances),
            ghost=attributes.pop(GHOST, False) is True,
            attributes=attributes,
            difficult=self._flag(item, "difficult"),
            truncated=self._flag(item, "truncated"),
            occluded=self._flag(item, "occluded"),
        )
        if any(_same(instance, other) for other in self._found.instances):
            self._odd(item, Message("object {0} is there twice; both count", count))
        self._add(instance, count)
        for part in parts:
            self._part(part, count)

    def _part(self, item: Element, group: int) -> None:
        shape, category = self._shape(item), self._category(item)
        if shape is not None and category is not None:
            origin = len(self._found.instances)
            attributes = {PART: True}
            self._add(
                Instance(category=category, shape=shape, group=group, origin=origin, attributes=attributes), 0
            )

    def _add(self, instance: Instance, count: int) -> None:
        self._found.instances.append(instance)
        self._found.numbers.append(count)

    def _category(self, item: Element) -> int | None:
        name = item.value("name")
        if not name:
            self._odd(item, Message("the <{0}> has no name; it is left out", item.tag))
            return None
        if name not in self._positions:
            reason = Message("there is no class {0}; the <{1}> is left out", printable(name), item.tag)
            self._odd(item, reason)
        return self._positions.get(name)

    def _flag(self, item: Element, flag: str) -> bool:
        text = item.value(flag)
        if text.casefold() not in ("", "0", "1", "true", "false"):
            reason = Message("<{0}> is {1}, neither 0 nor 1; it is taken as 0", flag, printable(text[:40]))
            self._odd(item.child(flag) or item, reason)
        return text.casefold() in ("1", "true")

    def _shape(self, item: Element) -> Box | OrientedBox | None:
        turned = item.child("robndbox")
        if turned is not None:
            return self._turned(turned)
        box = item.child("bndbox")
        if box is None:
            self._odd(item, Message("the <{0}> has no <bndbox>; it is left out", item.tag))
            return None
        found = self._numbers(box, ("xmin", "ymin", "xmax", "ymax"))
        if found is None:
            return None
        xmin, ymin, xmax, ymax = found
        if xmin > xmax or ymin > ymax:
            self._odd(box, Message("the corners are in the other order; they are exchanged"))
        shape = self._rules.counting.box(min(xmin, xmax), min(ymin, ymax), max(xmin, xmax), max(ymin, ymax))
        if not (shape.left < shape.right and shape.top < shape.bottom):
            self._odd(box, Message("the box is empty; it is left out"))
            return None
        return box_around(self._frame.upright(shape.corners))

    def _turned(self, box: Element) -> OrientedBox | None:
        """A box as roLabelImg writes it: centre, size, and the angle in radians clockwise."""
        found = self._numbers(box, ("cx", "cy", "w", "h", "angle"))
        if found is None:
            return None
        x, y, width, height, angle = found
        if width <= 0 or height <= 0:
            self._odd(box, Message("the box is empty; it is left out"))
            return None
        along = np.array((np.cos(angle), np.sin(angle))) * width / 2
        across = np.array((-np.sin(angle), np.cos(angle))) * height / 2
        corners = np.array((-along - across, along - across, along + across, across - along))
        return OrientedBox(self._frame.upright(corners + np.array((x - 0.5, y - 0.5))))

    def _numbers(self, box: Element, names: tuple[str, ...]) -> list[float] | None:
        found: list[float] = []
        for name in names:
            text = box.value(name)
            value = number(text)
            if value is None:
                reason = Message(
                    "{0} must be a number, not {1}; the box is left out", name, quoted(text[:40])
                )
                self._odd(box, reason)
                return None
            found.append(value)
        return found

    def _odd_pixels(self, item: Element, shape: Box | OrientedBox) -> None:
        width, height = self._image.size
        corners = shape.corners
        if corners.min() < -0.5 or (corners.max(axis=0) > (width - 0.5, height - 0.5)).any():
            box = item.child("bndbox") or item
            self._odd(
                box, Message("the box leaves the picture of {0} x {1}; it counts as it is", width, height)
            )


def _same(one: Instance, other: Instance) -> bool:
    return one.category == other.category and one.shape == other.shape


def _size(size: Element | None) -> Size | None:
    """The size that a file declares; None where it declares none, as some tools write 0."""
    if size is None:
        return None
    width, height = number(size.value("width")), number(size.value("height"))
    return (int(width), int(height)) if width and height else None


def _attributes(item: Element) -> dict[str, Any]:
    """What an object says beyond its class, its place and its flags."""
    found: dict[str, Any] = {
        child.tag: value_of(child.text.strip())
        for child in item.children
        if child.tag not in _KNOWN and not child.children and child.text.strip() not in ("", _NO_POSE)
    }
    actions = item.child("actions")
    if actions is not None and actions.children:
        found["actions"] = {child.tag: child.text.strip() == "1" for child in actions.children}
    attributes = item.child("attributes")
    for attribute in attributes.all("attribute") if attributes else ():
        value = attribute.child("value")
        if attribute.value("name"):
            found[attribute.value("name")] = value_of("" if value is None else value.text)
    return found
