"""The command line: the same code as the window's, without Qt.

Exit codes: 0 everything was done; 1 finished, but samples had to be left out; 2 wrong usage or input, told in
one line; 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import shutil
import signal
import sys
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, TextIO, TypeAlias

import typer
from typer.core import TyperGroup

from augstudio import __version__, comparison
from augstudio.comparison import Pane
from augstudio.core.image import Image, size_of
from augstudio.core.parameters import Choice, Parameter, Slider, parameters_of
from augstudio.core.transform import Transform, catalogue
from augstudio.datasets.base import Sample, Split
from augstudio.datasets.codec import encode
from augstudio.datasets.image_folder import ImageFolder, open_dataset, printable
from augstudio.datasets.sample import write_sample_dataset
from augstudio.errors import AugStudioError, DatasetError, ExportError, ImageError
from augstudio.export import ExportJob, ExportOptions, Progress, Report, run_export
from augstudio.kernels.pyramid import Pyramid, shrink
from augstudio.kernels.sheet import sheet
from augstudio.library import Pipeline
from augstudio.render import render, resolve

OpenWindow: TypeAlias = Callable[[Path | None, Path | None], int]
"""Opens the window with a dataset and a pipeline file, and gives the exit code when it is closed."""

_BAD_INPUT: Final = 2
_STOPPED: Final = 130
_CELL: Final = 640
_LINE_SECONDS: Final = 5.0
_BAR_SECONDS: Final = 0.1

PipelineFile = Annotated[
    Path | None, typer.Option("--pipeline", help="Pipeline file; without it, a sensible default.")
]
DatasetFolder = Annotated[Path, typer.Argument(metavar="DATASET", help="Folder of pictures.")]
Seed = Annotated[int, typer.Option(help="Seed of all draws.")]


class Comparison(StrEnum):
    """What a preview shows side by side."""

    ORIGINAL = "original"
    PADDING = "padding"
    COPIES = "copies"


class _Group(TyperGroup):
    """Ends with one line for every foreseen error."""

    def main(self, *args: Any, **extra: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except AugStudioError as error:
            code = _complain(str(error))
        except Exception as error:
            if not hasattr(error, "format_message"):  # not a usage error
                raise
            context = getattr(error, "ctx", None)
            path = context.command_path if context is not None else "augstudio"
            code = _complain(f"{error.format_message().rstrip('.')}; see {path} --help")
        sys.exit(code if isinstance(code, int) else 0)


def build_app(open_window: OpenWindow) -> typer.Typer:
    """The commands.

    Args:
        open_window: What opens the window; this module knows no Qt.
    """
    app = typer.Typer(
        cls=_Group,
        name="augstudio",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )

    @app.callback(invoke_without_command=True)
    def start(
        context: typer.Context,
        version: Annotated[bool, typer.Option("--version", help="Show the version and end.")] = False,
    ) -> int | None:
        """Image augmentation with live preview. Without a command, opens the window."""
        if version:
            typer.echo(f"augstudio {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            raise typer.Exit(open_window(None, None))
        return None

    @app.command()
    def gui(
        dataset: Annotated[Path | None, typer.Argument(metavar="[DATASET]", help="Folder to open.")] = None,
        pipeline: PipelineFile = None,
    ) -> int:
        """Open the window."""
        return open_window(dataset, pipeline)

    for command in (sample, export, preview, transforms):
        app.command()(command)
    return app


def sample(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="New or empty folder.")],
) -> int:
    """Write the sample dataset that ships with the program to DIR."""
    count = write_sample_dataset(folder)
    typer.echo(f"wrote {count} pictures to {printable(str(folder))}")
    return 0


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
) -> int:
    """Write augmented copies of a whole dataset; the same command goes on after an interruption."""
    options = ExportOptions(copies, seed, format, quality, _parsed_splits(splits), originals)
    job = ExportJob(dataset, out, _pipeline(pipeline), options)
    stop = threading.Event()
    meter = _Meter(sys.stderr)
    with _interrupt_sets(stop):
        report = run_export(job, workers=workers, on_progress=meter, cancelled=stop.is_set)
    meter.end()
    return _told(report)


def preview(
    dataset: DatasetFolder,
    out: Annotated[Path, typer.Argument(metavar="OUT.png", help="Picture to write.")],
    pipeline: PipelineFile = None,
    image: Annotated[
        str | None, typer.Option(metavar="KEY", help="Picture, by its path in the dataset; else the first.")
    ] = None,
    seed: Seed = 0,
    copy: Annotated[int, typer.Option(min=0, help="Number of the copy to show.")] = 1,
    compare: Annotated[Comparison, typer.Option(help="What to put side by side.")] = Comparison.ORIGINAL,
    copies: Annotated[int, typer.Option(min=1, max=100, help="How many copies to compare.")] = 8,
) -> int:
    """Write one picture that shows what a pipeline does, or compares padding modes or copies."""
    steps = _pipeline(pipeline)
    panes = {
        Comparison.ORIGINAL: lambda: comparison.original_and_result(steps, copy),
        Comparison.PADDING: lambda: comparison.padding_modes(steps, copy),
        Comparison.COPIES: lambda: comparison.copies(steps, copies),
    }[compare]()
    folder = open_dataset(dataset)
    _check_preview_target(out, folder.root)
    chosen = _chosen(folder, image)
    try:
        pyramid = Pyramid(folder.read(chosen))
    except ImageError as error:
        raise ImageError(f"{chosen.key}: {error}") from None
    shown = [(pane.caption, _pane_picture(pane, pyramid, seed, chosen.key)) for pane in panes]
    columns = {Comparison.ORIGINAL: 2, Comparison.PADDING: 3}.get(compare, math.ceil(math.sqrt(len(shown))))
    _write_picture(out, encode(sheet(shown, columns), "png"))
    typer.echo(f"wrote {printable(str(out))}")
    return 0


def transforms(
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> int:
    """Show all transforms with every parameter, unit, range and default."""
    if as_json:
        typer.echo(json.dumps([_described(item) for item in catalogue()], indent=2))
    else:
        typer.echo("\n\n".join(_table(_described(item)) for item in catalogue()))
    return 0


# -- input ----------------------------------------------------------------------------------------------


def _pipeline(file: Path | None) -> Pipeline:
    return Pipeline.default() if file is None else Pipeline.load(file)


def _parsed_splits(text: str) -> tuple[Split, ...]:
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in tuple(Split):
            raise ExportError(f"--splits: must be any of {', '.join(Split)}, got {name!r}")
    return tuple(Split(name) for name in names)


def _chosen(folder: ImageFolder, key: str | None) -> Sample:
    wanted = None if key is None else unicodedata.normalize("NFC", key)
    for found in folder.samples():
        if isinstance(found, Sample) and wanted in (None, found.key):
            return found
    raise DatasetError(f"there is no picture {printable(str(key))} in {printable(str(folder.root))}")


def _check_preview_target(out: Path, root: Path) -> None:
    if out.suffix.lower() != ".png":
        raise ExportError(f"{printable(str(out))}: the name must end in .png")
    if root.resolve() in out.resolve().parents:
        raise ExportError(f"{printable(str(out))} lies in the dataset; choose another place")


# -- output ---------------------------------------------------------------------------------------------


def _complain(message: str) -> int:
    line = " ".join(message.split())
    typer.echo(f"augstudio: {line}", err=True)
    return _BAD_INPUT


def _told(report: Report) -> int:
    """Say what an export came to; the exit code."""
    for skipped in report.skipped:
        typer.echo(f"skipped {printable(skipped.name)}: {skipped.reason}", err=True)
    if report.cancelled:
        typer.echo("stopped; the same command goes on from here", err=True)
        return _STOPPED
    kept = f", {report.reused} were there already" if report.reused else ""
    typer.echo(
        f"wrote {report.written} of {report.total} files to {printable(str(report.out))}"
        f" in {_duration(report.seconds)}{kept}"
    )
    if report.skipped:
        typer.echo(f"left out {len(report.skipped)}, listed above", err=True)
    return 1 if report.skipped else 0


class _Meter:
    """Progress as a bar on a terminal, else as a line every few seconds."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar = stream.isatty()
        self._shown = time.monotonic()
        self._length = 0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        last = progress.done == progress.total
        if last or now - self._shown >= (_BAR_SECONDS if self._bar else _LINE_SECONDS):
            self._shown = now
            self._show(progress)

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._length:
            self._stream.write("\n")
            self._stream.flush()

    def _show(self, progress: Progress) -> None:
        total = progress.total or 0
        left = "" if progress.remaining is None else f"  {_duration(progress.remaining)} left"
        text = f"{progress.done:,} of {total:,}  {progress.rate:.1f}/s{left}  {printable(progress.current)}"
        if not self._bar:
            self._stream.write(text + "\n")
            self._stream.flush()
            return
        filled = round(20 * progress.done / total) if total else 20
        line = f"[{'#' * filled}{'-' * (20 - filled)}] {text}"[: shutil.get_terminal_size().columns - 1]
        self._stream.write("\r" + line.ljust(self._length))
        self._stream.flush()
        self._length = len(line)


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


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


def _pane_picture(pane: Pane, pyramid: Pyramid, seed: int, key: str) -> Image:
    """A pane at full resolution, then reduced to fit its cell."""
    resolved = resolve(pane.pipeline, pyramid.size, seed=seed, key=key, copy=pane.copy)
    picture = render(pyramid, resolved)
    width, height = size_of(picture)
    scale = min(1.0, _CELL / max(width, height))
    return shrink(picture, (max(1, round(width * scale)), max(1, round(height * scale))))


def _write_picture(out: Path, data: bytes) -> None:
    unfinished = out.with_name(f".{os.getpid()}.unfinished")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(out)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise ExportError(f"cannot write {printable(str(out))}: {error.strerror or error}") from None


# -- the catalogue --------------------------------------------------------------------------------------


def _described(transform: type[Transform]) -> dict[str, Any]:
    return {
        "name": transform.NAME,
        "title": transform.TITLE,
        "group": transform.GROUP,
        "factor": transform.FACTOR,
        "summary": (transform.__doc__ or "").split("\n\n")[0].strip(),
        "parameters": [_described_parameter(parameter) for parameter in parameters_of(transform)],
    }


def _described_parameter(parameter: Parameter) -> dict[str, Any]:
    marker = parameter.marker
    about: dict[str, Any] = {"name": parameter.name, "label": parameter.label}
    if isinstance(marker, Slider):
        about |= {
            "kind": "range" if parameter.is_range else "number",
            "low": marker.low,
            "high": marker.high,
            "step": marker.step,
            "unit": marker.unit,
            "shown_as": marker.shown_as,
        }
    elif isinstance(marker, Choice):
        about |= {"kind": "choices" if marker.several else "choice", "options": list(marker.options)}
    else:
        about |= {"kind": "toggle"}
    return about | {"allowed": marker.describe(), "default": parameter.default, "help": marker.help}


def _table(transform: dict[str, Any]) -> str:
    head = f"{transform['name']}  ({transform['group']}, factor {transform['factor']})"
    lines = [head, f"  {transform['summary']}"]
    for item in transform["parameters"]:
        default = item["default"]
        values = list(default) if isinstance(default, tuple) else default
        unit = f", shown in {item['unit']}" if item.get("unit") else ""
        lines.append(
            f"  {item['name']}: {item['kind']}, {item['allowed']}{unit}; default {json.dumps(values)}"
        )
        lines.append(f"      {item['help']}")
    return "\n".join(lines)
