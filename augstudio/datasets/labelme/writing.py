"""Writes datasets of LabelMe: a JSON file beside each picture."""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, ClassVar, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import (
    HIDDEN,
    Bitmap,
    Box,
    Categories,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    Outline,
)
from augstudio.datasets.grouping import groups_as_written
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.labelme.annotation import FLAGS, KIND, POINT_KINDS
from augstudio.datasets.picture_places import inner_place, with_suffix
from augstudio.datasets.shapes import mask_of, parts_and_holes
from augstudio.datasets.splits import Split
from augstudio.images.label_map import encode_label_map

_VERSION: Final = "5.5.0"  # the first that knows all shapes but turned rectangles, and none that is refused
_ROUND: Final = 1e-6
_LEAST: Final = {"line": 2, "linestrip": 2}


@dataclass(frozen=True, slots=True)
class LabelmeWriter:
    """Writes a JSON file beside each picture that is labelled; pictures stay where they are, or go to splits.

    Attributes:
        categories: The classes.
        prefixes: Folders of the source that are splits, whose pictures move to the split's folder.
    """

    TELLS_UNLABELLED: ClassVar[bool] = True

    categories: Categories
    prefixes: tuple[str, ...] = ()

    def image_file(self, key: str, split: Split | None) -> str:
        """The picture's place: its own, or that in the split's folder."""
        return key if split is None else f"{split.value}/{inner_place(key, split, self.prefixes)}"

    def label_files(self, image_file: str) -> tuple[str, ...]:
        """The file beside the picture."""
        return (with_suffix(image_file, ".json"),)

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """The file of a picture; one that is not labelled has none."""
        if labels is None:
            return EncodedLabels((None,))
        attributes = dict(labels.tags.attributes) if labels.tags is not None else {}
        found = {
            "version": _VERSION,
            "flags": attributes.pop("flags", {}),
            "shapes": list(self._shapes(labels)),
            "imagePath": PurePosixPath(image.file).name,
            "imageData": None,
            "imageHeight": image.size[1],
            "imageWidth": image.size[0],
            **attributes,
        }
        return EncodedLabels((json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n",))

    def shared_files(self, _entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """None."""
        return iter(())

    def class_numbers(self) -> tuple[int, ...]:
        """None: labels name classes."""
        return ()

    def losses(self, labels: Labels) -> Losses:
        """What of a picture's labels these files cannot hold."""
        losses: Losses = Counter()
        for item in labels.instances:
            if isinstance(item.shape, Outline):
                losses[Loss.HOLES] += len(parts_and_holes(item.shape.rings)[1])
            losses[Loss.KEYPOINTS] += item.has_keypoints and item.shape is not None
            if item.keypoints is not None and item.shape is None:
                losses[Loss.HIDDEN_KEYPOINTS] += int((item.keypoints.visibility == HIDDEN).sum())
        losses[Loss.GROUPS] += sum(
            item.group is not None and group is None
            for item, group in zip(labels.instances, groups_as_written(labels, KIND), strict=True)
        )
        if labels.tags is not None:
            losses[Loss.TAGS] += len(labels.tags.weights)
            losses[Loss.NUMBERS] += len(labels.tags.numbers)
        losses[Loss.CLASS_MAPS] += labels.semantic is not None
        return +losses

    def refusal(self, _policy: LabelPolicy) -> None:
        """None, as shapes have flags."""

    def _shapes(self, labels: Labels) -> Iterator[dict[str, Any]]:
        for item, group in zip(labels.instances, groups_as_written(labels, KIND), strict=True):
            for kind, points, mask in _drawn(item, labels):
                attributes = {key: value for key, value in item.attributes.items() if key != KIND}
                flags = attributes.pop("flags", {})
                set_flags = {name: True for name in FLAGS if getattr(item, name)}
                yield {
                    "label": self.categories[item.category].name,
                    "points": points,
                    "group_id": group,
                    "description": attributes.pop("description", ""),
                    "shape_type": kind,
                    "flags": {**flags, **set_flags},
                    "mask": mask,
                    **attributes,
                }


def writer_for(categories: Categories, prefixes: tuple[str, ...] = ()) -> LabelmeWriter:
    """What writes the labels of these classes.

    Args:
        categories: The classes.
        prefixes: Folders of the source that are splits, the innermost first.
    """
    return LabelmeWriter(categories, prefixes)


def _drawn(item: Instance, labels: Labels) -> Iterator[tuple[str, list[list[float]], str | None]]:
    """The shapes that an instance is drawn by: kind, points, and mask."""
    shape = item.shape
    if isinstance(shape, Box):
        yield "rectangle", _edges(np.array([(shape.left, shape.top), (shape.right, shape.bottom)])), None
    elif isinstance(shape, OrientedBox):
        yield "oriented_rectangle", _edges(shape.corners), None
    elif isinstance(shape, Bitmap):
        yield from _drawn_mask(shape, labels)
    elif isinstance(shape, Outline):
        centre = _centre_of_circle(shape) if item.attributes.get(KIND) == "circle" else None
        if centre is not None:
            yield "circle", _edges(np.array([centre, shape.rings[0][0]])), None
            return
        for ring in parts_and_holes(shape.rings)[0]:
            yield "polygon", _edges(ring), None
    elif item.keypoints is not None:
        yield from _drawn_points(item.keypoints, str(item.attributes.get(KIND, "points")))


def _drawn_mask(shape: Bitmap, labels: Labels) -> Iterator[tuple[str, list[list[float]], str | None]]:
    mask = mask_of(shape, labels.layers, (0, 0))
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return
    top, bottom, left, right = int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])
    part = mask[top : bottom + 1, left : right + 1].astype(np.uint8)
    coded = base64.b64encode(encode_label_map(part)).decode()
    yield "mask", [[left, top], [right, bottom]], coded  # both are pixels inside


def _drawn_points(keypoints: Keypoints, kind: str) -> Iterator[tuple[str, list[list[float]], str | None]]:
    points = keypoints.points[keypoints.visibility > 0]
    kind = kind if kind in POINT_KINDS else "points"
    if len(points) >= _LEAST.get(kind, 1):
        yield kind, _edges(points), None


def _centre_of_circle(shape: Outline) -> Float64Array | None:
    """The centre, where an outline is still the circle that it was."""
    if len(shape.rings) != 1:
        return None
    ring = shape.rings[0]
    centre: Float64Array = ring.mean(axis=0)
    radii = np.hypot(*(ring - centre).T)
    return centre if float(np.ptp(radii)) <= _ROUND * float(radii.max()) else None


def _edges(points: Float64Array) -> list[list[float]]:
    """Points in the coordinates of LabelMe."""
    found: list[list[float]] = (points + 0.5).tolist()
    return found
