"""The command that exports a dataset."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.cli.foretelling import foretold
from augstudio.cli.meter import Meter, duration
from augstudio.cli.options import DatasetFolder, PipelineFile, Seed, loaded
from augstudio.datasets.base import Split
from augstudio.datasets.image_folder import printable
from augstudio.errors import ExportError
from augstudio.export import ExportJob, ExportOptions, Report, preflight, run_export
from augstudio.export.survey import leak_hint

_STOPPED: Final = 130


def export(
    dataset: DatasetFolder,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to write; new, or of the same export.")],
    pipeline: PipelineFile = None,
    copies: Annotated[int, typer.Option(help="Augmented copies of each picture.")] = 4,
    seed: Seed = 0,
    workers: Annotated[int | None, typer.Option(help="Processes; by default one per processor.")] = None,
    format: Annotated[str, typer.Option(help="keep, jpeg, png or webp.")] = "keep",  # noqa: A002
    quality: Annotated[int, typer.Option(help="1 to 100, for JPEG and WebP.")] = 95,
    splits: Annotated[
        str, typer.Option(help="Splits to augment, with commas; the others are only copied.")
    ] = "train",
    originals: Annotated[bool, typer.Option(help="Write the originals too.")] = True,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace another export in OUT; never anything else.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; say what it would come to.")
    ] = False,
) -> int:
    """Write augmented copies of a whole dataset; the same command goes on after an interruption."""
    options = ExportOptions(copies, seed, format, quality, _parsed_splits(splits), originals)
    job = ExportJob(dataset, out, loaded(pipeline), options)
    stop = threading.Event()
    if dry_run:
        with _interrupt_sets(stop):
            found = preflight(job, overwrite=overwrite, cancelled=stop.is_set)
        return _STOPPED if found is None else foretold(job, found, workers)
    hint = leak_hint(job)
    meter = Meter(sys.stderr)
    with _interrupt_sets(stop):
        report = run_export(
            job, workers=workers, overwrite=overwrite, on_progress=meter, cancelled=stop.is_set
        )
    meter.end()
    return _told(report, hint)


def _parsed_splits(text: str) -> tuple[Split, ...]:
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in tuple(Split):
            raise ExportError(f"--splits: must be any of {', '.join(Split)}, got {name!r}")
    return tuple(Split(name) for name in names)


def _told(report: Report, hint: str) -> int:
    """Say what an export came to; the exit code."""
    for skipped in report.skipped:
        typer.echo(f"skipped {printable(skipped.name)}: {skipped.reason}", err=True)
    if report.cancelled:
        typer.echo("stopped; the same command goes on from here", err=True)
        return _STOPPED
    kept = f", {report.reused} were there already" if report.reused else ""
    typer.echo(
        f"wrote {report.written} of {report.total} files to {printable(str(report.out))}"
        f" in {duration(report.seconds)}{kept}"
    )
    if hint:
        typer.echo(f"note: {hint}", err=True)
    if report.skipped:
        typer.echo(f"left out {len(report.skipped)}, listed above", err=True)
    return 1 if report.skipped else 0


@contextlib.contextmanager
def _interrupt_sets(stop: threading.Event) -> Iterator[None]:
    """The first Ctrl+C asks to stop, a second one insists."""

    def ask(_number: int, _frame: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
