from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from pytestqt.qtbot import QtBot

from augstudio.ui.tasks import BackgroundTask, ConflatingWorker, NewestFirstWorker, running_threads


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
        self.open.result(timeout=10)
        return request


def test_newest_request_replaces_the_waiting_one(qtbot: QtBot) -> None:
    gate = Gate()
    shown: list[object] = []
    worker = ConflatingWorker(gate)
    worker.finished.connect(lambda request, result: shown.append(result))
    worker.submit(1)
    gate.entered.result(timeout=5)
    for request in range(2, 50):
        worker.submit(request)
    gate.open.set_result(None)
    qtbot.waitUntil(lambda: shown == [1, 49])
    worker.close()
    assert gate.worked == [1, 49], "no backlog"


def test_a_steady_stream_starves_nobody(qtbot: QtBot) -> None:
    shown: list[int] = []
    worker = ConflatingWorker(lambda request: request)
    worker.finished.connect(lambda request, result: shown.append(result))
    request = 0

    def submit_another() -> bool:
        nonlocal request
        request += 1
        worker.submit(request)
        return len(shown) >= 20

    qtbot.waitUntil(submit_another)
    worker.close()
    assert shown == sorted(set(shown)), "in order, none twice"


def test_an_exception_is_told_and_the_worker_goes_on(qtbot: QtBot) -> None:
    worker = ConflatingWorker(lambda request: 1 // request)
    with qtbot.waitSignal(worker.failed) as failed:
        worker.submit(0)
    assert failed.args is not None
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert failed.args[1] == 0
    with qtbot.waitSignal(worker.finished) as finished:
        worker.submit(1)
    assert finished.args == [1, 1]
    worker.close()


def test_dropped_requests_are_never_worked_on(qtbot: QtBot) -> None:
    gate = Gate()
    worker = ConflatingWorker(gate)
    worker.submit(1)
    gate.entered.result(timeout=5)
    worker.submit(2)
    worker.drop_pending()
    with qtbot.waitSignal(worker.finished):
        gate.open.set_result(None)
    worker.close()
    assert gate.worked == [1]


def test_a_thumbnail_that_fails_does_not_end_the_worker(qtbot: QtBot) -> None:
    worker = NewestFirstWorker(lambda request: 1 // request)
    with qtbot.waitSignal(worker.failed):
        worker.submit(0)
    with qtbot.waitSignal(worker.finished):
        worker.submit(1)
    worker.close()


def test_newest_first(qtbot: QtBot) -> None:
    gate = Gate()
    shown: list[object] = []
    worker = NewestFirstWorker(gate, limit=3)
    worker.finished.connect(lambda request, result: shown.append(result))
    worker.submit(0)
    gate.entered.result(timeout=5)
    for request in (1, 2, 3, 4, 2):
        worker.submit(request)
    gate.open.set_result(None)
    qtbot.waitUntil(lambda: len(shown) == 4)
    worker.close()
    assert shown == [0, 2, 4, 3], "the oldest was dropped, the one asked for again came first"


def test_background_task_reports_and_succeeds(qtbot: QtBot) -> None:
    reports: list[int] = []

    def count(report: Callable[[int], None], cancelled: Callable[[], bool]) -> str:
        for number in range(3):
            report(number)
        return "done"

    task = BackgroundTask(count)
    task.reported.connect(reports.append)
    with qtbot.waitSignal(task.succeeded) as succeeded:
        task.start()
    assert succeeded.args == ["done"]
    assert reports == [0, 1, 2]
    task.close()


def test_background_task_fails_and_cancels(qtbot: QtBot) -> None:
    def fail(report: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        raise KeyError("nothing there")

    failing = BackgroundTask(fail)
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

    task = BackgroundTask(until_cancelled)
    task.start()
    started.result(timeout=5)
    assert running_threads() == 1
    with qtbot.waitSignal(task.succeeded) as succeeded:
        task.cancel()
    assert succeeded.args == ["stopped"]
    task.close()
    assert running_threads() == 0
