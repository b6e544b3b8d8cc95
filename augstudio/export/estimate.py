"""The estimate of an export, made from a few of its pictures before anything is written."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Final

from augstudio.core.allowance import allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.label_writing import Losses
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.recognising import Assumption
from augstudio.errors import DatasetError, ExportError, ImageError, Message, message_of
from augstudio.export.balance import ClassShare
from augstudio.export.digests import DigestSet
from augstudio.export.earlier_notes import earlier_notes
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST
from augstudio.export.identity import is_of_dataset
from augstudio.export.job import ExportJob
from augstudio.export.labels.copies import CopyLabels, CopyLabelTrials
from augstudio.export.labels.labelling import Labelling
from augstudio.export.labels.records import OutputLabels
from augstudio.export.labels.report import LabelReport, summed_up
from augstudio.export.reading.recorded import place_in
from augstudio.export.record_lines import named_outputs
from augstudio.export.references import pinned_pipeline
from augstudio.export.remote.working_copy import working_copy
from augstudio.export.rendering import OutputFiles, render_task
from augstudio.export.run_options import RunOptions
from augstudio.export.scan import ScanResult, check_replaceable, scan_dataset
from augstudio.export.shards.members import output_members
from augstudio.export.steps_factor import steps_factor
from augstudio.export.tasks import PlannedOutput, Task
from augstudio.images.jpeg_notes import has_four_inks
from augstudio.images.tiff import has_inks, has_unassociated_alpha, is_stored_otherwise
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects

MANY_FILES: Final = 200_000
"""Files of an export from which on copies are better made while training."""
VERY_MANY_FILES: Final = 5_000_000
"""From which on an export should not be single files on one disk: a million pictures with four copies.

File systems of 100 GB and less have no more inodes, as ext4 makes one for every 16 kB; a listing or a copy of
all takes from minutes to hours; a store asks for a put of each, about 25 dollars.
"""
MANY_BYTES: Final = 50_000_000_000
"""The same of its size."""

SAMPLED: Final = 8
"""Pictures that are rendered for the estimate."""

_COPIES_EACH: Final = 2
# Seconds after which no further picture is tried out.
_MAX_SECONDS: Final = 4.0
_MAX_NAMED: Final = 20


@dataclass(frozen=True)
class Estimate:
    """The estimate of an export: bytes and seconds are estimated, all else is known.

    Attributes:
        files: Files that will be written, without those of pictures that are known to be unreadable.
        samples: Pictures that will be read, without those.
        bytes: Size of all files.
        present_bytes: Bytes of them that an earlier run wrote.
        present_files: Files that it wrote.
        free: Bytes free where they go; None where that place does not say, as some network drives.
        seconds: Time with one worker.
        sampled: Pictures rendered for the estimate.
        left_out: What will be left out as far as the listing shows it, name collisions among them; the first
            few.
        left_out_count: How many there are.
        unreadable: Those of the sampled pictures that cannot be used.
        replaces: In what another export that is in the folder, and will be replaced, is another one; "" where
            there is none.
        leak_hint: What to know where copies of an undivided dataset are made, else "".
        classes: What becomes of the pictures that are augmented, class by class.
        assumption: How the dataset's folders are taken.
        labels: Labels that the pictures have, which are not exported; None where there are none.
        notes: What else should be known before it starts, one sentence each.
        labelling: How labels are written; None where there are none.
        losses: What the format that is written cannot hold of the dataset's labels.
        tried: What the sampled pictures came to for the labels.
        copy_labels: What all copies come to for them, estimated from those; None where none has labels.
        factor: Files of the augmented pictures for each of these; None where none is augmented.
        is_sharded: Whether the files will be packed into shards.
        steps_factor: How many times the steps can sensibly multiply what is augmented, as ``2-4x``.
    """

    files: int
    samples: int
    bytes: int
    present_bytes: int
    present_files: int
    free: int | None
    seconds: float
    sampled: int
    left_out: tuple[Skipped, ...]
    left_out_count: int
    unreadable: tuple[Skipped, ...]
    replaces: str
    leak_hint: str
    classes: tuple[ClassShare, ...]
    assumption: Assumption
    labels: FoundLabels | None = None
    notes: tuple[str, ...] = ()
    labelling: Labelling | None = None
    losses: Losses = field(default_factory=Counter)
    tried: LabelReport = field(default_factory=LabelReport)
    copy_labels: CopyLabels | None = None
    factor: float | None = None
    is_sharded: bool = False
    steps_factor: str = "any"

    @property
    def online_hint(self) -> Message | None:
        """What to do instead of an export as large as this one; None for a smaller one."""
        files = 0 if self.is_sharded else self.files
        if files >= VERY_MANY_FILES:
            return Message(
                "this would be {0} files, more than many disks can hold and listings can bear: write shards "
                "(--shards), run it in parts on several machines (--part), or make the same copies online "
                "instead, while training (augstudio.torch)",
                f"{files:,}",
            )
        if files < MANY_FILES and self.bytes < MANY_BYTES:
            return None
        return Message(
            "so large an export is hard on disks and file systems; the same copies can be made online "
            "instead, while training (augstudio.torch)"
        )

    @property
    def missing_bytes(self) -> int:
        """Bytes that are still to be written."""
        return max(0, self.bytes - self.present_bytes)

    @property
    def fits(self) -> bool:
        """Whether the disk is large enough, as far as is known."""
        return self.free is None or self.missing_bytes <= self.free


def estimate_export(
    job: ExportJob,
    options: RunOptions | None = None,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Estimate | None:
    """Check a job as an export does, and estimate its size and time; None if cancelled.

    Pictures spread evenly over the dataset are read, augmented and encoded, but not written: as many as can
    be done in a few seconds.

    Args:
        job: The export.
        options: How it will be run: whether another export in the same folder may be replaced, and what one
            picture may use.
        cancelled: Asked at each sample and picture.

    Raises:
        ExportError: The export would be refused.
    """
    for place in (job.store, job.source_store):
        if place is not None:
            _check_answers(place)
    try:
        with working_copy(job) as here:
            return _estimated(here, options or RunOptions(), cancelled)
    except OSError as error:
        if job.store is None and job.source_store is None:
            raise
        raise ExportError("the place {0} cannot be used: {1}", job.place, message_of(error)) from None


def _check_answers(place: StoreAddress) -> None:
    """Refuse a store that does not answer within seconds; only an export waits for minutes.

    Raises:
        ExportError: The text says why.
    """
    try:
        Objects(place, patient=False).head(IDENTITY)
    except OSError as error:
        raise ExportError("the place {0} cannot be used: {1}", str(place), message_of(error)) from None


def _estimated(job: ExportJob, options: RunOptions, cancelled: Callable[[], bool]) -> Estimate | None:
    """The estimate for an export whose records are in a folder."""
    job = replace(job, pipeline=pinned_pipeline(job.pipeline))
    trials = _Trials()
    found = scan_dataset(
        job,
        overwrite=options.overwrite,
        limits=options.limits,
        cancelled=cancelled,
        on_skipped=trials.leave_out,
    )
    if found is None:
        return None
    if options.on_listed is not None:
        options.on_listed(found)
    partners = found.partners(job.pipeline)
    job = replace(job, labelling=found.labelling, partners=partners, shards=found.shards)
    looked_at: dict[str, Sample] = {}
    ended = time.monotonic() + _MAX_SECONDS
    for task in _spread(job, found):
        if cancelled():
            return None
        looked_at[task.key] = task.sample
        if trials.copy_bytes and time.monotonic() > ended:
            break
        try:
            with interruptible(cancelled), allowing(options.limits.allowance):
                trials.try_out(task, job, found.dataset)
        except Interrupted:
            return None
    replaces = check_replaceable(job, found.described, found.keys, overwrite=options.overwrite)
    if not replaces and not is_of_dataset(job.out, found.described):
        found = replace(
            found, notes=(*earlier_notes(job.out, found.keys, looked_at, found.dataset), *found.notes)
        )
    return _summed_up(job, found, trials, replaces)


def _summed_up(job: ExportJob, found: ScanResult, trials: _Trials, replaces: str) -> Estimate:
    """What was found out of the listing and of the sampled pictures."""
    present_files, present_bytes = (0, 0) if replaces else _present(job, found.keys)
    return Estimate(
        found.outputs - trials.missing,
        found.samples - len(trials.unreadable),
        trials.bytes(found),
        present_bytes,
        present_files,
        None if job.store else free_bytes(job.out),
        trials.seconds(found),
        trials.sampled,
        tuple(trials.left_out),
        trials.left_out_count,
        tuple(trials.unreadable),
        replaces,
        found.leak_hint,
        found.classes,
        found.assumption,
        found.labels,
        (*found.notes, *trials.notes()),
        found.labelling,
        found.losses,
        summed_up(trials.labels, found.dataset.label_problems()),
        trials.copy_labels.estimate(found.copies),
        found.factor,
        bool(job.options.shards),
        steps_factor(job.pipeline),
    )


@dataclass
class _Trials:
    """What was seen of the sampled pictures."""

    left_out: list[Skipped] = field(default_factory=list)
    left_out_count: int = 0
    unreadable: list[Skipped] = field(default_factory=list)
    missing: int = 0  # outputs that the unreadable ones will not have
    sampled: int = 0
    original_bytes: list[int] = field(default_factory=list)
    copy_bytes: list[int] = field(default_factory=list)
    first_seconds: list[float] = field(default_factory=list)
    later_seconds: list[float] = field(default_factory=list)
    labels: list[OutputLabels] = field(default_factory=list)
    copy_labels: CopyLabelTrials = field(default_factory=CopyLabelTrials)
    has_plain_alpha: bool = False  # TIFF files whose colours are not multiplied by their alpha
    is_stored_otherwise: bool = False  # TIFF files whose numbers are no levels
    has_inks: bool = False  # files in the colours of print

    def leave_out(self, skipped: Skipped) -> None:
        """Count what will be left out, and keep the first few."""
        self.left_out_count += 1
        if len(self.left_out) < _MAX_NAMED:
            self.left_out.append(skipped)

    def try_out(self, task: Task, job: ExportJob, dataset: Dataset) -> None:
        """Make some of a task's files in memory."""
        self.sampled += 1
        some = task._replace(outputs=task.outputs[: 1 + _COPIES_EACH])
        begun, of_copies = time.perf_counter(), list[OutputLabels]()
        try:
            with closing(render_task(some, job, dataset)) as made:
                for number, files in enumerate(made):
                    size = _size(files, task, task.outputs[number], job)
                    (self.copy_bytes if files.output.copy else self.original_bytes).append(size)
                    self.has_plain_alpha |= has_unassociated_alpha(files.image)
                    self.is_stored_otherwise |= is_stored_otherwise(files.image)
                    self.has_inks |= has_four_inks(files.image) or has_inks(files.image)
                    if files.output.labels is not None:
                        self.labels.append(files.output.labels)
                        of_copies += [files.output.labels] if files.output.copy else []
                    now = time.perf_counter()
                    (self.later_seconds if number else self.first_seconds).append(now - begun)
                    begun = now
        except (DatasetError, ImageError) as error:
            self.unreadable.append(Skipped(task.key, message_of(error)))
            self.missing += len(task.outputs)
        else:
            self.copy_labels.add(of_copies, sum(output.copy > 0 for output in task.outputs))

    def notes(self) -> Iterator[Message]:
        """What readers of the files would silently make of them."""
        if self.has_plain_alpha:
            yield Message(
                "OpenCV gives the colours of TIFF files with transparency multiplied by it, so darker; for "
                "it, choose PNG"
            )
        if self.is_stored_otherwise:
            yield Message(
                "scikit-image and imageio give TIFF files in which 0 is white as negatives, and those with a "
                "palette without colours, but their copies as they look; for them, choose PNG"
            )
        if self.has_inks:
            yield Message(
                "scikit-image and imageio give CMYK files as amounts of ink, so as negatives, but their "
                "copies as they look; for them, choose PNG"
            )

    def bytes(self, found: ScanResult) -> int:
        """All files' estimated size."""
        return round(found.originals * _mean(self.original_bytes) + found.copies * _mean(self.copy_bytes))

    def seconds(self, found: ScanResult) -> float:
        """All pictures' estimated time with one worker; a picture's first file takes its decoding too."""
        later = _mean(self.later_seconds or self.first_seconds)
        return found.samples * _mean(self.first_seconds) + (found.outputs - found.samples) * later


def _size(made: OutputFiles, task: Task, planned: PlannedOutput, job: ExportJob) -> int:
    """Bytes of an output as it will be written."""
    if job.shards is not None:
        return len(output_members(made, task, planned, job.shards))
    return sum(len(data) for _, _, data in made.in_order())


def _spread(job: ExportJob, found: ScanResult) -> Iterator[Task]:
    """Tasks spread evenly over the plan."""
    wanted = {(2 * number + 1) * found.samples // (2 * SAMPLED) for number in range(SAMPLED)}
    tasks = (item for item in found.plan(job.options) if isinstance(item, Task))
    return (task for number, task in enumerate(islice(tasks, found.samples)) if number in wanted)


def _present(job: ExportJob, keys: DigestSet) -> tuple[int, int]:
    """How many files of these samples an earlier run of the same export wrote, and their bytes."""
    files = total = 0
    sizes = _sizes(job)
    shard_size = cache(lambda file: sizes(file) or 0)
    for output in named_outputs(job.out, JOURNAL if (job.out / JOURNAL).exists() else MANIFEST):
        place = output.shard
        if output.key not in keys:
            continue
        if place is not None and place.end <= shard_size(place.file):
            files += 1
            total += place.nbytes
        elif place is None and sizes(output.file) is not None:
            files += 1
            total += sum(sizes(file) or 0 for file, _ in output.files)
    return files, total


def _sizes(job: ExportJob) -> Callable[[str], int | None]:
    """What tells the size of a file by its name; None where there is none."""
    if job.store is not None:
        listed = {name: size for name, size, _ in Objects(job.store).listed()}
        return listed.get

    def size(file: str) -> int | None:
        place = place_in(job.out, file)
        return place.stat().st_size if place is not None and place.is_file() else None

    return size


def free_bytes(out: Path) -> int | None:
    """Bytes free where a folder is or will be; None where the place does not even know its own size."""
    place = next(place for place in (out, *out.absolute().parents) if place.is_dir())
    usage = shutil.disk_usage(place)
    return usage.free if usage.total else None


def _mean(values: list[int] | list[float]) -> float:
    return fmean(values) if values else 0.0
