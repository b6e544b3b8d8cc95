"""An export that is killed by SIGKILL in its middle, in a process of its own."""

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from augstudio.export import ExportJob, RunOptions, run_export

ROOT = Path(__file__).parents[2]


def run_and_kill(job: ExportJob, *, after: int, workers: int = 1, when: str = "on_progress") -> None:
    """Runs the job until ``when`` ("on_progress" or "cancelled") was called ``after`` times, and kills it.

    Asserts that it was, and waits until its workers, which hold its standard output, have ended, too.
    """
    asked = pickle.dumps((job, after, workers, when))
    command = [sys.executable, "-m", __name__]
    ended = subprocess.run(command, input=asked, cwd=ROOT, check=False, capture_output=True, timeout=100)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert b"Traceback" not in ended.stderr


def _run(job: ExportJob, after: int, workers: int, when: str) -> None:
    calls = 0

    def call(*_told: Any) -> bool:
        nonlocal calls
        calls += 1
        if calls > after:
            os.kill(os.getpid(), signal.SIGKILL)
        return False

    hooks: dict[str, Any] = {when: call}
    run_export(job, RunOptions(workers=workers), **hooks)


if __name__ == "__main__":
    _run(*pickle.load(sys.stdin.buffer))
