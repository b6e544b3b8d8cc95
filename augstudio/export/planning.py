"""What an export will write, listed before anything is rendered."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.formats import reopened
from augstudio.datasets.label_writing import LabelWriter
from augstudio.export.balance import Balance, balanced
from augstudio.export.choosing import Choice, DividedSample, choice_of
from augstudio.export.claims import Claims
from augstudio.export.job import ExportJob
from augstudio.export.labels.labelling import Labelling, labelling_of
from augstudio.export.listing import Listing
from augstudio.export.names import suffix_of
from augstudio.export.options import ExportOptions
from augstudio.export.sample_classes import SampleClasses, sample_classes
from augstudio.export.shards.names import label_member, member_stem
from augstudio.export.tasks import PlannedOutput, Task
from augstudio.images.formats import FORMATS, format_of_suffix, written_suffix

_new: Final = tuple.__new__  # of named tuples, in half the time


def plan(job: ExportJob, balance: Balance | None = None) -> Iterator[Task | Skipped]:
    """List the tasks in the dataset's order, and what will be left out with the reason.

    ``folder/name.jpg`` becomes ``folder/name.jpg`` and ``folder/name__aug001.jpg``, ...; with the format
    kept, kinds that are only read become ``.png``. A sample whose files would meet an earlier sample's, also
    in a file system that ignores case, is left out.

    Args:
        job: The export.
        balance: How many copies the classes need, where that is known; else they are counted first.

    Raises:
        DatasetError: The dataset cannot be listed.
        ExportError: The classes cannot be balanced.
    """
    dataset, options, listing = reopened(job.source), job.options, Listing()
    labelling = labelling_of(dataset, options.to_format)
    at_once = balance is not None or not options.is_balanced
    if labelling is None and at_once and not options.depends_on_all:
        return plan_samples(Choice(options).watch(dataset.samples()), options, balance)
    deque(listing.watch(dataset.samples()), 0)
    classes = sample_classes(dataset, listing, options, lambda: False)
    choice = choice_of(options, dataset, listing, classes)
    labels = None if labelling is None else PlannedLabels(labelling.writer, classes)
    if balance is None:
        planned = plan_samples(choice.watch(listing), options, None, labels)
        balance = balance_of(options, Counter(item.class_name for item in planned if isinstance(item, Task)))
    return with_sources(plan_samples(choice.watch(listing), options, balance, labels), dataset, labelling)


@dataclass(frozen=True)
class PlannedLabels:
    """What the plan of an export must know of its labels.

    Attributes:
        writer: What writes them.
        classes: The classes of all samples, where something depends on them.
    """

    writer: LabelWriter
    classes: SampleClasses | None = None


def with_sources(
    planned: Iterator[Task | Skipped], dataset: Dataset, labelling: Labelling | None
) -> Iterator[Task | Skipped]:
    """The tasks with where their labels are, if the export writes any."""
    for item in planned:
        if labelling is None or isinstance(item, Skipped):
            yield item
        else:
            yield item._replace(labels=dataset.label_source(item.sample))


def balance_of(options: ExportOptions, counts: Counter[str | None]) -> Balance | None:
    """The balance that options ask for, if any, from the pictures planned for each class.

    Raises:
        ExportError: The classes cannot be balanced.
    """
    classes = {name: count for name, count in counts.items() if name is not None}
    return balanced(classes, options.balance, originals=options.originals) if options.is_balanced else None


def plan_samples(
    samples: Iterator[Sample | Skipped],
    options: ExportOptions,
    balance: Balance | None = None,
    labels: PlannedLabels | None = None,
    refusal: Callable[[Task, str], str] | None = None,
) -> Iterator[Task | Skipped]:
    """As :func:`plan`, for samples that are already being listed.

    Without the balance that options ask for, each sample gets as few copies as may be; which samples are left
    out does not depend on it.

    Args:
        samples: What is listed.
        options: How to export.
        balance: How many copies the classes need.
        labels: What must be known of the labels; None where the export writes none.
        refusal: Why a task cannot be done, or "", by the task and its base name, which is the name of its
            copy 0 whether that is written or not; None looks at its names.
    """
    refusal = refusal or refusals(options, labels, {})
    places: Counter[str] = Counter()
    same_copies = None if options.is_balanced else options.copies
    of_whole = labels is None or labels.classes is None
    names = _Names(options, labels)
    for found in samples:
        if isinstance(found, Skipped):
            yield found
            continue
        name, copies = None, 0
        if (of_whole and found.split is None) or _is_augmented(found, options, labels):
            name = found.class_name if of_whole else _class_of(found, labels)
            copies = _copies(name, places, options, balance) if same_copies is None else same_copies
        base, outputs = names.of(found, copies)
        task = _new(Task, (found, outputs, None, name, None))
        reason = refusal(task, base)
        if reason:
            yield Skipped(found.key, reason)
        elif outputs:
            if name is not None and same_copies is None:
                places[name] += 1
            yield task


def refusals(
    options: ExportOptions, labels: PlannedLabels | None, reasons: dict[str, str]
) -> Callable[[Task, str], str]:
    """What looks at the names of tasks in their order, and tells why one cannot be done, or "".

    Args:
        options: How to export.
        labels: What must be known of the labels; None where the export writes none.
        reasons: Gets what is told, by the keys of the samples.
    """
    return Claims(options, None if labels is None else labels.writer.label_files, reasons).refusal


def _is_augmented(sample: Sample, options: ExportOptions, labels: PlannedLabels | None) -> bool:
    if sample.split is not None and sample.split not in options.splits:
        return False
    return labels is None or labels.classes is None or labels.classes.is_chosen(sample.key)


def _class_of(sample: Sample, labels: PlannedLabels | None) -> str | None:
    """The class in which a sample that is augmented is counted."""
    if labels is None or labels.classes is None:
        return sample.class_name
    return labels.classes.rarest(sample.key)


def _copies(name: str | None, places: Counter[str], options: ExportOptions, balance: Balance | None) -> int:
    """Copies of the next sample of a class, where the classes are balanced."""
    if balance is None or name is None or name not in balance.shares:
        return 0 if options.originals else 1
    return balance.copies(name, places[name])


class _Names:
    """The names of samples' outputs; what is the same for neighbours is found out once."""

    def __init__(self, options: ExportOptions, labels: PlannedLabels | None) -> None:
        self._options, self._labels = options, labels
        # Of the latest sample: its own suffix and copies, that of its outputs, and the ends of their names.
        self._read, self._copies, self._suffix = "", -1, ""
        self._ends: tuple[tuple[int, str], ...] = ()
        self._end: tuple[int, str] | None = None  # where there is one, and names follow from the keys alone

    def of(self, sample: Sample, copies: int) -> tuple[str, tuple[PlannedOutput, ...]]:
        """The name of a sample's copy 0, whether it is written or not, and all of its outputs."""
        if type(sample) is Sample and self._end is not None and copies == self._copies:
            base, read = sample.key, self._read
            cut = len(base) - len(read)
            if base.endswith(read) and cut > 0 and base[cut - 1] != "/":
                copy, end = self._end
                stem = base[:cut]
                return stem + self._suffix, (_new(PlannedOutput, (copy, stem + end, ())),)
        return self._found_out(sample, copies)

    def _found_out(self, sample: Sample, copies: int) -> tuple[str, tuple[PlannedOutput, ...]]:
        """The same of one that is not as the one before it, or of which there is more to tell."""
        options, labels = self._options, self._labels
        if labels is not None:
            base = labels.writer.image_file(sample.key, sample.split)
        else:
            base = _folder_place(sample) if isinstance(sample, DividedSample) else sample.key
        read = self._read  # most have that of the one before
        if not read or not base.endswith(read) or base[-len(read) - 1 : -len(read)] in ("", "/"):
            read = suffix_of(base)
        if read != self._read or copies != self._copies:
            self._read, self._copies = read, copies
            self._suffix = _suffix_for(read, options.format, in_shard=bool(options.shards))
            first = 0 if options.originals else 1
            self._ends = tuple((copy, _end(copy, self._suffix)) for copy in range(first, copies + 1))
            is_simple = read and labels is None and not options.shards and len(self._ends) == 1
            self._end = self._ends[0] if is_simple else None
        stem = base[: len(base) - len(read)]
        if options.shards:  # names that readers of shards take as they are meant
            stem = member_stem(stem)
        if labels is None:
            outputs = [PlannedOutput(copy, stem + end) for copy, end in self._ends]
        else:
            files = ((copy, stem + end) for copy, end in self._ends)
            outputs = [
                PlannedOutput(copy, file, own_label_files(labels.writer, file, options))
                for copy, file in files
            ]
        return stem + self._suffix, tuple(outputs)


def _end(copy: int, suffix: str) -> str:
    """What the name of a copy has after the stem of its sample's."""
    return f"__aug{copy:03d}{suffix}" if copy else suffix


@lru_cache(maxsize=256)
def _suffix_for(read: str, format_name: str, *, in_shard: bool) -> str:
    """The suffix of what is written for a picture whose own one is given."""
    suffix = written_suffix(read) if format_name == "keep" else FORMATS[format_name].suffixes[0]
    return FORMATS[format_of_suffix(suffix)].suffixes[0] if in_shard else suffix


def own_label_files(writer: LabelWriter, image_file: str, options: ExportOptions) -> tuple[str, ...]:
    """The files that hold the labels of a picture alone, by its own; in a shard they lie beside it."""
    names = writer.label_files(image_file)
    return tuple(label_member(image_file, name) for name in names) if options.shards else names


def _folder_place(sample: DividedSample) -> str:
    """The dataset's own place, in the folder of its split, as the export divides the dataset."""
    inner = sample.key.removeprefix(f"{sample.split_folder}/") if sample.split_folder else sample.key
    return f"{sample.split}/{inner}"
