"""Looks beside the window at the leaks and augmented copies of what an export takes, before it is begun."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from augstudio.errors import AugStudioError
from augstudio.ui.threads import LatestCall

if TYPE_CHECKING:
    from augstudio.export import ExportJob
    from augstudio.export.scan import ScanResult
    from augstudio.insights.advice import Advice
    from augstudio.insights.fingerprints import Fingerprint

_Files: TypeAlias = tuple[object, ...]
_NONE: Final = (None, None)


class LeakWatch(QObject):
    """Finds leaks once for the same pictures in the same splits; never holds anything up.

    Signals:
        found: What was found: a tuple of :class:`~augstudio.insights.advice.Advice`.
        failed: An exception nobody expected.
    """

    found = Signal(tuple)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looked_at: tuple[_Files | None, _Files | None] = _NONE
        self._prints: dict[str, Fingerprint] = {}
        self._call = LatestCall(self)
        self._call.succeeded.connect(self._on_call_succeeded)
        self._call.failed.connect(self.failed)

    @Slot(object, object)
    def look(self, job: ExportJob, scan: ScanResult) -> None:
        """Look at what an export takes, in the splits in which it is written, unless that was done last."""
        looked_at = _files_of(scan), _choice_of(job)
        if looked_at == self._looked_at:
            return
        if looked_at[0] != self._looked_at[0]:
            self._prints = {}
        self._looked_at = looked_at
        self.found.emit(())
        prints = self._prints
        self._call.start(lambda _report, cancelled: _leaks(scan, prints, cancelled))

    @Slot()
    def forget(self) -> None:
        """Look at nothing any more, and keep nothing of it."""
        self._call.cancel()
        self._looked_at, self._prints = _NONE, {}
        self.found.emit(())

    def close(self) -> None:
        """Join the thread."""
        self._call.close()

    @Slot(object)
    def _on_call_succeeded(self, found: tuple[Advice, ...] | None) -> None:
        self.found.emit(found or ())


def _files_of(scan: ScanResult) -> _Files:
    """What tells a dataset's files from others, and from what they were before."""
    return scan.dataset.reference, scan.described["dataset"]["fingerprint"]


def _choice_of(job: ExportJob) -> _Files:
    """Which pictures an export takes, and how they are divided."""
    options = job.options
    lots = (options.seed, options.divide, options.divide_by, options.stratify, options.per_class)
    folders = (options.split_folders, options.classes, options.include_copies)
    return (*folders, options.only, options.only_classes, *(lots if options.depends_on_all else ()))


def _leaks(
    scan: ScanResult, prints: dict[str, Fingerprint], cancelled: Callable[[], bool]
) -> tuple[Advice, ...] | None:
    from augstudio.export.reading.origins import known_origins
    from augstudio.insights.leaks import leaks

    try:
        samples = list(scan.exported())
        origins = known_origins(scan.dataset.root, samples, cancelled)
        return leaks(scan.dataset, samples, cancelled, origins, known=prints)
    except AugStudioError:  # the estimate says what is wrong with it
        return None
