"""Runs one sample's task: renders what is missing of its outputs, and writes it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import Final

from augstudio.datasets.base import Skipped
from augstudio.datasets.formats import reopened
from augstudio.errors import DatasetError, ImageError, Message, PipelineError, message_of
from augstudio.export.announcements import Announced
from augstudio.export.job import ExportJob
from augstudio.export.manifest import Output
from augstudio.export.output_writer import EDITED, OccupiedError, OutputState, OutputWriter
from augstudio.export.rendering import (
    SMALL_FILE_BYTES,
    SMALL_PICTURE_BYTES,
    OutputFiles,
    SampleBytes,
    StoppedError,
    TaskContext,
    check_stopped,
    needed_bytes,
    partner_reader,
    render_source,
    render_stages,
    resolve_copies,
)
from augstudio.export.shards.members import output_members
from augstudio.export.shards.place import ShardPlace
from augstudio.export.shards.plan import ShardPlan
from augstudio.export.tasks import Task
from augstudio.render.planned import planned

CHANGED: Final = Message("changed while the export ran; export again")
"""Why a sample is left out whose file was not what it had been when the dataset was listed."""


@dataclass(frozen=True)
class Done:
    """What a task came to.

    Attributes:
        outputs: A record for each of the task's files, old and new.
        written: How many of them were written now.
        edited: Those that somebody changed and that stay so, by their names in the export's folder.
        packed: Where they go into a shard and are not kept, the members of each output.
    """

    outputs: tuple[Output, ...]
    written: int
    edited: tuple[Skipped, ...] = ()
    packed: tuple[bytes, ...] = ()


def run_task(
    task: Task,
    job: ExportJob,
    known: tuple[Output, ...] = (),
    context: TaskContext = TaskContext(),  # noqa: B008  (a frozen value)
    announced: Announced | None = None,
) -> Done | Skipped:
    """Write a task's files; those that an earlier run wrote and that are still right are kept.

    Args:
        task: What to write.
        job: The export.
        known: Records of an earlier run.
        context: Whom to ask, and how much to keep.
        announced: What earlier runs announced of its files; None has it looked up.

    Raises:
        OSError: A file cannot be written.
        StoppedError: ``context.stopped`` said so.
    """
    steps = task_steps(task, job, known, context, announced)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            outcome: Done | Skipped = ended.value
            return outcome


def task_steps(
    task: Task,
    job: ExportJob,
    known: tuple[Output, ...] = (),
    context: TaskContext = TaskContext(),  # noqa: B008  (a frozen value)
    announced: Announced | None = None,
) -> Generator[None, None, Done | Skipped]:
    """The same stage by stage: it yields where other tasks may have their turn.

    It does so only as long as it holds little, so that the tasks of many small pictures may take turns; that
    of a larger one goes on to its end.

    Args:
        task: As there, like all others.
        job: The export.
        known: Records of an earlier run.
        context: Whom to ask, and how much to keep.
        announced: What earlier runs announced of its files.

    Raises:
        OSError: A file cannot be written.
        StoppedError: ``context.stopped`` said so.
    """
    workspace = context.workspace or job.workspace()
    writer = OutputWriter(workspace, task, known, job.replace_edited, announced)
    try:
        return (yield from _write_outputs(task, job, writer, context))
    except (DatasetError, ImageError, PipelineError, OccupiedError) as error:
        return writer.skip_sample(message_of(error))
    except (OSError, StoppedError):
        raise
    except MemoryError:
        return writer.skip_sample(Message("too large for this computer's memory"))
    except Exception as error:  # one sample never ends an export
        return writer.skip_sample(Message("cannot be augmented: {0}: {1}", type(error).__name__, error))
    finally:
        if context.workspace is None:
            workspace.close()


def _write_outputs(
    task: Task, job: ExportJob, writer: OutputWriter, context: TaskContext
) -> Generator[None, None, Done | Skipped]:
    dataset = context.dataset or reopened(job.source)
    mixes = planned(job.pipeline).mixes
    if mixes and context.partners is None:
        context = replace(context, partners=partner_reader(job, dataset))
    source = SampleBytes.read(task, job, dataset)
    if len(source.data) <= SMALL_FILE_BYTES:
        yield
    if task.state not in (None, dataset.state(task.sample)):
        return writer.skip_sample(CHANGED)
    outputs = dict(writer.kept(source.sha256, source.labels))
    if mixes:
        outputs = _with_the_same_draws(outputs, task, job, source, context)
    if job.shards is not None and not _is_kept_whole(outputs, task, job.shards):
        outputs = {}
    missing = task
    if outputs:
        missing = task._replace(outputs=tuple(file for file in task.outputs if file.copy not in outputs))
    expected = resolve_copies(missing, job, source.data, context.partners) if missing.outputs else None
    needed = needed_bytes(source.data, expected)
    context.admit(needed, len(source.data))
    takes_turns = expected is not None and needed <= SMALL_PICTURE_BYTES
    if takes_turns:
        yield
    if job.shards is not None and missing.outputs:
        return _packed(task, job.shards, render_source(task, job, source, context, expected), context)
    written = 0
    edited = []
    for made in render_stages(missing, job, source, context, expected):
        if made is None:
            if takes_turns:
                yield
            continue
        states = [(file, writer.put(file, sha256, data)) for file, sha256, data in made.in_order()]
        outputs[made.output.copy] = made.output
        written += any(state is OutputState.WRITTEN for _, state in states)
        edited += [Skipped(file, EDITED) for file, state in states if state is OutputState.EDITED]
        context.made(len(outputs))
        check_stopped(context.stopped)
    return Done(tuple(outputs[copy] for copy in sorted(outputs)), written, tuple(edited))


def _is_kept_whole(outputs: dict[int, Output], task: Task, plan: ShardPlan) -> bool:
    """Whether all outputs of a task lie in a shard as they would now; it is not made again in pieces."""
    places = [output.shard for output in outputs.values()]
    label = plan.label(task.sample)
    return len(places) == len(task.outputs) and all(place and place.label == label for place in places)


def _packed(task: Task, plan: ShardPlan, rendered: Iterator[OutputFiles], context: TaskContext) -> Done:
    """The outputs of a task with their members; where in a shard they lie follows when they are packed."""
    outputs, packed, label = [], [], plan.label(task.sample)
    for file, made in zip(task.outputs, rendered, strict=True):
        packed.append(output_members(made, task, file, plan))
        outputs.append(replace(made.output, shard=ShardPlace("", "", 0, len(packed[-1]), label)))
        context.made(len(outputs))
        check_stopped(context.stopped)
    return Done(tuple(outputs), len(outputs), (), tuple(packed))


def _with_the_same_draws(
    outputs: dict[int, Output], task: Task, job: ExportJob, source: SampleBytes, context: TaskContext
) -> dict[int, Output]:
    """The known outputs into which the same pictures would be mixed now, as they were then."""
    known = task._replace(outputs=tuple(file for file in task.outputs if file.copy in outputs))
    expected = resolve_copies(known, job, source.data, context.partners)
    if expected is None:
        return {copy: output for copy, output in outputs.items() if not copy}
    return {
        file.copy: outputs[file.copy]
        for file, resolved in zip(known.outputs, expected.copies, strict=True)
        if tuple(draw.to_dict() for draw in resolved.draws) == outputs[file.copy].draws
    }
