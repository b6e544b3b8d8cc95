"""Workers that step back, and what that costs them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from types import SimpleNamespace
from typing import Any, cast

import pytest

from augstudio.export.engines import pool
from augstudio.export.engines.priority import LAST, seconds_waited

STEP = """
import os
from augstudio.export.engines.priority import step_back
step_back({niceness})
print(os.nice(0), os.sched_getscheduler(0) == os.SCHED_IDLE)
"""

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this")


@linux_only
@pytest.mark.parametrize(("niceness", "idle"), [(0, False), (10, False), (LAST, True)])
def test_the_last_ones_give_way_at_once(niceness: int, idle: bool) -> None:
    before = os.nice(0)
    program = [sys.executable, "-c", STEP.format(niceness=niceness)]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(min(19, before + niceness)), str(idle)]


@linux_only
def test_waiting_for_a_processor_is_seen() -> None:
    """Two that never rest share one processor, so each waits half of the time."""
    processor = min(os.sched_getaffinity(0))
    busy = f"import os; os.sched_setaffinity(0, [{processor}])\nwhile True: pass"
    pair = [subprocess.Popen([sys.executable, "-c", busy]) for _ in range(2)]
    try:
        end = time.monotonic() + 30
        while min(seconds_waited(process.pid) for process in pair) < 0.2:
            assert time.monotonic() < end, "nobody waits"
    finally:
        for process in pair:
            process.kill()
            process.communicate()


def test_what_cannot_be_told_is_nothing() -> None:
    assert seconds_waited(None) == 0
    assert seconds_waited(-1) == 0


def test_waiting_for_a_processor_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    waited = iter([5.0, 8.0])
    monkeypatch.setattr(pool, "seconds_waited", lambda process: next(waited))
    worker = pool._Worker(cast(Any, SimpleNamespace(pid=1)), cast(Any, None), heard=0.0)
    worker.hear(10.0)
    assert worker.silent_for(15.0) == 2.0
