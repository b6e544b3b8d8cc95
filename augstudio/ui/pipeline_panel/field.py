"""What all editors of a parameter have in common."""

from __future__ import annotations

from collections.abc import Collection
from inspect import cleandoc
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from augstudio.core.parameters import Parameter
from augstudio.core.transform import Transform
from augstudio.ui import icons
from augstudio.ui.messages import explained
from augstudio.ui.mnemonics import marked


def translated(text: str) -> str:
    """A declared text in the user's language."""
    return QCoreApplication.translate("Catalogue", text) if text else ""


def description(kind: type[Transform]) -> str:
    """What a transform does, in English: a line in short, then perhaps an empty one and more.

    The docstring without its indentation, which Python keeps or drops depending on its version.
    """
    return cleandoc(kind.__doc__ or "")


class Field(QWidget):
    """Base of all editors.

    Signals:
        edited: New value and gesture number (None for an edit that stands alone).
        end_held: The mouse drags an end of a range: 0 the lower, 1 the upper; None once it has let go.
    """

    edited = Signal(object, object)
    end_held = Signal(object)

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self.label = translated(parameter.label)
        tip = translated(parameter.marker.help)
        self.setToolTip(f"{tip}\n{parameter.name}: {explained(parameter.marker.describe())}".strip())
        self.name_label = FieldLabel(self.label)
        self.name_label.double_clicked.connect(self.reset)

    def set_value(self, value: Any) -> None:
        """Show a value without telling anyone."""
        raise NotImplementedError

    def mark_drawn(self, value: Any) -> None:
        """Mark what was drawn for the copy on show, where the editor can; None marks nothing."""

    def mark_unknown(self, known: Collection[str] | None) -> None:
        """Mark classes that are not among these, in NFC, where the editor shows any; None marks none."""

    def controls(self) -> list[QWidget]:
        """What takes the keyboard, in the order in which Tab visits it."""
        raise NotImplementedError

    def reset(self) -> None:
        """Go back to the declared default, as an edit of the user."""
        self._tell(self.parameter.default)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QCoreApplication.translate("Field", "Reset {0} to its default").format(self.label)
        menu.addAction(icons.icon("reset"), marked(text, "R"), self.reset)
        menu.popup(event.globalPos())

    def _tell(self, value: Any, gesture: int | None = None) -> None:
        self.edited.emit(value, gesture)


class FieldLabel(QLabel):
    """A parameter's name; a double click resets the parameter.

    Signals:
        double_clicked: It was.
    """

    double_clicked = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()
        event.accept()


def field_grid(field: QWidget) -> QGridLayout:
    """A layout of a name with its values above a slider."""
    grid = QGridLayout(field)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(4)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return grid


def field_row(field: QWidget) -> QHBoxLayout:
    """A layout of a name with what stands beside it."""
    row = QHBoxLayout(field)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return row
