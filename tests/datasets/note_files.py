"""A format of labels for tests: one file of boxes for each picture, and two files that all share.

``images/KEY`` has its boxes in ``notes/STEM.json``, ``classes.txt`` names the classes, and ``all.json``
numbers the boxes of all pictures.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import ClassVar

from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Box, Categories, Instance, Labels
from augstudio.datasets.base import (
    Dataset,
    DatasetFormat,
    DatasetReference,
    Likelihood,
    LinkListener,
    Sample,
    Skipped,
    ignore,
)
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.file_state import file_state
from augstudio.datasets.files import PictureFiles
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelSource, LabelsRead
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import LeftOut, LeftOutListener
from augstudio.datasets.recognising import Assumption
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError, Message

NAME = "notes"
CLASSES = "classes.txt"
SHARED = "all.json"
_SIDES = ("left", "top", "right", "bottom")


@dataclass(frozen=True)
class NoteFile:
    """The boxes of one picture."""

    root: Path
    file: str
    classes: tuple[str, ...]

    def state(self) -> str:
        """The file's."""
        return repr(file_state(self.root / self.file))

    def digest(self) -> str:
        """The file's."""
        return hashlib.sha256((self.root / self.file).read_bytes()).hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """The boxes; those of no class are told of."""
        data = (self.root / self.file).read_bytes()
        try:
            rows = json.loads(data)
        except ValueError:
            raise DatasetError("{0} is not JSON", self.file) from None
        problems: list[LabelProblem] = []
        boxes: list[Instance] = []
        for number, (name, *box) in enumerate(rows, start=1):
            if name in self.classes:
                category = self.classes.index(name)
                boxes.append(Instance(category=category, shape=Box(*box), origin=len(boxes)))
            else:
                problems.append(LabelProblem(self.file, number, Message("there is no class {0}", name)))
        return LabelsRead(Labels(tuple(boxes)), tuple(problems), data)


@dataclass(frozen=True)
class NoteWriter:
    """Writes the format."""

    TELLS_UNLABELLED: ClassVar[bool] = True

    classes: tuple[str, ...]

    def image_file(self, key: str, split: Split | None) -> str:
        """Below images."""
        return f"images/{key.removeprefix('images/')}"

    def label_files(self, image_file: str) -> tuple[str, ...]:
        """Below notes."""
        return (f"notes/{PurePosixPath(image_file.removeprefix('images/')).with_suffix('.json')}",)

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """The boxes, and the same for the shared file."""
        if labels is None:
            return EncodedLabels((None,))
        rows = [
            [
                self.classes[item.category],
                *(getattr(item.shape, side) for side in ("left", "top", "right", "bottom")),
            ]
            for item in labels.instances
            if isinstance(item.shape, Box)
        ]
        data = json.dumps(rows).encode()
        return EncodedLabels(
            (data,), json.dumps({"boxes": len(rows), "text": "ü"}, ensure_ascii=False).encode()
        )

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The classes, and the boxes of all pictures with their numbers."""
        yield CLASSES, ("".join(f"{name}\n" for name in self.classes).encode(),)
        yield SHARED, _numbered(entries)

    def class_numbers(self) -> tuple[int, ...]:
        """None: boxes name their classes."""
        return ()

    def losses(self, labels: Labels) -> Losses:
        """What is not a box, and what is ignored."""
        ignored = sum(item.ignored for item in labels.instances)
        return Losses({Loss.IGNORED: ignored} if ignored else {})

    def refusal(self, policy: LabelPolicy) -> Message | None:
        """Nothing is ignored."""
        if policy.padding == "ignore":
            return Message("notes cannot hold what is to be ignored; choose replicate or drop")
        return None


def _numbered(entries: Entries) -> Iterator[bytes]:
    yield b"[\n"
    first = 1
    for image, entry in entries():
        count = json.loads(entry)["boxes"] if entry else 0
        size = list(image.size)
        line = {"file": image.file, "first": first, "boxes": count, "size": size, "split": image.split}
        yield json.dumps({**line, "copy": image.copy, "key": image.key}).encode() + b",\n"
        first += count
    yield b"null]\n"


class NoteFolder(PictureFiles):
    """A folder in the format."""

    def __init__(self, reference: DatasetReference) -> None:
        self.reference = reference
        self.stated, self.layout = Stated(), Layout()
        self.assumption = Assumption(self.layout)
        self.has_splits = False
        self.root = reference.path
        self.classes = tuple((self.root / CLASSES).read_text(encoding="utf-8").split())

    @property
    def categories(self) -> Categories:
        """Those of classes.txt."""
        return Categories.named(self.classes)

    def label_source(self, sample: Sample) -> LabelSource | None:
        """The file of its name, if there is one."""
        file = NoteWriter(self.classes).label_files(sample.key)[0]
        return NoteFile(self.root, file, self.classes) if (self.root / file).is_file() else None

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """A class that stands twice."""
        twice = sorted({name for name in self.classes if self.classes.count(name) > 1})
        return tuple(LabelProblem(CLASSES, 0, Message("{0} stands there twice", name)) for name in twice)

    def check_stated(self) -> None:
        """Nothing can be said about folders."""

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """None that are not read."""
        return None

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """The pictures by their names."""
        for path in sorted((self.root / "images").rglob("*.*")):
            yield Sample(path.relative_to(self.root).as_posix(), str(path))

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """That there is no picture."""
        return DatasetError("no picture in {0}", self.root)


def sniff(candidate: Candidate) -> Likelihood:
    """By the file of classes."""
    return Likelihood.CERTAIN if (candidate.path / CLASSES).is_file() else Likelihood.NO


def _writer(dataset: Dataset) -> NoteWriter:
    return NoteWriter(tuple(item.name for item in (dataset.categories or Categories()).all))


FORMAT = DatasetFormat(sniff, NoteFolder, "notes", _writer)
"""What a line of the registry would name."""


def box_rows(size: Size, count: int) -> list[list[object]]:
    """Boxes in a picture."""
    width, height = size
    return [
        ["ab"[number % 2], width * 0.1 + number, height * 0.2, width * 0.5 + number, height * 0.7]
        for number in range(count)
    ]
