"""What an export looks at before it writes anything."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final

from augstudio.core.allowance import allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.pipeline import Pipeline
from augstudio.datasets.assumed import folder_notes, label_notes, label_sentence, left_out_notes
from augstudio.datasets.base import Dataset, Sample, Skipped, only_samples
from augstudio.datasets.formats import reopened
from augstudio.datasets.label_writing import Losses
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.left_out import LeftOutTally
from augstudio.datasets.recognising import Assumption
from augstudio.errors import DatasetError, ExportError, message_of
from augstudio.export.balance import Balance, ClassShare
from augstudio.export.choosing import Choice
from augstudio.export.consumers import Consumers
from augstudio.export.control import Limits
from augstudio.export.digests import DigestSet
from augstudio.export.identity import Fingerprint, check_same_export, identity, versions
from augstudio.export.job import ExportJob
from augstudio.export.labels.labelling import Labelling, labelling_of
from augstudio.export.labels.losses import check_policy
from augstudio.export.labels.scan import LabelScan, scan_labels
from augstudio.export.listing import Listing
from augstudio.export.mixing import check_mixing
from augstudio.export.options import ExportOptions
from augstudio.export.output_folder import check_link, check_not_in_export, check_output_folder
from augstudio.export.partners import PartnerPool
from augstudio.export.plan_counts import PlanCounts, counted_plan
from augstudio.export.planning import balance_of, plan_samples, refusals, with_sources
from augstudio.export.reading.recorded import read_identity
from augstudio.export.references import check_references
from augstudio.export.shards.plan import ShardPlan
from augstudio.export.source_folders import SourceFolders
from augstudio.export.step_notes import leak_hint, step_notes
from augstudio.export.tasks import Task

# Measured with pictures of 32x32 and of 640x480.
_OUTPUT_SECONDS: Final = 1e-3
_BYTE_SECONDS: Final = 1e-7


@dataclass(frozen=True)
class ScanResult:
    """What a dataset holds, for one job.

    Attributes:
        dataset: The dataset, open.
        described: What goes into the export's identity file.
        samples: Samples that will be read.
        originals: Copies number 0 that will be written.
        copies: Augmented copies that will be written.
        states: What identified each file's state when it was listed.
        keys: Of the samples that will be read.
        listing: All that was listed, so that the dataset need not be listed again.
        leak_hint: :data:`LEAK_HINT` where it applies, else "".
        classes: What becomes of the pictures that are augmented, class by class.
        balance: How many copies the classes get, where that follows from a target.
        labels: Labels that the pictures have, which are not exported; None where there are none.
        notes: What should be known about the folders, and what programs that train on the export would
            silently take otherwise than it is meant; one sentence each.
        scanned_labels: What was found out about the dataset's labels.
        refused: Why samples are left out whose outputs' names are taken, by their keys.
        nbytes: Bytes of all files that were listed.
        factor: Files of the pictures that are augmented for each of these; None where none is.
        shards: What the shards have in common that will be written; None where there are none.
    """

    dataset: Dataset
    described: dict[str, Any]
    samples: int
    originals: int
    copies: int
    states: DigestSet
    keys: DigestSet
    listing: Listing
    leak_hint: str
    classes: tuple[ClassShare, ...] = ()
    balance: Balance | None = None
    labels: FoundLabels | None = None
    notes: tuple[str, ...] = ()
    scanned_labels: LabelScan = field(default_factory=lambda: LabelScan(Choice(ExportOptions())))
    refused: Mapping[str, str] = field(default_factory=dict)
    nbytes: int = 0
    factor: float | None = None
    shards: ShardPlan | None = None

    @property
    def labelling(self) -> Labelling | None:
        """How labels are written; None where there are none."""
        return self.scanned_labels.labelling

    @property
    def losses(self) -> Losses:
        """What the format that is written cannot hold of the dataset's labels."""
        return self.scanned_labels.losses

    def plan(self, options: ExportOptions) -> Iterator[Task | Skipped]:
        """The tasks of what was listed, and what will be left out."""
        chosen = self.scanned_labels.choice.watch(self.listing)
        labels = self.scanned_labels.planned
        planned = plan_samples(
            chosen, options, self.balance, labels, lambda task, base: self.refused.get(task.key, "")
        )
        return with_sources(planned, self.dataset, self.labelling)

    def exported(self) -> Iterator[Sample]:
        """The pictures that are exported, in the splits in which they are written."""
        return only_samples(replace(self.scanned_labels.choice).watch(self.listing))

    def partners(self, pipeline: Pipeline) -> PartnerPool | None:
        """The pictures that a pipeline's steps may mix in; None where none does."""
        return PartnerPool.of(self.scanned_labels.choice.partners(self.listing)) if pipeline.mixes else None

    @property
    def assumption(self) -> Assumption:
        """How the dataset's folders are taken."""
        return self.dataset.assumption

    @property
    def outputs(self) -> int:
        """Files that will be written."""
        return self.originals + self.copies

    def seconds(self, pipeline: Pipeline) -> float:
        """About how long the outputs take one worker, to decide whether it is worth to start more."""
        if any(getattr(step.transform, "COSTLY", False) for step in pipeline.switched_on()):
            return math.inf
        share = self.nbytes / max(1, self.samples)
        return self.outputs * (_OUTPUT_SECONDS + _BYTE_SECONDS * share)

    @property
    def all_notes(self) -> tuple[str, ...]:
        """The notes, and the hint where it applies."""
        return (*self.notes, self.leak_hint) if self.leak_hint else self.notes


def scan_dataset(
    job: ExportJob,
    *,
    overwrite: bool,
    limits: Limits,
    cancelled: Callable[[], bool] = lambda: False,
    on_skipped: Callable[[Skipped], None] = lambda skipped: None,
) -> ScanResult | None:
    """Check a job, list its dataset and count its outputs; None if cancelled. Nothing is written.

    Args:
        job: The export.
        overwrite: Whether another export in the folder may be replaced.
        limits: What networks may use on trial.
        cancelled: Asked at each sample.
        on_skipped: Called with whatever will be left out, as far as its listing shows.

    Raises:
        ExportError: The job is refused.
    """
    dataset, labels = _opened(job, cancelled)
    job = _with_labelling(job, dataset)
    if not _is_checked(job, cancelled, limits):
        return None
    written = None if job.labelling is None else job.labelling.format
    seen = _Listed(Consumers(job.options.format, dataset.layout, written))
    scanned = scan_labels(job, dataset, found := seen.listed(job, dataset), seen.listing, cancelled)
    counts = (
        None if scanned is None else counted_plan(seen.planned(job, found, scanned), on_skipped, cancelled)
    )
    if scanned is None or counts is None:
        return None
    _check_usable(dataset, seen)
    scanned.choice.check_taken()
    check_mixing(job, seen.listing)
    described = identity(job, seen.fingerprint)
    check_replaceable(job, described, counts.keys, overwrite=overwrite)
    result = _scan_result(job, dataset, described, labels, seen, scanned, counts)
    shards = ShardPlan.of(result.plan(job.options), job.options, versions(job.pipeline))
    return replace(result, shards=shards)


def _scan_result(
    job: ExportJob,
    dataset: Dataset,
    described: dict[str, Any],
    labels: FoundLabels | None,
    seen: _Listed,
    scanned: LabelScan,
    counts: PlanCounts,
) -> ScanResult:
    """All that was found out."""
    balance = balance_of(job.options, counts.classes)
    return ScanResult(
        dataset,
        described,
        counts.samples,
        counts.originals,
        counts.copies if balance is None else counts.balanced_copies(balance, job),
        seen.fingerprint.states,
        counts.keys,
        seen.listing,
        leak_hint(job, dataset),
        counts.shares(job) if balance is None else tuple(balance.shares.values()),
        balance,
        labels,
        (
            *_notes(dataset, labels, seen),
            *scanned.notes(job.options, counts.classes),
            *step_notes(job, dataset, seen.listing),
        ),
        scanned,
        seen.refused,
        seen.fingerprint.nbytes,
        counts.factor if balance is None else _factor_of(balance.shares.values()),
    )


def _factor_of(shares: Collection[ClassShare]) -> float | None:
    pictures = sum(share.pictures for share in shares)
    return sum(share.total for share in shares) / pictures if pictures else None


def _with_labelling(job: ExportJob, dataset: Dataset) -> ExportJob:
    """The job with what it needs to write the dataset's labels.

    Raises:
        ExportError: They cannot be written so.
    """
    labelling = labelling_of(dataset, job.options.to_format)
    check_policy(labelling, job.pipeline.labels)
    return replace(job, labelling=labelling)


@dataclass
class _Listed:
    """What is noted down of a dataset while it is listed."""

    consumers: Consumers
    fingerprint: Fingerprint = field(default_factory=Fingerprint)
    left_out: LeftOutTally = field(default_factory=LeftOutTally)
    listing: Listing = field(default_factory=Listing)
    refused: dict[str, str] = field(default_factory=dict)

    def listed(self, job: ExportJob, dataset: Dataset) -> Iterator[Sample | Skipped]:
        """What it lists; refuses output folders that are the dataset's own under another name."""
        found = dataset.samples(on_link=partial(check_link, job), on_left_out=self.left_out.add)
        listed = self.listing.watch(SourceFolders(dataset.root).watch(found, job.out))
        return self.fingerprint.watch(listed, dataset)

    def planned(
        self, job: ExportJob, found: Iterator[Sample | Skipped], scanned: LabelScan
    ) -> Iterator[Task | Skipped]:
        """The plan of what is taken of what is listed, or was where there are labels."""
        watch = scanned.choice.watch
        refusal = refusals(job.options, scanned.planned, self.refused)
        if scanned.planned is not None:
            taken = self.consumers.watch(watch(self.listing))
            return plan_samples(taken, job.options, None, scanned.planned, refusal)
        chosen = watch(self.listing if job.options.depends_on_all else found)
        return plan_samples(self.consumers.watch(chosen), job.options, refusal=refusal)


def _is_checked(job: ExportJob, cancelled: Callable[[], bool], limits: Limits) -> bool:
    """Refuse places and files that cannot be used; False if cancelled, as a network's trial takes a while."""
    check_output_folder(job)
    if job.store is None:
        check_not_in_export(job.out)
    try:
        with interruptible(cancelled), allowing(limits.allowance):
            check_references(job.pipeline)
    except Interrupted:
        return False
    return True


def check_replaceable(job: ExportJob, described: dict[str, Any], keys: DigestSet, *, overwrite: bool) -> str:
    """In what another export that is in the folder, and may be replaced, is another one; "" if there is none.

    Raises:
        ExportError: Another one is there and may not, or what is there is no export of this program.
    """
    try:
        check_same_export(job, described, keys)
    except ExportError as error:
        if not overwrite:
            raise
        read_identity(job.out)
        return message_of(error)
    return ""


def _opened(job: ExportJob, cancelled: Callable[[], bool]) -> tuple[Dataset, FoundLabels | None]:
    """The dataset, and labels that its pictures have and that are not read."""
    try:
        dataset = reopened(job.source)
        dataset.check_stated()
    except DatasetError as error:
        raise ExportError(message_of(error)) from None
    return dataset, _checked_labels(job, dataset, cancelled)


def _check_usable(dataset: Dataset, seen: _Listed) -> None:
    """Refuse a dataset in which no picture can be used.

    Raises:
        ExportError: The text says why.
    """
    if not seen.fingerprint.samples:
        skipped = next((item for item in seen.listing if isinstance(item, Skipped)), None)
        raise ExportError(message_of(dataset.nothing_usable(skipped, seen.left_out.found)))


def _checked_labels(job: ExportJob, dataset: Dataset, cancelled: Callable[[], bool]) -> FoundLabels | None:
    """Labels that the dataset's pictures have and that are not read.

    Raises:
        ExportError: There are some, and nobody asked for the pictures alone.
    """
    if dataset.categories is not None:
        return None
    labels = dataset.found_labels(cancelled)
    if labels is not None and not job.as_image_folder:
        raise ExportError(
            "{0}, which are not read as they are, so that the copies would have none: {1}; or export the "
            "pictures alone by --as image-folder",
            *(label_sentence(labels), labels.remedy),
        )
    return labels


def _notes(dataset: Dataset, labels: FoundLabels | None, seen: _Listed) -> tuple[str, ...]:
    notes = (*label_notes(labels), *folder_notes(dataset.assumption))
    return (*notes, *left_out_notes(seen.left_out.found), *seen.consumers.notes())
