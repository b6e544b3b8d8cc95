"""The row of tools: open, views with their own tools, seed and copy, export."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from augstudio.ui.actions import Actions
from augstudio.ui.draw_bar import DrawBar
from augstudio.ui.preview.views import View
from augstudio.ui.session import Session


class ToolBar(QToolBar):
    """Shows the tools of the view that is on show, and hides those of the others."""

    def __init__(self, session: Session, actions: Actions, views: list[View], parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("ToolBar", "Tools"), parent)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addAction(actions.open_folder)
        self.addSeparator()
        self.addActions(list(actions.views.values()))
        self._tools: dict[str, QAction] = {
            view.NAME: self.addWidget(view.tools) for view in views if view.tools is not None
        }
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.addWidget(DrawBar(session, actions.shuffle))
        self.addSeparator()
        self.addAction(actions.export)

    def show_tools_of(self, view: View) -> None:
        """Show what belongs to a view."""
        for name, action in self._tools.items():
            action.setVisible(name == view.NAME)
