"""Keeps panes true: what they show is what they are for, or they say that it is still to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from augstudio.preview.requests import Frame, MadeFrame, PreviewRequest, PreviewResult
from augstudio.ui.preview.pane import ImagePane

TELLING_MS: Final = 36
"""How long a pane may lack its picture before it says so; what takes less, as five panes do, would flicker.

With what the window does before and after, it is said within 50 ms.
"""


class Progress(Enum):
    """How far the pictures on show are."""

    NOTHING = auto()
    UPDATING = auto()
    DRAFT = auto()
    EXACT = auto()


class PreviewState(NamedTuple):
    """How far the pictures on show are.

    Attributes:
        progress: In a word.
        ready: How many panes show what they are for.
        panes: How many there are.
    """

    progress: Progress
    ready: int = 0
    panes: int = 0


class PaneUpdates(QObject):
    """Hands frames to the panes, and has them tell what is still to come.

    A pane that lacks its picture keeps the former one, under the former caption, while the view and the
    picture of the dataset stay; else it is emptied. After a moment it says that it is being updated; then
    frames are shown one by one, as they are made.

    Signals:
        changed: The state may be another one.
        emptied: Panes have been emptied.
        zoom_known: The zoom at which frames were made that are shown now.
    """

    changed = Signal()
    emptied = Signal()
    zoom_known = Signal(float)

    def __init__(self, panes: Callable[[], Sequence[ImagePane]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panes = panes
        self._asked: PreviewRequest | None = None
        self._telling = False
        self._told = False
        self._made: dict[int, Frame] = {}
        self._made_for: tuple[PreviewRequest, float] | None = None
        self._exact: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TELLING_MS)
        self._timer.timeout.connect(self.tell_now)

    def state(self, *, busy: bool) -> PreviewState:
        """How far the pictures on show are.

        Args:
            busy: Whether the exact pictures of what is wanted are still to come.
        """
        panes = self._panes()
        if self._asked is None or any(pane.is_told for pane in panes):
            return PreviewState(Progress.NOTHING)
        ready = sum(not pane.pending for pane in panes)
        if ready < len(panes):
            # For a moment no longer than a frame of a slider, a draft is as good a word.
            progress = Progress.UPDATING if self._telling else Progress.DRAFT
        else:
            exact = not busy and all(frame.exact for pane in panes for frame in pane.frames)
            progress = Progress.EXACT if exact else Progress.DRAFT
        return PreviewState(progress, ready, len(panes))

    @Slot(object)
    def ask(self, request: PreviewRequest | None) -> None:
        """Another request is wanted from now on."""
        before, self._asked = self._asked, request
        self._forget_made()
        self._exact.clear()
        if request is not None:
            kept = before is not None and request.same_layout(before)
            for pane, place in zip(self._panes(), request.places, strict=True):
                pane.want(place)
                if not kept:
                    pane.empty()
            if not kept:
                self.emptied.emit()
        self._follow()

    @Slot(object)
    def take_frame(self, made: MadeFrame) -> None:
        """A frame has been made whose request is not complete yet."""
        known = self._made_for
        if known is None or known[0] is not made.request:
            self._made, self._made_for = {}, (made.request, made.zoom)
        self._made[made.index] = made.frame
        if self._telling or made.request.exact:
            # The ones before it have been shown, as each came or when the panes began to tell.
            self._show_made(made.index // made.request.arrangement.per_widget)

    def take_result(self, result: PreviewResult) -> None:
        """A request is complete."""
        self._forget_made()
        places = result.request.places
        if result.arrangement.widgets == len(self._panes()):
            self.zoom_known.emit(result.zoom)
            each = result.arrangement.per_widget
            for index in range(len(places)):
                self._show(result.request, index, result.frames[index * each : (index + 1) * each])
        if not self._telling:
            self._timer.stop()  # what is on show now is as new as it can be
        self._follow()

    def tell(self, message: str) -> None:
        """Show words in all panes in place of pictures."""
        self._forget_made()
        for pane in self._panes():
            pane.show_message(message)
        self.emptied.emit()
        self._follow()

    def _show_made(self, only: int | None = None) -> None:
        """Show the frames that have been made, where all of a pane are there; of one pane, or of all."""
        if self._made_for is None:
            return
        request, zoom = self._made_for
        each = request.arrangement.per_widget
        self.zoom_known.emit(zoom)
        for index in range(len(request.places)) if only is None else (only,):
            frames = [self._made.get(number) for number in range(index * each, (index + 1) * each)]
            complete = tuple(frame for frame in frames if frame is not None)
            if len(complete) == each:
                self._show(request, index, complete)
        self._follow()

    def _show(self, request: PreviewRequest, index: int, frames: tuple[Frame, ...]) -> None:
        """Show frames in a pane, but no draft in place of what is exact."""
        asked = self._asked
        if not request.exact and index in self._exact and not all(frame.exact for frame in frames):
            return
        if request.exact and asked is not None and request.serial == asked.serial:
            self._exact.add(index)
        self._panes()[index].show_made(frames, request.places[index])

    def _forget_made(self) -> None:
        self._made, self._made_for = {}, None

    def _follow(self) -> None:
        """Have panes tell what is to come after a while, and no more once it is there."""
        pending = [pane for pane in self._panes() if pane.pending]
        if not pending or self._asked is None:
            self._timer.stop()
            self._telling = False
        elif not self._telling and not self._timer.isActive():
            self._timer.start()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        if self._telling or self._told:  # most frames come before anything is said
            self._told = self._telling
            for pane in self._panes():
                pane.tell_pending(self._telling and pane.pending)

    @Slot()
    def tell_now(self) -> None:
        """Have panes that lack their picture say so, and show what has been made of it."""
        self._telling = True
        strange = [pane for pane in self._panes() if pane.pending and not pane.shows_wanted_picture]
        for pane in strange:
            pane.empty()
        if strange:
            self.emptied.emit()
        self._show_made()
        self._follow()
