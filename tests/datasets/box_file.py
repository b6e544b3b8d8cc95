"""A labelled format of one module for tests: pictures, each with a JSON file of its labels beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Category,
    Instance,
    Keypoints,
    Labels,
    Outline,
    SemanticMask,
    Shape,
)
from augstudio.datasets.base import (
    DatasetFormat,
    DatasetReference,
    Likelihood,
    LinkListener,
    Sample,
    Skipped,
    ignore,
)
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.files import PictureFiles
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelSource, LabelsRead
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import LeftOut, LeftOutListener
from augstudio.datasets.recognising import Assumption
from augstudio.errors import DatasetError

NAME: Final = "boxes"
INDEX: Final = "boxes.yaml"

PERSON: Final = Category(
    "person", 0, (230, 60, 60), keypoints=("left", "right", "top"), skeleton=((0, 1), (1, 2)), swaps=((0, 1),)
)
CAR: Final = Category("car", 1, (60, 120, 230))
CATEGORIES: Final = Categories((PERSON, CAR))


@dataclass(frozen=True)
class BoxSource:
    """The JSON file of one picture's labels."""

    path: Path

    def state(self) -> str:
        """Its size and time."""
        status = self.path.stat()
        return f"{status.st_size} {status.st_mtime_ns}"

    def digest(self) -> str:
        """SHA-256 of it."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """Its instances; those without a known class are problems."""
        data = self.path.read_bytes()
        try:
            rows = json.loads(data)
        except ValueError:
            raise DatasetError("{0} is no JSON", self.path.name) from None
        good = [row for row in rows if row["class"] < len(CATEGORIES)]
        problems = tuple(
            LabelProblem(self.path.name, number, "no such class")
            for number, row in enumerate(rows, 1)
            if row not in good
        )
        instances = tuple(_instance(number, row, image) for number, row in enumerate(good))
        return LabelsRead(Labels(instances, *_maps(good, image)), problems, data)


def _instance(number: int, row: dict[str, Any], image: ImageInfo) -> Instance:
    shape: Shape | None = None
    if "box" in row:
        shape = Box(*row["box"])
    elif "rings" in row:
        shape = Outline(tuple(np.array(ring, np.float64) for ring in row["rings"]))
    elif "pixels" in row or "bits" in row:
        shape = Bitmap(0, number + 1)
    points = row.get("points")
    keypoints = points and Keypoints(
        np.array([point[:2] for point in points], np.float64), np.array([point[2] for point in points])
    )
    return Instance(category=row["class"], shape=shape, keypoints=keypoints or None, origin=number)


def _maps(rows: list[dict[str, Any]], image: ImageInfo) -> tuple[Any, ...]:
    width, height = image.size
    layer, classes = np.zeros((height, width), np.int32), np.full((height, width), 255, np.uint8)
    for number, row in enumerate(rows, 1):
        for name in ("pixels", "bits"):
            if name in row:
                left, top, right, bottom = row[name]
                layer[top:bottom, left:right] = number
                if name == "pixels":
                    classes[top:bottom, left:right] = row["class"]
    if not layer.any():
        return ()
    return (layer,), SemanticMask(classes, 255) if np.any(classes != 255) else None


class BoxFolder(PictureFiles):
    """The pictures of a folder; ``NAME.json`` beside one holds its labels."""

    def __init__(self, reference: DatasetReference) -> None:
        self.reference = reference
        self.stated, self.layout = Stated(), Layout()
        self.assumption = Assumption(self.layout)
        self.has_splits = False
        self.categories: Categories | None = CATEGORIES

    @property
    def root(self) -> Path:
        """The folder."""
        path = self.reference.path
        return path if path.is_dir() else path.parent

    def label_source(self, sample: Sample) -> LabelSource | None:
        """The file beside the picture."""
        file = sample.path.with_suffix(".json")
        return BoxSource(file) if file.exists() else None

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """None: there is no file for all."""
        return ()

    def check_stated(self) -> None:
        """Nothing can be said about folders."""

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """None: they are read."""
        return None

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """The pictures by their names."""
        for path in sorted(self.root.glob("*.png")):
            yield Sample(path.name, str(path))

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """That there is no picture."""
        return DatasetError("there is no picture in {0}", self.root)


def sniff(candidate: Candidate) -> Likelihood:
    """By a file of its own name."""
    path = candidate.path
    found = path.name == INDEX if candidate.is_file else (path / INDEX).is_file()
    return Likelihood.CERTAIN if found else Likelihood.NO


FORMAT: Final = DatasetFormat(sniff, BoxFolder, "boxes of tests")
"""What a line of the registry would name."""


def write_labels(folder: Path, labels: dict[str, Iterable[dict[str, Any]]]) -> Path:
    """Write the labels of a folder's pictures, by the pictures' stems; gives the folder."""
    (folder / INDEX).write_text("", encoding="utf-8")
    for stem, rows in labels.items():
        (folder / f"{stem}.json").write_text(json.dumps(list(rows)), encoding="utf-8")
    return folder
