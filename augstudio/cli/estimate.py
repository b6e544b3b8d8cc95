"""An estimate of an export, in words."""

from __future__ import annotations

from typing import Final

from augstudio.cli.label_report import (
    print_assumption,
    print_copy_labels,
    print_label_report,
    print_losses,
)
from augstudio.cli.meter import duration
from augstudio.cli.output import remark, say
from augstudio.core.text import counted, printable
from augstudio.errors import ExportError
from augstudio.export import Estimate, ExportJob, RunOptions
from augstudio.export.balance import ClassShare
from augstudio.export.run_options import usable_processors

_UNITS: Final = ("bytes", "kB", "MB", "GB", "TB", "PB")


def print_estimate(job: ExportJob, found: Estimate, options: RunOptions) -> int:
    """Say what an export would come to; the exit code it would have, as far as that can be known.

    Raises:
        ExportError: There is not enough room.
    """
    count = options.worker_count
    seconds = found.seconds / min(count, usable_processors())
    for skipped in (*found.left_out, *found.unreadable):
        remark(f"would skip {printable(skipped.name)}: {skipped.reason}")
    unnamed = found.left_out_count - len(found.left_out)
    if unnamed:
        remark(f"would skip {unnamed:,} more")
    if found.leak_hint:
        remark(f"note: {found.leak_hint}")
    for note in (*found.notes, *([found.online_hint] if found.online_hint else [])):
        remark(f"note: {note}")
    out = printable(str(job.out))
    if found.free is not None and not found.fits:
        needed = amount(found.bytes - found.present_bytes)
        raise ExportError(
            "it needs about {0} in {1}, free: {2}; make room, or write less: fewer copies, "
            "another format, a lower quality",
            needed,
            out,
            amount(found.free),
        )
    print_assumption(found.assumption, labelled=found.labelling is not None)
    _print_labels(found)
    if job.options.is_balanced:
        say(*_class_table(found.classes))
    there = f", {amount(found.present_bytes)} of it there already" if found.present_bytes else ""
    free = "free space unknown" if found.free is None else f"{amount(found.free)} free"
    files = counted(found.files, "1 file", "{0} files")
    by = counted(count, "1 worker", "{0} workers")
    say(
        f"would write {files} from {_pictures(found.samples)} to {out}: about {amount(found.bytes)}{there} "
        f"in {duration(seconds)} with {by}; {free}"
    )
    if found.factor is not None:
        say(_factor(found.factor, found.steps_factor))
    if found.replaces:
        say(f"would replace another export in {out}")
    say(f"estimated from {_pictures(found.sampled)}, {len(found.unreadable):,} of them unreadable")
    if found.losses.total() and not job.accept_loss:
        remark("the export would be refused for what would be lost: --accept-loss exports the rest")
        return 1
    return 1 if found.left_out_count or found.unreadable else 0


def _print_labels(found: Estimate) -> None:
    """Say what would become of the labels, where there are any."""
    if found.labelling is not None:
        print_losses(found.losses, found.labelling)
        print_label_report(found.tried, of=" of the pictures that were tried")
    if found.copy_labels is not None:
        print_copy_labels(found.copy_labels)


def _factor(factor: float, steps_factor: str) -> str:
    good = "any factor" if steps_factor == "any" else steps_factor
    return f"{factor:.3g}x of the pictures that are augmented; the steps are good for {good}"


def _pictures(count: int) -> str:
    return counted(count, "1 picture", "{0} pictures")


def _class_table(classes: tuple[ClassShare, ...]) -> list[str]:
    """Classes with their originals, copies and both."""
    rows = [(printable(share.name), share.originals, share.copies, share.total) for share in classes]
    heading = ("class", "originals", "copies", "total")
    cells = [heading, *((name, *(f"{count:,}" for count in counts)) for name, *counts in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heading))]
    return ["  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))) for row in cells]


def amount(size: int) -> str:
    """A number of bytes in words: "1 byte", "9 bytes", "1.5 kB", "23 MB"."""
    if size == 1:
        return "1 byte"
    value = float(size)
    unit = 0
    while round(value) >= 1000 and unit < len(_UNITS) - 1:
        value /= 1000
        unit += 1
    return f"{value:.1f} {_UNITS[unit]}" if unit and value < 10 else f"{value:.0f} {_UNITS[unit]}"
