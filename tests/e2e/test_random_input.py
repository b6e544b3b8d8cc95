"""Random input breaks nothing, and what watches it notices when something does."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from pytestqt.qtbot import QtBot

from augstudio.ui.main_window import MainWindow
from tests.random_input.__main__ import arguments_of, ended, in_a_process
from tests.random_input.truth import lies, says_exported
from tests.random_input.watch import Watch
from tests.windows import WAIT_MS, settle

HANGING = """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.random_input.watch import Watch

application = QApplication([])
watch = Watch(patience=0.3)
watch.start()

def hang():
    threading.Event().wait(60)

QTimer.singleShot(0, hang)
application.exec()
"""


def test_random_input_breaks_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    asked = arguments_of(["--seed", "4", "--small", "--events", "12", "--seconds", "60"])
    assert in_a_process(asked) == 0, capfd.readouterr()
    told = capfd.readouterr().out
    assert "#5  " in told, "what is done is printed"
    assert "seed 4: nothing broke" in told


@pytest.fixture
def watch() -> Watch:
    """Has not started, so that the test's own watch goes on."""
    return Watch()


def test_errors_and_warnings_are_noticed(window: MainWindow, watch: Watch, qtbot: QtBot) -> None:
    for message in ("This plugin does not support raise()", "QPainter::begin: failed"):
        watch._on_message(QtMsgType.QtWarningMsg, QMessageLogContext(), message)
    assert watch.problems == ["QtWarningMsg: QPainter::begin: failed"]
    window.crashes.caught.connect(watch._on_caught)
    window.show_unexpected(ValueError("odd"))
    assert "ValueError: odd" in watch.problems[1]
    assert window.crashes.dialog is not None
    window.crashes.dialog.close()
    settle(qtbot, window)


def test_pixels_that_no_export_writes_are_noticed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: says_exported(window), timeout=WAIT_MS)
    assert lies(window) == []
    pane = window.preview.panes[1]
    frame = pane.frame
    assert frame is not None
    pixels = frame.pixels.copy()
    pixels[0, 0] ^= 1
    pane.show_frames((replace(frame, pixels=pixels),))
    (lie,) = lies(window)
    assert "1 of" in lie
    window.preview.panes[0].set_captions(("Copy 3",))
    assert len(lies(window)) == 2
    settle(qtbot, window)


def test_a_hang_ends_the_process_and_says_where() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HANGING],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "in hang" in done.stderr


def test_a_crash_is_told_by_its_signal() -> None:
    assert ended(-signal.SIGSEGV) == "crashed by SIGSEGV"
    assert ended(1)
    assert not ended(0)
