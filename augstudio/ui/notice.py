"""Says what happened and what to do, in a place that covers no picture and moves none."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from augstudio.ui import icons
from augstudio.ui.theme import GRID
from augstudio.ui.wrapping import WrappedText

SHOWN_MS = 12_000
"""How long an information stays; an error stays three times as long, one with a button until it is closed."""


@dataclass(frozen=True)
class Notice:
    """One message.

    Attributes:
        text: What happened and what to do.
        error: Whether something went wrong.
        details: More, shown on demand.
        button: Words of the button; none if empty.
        action: What the button does.
        topic: What it is about, so that it can be withdrawn once it is settled.
        icon: Its sign; that of an error or of what is done if empty.
    """

    text: str
    error: bool = False
    details: str = ""
    button: str = ""
    action: Callable[[], object] | None = None
    topic: str = ""
    icon: str = ""


class NoticeBar(QFrame):
    """Shows one message at a time, until it is closed or has been there for a while; others wait.

    It lies in a column, which it never widens, and takes at most half of its height.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self._shown: Notice | None = None
        self._waiting: deque[Notice] = deque()
        self.label = WrappedText()
        self._sign = icons.IconLabel("done", 2 * GRID)
        self._more = QLabel()
        self._more.setObjectName("Muted")
        self.button = QPushButton()
        self.button.clicked.connect(self._on_button_clicked)
        self.details_button = QPushButton(self.tr("Details"))
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._on_details_button_toggled)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setIcon(icons.icon("remove"))
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.close_button.clicked.connect(self.dismiss)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID)
        said, offered = QHBoxLayout(), QHBoxLayout()
        for row in (said, offered):
            row.setSpacing(GRID)
            self._column.addLayout(row)
        said.addWidget(self._sign)
        said.addWidget(self.label, 1)
        said.addWidget(self._more)
        said.addWidget(self.close_button)
        offered.addStretch()
        offered.addWidget(self.details_button)
        offered.addWidget(self.button)
        self.details.setFixedHeight(14 * GRID)
        self._column.addWidget(self.details)

    # -- messages -----------------------------------------------------------------------------------

    @property
    def waiting(self) -> int:
        """How many messages wait for their turn."""
        return len(self._waiting)

    def show_error(self, text: str, details: str = "", topic: str = "") -> None:
        """Say what went wrong; stays longer than an information."""
        self.add(Notice(text, error=True, details=details, topic=topic))

    def show_information(self, text: str) -> None:
        """Say something good to know."""
        self.add(Notice(text))

    def add(self, notice: Notice) -> None:
        """Show a message now, or after those that are there.

        It takes the place of what is no news any more: a mere information, or a message on the same topic.
        """
        shown = self._shown
        if shown is None or not (shown.error or shown.button) or _replaces(notice, shown):
            self._show(notice)
        elif notice not in self._waiting:
            self._waiting.append(notice)
            self._show_waiting()

    def interrupt(self, notice: Notice) -> None:
        """Show a message at once; the one on show comes back after it."""
        if self._shown is not None:
            self._waiting.appendleft(self._shown)
        self._show(notice)

    def withdraw(self, topic: str, *, errors_only: bool = False) -> None:
        """Take back the messages, or the errors, about something that is settled now."""

        def settled(notice: Notice) -> bool:
            return notice.topic == topic and (notice.error or not errors_only)

        self._waiting = deque(notice for notice in self._waiting if not settled(notice))
        self._show_waiting()
        if self._shown is not None and settled(self._shown):
            self.dismiss()

    def dismiss(self) -> None:
        """Close the message on show, and show the next one."""
        self._timer.stop()
        self._shown = None
        if self._waiting:
            self._show(self._waiting.popleft())
        else:
            self.hide()

    def _show(self, notice: Notice) -> None:
        self._shown = notice
        role = QPalette.ColorRole.BrightText if notice.error else QPalette.ColorRole.Highlight
        self._sign.show_icon(notice.icon or ("warning" if notice.error else "done"), role)
        self.label.setText(notice.text)
        self.setAccessibleName(notice.text)
        self.button.setText(notice.button)
        self.button.setVisible(bool(notice.button))
        self.details.setPlainText(notice.details)
        self.details_button.setVisible(bool(notice.details))
        self.details_button.setChecked(False)
        self.details.hide()
        self._show_waiting()
        self.show()
        self._fit()
        if notice.button:
            self._timer.stop()
        else:
            self._timer.start(SHOWN_MS * (3 if notice.error else 1))

    def _show_waiting(self) -> None:
        self._more.setText(f"+{len(self._waiting)}")
        self._more.setToolTip(self.tr("More messages are waiting: {0}").format(len(self._waiting)))
        self._more.setVisible(bool(self._waiting))

    def _on_button_clicked(self) -> None:
        action = self._shown.action if self._shown else None
        self.dismiss()
        if action is not None:
            action()

    def _on_details_button_toggled(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self._timer.stop()
        self._fit()

    # -- size ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as the words need, and have them scrolled where all would be too high."""
        around = self.parentWidget()
        if around is None or self.isHidden():
            return
        line = self.fontMetrics().lineSpacing()
        self.label.setFixedHeight(line)
        self.resize(around.width(), self.height())
        self._column.activate()
        least = self._column.totalMinimumSize().height()
        self.label.fit_height(around.height() // 2 - least + line)
        self._column.activate()
        self.setFixedHeight(self._column.totalMinimumSize().height())


def _replaces(new: Notice, shown: Notice) -> bool:
    return new == shown or (bool(new.topic) and new.topic == shown.topic)
