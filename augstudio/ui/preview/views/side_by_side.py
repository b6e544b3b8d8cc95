"""Original and result: beside each other, one above the other, or on one place with a handle between them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.ui.preview.comparison_pane import ComparisonPane, Presentation
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView
from augstudio.ui.session import Session

# One above the other where that makes the pictures so much larger; below it, windows of about the pictures'
# proportions would change their order with every small change of their size.
_STACKED_GAIN = 1.15


class PairLayout(StrEnum):
    """How original and result lie."""

    AUTOMATIC = "automatic"
    BESIDE = "beside"
    STACKED = "stacked"
    WIPE = "wipe"


class SideBySideView(PreviewView):
    """The untouched picture and the copy in use.

    Signals:
        layout_chosen: The user has chosen a :class:`PairLayout`.
    """

    NAME: ClassVar[str] = "side_by_side"
    ICON: ClassVar[str] = "side_by_side"
    SHORTCUT: ClassVar[str] = "F2"

    layout_chosen = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.layout_box = QComboBox()
        name = self.tr("How original and result lie")
        self.layout_box.setAccessibleName(name)
        self.layout_box.setToolTip(name)
        self.layout_box.addItem(self.tr("Largest"), PairLayout.AUTOMATIC)
        self.layout_box.addItem(self.tr("Beside each other"), PairLayout.BESIDE)
        self.layout_box.addItem(self.tr("One above the other"), PairLayout.STACKED)
        self.layout_box.addItem(self.tr("Wipe between them"), PairLayout.WIPE)
        self.layout_box.currentIndexChanged.connect(self.changed)
        self.layout_box.activated.connect(lambda: self.layout_chosen.emit(self.layout))
        self.tools = self.layout_box

    def title(self) -> str:
        return self.tr("Side by side")

    @property
    def layout(self) -> PairLayout:
        """How they lie."""
        return PairLayout(self.layout_box.currentData())

    def set_layout(self, layout: PairLayout) -> None:
        """Let them lie another way."""
        self.layout_box.setCurrentIndex(list(PairLayout).index(layout))

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        panes = comparison.original_and_result(self.session.result_pipeline, self.session.copy)
        captions = (self.tr("Original"), self._name_of_result(exported=self.session.as_exported))
        # What is replaced is never called exported, though its pixels still are.
        former = (self.tr("Original"), self._name_of_result(exported=False))
        if self.layout is PairLayout.WIPE:
            return Arrangement(panes, captions, 1, per_widget=2, former_captions=former)
        columns = {PairLayout.BESIDE: 2, PairLayout.STACKED: 1}.get(self.layout)
        columns = columns or space.best_columns(2, _STACKED_GAIN)
        return Arrangement(panes, captions, columns, former_captions=former)

    def prepare(self, panes: tuple[ImagePane, ...]) -> None:
        super().prepare(panes)
        for pane in panes:
            if isinstance(pane, ComparisonPane):
                pane.set_presentation(Presentation.SPLIT, 1)
                pane.set_names(self.tr("Original"), self.tr("Result"))

    def _name_of_result(self, *, exported: bool) -> str:
        copy = self.session.copy
        if not copy:
            return self.tr("Original, as exported") if exported else self.tr("Original")
        name = self.tr("Copy {0}, as exported") if exported else self.tr("Copy {0}")
        return self.at_held_end(name.format(copy))
