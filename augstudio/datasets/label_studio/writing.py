"""Writes datasets of Label Studio: a file of tasks with annotations, and the labelling interface for them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final
from urllib.parse import quote

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import (
    HIDDEN,
    NOT_LABELLED,
    Bitmap,
    Box,
    Categories,
    Instance,
    Labels,
    OrientedBox,
    Outline,
)
from augstudio.datasets.ellipses import ellipse_of
from augstudio.datasets.label_studio.annotation import FLAGS, HIDDEN_POINT, KIND
from augstudio.datasets.label_studio.interface import INTERFACE, POINT, interface_of
from augstudio.datasets.label_studio.results import id_of, keypoints_of, linked_points, texts_of
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.picture_places import image_place
from augstudio.datasets.run_lengths import brush_of_mask
from augstudio.datasets.shapes import mask_of, parts_and_holes
from augstudio.datasets.splits import Split
from augstudio.datasets.turned_boxes import turned_box

FILE: Final = "tasks.json"
"""The file of tasks."""
_POINTS: Final = "keypointlabels"
_POINT_WIDTH: Final = 0.5  # per cent of the width, at which points are drawn


@dataclass(frozen=True, slots=True)
class LabelStudioWriter:
    """Writes the file that holds all tasks.

    Attributes:
        categories: The classes.
        prefixes: Folders of the source that are splits, whose pictures move to the split's folder.
    """

    TELLS_UNLABELLED: ClassVar[bool] = True

    categories: Categories
    prefixes: tuple[str, ...] = ()

    def image_file(self, key: str, split: Split | None) -> str:
        """The picture's place: ``images/SPLIT/…``."""
        return image_place(key, split, self.prefixes)

    def label_files(self, _image_file: str) -> tuple[str, ...]:
        """None, as one file holds all."""
        return ()

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """The results of a picture; the task of one that is not labelled has no annotation."""
        results = None if labels is None else [*self._said(labels), *self._regions(image, labels)]
        return EncodedLabels((), json.dumps(results, sort_keys=True, separators=(",", ":")).encode())

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The tasks, and the labelling interface."""
        yield FILE, self._tasks(entries)
        yield INTERFACE, self._interface(entries)

    def class_numbers(self) -> tuple[int, ...]:
        """None: labels name classes."""
        return ()

    def losses(self, labels: Labels) -> Losses:
        """What of a picture's labels the tasks cannot hold."""
        losses: Losses = Counter()
        groups = Counter(item.group for item in labels.instances if item.group is not None)
        losses[Loss.GROUPS] += sum(count == 1 for count in groups.values())
        for item in labels.instances:
            if isinstance(item.shape, Outline):
                parts, holes = parts_and_holes(item.shape.rings)
                losses[Loss.HOLES] += len(holes)
                losses[Loss.PARTS] += max(len(parts) - 1, 0)
            alone = item.keypoints is not None and not self._keypoint_names(item)
            if alone and item.keypoints is not None and (item.has_keypoints or item.shape is None):
                losses[Loss.KEYPOINTS] += item.shape is not None or len(item.keypoints.points) != 1
                losses[Loss.HIDDEN_KEYPOINTS] += int((item.keypoints.visibility == HIDDEN).sum())
        if labels.tags is not None:
            losses[Loss.WEIGHTS] += sum(weight != 1 for _, weight in labels.tags.weights)
            losses[Loss.ATTRIBUTES] += sum(not _are_texts(said) for said in labels.tags.attributes.values())
        losses[Loss.CLASS_MAPS] += labels.semantic is not None
        return +losses

    def refusal(self, _policy: LabelPolicy) -> None:
        """None, as regions have notes."""

    def _tasks(self, entries: Entries) -> Iterator[bytes]:
        yield b"["
        for number, (image, entry) in enumerate(entries(), 1):
            data = {"image": f"/data/local-files/?d={quote(image.file)}"}
            if image.split is not None:
                data["split"] = image.split.value
            results = json.loads(entry) if entry else None
            annotation = {"id": number, "was_cancelled": False, "ground_truth": False, "result": results}
            task = {"id": number, "data": data, "annotations": [] if results is None else [annotation]}
            yield (",\n" if number > 1 else "\n").encode() + json.dumps(task, ensure_ascii=False).encode()
        yield b"\n]\n"

    def _interface(self, entries: Entries) -> Iterator[bytes]:
        """Controls for all classes, and for the points that there are."""
        yield interface_of(self.categories, self._points(entries)).encode()

    def _points(self, entries: Entries) -> dict[str, list[tuple[str, int]]]:
        """What points are called, by their controls: keypoints of each class, and points by their class."""
        parents, alone = set[str](), set[str]()
        for _, entry in entries():
            if _POINTS.encode() in entry:
                results = json.loads(entry) or ()
                linked = linked_points(results)
                parents.update(name for name, *_ in keypoints_of(results))
                points = (item for item in results if id_of(item) not in linked)
                alone.update(name for item in points for name in texts_of(item, _POINTS))
        classes = list(enumerate(self.categories.all))
        found = {
            _control(position): [(name, position) for name in item.keypoints]
            for position, item in classes
            if item.name in parents
        }
        named = [(item.name, position) for position, item in classes if item.name in alone]
        return {**found, POINT: named} if named else found

    def _said(self, labels: Labels) -> Iterator[dict[str, Any]]:
        """Results of what is said of the whole picture."""
        if labels.tags is None:
            return
        if labels.tags.weights:
            names = [self.categories[position].name for position, _ in labels.tags.weights]
            yield _result("choices", "choice", {"choices": names}, "choice")
        for name, number in labels.tags.numbers:
            yield _result("number", name, {"number": number}, f"number-{name}")
        for name, texts in labels.tags.attributes.items():
            if _are_texts(texts):
                yield _result("textarea", name, {"text": texts}, f"text-{name}")

    def _regions(self, image: WrittenImage, labels: Labels) -> Iterator[dict[str, Any]]:
        parents = _group_parents(labels)
        for number, item in enumerate(labels.instances):
            drawn = list(_drawn(item, labels, image.size))
            names = self._keypoint_names(item) if drawn else ()
            if not names:
                drawn += _points(item, image.size)
            for part, (kind, value) in enumerate(drawn):
                labelled = {**value, f"{kind}labels": [self.categories[item.category].name, *_others(item)]}
                result = _region(image, _region_id(image, number, part), kind, labelled)
                if meta := _meta(item):
                    result["meta"] = meta
                if item.group is not None:
                    parent = _region_id(image, parents[item.group], 0)
                    result |= {"parentID": parent} if parent != result["id"] else {}
                yield result
            if names:
                first = _region_id(image, number, 0)
                yield from _keypoints(image, item, names, (first, number, len(drawn)))

    def _keypoint_names(self, item: Instance) -> tuple[str, ...]:
        """What the keypoints of an instance's shape are called; none where they stand alone."""
        names = self.categories[item.category].keypoints
        count = 0 if item.keypoints is None else len(item.keypoints.points)
        return names if item.shape is not None and len(names) == count else ()


def writer_for(categories: Categories, prefixes: tuple[str, ...] = ()) -> LabelStudioWriter:
    """What writes the labels of these classes.

    Args:
        categories: The classes.
        prefixes: Folders of the source that are splits, the innermost first.
    """
    return LabelStudioWriter(categories, prefixes)


def _group_parents(labels: Labels) -> dict[int, int]:
    """The instances that stand for groups: points first, as points of other regions are keypoints."""
    found: dict[int, int] = {}
    for number, item in enumerate(labels.instances):
        if item.group is not None and item.shape is None and item.has_keypoints:
            found.setdefault(item.group, number)
    for number, item in enumerate(labels.instances):
        if item.group is not None:
            found.setdefault(item.group, number)
    return found


def _control(position: int) -> str:
    """The control for keypoints of a class."""
    return f"{POINT}-{position + 1}"


def _region_id(image: WrittenImage, number: int, part: int) -> str:
    return hashlib.sha256(f"{image.file} {number} {part}".encode()).hexdigest()[:10]


def _region(image: WrittenImage, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    width, height = image.size
    size = {"original_width": width, "original_height": height, "image_rotation": 0}
    return _result(f"{kind}labels", kind, value, name) | size


def _keypoints(
    image: WrittenImage, item: Instance, names: tuple[str, ...], parent: tuple[str, int, int]
) -> Iterator[dict[str, Any]]:
    """The points of a region, by the names of the keypoints.

    Args:
        image: The picture.
        item: The instance.
        names: What its keypoints are called.
        parent: The region's id, the instance's number, and how many regions it has.
    """
    assert item.keypoints is not None
    region, number, regions = parent
    shares = _shares(item.keypoints.points, image.size)
    for slot, ((x, y), seen) in enumerate(zip(shares, item.keypoints.visibility.tolist(), strict=True)):
        if seen != NOT_LABELLED:
            value = {"x": x, "y": y, "width": _POINT_WIDTH, _POINTS: [names[slot]]}
            result = _region(image, _region_id(image, number, regions + slot), POINT, value)
            result["from_name"] = _control(item.category)
            hidden = {"meta": {"flags": [HIDDEN_POINT]}} if seen == HIDDEN else {}
            yield {**result, "parentID": region, **hidden}


def _result(kind: str, control: str, value: dict[str, Any], name: str) -> dict[str, Any]:
    return {"id": name, "type": kind, "from_name": control, "to_name": "image", "value": value}


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _others(item: Instance) -> list[str]:
    """The other classes of a region that has several."""
    found = item.attributes.get("labels")
    return found if isinstance(found, list) and _are_texts(found) else []


def _meta(item: Instance) -> dict[str, Any]:
    """What a region keeps in its notes."""
    flags = [name for name in FLAGS if getattr(item, name)]
    rest = {name: value for name, value in item.attributes.items() if name != KIND}
    if _others(item):
        rest.pop("labels")
    return {**({"flags": flags} if flags else {}), **({"attributes": rest} if rest else {})}


def _shares(points: Float64Array, size: Size) -> list[list[float]]:
    """Points as per cent of the width and height."""
    found: list[list[float]] = np.round((points + 0.5) / np.array(size) * 100, 10).tolist()
    return found


def _drawn(item: Instance, labels: Labels, size: Size) -> Iterator[tuple[str, dict[str, Any]]]:
    """The regions that stand for an instance's shape: kind and value."""
    shape = item.shape
    if isinstance(shape, Box | OrientedBox):
        yield "rectangle", _rectangle(shape, size)
    elif isinstance(shape, Bitmap):
        mask = mask_of(shape, labels.layers, size)
        if mask.any():
            yield "brush", {"format": "rle", "rle": brush_of_mask(mask)}
    elif isinstance(shape, Outline):
        ellipse = ellipse_of(shape) if item.attributes.get(KIND) == "ellipse" else None
        if ellipse is not None:
            centre, radii, angle = ellipse
            ((x, y),) = _shares(centre[None], size)
            horizontal, vertical = (
                round(radius / side * 100, 10) for radius, side in zip(radii, size, strict=True)
            )
            yield "ellipse", {"x": x, "y": y, "radiusX": horizontal, "radiusY": vertical, "rotation": angle}
        else:
            for ring in parts_and_holes(shape.rings)[0]:
                yield "polygon", {"points": _shares(ring, size), "closed": True}


def _points(item: Instance, size: Size) -> Iterator[tuple[str, dict[str, Any]]]:
    """The regions that stand for keypoints which belong to no other: kind and value."""
    if item.keypoints is not None:
        there = item.keypoints.points[item.keypoints.visibility != NOT_LABELLED]
        for x, y in _shares(there, size):
            yield POINT, {"x": x, "y": y, "width": _POINT_WIDTH}


def _rectangle(shape: Box | OrientedBox, size: Size) -> dict[str, Any]:
    """A rectangle by its upper left corner, before which and about which it is turned."""
    box = turned_box(shape.corners)
    ((x, y),) = _shares(box.corners[:1], size)
    width, height = round(box.width / size[0] * 100, 10), round(box.height / size[1] * 100, 10)
    return {"x": x, "y": y, "width": width, "height": height, "rotation": box.angle}
