"""Reads the results of one annotation of Label Studio.

Places are per cent of the width and height, by the pixels' edges; a rectangle turns clockwise about its upper
left corner, an ellipse about its middle. A brush has run lengths of its own.
Points of a region are its keypoints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.labels import (
    HIDDEN,
    NOT_LABELLED,
    VISIBLE,
    Bitmap,
    Box,
    Categories,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    Outline,
    Tags,
)
from augstudio.core.polygon import ring_area
from augstudio.core.text import printable, quoted
from augstudio.datasets.ellipses import ellipse_outline
from augstudio.datasets.label_frame import LabelFrame, label_frame
from augstudio.datasets.label_layers import LayerBuilder
from augstudio.datasets.label_reading import ImageInfo, LabelProblem
from augstudio.datasets.label_studio.results import id_of, is_region, linked_points, names_of, texts_of
from augstudio.datasets.label_text import finite
from augstudio.datasets.run_lengths import mask_of_brush
from augstudio.datasets.shapes import box_around, leaves_picture
from augstudio.datasets.turned_boxes import turned
from augstudio.errors import Message, message_of
from augstudio.images.orientation import upright_picture

KIND: Final = "shape"
"""Attribute of an outline that is an ellipse there."""
FLAGS: Final = ("difficult", "truncated", "occluded", "crowd", "ignored", "ghost")
"""Flags of an instance that stand in ``meta``."""

HIDDEN_POINT: Final = "hidden"
"""Flag of a keypoint that cannot be seen."""

_RECTANGLES: Final = ("rectangle", "rectanglelabels")
_ELLIPSES: Final = ("ellipse", "ellipselabels")
_KEPT: Final = ("score", "hidden", "locked", "readonly")
_IMAGE_KINDS: Final = ("choices", "number", "rating", "textarea")


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one annotation says of a picture.

    Attributes:
        labels: The labels.
        problems: What is broken or odd.
    """

    labels: Labels
    problems: tuple[LabelProblem, ...]


def read_results(
    results: Sequence[Any], where: tuple[str, int], image: ImageInfo, classes: Categories
) -> Annotation:
    """Read the results of one annotation.

    Args:
        results: They.
        where: The file's path relative to the dataset, and the number of the task in it, from 1.
        image: The picture.
        classes: The classes.
    """
    return _Reading(where, image, classes).read([item for item in results if isinstance(item, dict)])


class _ResultError(ValueError):
    """A result cannot be used."""


class _Reading:
    """Reads one annotation and gathers what is odd."""

    def __init__(self, where: tuple[str, int], image: ImageInfo, classes: Categories) -> None:
        self._file, self._task, self._image = printable(where[0]), where[1], image
        self._classes = classes
        self._positions = {item.name: position for position, item in enumerate(classes.all)}
        self._places: dict[str, int] = {}
        self._layers = LayerBuilder(image.size)
        self._instances: list[Instance] = []
        self._problems: list[LabelProblem] = []
        self._tags: dict[int, float] = {}
        self._numbers: dict[str, float] = {}
        self._said: dict[str, Any] = {}
        self._frames: dict[Size | None, LabelFrame] = {}

    def read(self, results: list[dict[str, Any]]) -> Annotation:
        regions: dict[str, list[dict[str, Any]]] = {}
        ids = {id_of(item) for item in results if is_region(item)}
        for item in results:
            if id_of(item) in ids:
                regions.setdefault(id_of(item), []).append(item)
            else:
                self._say(item)
        linked = linked_points(results)
        alone = {name: parts for name, parts in regions.items() if name not in linked}
        groups = _groups(alone)
        for name, parts in alone.items():
            with self._told(parts):
                self._region(parts, groups.get(name))
                self._places[name] = len(self._instances) - 1
        for name, parent in linked.items():
            with self._told(regions[name]):
                self._point(regions[name], self._places.get(parent))
        tags = Tags(tuple(self._tags.items()), tuple(self._numbers.items()), self._said)
        has_tags = bool(self._tags or self._numbers or self._said)
        labels = Labels(tuple(self._instances), self._layers.layers, None, tags if has_tags else None)
        return Annotation(labels, tuple(self._problems))

    @contextmanager
    def _told(self, parts: list[dict[str, Any]]) -> Iterator[None]:
        """Tell of results that cannot be used."""
        try:
            yield
        except _ResultError as error:
            kind, said = quoted(parts[0].get("type")), message_of(error)
            self._odd(Message("task {0}: a result of type {1} {2}; it is left out", self._task, kind, said))

    def _odd(self, reason: Message) -> None:
        self._problems.append(LabelProblem(self._file, 0, reason))

    def _say(self, item: dict[str, Any]) -> None:
        """Take in what is said of the whole picture."""
        kind, name = item.get("type"), str(item.get("from_name", ""))
        value = item.get("value")
        if kind == "relation":
            self._odd(Message("task {0}: a relation between regions is left out", self._task))
        elif kind not in _IMAGE_KINDS or not isinstance(value, dict):
            shown = quoted(kind)
            self._odd(Message("task {0}: a result of type {1} is of an unknown kind", self._task, shown))
        elif kind == "choices":
            for text in texts_of(item, "choices"):
                self._tags[self._positions[text]] = 1.0
        elif kind == "textarea":
            self._said[name] = value.get("text")
        else:
            number = finite(value.get(str(kind)))
            if number is not None:
                self._numbers[name] = number

    def _region(self, parts: list[dict[str, Any]], group: int | None) -> None:
        places = [item for item in parts if is_region(item)]
        names = [name for item in parts for name in names_of(item)]
        known = list(dict.fromkeys(name for name in names if name in self._positions))
        if not known:
            raise _ResultError(Message("has no class"))
        _check_rotation(places[0])
        attributes, flags = _attributes(parts)
        if len(known) > 1:
            attributes["labels"] = known[1:]
        instance = Instance(
            category=self._positions[known[0]],
            group=group,
            origin=len(self._instances),
            attributes=attributes,
        )
        self._instances.append(self._with_shape(replace(instance, **flags), places[0]))

    def _point(self, parts: list[dict[str, Any]], place: int | None) -> None:
        """Take in a point as a keypoint of the instance at a place."""
        if place is None:
            raise _ResultError(Message("belongs to a region that is left out"))
        item, instance = next(filter(is_region, parts)), self._instances[place]
        _check_rotation(item)
        slots = self._classes[instance.category].keypoints
        name = next(name for part in parts for name in names_of(part))
        slot, found = slots.index(name), instance.keypoints or _no_keypoints(len(slots))
        if found.visibility[slot] != NOT_LABELLED:
            raise _ResultError(Message("is a second point {0} of its region", quoted(name)))
        points, visibility = found.points.copy(), found.visibility.copy()
        points[slot] = _upright(np.array([_numbers(item["value"], "x", "y")]), self._frame(item))[0]
        visibility[slot] = HIDDEN if _is_hidden(parts) else VISIBLE
        self._instances[place] = replace(instance, keypoints=Keypoints(points, visibility))

    def _with_shape(self, instance: Instance, item: dict[str, Any]) -> Instance:
        """An instance with what a result says of its place."""
        value = item["value"]
        frame = self._frame(item)
        if "rle" in value:
            return replace(instance, shape=self._brush(value["rle"], frame))
        if "points" in value:
            points = _upright(_points(value["points"]), frame)
            if len(points) < 3:
                raise _ResultError(Message("has fewer than three corners"))
            shape: Box | OrientedBox | Outline = Outline(
                (points if ring_area(points) >= 0 else points[::-1],)
            )
        elif "radiusX" in value or item.get("type") in _ELLIPSES:
            shape = _ellipse(value, frame)
            instance = replace(instance, attributes={**instance.attributes, KIND: "ellipse"})
        elif "height" in value or item.get("type") in _RECTANGLES:
            shape = _rectangle(value, frame)
        elif "x" in value:
            point = _upright(np.array([_numbers(value, "x", "y")]), frame)
            return replace(instance, keypoints=Keypoints(point, np.full(1, 2, np.int32)))
        else:
            raise _ResultError(Message("is of an unknown kind"))
        self._check(shape.corners if isinstance(shape, Box | OrientedBox) else shape.rings[0])
        return replace(instance, shape=shape)

    def _frame(self, item: dict[str, Any]) -> LabelFrame:
        """What shares are shares of: the picture upright or as it is stored, by the size that is declared."""
        width, height = finite(item.get("original_width")), finite(item.get("original_height"))
        declared = (int(width), int(height)) if width and height else None
        if declared not in self._frames:
            self._frames[declared] = self._new_frame(declared)
        return self._frames[declared]

    def _new_frame(self, declared: Size | None) -> LabelFrame:
        if declared is not None and declared not in (self._image.size, self._image.stored):
            there, here = ("x".join(map(str, size)) for size in (declared, self._image.size))
            reason = Message(
                "task {0}: drawn on a picture of {1} pixels, but it has {2}; shares of both sides count",
                self._task,
                there,
                here,
            )
            self._odd(reason)
            return LabelFrame(self._image.size)
        frame = label_frame(declared, self._image)
        if frame.oddity is not None:
            self._odd(Message("task {0}: {1}", self._task, frame.oddity))
        return frame

    def _brush(self, data: Any, frame: LabelFrame) -> Bitmap:
        if not isinstance(data, list):
            raise _ResultError(Message("has no run lengths"))
        try:
            mask = mask_of_brush(data, frame.size)
        except ValueError as error:
            raise _ResultError(Message("cannot be read: {0}", message_of(error))) from None
        drawn = upright_picture(mask.astype(np.uint8)[:, :, None], frame.orientation)[:, :, 0]
        shape = self._layers.add(drawn > 0)
        if shape is None:
            raise _ResultError(Message("has no pixel"))
        return shape

    def _check(self, places: Float64Array) -> None:
        if not np.ptp(places, axis=0).all():
            raise _ResultError(Message("encloses nothing"))
        if leaves_picture(places, self._image.size):
            reason = Message("task {0}: a region leaves the picture; it counts as it is", self._task)
            self._odd(reason)


def _check_rotation(item: Mapping[str, Any]) -> None:
    if finite(item.get("image_rotation", 0)) != 0:
        raise _ResultError(Message("was drawn while the picture was turned in Label Studio"))


def _no_keypoints(count: int) -> Keypoints:
    return Keypoints(np.zeros((count, 2)), np.full(count, NOT_LABELLED, np.int32))


def _is_hidden(parts: Sequence[Mapping[str, Any]]) -> bool:
    metas = [meta for item in parts if isinstance(meta := item.get("meta"), dict)]
    return any(isinstance(flags := meta.get("flags"), list) and HIDDEN_POINT in flags for meta in metas)


def _groups(regions: Mapping[Any, list[dict[str, Any]]]) -> dict[Any, int]:
    """The groups of regions that have a parent: one for each parent, by the place of its first region."""
    places = {name: place for place, name in enumerate(regions, 1)}
    groups: dict[Any, int] = {}
    for name, parts in regions.items():
        parent = next((item["parentID"] for item in parts if item.get("parentID")), None)
        if isinstance(parent, str) and parent in places and parent != name:
            groups[name] = groups[parent] = groups.get(parent, min(places[parent], places[name]))
    return groups


def _numbers(value: Mapping[str, Any], *names: str) -> list[float]:
    found = [finite(value.get(name)) for name in names]
    for name, number in zip(names, found, strict=True):
        if number is None:
            raise _ResultError(Message("needs a number for {0}, not {1}", name, quoted(value.get(name))))
    return [number for number in found if number is not None]


def _points(found: Any) -> Float64Array:
    pairs = found if isinstance(found, list) else [None]
    numbers = [[finite(part) for part in pair] if isinstance(pair, list) else [] for pair in pairs]
    if not numbers or any(len(pair) != 2 or None in pair for pair in numbers):
        raise _ResultError(Message("has points that are no pairs of numbers"))
    return np.array(numbers, np.float64)


def _upright(shares: Float64Array, frame: LabelFrame) -> Float64Array:
    """Points by their per cent of the width and height."""
    return frame.upright(shares / 100 * np.array(frame.size) - 0.5)


def _rectangle(value: Mapping[str, Any], frame: LabelFrame) -> Box | OrientedBox:
    x, y, width, height = _numbers(value, "x", "y", "width", "height")
    corners = np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    (angle,) = _numbers({"rotation": value.get("rotation") or 0}, "rotation")
    if not angle % 360:
        box = box_around(_upright(corners, frame))
        assert box is not None
        return box
    pixels = corners / 100 * np.array(frame.size) - 0.5  # angles are those of pixels, not of shares
    return OrientedBox(frame.upright(turned(pixels, pixels[0], angle)))


def _ellipse(value: Mapping[str, Any], frame: LabelFrame) -> Outline:
    x, y, horizontal, vertical = _numbers(value, "x", "y", "radiusX", "radiusY")
    (angle,) = _numbers({"rotation": value.get("rotation") or 0}, "rotation")
    if horizontal <= 0 or vertical <= 0:
        raise _ResultError(Message("encloses nothing"))
    width, height = frame.size
    centre = np.array((x * width / 100 - 0.5, y * height / 100 - 0.5))
    ring = ellipse_outline(centre, (horizontal * width / 100, vertical * height / 100), angle).rings[0]
    return Outline((frame.upright(ring),))


def _attributes(parts: Sequence[Mapping[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What results of a region say beyond its class and place, and which of an instance's flags are set."""
    found: dict[str, Any] = {}
    flags: dict[str, Any] = {}
    for item in parts:
        found |= {name: item[name] for name in _KEPT if item.get(name)}
        kind, value, meta = item.get("type"), item.get("value"), item.get("meta")
        if kind in _IMAGE_KINDS and isinstance(value, dict):
            found[str(item.get("from_name", kind))] = value.get("text" if kind == "textarea" else str(kind))
        if isinstance(meta, dict):
            named, more = meta.get("flags"), meta.get("attributes")
            flags |= {name: True for name in FLAGS if isinstance(named, list) and name in named}
            found |= more if isinstance(more, dict) else {}
            if meta.get("text"):
                found["text"] = meta["text"]
    return found, flags
