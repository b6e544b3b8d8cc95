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
from augstudio.datasets.label_studio.annotation import FLAGS, KIND
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.picture_places import image_place
from augstudio.datasets.run_lengths import brush_of_mask
from augstudio.datasets.shapes import mask_of, parts_and_holes
from augstudio.datasets.splits import Split
from augstudio.datasets.turned_boxes import turned_box
from augstudio.datasets.xml_reading import escaped

FILE: Final = "tasks.json"
"""The file of tasks."""
INTERFACE: Final = "label-config.xml"
"""The labelling interface that the tasks need."""

_POINT: Final = "keypoint"
_CONTROLS: Final = {
    "rectangle": "RectangleLabels",
    "polygon": "PolygonLabels",
    "brush": "BrushLabels",
    "ellipse": "EllipseLabels",
    _POINT: "KeyPointLabels",
}
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
            if item.keypoints is not None and (item.has_keypoints or item.shape is None):
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
        """Controls for all classes, but for points only where there are some.

        Label Studio's own export as COCO makes one category, "default", of all classes that its control for
        points names, whether or not there are points; its export as YOLO leaves out what is no rectangle.
        """
        lines = ["<View>", '  <Image name="image" value="$image"/>']
        names = [category.name for category in self.categories.all]
        with_points = _classes_of_points(entries)
        for name, control in _CONTROLS.items():
            listed = [item in with_points or name != _POINT for item in names]
            if not any(listed):
                continue
            lines.append(f'  <{control} name="{name}" toName="image">')
            for place in np.flatnonzero(listed).tolist():
                colour = "#{:02x}{:02x}{:02x}".format(*self.categories.colour(place))
                lines.append(f'    <Label value="{escaped(names[place])}" background="{colour}"/>')
            lines.append(f"  </{control}>")
        lines.append('  <Choices name="choice" toName="image" choice="multiple">')
        lines += [f'    <Choice value="{escaped(name)}"/>' for name in names]
        yield "\n".join((*lines, "  </Choices>", "</View>\n")).encode()

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
        parents: dict[int, str] = {}
        for number, item in enumerate(labels.instances):
            for part, (kind, value) in enumerate(_drawn(item, labels, image.size)):
                name = hashlib.sha256(f"{image.file} {number} {part}".encode()).hexdigest()[:10]
                labelled = {**value, f"{kind}labels": [self.categories[item.category].name, *_others(item)]}
                result = _result(f"{kind}labels", kind, labelled, name)
                result |= {
                    "original_width": image.size[0],
                    "original_height": image.size[1],
                    "image_rotation": 0,
                }
                meta = _meta(item)
                if meta:
                    result["meta"] = meta
                if item.group is not None and item.group in parents:
                    result["parentID"] = parents[item.group]
                elif item.group is not None:
                    parents[item.group] = name
                yield result


def writer_for(categories: Categories, prefixes: tuple[str, ...] = ()) -> LabelStudioWriter:
    """What writes the labels of these classes.

    Args:
        categories: The classes.
        prefixes: Folders of the source that are splits, the innermost first.
    """
    return LabelStudioWriter(categories, prefixes)


def _classes_of_points(entries: Entries) -> set[str]:
    """Names of the classes of which there are points."""
    kind = f"{_POINT}labels"
    found: set[str] = set()
    for _, entry in entries():
        if kind.encode() in entry:
            for result in json.loads(entry) or ():
                found.update(result["value"].get(kind, ()))
    return found


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
    """The regions that stand for an instance: kind and value."""
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
    if item.keypoints is not None:
        there = item.keypoints.points[item.keypoints.visibility != NOT_LABELLED]
        for x, y in _shares(there, size):
            yield _POINT, {"x": x, "y": y, "width": _POINT_WIDTH}


def _rectangle(shape: Box | OrientedBox, size: Size) -> dict[str, Any]:
    """A rectangle by its upper left corner, before which and about which it is turned."""
    box = turned_box(shape.corners)
    ((x, y),) = _shares(box.corners[:1], size)
    width, height = round(box.width / size[0] * 100, 10), round(box.height / size[1] * 100, 10)
    return {"x": x, "y": y, "width": width, "height": height, "rotation": box.angle}
