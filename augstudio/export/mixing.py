"""Whether labels of mixed pictures can be written, asked before anything is."""

from __future__ import annotations

from collections.abc import Iterable

from augstudio.core.labels import Labels, Tags
from augstudio.core.mixing import Mixing
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.formats import WITHOUT_OUTLINES
from augstudio.errors import ExportError
from augstudio.export.job import ExportJob
from augstudio.export.labelling import title_of

_MIXED = Labels(tags=Tags(((0, 0.5),)))


def check_mixing(job: ExportJob, listed: Iterable[Sample | Skipped]) -> None:
    """Refuse steps that mix pictures where the dataset has not what they need, or the result cannot be held.

    Those that paste things need outlines or masks. The others give classes of whole pictures shares.

    Args:
        job: The export, with what writes labels.
        listed: What the dataset lists.

    Raises:
        ExportError: The text names the step and the format; also where the dataset is to be divided as well.
    """
    steps = [
        (step.name, step.transform)
        for step in job.pipeline.switched_on()
        if isinstance(step.transform, Mixing)
    ]
    names = [name for name, _ in steps]
    if names and job.options.divide:
        raise ExportError(
            "the step {0} mixes pictures of one split, and the export is to divide the dataset; divide it "
            "first, by an export without this step, and export the result",
            names[0],
        )
    _check_outlines(job, [name for name, kind in steps if kind.PASTES])
    names = [name for name, kind in steps if not kind.PASTES]
    if not names or not any(isinstance(item, Sample) and item.classes for item in listed):
        return
    if job.labelling is None:
        raise ExportError(
            "the step {0} mixes pictures of several classes, which a folder of classes cannot hold; leave it "
            "out, or give the classes in a table (CSV or metadata.jsonl), which holds their shares",
            names[0],
        )
    if job.labelling.writer.losses(_MIXED):
        raise ExportError(
            "the step {0} mixes pictures of several classes, and {1} cannot hold their shares; leave it "
            "out, or choose csv or hf, which can",
            names[0],
            job.labelling.title,
        )


def _check_outlines(job: ExportJob, names: list[str]) -> None:
    """Refuse steps that paste things where none has an outline or a mask."""
    if not names:
        return
    if job.labelling is None:
        raise ExportError(
            "the step {0} pastes labelled things of other pictures, and the dataset has no labels; leave it "
            "out, or export a dataset with outlines or masks of things",
            names[0],
        )
    if job.labelling.source_format in WITHOUT_OUTLINES:
        raise ExportError(
            "the step {0} cuts things out along outlines or masks, and {1} has none; leave it out, or export "
            "a dataset with outlines or masks of things",
            names[0],
            title_of(job.labelling.source_format),
        )
