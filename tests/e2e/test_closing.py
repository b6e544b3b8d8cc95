"""The window closes, whatever hangs behind it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.datasets.image_folder import ImageFolder
from augstudio.export.engines import subprocess as engine
from augstudio.ui import threads
from augstudio.ui.main_window import MainWindow
from tests.e2e.test_exporting import EXPORT_MS, start_export
from tests.windows import MakeWindow, press


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Lets hanging work go on when the test is over."""
    left: list[object] = []
    monkeypatch.setattr(threads, "CLOSING_MS", 200)
    monkeypatch.setattr(threads, "_LEFT_BEHIND", left)
    gate = threading.Event()
    yield gate
    gate.set()
    for kept in left:
        assert isinstance(kept, tuple)
        assert kept[0].wait(10_000)


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
def test_a_window_whose_export_hangs_closes_and_ends_it(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    gate: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: press(box, "Stop and close"))
    with qtbot.waitSignal(window.exporting.runner.progressed, timeout=EXPORT_MS):
        start_export(qtbot, window, tmp_path / "out", copies=50)
    (process,) = multiprocessing.active_children()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    assert window.close()
    assert not window.isVisible()
    assert multiprocessing.active_children() == []
    assert threads._LEFT_BEHIND == []


@pytest.mark.skipif(os.name == "nt", reason="pipes are POSIX's")
def test_a_window_whose_thumbnails_hang_closes(
    qtbot: QtBot,
    open_window: MakeWindow,
    dataset: Path,
    gate: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    os.mkfifo(dataset / "cat" / "pipe.png")
    entered = threading.Event()

    def hanging(*_: object) -> Image:
        entered.set()
        gate.wait()
        raise OSError("the drive is gone")

    monkeypatch.setattr(ImageFolder, "thumbnail", hanging)
    window = open_window()
    qtbot.waitUntil(entered.is_set)
    window.close()
    assert not window.isVisible()
    assert len(threads._LEFT_BEHIND) == 1, "and nothing else hangs"
