"""Asks with verbs: each button says what it does, and no stock icon is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from augstudio.ui.mnemonics import mark_buttons, marked


def confirmed(window: QWidget, title: str, text: str, verb: str, otherwise: str) -> bool:
    """Whether the user lets something be done.

    Args:
        window: What the question is about.
        title: The title of the question.
        text: The question.
        verb: The button that lets it be done.
        otherwise: The button that does not; so do the keys Return and Esc.
    """
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=window)
    chosen = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(otherwise, QMessageBox.ButtonRole.RejectRole)
    mark_buttons((chosen, other))
    box.setDefaultButton(other)
    box.setEscapeButton(other)
    box.exec()
    answer = box.clickedButton() is chosen
    box.deleteLater()
    return answer


def tell(window: QWidget, title: str, text: str, close: str) -> None:
    """Say something until it is closed; ``close`` is the button's word."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=window)
    box.addButton(marked(close, "C"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    box.deleteLater()
