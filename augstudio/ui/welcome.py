"""What is there when no dataset is: a card that says how to begin, and places to drop things on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from augstudio.ui import icons
from augstudio.ui.actions import Actions
from augstudio.ui.state import State
from augstudio.ui.theme import CANVAS, GRID

RECENT_SHOWN = 5


class WelcomeCard(QWidget):
    """Lies over the pictures while no dataset is open.

    Signals:
        recent_chosen: A folder of the recent datasets.
    """

    recent_chosen = Signal(str)

    def __init__(self, actions: Actions, state: State, over: QWidget) -> None:
        super().__init__(over.parentWidget())
        self._over = over
        self._state = state
        self.setAccessibleName(self.tr("Get started"))
        self.card = QFrame()
        self.card.setObjectName("Welcome")
        self.card.setFixedWidth(52 * GRID)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.open_button = _button(actions.open_folder, self.tr("Open a folder of images…"))
        self.open_button.setIcon(icons.icon("open", QPalette.ColorRole.HighlightedText))
        self.open_button.setDefault(True)
        self.sample_button = _button(actions.open_sample, self.tr("Open the sample dataset"))
        self.labelled_button = _button(actions.open_labelled, self.tr("Open the sample with labels"))
        self._fill()
        outer = QVBoxLayout(self)
        outer.addStretch()
        row = QHBoxLayout()
        outer.addLayout(row)
        row.addStretch()
        row.addWidget(self.card)
        row.addStretch()
        outer.addStretch()
        over.installEventFilter(self)
        self.hide()

    def _fill(self) -> None:
        title = QLabel(self.tr("See augmentation on your own pictures"))
        title.setObjectName("Title")
        title.setWordWrap(True)
        words = QLabel(self.tr("Pictures are only ever read; an export writes to a folder of its own."))
        words.setObjectName("Muted")
        words.setWordWrap(True)
        drop = DropMark(self.tr("… or drop a folder here"))
        drop.setFixedHeight(9 * GRID)
        self._recent_title = QLabel(self.tr("Recent datasets"))
        self._recent_title.setObjectName("Muted")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        buttons = self.open_button, self.sample_button, self.labelled_button
        for widget in (title, words, *buttons, drop, self._recent_title):
            column.addWidget(widget)
        column.addLayout(self._recent)

    @property
    def recent_buttons(self) -> list[QToolButton]:
        """The buttons of the recent datasets, the last one first."""
        return self.card.findChildren(QToolButton)

    def show_for(self, dataset: object) -> None:
        """Appear while there is no dataset."""
        if dataset is not None:
            self.hide()
            return
        for button in self.recent_buttons:
            self._recent.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        folders = self._state.recent[:RECENT_SHOWN]
        for folder in folders:
            self._recent.addWidget(self._recent_button(folder))
        self._recent_title.setVisible(bool(folders))
        self._place()
        self.show()  # over the pictures and under the notices, as it was made between them

    def _recent_button(self, folder: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(icons.icon("folder"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        path = Path(folder)
        shown = f"{path.name or folder}   {path.parent}"
        button.setText(button.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 40 * GRID))
        button.setAccessibleName(folder)
        button.setToolTip(folder)
        button.clicked.connect(lambda: self.recent_chosen.emit(folder))
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setGeometry(self._over.geometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), CANVAS)
        painter.end()


class DropMark(QWidget):
    """A dashed frame with words: things can be dropped here."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, self.palette().color(QPalette.ColorRole.Dark), QColor(0, 0, 0, 0))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()

    def _paint_frame(self, painter: QPainter, line: QColor, back: QColor, inset: float = 1) -> None:
        painter.setPen(QPen(line, 2 * inset, Qt.PenStyle.DashLine))
        painter.setBrush(back)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), GRID, GRID)


class DropZone(DropMark):
    """Lies over the whole window while something is dragged over it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__("", over)
        self._text = self.tr("Drop a folder of images, an export, a picture or a pipeline to open it")
        self.hide()

    def appear(self) -> None:
        """Cover the window."""
        around = self.parentWidget()
        if around is not None:
            self.setGeometry(around.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        veil = QColor(self.palette().color(QPalette.ColorRole.Window))
        veil.setAlpha(190)
        painter.fillRect(self.rect(), veil)
        self._paint_frame(painter, accent, QColor(0, 0, 0, 0), inset=2)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


def _button(action: QAction, text: str) -> QPushButton:
    button = QPushButton(action.icon(), text)
    button.setMinimumHeight(4 * GRID)
    button.clicked.connect(action.trigger)
    return button
