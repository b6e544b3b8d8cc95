"""What an engine is: it runs an export's tasks, anywhere and in any order, and gives the results.

An export is listed, locked, recorded and finished by :mod:`augstudio.export.run`; an engine only maps
:func:`run_assignment` over what it is given. It takes assignments when it has room for them, and gives a
result for each when it is finished. What is written does not depend on the engine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from augstudio.core.text import printable
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.file_state import FileState
from augstudio.errors import Message, message_of
from augstudio.export.control import Control
from augstudio.export.job import ExportJob
from augstudio.export.listing import packed_item, unpacked_item
from augstudio.export.output_writer import OutputWriter
from augstudio.export.rendering import TaskContext
from augstudio.export.run_task import Done, run_task
from augstudio.export.tasks import PlannedOutput, Task

if TYPE_CHECKING:
    from augstudio.datasets.label_reading import LabelSource
    from augstudio.export.announcements import Announced
    from augstudio.export.manifest import Output


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task to be run.

    Attributes:
        number: Its place in the plan.
        task: What is to be written.
        known: What earlier runs recorded of the sample.
        announced: What they announced of its files; None where that is to be looked up.
    """

    number: int
    task: Task
    known: tuple[Output, ...] = ()
    announced: Announced | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """As plain values, which reach another process in half the time."""
        task = self.task
        if type(task.sample) is not Sample:
            return Assignment, (self.number, task, self.known, self.announced)
        outputs = tuple((file.copy, file.file, file.label_files) for file in task.outputs)
        state = None if task.state is None else (task.state.size, task.state.modified)
        others = task.class_name, task.labels, self.known, self.announced
        return _assignment, (self.number, packed_item(task.sample), outputs, state, *others)


def _assignment(
    number: int,
    sample: tuple[Any, ...],
    outputs: tuple[tuple[int, str, tuple[str, ...]], ...],
    state: tuple[int, int] | None,
    class_name: str | None,
    labels: LabelSource | None,
    known: tuple[Output, ...],
    announced: Announced | None,
) -> Assignment:
    """What :meth:`Assignment.__reduce__` gave."""
    item = unpacked_item(sample)
    assert isinstance(item, Sample)
    planned = tuple(PlannedOutput(*output) for output in outputs)
    found = None if state is None else FileState(*state)
    return Assignment(number, Task(item, planned, found, class_name, labels), known, announced)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an assignment.

    Attributes:
        assignment: The assignment.
        outcome: The sample's outputs, or why it is skipped.
    """

    assignment: Assignment
    outcome: Done | Skipped


Engine: TypeAlias = Callable[[ExportJob, Iterator[Assignment], Control], Iterator[Result]]
"""Runs assignments and gives a result for each, in any order.

It stops early, without an error, where the control says that the export is cancelled, and waits while it says
that it is paused. The control's limits say what one picture and all together may use; the engine keeps them.
It may raise an :class:`OSError` where files cannot be written, or an
:class:`~augstudio.errors.ExportError`. Where it is a generator, it is closed when the export ends in whatever
way. It may be called a second time for one export, when the journal was changed from outside.
"""


def run_assignment(
    assignment: Assignment,
    job: ExportJob,
    context: TaskContext = TaskContext(),  # noqa: B008  (a frozen value)
) -> Result:
    """Run a task, see :func:`~augstudio.export.run_task.run_task`.

    Raises:
        OSError: A file cannot be written.
        StoppedError: ``context.stopped`` said so.
    """
    return Result(assignment, run_task(assignment.task, job, assignment.known, context, assignment.announced))


def skip_assignment(assignment: Assignment, job: ExportJob, reason: Message) -> Result:
    """Skip a sample whose task was given up, and remove what the export wrote of it.

    Raises:
        OSError: A file cannot be removed.
    """
    writer = OutputWriter(job.workspace(), assignment.task, assignment.known)
    return Result(assignment, writer.skip_sample(reason))


def give_up_assignment(assignment: Assignment, job: ExportJob, seconds: float) -> Result:
    """Skip a sample of whose task nothing came for so many seconds.

    Raises:
        OSError: A file cannot be removed.
    """
    reason = Message(
        "nothing came of it for {0} s, so it was given up; export again to try it once more, with a "
        "longer timeout if it only takes long",
        math.ceil(seconds),
    )
    return skip_assignment(assignment, job, reason)


def write_failure(error: OSError, job: ExportJob) -> Message:
    """What to say when a file cannot be written: which one, or where to, as an open file tells no name."""
    name = printable(str(error.filename2 or error.filename or job.place))
    return Message(
        "cannot write {0}: {1}; the same export goes on once this is solved", name, message_of(error)
    )
