"""The command that checks an export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from augstudio.cli.options import ExportFolder
from augstudio.cli.output import remark, say
from augstudio.core.text import printable
from augstudio.errors import ExportError
from augstudio.export.verify import Verification, shown


def verify(
    out: ExportFolder,
    pixels: Annotated[
        bool, typer.Option("--pixels", help="Render everything again from the sources and compare.")
    ] = False,
    dataset: Annotated[
        Path | None, typer.Option("--dataset", metavar="DATASET", help="Where the sources are, for --pixels.")
    ] = None,
) -> int:
    """Check every file of an export against its manifest; differences are listed, one on a line."""
    if pixels != (dataset is not None):
        raise ExportError("--pixels and --dataset go together: the sources are needed to render them again")
    verification = Verification(out, dataset)
    if verification.aged:
        remark(f"made with {verification.aged}")
    count = 0
    for difference in verification.differences():
        count += 1
        say(shown(difference))
    place = printable(str(out))
    if count:
        remark(f"{count:,} differences in {place}, listed above")
        return 1
    checked = "files and pixels are" if pixels else "files are"
    say(f"all {verification.lines:,} {checked} as the manifest says in {place}")
    return 0
