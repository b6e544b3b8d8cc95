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
        """Name all views beside their icons where there is room; else the one on show, and opening."""
        style = Qt.ToolButtonStyle
        shown = [action for action in self.actions() if action.isVisible()]
        widgets = [widget for action in shown if (widget := self.widgetForAction(action))]
        needed = sum(widget.sizeHint().width() + GRID // 2 for widget in widgets) + 2 * GRID
        names = {
            action: self.fontMetrics().horizontalAdvance(action.iconText()) + 2 * GRID
            for action in (*self._views, self._open)
        }
        buttons = {action: self.widgetForAction(action) for action in names}
        for action, button in buttons.items():
            assert isinstance(button, QToolButton)
            if button.toolButtonStyle() == style.ToolButtonIconOnly:
                needed += names[action]
        room = self.width() >= needed
        others = sum(names[action] for action in self._views if not action.isChecked())
        fits = self.width() >= needed - others
        for action, button in buttons.items():
            assert isinstance(button, QToolButton)
            named = fits if action is self._open else room or action.isChecked()
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if named else style.ToolButtonIconOnly)


def _has_focus(tools: QWidget | None) -> bool:
    focused = QApplication.focusWidget()
    return tools is not None and focused is not None and (tools is focused or tools.isAncestorOf(focused))
