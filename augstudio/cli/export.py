"""The command that exports a dataset."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.cli.choice_options import (
    Divide,
    DivideBy,
    Only,
    OnlyClasses,
    PerClass,
    Stratify,
    chosen_keys,
    chosen_names,
    chosen_number,
)
from augstudio.cli.engine_options import EngineName, Local, Scheduler, chosen_engine
from augstudio.cli.estimate import print_estimate
from augstudio.cli.folders import (
    AsFormat,
    Classes,
    IncludeCopies,
    SplitFolders,
    chosen_format,
    stated_classes,
    stated_folders,
)
from augstudio.cli.label_options import (
    AcceptLoss,
    Boxes,
    MinPixels,
    MinVisible,
    PaddingLabels,
    Swap,
    ToFormat,
    chosen_target,
    with_policy,
)
from augstudio.cli.label_report import print_assumption, print_label_report
from augstudio.cli.leak_notes import leak_list, leak_note
from augstudio.cli.meter import Meter, duration
from augstudio.cli.options import DatasetPlace, PipelineFile, Seed
from augstudio.cli.output import progress_stream, remark, say
from augstudio.cli.pipeline_file import loaded
from augstudio.core.text import counted, printable, quoted
from augstudio.datasets.formats import IMAGE_FOLDER
from augstudio.datasets.splits import SPLIT_WORDS, Split
from augstudio.errors import ExportError
from augstudio.export import (
    Engine,
    ExportJob,
    ExportOptions,
    Limits,
    Report,
    RunOptions,
    estimate_export,
    run_export,
)
from augstudio.export.balance import OFF
from augstudio.export.control import TIMEOUT
from augstudio.export.files import PROBLEMS
from augstudio.export.part import Part
from augstudio.export.shards.size import parsed_limit
from augstudio.stores.address import StoreAddress

_COPIES: Final = 4
STOPPED: Final = 130
_COPIES_HELP: Final = f"Augmented copies of each picture; {_COPIES} without --balance."
_SPLITS_HELP: Final = "Splits to augment, with commas: train, val, test, other; the others are only copied."
_OVERWRITE_HELP: Final = "Replace another export in OUT; never anything else."
_DRY_RUN_HELP: Final = "Write nothing; say what it would come to."
_BALANCE_HELP: Final = (
    "Files that each class shall come to: a number, or max for as many as the largest class has pictures. "
    "The copies of each picture follow from it."
)
_BACKGROUND_HELP: Final = (
    "Colour to put transparent pictures on where the format has no transparency; else they are left out."
)
_WORKERS_HELP: Final = (
    "Processes; by default one per processor, at least two. 1 works without: nothing is then there to end a "
    "picture that hangs."
)
_TIMEOUT_HELP: Final = (
    "Seconds without a sign of life after which a picture is left out; large ones get more. The next run "
    "tries it again."
)
_MEMORY_HELP: Final = (
    "Memory for the pictures that are worked on at once; one that needs more is worked on alone. By default "
    "half of what there is."
)

_REPLACE_EDITED_HELP: Final = (
    "Also replace files in OUT that somebody changed, or put at the names of outputs; else they stay and are "
    "named."
)

_OUT_HELP: Final = (
    "Folder to write; new, or of the same export. Also a place in an object store, as s3://bucket/prefix, "
    "gs:// or az:// (extra 'remote')."
)

_PART_HELP: Final = (
    "Run only the pictures, or with --shards the shards, whose place in the plan, counted from 0, leaves I "
    "when divided by N; 'augstudio finish' puts the parts together. They may run anywhere, at once, again, "
    "and in any order."
)

_SHARDS_HELP: Final = (
    "Write tar files of at most this size, such as 1GB, or of so many pictures and copies, such as "
    "10000samples, as WebDataset and Hugging Face read them, instead of a file for each picture."
)

_MAY_BE_LOST: Final = (
    "note: the file system of OUT cannot say when files are on the disk; a power cut in the next minutes may "
    "lose some: verify the export after one"
)


def export(
    dataset: DatasetPlace,
    out: Annotated[str, typer.Argument(metavar="OUT", help=_OUT_HELP)],
    pipeline: PipelineFile = None,
    copies: Annotated[int | None, typer.Option(help=_COPIES_HELP)] = None,
    balance: Annotated[str, typer.Option(metavar="TARGET", help=_BALANCE_HELP)] = OFF,
    seed: Seed = 0,
    workers: Annotated[int | None, typer.Option(help=_WORKERS_HELP)] = None,
    engine: EngineName = "pool", scheduler: Scheduler = None, local: Local = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", help=_TIMEOUT_HELP)] = TIMEOUT,
    memory: Annotated[int | None, typer.Option(min=1, metavar="MB", help=_MEMORY_HELP)] = None,
    format: Annotated[str, typer.Option(help="keep, jpeg, png, webp or tiff.")] = "keep",  # noqa: A002
    quality: Annotated[int, typer.Option(help="1 to 100, for JPEG and lossy WebP.")] = 95,
    lossless: Annotated[bool, typer.Option("--lossless", help="Write WebP without loss.")] = False,
    background: Annotated[str, typer.Option(metavar="#RRGGBB", help=_BACKGROUND_HELP)] = "",
    splits: Annotated[str, typer.Option(help=_SPLITS_HELP)] = "train",
    split_folders: SplitFolders = None, classes: Classes = None, include_copies: IncludeCopies = False,
    only: Only = None, only_classes: OnlyClasses = None, per_class: PerClass = None,
    divide: Divide = "", divide_by: DivideBy = "image", stratify: Stratify = False,
    as_format: AsFormat = "", to_format: ToFormat = "", accept_loss: AcceptLoss = False,
    padding_labels: PaddingLabels = None, min_visible: MinVisible = None, min_pixels: MinPixels = None,
    boxes: Boxes = None, swap: Swap = None,
    originals: Annotated[bool, typer.Option(help="Write the originals too.")] = True,
    overwrite: Annotated[bool, typer.Option("--overwrite", help=_OVERWRITE_HELP)] = False,
    replace_edited: Annotated[bool, typer.Option("--replace-edited", help=_REPLACE_EDITED_HELP)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_DRY_RUN_HELP)] = False,
    shards: Annotated[str | None, typer.Option(metavar="SIZE", help=_SHARDS_HELP)] = None,
    part: Annotated[Part | None, typer.Option(parser=Part.parsed, metavar="I/N", help=_PART_HELP)] = None,
) -> int:  # fmt: skip
    """Write augmented copies of a whole dataset; the same command goes on after an interruption."""
    options = ExportOptions(
        _number_of_copies(copies, balance), seed, format, quality, _parsed_splits(splits), originals,
        lossless, _parsed_balance(balance), background, stated_folders(split_folders),
        stated_classes(classes), include_copies, chosen_target(to_format), chosen_keys(only),
        chosen_names(only_classes), chosen_number(per_class), divide, divide_by, stratify,
        0 if shards is None else parsed_limit(shards),
    )  # fmt: skip
    given = with_policy(loaded(pipeline), padding_labels, min_visible, min_pixels, boxes, swap)
    chosen = chosen_engine(engine, scheduler, local, workers)
    job = ExportJob(Path(dataset), Path(out), given, options, "", replace_edited, False, accept_loss, part)
    job, run = _with_format(job, as_format, dataset, out, chosen), _estimate if dry_run else run_and_report
    return run(job, RunOptions(workers, overwrite, _limits(timeout, memory), chosen))


def _with_format(job: ExportJob, as_format: str, dataset: str, out: str, engine: Engine | None) -> ExportJob:
    name = chosen_format(as_format)
    source, store = StoreAddress.parsed(dataset), StoreAddress.parsed(out)
    if engine is not None:  # its workers look for them from other folders
        job = replace(job, dataset=job.dataset.absolute(), out=job.out.absolute())
    is_folder = name == IMAGE_FOLDER
    return replace(job, dataset_format=name, as_image_folder=is_folder, store=store, source_store=source)


def _limits(timeout: float, memory: int | None) -> Limits:
    return Limits(timeout) if memory is None else Limits(timeout, memory << 20)


def _estimate(job: ExportJob, options: RunOptions) -> int:
    with interrupt_sets() as stop:
        options = replace(options, on_listed=leak_list(job, stop.is_set))
        found = estimate_export(job, options, cancelled=stop.is_set)
    return STOPPED if found is None else print_estimate(job, found, options)


def run_and_report(job: ExportJob, options: RunOptions) -> int:
    """Run an export and say what it came to; the exit code.

    Raises:
        ExportError: It was refused, or files cannot be written.
    """
    meter = Meter(progress_stream())
    with interrupt_sets() as stop:
        options = replace(options, on_listed=leak_note(job, stop.is_set))
        report = run_export(job, options, on_progress=meter, cancelled=stop.is_set)
    meter.end()
    return print_report(report, job)


def _parsed_splits(text: str) -> tuple[Split, ...]:
    words = [name.strip().lower() for name in text.split(",") if name.strip()]
    names = [SPLIT_WORDS.get(word, word) for word in words]
    for name in names:
        if name not in tuple(Split):
            raise ExportError("--splits: must be any of {0}, got {1}", ", ".join(Split), quoted(name))
    return tuple(Split(name) for name in names)


def _parsed_balance(text: str) -> int | str:
    return int(text) if text.isdecimal() else text.strip().lower()


def _number_of_copies(copies: int | None, balance: str) -> int:
    if copies is not None and balance != OFF:
        raise ExportError("--copies: with --balance the copies follow from the target; give only one of them")
    return _COPIES if copies is None else copies


def print_report(report: Report, job: ExportJob) -> int:
    """Say what an export came to; the exit code."""
    options = job.options
    for skipped in report.skipped:
        remark(f"skipped {printable(skipped.name)}: {skipped.reason}")
    for removed in report.removed:
        remark(f"gone {printable(removed.name)}: {removed.reason}")
    if report.cancelled:
        remark("stopped; the same command goes on from here")
        return STOPPED
    kept = (
        counted(report.reused, ", 1 was there already", ", {0} were there already") if report.reused else ""
    )
    total = counted(report.total, "1 file", "{0} files")
    which = "" if job.part is None else f" of part {job.part}"
    say(
        f"wrote {report.written:,} of {total}{which} to {printable(job.place)} in "
        f"{duration(report.seconds)}{kept}"
    )
    if job.part is not None:
        remark("when all parts have run, put them together: augstudio finish " + printable(job.place))
    if report.assumption is not None:
        print_assumption(report.assumption, labelled=report.labels is not None)
    if report.labels is not None:
        print_label_report(report.labels, PROBLEMS)
    if not report.outlasts_power_cuts:
        remark(_MAY_BE_LOST)
    for note in report.notes:
        remark(f"note: {note}")
    if report.skipped:
        having = counted(len(report.skipped), "its class has", "their classes have")
        missed = f"; {having} fewer files than the others" if options.is_balanced else ""
        remark(f"left out {len(report.skipped):,}, listed above{missed}")
    return 1 if report.skipped else 0


@contextlib.contextmanager
def interrupt_sets() -> Iterator[threading.Event]:
    """Give an event that is set by the first Ctrl+C, or a system that wants an end; a second one insists."""
    stop = threading.Event()

    def ask(_number: int, _frame: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    # What was told not to be interrupted, as by nohup or a shell's background, stays so.
    heard = [
        number for number in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(number) != signal.SIG_IGN
    ]
    before = {number: signal.signal(number, ask) for number in heard}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
