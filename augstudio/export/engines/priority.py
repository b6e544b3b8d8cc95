"""How workers step back behind other processes, and how long they had to wait for it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

LAST: Final = 19
"""The niceness of those that come after everybody else."""

_NANOSECONDS: Final = 1_000_000_000


def step_back(niceness: int) -> None:
    """Let other processes go before this one from now on.

    A process that is just nice still makes others wait at the moment when they wake up, which a window shows
    as stutter. Linux can make the last ones give way at once, too.

    Args:
        niceness: 0 to 19; at :data:`LAST` it runs only while nobody else wants its processor, or nearly so.
    """
    if hasattr(os, "nice"):
        os.nice(niceness)
    if niceness >= LAST and hasattr(os, "SCHED_IDLE"):
        with contextlib.suppress(OSError):  # a container may forbid it
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def seconds_waited(process: int | None) -> float:
    """For how long a process could have run in its life, but had to wait for a processor.

    Args:
        process: Its number.

    Returns:
        Seconds; 0 where the system does not tell, as all but Linux.
    """
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[1]) / _NANOSECONDS
    except (OSError, ValueError, IndexError):
        return 0.0
