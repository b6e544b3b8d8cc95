"""Reads the masks of one picture: the class of every pixel, and the instances."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import ClassMap, Int32Array
from augstudio.core.labels import Bitmap, Instance, Labels, SemanticMask
from augstudio.core.text import counted, printable
from augstudio.datasets.file_state import file_state
from augstudio.datasets.label_frame import label_frame
from augstudio.datasets.label_reading import ImageInfo, LabelFileError, LabelProblem, LabelsRead
from augstudio.datasets.label_text import label_bytes
from augstudio.errors import ImageError, Message, message_of
from augstudio.images.label_map import ColourTable, LabelMap, Numbers, decode_label_map
from augstudio.images.orientation import upright_picture

PER_CLASS: Final = 1000
"""Instances of a class are numbered from so many times its number on, where their numbers say the class."""

_MOST_NUMBERS: Final = 1 << 16
_MOST_TOLD: Final = 5
_MOST_BYTES: Final = 1 << 29


@dataclass(frozen=True, slots=True)
class MaskMeaning:
    """What the numbers in a dataset's masks mean; the same for all of its pictures.

    Attributes:
        values: The numbers of the classes, by their positions.
        colours: What colours mean, as pairs, where masks are in colours.
        ignore: The number of pixels that count for nothing.
        first_with_instances: Where the numbers of instances say their classes, the least class of which a
            number below a thousand means a group; those of lesser classes have no instances.
        apart: The numbers of the background and of what counts for nothing, which no object has.
    """

    values: tuple[int, ...]
    colours: tuple[tuple[tuple[int, int, int], int], ...] = ()
    ignore: int | None = None
    first_with_instances: int = PER_CLASS
    apart: tuple[int, ...] = ()

    @property
    def table(self) -> ColourTable | None:
        """The table for reading colours."""
        if not self.colours:
            return None
        return ColourTable(dict(self.colours), 255 if self.ignore is None else self.ignore)


@dataclass(frozen=True, slots=True)
class MaskFiles:
    """The masks of one picture.

    Attributes:
        classes: The file with the class of every pixel, if there is one.
        instances: The file with the numbers of instances, if there is one.
        root: The dataset's root.
        meaning: What numbers mean.
        by_number: Whether an instance's number says its class.
    """

    classes: str | None
    instances: str | None
    root: str
    meaning: MaskMeaning
    by_number: bool = False

    def masks(self) -> tuple[str, ...]:
        """Paths of the files."""
        return self._files

    def state(self) -> str:
        """The states of the files."""
        states = (file_state(Path(path)) for path in self._files)
        return "\n".join(f"{state.size} {state.modified}" for state in states)

    def digest(self) -> str:
        """SHA-256 of the files and of what their numbers mean.

        Raises:
            DatasetError: A file cannot be read.
        """
        found = hashlib.sha256(repr((self.meaning, self.by_number, self.instances is None)).encode())
        for path in self._files:
            found.update(hashlib.sha256(self._bytes(path)).digest())
        return found.hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """The class map, and instances as bitmaps.

        Raises:
            DatasetError: A mask cannot be read, or is not of the picture's size.
        """
        problems: list[LabelProblem] = []
        semantic = layer = None
        classes = instances = None
        if self.classes is not None:
            found = self._mask(self.classes, image, problems, self.meaning.table)
            semantic = _semantic(found, self._shown(self.classes), self.meaning.ignore)
            classes = semantic.classes
            problems += self._unknown(found, classes, self._shown(self.classes))
        if self.instances is not None:
            mask = self._mask(self.instances, image, problems, None)
            layer = _layer(mask.values)
            instances = tuple(self._instances(layer, classes, problems))
            layer = _only(layer, instances)
        return LabelsRead(
            Labels(instances or (), () if layer is None else (layer,), semantic), tuple(problems)
        )

    @property
    def _files(self) -> tuple[str, ...]:
        return tuple(path for path in (self.classes, self.instances) if path is not None)

    def _shown(self, path: str) -> str:
        return printable(Path(path).relative_to(self.root).as_posix())

    def _bytes(self, path: str) -> bytes:
        return label_bytes(Path(path), self._shown(path), _MOST_BYTES)

    def _mask(
        self, path: str, image: ImageInfo, problems: list[LabelProblem], table: ColourTable | None
    ) -> LabelMap:
        """A mask, upright."""
        shown = self._shown(path)
        try:
            found = decode_label_map(self._bytes(path), table)
        except ImageError as error:
            raise LabelFileError(shown, 0, message_of(error)) from None
        height, width = found.values.shape
        if (width, height) not in (image.size, image.stored):
            reason = Message(
                "has {0} x {1} pixels, but its picture {2} x {3}; a mask must be as large as its picture",
                width,
                height,
                *image.size,
            )
            raise LabelFileError(shown, 0, reason)
        frame = label_frame((width, height), image)
        if frame.oddity is not None:
            problems.append(LabelProblem(shown, 0, frame.oddity))
        if frame.orientation == 1:
            return found
        values = upright_picture(found.values[:, :, np.newaxis], frame.orientation)[:, :, 0]  # type: ignore[arg-type]
        return LabelMap(values, found.palette, found.unknown)

    def _unknown(self, found: LabelMap, classes: ClassMap, shown: str) -> Iterator[LabelProblem]:
        """What a mask holds that no class has."""
        for colour, count in found.unknown:
            reason = counted(
                count,
                "1 pixel has the colour {1}, which no class has; it is ignored",
                "{0} pixels have the colour {1}, which no class has; they are ignored",
                ", ".join(map(str, colour)),
            )
            yield LabelProblem(shown, 0, reason)
        counts = np.bincount(classes.ravel())
        known = {*self.meaning.values, *self.meaning.apart, self.meaning.ignore}
        odd = [value for value in np.flatnonzero(counts).tolist() if value not in known]
        for value in odd[:_MOST_TOLD]:
            reason = counted(
                int(counts[value]),
                "1 pixel has the number {1}, which no class has",
                "{0} pixels have the number {1}, which no class has",
                value,
            )
            yield LabelProblem(shown, 0, reason)
        if len(odd) > _MOST_TOLD:
            reason = counted(
                len(odd) - _MOST_TOLD,
                "1 further number that no class has",
                "{0} further numbers that no class has",
            )
            yield LabelProblem(shown, 0, reason)

    def _instances(
        self, layer: Int32Array, classes: ClassMap | None, problems: list[LabelProblem]
    ) -> Iterator[Instance]:
        """The instances that a layer shows, by their numbers."""
        numbers = [number for number in np.unique(layer).tolist() if number > 0]
        positions = {value: position for position, value in enumerate(self.meaning.values)}
        told = self._by_number(numbers) if self.by_number else self._by_classes(layer, numbers, classes)
        origin = 0
        for number, value in told:
            if value == self.meaning.ignore or value is None:
                continue
            if value in self.meaning.apart:
                assert self.instances is not None
                reason = Message("most pixels of object {0} are of no class; it is left out", number)
                problems.append(LabelProblem(self._shown(self.instances), 0, reason))
                continue
            if value not in positions:
                assert self.instances is not None
                reason = Message(
                    "object {0} is of the class {1}, which is not known; it is left out", number, value
                )
                problems.append(LabelProblem(self._shown(self.instances), 0, reason))
                continue
            crowd = self.by_number and number < PER_CLASS
            yield Instance(category=positions[value], shape=Bitmap(0, number), crowd=crowd, origin=origin)
            origin += 1

    def _by_number(self, numbers: list[int]) -> Iterator[tuple[int, int | None]]:
        """Instances whose numbers say the class; a class's number alone is a group of several."""
        for number in numbers:
            if number >= PER_CLASS:
                yield number, number // PER_CLASS
            elif number >= self.meaning.first_with_instances:
                yield number, number

    def _by_classes(
        self, layer: Int32Array, numbers: list[int], classes: ClassMap | None
    ) -> Iterator[tuple[int, int | None]]:
        """Instances with the class that most of their pixels have; the first one without a map of classes.

        The background counts only where there is nothing else.
        """
        if classes is None or not numbers:
            yield from ((number, self.meaning.values[0]) for number in numbers)
            return
        inside = layer > 0
        places = np.searchsorted(np.array(numbers), layer[inside])
        width = int(classes.max(initial=0)) + 1
        pairs = np.bincount(places * width + classes[inside], minlength=len(numbers) * width)
        counts = pairs.reshape(len(numbers), width)
        for value in self.meaning.apart:
            if value != self.meaning.ignore and value < width:
                counts[:, value] = np.minimum(counts[:, value], counts.sum(axis=1) == counts[:, value])
        yield from zip(numbers, counts.argmax(axis=1).tolist(), strict=True)


def _semantic(found: LabelMap, shown: str, ignore: int | None) -> SemanticMask:
    values = found.values
    if values.dtype == np.int32:
        if int(values.max(initial=0)) >= _MOST_NUMBERS:
            raise LabelFileError(shown, 0, Message("has numbers above 65535, which are too many classes"))
        values = values.astype(np.uint16)
    return SemanticMask(values, ignore, found.palette)  # type: ignore[arg-type]


def _layer(values: Numbers) -> Int32Array:
    """Numbers of instances; those that are very large are counted anew."""
    if int(values.max(initial=0)) < _MOST_NUMBERS:
        return values.astype(np.int32)
    found, places = np.unique(values, return_inverse=True)
    first = 0 if found[0] == 0 else 1
    dense: Int32Array = (places.reshape(values.shape) + first).astype(np.int32)
    return dense


def _only(layer: Int32Array, instances: tuple[Instance, ...]) -> Int32Array:
    """A layer with the pixels of instances alone."""
    kept = np.zeros(int(layer.max(initial=0)) + 1, np.int32)
    numbers: npt.NDArray[Any] = np.array(
        [item.shape.id for item in instances if isinstance(item.shape, Bitmap)], np.int64
    )
    kept[numbers] = numbers
    only: Int32Array = kept[layer]
    return only
