"""Exports in a process of their own: the same files, and nobody left behind."""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from augstudio.errors import ExportError, ImageError
from augstudio.export import (
    Assignment,
    Control,
    ExportJob,
    Limits,
    Progress,
    Result,
    RunOptions,
    run_assignment,
    run_export,
)
from augstudio.export.engines import subprocess as engine
from augstudio.export.engines.subprocess import run_export_in_subprocess
from augstudio.export.files import LOCK, MANIFEST
from tests.__main__ import ROOT
from tests.export.jobs import job_for
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import noise_picture

PARENT = """
import sys
from pathlib import Path
from augstudio.export import RunOptions
from augstudio.export.engines.subprocess import run_export_in_subprocess
from tests.export.jobs import job_for

if __name__ == "__main__":
    run_export_in_subprocess(job_for(Path(sys.argv[1]), Path(sys.argv[2]), copies=9), RunOptions(workers=2))
"""


HANGING = """
import os
import sys
from pathlib import Path

from augstudio.export import RunOptions, run
from augstudio.export.engines import subprocess as engine, worker
from tests.export.jobs import job_for

run._FEW_SECONDS = 0.0  # its few pictures are for the workers

def hang(*_arguments, **_named):
    # The pipe is open for as long as this process lives.
    os.write(os.open(sys.argv[1], os.O_WRONLY), b"%d " % os.getppid())
    os.read(os.pipe()[0], 1)


if __name__ == "__main__":
    engine.PATIENCE_SECONDS = 0.2
    job = job_for(Path(sys.argv[3]), Path(sys.argv[4]), copies=1)
    engine.run_export_in_subprocess(job, RunOptions(workers=2))
elif sys.argv[2] == "export":
    engine.run_export = hang
else:
    worker.run_assignment = hang
"""


def backwards(job: ExportJob, assignments: Iterator[Assignment], control: Control) -> Iterator[Result]:
    """An engine that another process finds by its name."""
    return (run_assignment(assignment, job) for assignment in reversed(list(assignments)))


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return small_dataset(tmp_path / "in")


@pytest.fixture
def larger(tmp_path: Path) -> Path:
    pictures = {
        f"{number}.jpg": encoded(noise_picture(600, 400, seed=number), "JPEG") for number in range(30)
    }
    return write_files(tmp_path / "larger", pictures)


def test_the_files_and_the_report_are_the_same(dataset: Path, tmp_path: Path) -> None:
    expected = run_export(job_for(dataset, tmp_path / "here"), RunOptions(workers=1))
    heard: list[Progress] = []
    job = job_for(dataset, tmp_path / "subprocess")
    report = run_export_in_subprocess(
        job, RunOptions(workers=2, limits=Limits(niceness=19)), on_progress=heard.append
    )
    assert contents(tmp_path / "subprocess") == contents(tmp_path / "here")
    assert (report.written, report.total, report.skipped) == (
        expected.written,
        expected.total,
        expected.skipped,
    )
    assert (heard[-1].done, heard[-1].written) == (report.total, report.written)
    assert multiprocessing.active_children() == []
    assert run_export_in_subprocess(job, RunOptions(workers=2)).reused == report.total


def test_what_is_refused_is_refused(dataset: Path) -> None:
    with pytest.raises(ExportError, match="lies inside it"):
        run_export_in_subprocess(job_for(dataset, dataset / "out"))


def test_an_engine_is_sent_by_its_name(dataset: Path, tmp_path: Path) -> None:
    run_export(job_for(dataset, tmp_path / "here"), RunOptions(workers=1))
    run_export_in_subprocess(job_for(dataset, tmp_path / "there"), RunOptions(engine=backwards))
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_an_engine_that_cannot_be_sent_is_refused_before_anything_is_written(
    dataset: Path, tmp_path: Path
) -> None:
    def local(job: ExportJob, assignments: Iterator[Assignment], control: Control) -> Iterator[Result]:
        return backwards(job, assignments, control)

    with pytest.raises(ExportError, match=r"engine: .*<locals>\.local cannot be sent to another process"):
        run_export_in_subprocess(job_for(dataset, tmp_path / "out"), RunOptions(engine=local))
    assert not (tmp_path / "out").exists()
    assert multiprocessing.active_children() == []


def test_it_stops_and_goes_on(larger: Path, tmp_path: Path) -> None:
    job = job_for(larger, tmp_path / "out")
    heard: list[Progress] = []
    report = run_export_in_subprocess(
        job, RunOptions(workers=2), on_progress=heard.append, cancelled=lambda: bool(heard)
    )
    assert report.cancelled
    assert report.written < report.total == 90
    assert not (job.out / LOCK).exists()
    again = run_export_in_subprocess(job, RunOptions(workers=2))
    assert again.written + again.reused == 90
    run_export(job_for(larger, tmp_path / "undisturbed"), RunOptions(workers=1))
    assert contents(job.out) == contents(tmp_path / "undisturbed")


def test_it_pauses_and_goes_on(larger: Path, tmp_path: Path) -> None:
    heard: list[Progress] = []

    def pauses() -> bool:
        return len(heard) > 0 and sum(progress.paused for progress in heard) == 0

    report = run_export_in_subprocess(
        job_for(larger, tmp_path / "out"), on_progress=heard.append, paused=pauses
    )
    paused = [progress.paused for progress in heard]
    assert True in paused
    assert not paused[-1]
    assert report.written == 90


def test_its_unexpected_end_is_told(larger: Path, tmp_path: Path) -> None:
    def kill(_progress: Progress) -> None:
        for process in multiprocessing.active_children():
            process.kill()

    job = job_for(larger, tmp_path / "out")
    with pytest.raises(ExportError, match="ended unexpectedly; export again"):
        run_export_in_subprocess(job, RunOptions(workers=2), on_progress=kill)
    assert run_export_in_subprocess(job, RunOptions(workers=2)).total == 90


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
def test_nothing_stays_behind_when_the_program_is_killed(larger: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-c", PARENT, str(larger), str(out)]
    with subprocess.Popen(command, cwd=ROOT) as program:
        end = time.monotonic() + 60
        while not list(out.rglob("*__aug*")):
            assert program.poll() is None
            assert time.monotonic() < end, "nothing is written"
        program.send_signal(signal.SIGKILL)
    while (out / LOCK).exists():
        assert time.monotonic() < end, "the export goes on by itself"
    assert not (out / MANIFEST).exists(), "the export went on by itself"
    assert run_export(job_for(larger, out, copies=9), RunOptions(workers=1)).total == 300


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
@pytest.mark.parametrize("part", ["export", "worker"])
def test_nothing_that_hangs_outlives_the_process_that_started_it(
    dataset: Path, tmp_path: Path, part: str
) -> None:
    script, pipe = tmp_path / "hanging.py", tmp_path / "pipe"
    script.write_text(HANGING, encoding="utf-8")
    os.mkfifo(pipe)
    command = [sys.executable, str(script), str(pipe), part, str(dataset), str(tmp_path / "out")]
    with (
        open(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as stream,  # noqa: PTH123
        subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}) as program,
    ):
        assert select.select([stream], [], [], 60)[0], "nothing began"
        starters = {int(number) for number in stream.read(99).split()}
        for number in starters | {program.pid}:
            os.kill(number, signal.SIGKILL)
        while select.select([stream], [], [], 30)[0]:
            if not stream.read(99):
                break
        else:
            pytest.fail("it is left behind")


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
def test_one_that_hangs_instead_of_stopping_is_ended(
    larger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 0.2)
    stopped: list[int | None] = []

    def stop(_progress: Progress) -> None:
        for process in multiprocessing.active_children():
            assert process.pid is not None
            os.kill(process.pid, signal.SIGSTOP)
            stopped.append(process.pid)

    job = job_for(larger, tmp_path / "out")
    with pytest.raises(ExportError, match="hung instead of stopping, and was ended; export again"):
        run_export_in_subprocess(
            job, RunOptions(workers=2), on_progress=stop, cancelled=lambda: bool(stopped)
        )
    assert multiprocessing.active_children() == []


def test_errors_that_nobody_expected_arrive_with_their_traceback() -> None:
    try:
        raise KeyError("nothing there")
    except KeyError as error:
        sent = engine._sendable(error)
    assert isinstance(sent, KeyError)
    assert "nothing there" in sent.__notes__[0]
    assert __file__ in sent.__notes__[0]

    class UnsendableError(Exception):
        pass

    try:
        raise UnsendableError("cannot travel")
    except UnsendableError as error:
        sent = engine._sendable(error)
    assert type(sent) is RuntimeError
    assert "cannot travel" in str(sent)
    refused = ExportError("for people")
    assert engine._sendable(refused) is refused
    assert isinstance(engine._sendable(ImageError("too large")), ImageError)
