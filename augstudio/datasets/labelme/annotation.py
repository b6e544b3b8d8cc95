"""Reads the JSON file of one picture, as LabelMe writes it.

What is drawn there lies here where it is seen there: coordinates are those of the pixels' edges. The corners
of a mask are pixels, the last one included.
"""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.labels import Instance, Keypoints, Labels, OrientedBox, Outline, Shape, Tags
from augstudio.core.polygon import ring_area
from augstudio.core.text import printable, quoted
from augstudio.datasets.json_reading import parsed_json
from augstudio.datasets.label_frame import LabelFrame, label_frame
from augstudio.datasets.label_layers import LayerBuilder
from augstudio.datasets.label_reading import ImageInfo, LabelFileError, LabelProblem
from augstudio.datasets.label_text import finite
from augstudio.datasets.shapes import box_around, leaves_picture
from augstudio.errors import ImageError, Message, message_of
from augstudio.images.label_map import decode_label_map
from augstudio.images.orientation import upright_picture

MAX_ANNOTATION_BYTES: Final = 1 << 28
"""The largest file of one picture that is read; it may hold the picture."""

KIND: Final = "shape_type"
"""Attribute that keeps the kind of a shape that this program holds as another one."""
FLAGS: Final = ("difficult", "truncated", "occluded", "crowd", "ignored", "ghost")
"""Flags of an instance that stand among the flags of its shape."""
POINT_KINDS: Final = ("point", "line", "linestrip", "points")
"""Shapes that enclose nothing; they are keypoints here."""

_SHAPE_KEYS: Final = frozenset(("label", "points", "group_id", "shape_type", "flags", "description", "mask"))
_KEYS: Final = frozenset(
    ("version", "flags", "shapes", "imagePath", "imageData", "imageHeight", "imageWidth")
)
_COUNTS: Final = {"rectangle": 2, "circle": 2, "line": 2, "point": 1, "mask": 2, "oriented_rectangle": 4}
_CORNERS_OF_A_BOX: Final = 4
_ARC: Final = 2.0  # pixels
_CORNERS: Final = (16, 360)


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one file holds.

    Attributes:
        labels: The labels.
        problems: What is broken or odd.
        picture: The picture that it names, as it stands there.
    """

    labels: Labels
    problems: tuple[LabelProblem, ...]
    picture: str


def loaded(data: bytes, name: str) -> dict[str, Any]:
    """The keys of a file.

    Raises:
        DatasetError: It is not a LabelMe file.
    """
    found = parsed_json(data, name)
    if not isinstance(found, dict) or not isinstance(found.get("shapes"), list):
        raise LabelFileError(name, 0, Message("is not a LabelMe file: it has no list of shapes"))
    return found


def read_annotation(data: bytes, name: str, image: ImageInfo, positions: Mapping[str, int]) -> Annotation:
    """Read one file.

    Args:
        data: Its bytes.
        name: Its path relative to the dataset, for messages.
        image: The picture.
        positions: The classes by their names.

    Raises:
        DatasetError: It is not a LabelMe file.
    """
    return _Reading(name, image, positions).read(loaded(data, name))


class _ShapeError(ValueError):
    """A shape cannot be used."""


class _Reading:
    """Reads one file and gathers what is odd."""

    def __init__(self, name: str, image: ImageInfo, positions: Mapping[str, int]) -> None:
        self._name, self._image, self._positions = printable(name), image, positions
        self._frame = LabelFrame(image.size)
        self._layers = LayerBuilder(image.size)
        self._instances: list[Instance] = []
        self._problems: list[LabelProblem] = []

    def read(self, found: dict[str, Any]) -> Annotation:
        self._frame = label_frame(_size(found), self._image)
        if self._frame.oddity is not None:
            self._odd(self._frame.oddity)
        for number, item in enumerate(found["shapes"], 1):
            try:
                self._add(item, number)
            except _ShapeError as error:
                self._odd(Message("shape {0}: {1}; it is left out", number, message_of(error)))
        tags = {key: value for key, value in found.items() if key not in _KEYS}
        if found.get("flags"):
            tags["flags"] = found["flags"]
        labels = Labels(
            tuple(self._instances), self._layers.layers, None, Tags(attributes=tags) if tags else None
        )
        picture = found.get("imagePath")
        return Annotation(labels, tuple(self._problems), picture if isinstance(picture, str) else "")

    def _odd(self, reason: Message) -> None:
        self._problems.append(LabelProblem(self._name, 0, reason))

    def _add(self, item: Any, number: int) -> None:
        if not isinstance(item, dict):
            raise _ShapeError(Message("is {0}, not a shape", quoted(item)))
        label = item.get("label")
        if not isinstance(label, str) or label not in self._positions:
            raise _ShapeError(Message("has no known class: {0}", quoted(label)))
        kind = item.get("shape_type") or "polygon"
        points = _points(item.get("points"))
        kind, points = _as_labelme(kind, points)
        if not isinstance(kind, str) or len(points) != _COUNTS.get(kind, len(points)):
            raise _ShapeError(Message("{0} has another number of points: {1}", quoted(kind), len(points)))
        attributes, flags = _attributes(item)
        instance = Instance(
            category=self._positions[label],
            group=self._group(item.get("group_id"), number),
            origin=len(self._instances),
            attributes=attributes,
        )
        self._keep(self._with_shape(replace(instance, **flags), kind, points, item, number), kind)

    def _group(self, value: Any, number: int) -> int | None:
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self._odd(
            Message(
                "shape {0}: group_id is {1}, not a whole number; it counts as none", number, quoted(value)
            )
        )
        return None

    def _with_shape(
        self, instance: Instance, kind: str, points: Float64Array, item: dict[str, Any], number: int
    ) -> Instance:
        """An instance with what its points mean."""
        if kind == "mask":
            return replace(instance, shape=self._mask(item, points, number))
        places = self._frame.upright(points - 0.5)
        if kind in POINT_KINDS:
            visible = np.full(len(places), 2, np.int32)
            attributes = {**instance.attributes, KIND: kind}
            return replace(instance, keypoints=Keypoints(places, visible), attributes=attributes)
        if kind == "circle":
            attributes = {**instance.attributes, KIND: kind}
            return replace(instance, shape=_circle(*places), attributes=attributes)
        shape: Shape | None = None
        if kind == "polygon" and len(places) > 2:
            shape = Outline((places if ring_area(places) >= 0 else places[::-1],))
        elif kind == "rectangle":
            shape = box_around(places)
        elif kind == "oriented_rectangle":
            shape = OrientedBox(places)
        else:
            raise _ShapeError(Message("a {0} of {1} points is of no use", quoted(kind), len(points)))
        self._check(places, number)
        return replace(instance, shape=shape)

    def _check(self, places: Float64Array, number: int) -> None:
        width, height = self._image.size
        if not np.ptp(places, axis=0).all():
            raise _ShapeError(Message("encloses nothing"))
        if leaves_picture(places, self._image.size):
            reason = Message(
                "shape {0} leaves the picture of {1} x {2}; it counts as it is", number, width, height
            )
            self._odd(reason)

    def _mask(self, item: dict[str, Any], points: Float64Array, number: int) -> Shape:
        try:
            coded = base64.b64decode(item.get("mask") or "", validate=True)
            mask = decode_label_map(coded).values > 0
        except (ImageError, TypeError, ValueError, binascii.Error) as error:
            raise _ShapeError(Message("its mask is not a PNG: {0}", message_of(error))) from None
        (left, top), (right, bottom) = (np.floor(point + 0.5).astype(int).tolist() for point in points)
        if mask.shape == (bottom - top, right - left):
            self._odd(Message("shape {0}: the last pixels of the mask are left out of its corners", number))
        elif mask.shape != (bottom - top + 1, right - left + 1):
            self._odd(Message("shape {0}: the mask is not as large as its corners say; it counts", number))
        if self._frame.orientation != 1:
            width, height = self._frame.size
            whole = np.zeros((height, width, 1), np.uint8)
            rows, columns = np.nonzero(mask)
            inside = (
                (rows + top < height) & (columns + left < width) & (rows + top >= 0) & (columns + left >= 0)
            )
            whole[rows[inside] + top, columns[inside] + left] = 1
            mask, left, top = upright_picture(whole, self._frame.orientation)[:, :, 0] > 0, 0, 0
        shape = self._layers.add(mask, left, top)
        if shape is None:
            raise _ShapeError(Message("its mask has no pixel in the picture"))
        return shape

    def _keep(self, instance: Instance, kind: str) -> None:
        """Add an instance, or its outline to the instance of which it is a further part."""
        outline = instance.shape
        if kind == "polygon" and isinstance(outline, Outline) and instance.group is not None:
            for place, other in enumerate(self._instances):
                joined = replace(other, shape=outline, origin=instance.origin)
                if isinstance(other.shape, Outline) and KIND not in other.attributes and joined == instance:
                    shape = Outline((*other.shape.rings, *outline.rings))
                    self._instances[place] = replace(other, shape=shape)
                    return
        self._instances.append(instance)


def _as_labelme(kind: Any, points: Float64Array) -> tuple[Any, Float64Array]:
    """What X-AnyLabeling writes in another way: upright rectangles by four corners, and turned ones."""
    if kind == "rectangle" and len(points) == _CORNERS_OF_A_BOX:
        low, high = points.min(axis=0), points.max(axis=0)
        if ((points == low) | (points == high)).all() and len(np.unique(points, axis=0)) == _CORNERS_OF_A_BOX:
            return kind, np.array([low, high])
    return "oriented_rectangle" if kind == "rotation" else kind, points


def _points(value: Any) -> Float64Array:
    if not isinstance(value, list) or not value:
        raise _ShapeError(Message("has no points"))
    if not all(isinstance(point, list) and len(point) == 2 for point in value):
        raise _ShapeError(Message("has points that are no pairs of numbers"))
    numbers = [[finite(part) for part in point] for point in value]
    if any(part is None for point in numbers for part in point):
        raise _ShapeError(Message("has points that are no pairs of numbers"))
    return np.array(numbers, np.float64)


def _size(found: dict[str, Any]) -> Size | None:
    width, height = finite(found.get("imageWidth")), finite(found.get("imageHeight"))
    return (int(width), int(height)) if width and height else None


def _attributes(item: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a shape says beyond its class and place, and which of an instance's flags are set."""
    attributes = {key: value for key, value in item.items() if key not in _SHAPE_KEYS}
    if item.get("description"):
        attributes["description"] = item["description"]
    named = item.get("flags")
    flags = dict(named) if isinstance(named, dict) else {}
    found = {name: flags.pop(name) is True for name in FLAGS if flags.get(name) is True}
    if attributes.get("difficult") is True:  # where other programs that write such files have it
        found["difficult"] = attributes.pop("difficult")
    if flags:
        attributes["flags"] = flags
    return attributes, found


def _circle(centre: Float64Array, rim: Float64Array) -> Outline:
    """The outline of a circle, the first corner of which is the point on its rim."""
    return Outline((circle(centre, rim),))


def circle(centre: Float64Array, rim: Float64Array) -> Float64Array:
    """Corners of a circle, clockwise from a point on its rim, at most two pixels apart."""
    radius = float(np.hypot(*(rim - centre)))
    if not radius:
        raise _ShapeError(Message("encloses nothing"))
    count = min(max(_CORNERS[0], math.ceil(2 * math.pi * radius / _ARC)), _CORNERS[1])
    start = math.atan2(*(rim - centre)[::-1])
    angles = start + np.arange(count) * (2 * math.pi / count)
    return centre + radius * np.stack((np.cos(angles), np.sin(angles)), axis=1)
