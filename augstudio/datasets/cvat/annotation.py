"""Reads what a CVAT file says of one picture.

Coordinates are those of the pixels' edges; boxes and ellipses turn clockwise about their middle; a mask's
counts run row by row within its box.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    Outline,
    Shape,
    Tags,
)
from augstudio.core.polygon import ring_area
from augstudio.core.text import printable, quoted
from augstudio.datasets.attribute_text import value_of
from augstudio.datasets.ellipses import ellipse_outline
from augstudio.datasets.label_frame import LabelFrame, label_frame
from augstudio.datasets.label_layers import LayerBuilder
from augstudio.datasets.label_reading import ImageInfo, LabelProblem
from augstudio.datasets.label_text import number
from augstudio.datasets.run_lengths import mask_of_counts
from augstudio.datasets.shapes import box_around, leaves_picture
from augstudio.datasets.turned_boxes import turned
from augstudio.datasets.xml_reading import Element
from augstudio.errors import Message, message_of
from augstudio.images.orientation import upright_picture

KIND: Final = "shape"
"""Attribute that keeps the kind of a shape that this program holds as another one."""
POINT_KINDS: Final = ("points", "polyline", "cuboid")
"""Shapes that are keypoints here."""
FLAGS: Final = ("difficult", "truncated", "crowd", "ignored", "ghost")
"""Flags of an instance that CVAT has no place for but among the attributes."""
SOURCE: Final = "source"
Z_ORDER: Final = "z_order"

_CORNERS: Final = tuple(f"{corner}{face}" for face in "12" for corner in ("tl", "bl", "tr", "br"))
CUBOID: Final = tuple(f"{axis}{corner}" for corner in _CORNERS for axis in "xy")
"""Names of the coordinates of a cuboid's eight corners."""

_MANUAL: Final = ("", "manual")


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the file says of one picture.

    Attributes:
        labels: The labels.
        problems: What is broken or odd.
    """

    labels: Labels
    problems: tuple[LabelProblem, ...]


def read_image(item: Element, file: str, image: ImageInfo, categories: Categories) -> Annotation:
    """Read what a file says of one picture.

    Args:
        item: The element ``image``.
        file: The file's path relative to the dataset, for messages.
        image: The picture.
        categories: The classes.
    """
    return _Reading(file, image, categories).read(item)


class _ShapeError(ValueError):
    """A shape cannot be used."""


class _Reading:
    """Reads one picture's element and gathers what is odd."""

    def __init__(self, file: str, image: ImageInfo, categories: Categories) -> None:
        self._file, self._image, self._categories = printable(file), image, categories
        self._positions = {item.name: place for place, item in reversed(list(enumerate(categories.all)))}
        self._frame = LabelFrame(image.size)
        self._layers = LayerBuilder(image.size)
        self._instances: list[Instance] = []
        self._tags: dict[int, float] = {}
        self._said: dict[str, Any] = {}
        self._problems: list[LabelProblem] = []

    def read(self, item: Element) -> Annotation:
        self._frame = label_frame(_size(item), self._image)
        if self._frame.oddity is not None:
            self._odd(item, self._frame.oddity)
        for shape in item.children:
            try:
                self._add(shape)
            except _ShapeError as error:
                reason = Message("the {0} {1}; it is left out", shape.tag, message_of(error))
                self._odd(shape, reason)
        tags = Tags(tuple(self._tags.items()), (), self._said) if self._tags else None
        return Annotation(
            Labels(tuple(self._instances), self._layers.layers, None, tags), tuple(self._problems)
        )

    def _odd(self, item: Element, reason: Message) -> None:
        self._problems.append(LabelProblem(self._file, item.line, reason))

    def _add(self, item: Element) -> None:
        name = item.attributes.get("label", "")
        if name not in self._positions:
            raise _ShapeError(Message("has no known class: {0}", repr(printable(name))))
        attributes = _attributes(item)
        if item.tag == "tag":
            self._tags[self._positions[name]] = 1.0
            if attributes:
                self._said[name] = attributes
            return
        flags = {flag: attributes.pop(flag) for flag in FLAGS if attributes.get(flag) is True}
        instance = Instance(
            category=self._positions[name],
            group=self._group(item),
            occluded=item.attributes.get("occluded") == "1",
            origin=len(self._instances),
            attributes=attributes,
        )
        self._keep(self._with_shape(replace(instance, **flags), item), item.tag)

    def _group(self, item: Element) -> int | None:
        text = item.attributes.get("group_id", "")
        return int(text) if text.isdecimal() and int(text) else None

    def _with_shape(self, instance: Instance, item: Element) -> Instance:
        """An instance with what an element says of its place."""
        if item.tag == "skeleton":
            return replace(instance, keypoints=self._skeleton(item, instance.category))
        if item.tag == "mask":
            return replace(instance, shape=self._mask(item))
        if item.tag in POINT_KINDS:
            points = self._upright(_cuboid(item) if item.tag == "cuboid" else _points(item))
            keypoints = Keypoints(points, np.full(len(points), 2, np.int32))
            return replace(instance, keypoints=keypoints, attributes={**instance.attributes, KIND: item.tag})
        shape: Shape
        if item.tag == "ellipse":
            shape = self._ellipse(item)
            instance = replace(instance, attributes={**instance.attributes, KIND: item.tag})
        elif item.tag == "box":
            shape = self._box(item)
        elif item.tag == "polygon":
            shape = self._polygon(item)
        else:
            raise _ShapeError(Message("is of an unknown kind"))
        self._check(shape.corners if isinstance(shape, Box | OrientedBox) else shape.rings[0], item)
        return replace(instance, shape=shape)

    def _upright(self, points: Float64Array) -> Float64Array:
        return self._frame.upright(points - 0.5)

    def _box(self, item: Element) -> Box | OrientedBox:
        left, top, right, bottom = _numbers(item, "xtl", "ytl", "xbr", "ybr")
        corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
        if left > right or top > bottom:
            self._odd(item, Message("the corners of the box are in the other order; they count as they are"))
        (angle,) = _numbers(item, "rotation", missing=0.0)
        if not angle:
            box = box_around(self._upright(corners))
            assert box is not None
            return box
        return OrientedBox(self._upright(turned(corners, corners.mean(axis=0), angle)))

    def _ellipse(self, item: Element) -> Outline:
        x, y, horizontal, vertical = _numbers(item, "cx", "cy", "rx", "ry")
        (angle,) = _numbers(item, "rotation", missing=0.0)
        if horizontal <= 0 or vertical <= 0:
            raise _ShapeError(Message("encloses nothing"))
        ring = ellipse_outline(np.array((x, y)), (horizontal, vertical), angle).rings[0]
        return Outline((self._upright(ring),))

    def _polygon(self, item: Element) -> Outline:
        points = self._upright(_points(item))
        if len(points) < 3:
            raise _ShapeError(Message("has fewer than three corners"))
        return Outline((points if ring_area(points) >= 0 else points[::-1],))

    def _check(self, places: Float64Array, item: Element) -> None:
        if not np.ptp(places, axis=0).all():
            raise _ShapeError(Message("encloses nothing"))
        if leaves_picture(places, self._image.size):
            self._odd(item, Message("the {0} leaves the picture; it counts as it is", item.tag))

    def _mask(self, item: Element) -> Bitmap:
        left, top, width, height = map(int, _numbers(item, "left", "top", "width", "height"))
        texts = item.attributes.get("rle", "").split(",")
        if width <= 0 or height <= 0 or not all(text.strip().isdecimal() for text in texts):
            raise _ShapeError(Message("has no counts of pixels"))
        if width * height > 4 * self._image.size[0] * self._image.size[1]:
            raise _ShapeError(Message("is larger than the picture"))
        try:
            mask = mask_of_counts([int(text) for text in texts], (width, height))
        except (ValueError, OverflowError) as error:
            raise _ShapeError(Message("cannot be read: {0}", message_of(error))) from None
        if self._frame.orientation != 1:
            whole = LayerBuilder(self._frame.size)
            whole.add(mask, left, top)
            layer = whole.layers[0] if whole.layers else np.zeros(self._frame.size[::-1], np.int32)
            drawn = upright_picture(layer.astype(np.uint8)[:, :, None], self._frame.orientation)
            mask, left, top = drawn[:, :, 0] > 0, 0, 0
        shape = self._layers.add(mask, left, top)
        if shape is None:
            raise _ShapeError(Message("has no pixel in the picture"))
        return shape

    def _skeleton(self, item: Element, category: int) -> Keypoints:
        slots = {name: place for place, name in enumerate(self._categories[category].keypoints)}
        points, visibility = np.zeros((len(slots), 2)), np.zeros(len(slots), np.int32)
        for point in item.all("points"):
            place = slots.get(point.attributes.get("label", ""))
            if place is None:
                raise _ShapeError(Message("has a point that its class does not have"))
            if point.attributes.get("outside") != "1":
                points[place] = self._upright(_points(point))[0]
                visibility[place] = 1 if point.attributes.get("occluded") == "1" else 2
        return Keypoints(points, visibility)

    def _keep(self, instance: Instance, kind: str) -> None:
        """Add an instance, or its outline to the instance of which it is a further part."""
        if kind == "polygon" and isinstance(instance.shape, Outline) and instance.group is not None:
            for place, other in enumerate(self._instances):
                if not isinstance(other.shape, Outline) or KIND in other.attributes:
                    continue
                if replace(other, shape=instance.shape, origin=instance.origin) == instance:
                    rings = (*other.shape.rings, *instance.shape.rings)
                    self._instances[place] = replace(other, shape=Outline(rings))
                    return
        self._instances.append(instance)


def _numbers(item: Element, *names: str, missing: float | None = None) -> list[float]:
    found = []
    for name in names:
        text = item.attributes.get(name, "")
        value = missing if not text and missing is not None else number(text)
        if value is None:
            raise _ShapeError(Message("needs a number for {0}, not {1}", name, quoted(text[:40])))
        found.append(value)
    return found


def _points(item: Element) -> Float64Array:
    pairs = [pair.split(",") for pair in item.attributes.get("points", "").split(";")]
    numbers = [[number(text.strip()) for text in pair] for pair in pairs]
    if any(len(pair) != 2 or None in pair for pair in numbers):
        raise _ShapeError(Message("has points that are no pairs of numbers"))
    return np.array(numbers, np.float64)


def _cuboid(item: Element) -> Float64Array:
    return np.array(_numbers(item, *CUBOID)).reshape(-1, 2)


def _size(item: Element) -> Size | None:
    width, height = (number(item.attributes.get(name, "")) for name in ("width", "height"))
    return (int(width), int(height)) if width and height else None


def _attributes(item: Element) -> dict[str, Any]:
    """What an element says beyond its class, place, group and whether it is occluded."""
    found: dict[str, Any] = {}
    source, order = item.attributes.get("source", ""), item.attributes.get("z_order", "0")
    if source not in _MANUAL:
        found[SOURCE] = source
    if order.lstrip("-").isdecimal() and int(order):
        found[Z_ORDER] = int(order)
    for child in item.all("attribute"):
        found[child.attributes.get("name", "")] = value_of(child.text)
    return found


def plain_attributes(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes without those that this program keeps for itself."""
    return {name: value for name, value in attributes.items() if name not in (KIND, SOURCE, Z_ORDER)}
