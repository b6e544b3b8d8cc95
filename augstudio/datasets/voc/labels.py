"""The labels of one sample of a Pascal VOC dataset: its XML file and its two masks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from augstudio.core.image import Size
from augstudio.core.labels import Box, Instance, Labels, OrientedBox, SemanticMask
from augstudio.core.text import printable
from augstudio.datasets.file_state import file_state
from augstudio.datasets.label_layers import LayerBuilder, box_of_mask
from augstudio.datasets.label_reading import ImageInfo, LabelFileError, LabelProblem, LabelsRead
from augstudio.datasets.label_text import label_bytes
from augstudio.datasets.shapes import box_around
from augstudio.datasets.voc.annotation import (
    MAX_ANNOTATION_BYTES,
    Annotation,
    Counting,
    Rules,
    read_annotation,
)
from augstudio.datasets.voc.classes import PALETTE, VOID
from augstudio.errors import ImageError, Message, message_of
from augstudio.images.label_map import ColourTable, LabelMap, decode_label_map
from augstudio.images.orientation import upright_picture
from augstudio.images.reading import read_bytes

_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class VocLabels:
    """Where the labels of one sample are.

    Attributes:
        root: The dataset's folder.
        annotation: The XML file's path relative to it; empty where there is none.
        classes: That of the mask of classes.
        objects: That of the mask of objects.
        rules: How files are read.
        colours: The value of each colour of masks that are saved in colours.
    """

    root: Path
    annotation: str
    classes: str
    objects: str
    rules: Rules
    colours: Mapping[tuple[int, int, int], int] = field(hash=False)

    @property
    def _files(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.annotation, self.classes, self.objects)))

    def masks(self) -> tuple[str, ...]:
        """Paths of its masks."""
        return tuple(str(self.root / name) for name in (self.classes, self.objects) if name)

    def state(self) -> str:
        """The states of its files."""
        states = (file_state(self.root / name) for name in self._files)
        return "\n".join(f"{state.size} {state.modified}" for state in states)

    def digest(self) -> str:
        """SHA-256 of its files and of how they are read.

        Raises:
            DatasetError: A file cannot be read.
        """
        total = hashlib.sha256(repr((self.rules, sorted(self.colours.items()))).encode())
        for name in self._files:
            data = label_bytes(self.root / name, name)
            total.update(f"{name} {len(data)}\n".encode() + data)
        return total.hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """Read the labels.

        Raises:
            DatasetError: The XML file, or a mask, cannot be used at all.
        """
        data, found = b"", Annotation()
        if self.annotation:
            data = label_bytes(self.root / self.annotation, self.annotation, MAX_ANNOTATION_BYTES)
            found = read_annotation(data, self.annotation, image, self.rules)
        instances, layers, semantic = found.instances, LayerBuilder(image.size), None
        if self.classes:
            semantic = self._classes(image, found.problems)
        if self.objects and semantic is not None:
            numbers = self._mask(self.objects, image, found.problems)
            if numbers is not None:
                instances = self._joined(found, numbers.values, semantic, layers)
        labels = Labels(tuple(instances), layers.layers, semantic)
        # Copies are written as they count from 1; unchanged files beside them must count alike.
        whole = self.rules.counting is Counting.ONE
        return LabelsRead(labels, tuple(found.problems), data if whole else b"")

    def _classes(self, image: ImageInfo, problems: list[LabelProblem]) -> SemanticMask | None:
        mask = self._mask(self.classes, image, problems)
        if mask is None:
            return None
        values = mask.values.astype(np.uint8)
        known = np.isin(np.arange(256), (VOID, *range(len(self.rules.names) + 1)))
        odd = np.unique(values[~known[values]]).tolist()
        if odd:
            reason = Message(
                "pixels have values of no class: {0}; they stay as they are", ", ".join(map(str, odd))
            )
            problems.append(LabelProblem(printable(self.classes), 0, reason))
        return SemanticMask(values, VOID, mask.palette or PALETTE)

    def _mask(self, name: str, image: ImageInfo, problems: list[LabelProblem]) -> LabelMap | None:
        """A mask, upright; None where it does not fit the picture, which is told."""
        table = ColourTable(self.colours, VOID)
        try:
            if name == self.objects:
                table = ColourTable({colour: value for value, colour in enumerate(PALETTE)}, VOID)
            found = decode_label_map(read_bytes(self.root / name), table)
        except ImageError as error:
            raise LabelFileError(name, 0, message_of(error)) from None
        values = found.values
        stored: Size = (values.shape[1], values.shape[0])
        if stored != image.size and stored == image.stored:
            values = upright_picture(values.astype(np.uint8)[:, :, None], image.orientation)[:, :, 0]
        elif stored != image.size:
            reason = Message(
                "the mask has {0} x {1} pixels, the picture {2} x {3}; it is left out", *stored, *image.size
            )
            problems.append(LabelProblem(printable(name), 0, reason))
            return None
        for colour, count in found.unknown:
            reason = Message(
                "the colour {0} is of no class; its pixels are ignored ({1})", str(colour), f"{count:,}"
            )
            problems.append(LabelProblem(printable(name), 0, reason))
        return LabelMap(values, found.palette)

    def _joined(
        self, found: Annotation, numbers: np.ndarray, semantic: SemanticMask, layers: LayerBuilder
    ) -> list[Instance]:
        """The objects with their pixels: the mask's number is the object's in the XML file."""
        instances = list(found.instances)
        for value in np.unique(numbers).tolist():
            if value in (0, VOID):
                continue
            mask = numbers == value
            category = self._category(semantic.classes[mask])
            shape = layers.add(mask)
            if category is None or shape is None:
                reason = Message("most pixels of object {0} are of no class; it is left out", value)
                found.problems.append(LabelProblem(printable(self.objects), 0, reason))
                continue
            place = found.numbers.index(value) if value in found.numbers else None
            if place is not None and _fits(instances[place], category, mask):
                instances[place] = replace(instances[place], shape=shape)
                continue
            if self.annotation:
                reason = Message(
                    "object {0} of the mask is not object {0} of {1}; both count",
                    value,
                    printable(self.annotation),
                )
                found.problems.append(LabelProblem(printable(self.objects), 0, reason))
            instances.append(Instance(category=category, shape=shape, origin=len(instances)))
        return instances

    def _category(self, classes: np.ndarray) -> int | None:
        """The class of most pixels of an object; classes have the values from 1 on."""
        counts = np.bincount(classes, minlength=256)
        counts[VOID] = counts[0] = 0
        best = int(counts.argmax())
        return best - 1 if counts[best] and best <= len(self.rules.names) else None


def _fits(instance: Instance, category: int, mask: np.ndarray) -> bool:
    """Whether an object's box is that of its pixels, nearly: their parts in common are most of both."""
    box, other = None, box_of_mask(mask)
    if isinstance(instance.shape, Box | OrientedBox):
        box = box_around(instance.shape.corners)
    if box is None or other is None or instance.category != category:
        return False
    width = min(box.right, other.right) - max(box.left, other.left)
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    if width <= 0 or height <= 0:
        return False
    areas = sum((item.right - item.left) * (item.bottom - item.top) for item in (box, other))
    return width * height / (areas - width * height) >= _ALIKE
