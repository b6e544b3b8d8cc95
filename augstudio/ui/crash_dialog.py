"""Shows errors that nobody expected, with details to copy; the window and the work stay as they are."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

import augstudio
from augstudio.ui import icons
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID

MOST = 20
"""Errors whose details are kept; one that repeats for ever must not fill the memory."""


class CrashDialog(QDialog):
    """One window for all unexpected errors; those that follow are added to it.

    Signals:
        save_requested: The pipeline shall be saved.
    """

    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._reports: list[str] = []
        self._count = 0
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.copy_button = buttons.addButton(marked(self.tr("Copy details"), "D"), role.ActionRole)
        self.save_button = buttons.addButton(marked(self.tr("Save pipeline…"), "S"), role.ActionRole)
        self.go_on_button = buttons.addButton(marked(self.tr("Continue"), "C"), role.AcceptRole)
        self.go_on_button.setDefault(True)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.save_button.clicked.connect(self.save_requested)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(2 * GRID)
        head.addWidget(icons.IconLabel("warning", 4 * GRID, QPalette.ColorRole.BrightText))
        head.addWidget(self.summary, 1)
        column.addWidget(self.details, 1)
        column.addWidget(buttons)
        self.resize(80 * GRID, 50 * GRID)

    def add(self, title: str, details: str) -> None:
        """Show another error."""
        if not self.isVisible():
            self._reports, self._count = [], 0
        self._count += 1
        if len(self._reports) < MOST and details not in self._reports:
            self._reports.append(details)
        parts = [self.tr("AugStudio hit an unexpected error: {0}").format(title)]
        if self._count > 1:
            parts.append(self.tr("{0} errors have occurred since this window opened.").format(self._count))
        parts.append(self.tr("Your work is safe; you can continue."))
        self.summary.setText("\n\n".join(parts))
        self.details.setPlainText(self.text())
        self.go_on_button.setFocus()
        self.show()

    def text(self) -> str:
        """Everything a report of this error needs."""
        return "\n".join([_versions(), *self._reports])


class CrashReports(QObject):
    """Collects unexpected errors from all threads and shows them in the GUI thread.

    Signals:
        caught: Title and details of an error.
        save_requested: The pipeline shall be saved.
    """

    caught = Signal(str, str)
    save_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: CrashDialog | None = None
        self._telling = False
        self._undo: list[Callable[[], object]] = []
        self.caught.connect(self._on_caught)

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog, once there was an error."""
        return self._dialog

    @Slot(str, str)
    def _on_caught(self, title: str, details: str) -> None:
        if self._dialog is None:
            self._dialog = CrashDialog(self._window)
            self._dialog.save_requested.connect(self.save_requested)
        self._dialog.add(title, details)

    def report(self, error: BaseException) -> None:
        """Show an error; may be called from any thread."""
        self.caught.emit(f"{type(error).__name__}: {error}", "".join(traceback.format_exception(error)))

    # -- hooks --------------------------------------------------------------------------------------

    def install(self) -> None:
        """Be told of every exception that nobody catches, and of Qt's critical messages."""
        hooks: list[tuple[Any, str, Any]] = [
            (sys, "excepthook", self._on_exception),
            (sys, "unraisablehook", lambda told: self._tell(told.exc_value)),
            (threading, "excepthook", lambda told: self._tell(told.exc_value)),
        ]
        for owner, name, hook in hooks:
            before = getattr(owner, name)
            setattr(owner, name, hook)
            self._undo.append(partial(setattr, owner, name, before))
        qInstallMessageHandler(self._on_qt_message)
        self._undo.append(lambda: qInstallMessageHandler(None))

    def remove(self) -> None:
        """Give the hooks back; nothing can be shown any more."""
        while self._undo:
            self._undo.pop()()

    def _on_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._tell(error)

    def _tell(self, error: BaseException | None) -> None:
        if error is None or isinstance(error, (KeyboardInterrupt, SystemExit)):
            return
        traceback.print_exception(error)
        if self._telling:  # showing an error met another one: printing it must do
            return
        self._telling = True
        try:
            self.report(error)
        finally:
            self._telling = False

    def _on_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        print(message, file=sys.stderr)
        if kind is QtMsgType.QtCriticalMsg:
            self.caught.emit(message.splitlines()[0] if message else "Qt", message)


def _versions() -> str:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    python = platform.python_version()
    return f"AugStudio {augstudio.__version__}, Python {python}, Qt {qVersion()}, {system}\n"
