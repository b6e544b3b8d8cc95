"""Starts the window."""

from __future__ import annotations

import signal
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from augstudio.assets import sample_dataset
from augstudio.errors import AugStudioError
from augstudio.library import Pipeline
from augstudio.ui.platform_check import window_problem

if TYPE_CHECKING:
    from augstudio.ui.main_window import MainWindow

WRONG_USAGE = 2


def run(dataset: Path | None, pipeline: Path | None) -> int:
    """Open the window and work until it is closed.

    Args:
        dataset: Folder to open; the last one, else the sample, if None.
        pipeline: Pipeline file to open; the last pipeline if None.

    Returns:
        The process's exit code: 2 where no window can be opened or an argument is wrong.
    """
    problem = window_problem() or _wrong_argument(dataset, pipeline)
    if problem is not None:
        print(f"augstudio: {problem}", file=sys.stderr)
        return WRONG_USAGE
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from augstudio.ui.state import State
    from augstudio.ui.theme import apply_theme

    application = QApplication([sys.argv[0]])
    application.setApplicationName("AugStudio")
    application.setApplicationDisplayName("AugStudio")
    application.setDesktopFileName("augstudio")
    state = State()
    apply_theme(application, state.theme)
    window = make_window(state, dataset, pipeline)
    _report_uncaught(window)
    signal.signal(signal.SIGINT, lambda *_: window.close())
    # Python sees a signal only when it runs; give it a chance now and then.
    ticker = QTimer()
    ticker.start(500)
    ticker.timeout.connect(lambda: None)
    window.show()
    return application.exec()


def make_window(state: object, dataset: Path | None, pipeline: Path | None) -> MainWindow:
    """Build the window with a dataset: the named one, else the last one, else the sample."""
    from augstudio.ui.main_window import MainWindow
    from augstudio.ui.session import Session
    from augstudio.ui.state import State

    assert isinstance(state, State)
    window = MainWindow(Session(), state)
    if dataset is not None:
        window.documents.open_dataset(dataset)
    elif state.last_dataset is None or not window.documents.open_dataset(state.last_dataset, state.last_key):
        window.documents.open_dataset(sample_dataset(), state.last_key)
    if pipeline is not None:
        window.documents.open_pipeline(pipeline)
    window.dataset_panel.setFocus()
    return window


def _wrong_argument(dataset: Path | None, pipeline: Path | None) -> str | None:
    """What is wrong with the command line, found before a window appears."""
    from augstudio.datasets.image_folder import open_dataset

    try:
        if dataset is not None:
            open_dataset(dataset)
        if pipeline is not None:
            Pipeline.load(pipeline)
    except AugStudioError as error:
        return str(error)
    return None


def _report_uncaught(window: MainWindow) -> None:
    """Show exceptions nobody caught in the window, and print them; the work goes on."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if isinstance(error, Exception):
            window.show_unexpected(error)

    sys.excepthook = report
