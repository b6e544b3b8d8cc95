"""Below the presets: save, name, and say what was done with a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from augstudio.errors import PipelineError
from augstudio.presets import LONGEST_TITLE
from augstudio.ui import icons
from augstudio.ui.file_drops import FileDrops
from augstudio.ui.messages import explained
from augstudio.ui.theme import GRID


class PresetFooter(QWidget):
    """A button that saves; in its place a field for a name while one is asked for; above it a message.

    Signals:
        save_requested: The button was pressed.
        done: A name was given or refused to be given; the keys may go elsewhere.
    """

    save_requested = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take: Callable[[str], None] | None = None
        self._undo: Callable[[], None] | None = None
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.undo_button = QPushButton(self.tr("Undo"))
        self.save_button = QPushButton(icons.icon("save"), self.tr("Save current as preset…"))
        self.name = QLineEdit()
        FileDrops(self.name)
        self.name.setMaxLength(LONGEST_TITLE)
        self.name.setPlaceholderText(self.tr("Name of the preset"))
        self.name.setAccessibleName(self.tr("Name of the preset"))
        self.accept_button = QPushButton(self.tr("Save"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        _add_row(column, self.message, self.undo_button)
        column.addWidget(self.save_button)
        _add_row(column, self.name, self.accept_button)
        self.save_button.clicked.connect(self.save_requested)
        self.undo_button.clicked.connect(self._on_undo_button_clicked)
        self.accept_button.clicked.connect(self._on_name_given)
        self.rest()

    def rest(self) -> None:
        """Show nothing but the button that saves."""
        self._take = self._undo = None
        self._show_naming(False)
        self.message.hide()
        self.undo_button.hide()

    def ask_name(self, take: Callable[[str], None], name: str = "") -> None:
        """Ask for a name and hand it on; where it is refused, say why and ask again."""
        self.rest()
        self._take = take
        self.name.setText(name)
        self.name.selectAll()
        self._show_naming(True)
        self.name.setFocus()

    def tell(self, text: str, undo: Callable[[], None] | None = None, *, failed: bool = False) -> None:
        """Say what was done, with a way back where there is one."""
        self._undo = undo
        role = QPalette.ColorRole.BrightText if failed else QPalette.ColorRole.WindowText
        palette = self.message.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self.palette().color(role))
        self.message.setPalette(palette)
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self.message.show()
        self.undo_button.setVisible(undo is not None)

    def _show_naming(self, naming: bool) -> None:
        self.save_button.setVisible(not naming)
        self.name.setVisible(naming)
        self.accept_button.setVisible(naming)

    def _on_name_given(self) -> None:
        take, name = self._take, self.name.text()
        if take is None:
            return
        try:
            take(name)
        except PipelineError as error:
            self.tell(explained(error), failed=True)
            self.name.setFocus()
            return
        self._take = None
        self._show_naming(False)
        self.done.emit()

    def _on_undo_button_clicked(self) -> None:
        undo = self._undo
        self.rest()
        if undo is not None:
            try:
                undo()
            except PipelineError as error:
                self.tell(explained(error), failed=True)
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._take is not None and event.key() == Qt.Key.Key_Escape:
            self.rest()
            self.done.emit()
        elif self._take is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_name_given()
        else:
            super().keyPressEvent(event)


def _add_row(column: QVBoxLayout, *widgets: QWidget) -> None:
    row = QHBoxLayout()
    column.addLayout(row)
    row.setSpacing(GRID)
    row.addWidget(widgets[0], 1)
    for widget in widgets[1:]:
        row.addWidget(widget)
