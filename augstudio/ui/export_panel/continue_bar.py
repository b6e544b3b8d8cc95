"""Says that an export of the dataset was stopped, and lets it go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from augstudio.core.text import printable
from augstudio.export.reading.unfinished import Unfinished
from augstudio.ui import icons
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID


class ContinueBar(QFrame):
    """Stands above the options of an export.

    Signals:
        continue_requested: The export that was stopped shall go on as it was begun.
        anew_requested: Another export shall be begun, in another folder.
    """

    continue_requested = Signal()
    anew_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Framed")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.continue_button = QPushButton(marked(self.tr("Continue export"), "O"))
        self.anew_button = QPushButton(marked(self.tr("New folder"), "N"))
        self.anew_button.setToolTip(self.tr("Leave it as it is, and export to another folder"))
        for button in (self.continue_button, self.anew_button):
            button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(icons.IconLabel("export", 2 * GRID, QPalette.ColorRole.Highlight))
        row.addWidget(self.label, 1)
        row.addWidget(self.continue_button)
        row.addWidget(self.anew_button)
        self.continue_button.clicked.connect(self.continue_requested)
        self.anew_button.clicked.connect(self.anew_requested)
        self.hide()

    def show_unfinished(self, unfinished: Unfinished, *, chosen: bool) -> None:
        """Say which export was stopped.

        Args:
            unfinished: The export.
            chosen: Whether its folder and options are those of the form, so that starting continues it.
        """
        if chosen:
            text = self.tr(
                "The export to {0} is unfinished. With these options, it resumes where it stopped."
            )
        else:
            text = self.tr(
                "The export to {0} is unfinished. It was started with another pipeline or "
                "other options; continuing it leaves yours unchanged."
            )
        self.label.setText(text.format(printable(str(unfinished.out))))
        self.continue_button.setVisible(not chosen)
        self.anew_button.setVisible(chosen)
        self.show()
