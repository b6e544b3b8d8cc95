"""How an export is run; nothing of it changes what a new export writes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from augstudio.errors import ExportError
from augstudio.export.control import Limits

if TYPE_CHECKING:
    from augstudio.export.engine import Engine
    from augstudio.export.scan import ScanResult


@dataclass(frozen=True)
class RunOptions:
    """How an export is run.

    Attributes:
        workers: Number of worker processes; 1 works in the calling thread, where nobody watches for pictures
            that hang; None uses all processors, and two processes at least. An export with little to do is
            begun in this process, in a thread that is watched, and starts others where it lasts.
        overwrite: Whether to replace another export in the same folder: what its manifest names is removed
            first. The same export goes on as ever.
        limits: What one picture and all together may use.
        engine: What runs the tasks instead of the workers; None for these.
        on_listed: Called with what was found out, before anything is written.

    Raises:
        ExportError: Fewer workers than 1 were asked for.
    """

    workers: int | None = None
    overwrite: bool = False
    limits: Limits = field(default_factory=Limits)
    engine: Engine | None = None
    on_listed: Callable[[ScanResult], None] | None = None

    def __post_init__(self) -> None:
        if self.workers is not None and self.workers < 1:
            raise ExportError("workers: must be at least 1, got {0}", self.workers)

    @property
    def worker_count(self) -> int:
        """The number of workers: as asked for, or one per processor and two at least."""
        return max(2, usable_processors()) if self.workers is None else self.workers


def usable_processors() -> int:
    """Processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
