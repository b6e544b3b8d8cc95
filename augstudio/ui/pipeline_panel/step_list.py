"""The cards from top to bottom, and how one is dragged to another place."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from augstudio.ui.pipeline_panel.step_card import StepCard
from augstudio.ui.theme import GRID

EDGE = 4 * GRID
"""How near its edge a dragged card scrolls the list, in logical pixels."""

TICK_MS = 16

NARROWEST = 38 * GRID
"""Width that the list has at least, in logical pixels."""


class StepList(QWidget):
    """The cards from top to bottom; a dragged card moves while it is dragged.

    Signals:
        moved: A step's id and its new place.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[StepCard] = []
        self.current: int | None = None
        """Id of the step whose card was worked on last; a new one goes behind it."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addStretch()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        chosen = next((card for card in self.cards if card is now or card.isAncestorOf(now)), None)
        if chosen is not None and chosen.step.id != self.current:
            self.current = chosen.step.id
            for card in self.cards:
                card.set_current(card is chosen)

    def show_cards(self, cards: list[StepCard]) -> None:
        """Show these cards in this order; others are taken away."""
        for card in self.cards:
            if card not in cards:
                self._column.removeWidget(card)
                card.blockSignals(True)  # what was being typed in it ends with it
                card.hide()
                card.deleteLater()
        for place, card in enumerate(cards):
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
                card.show()
        self._order_tabs(cards)
        self.cards = list(cards)

    def drag(self, card: StepCard, height: int) -> None:
        """Move a card to where the cursor is."""
        others = [other for other in self.cards if other is not card]
        place = sum(height > other.geometry().center().y() for other in others)
        if self.cards.index(card) != place:
            others.insert(place, card)
            self.show_cards(others)
            self._column.activate()

    def drop(self, card: StepCard) -> None:
        """Tell where a dragged card has come to lie."""
        if card in self.cards:
            self.moved.emit(card.step.id, self.cards.index(card))

    def _order_tabs(self, cards: list[StepCard]) -> None:
        """Let Tab go through the cards as they lie, whatever their order of birth."""
        if cards == self.cards:
            return
        for before, after in pairwise([stop for card in cards for stop in card.tab_stops()]):
            QWidget.setTabOrder(before, after)


class StepArea(QScrollArea):
    """Scrolls the list; a card dragged to its upper or lower edge pulls the list along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepList()
        self._dragged: StepCard | None = None
        self._cursor = QPoint()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._on_ticker_timeout)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.steps)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest card needs, so that none is cut off at its right."""
        width = self.steps.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(NARROWEST, width), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # another card may be the widest now
        return super().eventFilter(watched, event)

    def reveal(self, card: StepCard) -> None:
        """Scroll to a card, also to one just added, whose place is not laid out yet."""
        layout = self.steps.layout()
        if layout is not None:
            layout.activate()
        height = max(self.viewport().height(), self.steps.sizeHint().height())
        self.steps.resize(self.viewport().width(), height)
        self.ensureWidgetVisible(card)

    def drag(self, card: StepCard, cursor: QPoint) -> None:
        """A card is being dragged and the cursor is here on the screen."""
        self._dragged, self._cursor = card, cursor
        self._follow()
        if self._speed():
            self._ticker.start()
        else:
            self._ticker.stop()

    def drop(self, card: StepCard) -> None:
        """The drag has ended."""
        self._ticker.stop()
        if self._dragged is card:
            self._dragged = None
            self.steps.drop(card)

    def _on_ticker_timeout(self) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._speed())
        if bar.value() == before:
            self._ticker.stop()
        self._follow()

    def _follow(self) -> None:
        if self._dragged is not None and self._dragged in self.steps.cards:
            self.steps.drag(self._dragged, self.steps.mapFromGlobal(self._cursor).y())

    def _speed(self) -> int:
        """Pixels to scroll per tick: faster the nearer the cursor is to the edge, or beyond it."""
        height = self.viewport().height()
        y = self.viewport().mapFromGlobal(self._cursor).y()
        beyond = max(0, y - (height - EDGE)) - max(0, EDGE - y)
        return max(-EDGE, min(EDGE, beyond)) // 2 if abs(beyond) > 1 else 0
