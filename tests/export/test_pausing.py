"""An export that is paused and goes on."""

from __future__ import annotations

import multiprocessing
import weakref
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from augstudio.core.byte_cache import ByteCache
from augstudio.core.draws import Draw
from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.transform import Pixel, View
from augstudio.export import Progress, RunOptions, progress, run_export
from augstudio.export.engine import Assignment
from augstudio.export.engines.worker import WorkerSettings, work
from augstudio.export.files import LocalWorkspace
from augstudio.export.progress import Tally
from augstudio.export.run_task import Done
from augstudio.pipelines import Pipeline
from augstudio.render.step_results import StepResults
from augstudio.transforms import Season
from tests.export.jobs import job_for, tasks
from tests.folders import contents, small_dataset, write_files


@pytest.fixture(autouse=True)
def nobody_stays_behind() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


class Pause:
    """A pause that begins at the first finished sample and lasts for so many questions."""

    def __init__(self, out: Path, questions: int) -> None:
        self.seen: list[Progress] = []
        self.files: list[int] = []
        self._out = out
        self._left = questions

    def __call__(self) -> bool:
        if len(self.seen) < 2 or not self._left:
            return False
        self._left -= 1
        self.files.append(sum(path.is_file() for path in self._out.rglob("*__aug*")))
        return True


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_done_while_it_is_paused_and_nothing_differs(tmp_path: Path, workers: int) -> None:
    source = small_dataset(tmp_path / "in", 6)
    write_files(source, {"b/big.ppm": b"P6 300 200 255\n" + bytes(180_000)})
    run_export(job_for(source, tmp_path / "undisturbed", copies=30), RunOptions(workers=1))
    out = tmp_path / "out"
    pause = Pause(out, 17)
    report = run_export(
        job_for(source, out, copies=30),
        RunOptions(workers=workers),
        on_progress=pause.seen.append,
        paused=pause,
    )
    # What was being written when the pause began is finished.
    assert pause.files[-6:] == [pause.files[-1]] * 6
    assert pause.files[-1] < 7 * 30
    states = [seen.paused for seen in pause.seen]
    at = [number for number, paused in enumerate(states) if paused]
    assert at == list(range(at[0], at[-1] + 1)), "one pause, in which what was begun may still be told"
    assert not states[-1]
    assert (report.written, report.skipped) == (7 * 31, ())
    assert contents(out) == contents(tmp_path / "undisturbed")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_paused_export_can_be_cancelled(tmp_path: Path, workers: int) -> None:
    source = small_dataset(tmp_path / "in", 6)
    pause = Pause(tmp_path / "out", 10**6)
    report = run_export(
        job_for(source, tmp_path / "out", copies=20),
        RunOptions(workers=workers),
        on_progress=pause.seen.append,
        paused=pause,
        cancelled=lambda: len(pause.files) > 3,
    )
    assert report.cancelled
    assert len(pause.files) < 8


def test_neither_rate_nor_time_left_count_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: now[0]))
    tally = Tally(total=100, started=now[0])

    def after(seconds: float, done: int) -> Progress:
        now[0] += seconds
        tally.done += done
        return tally.progress()

    after(0, 0)
    assert (after(2, 20).rate, after(0, 0).remaining) == (10, 8)
    assert tally.note_pause(paused=True)
    assert not tally.note_pause(paused=True)
    resting = after(500, 0)
    assert (resting.paused, resting.rate, resting.remaining, resting.elapsed) == (True, 10, 8, 2)
    assert tally.note_pause(paused=False)
    assert not tally.note_pause(paused=False)
    resumed = after(1, 10)
    assert (resumed.paused, resumed.rate, resumed.remaining, resumed.elapsed) == (False, 10, 7, 3)
    assert tally.report(Path(), cancelled=False).seconds == 3


class Long(Pixel):
    """Takes long, and notes when it comes to its end."""

    NAME: ClassVar[str] = "long"
    TITLE: ClassVar[str] = "Long"
    FACTOR: ClassVar[str] = "any"
    ENDED: ClassVar[list[View]] = []

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Ask again and again whether to go on."""
        for _ in range(100):
            checkpoint()
        self.ENDED.append(view)
        return image


def test_without_worker_processes_it_is_stopped_within_a_step(tmp_path: Path) -> None:
    job = job_for(small_dataset(tmp_path / "in", 1), tmp_path / "out", Pipeline.of((Long(),)))
    asked = count()
    report = run_export(job, RunOptions(workers=1), cancelled=lambda: next(asked) > 50)
    assert report.cancelled
    assert not report.skipped
    assert Long.ENDED == []


def test_a_worker_forgets_the_results_of_a_picture_that_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[weakref.ref[ByteCache]] = []
    within = StepResults.within

    def watched(budget: int) -> StepResults:
        assert budget == 1_000_000
        results = within(budget)
        made.append(weakref.ref(results.cache))
        return results

    monkeypatch.setattr(StepResults, "within", watched)
    for place in ("signal.signal", "gc.freeze", "use_one_thread"):
        monkeypatch.setattr(f"augstudio.export.engines.worker.{place}", lambda *_: None)
    job = job_for(small_dataset(tmp_path / "in", 2), tmp_path / "out", Pipeline.of((Season(),)))
    assignments = [Assignment(number, task) for number, task in enumerate(tasks(job))]
    LocalWorkspace(job.out).begin()

    def receive() -> object:
        if not assignments:
            raise EOFError
        return assignments.pop(0)

    def send(answer: object) -> None:
        if isinstance(answer, Done):
            assert answer.written == 3
            assert made
            assert [known for known in made if known() is not None] == []

    connection: Any = SimpleNamespace(recv=receive, send=send, poll=lambda: False)
    work(job, connection, WorkerSettings(1_000_000, 0, {}))
    assert not assignments
    assert len(made) == 2
