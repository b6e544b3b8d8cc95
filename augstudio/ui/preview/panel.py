"""The centre of the window: one view at a time, all of them grids of synced panes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from augstudio import comparison
from augstudio.comparison import Pane
from augstudio.core.padding import PaddingMode
from augstudio.ui.preview.controller import PreviewController
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.rendering import PreviewRequest, PreviewResult
from augstudio.ui.preview.viewport import Viewport
from augstudio.ui.session import Session

GAP = 2
"""Logical pixels between panes."""

WALL_SIZES = (6, 9, 12, 16, 24)
"""How many copies the wall of variations may show."""


class ViewMode(StrEnum):
    """What the centre shows."""

    SIDE_BY_SIDE = "side_by_side"
    PADDING = "padding"
    VARIATIONS = "variations"


@dataclass(frozen=True)
class Arrangement:
    """The panes of a view and how they lie.

    Attributes:
        panes: What to render.
        captions: Their names in the user's language.
        columns: Panes in a row.
        chosen: Index of the pane that is in use, or None.
        pickable: Whether a click on a pane picks it.
    """

    panes: tuple[Pane, ...]
    captions: tuple[str, ...]
    columns: int
    chosen: int | None
    pickable: bool


class PreviewPanel(QWidget):
    """Original and result, all padding modes, or a wall of copies.

    Signals:
        place_changed: The cursor's place and colour: (column, row, rgb), or None.
        result_shown: A :class:`PreviewResult` is on show.
        settled: What is on show equals what an export writes.
        failed: An exception nobody expected.
    """

    place_changed = Signal(object)
    result_shown = Signal(object)
    settled = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._mode = ViewMode.SIDE_BY_SIDE
        self._wall_size = 12
        self._aspect = 4 / 3  # of the last picture
        self._panes: list[ImagePane] = []
        self.viewport = Viewport(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.controller = PreviewController(self._request, self)
        self.controller.rendered.connect(self._on_controller_rendered)
        self.controller.settled.connect(self.settled)
        self.controller.failed.connect(self.failed)
        self.viewport.changed.connect(self.controller.update)
        session.pipeline_changed.connect(self.refresh)
        session.draw_changed.connect(self.refresh)
        session.sample_changed.connect(self._on_session_sample_changed)
        self.refresh()

    # -- what is shown ------------------------------------------------------------------------------

    @property
    def mode(self) -> ViewMode:
        """The view on show."""
        return self._mode

    @property
    def panes(self) -> tuple[ImagePane, ...]:
        """The panes on show, in order."""
        return tuple(self._panes)

    @property
    def wall_size(self) -> int:
        """How many copies the wall shows."""
        return self._wall_size

    def set_mode(self, mode: ViewMode) -> None:
        """Show another view."""
        if mode != self._mode:
            self._mode = mode
            self.viewport.fit_pictures()
            self.refresh()

    def set_wall_size(self, count: int) -> None:
        """Show so many copies on the wall of variations."""
        if count != self._wall_size:
            self._wall_size = count
            self.refresh()

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
        return {
            ViewMode.SIDE_BY_SIDE: self._side_by_side,
            ViewMode.PADDING: self._padding,
            ViewMode.VARIATIONS: self._variations,
        }[self._mode]()

    def close_workers(self) -> None:
        """Join the preview's threads."""
        self.controller.close()

    # -- the views ----------------------------------------------------------------------------------

    def _side_by_side(self) -> Arrangement:
        session = self._session
        panes = comparison.original_and_result(session.pipeline, session.copy)
        captions = (self.tr("Original"), self.tr("Copy {0}").format(session.copy))
        return Arrangement(panes, captions, self._best_columns(2, in_one_row=1.3), None, False)

    def _padding(self) -> Arrangement:
        session = self._session
        modes = comparison.padding_modes(session.pipeline, session.copy)
        original = Pane("original", session.pipeline, 0)
        names = [padding_name(mode) for mode in PaddingMode]
        chosen = list(PaddingMode).index(session.pipeline.padding.mode)
        panes = (*modes, original)
        captions = (*names, self.tr("Original"))
        return Arrangement(panes, captions, self._best_columns(len(panes)), chosen, True)

    def _variations(self) -> Arrangement:
        session = self._session
        panes = comparison.copies(session.pipeline, self._wall_size)
        captions = tuple(self.tr("Copy {0}").format(pane.copy) for pane in panes)
        columns = self._best_columns(len(panes))
        chosen = session.copy - 1 if session.copy <= self._wall_size else None
        return Arrangement(panes, captions, columns, chosen, True)

    def _best_columns(self, count: int, in_one_row: float = 1.0) -> int:
        """The number of columns in which so many pictures like the last one are shown largest.

        One row is preferred until another arrangement shows them ``in_one_row`` times larger.
        """

        def picture_width(columns: int) -> float:
            rows = -(-count // columns)
            width = min(self.width() / columns, self.height() / rows * self._aspect)
            return width * in_one_row if rows == 1 else width

        return max(range(1, count + 1), key=picture_width)

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
        pane.picked.connect(lambda: self._on_pane_picked(index))
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

    # -- gestures -----------------------------------------------------------------------------------

    def _on_pane_picked(self, index: int) -> None:
        session = self._session
        if self._mode is ViewMode.PADDING and index < len(PaddingMode):
            padding = session.pipeline.padding.model_copy(update={"mode": list(PaddingMode)[index]})
            session.edit_pipeline(session.pipeline.with_padding(padding), self.tr("change of padding"))
        elif self._mode is ViewMode.VARIATIONS:
            session.set_copy(index + 1)

    def _on_pane_hovered(self, pane: ImagePane, place: tuple[int, int] | None) -> None:
        colour = pane.colour_at(*place) if place else None
        self.place_changed.emit((*place, colour) if place and colour else None)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange):
            self.refresh()
        return handled


def padding_name(mode: PaddingMode) -> str:
    """The mode's name for people; it is numpy's word in every language, so that files and books agree."""
    return mode.value.capitalize()
