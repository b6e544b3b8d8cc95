"""Whether mixed pictures can be made of a dataset and their labels written, asked before anything is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from augstudio.core.labels import Labels, Tags
from augstudio.core.mixing import Mixing
from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.formats import WITHOUT_OUTLINES
from augstudio.errors import ExportError, Message
from augstudio.export.job import ExportJob
from augstudio.export.labels.labelling import Labelling, title_of

_MIXED = Labels(tags=Tags(((0, 0.5),)))


def check_mixing(job: ExportJob, listed: Iterable[Sample | Skipped]) -> None:
    """Refuse steps that mix pictures where the dataset has not what they need, or the result cannot be held.

    Args:
        job: The export, with what writes labels.
        listed: What the dataset lists.

    Raises:
        ExportError: The text names the step and the format.
    """
    refusal = mixing_refusal(
        job.pipeline,
        job.labelling,
        lambda: any(isinstance(item, Sample) and item.classes for item in listed),
    )
    if refusal is not None:
        raise ExportError(refusal)


def mixing_notes(job: ExportJob) -> tuple[str, ...]:
    """What should be known where a dataset is divided while steps mix its pictures, one sentence each."""
    names = [name for name, _ in _mixing(job.pipeline)]
    if not names or not job.options.divide:
        return ()
    return (
        Message(
            "the step {0} mixes in pictures of the same part of the division alone; the preview, which "
            "chooses among all pictures, may show others",
            names[0],
        ),
    )


def mixing_refusal(
    pipeline: Pipeline, labelling: Labelling | None, has_classes: Callable[[], bool]
) -> Message | None:
    """Why a dataset cannot be exported with steps that mix pictures; None where it can.

    Those that paste objects need outlines or masks. The others give classes of whole pictures shares, which
    few formats hold.

    Args:
        pipeline: The steps.
        labelling: How labels are written; None where the dataset has none.
        has_classes: Whether whole pictures have classes; asked only where that counts.
    """
    steps = _mixing(pipeline)
    pasting = [name for name, step in steps if step.PASTES]
    if pasting and (labelling is None or labelling.source_format in WITHOUT_OUTLINES):
        return _no_outlines(pasting[0], labelling)
    names = [name for name, step in steps if not step.PASTES]
    if not names or not has_classes():
        return None
    if labelling is None:
        return Message(
            "the step {0} mixes pictures of several classes, which a folder of classes cannot hold; leave it "
            "out, or give the classes in a table (CSV or metadata.jsonl), which holds their shares",
            names[0],
        )
    if labelling.writer.losses(_MIXED):
        return Message(
            "the step {0} mixes pictures of several classes, and {1} cannot hold their shares; leave it "
            "out, or choose csv or hf, which can",
            names[0],
            labelling.title,
        )
    return None


def _mixing(pipeline: Pipeline) -> list[tuple[str, Mixing[Any]]]:
    """The steps that mix pictures, with their names."""
    steps = pipeline.switched_on()
    return [(step.name, step.transform) for step in steps if isinstance(step.transform, Mixing)]


def _no_outlines(name: str, labelling: Labelling | None) -> Message:
    if labelling is None:
        return Message(
            "the step {0} pastes labelled objects of other pictures, and the dataset has no labels; leave it "
            "out, or export a dataset with outlines or masks of objects",
            name,
        )
    return Message(
        "the step {0} cuts objects out along outlines or masks, and {1} has none; leave it out, or export a "
        "dataset with outlines or masks of objects",
        name,
        title_of(labelling.source_format),
    )
