"""The annotations of one picture, kept as they stand in the file until they are asked for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import (
    HIDDEN,
    NOT_LABELLED,
    VISIBLE,
    Bitmap,
    Box,
    Instance,
    Keypoints,
    Labels,
    Outline,
    Shape,
    Tags,
)
from augstudio.core.polygon import ring_area
from augstudio.core.raster import Mask
from augstudio.core.text import printable, quoted
from augstudio.datasets.coco.rle import counts_of_json, mask_of_counts
from augstudio.datasets.label_frame import LabelFrame, label_frame
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelsRead
from augstudio.datasets.label_text import finite_numbers
from augstudio.datasets.shapes import box_around
from augstudio.errors import Message
from augstudio.images.orientation import upright_picture

STANDARD_KEYS: Final = frozenset(
    ("id", "image_id", "category_id", "bbox", "segmentation", "area", "iscrowd", "keypoints", "num_keypoints")
)
"""What the format itself says of an annotation; all else are attributes."""

IMAGE_KEYS: Final = frozenset(("id", "file_name", "width", "height"))
"""What the format itself says of a picture."""

FLAGS: Final = ("difficult", "truncated", "occluded", "ghost")
"""Marks that stand among the attributes."""

_TOLERANCE: Final = 1.0
_FIT: Final = 2.0


@dataclass(frozen=True, slots=True)
class CocoRules:
    """What holds for all annotations of a dataset.

    Attributes:
        categories: The ids of the categories, in the order of the dataset's.
        keypoints: How many keypoints each of them has; 0 where each annotation may have any number.
    """

    categories: tuple[int, ...]
    keypoints: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CocoLabels:
    """The annotations of one picture.

    Attributes:
        file: The file's path relative to the dataset.
        rows: The annotations as they stand in it.
        image: What stands in it about the picture.
        declared: Width and height that it gives the picture; None where it gives none.
        rules: What holds for all annotations.
    """

    file: str
    rows: tuple[bytes, ...]
    image: bytes
    declared: Size | None
    rules: CocoRules

    def state(self) -> str:
        """A digest of the rows."""
        return self.digest()

    def digest(self) -> str:
        """SHA-256 of the rows, and of what holds for all of them."""
        head = repr((self.declared, self.rules)).encode()
        return hashlib.sha256(b"\n".join((head, self.image, *self.rows))).hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """The instances of the annotations; those that cannot be used are told."""
        reading = _Reading(self, image)
        labels = Labels(tuple(reading.instances()), tuple(reading.layers), tags=_tags(self.image))
        return LabelsRead(labels, tuple(reading.problems))


def _tags(image: bytes) -> Tags | None:
    said = {key: value for key, value in json.loads(image).items() if key not in IMAGE_KEYS}
    return Tags(attributes=said) if said else None


class _RowError(Exception):
    """An annotation, or a part of it, that cannot be used."""

    def __init__(self, template: str, *arguments: object) -> None:
        super().__init__(template)
        self.reason = Message(template, *arguments)


@dataclass
class _Reading:
    """Reads the annotations of one picture."""

    source: CocoLabels
    image: ImageInfo
    problems: list[LabelProblem] = field(default_factory=list)
    layers: list[Int32Array] = field(default_factory=list)

    def instances(self) -> list[Instance]:
        """All instances, and what is odd."""
        self.frame: LabelFrame = label_frame(self.source.declared, self.image)
        if self.frame.oddity is not None and self.source.rows:
            self._tell(self.frame.oddity)
        found = []
        seen: dict[str, list[tuple[dict[str, Any], Any]]] = {}
        for number, data in enumerate(self.source.rows):
            try:
                row = json.loads(data)
                self._check_new(row, seen)
                found.append(self._instance(row, number))
            except _RowError as error:
                self._tell(_about(row, Message("{0}; left out", error.reason)))
            except (ValueError, RecursionError):
                self._tell(Message("an annotation that is not valid JSON; left out"))
        return found

    def _tell(self, reason: Message) -> None:
        self.problems.append(LabelProblem(printable(self.source.file), 0, reason))

    def _check_new(self, row: Any, seen: dict[str, list[tuple[dict[str, Any], Any]]]) -> None:
        if not isinstance(row, dict):
            raise _RowError("no object")
        near = seen.setdefault(f"{row.get('category_id')} {row.get('bbox')}", [])
        said = {key: value for key, value in row.items() if key != "id"}
        for other, number in near:
            if other == said:
                raise _RowError("the same as annotation {0}", quoted(number))
        near.append((said, row.get("id")))

    def _instance(self, row: dict[str, Any], number: int) -> Instance:
        rules, category = self.source.rules, row.get("category_id")
        if category not in rules.categories or isinstance(category, bool):
            raise _RowError("there is no category {0}", quoted(category))
        position = rules.categories.index(category)
        keypoints = self._keypoints(row, rules.keypoints[position])
        shape = self._shape(row, number)
        if shape is None and keypoints is None:
            raise _RowError("neither a box nor an outline")
        attributes, flags = _attributes(row)
        group = attributes.pop("group_id", None) if type(attributes.get("group_id")) is int else None
        crowd = row.get("iscrowd", 0) in (1, True) and row.get("iscrowd") is not None
        return Instance(
            category=position,
            shape=shape,
            keypoints=keypoints,
            group=group,
            crowd=crowd,
            origin=number,
            attributes=attributes,
            **flags,
        )

    def _shape(self, row: dict[str, Any], number: int) -> Shape | None:
        """An outline or a mask where there is one that can be used, else the box."""
        box = None
        try:
            box = self._box(row.get("bbox"))
            shape = self._segmentation(row, number, box)
        except _RowError as error:
            if box is None:
                raise
            self._tell(_about(row, Message("{0}; its box is taken", error.reason)))
            shape = None
        if isinstance(shape, Outline) and box is not None:
            rings = shape.rings
            self._check_fit(row, box, rings[0] if len(rings) == 1 else np.concatenate(rings))
        self._check_frame(row, box)
        if shape is None and box is not None:
            return self._upright_box(box)
        return shape if not isinstance(shape, Outline) else self._upright_outline(shape)

    def _box(self, found: Any) -> Box | None:
        if found is None or found == []:
            return None
        numbers = finite_numbers(found)
        if numbers is None or len(numbers) != 4:
            raise _RowError("bbox must be four numbers, not {0}", quoted(found))
        left, top, width, height = numbers.tolist()
        if width <= 0 or height <= 0:
            return None if width == height == 0 else _no_area(found)
        return Box(left - 0.5, top - 0.5, left + width - 0.5, top + height - 0.5)

    def _segmentation(self, row: dict[str, Any], number: int, box: Box | None) -> Outline | Bitmap | None:
        found = row.get("segmentation")
        if found is None or found in ([], {}, [[]]):
            return None
        if isinstance(found, list):
            return Outline(tuple(_ring(polygon) for polygon in found))
        if isinstance(found, dict):
            # A crowd too small for a pixel is what its box says.
            may_be_empty = box is not None and row.get("iscrowd") == 1
            return self._bitmap(found, number + 1, may_be_empty=may_be_empty)
        raise _RowError("segmentation must be polygons or run lengths, not {0}", quoted(found))

    def _bitmap(self, found: dict[str, Any], number: int, *, may_be_empty: bool) -> Bitmap | None:
        size = found.get("size")
        width, height = self.frame.size
        if size != [height, width]:
            raise _RowError(
                "a mask of the size {0}, where the picture is {1} high and {2} wide",
                quoted(size),
                height,
                width,
            )
        counts = counts_of_json(found.get("counts"))
        mask = None if counts is None else mask_of_counts(counts, self.frame.size)
        if mask is None:
            raise _RowError("run lengths that do not fill the mask")
        if not mask.any() and may_be_empty:
            return None
        if not mask.any():
            raise _RowError("a mask without a pixel")
        return self._placed(_upright_mask(mask, self.frame.orientation), number)

    def _placed(self, mask: Mask, number: int) -> Bitmap:
        """Put a mask into the first layer in which its pixels are free."""
        for place, layer in enumerate(self.layers):
            if not layer[mask].any():
                layer[mask] = number
                return Bitmap(place, number)
        self.layers.append(np.where(mask, number, 0).astype(np.int32))
        return Bitmap(len(self.layers) - 1, number)

    def _upright_box(self, box: Box) -> Box:
        if self.frame.orientation == 1:
            return box
        corners = self.frame.upright(box.corners)
        (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        return Box(left, top, right, bottom)

    def _upright_outline(self, outline: Outline) -> Outline:
        """The outline with all its parts clockwise, as the format has no holes."""
        rings = (self.frame.upright(ring) for ring in outline.rings)
        return Outline(tuple(ring if ring_area(ring) >= 0 else ring[::-1] for ring in rings))

    def _check_fit(self, row: dict[str, Any], box: Box, points: Float64Array) -> None:
        around = box_around(points)
        if (
            around is not None
            and max(
                abs(around.left - box.left),
                abs(around.top - box.top),
                abs(around.right - box.right),
                abs(around.bottom - box.bottom),
            )
            > _FIT
        ):
            self._tell(_about(row, Message("bbox is not the box around its outline, which counts")))

    def _check_frame(self, row: dict[str, Any], box: Box | None) -> None:
        if box is None:
            return
        right, bottom = self.frame.size[0] - 0.5, self.frame.size[1] - 0.5
        if box.left > right or box.top > bottom or box.right < -0.5 or box.bottom < -0.5:
            self._tell(_about(row, Message("a box beside the picture")))
        elif (
            min(box.left, box.top) < -0.5 - _TOLERANCE
            or box.right > right + _TOLERANCE
            or box.bottom > bottom + _TOLERANCE
        ):
            self._tell(_about(row, Message("a box reaches beyond the picture")))

    def _keypoints(self, row: dict[str, Any], count: int) -> Keypoints | None:
        """The keypoints; their numbers are those of pixels, whose centres they mean."""
        found = row.get("keypoints")
        if found is None or found == []:
            return None
        numbers = finite_numbers(found)
        if numbers is None or len(numbers) % 3 or (count and len(numbers) != 3 * count):
            raise _not_in_threes(count)
        table = numbers.reshape(-1, 3)
        if not np.isin(table[:, 2], (NOT_LABELLED, HIDDEN, VISIBLE)).all():
            raise _RowError("the visibility of a keypoint must be 0, 1 or 2")
        if not table[:, 2].any():
            return Keypoints(np.zeros((len(table), 2)), np.zeros(len(table), np.int32))
        points = np.where(table[:, 2:] == NOT_LABELLED, 0.0, self.frame.upright(table[:, :2]))
        return Keypoints(points, table[:, 2].astype(np.int32))


def _not_in_threes(count: int) -> _RowError:
    if count:
        return _RowError("keypoints must give x, y and v for each keypoint, {0} in all", f"{count:,}")
    return _RowError("keypoints must give x, y and v for each keypoint")


def _no_area(found: Any) -> Box:
    raise _RowError("a box without an area: {0}", quoted(found))


def _ring(polygon: Any) -> Float64Array:
    """A polygon's corners in pixel centres; 0 is the left or upper edge of the first pixel."""
    numbers = finite_numbers(polygon)
    if numbers is None:
        raise _RowError("a polygon that is not a list of numbers")
    if len(numbers) < 6 or len(numbers) % 2:
        raise _RowError(
            "a polygon needs three or more corners of two numbers each; numbers found: {0}",
            f"{len(numbers):,}",
        )
    corners: Float64Array = numbers.reshape(-1, 2) - 0.5
    return corners


def _attributes(row: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, bool]]:
    """What else an annotation says, and the marks among that."""
    said = {key: value for key, value in row.items() if key not in STANDARD_KEYS and key != "attributes"}
    inner = row.get("attributes")
    if isinstance(inner, dict):
        said |= inner
    elif inner is not None:
        said["attributes"] = inner
    flags = {name: bool(said.pop(name)) for name in FLAGS if said.get(name) is True}
    return said, flags


def _upright_mask(mask: Mask, orientation: int) -> Mask:
    turned = upright_picture(mask[:, :, None].astype(np.uint8), orientation)
    found: Mask = turned[:, :, 0] != 0
    return found


def _about(row: Any, reason: Message) -> Message:
    number = row.get("id") if isinstance(row, dict) else None
    return Message("annotation {0}: {1}", quoted(number), reason)
