"""Nothing is lost: errors leave the window usable, and a crash leaves the work for the next start."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qCritical
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.core.transform import Transform
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip, Rotate, VerticalFlip
from augstudio.ui.autosave import Autosave, Work
from augstudio.ui.crash_dialog import CrashDialog
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.session import Session
from augstudio.ui.state import State
from tests.windows import WAIT_MS, MakeWindow, result, settle

START_MS = 60_000


def dialog_of(window: MainWindow) -> CrashDialog:
    assert window.crashes.dialog is not None
    return window.crashes.dialog


@pytest.fixture
def guarded(window: MainWindow) -> Iterator[MainWindow]:
    """The window with its hooks in place, as at a real start."""
    window.crashes.install()
    yield window
    window.crashes.remove()
    if window.crashes.dialog is not None:
        window.crashes.dialog.close()


# -- unexpected errors ------------------------------------------------------------------------------


def fail_in_a_thread() -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


def fail_in_a_finalizer() -> None:
    class Unlucky:
        def __del__(self) -> None:
            raise ZeroDivisionError

    Unlucky()
    gc.collect()


def fail_uncaught() -> None:
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.parametrize("fail", [fail_in_a_thread, fail_in_a_finalizer, fail_uncaught])
def test_uncaught_errors_show_a_dialog_and_the_work_goes_on(
    qtbot: QtBot, guarded: MainWindow, fail: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before = guarded.session.pipeline
    fail()
    qtbot.waitUntil(lambda: guarded.crashes.dialog is not None)
    dialog = dialog_of(guarded)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert "ZeroDivisionError" in dialog.summary.text()
    assert "ZeroDivisionError" in capsys.readouterr().err
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for word in ("AugStudio", "Python", "Qt", "Traceback", "test_crash.py"):
        assert word in copied
    assert guarded.session.pipeline == before
    guarded.preview.set_view("padding")
    settle(qtbot, guarded)
    QTest.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_critical_messages_of_qt_show_the_dialog(
    qtbot: QtBot, guarded: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    qCritical("the moon is missing")
    qtbot.waitUntil(lambda: guarded.crashes.dialog is not None)
    assert "the moon is missing" in dialog_of(guarded).summary.text()
    assert "the moon is missing" in capsys.readouterr().err


def test_errors_that_follow_are_added_to_the_same_dialog(qtbot: QtBot, window: MainWindow) -> None:
    for number in range(30):
        window.show_unexpected(ValueError(f"number {number}"))
    dialog = dialog_of(window)
    assert dialog.isVisible()
    assert "30" in dialog.summary.text()
    assert "number 0" in dialog.text()
    assert dialog.text().count("number") == 20, "an error that repeats for ever must not fill the memory"
    dialog.close()
    window.show_unexpected(KeyError("another"))
    assert "another" in dialog.text()
    assert "number 0" not in dialog.text()
    dialog.close()


def test_the_dialog_saves_the_pipeline(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rescued.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.show_unexpected(ValueError("odd"))
    QTest.mouseClick(dialog_of(window).save_button, Qt.MouseButton.LeftButton)
    assert Pipeline.load(file) == window.session.pipeline
    dialog_of(window).close()


# -- autosave ---------------------------------------------------------------------------------------


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("work-*.json"))


def test_a_regular_close_leaves_nothing(qtbot: QtBot, open_window: MakeWindow, state: State) -> None:
    window = open_window()
    window.session.edit_pipeline(Pipeline.of((Rotate(),)), "edit")
    qtbot.waitUntil(lambda: len(kept(state.folder)) == 1)
    window.close()
    assert list(state.folder.iterdir()) == []


def test_writes_are_at_least_a_second_apart(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session()
    autosave = Autosave(session, tmp_path)
    assert autosave.take_over() is None
    autosave.start()
    qtbot.waitUntil(lambda: len(kept(tmp_path)) == 1)
    waits: list[int] = []
    monkeypatch.setattr(autosave._timer, "start", waits.append)
    for copy in range(2, 9):
        session.set_copy(copy)
    assert all(wait > 800 for wait in waits)
    autosave.close()


def test_two_windows_keep_their_work_apart(tmp_path: Path) -> None:
    sessions = [Session(), Session()]
    transforms: tuple[Transform, ...] = (Rotate(), VerticalFlip())
    autosaves = [Autosave(session, tmp_path) for session in sessions]
    for session, autosave, transform in zip(sessions, autosaves, transforms, strict=True):
        assert autosave.take_over() is None, "the work of a running window is nobody else's"
        session.restore_pipeline(Pipeline.of((transform,)))
        autosave.write()
    assert len(kept(tmp_path)) == 2
    autosaves[0].close()
    assert len(kept(tmp_path)) == 1
    autosaves[1].close()


@pytest.mark.parametrize("text", ["", "{}", "[1]", "null", '{"pipeline": 3}', "\0", "[" * 100_000])
def test_a_damaged_file_is_no_work_and_is_not_lost(tmp_path: Path, text: str) -> None:
    (tmp_path / "work-1.json").write_text(text)
    autosave = Autosave(Session(), tmp_path)
    assert autosave.take_over() is None
    autosave.close()
    assert list(tmp_path.iterdir()) == [tmp_path / "unreadable-1.json"]
    assert (tmp_path / "unreadable-1.json").read_text() == text


def test_where_nothing_can_be_written_the_window_works_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    autosave = Autosave(Session(), tmp_path / "file")
    assert autosave.take_over() is None
    autosave.start()
    autosave.write()
    autosave.close()


def leave(state: State, dataset: Path, recovered: int = 0) -> Pipeline:
    """Work as a crash leaves it."""
    pipeline = Pipeline.of((Rotate(), HorizontalFlip()))
    state.folder.mkdir(parents=True, exist_ok=True)
    work = Work(pipeline, seed=5, copy=4, dataset=dataset, key="dog/2.png", recovered=recovered)
    (state.folder / "work-1.json").write_text(work.to_json())
    return pipeline


def start(qtbot: QtBot, state: State, pipeline: Path | None = None) -> MainWindow:
    window = make_window(state, None, pipeline)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    return window


def test_work_left_by_a_crash_is_taken_up_and_undo_takes_it_back(
    qtbot: QtBot, state: State, dataset: Path
) -> None:
    left = leave(state, dataset)
    window = start(qtbot, state)
    session = window.session
    assert session.pipeline == left
    assert (session.seed, session.copy) == (5, 4)
    assert session.sample is not None
    assert session.sample.key == "dog/2.png"
    assert window.notice.isVisible()
    assert "did not close properly" in window.notice.label.text()
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    assert session.pipeline == Pipeline.default()
    session.undo_stack.redo()
    assert session.pipeline == left
    settle(qtbot, window)


@pytest.mark.parametrize("why", ["crashed again", "asked for another"])
def test_work_is_only_offered_where_it_might_be_unwanted(
    qtbot: QtBot, state: State, dataset: Path, tmp_path: Path, why: str
) -> None:
    again = why == "crashed again"
    left = leave(state, dataset, recovered=int(again))
    asked = tmp_path / "asked.json"
    Pipeline.of((VerticalFlip(),)).save(asked)
    window = start(qtbot, state, None if again else asked)
    assert window.session.pipeline == (Pipeline.default() if again else Pipeline.load(asked))
    assert window.notice.button.text() == "Restore"
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    assert window.session.pipeline == left
    settle(qtbot, window)


EDITING = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from augstudio.pipelines import Pipeline
from augstudio.transforms import Rotate
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State

application = QApplication([])
state = State(QSettings(sys.argv[1], QSettings.Format.IniFormat))
window = make_window(state, Path(sys.argv[2]), None)
window.show()
edit = lambda: window.session.edit_pipeline(Pipeline.of((Rotate(size="grow"),)), "edit")
QTimer.singleShot(0, edit)
application.exec()
"""


def test_a_killed_process_loses_nothing(qtbot: QtBot, state: State, dataset: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", EDITING, state._settings.fileName(), str(dataset)]
    with subprocess.Popen(command, env=environment) as process:

        def edit_is_kept() -> bool:
            assert process.poll() is None, "the window ended by itself"
            return any("grow" in file.read_text() for file in kept(state.folder))

        try:
            qtbot.waitUntil(edit_is_kept, timeout=START_MS)
        finally:
            process.send_signal(signal.SIGKILL)
    window = start(qtbot, state)
    assert window.session.pipeline == Pipeline.of((Rotate(size="grow"),))
    assert result(window).std() > 1
    window.close()
    assert list(state.folder.iterdir()) == []
