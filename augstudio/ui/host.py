"""Holds the window, and builds it anew in another language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from augstudio.ui.language import Language, speak, spoken, written
from augstudio.ui.make_window import make_window
from augstudio.ui.theme import apply_style_sheet

if TYPE_CHECKING:
    from augstudio.export import Report
    from augstudio.ui.main_window import MainWindow
    from augstudio.ui.state import State


class Host:
    """The one window of a process."""

    def __init__(self, application: QApplication, state: State) -> None:
        self._application = application
        self._state = state
        self._language = speak(application, state.language)
        self.window: MainWindow | None = None

    def open(self, dataset: Path | None, pipeline: Path | None, *, recover: bool = True) -> MainWindow:
        """Build the window and show it; see :func:`augstudio.ui.make_window.make_window`."""
        window = make_window(self._state, dataset, pipeline, recover=recover, paints_first=True)
        if not self._application.styleSheet():
            apply_style_sheet(self._application, self._state.theme)
        window.crashes.install()
        window.language_chosen.connect(self.change_language)
        window.show()
        window.exporting.runner.finished.connect(self._on_export_finished)
        self.window = window
        self._say_unwritten(window)
        return window

    def change_language(self, language: Language) -> None:
        """Speak another language at once: the window is built anew around the same work.

        Only the undo history begins anew, as its steps have names. While an export runs, the language waits
        until it has finished.
        """
        self._state.keep_language(language)
        window = self.window
        if window is None or written(spoken(language)) is self._language:
            if window is not None:
                self._say_unwritten(window)
            return
        if window.exporting.runner.running:
            window.notice.show_information(_tr("The language changes when the export has finished."))
            return
        self._language = speak(self._application, language)
        self._rebuild(window)

    def _on_export_finished(self, report: Report) -> None:
        window, chosen = self.window, self._state.language
        if window is not None and written(spoken(chosen)) is not self._language:
            self._language = speak(self._application, chosen)
            self._rebuild(window).exporting.take_over(window.exporting, report)

    def _say_unwritten(self, window: MainWindow) -> None:
        """In English, the language that is spoken then."""
        wanted = spoken(self._state.language)
        if wanted is not self._language and written(wanted) is self._language:
            name = wanted.name.replace("_", " ").title()
            window.notice.show_information(
                f"No font on this computer can write {name}, so the window speaks English. "
                "Install one, such as Noto Sans CJK, and start AugStudio again."
            )

    def _rebuild(self, window: MainWindow) -> MainWindow:
        session = window.session
        pipeline, file, clean = session.pipeline, session.pipeline_file, session.undo_stack.isClean()
        quits = self._application.quitOnLastWindowClosed()
        self._application.setQuitOnLastWindowClosed(False)
        self.close()
        window.close()
        window.deleteLater()
        renewed = self.open(None, None, recover=False)
        renewed.session.restore_pipeline(pipeline, file)
        if not clean:
            renewed.session.undo_stack.resetClean()
        self._application.setQuitOnLastWindowClosed(quits)
        return renewed

    def close(self) -> None:
        """Nothing can be shown any more."""
        if self.window is not None:
            self.window.crashes.remove()
            self.window = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Host", text)
