"""The command that puts the parts of an export together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.cli.export import STOPPED, interrupt_sets
from augstudio.cli.label_report import print_label_report
from augstudio.cli.meter import Meter, duration
from augstudio.cli.output import progress_stream, remark, say
from augstudio.core.text import counted, printable
from augstudio.export.files import PROBLEMS
from augstudio.export.finishing import finish_export
from augstudio.stores.address import StoreAddress

_DATASET_HELP: Final = "Where the sources are; by default where they were for the parts."


def finish(
    out: Annotated[
        str, typer.Argument(metavar="OUT", help="Folder or address that the parts have written to.")
    ],
    dataset: Annotated[str | None, typer.Option("--dataset", metavar="DATASET", help=_DATASET_HELP)] = None,
) -> int:
    """Put the parts of an export together, once all have run; what is missing is named.

    Nothing is rendered: the manifest, label files that all pictures share and the record are written as an
    export in one run writes them.
    """
    meter = Meter(progress_stream())
    with interrupt_sets() as stop:
        store = StoreAddress.parsed(out)
        report = finish_export(Path(out), dataset, store=store, on_progress=meter, cancelled=stop.is_set)
    meter.end()
    if report.cancelled:
        remark("stopped; the same command goes on from here")
        return STOPPED
    for skipped in report.skipped:
        remark(f"skipped {printable(skipped.name)}: {skipped.reason}")
    files = counted(report.reused, "1 file", "{0} files")
    say(f"finished {printable(out)}: {files}, put together in {duration(report.seconds)}")
    if report.labels is not None:
        print_label_report(report.labels, PROBLEMS)
    if report.skipped:
        remark(counted(len(report.skipped), "left out 1, listed above", "left out {0}, listed above"))
    return 1 if report.skipped else 0
