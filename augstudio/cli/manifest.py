"""The command that gives a manifest in other forms."""

from __future__ import annotations

from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TextIO

import typer

from augstudio.cli.options import ExportFolder
from augstudio.cli.output import data_stream, remark, say
from augstudio.core.text import counted, printable
from augstudio.errors import ExportError
from augstudio.export.reading.recorded import finished_manifest, numbered_lines
from augstudio.export.reading.table import write_table
from augstudio.saving import saved


def manifest(
    out: ExportFolder,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="File to write; else standard output.")
    ] = None,
    csv: Annotated[
        bool, typer.Option("--csv", help="A flat table with a column for every drawn value.")
    ] = False,
) -> int:
    """Give an export's manifest as JSON lines or, with --csv, as a table."""
    finished_manifest(out)
    if file is None:
        with data_stream() as stream:
            rows, damaged = _written(out, stream, csv)
    else:
        if file.exists() and out.resolve() in file.resolve().parents:
            raise ExportError("{0} is a file of the export; choose another name", printable(str(file)))
        try:
            with saved(file) as raw:
                stream = TextIOWrapper(raw, encoding="utf-8", newline="")
                rows, damaged = _written(out, stream, csv)
                stream.detach()  # writes what is left, and leaves the file open to be put in its place
        except OSError as error:
            reason = error.strerror or error
            raise ExportError("cannot write {0}: {1}", printable(str(file)), reason) from None
        say(counted(rows, "wrote 1 row to {1}", "wrote {0} rows to {1}", printable(str(file))))
    if damaged:
        one, many = "left out 1 damaged line", "left out {0} damaged lines"
        remark(f"{counted(damaged, one, many)} of the manifest")
    return 1 if damaged else 0


def _written(out: Path, stream: TextIO, csv: bool) -> tuple[int, int]:
    """Write all lines; how many, and how many were damaged."""
    if csv:
        return write_table(out, stream)
    rows = damaged = 0
    for _, output in numbered_lines(finished_manifest(out)):
        if output is None:
            damaged += 1
        else:
            rows += 1
            stream.write(output.to_line())
    return rows, damaged
