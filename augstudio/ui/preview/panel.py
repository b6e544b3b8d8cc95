"""The centre of the window: one view at a time, all of them grids of synced panes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from augstudio.ui.preview.controller import PreviewController
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.rendering import PreviewRequest, PreviewResult
from augstudio.ui.preview.viewport import Viewport
from augstudio.ui.preview.views import ALL_VIEWS, Arrangement, Space, View
from augstudio.ui.session import Session

GAP = 2
"""Logical pixels between panes."""


class PreviewPanel(QWidget):
    """Shows one of the views; renders its panes beside the GUI thread.

    Signals:
        view_changed: Another view is on show.
        place_changed: The cursor's place and colour: (column, row, rgb), or None.
        result_shown: A :class:`PreviewResult` is on show.
        settled: What is on show equals what an export writes.
        failed: An exception nobody expected.
    """

    view_changed = Signal(object)
    place_changed = Signal(object)
    result_shown = Signal(object)
    settled = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._aspect = 4 / 3
        self._panes: list[ImagePane] = []
        self.views: dict[str, View] = {kind.NAME: kind(session, self) for kind in ALL_VIEWS}
        self._view = next(iter(self.views.values()))
        self.viewport = Viewport(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.controller = PreviewController(self._request, self)
        self.controller.rendered.connect(self._on_controller_rendered)
        self.controller.settled.connect(self.settled)
        self.controller.failed.connect(self.failed)
        self.viewport.changed.connect(self.controller.update)
        for view in self.views.values():
            view.changed.connect(self.refresh)
        session.pipeline_changed.connect(self.refresh)
        session.draw_changed.connect(self.refresh)
        session.sample_changed.connect(self._on_session_sample_changed)
        self.refresh()

    # -- what is shown ------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """The view on show."""
        return self._view

    @property
    def panes(self) -> tuple[ImagePane, ...]:
        """The panes on show, in order."""
        return tuple(self._panes)

    def set_view(self, name: str) -> None:
        """Show another view."""
        if name != self._view.NAME:
            self._view = self.views[name]
            self.viewport.fit_pictures()
            self.refresh()
        self.view_changed.emit(self._view)

    def refresh(self) -> None:
        """Arrange the panes anew and ask for their pictures."""
        arrangement = self.arrangement()
        self._lay_out(len(arrangement.panes), arrangement.columns)
        for index, (pane, caption) in enumerate(zip(self._panes, arrangement.captions, strict=True)):
            pane.set_caption(caption)
            pane.set_pickable(arrangement.pickable)
            pane.set_chosen(index == arrangement.chosen)
        self.controller.update()

    def arrangement(self) -> Arrangement:
        """The panes of the current view for the session as it is."""
        return self._view.arrangement(Space(self.width(), self.height(), self._aspect))

    def close_workers(self) -> None:
        """Join the preview's threads."""
        self.controller.close()

    def _lay_out(self, count: int, columns: int) -> None:
        """Have ``count`` panes in a grid of so many columns; panes that stay keep their picture."""
        for pane in self._panes[count:]:
            pane.setParent(None)
            pane.deleteLater()
        del self._panes[count:]
        while len(self._panes) < count:
            self._panes.append(self._new_pane(len(self._panes)))
        for index, pane in enumerate(self._panes):
            row, column = divmod(index, columns)
            item = self._grid.itemAtPosition(row, column)
            if item is None or item.widget() is not pane:
                self._grid.addWidget(pane, row, column)
        for line in range(max(self._grid.columnCount(), self._grid.rowCount())):
            self._grid.setColumnStretch(line, int(line < min(columns, count)))
            self._grid.setRowStretch(line, int(line < -(-count // columns)))
        self._grid.activate()

    def _new_pane(self, index: int) -> ImagePane:
        pane = ImagePane(self.viewport, self)
        pane.picked.connect(lambda: self._view.pick(index))
        pane.hovered.connect(lambda place: self._on_pane_hovered(pane, place))
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
            panes=self.arrangement().panes,
            pane_size=(
                min(pane.device_size[0] for pane in self._panes),
                min(pane.device_size[1] for pane in self._panes),
            ),
            zoom=self.viewport.wanted_zoom,
            exact=False,
        )

    def _on_controller_rendered(self, result: PreviewResult) -> None:
        if result.error:
            for pane in self._panes:
                pane.show_message(result.error)
        elif len(result.frames) == len(self._panes):
            self._aspect = result.frames[-1].size[0] / result.frames[-1].size[1]
            self.viewport.take_fitted_zoom(result.zoom)
            for pane, frame in zip(self._panes, result.frames, strict=True):
                pane.show_frame(frame)
        self.result_shown.emit(result)

    def _on_session_sample_changed(self, sample: object) -> None:
        self.viewport.fit_pictures()
        if sample is None:
            for pane in self._panes:
                pane.show_message("")
        self.controller.update()

    def _on_pane_hovered(self, pane: ImagePane, place: tuple[int, int] | None) -> None:
        colour = pane.colour_at(*place) if place else None
        self.place_changed.emit((*place, colour) if place and colour else None)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange):
            self.refresh()
        return handled
