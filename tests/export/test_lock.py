"""Two exports never work in one folder."""

from __future__ import annotations

import errno
import json
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import Progress, RunOptions, lock, run_export
from augstudio.export.files import IDENTITY, LOCK
from augstudio.export.lock import locked
from tests.commands import refused
from tests.export.jobs import job_for
from tests.folders import contents, small_dataset

ROOT = Path(__file__).parents[2]
HOLDING = """
import os, signal, sys
from pathlib import Path
from augstudio.export.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(out: Path) -> subprocess.Popen[str]:
    """A process that holds the lock until its input ends."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLDING, str(out)]
    started = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "held\n"
    return started


def test_a_second_export_is_refused_while_the_first_runs(tmp_path: Path) -> None:
    job = job_for(small_dataset(tmp_path / "in", 2), tmp_path / "out")
    refusals: list[str] = []

    def try_too(progress: Progress) -> None:
        if progress.done:
            before = contents(job.out)
            with pytest.raises(ExportError) as caught:
                run_export(job, RunOptions(workers=1))
            refusals.append(str(caught.value))
            assert contents(job.out) == before

    report = run_export(job, RunOptions(workers=1), on_progress=try_too)
    assert (report.written, len(refusals)) == (6, 2)
    assert (
        f"another export is running in {job.out} (process {os.getpid()} on {platform.node()}" in refusals[0]
    )
    assert LOCK not in contents(job.out)


def test_another_process_is_named_and_let_go_when_it_is_killed(tmp_path: Path) -> None:
    job = job_for(small_dataset(tmp_path / "in", 2), tmp_path / "out")
    with holder(job.out) as other:
        message = refused("export", job.dataset, job.out, "--workers", 1)
        assert f"(process {other.pid} on {platform.node()}, since 20" in message
        assert contents(job.out).keys() == {LOCK}
        other.send_signal(signal.SIGKILL)
    assert contents(job.out).keys() == {LOCK}
    assert run_export(job, RunOptions(workers=1)).written == 6
    assert LOCK not in contents(job.out)


def test_it_is_let_go_at_a_normal_end_and_after_an_error(tmp_path: Path) -> None:
    with holder(tmp_path / "out") as other:
        other.communicate("")
    assert contents(tmp_path / "out") == {}
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "out"):
        raise ZeroDivisionError
    assert contents(tmp_path / "out") == {}


def test_it_is_let_go_though_its_file_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, "Input/output error", str(path))

    with (
        monkeypatch.context() as patch,
        pytest.raises(OSError, match="Input/output error"),
        locked(tmp_path),
    ):
        patch.setattr(Path, "unlink", failing)
    with locked(tmp_path):
        assert contents(tmp_path).keys() == {LOCK}


def test_a_lock_removed_while_it_was_opened_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handles: list[int] = []
    claim = lock._claim

    def removed_meanwhile(handle: int, path: Path) -> None:
        handles.append(handle)
        if len(handles) == 1:
            path.unlink()
        claim(handle, path)

    monkeypatch.setattr(lock, "_claim", removed_meanwhile)
    with locked(tmp_path):
        assert len(handles) == 2
        with pytest.raises(ExportError, match="another export is running"), locked(tmp_path):
            pass


def ended_process() -> int:
    """The number of a process that does not exist any more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    return ended.pid


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("", True),
        ('{"proc', True),
        (json.dumps({"process": ended_process(), "host": platform.node()}), True),
        (json.dumps({"process": os.getppid(), "host": platform.node()}), False),
        (json.dumps({"process": ended_process(), "host": "elsewhere"}), False),
    ],
)
def test_where_the_file_system_knows_no_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, free: bool
) -> None:
    def unsupported(handle: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_lock", unsupported)
    (tmp_path / LOCK).write_text(text)
    if free:
        with locked(tmp_path), pytest.raises(ExportError, match="another export"), locked(tmp_path):
            pass
        assert contents(tmp_path) == {}
    else:
        with pytest.raises(ExportError, match=f"delete {LOCK} in it"), locked(tmp_path):
            pass
        assert contents(tmp_path).keys() == {LOCK}


def test_the_folder_is_checked_again_once_it_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another export began, and ended, between the check and the lock."""
    job = job_for(small_dataset(tmp_path / "in", 2), tmp_path / "out")
    run_export(job_for(job.dataset, tmp_path / "other", seed=1), RunOptions(workers=1))

    def begin_another(progress: Progress) -> None:
        if not progress.done:
            (tmp_path / "other").rename(job.out)

    with pytest.raises(ExportError, match="holds another export: its seed is 1, not 0"):
        run_export(job, RunOptions(workers=1), on_progress=begin_another)
    assert json.loads((job.out / IDENTITY).read_text())["seed"] == 1
