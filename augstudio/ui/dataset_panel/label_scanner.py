"""Looks at the labels of all listed pictures beside the window, without hurry."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from augstudio.datasets.base import Sample, SampleSource
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_scan import ScannedLabels, scanned_labels
from augstudio.ui.threads import LatestCall

_REPORT_SECONDS: Final = 0.5
_TURN_SECONDS: Final = 0.01  # as long as it works, it rests, so that sliders stay smooth


class LabelScanner(QObject):
    """Tells which classes pictures have, and what is broken or odd in their labels.

    Signals:
        scanned: Some more pictures, as a tuple of :class:`ScannedLabels`.
        problems_found: Problems of files that all pictures share, as a tuple of :class:`LabelProblem`.
        failed: An exception nobody expected.
    """

    scanned = Signal(object)
    problems_found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = LatestCall(self)
        self._call.reported.connect(self._on_call_reported)
        self._call.failed.connect(self.failed)
        self._call.succeeded.connect(self._on_call_succeeded)
        self.busy = False

    def start(self, dataset: SampleSource, samples: Sequence[Sample]) -> None:
        """Look at the labels of these samples; nothing more is told of others."""
        self.busy = True
        self._call.start(partial(_scan, dataset, samples))

    def stop(self) -> None:
        """Tell nothing any more."""
        self.busy = False
        self._call.cancel()

    def close(self) -> None:
        """Join the thread, or leave it behind."""
        self._call.close()

    @Slot(object)
    def _on_call_reported(self, found: tuple[tuple[ScannedLabels, ...], tuple[LabelProblem, ...]]) -> None:
        scanned, problems = found
        if problems:
            self.problems_found.emit(problems)
        if scanned:
            self.scanned.emit(scanned)

    @Slot(object)
    def _on_call_succeeded(self, _nothing: object) -> None:
        self.busy = False


def _scan(
    dataset: SampleSource,
    samples: Sequence[Sample],
    report: Callable[[Any], None],
    cancelled: Callable[[], bool],
) -> None:
    report(((), dataset.label_problems()))
    found: list[ScannedLabels] = []
    told = turn = time.monotonic()
    rest = threading.Event()
    for each in scanned_labels(dataset, samples):
        if cancelled():
            return
        found.append(each)
        now = time.monotonic()
        if now - told > _REPORT_SECONDS:
            report((tuple(found), ()))
            found, told = [], now
        if now - turn > _TURN_SECONDS:
            rest.wait(_TURN_SECONDS)
            turn = time.monotonic()
    report((tuple(found), ()))
