"""Writes datasets of CVAT: ``annotations.xml``, and pictures in ``images``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import (
    HIDDEN,
    NOT_LABELLED,
    Bitmap,
    Box,
    Categories,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    Outline,
)
from augstudio.datasets.attribute_text import text_of
from augstudio.datasets.cvat.annotation import (
    CUBOID,
    FLAGS,
    KIND,
    POINT_KINDS,
    SOURCE,
    Z_ORDER,
    plain_attributes,
)
from augstudio.datasets.cvat.finding import FILE
from augstudio.datasets.ellipses import ellipse_of
from augstudio.datasets.grouping import groups_as_written
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.picture_places import image_place
from augstudio.datasets.run_lengths import counts_of_mask
from augstudio.datasets.shapes import mask_of, parts_and_holes
from augstudio.datasets.splits import Split
from augstudio.datasets.turned_boxes import turned_box
from augstudio.datasets.xml_reading import escaped

_LEAST: Final = {"polyline": 2, "cuboid": 8}


@dataclass(frozen=True, slots=True)
class CvatWriter:
    """Writes the file that holds the shapes of all pictures.

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
        """The shapes of a picture; one that is not labelled is not in the file."""
        if labels is None:
            return EncodedLabels()
        named = {
            (self.categories[item.category].name, name)
            for item in labels.instances
            for name in self._attributes(item)
        }
        entry = {"attributes": sorted(named), "shapes": [*self._tags(labels), *self._shapes(labels)]}
        return EncodedLabels((), json.dumps(entry, sort_keys=True, separators=(",", ":")).encode())

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The file."""
        yield FILE, self._pieces(entries)

    def class_numbers(self) -> tuple[int, ...]:
        """None: labels name classes."""
        return ()

    def losses(self, labels: Labels) -> Losses:
        """What of a picture's labels the file cannot hold."""
        losses: Losses = Counter()
        for item in labels.instances:
            if isinstance(item.shape, Outline):
                losses[Loss.HOLES] += len(parts_and_holes(item.shape.rings)[1])
            losses[Loss.KEYPOINTS] += item.has_keypoints and item.shape is not None
            if item.keypoints is not None and not self._is_skeleton(item):
                losses[Loss.HIDDEN_KEYPOINTS] += int((item.keypoints.visibility == HIDDEN).sum())
        groups = groups_as_written(labels, KIND)
        losses[Loss.GROUPS] += sum(
            item.group is not None and group is None
            for item, group in zip(labels.instances, groups, strict=True)
        )
        if labels.tags is not None:
            losses[Loss.WEIGHTS] += sum(weight != 1 for _, weight in labels.tags.weights)
            losses[Loss.NUMBERS] += len(labels.tags.numbers)
            names = {self.categories[position].name for position, _ in labels.tags.weights}
            losses[Loss.ATTRIBUTES] += len(set(labels.tags.attributes) - names)
        losses[Loss.CLASS_MAPS] += labels.semantic is not None
        return +losses

    def refusal(self, _policy: LabelPolicy) -> None:
        """None, as shapes have attributes."""

    def _pieces(self, entries: Entries) -> Iterator[bytes]:
        attributes: dict[str, dict[str, None]] = {}
        subsets: dict[str, None] = {}
        for image, entry in entries():
            if image.split is not None and entry:
                subsets[image.split.value] = None
            for label, name in json.loads(entry)["attributes"] if entry else ():
                attributes.setdefault(label, {})[name] = None
        yield b'<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n  <version>1.1</version>\n'
        yield "".join(self._head(attributes, list(subsets))).encode()
        labelled = ((image, json.loads(entry)["shapes"]) for image, entry in entries() if entry)
        for number, (image, shapes) in enumerate(labelled):
            name = image.file.removeprefix("images/")
            subset = ""
            if image.split is not None:
                name, subset = name.removeprefix(f"{image.split.value}/"), f' subset="{image.split.value}"'
            size = f'width="{image.size[0]}" height="{image.size[1]}"'
            lines = "".join(f"    {shape}\n" for shape in shapes)
            text = f'  <image id="{number}" name="{escaped(name)}"{subset} {size}>\n{lines}  </image>\n'
            yield text.encode()
        yield b"</annotations>\n"

    def _head(self, attributes: Mapping[str, Mapping[str, None]], subsets: Sequence[str]) -> Iterator[str]:
        # A task is one subset; only a project has several, which readers look for in its tasks.
        scope = "project" if subsets else "task"
        tasks = "".join(f"<task><subset>{subset}</subset></task>" for subset in subsets)
        yield f"  <meta>\n    <{scope}>\n"
        yield f"      <tasks>{tasks}</tasks>\n" if tasks else ""
        yield "      <labels>\n"
        for place, category in enumerate(self.categories.all):
            red, green, blue = self.categories.colour(place)
            kind = "skeleton" if category.keypoints else "any"
            specs = "".join(map(_spec, sorted(attributes.get(category.name, ()))))
            yield (
                f"        <label><name>{escaped(category.name)}</name>"
                f"<color>#{red:02x}{green:02x}{blue:02x}</color><type>{kind}</type>"
                f"<attributes>{specs}</attributes></label>\n"
            )
            for name in category.keypoints:
                parent = f"<parent>{escaped(category.name)}</parent>"
                yield f"        <label><name>{escaped(name)}</name><type>points</type>{parent}</label>\n"
        yield f"      </labels>\n    </{scope}>\n  </meta>\n"

    def _tags(self, labels: Labels) -> Iterator[str]:
        if labels.tags is None:
            return
        for position, _ in labels.tags.weights:
            name = self.categories[position].name
            said = labels.tags.attributes.get(name)
            inner = _attribute_elements(said) if isinstance(said, dict) else ""
            yield f'<tag label="{escaped(name)}" source="manual">{inner}</tag>'

    def _shapes(self, labels: Labels) -> Iterator[str]:
        groups = groups_as_written(labels, KIND)
        used = max((group for group in groups if group is not None), default=0)
        for place, (item, group) in enumerate(zip(labels.instances, groups, strict=True), 1):
            for tag, fields, inner in self._drawn(item, labels):
                number = group
                if item.shape is not None and item.has_keypoints and group is None:
                    number = used + place
                yield self._element(tag, item, number, fields, inner)

    def _attributes(self, item: Instance) -> dict[str, Any]:
        flags = {name: True for name in FLAGS if getattr(item, name)}
        return {**plain_attributes(item.attributes), **flags}

    def _element(self, tag: str, item: Instance, group: int | None, fields: str, inner: str) -> str:
        name = escaped(self.categories[item.category].name)
        source = escaped(str(item.attributes.get(SOURCE, "manual")))
        together = "" if group is None else f' group_id="{group}"'
        text = inner + _attribute_elements(self._attributes(item))
        return (
            f'<{tag} label="{name}" source="{source}" occluded="{item.occluded:d}"{fields} '
            f'z_order="{_whole(item.attributes.get(Z_ORDER))}"{together}>{text}</{tag}>'
        )

    def _is_skeleton(self, item: Instance) -> bool:
        return KIND not in item.attributes and bool(self.categories[item.category].keypoints)

    def _drawn(self, item: Instance, labels: Labels) -> Iterator[tuple[str, str, str]]:
        """The elements that stand for an instance: tag, what is said of its place, and inner elements."""
        shape = item.shape
        if isinstance(shape, Box):
            yield "box", _box(shape.corners, 0.0), ""
        elif isinstance(shape, OrientedBox):
            box = turned_box(shape.corners)
            half = np.array((box.width, box.height)) / 2
            upright = np.array([box.centre - half, box.centre + half])
            yield "box", _box(upright[[0, 0, 1, 1]], box.angle), ""
        elif isinstance(shape, Bitmap):
            yield from _drawn_mask(shape, labels)
        elif isinstance(shape, Outline):
            yield from _drawn_outline(shape, item.attributes.get(KIND))
        if item.keypoints is not None and (shape is None or item.has_keypoints):
            if self._is_skeleton(item):
                yield "skeleton", "", self._joints(item.keypoints, item.category)
            else:
                yield from _drawn_points(item.keypoints, str(item.attributes.get(KIND)))

    def _joints(self, keypoints: Keypoints, category: int) -> str:
        names = self.categories[category].keypoints
        parts = []
        for name, point, visibility in zip(names, keypoints.points, keypoints.visibility, strict=False):
            there = visibility != NOT_LABELLED
            place = _pairs((point if there else np.zeros(2) - 0.5)[None])
            parts.append(
                f'<points label="{escaped(name)}" outside="{not there:d}" '
                f'occluded="{visibility == HIDDEN:d}" points="{place}"/>'
            )
        return "".join(parts)


def writer_for(categories: Categories, prefixes: tuple[str, ...] = ()) -> CvatWriter:
    """What writes the labels of these classes.

    Args:
        categories: The classes.
        prefixes: Folders of the source that are splits, the innermost first.
    """
    return CvatWriter(categories, prefixes)


def _spec(name: str) -> str:
    return (
        f"<attribute><name>{escaped(name)}</name><mutable>False</mutable><input_type>text</input_type>"
        "<default_value></default_value><values></values></attribute>"
    )


def _attribute_elements(attributes: Mapping[str, Any]) -> str:
    return "".join(
        f'<attribute name="{escaped(name)}">{escaped(text_of(value))}</attribute>'
        for name, value in attributes.items()
    )


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _decimal(value: float) -> str:
    """A number in the file's coordinates, to a millionth of a pixel."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) >= 5e-7 else "0"


def _pairs(points: Float64Array) -> str:
    return ";".join(f"{_decimal(x + 0.5)},{_decimal(y + 0.5)}" for x, y in points.tolist())


def _box(corners: Float64Array, angle: float) -> str:
    (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    numbers = zip(("xtl", "ytl", "xbr", "ybr"), (left, top, right, bottom), strict=True)
    turn = f' rotation="{_decimal(angle)}"' if angle else ""
    return "".join(f' {name}="{_decimal(value + 0.5)}"' for name, value in numbers) + turn


def _drawn_mask(shape: Bitmap, labels: Labels) -> Iterator[tuple[str, str, str]]:
    mask = mask_of(shape, labels.layers, (0, 0))
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if rows.size:
        top, bottom, left, right = int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])
        counts = ", ".join(map(str, counts_of_mask(mask[top : bottom + 1, left : right + 1])))
        place = f'left="{left}" top="{top}" width="{right - left + 1}" height="{bottom - top + 1}"'
        yield "mask", f' rle="{counts}" {place}', ""


def _drawn_outline(shape: Outline, kind: Any) -> Iterator[tuple[str, str, str]]:
    ellipse = ellipse_of(shape) if kind == "ellipse" else None
    if ellipse is not None:
        (x, y), (horizontal, vertical), angle = ellipse
        radii = f'rx="{_decimal(horizontal)}" ry="{_decimal(vertical)}"'
        turn = f' rotation="{_decimal(angle)}"' if angle else ""
        yield "ellipse", f' cx="{_decimal(x + 0.5)}" cy="{_decimal(y + 0.5)}" {radii}{turn}', ""
        return
    for ring in parts_and_holes(shape.rings)[0]:
        yield "polygon", f' points="{_pairs(ring)}"', ""


def _drawn_points(keypoints: Keypoints, kind: str) -> Iterator[tuple[str, str, str]]:
    points = keypoints.points[keypoints.visibility != NOT_LABELLED]
    kind = kind if kind in POINT_KINDS else "points"
    if len(points) < _LEAST.get(kind, 1):
        kind = "points"
    if kind == "cuboid":
        numbers = zip(CUBOID, (points + 0.5).ravel().tolist(), strict=True)
        yield kind, "".join(f' {name}="{_decimal(value)}"' for name, value in numbers), ""
    elif len(points):
        yield kind, f' points="{_pairs(points)}"', ""
