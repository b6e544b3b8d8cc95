from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from augstudio.ui import threads
from augstudio.ui.threads import (
    BackgroundCall,
    ConflatingThread,
    NewestFirstThread,
    ThreadPool,
    running_threads,
)
from tests.patience import WAIT_SECONDS


class Gate:
    """Work of which the first piece stops half-way until it is let go."""

    def __init__(self) -> None:
        self.open: Future[None] = Future()
        self.entered: Future[None] = Future()
        self.worked: list[object] = []

    def __call__(self, request: object) -> object:
        self.worked.append(request)
        if not self.entered.done():
            self.entered.set_result(None)
        self.open.result(timeout=WAIT_SECONDS)
        return request


def test_newest_request_replaces_the_waiting_one(qtbot: QtBot) -> None:
    gate = Gate()
    shown: list[object] = []
    thread = ConflatingThread(gate)
    thread.finished.connect(lambda request, result: shown.append(result))
    thread.submit(1)
    gate.entered.result(timeout=WAIT_SECONDS)
    for request in range(2, 50):
        thread.submit(request)
    gate.open.set_result(None)
    qtbot.waitUntil(lambda: shown == [1, 49])
    thread.close()
    assert gate.worked == [1, 49], "no backlog"


def test_a_steady_stream_starves_nobody(qtbot: QtBot) -> None:
    shown: list[int] = []
    thread = ConflatingThread(lambda request: request)
    thread.finished.connect(lambda request, result: shown.append(result))
    request = 0

    def submit_another() -> bool:
        nonlocal request
        request += 1
        thread.submit(request)
        return len(shown) >= 20

    qtbot.waitUntil(submit_another)
    thread.close()
    assert shown == sorted(set(shown)), "in order, none twice"


def test_an_exception_is_told_and_the_worker_goes_on(qtbot: QtBot) -> None:
    thread = ConflatingThread(lambda request: 1 // request)
    with qtbot.waitSignal(thread.failed) as failed:
        thread.submit(0)
    assert failed.args is not None
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert failed.args[1] == 0
    with qtbot.waitSignal(thread.finished) as finished:
        thread.submit(1)
    assert finished.args == [1, 1]
    thread.close()


def test_dropped_requests_are_never_worked_on(qtbot: QtBot) -> None:
    gate = Gate()
    thread = ConflatingThread(gate)
    thread.submit(1)
    gate.entered.result(timeout=WAIT_SECONDS)
    thread.submit(2)
    thread.drop_pending()
    with qtbot.waitSignal(thread.finished):
        gate.open.set_result(None)
    thread.close()
    assert gate.worked == [1]


def test_a_thumbnail_that_fails_does_not_end_the_worker(qtbot: QtBot) -> None:
    thread = NewestFirstThread(lambda request: 1 // request)
    with qtbot.waitSignal(thread.failed):
        thread.submit(0)
    with qtbot.waitSignal(thread.finished):
        thread.submit(1)
    thread.close()


def test_newest_first(qtbot: QtBot) -> None:
    gate = Gate()
    shown: list[object] = []
    thread = NewestFirstThread(gate, limit=3)
    thread.finished.connect(lambda request, result: shown.append(result))
    thread.submit(0)
    gate.entered.result(timeout=WAIT_SECONDS)
    for request in (1, 2, 3, 4, 2):
        thread.submit(request)
    gate.open.set_result(None)
    qtbot.waitUntil(lambda: len(shown) == 4)
    thread.close()
    assert shown == [0, 2, 4, 3], "the oldest was dropped, the one asked for again came first"


def test_background_task_reports_and_succeeds(qtbot: QtBot) -> None:
    reports: list[int] = []

    def count(report: Callable[[int], None], cancelled: Callable[[], bool]) -> str:
        for number in range(3):
            report(number)
        return "done"

    call = BackgroundCall(count)
    call.reported.connect(reports.append)
    with qtbot.waitSignal(call.succeeded) as succeeded:
        call.start()
    assert succeeded.args == ["done"]
    assert reports == [0, 1, 2]
    call.close()


def test_background_task_fails_and_cancels(qtbot: QtBot) -> None:
    def fail(report: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        raise KeyError("nothing there")

    failing = BackgroundCall(fail)
    with qtbot.waitSignal(failing.failed) as failed:
        failing.start()
    assert failed.args is not None
    assert isinstance(failed.args[0], KeyError)
    failing.close()
    started: Future[None] = Future()

    def until_cancelled(report: Callable[[int], None], cancelled: Callable[[], bool]) -> str:
        started.set_result(None)
        while not cancelled():
            pass
        return "stopped"

    call = BackgroundCall(until_cancelled)
    call.start()
    started.result(timeout=WAIT_SECONDS)
    assert running_threads() == 1
    with qtbot.waitSignal(call.succeeded) as succeeded:
        call.cancel()
    assert succeeded.args == ["stopped"]
    call.close()
    assert running_threads() == 0


# -- threads that hang ---------------------------------------------------------------------------------


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Work that hangs until the test is over, of which closing waits for a moment only."""
    left: list[object] = []
    monkeypatch.setattr(threads, "CLOSING_MS", 50)
    monkeypatch.setattr(threads, "_LEFT_BEHIND", left)
    gate = Gate()
    yield gate
    gate.open.set_result(None)
    for _ in range(200):
        if all(kept[0].wait(50) for kept in left if isinstance(kept, tuple)):
            break


@pytest.mark.parametrize("kind", [ConflatingThread, NewestFirstThread])
def test_a_worker_that_hangs_is_left_behind(
    qtbot: QtBot, hanging: Gate, kind: type[ConflatingThread | NewestFirstThread]
) -> None:
    shown: list[object] = []
    thread = kind(hanging)
    thread.finished.connect(lambda *_: shown.append(1))
    thread.submit(1)
    hanging.entered.result(timeout=WAIT_SECONDS)
    thread.close()
    assert len(threads._LEFT_BEHIND) == 1
    assert running_threads() == 1
    assert shown == []


def test_a_task_that_hangs_is_left_behind(qtbot: QtBot, hanging: Gate) -> None:
    told: list[object] = []
    call = BackgroundCall(lambda report, _cancelled: report(hanging(1)))
    call.reported.connect(told.append)
    call.start()
    hanging.entered.result(timeout=WAIT_SECONDS)
    call.close()
    call.deleteLater()
    assert len(threads._LEFT_BEHIND) == 1
    assert told == []


def test_a_pool_ends_with_its_parts_and_raises_the_first_error(qtbot: QtBot) -> None:
    pool = ThreadPool()
    assert pool.map(str, range(20)) == [str(number) for number in range(20)]
    with pytest.raises(ZeroDivisionError):
        pool.map(lambda number: 1 // number, [1, 0, 2])
    pool.close()
    assert threads._LEFT_BEHIND == []


_HANGING = """
import sys
from pathlib import Path
from threading import Event
from PySide6.QtCore import QCoreApplication
from augstudio.ui import threads
application = QCoreApplication([])
threads.CLOSING_MS = 100
entered = Event()
def read(path):
    entered.set()
    return Path(path).read_bytes()
kind = sys.argv[1]
if kind == "thread":
    thread = threads.NewestFirstThread(read)
    thread.submit(sys.argv[2])
elif kind == "call":
    thread = threads.BackgroundCall(lambda report, cancelled: read(sys.argv[2]))
    thread.start()
else:
    thread = threads.ThreadPool()
    thread._parts.add(thread._pool.submit(read, sys.argv[2]))
entered.wait(20)
thread.close()
print("closed")
threads.end_without_threads(5)
"""


@pytest.mark.skipif(os.name == "nt", reason="pipes are POSIX's")
@pytest.mark.parametrize("kind", ["thread", "call", "pool"])
def test_a_process_ends_although_a_thread_reads_from_a_pipe(tmp_path: Path, kind: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    ended = subprocess.run(
        [sys.executable, "-c", _HANGING, kind, str(tmp_path / "pipe")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (5, "closed\n", "")
