"""Looks beside the window at a dataset's leaks and augmented copies, before it is exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.origins import Origins
from augstudio.errors import AugStudioError, ExportError
from augstudio.insights.advice import Advice
from augstudio.ui.threads import LatestCall


class LeakWatch(QObject):
    """Finds leaks once for each dataset that is listed; never holds anything up.

    Signals:
        found: What was found: a tuple of :class:`~augstudio.insights.advice.Advice`.
        failed: An exception nobody expected.
    """

    found = Signal(tuple)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._known: tuple[Advice, ...] | None = None
        self._call = LatestCall(self)
        self._call.succeeded.connect(self._on_call_succeeded)
        self._call.failed.connect(self.failed)

    def look(self, dataset: Dataset | None) -> None:
        """Look at a dataset, unless it was looked at last; nothing is found of one that cannot be listed."""
        if dataset is self._dataset:
            if self._known is not None:
                self.found.emit(self._known)
            return
        self._dataset, self._known = dataset, None
        self.found.emit(())
        self._call.cancel()
        if dataset is not None:
            self._call.start(lambda _report, cancelled: _looked_at(dataset, cancelled))

    def close(self) -> None:
        """Join the thread."""
        self._call.close()

    @Slot(object)
    def _on_call_succeeded(self, found: tuple[Advice, ...] | None) -> None:
        self._known = found or ()
        self.found.emit(self._known)


def _looked_at(dataset: Dataset, cancelled: Callable[[], bool]) -> tuple[Advice, ...] | None:
    from augstudio.insights.leaks import leaks

    try:
        samples: Sequence[Sample] = list(only_samples(dataset.samples()))
        return leaks(dataset, samples, cancelled, _origins(dataset, samples, cancelled))
    except AugStudioError:  # the estimate says what is wrong with it
        return None


def _origins(dataset: Dataset, samples: Sequence[Sample], cancelled: Callable[[], bool]) -> Origins:
    """What manifests say of the dataset's files; nothing where one is unreadable."""
    from augstudio.export.reading.origins import exports_about, recorded_origins

    try:
        exports = exports_about(dataset.root, (sample.key for sample in samples))
        return recorded_origins(exports, cancelled)
    except ExportError:  # all else can be told without
        return {}
