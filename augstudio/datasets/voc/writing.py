"""Writes Pascal VOC datasets: XML files, lists of the splits, and masks where there are regions."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, ClassVar, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Bitmap, Box, Categories, Category, Instance, Labels, OrientedBox, Outline
from augstudio.core.raster import Mask
from augstudio.core.text import quoted
from augstudio.datasets.attribute_text import text_of
from augstudio.datasets.between import background_beside
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.picture_places import with_suffix
from augstudio.datasets.shapes import box_in_frame, box_of, mask_of
from augstudio.datasets.splits import Split
from augstudio.datasets.voc.annotation import GHOST, PART
from augstudio.datasets.voc.classes import (
    LABEL_MAP,
    MAX_CLASSES,
    PALETTE,
    VOID,
    label_map_text,
)
from augstudio.datasets.voc.finding import ANNOTATIONS
from augstudio.datasets.voc.layout import CLASSES, OBJECTS, PICTURES
from augstudio.datasets.xml_reading import escaped
from augstudio.errors import DatasetError
from augstudio.images.label_map import encode_label_map

_TAG: Final = re.compile(r"[A-Za-z_][-\w.]*", re.ASCII)
_SPLIT_FILES: Final = {
    Split.TRAIN: ("train", "trainval"),
    Split.VAL: ("val", "trainval"),
    Split.TEST: ("test",),
}
_MASKED: Final = b'{"masks":true}'


@dataclass(frozen=True, slots=True)
class VocWriter:
    """Writes one XML file for each picture that is labelled, and masks beside it where it has regions.

    Coordinates are whole pixels, count from 1 and include the last pixel, as the challenges have it. What is
    to be ignored is difficult there, and has the value 255 in masks.

    Attributes:
        categories: The classes.
        masks: Whether masks are written.
        background: What is at 0 in masks; None where the first class is that, and no object is of it.
    """

    TELLS_UNLABELLED: ClassVar[bool] = True

    categories: Categories
    masks: bool
    background: Category | None

    def image_file(self, key: str, _split: Split | None) -> str:
        """The picture's place in ``JPEGImages``."""
        parts = PurePosixPath(key).parts
        inner = parts[1:] if len(parts) > 1 and parts[0] in (PICTURES, "images") else parts
        return "/".join((PICTURES, *inner))

    def label_files(self, image_file: str) -> tuple[str, ...]:
        """The XML file, and the two masks if such are written."""
        name = _name(image_file)
        files = (f"{ANNOTATIONS}/{name}.xml", f"{CLASSES}/{name}.png", f"{OBJECTS}/{name}.png")
        return files if self.masks else files[:1]

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """The files of a picture; one that is not labelled has none."""
        if labels is None:
            return EncodedLabels((None,) * (3 if self.masks else 1))
        objects = [item for item in labels.instances if not _is_part(item)]
        written = [
            (item, box) for item in objects if (box := self._box(item, labels, image.size)) is not None
        ]
        maps = self._maps([item for item, _ in written], labels, image.size) if self.masks else (None, None)
        masked = any(data is not None for data in maps)
        note = self._note(image, labels, written, segmented=masked).encode()
        return EncodedLabels((note, *maps) if self.masks else (note,), _MASKED if masked else b"{}")

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """``labelmap.txt``, and the lists of the splits in ``ImageSets``."""
        before = () if self.background is None else (self.background,)
        yield LABEL_MAP, [label_map_text((*before, *self.categories.all)).encode()]
        splits = {image.split for image, _ in entries()}
        for folder, wanted in (("Main", b""), ("Segmentation", _MASKED)):
            for file in sorted({name for split in splits for name in _lists_of(split)}):
                names = [
                    f"{_name(image.file)}\n".encode()
                    for image, entry in entries()
                    if file in _lists_of(image.split) and (not wanted or entry == wanted)
                ]
                if names:
                    yield f"ImageSets/{folder}/{file}.txt", names

    def class_numbers(self) -> tuple[int, ...]:
        """The values of their pixels, if masks are written; XML names them."""
        return tuple(range(self._first, self._first + len(self.categories))) if self.masks else ()

    @property
    def _first(self) -> int:
        """The value of the first class's pixels."""
        return 0 if self.background is None else 1

    def losses(self, labels: Labels) -> Losses:
        """What of a picture's labels these files cannot hold."""
        losses: Losses = Counter()
        groups = {item.group for item in labels.instances if _is_part(item)}
        for item in labels.instances:
            losses[Loss.ANGLES] += isinstance(item.shape, OrientedBox)
            losses[Loss.OUTLINES] += isinstance(item.shape, Outline | Bitmap) and not self.masks
            losses[Loss.KEYPOINTS] += item.has_keypoints
            losses[Loss.CROWDS] += item.crowd
            losses[Loss.GROUPS] += item.group is not None and item.group not in groups
        if labels.tags is not None:
            losses[Loss.TAGS] += len(labels.tags.weights)
            losses[Loss.NUMBERS] += len(labels.tags.numbers)
            losses[Loss.ATTRIBUTES] += len(labels.tags.attributes)
        losses[Loss.CLASS_MAPS] += labels.semantic is not None and not self.masks
        if self.masks:
            losses[Loss.OVERLAPS] += _overlapped(labels)
        return +losses

    def refusal(self, _policy: LabelPolicy) -> None:
        """None, as objects can be difficult, and pixels 255."""

    def _note(
        self, image: WrittenImage, labels: Labels, written: list[tuple[Instance, Box]], *, segmented: bool
    ) -> str:
        path = PurePosixPath(image.file)
        width, height = image.size
        lines = [
            "<annotation>",
            f"\t<folder>{escaped(str(path.parent))}</folder>",
            f"\t<filename>{escaped(path.name)}</filename>",
            f"\t<size><width>{width}</width><height>{height}</height><depth>3</depth></size>",
            f"\t<segmented>{segmented:d}</segmented>",
        ]
        parts = _parts_of([item for item, _ in written], labels)
        for number, (item, box) in enumerate(written):
            lines += self._object(item, box)
            for part in parts.get(number, ()):
                place = self._box(part, labels, image.size)
                if place is not None:
                    lines += [f"\t\t<part>{self._class(part)}{_bndbox(place)}</part>"]
            lines.append("\t</object>")
        return "\n".join((*lines, "</annotation>\n"))

    def _class(self, item: Instance) -> str:
        return f"<name>{escaped(self.categories[item.category].name)}</name>"

    def _object(self, item: Instance, box: Box) -> Iterator[str]:
        pose = item.attributes.get("pose")
        yield "\t<object>"
        yield f"\t\t{self._class(item)}"
        yield f"\t\t<pose>{escaped(str(pose)) if _is_pose(pose) else 'Unspecified'}</pose>"
        yield f"\t\t<truncated>{item.truncated:d}</truncated>"
        yield f"\t\t<difficult>{item.difficult or item.ignored or item.crowd:d}</difficult>"
        yield f"\t\t<occluded>{item.occluded:d}</occluded>"
        yield f"\t\t{_bndbox(box)}"
        actions: Any = item.attributes.get("actions")
        if _are_actions(actions):
            inner = "".join(f"<{name}>{value:d}</{name}>" for name, value in actions.items())
            yield f"\t\t<actions>{inner}</actions>"
        rest = {**item.attributes, **({GHOST: True} if item.ghost else {})}
        texts = [
            f"<attribute><name>{escaped(name)}</name><value>{escaped(text_of(value))}</value></attribute>"
            for name, value in rest.items()
            if not (name == "pose" and _is_pose(value)) and not (name == "actions" and _are_actions(value))
        ]
        if texts:
            yield f"\t\t<attributes>{''.join(texts)}</attributes>"

    def _box(self, item: Instance, labels: Labels, size: Size) -> Box | None:
        """The whole pixels that an instance covers, within the picture."""
        box = None if item.shape is None else box_of(item.shape, labels.layers)
        inner = None if box is None else box_in_frame(box, size)
        if inner is None:
            return None
        left, right = _whole(inner.left, inner.right)
        top, bottom = _whole(inner.top, inner.bottom)
        return Box(left, top, right, bottom)

    def _maps(self, objects: list[Instance], labels: Labels, size: Size) -> tuple[bytes | None, bytes | None]:
        """The masks of classes and of objects; none where there are no regions."""
        regions = [
            (number, item, mask_of(item.shape, labels.layers, size))
            for number, item in enumerate(objects, 1)
            if isinstance(item.shape, Outline | Bitmap) and number < VOID
        ]
        classes = self._class_map(labels, regions, size)
        if classes is None:
            return None, None
        numbers = np.zeros(classes.shape, np.uint8)
        for number, item, mask in regions:
            numbers[mask] = VOID if item.ignored or item.crowd else number
        first = encode_label_map(classes, palette=PALETTE)
        return first, encode_label_map(numbers, palette=PALETTE) if regions else None

    def _class_map(
        self, labels: Labels, regions: list[tuple[int, Instance, Mask]], size: Size
    ) -> npt.NDArray[np.uint8] | None:
        if labels.semantic is not None:
            table = np.full(1 << 16, VOID, np.uint8)
            table[0] = 0
            for position, category in enumerate(self.categories.all):
                value = position if category.source_id is None else category.source_id
                if 0 <= value < len(table):
                    table[value] = position + self._first
            if labels.semantic.ignore is not None:
                table[labels.semantic.ignore] = VOID
            found: npt.NDArray[np.uint8] = table[labels.semantic.classes]
            return found
        if not regions:
            return None
        classes = np.zeros((size[1], size[0]), np.uint8)
        for _, item, mask in regions:
            classes[mask] = VOID if item.ignored or item.crowd else item.category + self._first
        return classes


def writer_for(
    categories: Categories, *, masks: bool, background: Category | None = None, unused: bool = False
) -> VocWriter:
    """What writes the labels of these classes.

    Args:
        categories: The classes.
        masks: Whether regions may be among the labels.
        background: What is between objects; None has it called as usual.
        unused: Whether the first class is that, and no object is of it.

    Raises:
        DatasetError: A class has a name that the list of classes cannot hold.
    """
    for category in categories.all:
        name = category.name
        if not name.strip() or name != name.strip() or name.startswith("#") or not name.isprintable():
            raise DatasetError("voc cannot hold the name of the class {0}; rename it", quoted(name))
    before = None if unused else background or background_beside(categories)
    return VocWriter(categories, masks and len(categories) + (not unused) <= MAX_CLASSES, before)


def _name(image_file: str) -> str:
    """What lists and label files call a picture."""
    return with_suffix(image_file.removeprefix(f"{PICTURES}/"), "")


def _lists_of(split: Split | None) -> tuple[str, ...]:
    return ("trainval",) if split is None else _SPLIT_FILES.get(split, ("other",))


def _is_part(item: Instance) -> bool:
    return item.group is not None and item.attributes.get(PART) is True


def _parts_of(objects: list[Instance], labels: Labels) -> Mapping[int, list[Instance]]:
    """The parts of each object: those of its group, and copies by the copy of the same kind."""
    owners: dict[tuple[int | None, bool], int] = {}
    for number, item in enumerate(objects):
        owners.setdefault((item.group, item.ghost), number)
    parts: dict[int, list[Instance]] = {}
    for item in filter(_is_part, labels.instances):
        owner = owners.get((item.group, item.ghost))
        if owner is not None:
            parts.setdefault(owner, []).append(item)
    return parts


def _bndbox(box: Box) -> str:
    names = zip(("xmin", "ymin", "xmax", "ymax"), (box.left, box.top, box.right, box.bottom), strict=True)
    inner = "".join(f"<{name}>{value:.0f}</{name}>" for name, value in names)
    return f"<bndbox>{inner}</bndbox>"


def _whole(low: float, high: float) -> tuple[float, float]:
    """The first and last pixel, from 1, of what reaches from one edge to another; at least one pixel."""
    first, last = math.floor(low + 2), math.floor(high + 1)
    if first > last:
        first = last = math.floor((low + high) / 2 + 1.5)
    return first, last


def _is_pose(value: Any) -> bool:
    return isinstance(value, str) and value == value.strip() and value not in ("", "Unspecified")


def _are_actions(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and all(_TAG.fullmatch(name) and isinstance(said, bool) for name, said in value.items())
    )


def _overlapped(labels: Labels) -> int:
    """Pixels of several regions, of which one would keep them."""
    regions = [item.shape for item in labels.instances if isinstance(item.shape, Outline | Bitmap)]
    boxes = [box for shape in regions if (box := box_of(shape, labels.layers)) is not None]
    if len(boxes) < 2:
        return 0
    width, height = (
        max(0, math.ceil(max(getattr(box, side) for box in boxes))) for side in ("right", "bottom")
    )
    if labels.layers:
        height, width = labels.layers[0].shape
    total = np.zeros((height, width), np.int32)
    for shape in regions:
        total += mask_of(shape, labels.layers, (width, height))
    return int(np.maximum(total - 1, 0).sum())
