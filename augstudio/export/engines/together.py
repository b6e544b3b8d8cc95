"""Runs the tasks of small pictures together: each stage of all, then the next one of all.

A processor keeps near what it did last. Where the stages of a small picture follow one another, each finds
that emptied by the others, and takes up to twice as long as it does for many pictures in a row.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from augstudio.core.interruption import Interrupted
from augstudio.export.engine import Assignment, Result
from augstudio.export.job import ExportJob
from augstudio.export.rendering import SMALL_FILE_BYTES, TaskContext
from augstudio.export.run_task import task_steps

_MOST: Final = 32
_BEFORE: Final = 8
# For so long nothing may be told of any of them; on a busy computer they take several times as long.
_QUICK_SECONDS: Final = 0.1


class Bundles:
    """Divides assignments into those that are run together.

    There is one at a time at first, and more once many in a row have been quick, so that what is told of an
    export, and what is lost where it ends, stays a moment's work.
    """

    def __init__(self, assignments: Iterator[Assignment], job: ExportJob) -> None:
        """Take a job and its assignments."""
        self._assignments = assignments
        self._most = 1 if any(_is_costly(step.transform) for step in job.pipeline.switched_on()) else _MOST
        self._quick = 0  # that came one after another

    def __iter__(self) -> Iterator[list[Assignment]]:
        """The next ones, which are run before more are asked for."""
        while bundle := [*islice(self._assignments, max(1, min(self._most, self._quick // _BEFORE)))]:
            began, are_small = time.monotonic(), all(map(_is_small, bundle))
            yield from [bundle] if are_small else ([item] for item in bundle)
            took = time.monotonic() - began if are_small else math.inf
            if took < _QUICK_SECONDS:
                self._quick += len(bundle)
            else:
                self._quick = min(self._quick, _BEFORE * len(bundle)) // 2 if took < 1 else 0


def run_together(
    bundle: Sequence[Assignment], job: ExportJob, context: TaskContext, begin: Callable[[int], None]
) -> tuple[list[Result], BaseException | None]:
    """Run assignments together.

    Args:
        bundle: The assignments.
        job: The export.
        context: What they are run within.
        begin: Told the number of an assignment before each of its stages.

    Returns:
        The results, in the order of the assignments, and what ended it before all of them had one: what
        :func:`~augstudio.export.run_task.run_task` raises.
    """
    results: dict[int, Result] = {}
    running = [(item, task_steps(item.task, job, item.known, context, item.announced)) for item in bundle]
    failure: BaseException | None = None
    try:
        while running:
            left = []
            for item, steps in running:
                begin(item.number)
                try:
                    next(steps)
                except StopIteration as ended:
                    results[item.number] = Result(item, ended.value)
                else:
                    left.append((item, steps))
            running = left
    except (Exception, Interrupted) as error:
        failure = error
    return [results[item.number] for item in bundle if item.number in results], failure


def _is_small(assignment: Assignment) -> bool:
    state = assignment.task.state
    return (math.inf if state is None else state.size) <= SMALL_FILE_BYTES


def _is_costly(transform: object) -> bool:
    return bool(getattr(transform, "COSTLY", False))
