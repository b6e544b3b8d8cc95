"""Asks what can happen to the pictures in real life, and shows the steps that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.text import printable
from augstudio.errors import AugStudioError
from augstudio.insights.advice import Advice, Severity
from augstudio.insights.material import Material, gather
from augstudio.insights.proposal import Facts, Proposal, propose
from augstudio.insights.questionnaire import QUESTIONS, Answer, Answers, Question, Topic
from augstudio.insights.relevance import advice_on
from augstudio.ui import icons
from augstudio.ui.dataset_panel.panel import DatasetPanel
from augstudio.ui.messages import explained, sentence
from augstudio.ui.mnemonics import marked
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.session import Session
from augstudio.ui.state import State
from augstudio.ui.theme import GRID
from augstudio.ui.threads import LatestCall
from augstudio.ui.undo_keys import commit_typing

_WIDE: Final = 112 * GRID
_TALL: Final = 64 * GRID  # fits a screen of 1280 x 720


@dataclass(frozen=True)
class _Checked:
    """What follows from answers, and what the pictures say to it."""

    answers: Answers
    material: Material
    proposal: Proposal
    advice: tuple[Advice, ...]


class ProposedSteps(QScrollArea):
    """Steps with the reasons for them, and below each what the pictures speak against it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts: tuple[str, ...] = ()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Proposed steps"))

    def show_proposal(self, proposal: Proposal, advice: Sequence[Advice]) -> None:
        """Show these in place of those before."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        texts: list[str] = []
        if not proposal.steps:
            texts.append(self.tr("No step yet: say what can happen to your pictures."))
            column.addWidget(_wrapped(texts[0], "Muted"))
        for item in proposal.steps:
            title = translated(item.step.transform.TITLE)
            reason = sentence(explained(item.reason))
            column.addWidget(_wrapped(title, "Title"))
            column.addWidget(_wrapped(reason, "Muted"))
            texts += (title, reason)
            own = [one for one in advice if one.step_id == item.step.id]
            texts += [self._add_advice(column, one) for one in own]
            column.addSpacing(GRID // 2)
        for note in proposal.notes:
            texts.append(sentence(explained(note)))
            column.addWidget(_wrapped(texts[-1], "Muted"))
        texts += [self._add_advice(column, one) for one in advice if one.step_id is None]
        column.addStretch(1)
        place = self.verticalScrollBar().value()
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)
        self.texts = tuple(texts)

    def _add_advice(self, column: QVBoxLayout, advice: Advice) -> str:
        wrong = advice.severity is Severity.LIKELY_WRONG
        role = QPalette.ColorRole.BrightText if wrong else QPalette.ColorRole.PlaceholderText
        text = printable(sentence(explained(advice.reason)))
        line = _wrapped(text, "")
        line.setToolTip(printable(sentence(explained(advice.remedy))))
        row = QHBoxLayout()
        row.setContentsMargins(GRID, 0, 0, 0)
        row.addWidget(icons.IconLabel("warning", 2 * GRID, role), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(line, 1)
        column.addLayout(row)
        return text


class QuestionnaireDialog(QDialog):
    """Questions to the left, the steps that follow from the answers to the right.

    The pictures are looked at beside the window, and their advice is shown below the steps; the window can be
    used meanwhile. Nothing is changed before the steps are taken, and that is one step of the history.
    """

    def __init__(self, session: Session, state: State, panel: DatasetPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._state, self._panel = session, state, panel
        self._answers = Answers()
        self._material: Material | None = None
        self.proposal = propose(self._answers)
        self.calls = LatestCall(self)
        self.setWindowTitle(self.tr("What can happen to your pictures?"))
        self.choices: dict[Topic, QComboBox] = {}
        self.steps = ProposedSteps()
        self.state = _wrapped("", "Muted")
        buttons, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self.use = buttons.addButton(marked(self.tr("Use these steps"), "U"), role.AcceptRole)
        buttons.addButton(marked(self.tr("Close"), "C"), role.RejectRole)
        self._build(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.calls.succeeded.connect(self._on_calls_succeeded)
        session.dataset_changed.connect(self.prepare)
        panel.listed.connect(self._on_panel_listed)

    def _build(self, buttons: QDialogButtonBox) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(GRID + GRID // 2)
        grid.setHorizontalSpacing(2 * GRID)
        for row, question in enumerate(QUESTIONS):
            choice = self._choice(question)
            label = _wrapped(sentence(explained(question.text)), "")
            label.setToolTip(choice.toolTip())
            grid.addWidget(label, row, 0)
            grid.addWidget(choice, row, 1)
        grid.setColumnStretch(0, 1)
        left = QVBoxLayout()
        left.addWidget(_wrapped(self.tr("Think of the pictures that your model will meet later."), "Muted"))
        left.addLayout(grid)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.steps, 1)
        right.addWidget(self.state)
        halves = QHBoxLayout()
        halves.setSpacing(2 * GRID)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(halves, 1)
        column.addWidget(buttons)
        self.resize(_WIDE, _TALL)

    def _choice(self, question: Question) -> QComboBox:
        choice = QComboBox()
        for answer, text in question.choices.items():
            choice.addItem(sentence(explained(text)), answer.value)
        choice.setToolTip(sentence(explained(question.help)))
        choice.setAccessibleName(sentence(explained(question.text)))
        choice.setAccessibleDescription(choice.toolTip())
        choice.activated.connect(lambda _place, topic=question.topic: self._on_answered(topic))
        self.choices[question.topic] = choice
        return choice

    # -- answers ------------------------------------------------------------------------------------

    @Slot()
    def prepare(self) -> None:
        """Show what was answered about the dataset that is open now."""
        self._material = None
        place = self._session.place
        self._answers = Answers() if place is None else self._state.answers(place)
        for topic, choice in self.choices.items():
            choice.setCurrentIndex(choice.findData(self._answers[topic].value))
        self._propose()

    def _on_answered(self, topic: Topic) -> None:
        self._answers = self._answers.answering(topic, Answer(self.choices[topic].currentData()))
        if self._session.place is not None:
            self._state.keep_answers(self._session.place, self._answers)
        self._propose()

    @Slot()
    def _on_panel_listed(self) -> None:
        if self.isVisible():
            self._propose()

    def _propose(self) -> None:
        """Show the steps at once; what the pictures say to them follows."""
        facts = None if self._material is None else Facts.of(self._material)
        self._show(propose(self._answers, facts), ())
        self.calls.cancel()
        dataset, answers, known = self._session.labelled, self._answers, self._material
        listed = tuple(self._panel.model.listed)
        self.state.setText("")
        if dataset is None or not listed or not self.proposal.steps:
            return
        seed = self._session.seed
        self.state.setText(self.tr("Looking at your pictures…"))

        def look(_report: object, cancelled: Callable[[], bool]) -> _Checked | None:
            try:
                with interruptible(cancelled):
                    material = known or gather(dataset, listed, seed=seed, cancelled=cancelled)
                    if material is None:
                        return None
                    proposal = propose(answers, Facts.of(material))
                    advice = advice_on(material, proposal.pipeline, cancelled)
            except (AugStudioError, Interrupted):  # whoever opens, shows or exports it says what is wrong
                return None
            return None if advice is None else _Checked(answers, material, proposal, advice)

        self.calls.start(look)

    @Slot(object)
    def _on_calls_succeeded(self, found: _Checked | None) -> None:
        if found is None or found.answers != self._answers:
            self.state.setText("")
            return
        self._material = found.material
        self._show(found.proposal, found.advice)
        if any(item.severity is Severity.LIKELY_WRONG for item in found.advice):
            self.state.setText(self.tr("Your pictures speak against some of these steps."))
        elif found.advice:
            self.state.setText(self.tr("Nothing is likely wrong; see the notes."))
        else:
            self.state.setText(self.tr("Your pictures speak against none of these steps."))

    def _show(self, proposal: Proposal, advice: Sequence[Advice]) -> None:
        self.proposal = proposal
        self.steps.show_proposal(proposal, advice)
        self.use.setEnabled(bool(proposal.steps))

    # -- Qt -----------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Take the steps in place of the pipeline; what was said about labels stays."""
        commit_typing()
        pipeline = self.proposal.pipeline.with_labels(self._session.pipeline.labels)
        self._session.replace_pipeline(pipeline, self.tr("use the proposed steps"))
        super().accept()

    def done(self, result: int) -> None:
        self.calls.cancel()
        super().done(result)


def _wrapped(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    place = label.sizePolicy()  # whose height follows from the width
    place.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(place)
    return label
