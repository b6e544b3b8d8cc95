"""What an export looks at in the labels, and which pictures it takes, before it writes anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.label_writing import Losses
from augstudio.errors import Message
from augstudio.export.choosing import Choice, choice_of
from augstudio.export.job import ExportJob
from augstudio.export.labels.coco_rating import CocoRating
from augstudio.export.labels.labelling import Labelling
from augstudio.export.labels.losses import counted_losses
from augstudio.export.listing import Listing
from augstudio.export.options import ExportOptions
from augstudio.export.planning import PlannedLabels
from augstudio.export.sample_classes import class_notes, sample_classes

# What pandas.read_csv takes for no value, but for what is no name.
_MISSING_TO_PANDAS: Final = frozenset(
    ("#N/A", "#NA", "<NA>", "N/A", "NA", "NULL", "NaN", "None", "-NaN", "-nan", "n/a", "nan", "null")
)


@dataclass(frozen=True)
class LabelScan:
    """What was found out about the labels of a dataset.

    Attributes:
        labelling: How they are written; None where there are none.
        planned: What the plan must know of them; None where there are none.
        losses: What the format that is written cannot hold of them.
        choice: Which pictures are exported.
        rating: What COCO's tools fail to rate.
    """

    choice: Choice
    labelling: Labelling | None = None
    planned: PlannedLabels | None = None
    losses: Losses = field(default_factory=Counter)
    rating: CocoRating = field(default_factory=CocoRating)

    def notes(self, options: ExportOptions, counted: Iterable[str | None]) -> tuple[str, ...]:
        """What should be known about the choice, and about classes where pictures are counted in these."""
        of_classes = () if self.planned is None else class_notes(self.planned.classes, options, counted)
        of_labels = *_notes_on_masks(self.labelling), *self.rating.notes(self.labelling)
        return (*self.choice.notes(), *of_classes, *of_labels, *_notes_on_tables(self.labelling))


def _notes_on_masks(labelling: Labelling | None) -> Iterator[str]:
    """Who takes the masks that are made for something else; those of a dataset of masks are as they were."""
    if labelling is not None and labelling.format == "masks" and not labelling.keeps_format:
        yield Message(
            "masks of classes are PNG with a palette; OpenCV, TensorFlow, Keras and fastai take the "
            "brightness of its colours for numbers of classes; read them by Pillow"
        )


def _notes_on_tables(labelling: Labelling | None) -> Iterator[str]:
    """Which classes pandas reads as nothing."""
    if labelling is None or labelling.format != "csv":
        return
    missing = [item.name for item in labelling.categories.all if item.name in _MISSING_TO_PANDAS]
    if missing:
        yield Message(
            "pandas takes these classes for missing values: {0}; read the table with keep_default_na=False, "
            "or rename them",
            ", ".join(missing),
        )


def scan_labels(
    job: ExportJob,
    dataset: Dataset,
    found: Iterator[Sample | Skipped],
    listing: Listing,
    cancelled: Callable[[], bool],
) -> LabelScan | None:
    """Look at the labels of a dataset and choose what is exported; None if cancelled.

    Args:
        job: The export, with what writes labels.
        dataset: The dataset.
        found: What it lists; taken to its end where there are labels, or the choice depends on all pictures.
        listing: What keeps that.
        cancelled: Asked at each sample.

    Raises:
        ExportError: A class is chosen that there is not, or a dataset is to be divided that is divided.
    """
    if job.labelling is None and not job.options.depends_on_all:
        return LabelScan(Choice(job.options))
    for _ in found:
        if cancelled():
            return None
    classes = sample_classes(dataset, listing, job.options, cancelled)
    if cancelled():
        return None
    choice = choice_of(job.options, dataset, listing, classes)
    rating = CocoRating()
    losses = counted_losses(dataset, choice.watch(listing), job.labelling, cancelled, rating.look)
    if losses is None or cancelled():
        return None
    planned = None if job.labelling is None else PlannedLabels(job.labelling.writer, classes)
    return LabelScan(choice, job.labelling, planned, losses, rating)
