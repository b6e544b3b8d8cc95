"""The centre of the window: one view at a time, all of them grids of synced panes."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, TypeVar, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from augstudio.core.image import Size
from augstudio.datasets.base import Sample
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.requests import PreviewRequest, PreviewResult
from augstudio.ui.preview.comparison_pane import ComparisonPane
from augstudio.ui.preview.controller import PreviewController
from augstudio.ui.preview.frame_words import why_none
from augstudio.ui.preview.overlay import MOST_LINES, lines_of, strip_height
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.updates import PaneUpdates, PreviewState
from augstudio.ui.preview.viewport import Viewport
from augstudio.ui.preview.views import ALL_VIEWS, AvailableSpace, PreviewView
from augstudio.ui.session import Session

_Item = TypeVar("_Item")

GAP = 2
"""Logical pixels between panes."""

_KINDS: Final[dict[int, type[ImagePane]]] = {1: ImagePane, 2: ComparisonPane}
"""What shows so many pictures in one place."""


class PreviewPanel(QWidget):
    """Shows one of the views; renders its panes beside the GUI thread.

    Signals:
        view_changed: Another view is on show.
        place_changed: The cursor's place and colour: (column, row, rgb), or None.
        result_shown: A :class:`PreviewResult` is on show.
        settled: What is on show equals what an export writes.
        pane_hovered: The cursor is over this :class:`ImagePane`, or over none.
        state_changed: How far the pictures on show are: a :class:`PreviewState`.
        emptied: The panes have no pictures any more, as others are wanted.
        left: They have none, as another picture of a dataset is wanted: what was told of the former one holds
            no more.
        menu_requested: A menu is wanted for a rendering (:class:`Pane`) at a place of the screen.
        failed: An exception nobody expected.
    """

    view_changed = Signal(object)
    place_changed = Signal(object)
    result_shown = Signal(object)
    settled = Signal()
    state_changed = Signal(object)
    emptied = Signal()
    left = Signal()
    pane_hovered = Signal(object)
    menu_requested = Signal(object, object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._aspect = 4 / 3
        self._panes: list[ImagePane] = []
        self._inspecting = False
        self._worded: tuple[object, ...] | None = None
        self._told: Sample | None = None  # of which something is told
        self.views: dict[str, PreviewView] = {kind.NAME: kind(session, self) for kind in ALL_VIEWS}
        self._view = next(iter(self.views.values()))
        self._arrangement = Arrangement((), (), 1)
        self.viewport = Viewport(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.controller = PreviewController(self._request, self, session.step_results)
        self.controller.rendered.connect(self._on_controller_rendered)
        self.updates = PaneUpdates(lambda: self._panes, self)
        self.updates.changed.connect(self._tell_state)
        self.updates.emptied.connect(self._on_updates_emptied)
        self.updates.zoom_known.connect(self.viewport.take_fitted_zoom)
        self.controller.requested.connect(self.updates.ask)
        self.controller.frame_made.connect(self.updates.take_frame)
        self.controller.settled.connect(self.settled)
        self.controller.failed.connect(self._on_controller_failed)
        self.viewport.changed.connect(self.controller.update)
        self.viewport.labels.switched.connect(self.controller.update)
        for view in self.views.values():
            view.changed.connect(self.refresh)
            view.failed.connect(self.failed)
        session.pipeline_changed.connect(self.refresh)
        session.pipeline_previewed.connect(self.refresh)
        session.draw_changed.connect(self.refresh)
        session.sample_changed.connect(self._on_session_sample_changed)
        session.dataset_changed.connect(self._on_session_dataset_changed)
        self.refresh()

    # -- what is shown ------------------------------------------------------------------------------

    @property
    def view(self) -> PreviewView:
        """The view on show."""
        return self._view

    @property
    def panes(self) -> tuple[ImagePane, ...]:
        """The panes on show, in order."""
        return tuple(self._panes)

    def set_view(self, name: str) -> None:
        """Show another view."""
        if name != self._view.NAME:
            self._view.hold(False)
            self._view = self.views[name]
            for pane in self._panes:
                pane.setToolTip("")
            self._arrange()
            self.viewport.fit_pictures()
        self.view_changed.emit(self._view)

    @property
    def arrangement(self) -> Arrangement:
        """What the panes are for, and how they lie."""
        return self._arrangement

    def take_focus(self) -> None:
        """Give the keyboard to the pictures."""
        self._panes[0].setFocus()

    def refresh(self) -> None:
        """Arrange the panes anew and ask for their pictures."""
        self._arrange()
        self.controller.update()

    def _arrange(self) -> None:
        """Arrange the panes for the session as it is: the only place where that is worked out."""
        strip = strip_height(self.font())
        words = 2 * strip if self._view.NOTES else strip
        space = AvailableSpace(self.width(), self.height(), self._aspect, words)
        arrangement = self._view.arrangement(space)
        if self._view.held:
            arrangement = arrangement.as_originals(self.tr("Original"))
        self._arrangement = arrangement
        self._lay_out(arrangement)
        groups = _groups(arrangement.captions, arrangement.per_widget)
        for index, (pane, captions) in enumerate(zip(self._panes, groups, strict=True)):
            pane.set_captions(captions)
            # The original is there to compare with.
            pane.set_pickable(arrangement.pickable and bool(arrangement.panes[index].copy))
            pane.set_chosen(index == arrangement.chosen)
        self._view.prepare(self.panes)
        self._keep_room_for_words([" | ".join(captions) for captions in groups])

    def _keep_room_for_words(self, captions: list[str]) -> None:
        """Have strips for words at the edges of small panes; there are none of large ones.

        Captions would hide much of small pictures; one or two are large, and mostly leave room beside.
        """
        viewport, panes = self.viewport, self._panes
        if len(panes) <= 2:
            viewport.lines, viewport.strips = 0, (0, 0)
            self._worded = None
        elif not self._view.held and self._worded != (words := self._words(captions)):
            self._worded = words
            # How much is padded, and how many labels there are, has no part in it, as frames change that.
            viewport.lines = max(map(len, map(lines_of, panes, captions)))
            if any(pane.tells_padding for pane in panes) and self._has_labels:
                viewport.lines = MOST_LINES  # modes are compared by what they do to labels, too
            notes = [len(lines_of(pane, pane.note)) for pane in panes if pane.note]
            below = strip_height(self.font(), max(notes)) if notes else 0
            viewport.strips = strip_height(self.font(), viewport.lines), below

    def _words(self, captions: list[str]) -> tuple[object, ...]:
        """All that the strips for words depend on; no frame of a drag changes it."""
        told = tuple((pane.width(), pane.note, pane.tells_padding) for pane in self._panes)
        return tuple(captions), told, self.font(), self._has_labels

    @property
    def _has_labels(self) -> bool:
        dataset = self._session.dataset
        return dataset is not None and dataset.categories is not None

    def close_threads(self) -> None:
        """Join the preview's threads."""
        self.controller.close()
        for view in self.views.values():
            view.close()

    def set_inspecting(self, inspecting: bool) -> None:
        """Show in every pane what is at the place under the cursor, or stop it."""
        self._inspecting = inspecting
        if not inspecting:
            self._mark(None)

    def _lay_out(self, arrangement: Arrangement) -> None:
        """Have the panes of an arrangement; those that stay keep their picture."""
        count, columns, kind = arrangement.widgets, arrangement.columns, _KINDS[arrangement.per_widget]
        first, focused = self._panes[:1], any(pane.hasFocus() for pane in self._panes)
        kept = [pane for pane in self._panes[:count] if type(pane) is kind]
        for pane in self._panes:
            if pane not in kept:
                self._grid.removeWidget(pane)
                pane.hide()
                pane.deleteLater()
                self._on_pane_hovered(pane, None)
        self._panes = kept
        while len(self._panes) < count:
            self._panes.append(self._new_pane(kind, len(self._panes)))
        for index, pane in enumerate(self._panes):
            row, column = divmod(index, columns)
            if self._place_of(pane) != (row, column):
                self._grid.addWidget(pane, row, column)
        for line in range(max(self._grid.columnCount(), self._grid.rowCount())):
            self._grid.setColumnStretch(line, int(line < min(columns, count)))
            self._grid.setRowStretch(line, int(line < -(-count // columns)))
        # New panes take the place of the old ones among the stops of the Tab key.
        for before, pane in pairwise(dict.fromkeys([*first, *self._panes])):
            QWidget.setTabOrder(before, pane)
        if focused and not any(pane.hasFocus() for pane in self._panes):
            self.take_focus()
        self._grid.activate()

    def _place_of(self, pane: ImagePane) -> tuple[int, int] | None:
        found = self._grid.indexOf(pane)
        if found < 0:
            return None
        row, column, *_ = cast(tuple[int, int, int, int], self._grid.getItemPosition(found))
        return row, column

    def _new_pane(self, kind: type[ImagePane], index: int) -> ImagePane:
        pane = kind(self.viewport, self)
        pane.picked.connect(lambda: self._view.pick(index))
        pane.hovered.connect(lambda place: self._on_pane_hovered(pane, place))
        pane.menu_requested.connect(lambda place: self._on_pane_menu_requested(pane, place))
        pane.show()
        return pane

    # -- rendering ----------------------------------------------------------------------------------

    def _request(self) -> PreviewRequest | None:
        session = self._session
        if session.dataset is None or session.sample is None or not self._panes:
            return None
        return PreviewRequest(
            dataset=session.dataset,
            sample=session.sample,
            seed=session.seed,
            arrangement=self._arrangement,
            pane_size=self._smallest_room(),
            zoom=self.viewport.wanted_zoom,
            centre=self.viewport.centre.toTuple(),
            view=self._view.NAME,
            recorded=session.recorded,
            first=self._under_cursor(),
            labelled=session.dataset,
            labels_shown=self.viewport.labels.shown,
        )

    def _smallest_room(self) -> Size:
        """What every pane has for its picture, in device pixels."""
        ratio = self.devicePixelRatioF()
        rooms = [self.viewport.room(pane.device_size, ratio) for pane in self._panes]
        return min(width for width, _ in rooms), min(height for _, height in rooms)

    def _under_cursor(self) -> int | None:
        """Index of what is rendered first: what the user is looking at."""
        hovered = (index for index, pane in enumerate(self._panes) if pane.underMouse())
        return next((index * self._arrangement.per_widget for index in hovered), None)

    @property
    def state(self) -> PreviewState:
        """How far the pictures on show are."""
        # Pixels of an end that is dragged are exact, but no copy is exported so.
        resting = not self.controller.busy and self._session.held_setting is None
        return self.updates.state(busy=not resting)

    def _tell_state(self) -> None:
        self.state_changed.emit(self.state)

    def _on_controller_rendered(self, result: PreviewResult) -> None:
        if result.error:
            self.updates.tell(why_none(result.error, result.request.sample))
        elif result.arrangement.widgets == len(self._panes):
            self.updates.take_result(result)
            self._view.shown(result, self.panes)
            self._arrange_for(result)
        self._told = result.request.sample
        self.result_shown.emit(result)

    def _on_updates_emptied(self) -> None:
        self.emptied.emit()
        if self._told is not None and self._told != self._session.sample:
            self._told = None
            self._view.leave()
            self.left.emit()

    def _on_controller_failed(self, error: Exception) -> None:
        if not self.controller.busy:
            self.updates.tell(self.tr("This picture could not be made."))
        self.failed.emit(error)

    def _arrange_for(self, result: PreviewResult) -> None:
        """Lay the panes out for a picture's proportions; edits of the pipeline never move them."""
        aspect = result.source[0] / result.source[1]
        if aspect != self._aspect:
            self._aspect = aspect
            self.refresh()

    def _on_session_dataset_changed(self) -> None:
        self.controller.let_go()
        self.viewport.labels.set_hidden(frozenset())

    def _on_session_sample_changed(self, sample: object) -> None:
        if sample is None:
            self.updates.tell("")
        self._arrange()
        self.viewport.fit_pictures()

    def _on_pane_hovered(self, pane: ImagePane, place: tuple[int, int] | None) -> None:
        colour = pane.colour_at(*place) if place else None
        self.place_changed.emit((*place, colour) if place and colour else None)
        self.pane_hovered.emit(pane if place else None)
        if self._inspecting:
            self._mark(pane, place)

    def _mark(self, hovered: ImagePane | None, place: tuple[int, int] | None = None) -> None:
        """Mark the same place, in shares of the picture, in every pane."""
        share = None
        if place is not None and hovered is not None and hovered.frame is not None:
            width, height = hovered.frame.size
            share = QPointF((place[0] + 0.5) / width, (place[1] + 0.5) / height)
        for pane in self._panes:
            pane.set_mark(share)

    def _on_pane_menu_requested(self, pane: ImagePane, place: QPoint) -> None:
        # The last of a group is the one being edited.
        index = (self._panes.index(pane) + 1) * self._arrangement.per_widget - 1
        self.menu_requested.emit(self._arrangement.panes[index], place)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange):
            self.refresh()
        return handled


def _groups(items: tuple[_Item, ...], size: int) -> list[tuple[_Item, ...]]:
    return [items[start : start + size] for start in range(0, len(items), size)]
