"""How long the window is deaf while it works with a flat folder of very many pictures.

    python -m tests.benchmarks.turns [--files 200000] [--folder FOLDER] [--json FILE]

For each thing that a user does: the longest turn of the event loop, as time between two ticks of a timer
and as processor time of the window's thread in it, which the load of the machine changes less.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from augstudio.processes import starting
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
from augstudio.ui.threads import let_window_go_first
from tests.benchmarks.preview import write_source
from tests.windows import write_dataset

FILES = 200_000
LIMIT_SECONDS = 180
REST_MS = 1500  # the things that follow later: batches of the list's layout, thumbnails


class Turns:
    """The longest turns of the event loop, by what was done meanwhile."""

    def __init__(self) -> None:
        self.wall: dict[str, float] = {}
        self.work: dict[str, float] = {}
        self._name = ""
        self._ticked, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def during(self, name: str, act: Callable[[], object], done: Callable[[], bool]) -> None:
        """Do something, and run the event loop until it is done and a moment longer."""
        loop = QEventLoop()
        timer = QTimer()
        timer.setInterval(20)
        limit = time.perf_counter() + LIMIT_SECONDS

        def ask() -> None:
            if time.perf_counter() > limit:
                raise TimeoutError(name)
            if done():
                timer.stop()
                QTimer.singleShot(REST_MS, loop.quit)

        timer.timeout.connect(ask)
        timer.start()
        self._name = name
        self.wall[name] = self.work[name] = 0.0
        # What went before, as the making of the window, is no turn of it.
        self._ticked, self._worked = time.perf_counter(), time.thread_time()
        QTimer.singleShot(0, act)
        loop.exec()
        self._name = ""

    def _on_timer_timeout(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        if self._name:
            self.wall[self._name] = max(self.wall[self._name], now - self._ticked)
            self.work[self._name] = max(self.work[self._name], worked - self._worked)
        self._ticked, self._worked = now, worked


def write_flat(root: Path, files: int) -> Path:
    """A folder of so many names for eight small pictures."""
    write_dataset(root, [f"{number:06}.png" for number in range(8)])
    for number in range(8, files):
        (root / f"{number:06}.png").hardlink_to(root / f"{number % 8:06}.png")
    return root


def measure(window: MainWindow, folder: Path, turns: Turns) -> None:
    """Do with the folder what users do."""
    panel, preview = window.dataset_panel, window.preview
    listed = list[int]()
    panel.listed.connect(lambda total, _skipped: listed.append(total))

    def settled() -> bool:
        return bool(listed) and window.session.sample is not None and not preview.controller.busy

    def shows(rows: Callable[[], int]) -> Callable[[], bool]:
        return lambda: settled() and panel.model.rowCount() == rows() and not panel.model.busy

    def total() -> int:
        return listed[-1]

    turns.during("open", lambda: window.documents.open_dataset(folder), settled)
    names = [sample.key for sample in panel.model.samples]
    for text in ("1", "12", "", "0", "no such name", ""):
        wanted = sum(text in name for name in names)
        done = shows(lambda wanted=wanted: wanted)  # type: ignore[misc]
        turns.during(f"filter {text!r}", lambda text=text: panel.search.setText(text), done)  # type: ignore[misc]
    for order in ("name", "class", "listed"):
        turns.during(f"sort by {order}", panel.menu.orders[order].trigger, shows(total))
    bar = panel.view.verticalScrollBar()
    turns.during("scroll to the end", lambda: bar.setValue(bar.maximum()), settled)
    turns.during("go to the last", lambda: QTest.keyClick(panel.view, Qt.Key.Key_End), settled)
    turns.during("larger pictures", panel.menu.sizes["large"].trigger, settled)
    turns.during("select all", panel.view.selectAll, settled)
    turns.during("menu of all", lambda: panel.menu.menu.popup(panel.view.pos()), settled)
    panel.menu.menu.close()
    turns.during(
        "copy all paths", panel.menu.copy_path.trigger, lambda: bool(QGuiApplication.clipboard().text())
    )
    turns.during("export all selected", window.exporting.ask_for_selected, settled)
    turns.during("close the dialog", window.exporting.dialog.reject, settled)
    turns.during("select one", lambda: panel.step(-1), settled)
    listed.clear()
    turns.during("reload", window.actions_.reload.trigger, settled)


def run(folder: Path, turns: Turns) -> None:
    """Open a window on a small dataset, and measure with the large one."""
    with tempfile.TemporaryDirectory() as place:
        settings = QSettings(str(Path(place) / "settings.ini"), QSettings.Format.IniFormat)
        with starting():  # as the program does
            window = make_window(State(settings), write_source(Path(place) / "small", (640, 480)), None)
            window.resize(1920, 1080)
            window.show()
        measure(window, folder, turns)
        window.exporting.runner.close()
        window.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Longest turns of the event loop, in milliseconds.")
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    apply_theme(application, Theme.DARK)
    let_window_go_first()
    turns = Turns()
    with tempfile.TemporaryDirectory() as place:
        folder = arguments.folder or write_flat(Path(place) / "flat", arguments.files)
        run(folder, turns)
    print(f"{'':<24}{'turn ms':>9}{'of work':>9}")
    for name, seconds in turns.wall.items():
        print(f"{name:<24}{1000 * seconds:>9.0f}{1000 * turns.work[name]:>9.0f}")
    if arguments.json:
        table = {"turn_seconds": turns.wall, "work_seconds": turns.work}
        arguments.json.write_text(json.dumps(table, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
