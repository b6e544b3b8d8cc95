"""The command that checks an export."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from augstudio.cli.dataset_place import dataset_at
from augstudio.cli.options import ExportPlace
from augstudio.cli.output import remark, say
from augstudio.core.text import counted, printable
from augstudio.errors import ExportError
from augstudio.export.reading.recorded import read_recorded
from augstudio.export.reading.verify import Verification, shown
from augstudio.export.remote.working_copy import finished_copy
from augstudio.stores.address import StoreAddress


def verify(
    out: ExportPlace,
    pixels: Annotated[
        bool, typer.Option("--pixels", help="Render everything again from the sources and compare.")
    ] = False,
    dataset: Annotated[
        str | None, typer.Option("--dataset", metavar="DATASET", help="Where the sources are, for --pixels.")
    ] = None,
) -> int:
    """Check every file of an export against its manifest; differences are listed, one on a line."""
    if pixels != (dataset is not None):
        raise ExportError("--pixels and --dataset go together: the sources are needed to render them again")
    with contextlib.ExitStack() as stack:
        folder, store = stack.enter_context(finished_copy(out))
        if dataset is None:
            return _verified(Verification(folder, None, store), out, pixels=pixels)
        address = StoreAddress.parsed(dataset)
        if address is None:
            return _verified(Verification(folder, Path(dataset), store), out, pixels=pixels)
        sources = stack.enter_context(dataset_at(dataset, read_recorded(folder).source_format))
        verification = Verification(folder, sources.path, store, listing=sources.store)
        return _verified(verification, out, pixels=pixels)


def _verified(verification: Verification, out: str, *, pixels: bool) -> int:
    if verification.version_mismatch:
        remark(f"made with {verification.version_mismatch}")
    count = 0
    for difference in verification.differences():
        count += 1
        say(shown(difference))
    place = printable(out)
    if count:
        remark(
            counted(count, "1 difference in {1}, listed above", "{0} differences in {1}, listed above", place)
        )
        return 1
    one, many = "the only file is", "all {0} files are"
    if pixels:
        one, many = "the only file and its pixels are", "all {0} files and pixels are"
    say(f"{counted(verification.lines, one, many)} as the manifest says in {place}")
    return 0
