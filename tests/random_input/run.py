"""One run: the window, what drives it, and what watches it, in this process."""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSettings, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from augstudio.ui.host import Host
from augstudio.ui.language import Language
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
from augstudio.ui.threads import running_threads
from tests.random_input.driver import Driver
from tests.random_input.places import Places, all_places, small_places
from tests.random_input.watch import Watch

SIZE: Final = (1440, 900)


class _FileManager(QObject):
    """Stands for the programs that would show a folder."""

    @Slot("QUrl")
    def show_folder(self, _url: object) -> None:
        """Show nothing."""


def told(text: str) -> None:
    """Print at once, so that it is there when the process crashes."""
    print(text, flush=True)


def opened(places: Places, seed: int, folder: Path) -> Host:
    """The program with its window, on one of the datasets and pipelines."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    apply_theme(application, Theme.LIGHT)
    chance = Random(f"{seed} start")
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    state = State(settings)
    state.keep_language(Language.ENGLISH)
    host = Host(application, state)
    window = host.open(chance.choice(places.datasets), chance.choice(places.pipelines))
    window.resize(*SIZE)
    return host


def run(folder: Path, seed: int, seconds: float, events: int, *, small: bool) -> int:
    """Drive the window in a folder of its own; 0 if nothing went wrong."""
    faulthandler.enable()
    root = folder / "places"
    root.mkdir()
    os.chdir(root)
    places = small_places(root) if small else all_places(root)
    sources = places.sources()
    watch = Watch()
    host = opened(places, seed, folder)
    manager = _FileManager()
    QDesktopServices.setUrlHandler("file", manager, "show_folder")  # type: ignore[arg-type]
    watch.start()
    driver = Driver(host, places, watch, seed, told, seconds=seconds, events=events)
    driver.start()
    QApplication.exec()
    if not watch.problems:
        with watch.resting():
            watch.problems += _left_by(host)
    watch.stop()
    if places.sources() != sources:
        watch.problems.append("sources were written to")
    turn = f"longest turn {watch.longest:.1f} s, most work in one {watch.worked:.1f} s"
    told(f"{driver.number} gestures, {driver.checks} looks at pixels, {turn}")
    for problem in watch.problems:
        told(f"PROBLEM {problem}")
    sys.stdout.flush()
    # What went wrong may have left threads that would hold the process.
    os._exit(1 if watch.problems else 0)


def _left_by(host: Host) -> list[str]:
    """Close the window as at the end of the program; what is still there then."""
    window = host.window
    assert window is not None
    window.exporting.runner.close()
    window.close()
    host.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return _unless(lambda: running_threads() == 0, "a thread of the window is still running")


def _unless(true: Callable[[], bool], problem: str) -> list[str]:
    """A problem, unless something becomes true soon."""
    ends = time.monotonic() + 10
    while not true():
        QApplication.processEvents()
        if time.monotonic() > ends:
            return [problem]
    return []
