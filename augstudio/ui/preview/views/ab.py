"""The pipeline against a kept one, on the same picture and draw."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Qt, QTime, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from augstudio.core.cached import cached_property
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane
from augstudio.preview.requests import PreviewResult
from augstudio.ui.mnemonics import plain
from augstudio.ui.preview.comparison_pane import ComparisonPane, Presentation
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID
from augstudio.ui.threads import ConflatingThread

if TYPE_CHECKING:
    from augstudio.preview.measuring import DifferenceRequest, DifferenceResult, DifferenceWork

AT_START = ""
"""Name of the kept pipeline that the window opened with."""

TIME_FORMAT = "HH:mm"
"""Names of pipelines that were kept without a file."""

GAINS = (1, 4, 16)
"""How much a difference may be amplified."""


class AbView(PreviewView):
    """A is the kept pipeline, B the one being edited; picture, seed and copy are the same."""

    NAME: ClassVar[str] = "ab"
    ICON: ClassVar[str] = "ab"
    SHORTCUT: ClassVar[str] = "F7"

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._panes: tuple[ImagePane, ...] = ()
        self._thread: ConflatingThread | None = None
        self._wanted: DifferenceRequest | None = None
        self._measured: DifferenceResult | None = None
        self.presentation_box = QComboBox()
        self.gain_box = QComboBox()
        self.hold_button = QPushButton(self.tr("Hold to show A"))
        self.tools = QWidget()
        self._row = QHBoxLayout(self.tools)
        self._build_tools()
        session.snapshot_changed.connect(self.changed)

    @cached_property
    def _work(self) -> DifferenceWork:
        from augstudio.preview.measuring import DifferenceWork

        return DifferenceWork(self.session.step_results)

    @property
    def presentation(self) -> Presentation:
        """How A and B are shown."""
        return Presentation(self.presentation_box.currentData())

    def set_presentation(self, presentation: Presentation) -> None:
        """Show A and B another way."""
        self.presentation_box.setCurrentIndex(list(Presentation).index(presentation))

    def title(self) -> str:
        return self.tr("A | B")

    def add_actions(self, actions: Iterable[QAction]) -> None:
        """Offer actions among the view's tools."""
        for action in actions:
            button = QToolButton()
            button.setAutoRaise(True)
            button.setDefaultAction(action)
            button.setAccessibleName(plain(action.text()))
            self._row.addWidget(button)

    # -- panes --------------------------------------------------------------------------------------

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        session = self.session
        panes = (
            Pane("A", session.snapshot, session.copy),
            Pane("B", session.result_pipeline, session.copy),
        )
        captions = (
            f"A · {self._snapshot_name()}",
            self.at_held_end(self.tr("B · now"))
            if session.held_setting is not None or session.snapshot != session.shown_pipeline
            else self.tr("B · now, the same as A"),
        )
        if self.presentation is Presentation.SIDE:
            return Arrangement(panes, captions, space.best_columns(2, in_one_row=1.3))
        return Arrangement(panes, captions, 1, per_widget=2)

    def _snapshot_name(self) -> str:
        """The kept pipeline's name; one that it got by itself is in the window's language."""
        name = self.session.snapshot_name
        if name == AT_START:
            return self.tr("at the start")
        return self.tr("kept at {0}").format(name) if QTime.fromString(name, TIME_FORMAT).isValid() else name

    def prepare(self, panes: tuple[ImagePane, ...]) -> None:
        super().prepare(panes)
        for pane in panes:
            if isinstance(pane, ComparisonPane):
                pane.set_presentation(self.presentation, self.gain_box.currentData())
        self._panes = panes

    def shown(self, result: PreviewResult, panes: tuple[ImagePane, ...]) -> None:
        from augstudio.preview.measuring import DifferenceRequest, Subject

        if self.presentation is not Presentation.DIFFERENCE or len(result.frames) != 2:
            return
        subject = Subject.of(result, *result.request.panes)
        request = DifferenceRequest(subject, min(1.0, result.zoom))
        if self._wanted is not None and self._wanted.subject != subject:
            self._wanted = self._work.pictures.wanted = None
        known = self._measured if self._measured and self._measured.request.subject == subject else None
        self._show_measured(known)
        if result.exact and (known is None or known.request != request):
            self._wanted, self._work.pictures.wanted = request, subject
            self._measuring().submit(request)

    @property
    def measuring(self) -> bool:
        """Whether the exact difference of what is on show is not known yet."""
        return self._wanted is not None

    def _measuring(self) -> ConflatingThread:
        if self._thread is None:
            self._thread = ConflatingThread(self._work, self)
            self._thread.finished.connect(self._on_thread_finished)
            self._thread.failed.connect(self.failed)
            self.session.dataset_changed.connect(self._thread.let_go)
        return self._thread

    @Slot(object, object)
    def _on_thread_finished(self, request: DifferenceRequest, result: DifferenceResult | None) -> None:
        if result is not None and request == self._wanted:
            self._wanted = None
            self._show_measured(result)

    def _show_measured(self, result: DifferenceResult | None) -> None:
        self._measured = result
        for pane in self._panes:
            if isinstance(pane, ComparisonPane):
                pane.set_measured(result)

    def hold(self, held: bool) -> None:
        if self.presentation is Presentation.SIDE:
            super().hold(held)
        for pane in self._panes:
            if isinstance(pane, ComparisonPane):
                pane.set_holding(held)

    def close(self) -> None:
        if self._thread is not None:
            self._work.pictures.wanted = None
            self._thread.close()

    # -- tools --------------------------------------------------------------------------------------

    def _build_tools(self) -> None:
        titles = {
            Presentation.SIDE: self.tr("Side by side"),
            Presentation.SPLIT: self.tr("Split"),
            Presentation.BLINK: self.tr("Blink"),
            Presentation.DIFFERENCE: self.tr("Difference"),
        }
        for presentation, title in titles.items():
            self.presentation_box.addItem(title, presentation.value)
        self.presentation_box.setAccessibleName(self.tr("How A and B are shown"))
        self.presentation_box.setCurrentIndex(list(titles).index(Presentation.SPLIT))
        for gain in GAINS:
            self.gain_box.addItem(f"{gain}×", gain)
        self.gain_box.setAccessibleName(self.tr("Gain of the difference"))
        self.gain_box.setToolTip(self.tr("How much differences are amplified."))
        self.hold_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hold_button.setToolTip(
            self.tr("Shows A while held; so does the ` key, or Space on the picture.")
        )
        self._row.setContentsMargins(GRID // 2, 0, 0, 0)
        self._row.setSpacing(GRID // 2)
        for part in (self.presentation_box, self.gain_box, self.hold_button):
            self._row.addWidget(part)
        self.presentation_box.currentIndexChanged.connect(self._on_tools_changed)
        self.gain_box.currentIndexChanged.connect(self._on_tools_changed)
        self.hold_button.pressed.connect(lambda: self.hold(True))
        self.hold_button.released.connect(lambda: self.hold(False))
        self._show_tools()

    def _show_tools(self) -> None:
        self.gain_box.setVisible(self.presentation is Presentation.DIFFERENCE)
        self.hold_button.setVisible(self.presentation is Presentation.BLINK)

    @Slot(int)
    def _on_tools_changed(self, _index: int) -> None:
        self.hold(False)
        self._show_tools()
        self.changed.emit()
