"""The keys that act on the step that has the focus, for lists of keys; the card itself takes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


def title() -> str:
    """What these keys have in common."""
    return _tr("On a step")


def step_actions(parent: QObject) -> list[QAction]:
    """What they do; as no widget has these actions, they run nothing."""
    keys = {
        _tr("Show this step alone"): "S",
        _tr("Switch on or off"): "Space",
        _tr("Fold or unfold"): "Return",
        _tr("Move up"): "Alt+Up",
        _tr("Move down"): "Alt+Down",
        _tr("Duplicate"): "Ctrl+D",
        _tr("Remove"): "Del",
    }
    actions = []
    for text, key in keys.items():
        action = QAction(text, parent)
        action.setShortcut(QKeySequence(key))
        actions.append(action)
    return actions


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepKeys", text)
