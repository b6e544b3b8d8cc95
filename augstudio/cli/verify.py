"""The command that checks an export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from augstudio.cli.options import ExportFolder
from augstudio.datasets.image_folder import printable
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
        typer.echo(f"made with {printable(verification.aged)}", err=True)
    if verification.note:
        typer.echo(f"note: {verification.note}", err=True)
    count = 0
    for difference in verification.differences():
        count += 1
        typer.echo(shown(difference))
    place = printable(str(out))
    if count:
        typer.echo(f"{count:,} differences in {place}, listed above", err=True)
        return 1
    checked = "files and pixels are" if pixels else "files are"
    compared = "by their hashes, and rendered again from the sources" if pixels else "by their hashes only"
    typer.echo(f"all {verification.lines:,} {checked} as the manifest says in {place} (compared {compared})")
    return 0
