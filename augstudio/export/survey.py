"""What an export looks at before it writes anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from augstudio.datasets.base import Skipped
from augstudio.datasets.image_folder import ImageFolder, open_dataset
from augstudio.errors import DatasetError, ExportError
from augstudio.export.digests import DigestSet
from augstudio.export.identity import Fingerprint, check_link, check_places, check_same_export, identity
from augstudio.export.plan import ExportJob, plan_samples
from augstudio.export.recorded import read_identity

LEAK_HINT: Final = (
    "the dataset has no train and validation folders; if the export is divided later, copies of one picture "
    "can land on both sides and make validation look better than it is: divide the dataset first (train/, "
    "val/), or keep each picture and its copies together"
)
"""What to know where copies of an undivided dataset are made."""


@dataclass(frozen=True)
class Survey:
    """What a dataset holds, for one job.

    Attributes:
        described: What goes into the export's identity file.
        samples: Samples that will be read.
        originals: Copies number 0 that will be written.
        copies: Augmented copies that will be written.
        stamps: What identified each file's state when it was listed.
        leak_hint: :data:`LEAK_HINT` where it applies, else "".
    """

    described: dict[str, Any]
    samples: int
    originals: int
    copies: int
    stamps: DigestSet
    leak_hint: str

    @property
    def outputs(self) -> int:
        """Files that will be written."""
        return self.originals + self.copies


def survey(
    job: ExportJob,
    *,
    overwrite: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
    on_skipped: Callable[[Skipped], None] = lambda skipped: None,
) -> Survey | None:
    """Check a job, list its dataset and count its outputs; None if cancelled. Nothing is written.

    Args:
        job: The export.
        overwrite: Whether another export in the same folder may be replaced.
        cancelled: Asked at each sample.
        on_skipped: Called with whatever will be left out, as far as its listing shows.

    Raises:
        ExportError: The job is refused.
    """
    try:
        dataset = open_dataset(job.dataset)
    except DatasetError as error:
        raise ExportError(str(error)) from None
    check_places(job)
    fingerprint = Fingerprint()
    samples = originals = files = 0
    found = dataset.samples(on_link=partial(check_link, job))
    for item in plan_samples(fingerprint.watch(found), job.options):
        if isinstance(item, Skipped):
            on_skipped(item)
        else:
            samples += 1
            files += len(item.outputs)
            originals += item.outputs[0].copy == 0
        if cancelled():
            return None
    described = identity(job, fingerprint)
    check_replaceable(job, described, overwrite=overwrite)
    return Survey(described, samples, originals, files - originals, fingerprint.stamps, leak_hint(job))


def check_replaceable(job: ExportJob, described: dict[str, Any], *, overwrite: bool) -> bool:
    """Whether another export is in the folder and may be replaced.

    Raises:
        ExportError: Another one is there and may not, or what is there is no export of this program.
    """
    try:
        check_same_export(job, described)
    except ExportError:
        if not overwrite:
            raise
        read_identity(job.out)
        return True
    return False


def leak_hint(job: ExportJob) -> str:
    """:data:`LEAK_HINT` where a job makes copies of a dataset that is not divided, else "".

    Raises:
        DatasetError: The dataset cannot be listed.
    """
    undivided = job.options.copies > 0 and not ImageFolder(job.dataset).has_splits
    return LEAK_HINT if undivided else ""
