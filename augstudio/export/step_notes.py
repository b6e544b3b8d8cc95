"""What is odd about a pipeline for the dataset that it is used on, which an export only tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import normalize

from augstudio.core.label_policy import AUTOMATIC, NO_SWAPS, parsed_swaps
from augstudio.core.labels import Categories
from augstudio.core.mixing import Mixing
from augstudio.core.step import Step
from augstudio.core.text import counted, printable
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.errors import Message
from augstudio.export.job import ExportJob
from augstudio.export.mixing import mixing_notes

LEAK_HINT: Final = Message(
    "the dataset has no train and validation folders; if the export is divided later, copies of one picture "
    "can land on both sides and make validation look better than it is: have it divided by the export, or "
    "keep each picture and its copies together"
)
"""What to know where copies of an undivided dataset are made."""


def leak_hint(job: ExportJob, dataset: Dataset) -> str:
    """:data:`LEAK_HINT` where it applies, else ""."""
    makes_copies = job.options.copies > 0 or job.options.is_balanced
    return LEAK_HINT if makes_copies and not dataset.has_splits and not job.options.divide else ""


def step_notes(job: ExportJob, dataset: Dataset, listing: Iterable[Sample | Skipped]) -> Iterator[str]:
    """What mixing leaves over, and classes of steps and keypoints that the dataset does not have.

    Such a class may be spelt otherwise, and then a step takes part where it should not, or nowhere.

    Args:
        job: The export.
        dataset: The dataset.
        listing: What it lists; looked at only where steps name classes and no labels list them.
    """
    yield from mixing_notes(job)
    yield from _swap_notes(job, dataset.categories or Categories())
    named = [(step.name, _classes_of(step)) for step in job.pipeline.switched_on()]
    if not any(classes for _, classes in named):
        return
    known = {normalize("NFC", name) for name in _classes(dataset, listing)}
    for name, classes in named:
        unknown = [wanted for wanted in dict.fromkeys(classes) if wanted not in known]
        if unknown:
            yield counted(
                len(unknown),
                "the step {1} names 1 class that the dataset does not have: {2}",
                "the step {1} names {0} classes that the dataset does not have: {2}",
                name,
                ", ".join(map(printable, unknown)),
            )


def _swap_notes(job: ExportJob, categories: Categories) -> Iterator[str]:
    """Keypoints that are to change places, and that no class has both of, so that they stay."""
    swap = job.pipeline.labels.swap
    if swap in (AUTOMATIC, NO_SWAPS):
        return
    for pair in parsed_swaps(swap):
        if not any(set(pair) <= set(item.keypoints) for item in categories.all):
            first, second = map(printable, pair)
            yield Message(
                "no class has both keypoints {0} and {1}, which are to change places", first, second
            )


def _classes_of(step: Step) -> tuple[str, ...]:
    """Names of the classes that a step is limited to, stays away from or takes objects of."""
    transform = step.transform
    pasted = transform.wanted_classes if isinstance(transform, Mixing) else ()
    return (*step.classes, *step.not_classes, *(normalize("NFC", name) for name in pasted))


def _classes(dataset: Dataset, listing: Iterable[Sample | Skipped]) -> Iterator[str]:
    if dataset.categories is not None:
        yield from (item.name for item in dataset.categories.all)
        return
    for sample in listing:
        if isinstance(sample, Sample):
            yield from sample.classes
