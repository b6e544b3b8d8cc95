"""The whole pipeline: padding on top, then a card for every step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.padding import Padding
from augstudio.core.pipeline import Pipeline
from augstudio.core.selection import depths
from augstudio.core.step import Step
from augstudio.core.transform import Transform
from augstudio.insights.advice import Advice
from augstudio.presets import Preset
from augstudio.ui import icons
from augstudio.ui.pipeline_panel.advice_lines import AdviceLines
from augstudio.ui.pipeline_panel.drawn_steps import DrawnSteps, agreed
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.pipeline_panel.header import PanelHeader
from augstudio.ui.pipeline_panel.history import HistoryPopup
from augstudio.ui.pipeline_panel.label_policy_editor import LabelPolicyEditor
from augstudio.ui.pipeline_panel.padding_editor import PaddingEditor
from augstudio.ui.pipeline_panel.preset_browser import PresetBrowser
from augstudio.ui.pipeline_panel.step_browser import StepBrowser
from augstudio.ui.pipeline_panel.step_card import StepCard
from augstudio.ui.pipeline_panel.step_list import StepArea
from augstudio.ui.pipeline_panel.thumbnails import PipelineThumbnails
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID

if TYPE_CHECKING:
    from augstudio.render.resolve import StepDraw


class PipelinePanel(QWidget):
    """Shows and edits the session's pipeline.

    Signals:
        advice_show_requested: The advice of which the picture is wanted.
        advice_dismissed: The advice that is not wanted any more.
        questions_requested: Have steps proposed.
    """

    advice_show_requested = Signal(object)
    advice_dismissed = Signal(object)
    questions_requested = Signal()

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        offered_classes: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """Show the session's pipeline.

        Args:
            session: What is edited.
            parent: The widget that owns the panel.
            offered_classes: Asked for the names of the dataset's classes, to which steps can be limited.
        """
        super().__init__(parent)
        self._session = session
        self._offered_classes = offered_classes
        self._known_classes: frozenset[str] | None = None
        self.padding = PaddingEditor()
        self.label_policy = LabelPolicyEditor()
        self.advice = AdviceLines()
        self.area = StepArea()
        self.steps = self.area.steps
        self.header = PanelHeader()
        self._step_thumbnails = PipelineThumbnails(self, session.step_results)
        self._preset_thumbnails = PipelineThumbnails(self, session.step_results)
        self.browser = StepBrowser(session, self._step_thumbnails, self)
        self.presets = PresetBrowser(session, self._preset_thumbnails, self)
        self.history = HistoryPopup(session.undo_stack, self)
        self._empty = QLabel(self.tr("No steps yet. Add one to see what it does to your pictures."))
        self.questions = QPushButton(self.tr("Propose steps by questions…"))
        self.show_all = QPushButton()
        self._build()
        self._pass_on(self.advice)
        self.padding.edited.connect(self._on_padding_edited)
        self.label_policy.edited.connect(self._on_label_policy_edited)
        self.steps.moved.connect(self._on_steps_moved)
        self.header.add_requested.connect(self.browse_steps)
        self.header.presets_requested.connect(self.browse_presets)
        self.header.expand_requested.connect(self.expand_all)
        self.header.history_requested.connect(self.show_history)
        self.browser.chosen.connect(self._on_browser_chosen)
        self.presets.chosen.connect(self._on_presets_chosen)
        self.questions.clicked.connect(self.questions_requested)
        self.show_all.clicked.connect(lambda: session.show_alone(None))
        session.pipeline_changed.connect(self._show)
        session.solo_changed.connect(self._show_alone)
        session.dataset_changed.connect(self._on_session_dataset_changed)
        self._show(session.pipeline)

    def card(self, step_id: int) -> StepCard:
        """The card of a step."""
        return next(card for card in self.steps.cards if card.step.id == step_id)

    def close_threads(self) -> None:
        """Join the threads."""
        self._step_thumbnails.close()
        self._preset_thumbnails.close()

    # -- what the header and the menus offer --------------------------------------------------------

    def browse_steps(self) -> None:
        """Let the user choose a step to add."""
        self.browser.open_below(self.header.add_button)

    def browse_presets(self) -> None:
        """Let the user choose a preset."""
        self.presets.open_below(self.header.presets_button)

    def show_history(self) -> None:
        """Show every edit by name."""
        self.history.open_below(self.header.more_button)

    def expand_all(self, expanded: bool) -> None:
        """Show or hide the settings of all steps."""
        for card in self.steps.cards:
            card.set_expanded(expanded)

    def _build(self) -> None:
        self._empty.setObjectName("Muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.header)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.addWidget(self.show_all)
        self.show_all.setIcon(icons.icon("solo"))
        self.show_all.hide()
        column.addWidget(self.padding)
        column.addWidget(self.label_policy)
        self.label_policy.hide()
        column.addWidget(self._empty)
        column.addWidget(self.questions, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.area, 1)
        column.addWidget(self.advice)

    # -- showing ------------------------------------------------------------------------------------

    def _show(self, pipeline: Pipeline) -> None:
        self.padding.set_padding(pipeline.padding)
        self.label_policy.set_policy(pipeline.labels)
        known = {(card.step.id, card.step.name): card for card in self.steps.cards}
        cards = []
        for step, depth in zip(pipeline.steps, depths(pipeline.steps), strict=True):
            card = known.get((step.id, step.name)) or self._new_card(step)
            if card.step != step:
                card.set_step(step)
            card.set_depth(depth)
            cards.append(card)
        self.steps.show_cards(cards)
        if self._session.solo is not None:
            self._show_alone()
        for widget in (self._empty, self.questions):
            widget.setVisible(not cards)

    def _new_card(self, step: Step) -> StepCard:
        card = StepCard(step, self.steps, self._offered_classes)
        card.mark_unknown(self._known_classes)
        step_id = step.id
        self._pass_on(card.advice)
        card.edited.connect(self._on_card_edited)
        card.end_held.connect(self._session.hold_end)
        card.alone_requested.connect(lambda alone: self._session.show_alone(step_id if alone else None))
        card.move_requested.connect(lambda places: self._move_by(step_id, places))
        card.duplicate_requested.connect(lambda: self._duplicate(step_id))
        card.remove_requested.connect(lambda: self._remove(step_id))
        card.dragged.connect(lambda cursor: self.area.drag(card, cursor))
        card.dropped.connect(lambda: self.area.drop(card))
        return card

    def know_classes(self, names: Iterable[str] | None) -> None:
        """Mark classes that steps name and the dataset has not; None while its own are not known."""
        known = None if names is None else frozenset(normalize("NFC", name) for name in names)
        self._known_classes = known
        for card in self.steps.cards:
            card.mark_unknown(known)

    def show_advice(self, advice: Sequence[Advice]) -> None:
        """Show advice, each beside the step that it is about, in place of what was said before."""
        self.advice.show_advice([item for item in advice if item.step_id is None])
        for card in self.steps.cards:
            card.advice.show_advice([item for item in advice if item.step_id == card.step.id])

    def _pass_on(self, lines: AdviceLines) -> None:
        lines.show_requested.connect(self.advice_show_requested)
        lines.dismissed.connect(self.advice_dismissed)

    def _show_alone(self) -> None:
        """Show which step is shown without the others, and the way back."""
        solo = self._session.solo
        title = "" if solo is None else self.card(solo).title
        kept = {step.id for step in self._session.visible_pipeline.steps}
        for card in self.steps.cards:
            card.set_alone(card.step.id == solo, "" if card.step.id in kept else title)
        self.show_all.setText(self.tr("Only {0} is shown. Show all steps").format(title))
        self.show_all.setVisible(solo is not None)

    def show_draws(self, pictures: Iterable[tuple[Pipeline, Iterable[StepDraw]]]) -> None:
        """Show which steps take part in the copy on show, and what they drew.

        Args:
            pictures: What it is rendered with, and what was drawn, for each picture of it. Where none is of
                the session's pipeline, as in a sweep, that is shown in which all of them agree.
        """
        session, seen = self._session, [DrawnSteps.of(*picture) for picture in pictures]
        own = [each for each in seen if each.pipeline.steps == session.result_pipeline.steps]
        kept = {step.id for step in session.visible_pipeline.steps}
        for card in self.steps.cards:
            step = card.step
            is_own = own and not session.trying_out
            found = own[0].of_step(step.id) if is_own else agreed(step, seen)
            card.mark_draw(None if found is None else found.draw)
            if step.id in kept:  # of the others it is said that they are left out
                drawn = found is None or not step.enabled or found.takes_part
                card.set_drawn(drawn, grouped_off=found is not None and not found.is_on)

    # -- edits --------------------------------------------------------------------------------------

    def _on_padding_edited(self, padding: Padding) -> None:
        pipeline = self._session.pipeline.with_padding(padding)
        self._session.edit_pipeline(pipeline, self.tr("change padding"))

    def _on_label_policy_edited(self, policy: LabelPolicy, gesture: int | None) -> None:
        pipeline = self._session.pipeline.with_labels(policy)
        self._session.edit_pipeline(pipeline, self.tr("change label options"), gesture)

    def _on_session_dataset_changed(self) -> None:
        self.know_classes(None)  # until all of it is listed
        labelled = self._session.labelled
        self.label_policy.setVisible(labelled is not None and labelled.categories is not None)

    def _on_card_edited(self, step: Step, text: str, gesture: int | None) -> None:
        self._session.edit_pipeline(self._session.pipeline.replacing(step), text, gesture)

    def add_step(self, transform: type[Transform]) -> int:
        """Put a new step with its defaults behind the card that was worked on last, else at the end.

        Returns:
            The step's id.
        """
        self._session.show_alone(None)  # a new step is to be seen
        text = self.tr("add {0}").format(translated(transform.TITLE))
        pipeline = self._session.pipeline
        longer = pipeline.adding(transform())
        new = longer.steps[-1].id
        places = [place for place, step in enumerate(pipeline.steps) if step.id == self.steps.current]
        if places:
            longer = longer.moving(new, places[0] + 1)
        self._session.edit_pipeline(longer, text)
        return new

    def _on_browser_chosen(self, transform: type[Transform]) -> None:
        card = self.card(self.add_step(transform))
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.reveal(card)

    def _on_presets_chosen(self, choice: tuple[Preset, Pipeline]) -> None:
        preset, pipeline = choice
        title = QCoreApplication.translate("Presets", preset.title)
        self._session.replace_pipeline(pipeline, self.tr("use preset {0}").format(title))

    def _on_steps_moved(self, step_id: int, place: int) -> None:
        moved = self._session.pipeline.moving(step_id, place)
        self._session.edit_pipeline(moved, self.tr("move {0}").format(self.card(step_id).title))

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
        text = self.tr("duplicate {0}").format(self.card(step_id).title)
        self._session.edit_pipeline(longer.replacing(copied).moving(copied.id, place), text)

    def _remove(self, step_id: int) -> None:
        text = self.tr("remove {0}").format(self.card(step_id).title)
        self._session.edit_pipeline(self._session.pipeline.removing(step_id), text)
