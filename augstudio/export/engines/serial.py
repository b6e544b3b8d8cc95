"""Runs tasks one after another in the calling thread."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Iterator
from typing import Final

from augstudio.core.allowance import allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.export.control import Control
from augstudio.export.engine import Assignment, Result
from augstudio.export.engines.memory import keep_freed_memory
from augstudio.export.engines.together import Bundles, run_together
from augstudio.export.job import ExportJob
from augstudio.export.rendering import StoppedError, TaskContext

_PAUSE_SECONDS: Final = 0.1
_TELLING_SECONDS: Final = 1.0


def run_serially(job: ExportJob, assignments: Iterator[Assignment], control: Control) -> Generator[Result]:
    """The engine without worker processes; nobody watches for pictures that hang.

    Args:
        job: The export.
        assignments: Taken one by one, or some at a time where pictures are small.
        control: Asked between and within the steps of a picture.

    Raises:
        OSError: A file cannot be written.
    """

    def stopped() -> bool:
        while control.paused() and not control.cancelled():
            time.sleep(_PAUSE_SECONDS)
        return control.cancelled()

    keep_freed_memory()
    at, told = -1, time.monotonic()

    def note_made(made: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELLING_SECONDS:  # small pictures are not told of one by one
            told = time.monotonic()
            control.made(at, made)

    def begin(number: int) -> None:
        nonlocal at
        at = number

    context = TaskContext.of(job, stopped=stopped, made=note_made)
    with contextlib.closing(context), contextlib.suppress(StoppedError, Interrupted):
        for bundle in Bundles(assignments, job):
            if stopped():
                return
            with interruptible(stopped), allowing(control.limits.allowance):
                results, failure = run_together(bundle, job, context, begin)
            yield from results
            if failure is not None:
                raise failure
