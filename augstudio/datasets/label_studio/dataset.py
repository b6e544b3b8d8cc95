"""Reads datasets of Label Studio: one JSON file of tasks, each with a picture and its annotations."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories, Category
from augstudio.core.text import counted, printable
from augstudio.datasets.annotated_pictures import AnnotatedPictures, key_of, picture_sample, unnamed_problem
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.json_reading import parsed_json
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelsRead
from augstudio.datasets.label_studio.annotation import read_results
from augstudio.datasets.label_studio.finding import tasks_file
from augstudio.datasets.label_studio.interface import INTERFACE, points_named
from augstudio.datasets.label_studio.results import classes_of, keypoints_of
from augstudio.datasets.label_studio.writing import LabelStudioWriter, writer_for
from augstudio.datasets.label_text import label_bytes
from augstudio.datasets.left_out import has_picture_suffix
from augstudio.datasets.named_pictures import NamedPictures
from augstudio.datasets.picture_places import split_prefixes
from augstudio.datasets.splits import Split, split_of, split_of_folders
from augstudio.errors import DatasetError, Message

MAX_BYTES: Final = 1 << 29
"""The largest file that is read."""

_UPLOADED: Final = re.compile(r"[0-9a-f]{8}-(?=.)")


def opened(reference: DatasetReference) -> LabelStudioDataset:
    """Open what a reference names.

    Raises:
        DatasetError: There is no file of tasks.
    """
    return LabelStudioDataset(reference)


def writer(dataset: Dataset) -> LabelStudioWriter:
    """What writes a dataset's labels in this format."""
    return writer_for(dataset.categories or Categories(), split_prefixes(dataset))


@dataclass(frozen=True, slots=True)
class LabelStudioLabels:
    """The annotation of one sample.

    Attributes:
        file: The file's name, for messages.
        task: The number of the task in it, from 1.
        packed: The annotation's results as JSON.
        classes: The classes.
        several: How many annotations there are.
    """

    file: str
    task: int
    packed: bytes
    classes: Categories
    several: int

    def state(self) -> str:
        """The digest."""
        return self.digest()

    def digest(self) -> str:
        """SHA-256 of the results and of the classes."""
        said = repr(tuple(item.name for item in self.classes.all))
        keypoints = [item.keypoints for item in self.classes.all]
        said += repr(keypoints) if any(keypoints) else ""
        return hashlib.sha256(said.encode() + b"\n" + self.packed).hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """Read the labels."""
        found = read_results(json.loads(self.packed), (self.file, self.task), image, self.classes)
        problems = found.problems
        if self.several > 1:
            reason = Message(
                "task {0} has several annotations; the first counts, or the one marked as ground truth",
                self.task,
            )
            problems = (LabelProblem(printable(self.file), 0, reason), *problems)
        return LabelsRead(found.labels, problems)


@dataclass(frozen=True, slots=True)
class _Task:
    """A task: its number, its picture, the split that is said of it, and the annotation that counts."""

    number: int
    names: tuple[str, ...]
    split: Split | None
    packed: bytes | None
    several: int
    predicted: bool  # whether a model's predictions are all that there is


class LabelStudioDataset(AnnotatedPictures):
    """A file of tasks as Label Studio exports them as JSON, and their pictures in any folder beside it.

    Annotations that were cancelled do not count; a task without any other is not labelled.
    """

    def __init__(self, reference: DatasetReference) -> None:
        """Find the file; it is read when it is first needed.

        Raises:
            DatasetError: There is none.
        """
        file = tasks_file(Candidate(reference.path))
        if file is None:
            raise DatasetError(
                "there is no JSON file with tasks of Label Studio in {0}; name the folder that holds it",
                printable(str(reference.path)),
            )
        super().__init__(reference, file.parent)
        self._file = file.absolute()

    @cached_property
    def _read(self) -> tuple[Categories, tuple[_Task, ...]]:
        """The classes and the tasks.

        Raises:
            DatasetError: The file is broken, or of another kind.
        """
        name = self._file.name
        found = parsed_json(label_bytes(self._file, name, MAX_BYTES), name)
        items = [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
        if not any("data" in item for item in items):
            raise DatasetError(
                "{0} is the short form JSON-MIN of Label Studio, which does not say what was cancelled; "
                "export it as JSON",
                printable(name),
            )
        classes: dict[str, dict[str, str]] = {}
        tasks = []
        for number, item in enumerate(items, 1):
            results, several = _results(item)
            for class_name in classes_of(results or ()):
                classes.setdefault(class_name, {})
            for class_name, point, control in keypoints_of(results or ()):
                classes[class_name].setdefault(point, control)
            packed = None
            if results is not None:
                packed = json.dumps(results, sort_keys=True, separators=(",", ":")).encode()
            predicted = not several and bool(item.get("predictions"))
            tasks.append(_Task(number, _picture_names(item), _said_split(item), packed, several, predicted))
        return self._categories(classes), tuple(tasks)

    def _categories(self, classes: Mapping[str, Mapping[str, str]]) -> Categories:
        """The classes by their names, and their keypoints as the interface lists them, if that is there.

        Args:
            classes: For each class the names of its points, with their controls.
        """
        listed = points_named(self.root / INTERFACE) if any(classes.values()) else {}
        uses = Counter(control for points in classes.values() for control in set(points.values()))
        keypoints = {name: _listed(points, listed, uses) for name, points in classes.items()}
        named = enumerate(sorted(classes))
        return Categories(tuple(Category(name, number, keypoints=keypoints[name]) for number, name in named))

    @property
    def categories(self) -> Categories:
        """The classes by their names."""
        return self._read[0]

    @cached_property
    def _found(self) -> tuple[dict[str, tuple[str, _Task]], tuple[Skipped, ...], tuple[LabelProblem, ...]]:
        """The tasks by the keys of their pictures, pictures that are not there, and tasks of the same one."""
        named = NamedPictures(str(self.root), ("", "images"))
        pictures: dict[str, tuple[str, _Task]] = {}
        missing, twice = [], []
        for task in self._read[1]:
            path = next((path for name in task.names if (path := named.path(name)) is not None), None)
            if path is None:
                shown = printable(task.names[0] if task.names else self._file.name)
                missing.append(Skipped(shown, Message("the picture of task {0} is not there", task.number)))
                continue
            key = key_of(str(self.root), path)
            if key in pictures:
                reason = Message(
                    "task {0} has the same picture as task {1}, which counts",
                    task.number,
                    pictures[key][1].number,
                )
                twice.append(LabelProblem(printable(self._file.name), 0, reason))
                continue
            pictures[key] = path, task
        return pictures, tuple(missing), tuple(twice)

    @cached_property
    def has_splits(self) -> bool:
        """Whether tasks or folders say splits."""
        return any(_split(key, task) is not None for key, (_, task) in self._found[0].items())

    def found(self) -> Iterator[Sample | Skipped]:
        """All pictures in the order of their keys, then those that are not there."""
        pictures, missing, _ = self._found
        for key, (path, task) in sorted(pictures.items()):
            split = (_split(key, task) or Split.OTHER) if self.has_splits else None
            yield picture_sample(str(self.root), path, split)
        yield from missing

    def label_source(self, sample: Sample) -> LabelStudioLabels | None:
        """The annotation of a sample's task that counts."""
        _, task = self._found[0].get(sample.key, ("", None))
        if task is None or task.packed is None:
            return None
        return LabelStudioLabels(self._file.name, task.number, task.packed, self.categories, task.several)

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """Tasks of the same picture, tasks that have predictions alone, and pictures of none."""
        pictures, _, twice = self._found
        return (*twice, *self._predicted(), *unnamed_problem(self.root, pictures, self._file.name))

    def _predicted(self) -> Iterator[LabelProblem]:
        """What is said where nobody has looked at what a model predicted."""
        predicted = sum(task.predicted for task in self._read[1])
        if predicted:
            reason = counted(
                predicted,
                "1 task has predictions only, which nobody confirmed and which are not read; submit "
                "them first",
                "{0} tasks have predictions only, which nobody confirmed and which are not read; submit them "
                "first",
            )
            yield LabelProblem(printable(self._file.name), 0, reason)


def _listed(
    points: Mapping[str, str], listed: Mapping[str, tuple[str, ...]], uses: Mapping[str, int]
) -> tuple[str, ...]:
    """The keypoints of a class: all that its control lists for it alone, else those found."""
    order = listed.get(next(iter(points.values()), ""), ())
    if not set(points) <= set(order):
        return tuple(points)
    (*others, control) = set(points.values()) or {""}
    return order if not others and uses[control] == 1 else tuple(sorted(points, key=order.index))


def _split(key: str, task: _Task) -> Split | None:
    return task.split or split_of_folders(key)


def _said_split(item: Mapping[str, Any]) -> Split | None:
    data = item.get("data")
    said = data.get("split") if isinstance(data, dict) else None
    return split_of(said) or (Split.OTHER if said == Split.OTHER else None) if isinstance(said, str) else None


def _results(item: Mapping[str, Any]) -> tuple[list[Any] | None, int]:
    """The results of the annotation that counts, and how many annotations there are."""
    listed = item.get("annotations", item.get("completions"))
    found = [
        one
        for one in (listed if isinstance(listed, list) else ())
        if isinstance(one, dict) and isinstance(one.get("result"), list) and not one.get("was_cancelled")
    ]
    found.sort(key=lambda one: not one.get("ground_truth"))
    return (found[0]["result"] if found else None), len(found)


def _picture_names(item: Mapping[str, Any]) -> tuple[str, ...]:
    """What the file of a task's picture may be called, the likeliest first."""
    data = item.get("data")
    values = data if isinstance(data, dict) else {}
    ordered = [values.get("image"), *values.values(), item.get("file_upload")]
    paths = [_path_of(value) for value in ordered if isinstance(value, str)]
    named = [path for path in paths if has_picture_suffix(path)]
    stems = [path.rpartition("/")[2] for path in named]
    plain = [name[9:] for name in stems if _UPLOADED.match(name)]
    return tuple(dict.fromkeys((*named, *plain)))


def _path_of(address: str) -> str:
    """The path in an address: that of a local file, of an upload, or of a storage."""
    try:
        parts = urlsplit(address)
        local = parse_qs(parts.query).get("d")
    except ValueError:
        return address
    if local:
        return local[0]
    return (
        unquote(parts.path)
        if parts.scheme in ("http", "https", "s3", "gs", "azure-blob")
        else unquote(address)
    )
