"""A wall of copies."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.draw_text import describe_draw
from augstudio.preview.requests import PreviewResult
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView
from augstudio.ui.session import Session

WALL_SIZES = (6, 9, 12, 16, 24)
"""How many copies the wall may show."""


class VariationsView(PreviewView):
    """Copies 1 to n of the picture; a click takes one."""

    NAME: ClassVar[str] = "variations"
    ICON: ClassVar[str] = "variations"
    SHORTCUT: ClassVar[str] = "F4"

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.count_box = QComboBox()
        self.count_box.setAccessibleName(self.tr("Number of copies"))
        for count in WALL_SIZES:
            self.count_box.addItem(self.tr("{0} copies").format(count), count)
        self.count_box.setCurrentIndex(WALL_SIZES.index(12))
        self.count_box.currentIndexChanged.connect(self.changed)
        self.tools = self.count_box

    def title(self) -> str:
        return self.tr("Variations")

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        count = self.count_box.currentData()
        panes = comparison.copies(self.session.shown_pipeline, count)
        captions = tuple(self.tr("Copy {0}").format(pane.copy) for pane in panes)
        chosen = self.session.copy - 1 if self.session.copy <= count else None
        return Arrangement(panes, captions, space.best_columns(count), chosen, pickable=True)

    def shown(self, result: PreviewResult, panes: tuple[ImagePane, ...]) -> None:
        for pane in panes:
            draws = pane.frame.draws if pane.frame else ()
            pane.setToolTip("\n".join(describe_draw(draw, translated) for draw in draws))

    def pick(self, index: int) -> None:
        self.session.set_copy(index + 1)
