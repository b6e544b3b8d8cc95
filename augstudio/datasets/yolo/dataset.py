"""Reads YOLO datasets: which pictures there are, their splits, and what their rows hold."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories, Category
from augstudio.core.text import counted, printable
from augstudio.datasets.annotated_pictures import AnnotatedPictures, key_of, picture_sample, pictures_in
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.label_reading import LabelProblem, Severity
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.label_writing import LabelWriter
from augstudio.datasets.left_out import has_picture_suffix
from augstudio.datasets.named_pictures import NamedPictures
from augstudio.datasets.splits import Split, nfc_order
from augstudio.datasets.yolo.class_list import described_by_list
from augstudio.datasets.yolo.description import Description, Place, described, description_file
from augstudio.datasets.yolo.labels import YoloLabels, label_path
from augstudio.datasets.yolo.places import DESCRIPTIONS, class_list
from augstudio.datasets.yolo.rows import RowRules, Task, kind_of_row
from augstudio.datasets.yolo.writing import writer_for
from augstudio.errors import DatasetError, Message

_TRIED_PICTURES: Final = 40
_HEAD: Final = 4096
_TASKS: Final = {"detect": Task.DETECT, "segment": Task.SEGMENT, "obb": Task.OBB, "pose": Task.POSE}


def opened(reference: DatasetReference, task: str) -> YoloDataset:
    """Open what a reference names.

    Raises:
        DatasetError: It has no description, or one that cannot be used.
    """
    return YoloDataset(reference, Task(task))


def writer(dataset: Dataset, task: str) -> LabelWriter:
    """What writes a dataset's labels in one of these formats.

    Raises:
        DatasetError: It has no classes, or its classes have different keypoints.
    """
    return writer_for(dataset, Task(task))


def task_at(candidate: Candidate) -> Task | None:
    """What the rows of the dataset at a path hold; None where there is no YOLO dataset."""
    try:
        if (file := candidate.once(description_file)) is not None:
            return task_of(described(file))
        names = candidate.once(class_list)
        kinds = set() if names is None else _kinds_of(described_by_list(names, candidate.path))
        return _task_of(kinds) if kinds else None
    except DatasetError:
        return Task.DETECT  # opening it will say what is wrong


def task_of(description: Description) -> Task:
    """What a dataset's rows hold: by its description, else by those of some of its pictures."""
    if description.keypoints is not None:
        return Task.POSE
    if description.task in _TASKS:
        return _TASKS[description.task]
    return _task_of(_kinds_of(description))


def _task_of(kinds: set[Task]) -> Task:
    if Task.SEGMENT in kinds:
        return Task.SEGMENT
    return Task.OBB if Task.OBB in kinds else Task.DETECT


def _kinds_of(description: Description) -> set[Task]:
    """What the rows of some of a dataset's pictures hold; nothing where none has a row."""
    kinds: set[Task] = set()
    for place in description.places:
        paths = (entry for entry in _entries(description, place) if isinstance(entry, str))
        for picture in islice(paths, _TRIED_PICTURES):
            kinds |= _kinds_in(label_path(picture))
    return kinds


def _described(path: Path) -> Description:
    """What describes the dataset at a path: a ``data.yaml``, else a list of classes."""
    candidate = Candidate(path)
    if (file := description_file(candidate)) is not None:
        return described(file)
    names = class_list(candidate)
    if names is not None:
        return described_by_list(names, path)
    if candidate.suffix in DESCRIPTIONS:
        return described(path)
    raise DatasetError(
        "there is no data.yaml with names and train in {0}, and no classes.txt; a YOLO dataset needs one",
        printable(str(path)),
    )


def _kinds_in(file: str) -> set[Task]:
    """What the rows at the beginning of a label file hold."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123  (Path objects are too slow here)
            head = stream.read(_HEAD)
    except (OSError, ValueError):
        return set()
    lines = head.splitlines()[: -1 if len(head) == _HEAD else None]
    kinds = (kind_of_row(line.decode("ascii", "replace").split()) for line in lines)
    return {kind for kind in kinds if kind is not None}


def _entries(description: Description, place: Place) -> Iterator[str | Skipped]:
    """Paths of the pictures in a folder or list; of a list also those that are not there."""
    if os.path.isdir(place.path):  # noqa: PTH112
        yield from pictures_in(place.path)
        return
    if has_picture_suffix(place.path):
        yield place.path
        return
    root = str(description.root)
    name = key_of(root, place.path)
    named = NamedPictures(root, (os.path.dirname(name), ""))  # noqa: PTH120
    text = label_text(label_bytes(Path(place.path), name), name)
    for line, entry in enumerate(map(str.strip, text.splitlines()), 1):
        if entry:
            found = named.path(entry)
            reason = Message("named in {0}, line {1}, but not there", printable(name), line)
            yield Skipped(printable(entry), reason) if found is None else found


class YoloDataset(AnnotatedPictures):
    """A YOLO dataset: what ``data.yaml`` names, each picture with a text file of rows.

    The label file of a picture is found by the rule of Ultralytics: the last part ``images`` of its path
    becomes ``labels``.
    """

    def __init__(self, reference: DatasetReference, task: Task) -> None:
        """Read its description; no picture is listed yet.

        Args:
            reference: The folder, or the file that describes it.
            task: What its rows hold.

        Raises:
            DatasetError: It has no description, or one that cannot be used.
        """
        self._description = _described(reference.path)
        super().__init__(reference, self._description.root)
        if task is Task.POSE and self._description.keypoints is None:
            raise DatasetError(
                "{0} has no kpt_shape, so that the keypoints of its rows cannot be told; add it as "
                "kpt_shape: [17, 3]",
                printable(str(self._description.file)),
            )
        self._rules = RowRules(
            task, self._description.numbers, self._description.keypoints if task is Task.POSE else None
        )

    @cached_property
    def _is_divided(self) -> bool:
        """Whether the description says a split of every picture, which one place for several does not."""
        splits: dict[str, Split] = {}
        places = self._description.places
        return all(splits.setdefault(place.path, place.split) is place.split for place in places)

    @property
    def split_folders(self) -> tuple[tuple[str, Split | None], ...]:
        """The folders of pictures that the description names, with their splits."""
        if not self._is_divided:
            return ()
        root = str(self.root)
        folders = [place for place in self._description.places if os.path.isdir(place.path)]  # noqa: PTH112
        return tuple((key_of(root, place.path), place.split) for place in folders)

    @property
    def has_splits(self) -> bool:
        """Whether the description names other pictures for validation or test than for training."""
        return self._is_divided and len({place.split for place in self._description.places}) > 1

    @cached_property
    def categories(self) -> Categories:
        """The classes in the order of their numbers."""
        said = self._description
        shape = self._rules.keypoints
        names = said.keypoint_names or tuple(map(str, range(shape.slots if shape else 0)))
        return Categories(
            tuple(
                Category(name, number, keypoints=names if shape else (), swaps=said.swaps if shape else ())
                for name, number in zip(said.names, said.numbers, strict=True)
            )
        )

    def label_source(self, sample: Sample) -> YoloLabels:
        """The label file that belongs to a sample's picture, whether it is there or not."""
        path = label_path(sample.file)
        return YoloLabels(Path(path), key_of(str(self.root), path), self._rules)

    def found(self) -> Iterator[Sample | Skipped]:
        """All pictures, split by split; one that is in several is of the first."""
        return (item for item in self._found() if not isinstance(item, LabelProblem))

    def _found(self) -> Iterator[Sample | Skipped | LabelProblem]:
        seen: dict[str, Split] = {}
        for place in self._description.places:
            split = place.split if self._is_divided else None
            for entry in _entries(self._description, place):
                if isinstance(entry, Skipped):
                    yield entry
                elif entry not in seen:
                    seen[entry] = place.split
                    yield picture_sample(str(self.root), entry, split)
                elif self._is_divided:
                    reason = Message("the picture is named twice; it counts as one of {0}", seen[entry].value)
                    yield LabelProblem(printable(key_of(str(self.root), entry)), 0, reason)

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """What is odd about the description and the splits, label files of no picture or of several.

        Pictures without a label file are usual, and told together.
        """
        listed = list(self._found())
        samples = [item for item in listed if isinstance(item, Sample)]
        twice = [item for item in listed if isinstance(item, LabelProblem)]
        return (*self._description.problems, *twice, *_label_file_problems(str(self.root), samples))


def _label_file_problems(root: str, samples: list[Sample]) -> Iterator[LabelProblem]:
    """Label files that are not there, without a picture, and with several."""
    owners: dict[str, str] = {}
    for sample in samples:
        file = label_path(sample.file)
        if file in owners:
            reason = Message(
                "{0} has the same label file as {1}", printable(sample.key), printable(owners[file])
            )
            yield LabelProblem(printable(key_of(root, file)), 0, reason)
        owners.setdefault(file, sample.key)
    folders = sorted({os.path.dirname(file) for file in owners})  # noqa: PTH120
    texts = [os.path.join(folder, name) for folder in folders for name in _texts_in(folder)]  # noqa: PTH118
    yield from _missing_problem(root, owners.keys() - set(texts))
    for path in texts:
        if path not in owners and f"{os.sep}labels" in path:
            reason = Message("there is no picture for this label file")
            yield LabelProblem(printable(key_of(root, path)), 0, reason)


def _missing_problem(root: str, files: Collection[str]) -> Iterator[LabelProblem]:
    """Label files that are not there, all in one note, which names the first."""
    missing = [key_of(root, file) for file in files if not os.path.exists(file)]  # noqa: PTH110
    if missing:
        reason = counted(
            len(missing),
            "1 picture has no label file, which would be this one; it counts as a picture without objects",
            "{0} pictures have no label file, the first of which would be this one; they count as pictures "
            "without objects",
        )
        yield LabelProblem(printable(min(missing, key=nfc_order)), 0, reason, Severity.NOTE)


def _texts_in(folder: str) -> list[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208
    except OSError:
        return []
    return sorted(name for name in names if name.endswith(".txt") and name != "classes.txt")
