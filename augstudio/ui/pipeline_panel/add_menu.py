"""The menu of all transforms, made from the catalogue."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from augstudio.core.transform import catalogue
from augstudio.ui.pipeline_panel.fields import translated


class AddStepMenu(QMenu):
    """Every transform under its group, with what it does as tooltip.

    Signals:
        chosen: A transform class.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        group = ""
        for transform in catalogue():
            if group != transform.GROUP:
                group = transform.GROUP
                self.addSection(translated(group))
            action = self.addAction(translated(transform.TITLE))
            action.setToolTip(translated((transform.__doc__ or "").strip()))
            action.setData(transform.NAME)
            action.triggered.connect(lambda _=False, kind=transform: self.chosen.emit(kind))
