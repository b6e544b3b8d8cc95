"""What labels a dataset has: counts by class, kind and split, problems, and what formats would lose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import numpy as np

from augstudio.core.labels import Bitmap, Box, Categories, Instance, Labels, OrientedBox, Outline
from augstudio.core.text import printable
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.formats import label_writer
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelsRead, parted, problem_of
from augstudio.datasets.label_writing import LabelWriter, Losses, loss_texts, losses_of
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError, ImageError, Message, message_of
from augstudio.images.codec import decoded_placement


class LabelKind(StrEnum):
    """How a label says where something is."""

    BOX = "box"
    ORIENTED_BOX = "oriented box"
    OUTLINE = "outline"
    MASK = "mask"
    KEYPOINTS = "keypoints"
    TAG = "class of the picture"
    PIXELS = "pixels of the class map"


_OF_SHAPES: Final = {
    Box: LabelKind.BOX,
    OrientedBox: LabelKind.ORIENTED_BOX,
    Outline: LabelKind.OUTLINE,
    Bitmap: LabelKind.MASK,
}


@dataclass(frozen=True, slots=True)
class LabelGroup:
    """What is counted together.

    Attributes:
        category: Position of the class.
        kind: How it is said; pictures, not pixels, are counted for class maps.
        split: The pictures' split, if any.
    """

    category: int
    kind: LabelKind
    split: Split | None


@dataclass(frozen=True, slots=True)
class FormatLosses:
    """What becomes of a dataset's labels in a format.

    Attributes:
        losses: What would be lost.
        refusal: Why it cannot be written at all; None where it can.
    """

    losses: Losses
    refusal: Message | None = None

    @property
    def texts(self) -> tuple[Message, ...]:
        """In words; none where nothing would be lost."""
        return loss_texts(self.losses) if self.refusal is None else (self.refusal,)


@dataclass
class LabelSurvey:
    """What was found.

    Attributes:
        categories: The classes.
        pictures: Pictures by their split.
        labelled: Those with labels.
        empty: Those that somebody looked at and found nothing in.
        broken: Those in whose labels something is wrong or odd, and none is left.
        empty_pictures: Keys of the pictures that are empty.
        unlabelled_pictures: Keys of those that have no labels, not even empty ones, or cannot be read.
        counts: Labels by what they are.
        problems: What is broken or odd.
        notes: What is usual, but worth knowing.
        formats: What each format that can be written would lose.
    """

    categories: Categories
    pictures: Counter[Split | None] = field(default_factory=Counter)
    labelled: Counter[Split | None] = field(default_factory=Counter)
    empty: Counter[Split | None] = field(default_factory=Counter)
    broken: Counter[Split | None] = field(default_factory=Counter)
    empty_pictures: list[str] = field(default_factory=list)
    unlabelled_pictures: list[str] = field(default_factory=list)
    counts: Counter[LabelGroup] = field(default_factory=Counter)
    problems: list[LabelProblem] = field(default_factory=list)
    notes: list[LabelProblem] = field(default_factory=list)
    formats: dict[str, FormatLosses] = field(default_factory=dict)


def survey_labels(
    dataset: Dataset, formats: tuple[str, ...] = (), cancelled: Callable[[], bool] = lambda: False
) -> LabelSurvey | None:
    """Read all labels of a dataset; of its pictures only the headers.

    Args:
        dataset: The dataset.
        formats: Names of the formats of which the losses are counted.
        cancelled: Asked between pictures whether to stop.

    Returns:
        What was found; None if cancelled.

    Raises:
        DatasetError: It has no labels, or none that are read.
    """
    categories = dataset.categories
    if categories is None:
        raise _without_labels(dataset, cancelled)
    found = LabelSurvey(categories)
    writers = dict(_writers(dataset, formats, found))
    losses: dict[str, Losses] = {name: Counter() for name in writers}
    for item in dataset.samples():
        if cancelled():
            return None
        if isinstance(item, Skipped):
            found.problems.append(LabelProblem(printable(item.name), 0, Message("{0}", item.reason)))
            continue
        found.pictures[item.split] += 1
        read = _labels_of(dataset, item, found)
        if read is None:
            continue
        if read.labels is None:
            found.unlabelled_pictures.append(item.key)
        else:
            _count(read.labels, item, found, odd=bool(parted(read.problems)[0]))
        for name, writer in writers.items():
            losses[name] += losses_of(writer, read.labels)
    known = {(problem.file, problem.line) for problem in found.problems}
    problems, notes = parted(dataset.label_problems())
    found.problems += [item for item in problems if (item.file, item.line) not in known]
    found.notes += notes
    found.formats |= {name: FormatLosses(lost) for name, lost in losses.items()}
    return found


def _without_labels(dataset: Dataset, cancelled: Callable[[], bool]) -> DatasetError:
    shown, beside = printable(str(dataset.root)), dataset.found_labels(cancelled)
    if beside is None and all(isinstance(item, Skipped) for item in dataset.samples()):
        return dataset.nothing_usable(None, ())
    if beside is None:
        return DatasetError("{0} has no labels; it is taken for {1}", shown, dataset.reference.format)
    example = printable(beside.example)
    return DatasetError(
        "the labels in {0} are not read: {1}, as in {2}; {3}", shown, beside.format, example, beside.remedy
    )


def _writers(
    dataset: Dataset, formats: tuple[str, ...], found: LabelSurvey
) -> Iterator[tuple[str, LabelWriter]]:
    for name in formats:
        try:
            writer = label_writer(name, dataset)
        except DatasetError as error:
            found.formats[name] = FormatLosses(Counter(), message_of(error))
        else:
            if writer is not None:
                yield name, writer


def _labels_of(dataset: Dataset, sample: Sample, found: LabelSurvey) -> LabelsRead | None:
    """A sample's labels, None where they cannot be read; what is wrong with them is noted."""
    try:
        source = dataset.label_source(sample)
        if source is None:
            return LabelsRead(None)
        read = source.read(ImageInfo(*decoded_placement(dataset.read_bytes(sample))))
    except (DatasetError, ImageError) as error:
        found.problems.append(problem_of(error, sample.key))
        if isinstance(error, DatasetError):
            found.broken[sample.split] += 1
        else:
            found.unlabelled_pictures.append(sample.key)
        return None
    problems, notes = parted(read.problems)
    found.problems += problems
    found.notes += notes
    return read


def _count(labels: Labels, sample: Sample, found: LabelSurvey, *, odd: bool) -> None:
    """Count the labels of one picture."""
    groups = Counter(
        LabelGroup(item.category, kind, sample.split) for item in labels.instances for kind in _kinds(item)
    )
    if labels.tags is not None:
        groups.update(LabelGroup(item, LabelKind.TAG, sample.split) for item, _ in labels.tags.weights)
    if labels.semantic is not None:
        shown = set(np.unique(labels.semantic.classes).tolist())
        for position, category in enumerate(found.categories.all):
            value = position if category.source_id is None else category.source_id
            if value in shown:
                groups[LabelGroup(position, LabelKind.PIXELS, sample.split)] += 1
    found.counts += groups
    tags = labels.tags
    # Where there are classes, a picture's licence or caption alone does not make it a labelled one.
    says = groups or (tags is not None and (tags.numbers or (tags.attributes and not len(found.categories))))
    without = found.broken if odd else found.empty
    (found.labelled if says else without)[sample.split] += 1
    if not says and not odd:
        found.empty_pictures.append(sample.key)


def _kinds(item: Instance) -> Iterator[LabelKind]:
    if item.shape is not None:
        yield _OF_SHAPES[type(item.shape)]
    if item.keypoints is not None:
        yield LabelKind.KEYPOINTS
