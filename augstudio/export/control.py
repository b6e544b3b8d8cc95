"""How an export is steered while it runs, and what it may use."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from augstudio.core.allowance import Allowance
from augstudio.errors import ExportError

TIMEOUT: Final = 120.0
"""Seconds without a sign of life after which a picture is given up, unless said otherwise."""

BYTES_PER_TIMEOUT: Final = 256 << 20
"""A picture gets its time once more for every so many bytes that its file has or that it needs unpacked."""

# A worker takes about half of that to start, so that it saves something where there is as much work for it.
PAYING_SECONDS: Final = 1.5
"""Work for which it pays to start a worker."""

_UNKNOWN_MEMORY: Final = 4 << 30
_CGROUP_LIMITS: Final = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")


@dataclass(frozen=True)
class Limits:
    """What one picture, and all that are worked on at once, may use.

    Worker processes show signs of life between reading, decoding, rendering and encoding, and some steps in
    the middle of their work; time counts from the last one. With one worker in the calling thread nobody is
    there to watch, and only one picture is unpacked: there only networks of the user's own are given up.

    Attributes:
        timeout: Seconds after which a picture without a sign of life is given up; more for large ones, see
            :data:`BYTES_PER_TIMEOUT`.
        memory: Bytes that the pictures being worked on may take together. One that needs more by itself is
            worked on alone. By default half of what the computer has.
        niceness: By how much worker processes step back behind others, 0 to 19. With 19, for exports beside
            a window, Linux lets them run only when nobody else wants the processor; time for which they wait
            for one does not count.

    Raises:
        ExportError: A limit is not above 0.
    """

    timeout: float = TIMEOUT
    memory: int = field(default_factory=lambda: usable_memory() // 2)
    niceness: int = 10

    def __post_init__(self) -> None:
        for name, value in (("timeout", self.timeout), ("memory", self.memory)):
            if not value > 0:
                raise ExportError("{0}: must be above 0, got {1}", name, f"{value:g}")

    @property
    def allowance(self) -> Allowance:
        """The same for work in the calling thread that may never end."""
        return Allowance(self.timeout, self.memory)

    def seconds(self, nbytes: int) -> float:
        """How long a picture of so many bytes may take to its next sign of life."""
        return self.timeout * (1 + nbytes / BYTES_PER_TIMEOUT)


@dataclass(frozen=True)
class Control:
    """What an export asks while it runs, ten times a second, and what it may use.

    Attributes:
        cancelled: Whether to stop.
        paused: Whether to begin nothing new for now.
        limits: What it may use.
        made: Told about once a second how many outputs of an assignment, by its number, are made already
            while it is still being run; engines need not.
    """

    cancelled: Callable[[], bool] = lambda: False
    paused: Callable[[], bool] = lambda: False
    limits: Limits = field(default_factory=Limits)
    made: Callable[[int, int], None] = lambda number, made: None


def usable_memory() -> int:
    """Bytes of memory that this computer, or the container that the program runs in, has."""
    found = [_UNKNOWN_MEMORY]
    with contextlib.suppress(AttributeError, ValueError, OSError):
        found = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
    for path in _CGROUP_LIMITS:
        with contextlib.suppress(OSError, ValueError):  # "max" is no number
            found.append(int(Path(path).read_text(encoding="ascii")))
    return min(found)
