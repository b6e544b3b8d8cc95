"""The command that writes a pipeline as code for another library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from augstudio.cli.output import data_stream, remark, say
from augstudio.cli.pipeline_file import loaded
from augstudio.core.text import printable
from augstudio.errors import ExportError, message_of
from augstudio.interop.code.script import Likeness, Script
from augstudio.interop.code.target import Target
from augstudio.interop.code.writers import as_code
from augstudio.saving import save


def code(
    pipeline: Annotated[Path, typer.Argument(metavar="PIPELINE", help="Pipeline file.")],
    target: Annotated[Target, typer.Option("--to", help="The library that the script uses.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Script to write; else it is printed."),
    ] = None,
) -> int:
    """Write a pipeline as a complete Python script for another library.

    The script's head says what differs from the program for each step, and which ones it lacks.
    """
    script = as_code(loaded(pipeline), target, pipeline.stem)
    if output is None:
        with data_stream() as stream:
            stream.write(script.text)
    else:
        _write(output, script)
    remark(*_missing(script))
    return 0


def _write(output: Path, script: Script) -> None:
    try:
        save(output, script.text.encode())
    except OSError as error:
        raise ExportError("cannot write {0}: {1}", printable(str(output)), message_of(error)) from None
    say(f"wrote {printable(str(output))}")


def _missing(script: Script) -> list[str]:
    """What the script lacks, one line for each step."""
    return [
        f"step {report.number}, {report.name}, is not in the script: {report.text}"
        for report in script.reports
        if report.likeness is Likeness.MISSING
    ]
