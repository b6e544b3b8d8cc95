"""What an export says of pictures that its splits have in common, before it begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final, TypeAlias

from augstudio.cli.advice import advice_lines
from augstudio.cli.output import remark
from augstudio.core.text import counted, printable
from augstudio.export import ExportJob
from augstudio.export.reading.origins import known_origins
from augstudio.export.scan import ScanResult

_SECONDS: Final = 5.0
"""How long a dry run decodes pictures to compare them, about."""

_Listener: TypeAlias = Callable[[ScanResult], None]


def leak_note(job: ExportJob, cancelled: Callable[[], bool]) -> _Listener | None:
    """What says in one line that splits have something in common, as far as a quick look shows it.

    Of an export in parts the first one says it.
    """
    if job.part is not None and job.part.index:
        return None

    def tell(scan: ScanResult) -> None:
        from augstudio.insights.glance import glance

        seen = glance(scan.dataset, scan.exported(), cancelled)
        parts = {
            counted(seen.same, "1 picture to the byte", "{0} pictures to the byte"): seen.same,
            counted(seen.copies, "copies of 1 picture", "copies of {0} pictures"): seen.copies,
            counted(seen.series, "pictures of 1 series", "pictures of {0} series"): seen.series,
        }
        told = [str(part) for part, number in parts.items() if number]
        if told:
            *first, last = told
            common = f"{', '.join(first)} and {last}" if first else last
            remark(f"note: splits have in common {common}: {_naming(job)} says which")

    return tell


def _naming(job: ExportJob) -> str:
    """The command that names the files of an export's splits."""
    options = job.options
    if options.divide or options.split_folders or options.include_copies:
        return "the same command with --dry-run"
    place = job.dataset if job.source_store is None else job.source_store
    form = f" --as {job.dataset_format}" if job.dataset_format else ""
    return f"augstudio check {printable(str(place))}{form}"


def leak_list(job: ExportJob, cancelled: Callable[[], bool]) -> _Listener:
    """What lists all that splits have in common, as ``check`` does, but for a few seconds at most."""

    def tell(scan: ScanResult) -> None:
        from augstudio.insights.leaks import comparable, leaks

        samples = list(scan.exported())
        sizes = Counter(sample.split for sample in samples)
        origins = known_origins(scan.dataset.root, samples, cancelled)
        if len(sizes) < 2 and not origins:
            return
        most = comparable(scan.dataset, samples, _SECONDS, cancelled)
        remark(*advice_lines(leaks(scan.dataset, samples, cancelled, origins, most) or (), job.pipeline))
        compared = sum(min(size, most) for size in sizes.values())
        if compared < len(samples):
            remark(f"pictures compared for what splits have in common: {compared:,} of {len(samples):,}")

    return tell
