"""What an export would come to, in words."""

from __future__ import annotations

from typing import Final

import typer

from augstudio.cli.meter import duration
from augstudio.datasets.assumed import assumed
from augstudio.datasets.image_folder import printable
from augstudio.errors import ExportError
from augstudio.export import ExportJob, Preflight
from augstudio.export.balance import ClassShare
from augstudio.export.engine import usable_processors, worker_count

_UNITS: Final = ("bytes", "kB", "MB", "GB", "TB", "PB")


def foretold(job: ExportJob, found: Preflight, workers: int | None) -> int:
    """Say what an export would come to; the exit code it would have, as far as that can be known.

    Raises:
        ExportError: There is not enough room, or the number of workers is not allowed.
    """
    count = worker_count(workers)
    seconds = found.seconds / min(count, usable_processors())
    for skipped in (*found.left_out, *found.unreadable):
        typer.echo(f"would skip {printable(skipped.name)}: {skipped.reason}", err=True)
    unnamed = found.left_out_count - len(found.left_out)
    if unnamed:
        typer.echo(f"would skip {unnamed:,} more", err=True)
    for note in found.notes:
        typer.echo(f"note: {note}", err=True)
    if found.leak_hint:
        typer.echo(f"note: {found.leak_hint}", err=True)
    out = printable(str(job.out))
    if found.free is not None and not found.fits:
        needed = amount(found.bytes - found.there)
        raise ExportError(
            f"about {needed} are needed in {out}, {amount(found.free)} are free; make room, or write less: "
            "fewer copies, another format, a lower quality"
        )
    typer.echo(assumed(found.assumption))
    if job.options.is_balanced:
        typer.echo("\n".join(_class_table(found.classes)))
    there = f", {amount(found.there)} of it there already" if found.there else ""
    free = "free space unknown" if found.free is None else f"{amount(found.free)} free"
    typer.echo(
        f"would write {found.files:,} files from {found.samples:,} pictures to {out}: about "
        f"{amount(found.bytes)}{there} in {duration(seconds)} with {count} workers; {free}"
    )
    if found.replaces:
        typer.echo(f"would replace another export in {out}")
    typer.echo(f"estimated from {found.sampled} pictures, {len(found.unreadable)} of them unreadable")
    return 1 if found.left_out_count or found.unreadable else 0


def _class_table(classes: tuple[ClassShare, ...]) -> list[str]:
    """Classes with their originals, copies and both."""
    rows = [(printable(share.name), share.originals, share.copies, share.total) for share in classes]
    heading = ("class", "originals", "copies", "total")
    cells = [heading, *((name, *(f"{count:,}" for count in counts)) for name, *counts in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heading))]
    return ["  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))) for row in cells]


def amount(size: int) -> str:
    """A number of bytes in words: "9 bytes", "1.5 kB", "23 MB"."""
    value = float(size)
    unit = 0
    while round(value) >= 1000 and unit < len(_UNITS) - 1:
        value /= 1000
        unit += 1
    return f"{value:.1f} {_UNITS[unit]}" if unit and value < 10 else f"{value:.0f} {_UNITS[unit]}"
