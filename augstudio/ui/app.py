"""Starts the window."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from augstudio.core.text import printable
from augstudio.processes import starting
from augstudio.ui.platform_check import window_problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from augstudio.ui.host import Host
    from augstudio.ui.state import State

WRONG_USAGE = 2

_PATIENCE = 2.0  # seconds for what the arguments name to be looked at before a window appears


def run(dataset: Path | None, pipeline: Path | None) -> int:
    """Open the window and work until it is closed.

    Args:
        dataset: What to open, be it a folder, a picture, an annotation file, an export or a pipeline; the
            last dataset, else the sample, if None.
        pipeline: Pipeline file to open; the last pipeline if None.

    Returns:
        The process's exit code: 2 where no window can be opened or an argument is wrong.
    """
    import_without_qt()
    problem = window_problem() or _told_soon(dataset, pipeline)
    if problem is not None:
        _complain(problem)
        return WRONG_USAGE
    with starting():
        application, state, host = _opened(dataset, pipeline)
    from PySide6.QtCore import QTimer

    from augstudio.ui.threads import end_without_threads, let_window_go_first

    let_window_go_first()
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda *_: host.window and host.window.close())
    # Python sees a signal only when it runs; give it a chance now and then.
    ticker = QTimer()
    ticker.start(500)
    ticker.timeout.connect(lambda: None)
    code = application.exec()
    host.close()
    state.write()
    end_without_threads(code)
    return code


def import_without_qt() -> None:
    """Import what the window needs besides Qt.

    From when it is there PySide6 reads the source of every module that is imported, to see whether it wants
    one of its features: what comes before it comes in less time, and memory.
    """
    with starting():
        from augstudio import presets  # noqa: F401
        from augstudio.core import near_words  # noqa: F401
        from augstudio.datasets import assumed, formats, label_scan  # noqa: F401
        from augstudio.export import progress, run_options  # noqa: F401
        from augstudio.export.engines import priority  # noqa: F401
        from augstudio.export.reading import reader, unfinished  # noqa: F401
        from augstudio.insights import advice, questionnaire  # noqa: F401
        from augstudio.interop.code import target  # noqa: F401
        from augstudio.preview import draw_text, requests  # noqa: F401
        from augstudio.transforms import names_elsewhere  # noqa: F401


def _opened(dataset: Path | None, pipeline: Path | None) -> tuple[QApplication, State, Host]:
    """The application with its window."""
    from PySide6.QtWidgets import QApplication

    from augstudio.ui.host import Host
    from augstudio.ui.state import State
    from augstudio.ui.theme import apply_palette, follow_system

    application = QApplication([sys.argv[0]])
    application.setApplicationName("AugStudio")
    application.setApplicationDisplayName("AugStudio")
    application.setDesktopFileName("augstudio")
    state = State()
    apply_palette(application, state.theme)
    follow_system(application, lambda: state.theme)
    host = Host(application, state)
    host.open(dataset, pipeline)
    return application, state, host


def _complain(problem: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        print(*map(printable, f"augstudio: {problem}".split("\n")), sep="\n", file=sys.stderr)


def _told_soon(dataset: Path | None, pipeline: Path | None) -> str | None:
    """What is wrong with the command line; None, too, where a slow drive does not tell that soon."""
    from augstudio.ui import inspection  # noqa: F401 -- imported now, lest that use up the drive's patience
    from augstudio.ui.threads import result_within

    found: str | None = result_within(lambda: _wrong_argument(dataset, pipeline), _PATIENCE)
    return found


def _wrong_argument(dataset: Path | None, pipeline: Path | None) -> str | None:
    """What is wrong with the command line."""
    from augstudio.ui.inspection import Known, Refused, Unknown, inspect_path, inspect_pipeline

    if dataset is not None and not os.path.lexists(dataset):
        return f"there is no file or folder {dataset}; check the spelling"
    found = [] if dataset is None else [inspect_path(dataset, Known({}, {}, (), ()))]
    if pipeline is not None:
        found.append(inspect_pipeline(pipeline))
    for each in found:
        if isinstance(each, Refused):
            return " ".join(str(each.error).split())
        if isinstance(each, Unknown):
            return (
                f"{dataset} cannot be opened; name a folder of pictures, an annotation file, a picture, "
                "a pipeline or an export"
            )
    return None
