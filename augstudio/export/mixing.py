"""Whether labels of mixed pictures can be written, asked before anything is."""

from __future__ import annotations

from collections.abc import Iterable

from augstudio.core.labels import Labels, Tags
from augstudio.core.mixing import Mixing
from augstudio.datasets.base import Sample, Skipped
from augstudio.errors import ExportError
from augstudio.export.job import ExportJob

_MIXED = Labels(tags=Tags(((0, 0.5),)))


def check_mixing(job: ExportJob, listed: Iterable[Sample | Skipped]) -> None:
    """Refuse steps that mix pictures where whole pictures have classes and no weights of them can be written.

    Args:
        job: The export, with what writes labels.
        listed: What the dataset lists.

    Raises:
        ExportError: The text names the step and the format; or the dataset is to be divided as well.
    """
    names = [step.name for step in job.pipeline.switched_on() if isinstance(step.transform, Mixing)]
    if names and job.options.divide:
        raise ExportError(
            "the step {0} mixes pictures of one split, and the export is to divide the dataset; divide it "
            "first, by an export without this step, and export the result",
            names[0],
        )
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
