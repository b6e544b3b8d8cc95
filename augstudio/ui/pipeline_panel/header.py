"""The pipeline's heading with what concerns all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from augstudio.ui import icons
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID


class PanelHeader(QWidget):
    """Title, presets, "Add step", and a menu.

    Signals:
        add_requested: Choose a step to add.
        presets_requested: Choose a preset.
        expand_requested: Show (True) or hide the settings of all steps.
        history_requested: Show the history.
    """

    add_requested = Signal()
    presets_requested = Signal()
    expand_requested = Signal(bool)
    history_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Pipeline"))
        title.setObjectName("Title")
        self.presets_button = self._button("presets", self.tr("Presets"))
        self.presets_button.setToolTip(self.tr("Ready-made pipelines, and your own"))
        self.add_button = self._button("add", self.tr("Add step"))
        self.more_button = self._button("more", self.tr("More pipeline actions"))
        self.more_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.more_button.setToolTip(self.tr("More pipeline actions"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self.more_button)
        menu.addAction(marked(self.tr("Collapse all steps"), "C"), lambda: self.expand_requested.emit(False))
        menu.addAction(marked(self.tr("Expand all steps"), "E"), lambda: self.expand_requested.emit(True))
        menu.addSeparator()
        menu.addAction(icons.icon("history"), marked(self.tr("History…"), "H"), self.history_requested.emit)
        self.more_button.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(title, 1)
        for button in (self.presets_button, self.add_button, self.more_button):
            row.addWidget(button)
        self.presets_button.clicked.connect(self.presets_requested)
        self.add_button.clicked.connect(self.add_requested)

    @staticmethod
    def _button(icon: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(text)
        button.setIcon(icons.icon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        return button
