"""The row of tools: open, views with their own tools, seed and copy, export."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolBar, QToolButton, QWidget

from augstudio.ui.actions import Actions
from augstudio.ui.draw_bar import DrawBar
from augstudio.ui.preview.views import PreviewView
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID


class ToolBar(QToolBar):
    """Shows the tools of the view that is on show, and hides those of the others.

    Signals:
        focus_left: The tools that had the focus are about to be hidden; Qt would give it to the box of the
            seed, where the next key would change every draw.
    """

    focus_left = Signal()

    def __init__(self, session: Session, actions: Actions, views: list[PreviewView], parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("ToolBar", "Tools"), parent)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        actions.open_folder.setIconText(QCoreApplication.translate("ToolBar", "Open"))
        self.addAction(actions.open_folder)
        self.addSeparator()
        self._views, self._open = list(actions.views.values()), actions.open_folder
        self.addActions(self._views)
        self._tools: dict[str, QAction] = {
            view.NAME: self.addWidget(view.tools) for view in views if view.tools is not None
        }
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.addWidget(DrawBar(session, actions.shuffle))
        self.addSeparator()
        self.addAction(actions.export)

    def show_tools_of(self, view: PreviewView) -> None:
        """Show what belongs to a view."""
        for name, action in self._tools.items():
            if name != view.NAME and _has_focus(self.widgetForAction(action)):
                self.focus_left.emit()
            action.setVisible(name == view.NAME)
        self._name_views()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._name_views()
        return handled

    def _name_views(self) -> None:
        """Name all views beside their icons where there is room; else the one on show, and opening.

        Where all views have room for their names beside the widest tools of any, none of them moves when
        another view is shown; opening gives its name up for that.
        """
        style = Qt.ToolButtonStyle
        names = {
            action: self.fontMetrics().horizontalAdvance(action.iconText()) + 2 * GRID
            for action in (*self._views, self._open)
        }
        buttons = {action: self._button(action) for action in names}
        unnamed = [
            action for action in buttons if buttons[action].toolButtonStyle() == style.ToolButtonIconOnly
        ]
        needed = self._needed() + sum(names[action] for action in unnamed)
        tools = [self._width(action) for action in self._tools.values()]
        shown = sum(self._width(action) for action in self._tools.values() if action.isVisible())
        room = self.width() - (needed - shown + max(tools, default=0))
        others = sum(names[action] for action in self._views if not action.isChecked())
        steady = room >= -names[self._open]
        fits = room >= 0 or (not steady and self.width() >= needed - others)
        for action, button in buttons.items():
            named = fits if action is self._open else steady or self.width() >= needed or action.isChecked()
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if named else style.ToolButtonIconOnly)

    def _needed(self) -> int:
        """The width of everything that is shown, as it is, in logical pixels."""
        shown = [action for action in self.actions() if action.isVisible() and self.widgetForAction(action)]
        return sum(self._width(action) + GRID // 2 for action in shown) + GRID

    def _width(self, action: QAction) -> int:
        return self.widgetForAction(action).sizeHint().width()

    def _button(self, action: QAction) -> QToolButton:
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        return button


def _has_focus(tools: QWidget | None) -> bool:
    focused = QApplication.focusWidget()
    return tools is not None and focused is not None and (tools is focused or tools.isAncestorOf(focused))
