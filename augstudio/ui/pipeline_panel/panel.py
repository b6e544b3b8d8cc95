"""The whole pipeline: padding on top, then a card for every step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from augstudio.core.padding import Padding
from augstudio.core.pipeline import Pipeline, Step
from augstudio.core.transform import Transform
from augstudio.ui import icons
from augstudio.ui.pipeline_panel.add_menu import AddStepMenu
from augstudio.ui.pipeline_panel.fields import translated
from augstudio.ui.pipeline_panel.padding_editor import PaddingEditor
from augstudio.ui.pipeline_panel.step_card import StepCard
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID


class StepList(QWidget):
    """The cards from top to bottom; a dragged card moves while it is dragged.

    Signals:
        moved: A step's id and its new place.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[StepCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addStretch()

    def show_cards(self, cards: list[StepCard]) -> None:
        """Show these cards in this order; others are taken away."""
        for card in self.cards:
            if card not in cards:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        for place, card in enumerate(cards):
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
                card.show()
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
        self.moved.emit(card.step.id, self.cards.index(card))


class PipelinePanel(QWidget):
    """Shows and edits the session's pipeline."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.padding = PaddingEditor()
        self.steps = StepList()
        self.add_button = QToolButton()
        self._empty = QLabel(self.tr("No steps yet. Add one to see what it does to your pictures."))
        self._build()
        self.padding.edited.connect(self._on_padding_edited)
        self.steps.moved.connect(self._on_steps_moved)
        session.pipeline_changed.connect(self._show)
        self._show(session.pipeline)

    def card(self, step_id: int) -> StepCard:
        """The card of a step."""
        return next(card for card in self.steps.cards if card.step.id == step_id)

    def _build(self) -> None:
        title = QLabel(self.tr("Pipeline"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.add_button.setText(self.tr("Add step"))
        self.add_button.setIcon(icons.icon("add"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = AddStepMenu(self.add_button)
        menu.chosen.connect(self.add_step)
        self.add_button.setMenu(menu)
        head = QHBoxLayout()
        head.setContentsMargins(GRID, GRID, GRID, 0)
        head.addWidget(title, 1)
        head.addWidget(self.add_button)
        self._empty.setObjectName("Muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.padding)
        column.addWidget(self._empty)
        column.addWidget(area, 1)

    # -- showing ------------------------------------------------------------------------------------

    def _show(self, pipeline: Pipeline) -> None:
        self.padding.set_padding(pipeline.padding)
        known = {(card.step.id, card.step.name): card for card in self.steps.cards}
        cards = []
        for step in pipeline.steps:
            card = known.get((step.id, step.name)) or self._new_card(step)
            if card.step != step:
                card.set_step(step)
            cards.append(card)
        self.steps.show_cards(cards)
        self._empty.setVisible(not cards)

    def _new_card(self, step: Step) -> StepCard:
        card = StepCard(step, self.steps)
        step_id = step.id
        card.edited.connect(self._on_card_edited)
        card.move_asked.connect(lambda places: self._move_by(step_id, places))
        card.duplicate_asked.connect(lambda: self._duplicate(step_id))
        card.remove_asked.connect(lambda: self._remove(step_id))
        card.dragged.connect(lambda height: self.steps.drag(card, height))
        card.dropped.connect(lambda: self.steps.drop(card))
        return card

    # -- edits --------------------------------------------------------------------------------------

    def _on_padding_edited(self, padding: Padding) -> None:
        pipeline = self._session.pipeline.with_padding(padding)
        self._session.edit_pipeline(pipeline, self.tr("change of padding"))

    def _on_card_edited(self, step: Step, text: str, gesture: int | None) -> None:
        self._session.edit_pipeline(self._session.pipeline.replacing(step), text, gesture)

    def add_step(self, transform: type[Transform]) -> None:
        """Put a new step with its defaults at the end."""
        text = self.tr("adding of {0}").format(translated(transform.TITLE))
        self._session.edit_pipeline(self._session.pipeline.adding(transform()), text)

    def _on_steps_moved(self, step_id: int, place: int) -> None:
        moved = self._session.pipeline.moving(step_id, place)
        self._session.edit_pipeline(moved, self.tr("move of {0}").format(self.card(step_id).title))

    def _move_by(self, step_id: int, places: int) -> None:
        steps = self._session.pipeline.steps
        place = [step.id for step in steps].index(step_id) + places
        if 0 <= place < len(steps):
            self._on_steps_moved(step_id, place)

    def _duplicate(self, step_id: int) -> None:
        pipeline = self._session.pipeline
        original = pipeline.step(step_id)
        place = pipeline.steps.index(original) + 1
        longer = pipeline.adding(original.transform)
        copied = original.model_copy(update={"id": longer.steps[-1].id})
        text = self.tr("duplication of {0}").format(self.card(step_id).title)
        self._session.edit_pipeline(longer.replacing(copied).moving(copied.id, place), text)

    def _remove(self, step_id: int) -> None:
        text = self.tr("removal of {0}").format(self.card(step_id).title)
        self._session.edit_pipeline(self._session.pipeline.removing(step_id), text)
