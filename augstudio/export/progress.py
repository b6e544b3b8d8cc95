"""How far an export is, and what it came to."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from augstudio.datasets.base import Skipped
    from augstudio.datasets.recognising import Assumption
    from augstudio.export.control import Control
    from augstudio.export.labels.report import LabelReport
    from augstudio.stores.address import StoreAddress

_WINDOW: Final = 10.0
_SPACING: Final = 0.1


@dataclass(frozen=True)
class Progress:
    """How far an export is.

    Attributes:
        done: Outputs finished, in whichever way.
        total: Outputs planned; None while the dataset is being listed.
        written: Outputs written in this run.
        reused: Outputs that an earlier run had written.
        skipped: Samples left out so far.
        current: Key of the sample finished last.
        elapsed: Seconds since the start, without pauses.
        rate: Outputs made per second, over the last seconds without pauses.
        remaining: Seconds left at this rate, or None where it is not known.
        paused: Whether nothing new is begun for now.
        made: Further outputs that are made, of samples whose others are not; they count as done once all of
            their sample are written and recorded.
    """

    done: int = 0
    total: int | None = None
    written: int = 0
    reused: int = 0
    skipped: int = 0
    current: str = ""
    elapsed: float = 0.0
    rate: float = 0.0
    remaining: float | None = None
    paused: bool = False
    made: int = 0

    @property
    def reached(self) -> int:
        """Outputs that are done or made."""
        return self.done + self.made


@dataclass(frozen=True)
class Report:
    """What an export came to.

    Attributes:
        out: The export's folder.
        total: Outputs planned.
        written: Outputs written in this run.
        reused: Outputs that an earlier run had written.
        skipped: What was left out, with reasons, by name; also outputs that somebody changed, which stay.
        removed: Samples that earlier runs exported and that are not exported any more, so that their outputs
            were removed; by key, with that for a reason.
        cancelled: Whether it was stopped; the same job goes on where it stopped.
        seconds: How long it took, without pauses.
        assumption: How the dataset's folders were taken; None where it was not listed to its end.
        notes: What should be known about the folders, one sentence each.
        outlasts_power_cuts: Whether the folder's file system can put files on the disk for sure.
        labels: What it came to for the labels; None where it writes none, or was stopped.
        store: The place in an object store where the export is; None where it is in ``out``.
    """

    out: Path
    total: int
    written: int
    reused: int
    skipped: tuple[Skipped, ...]
    cancelled: bool
    seconds: float
    assumption: Assumption | None = None
    notes: tuple[str, ...] = ()
    removed: tuple[Skipped, ...] = ()
    outlasts_power_cuts: bool = True
    labels: LabelReport | None = None
    store: StoreAddress | None = None


@dataclass
class Tally:
    """Counts an export's outputs as they are finished."""

    total: int | None = None
    done: int = 0
    written: int = 0
    reused: int = 0
    current: str = ""
    skipped: list[Skipped] = field(default_factory=list)
    edited: list[Skipped] = field(default_factory=list)  # outputs
    started: float = field(default_factory=time.monotonic)
    assumption: Assumption | None = None
    notes: tuple[str, ...] = ()
    removed: list[Skipped] = field(default_factory=list)
    outlasts_power_cuts: bool = True
    labels: LabelReport | None = None
    _made: dict[int, int] = field(default_factory=dict)  # outputs of tasks that are being run
    _recent: deque[tuple[float, int]] = field(default_factory=deque)
    _paused_since: float | None = None
    _paused: float = 0.0  # seconds of pauses that are over

    def note_pause(self, *, paused: bool) -> bool:
        """Hear whether the export is paused now; whether that is new."""
        if paused == (self._paused_since is not None):
            return False
        now = time.monotonic()
        if self._paused_since is not None:
            self._paused += now - self._paused_since
        self._paused_since = now if paused else None
        return True

    def note_made(self, number: int, made: int) -> bool:
        """Hear how many outputs of a task are made that is being run; whether that is new."""
        if made == self._made.get(number, 0):
            return False
        self._made[number] = made
        return True

    def note_end(self, number: int, outputs: int) -> None:
        """Count the outputs of a task that has ended."""
        self._made.pop(number, None)
        self.done += outputs

    def begin_anew(self) -> None:
        """Count from the start; what was written so far will be found there."""
        self.done, self.reused = 0, -self.written
        self._made.clear()
        self.skipped.clear()
        self.edited.clear()

    def progress(self) -> Progress:
        """The counts as they stand, with the rate of the last seconds."""
        now = self._now()
        recent, made = self._recent, sum(self._made.values())
        reached = self.done + made
        if not recent or now - recent[-1][0] >= _SPACING:
            recent.append((now, reached))
        while len(recent) > 2 and recent[0][0] < now - _WINDOW:
            recent.popleft()
        seconds, outputs = now - recent[0][0], reached - recent[0][1]
        rate = max(0, outputs) / seconds if seconds > 0 else 0.0
        left = None if self.total is None else max(0, self.total - reached)
        remaining = left / rate if left is not None and rate > 0 else None
        return Progress(
            self.done,
            self.total,
            self.written,
            max(0, self.reused),
            len(self.skipped) + len(self.edited),
            self.current,
            now - self.started,
            rate,
            remaining,
            self._paused_since is not None,
            made,
        )

    def sorted_skipped(self) -> list[Skipped]:
        """The samples that were left out, by name."""
        return sorted(self.skipped, key=lambda skipped: skipped.name)

    def report(self, out: Path, *, cancelled: bool) -> Report:
        """What it came to."""
        return Report(
            out,
            self.total or 0,
            self.written,
            max(0, self.reused),
            tuple(sorted((*self.skipped, *self.edited), key=lambda skipped: skipped.name)),
            cancelled,
            self._now() - self.started,
            self.assumption,
            self.notes,
            tuple(sorted(self.removed, key=lambda removed: removed.name)),
            self.outlasts_power_cuts,
            self.labels,
        )

    def noted(self, control: Control, report_progress: Callable[[Progress], None]) -> Control:
        """The same control; what is said of pauses and of outputs that are made is counted and reported."""

        def paused() -> bool:
            answer = control.paused()
            if self.note_pause(paused=answer):
                report_progress(self.progress())
            return answer

        def made(number: int, outputs: int) -> None:
            if self.note_made(number, outputs):
                report_progress(self.progress())

        return replace(control, paused=paused, made=made)

    def _now(self) -> float:
        """Seconds of a clock that stands still during pauses."""
        now = time.monotonic() if self._paused_since is None else self._paused_since
        return now - self._paused
