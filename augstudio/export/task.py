"""One sample's outputs: a pure function to bytes, and its files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from augstudio.core.image import Image, Size, pixels_digest, size_of
from augstudio.datasets.base import Skipped
from augstudio.datasets.file_state import file_state
from augstudio.errors import ImageError, Message, PipelineError, message_of
from augstudio.export.files import Workspace
from augstudio.export.job import ExportJob
from augstudio.export.manifest import Output
from augstudio.export.output_writer import EDITED, OccupiedError, OutputState, OutputWriter
from augstudio.export.tasks import PlannedFile, Task
from augstudio.images.background import parsed_colour
from augstudio.images.codec import MAX_PIXELS, Decoded, decode, encode, opens_as_it_is
from augstudio.images.formats import format_of_suffix
from augstudio.images.headers import declared_size, decoding_bytes
from augstudio.images.reading import read_bytes
from augstudio.images.writing import is_too_large_profile
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.render.pixels import render
from augstudio.render.resolve import PixelChange, Resampling, Resolved, resolve
from augstudio.render.step_results import MAX_BYTES, StepResults

CHANGED: Final = Message("changed while the export ran; export again")
"""Why a sample is left out whose file was not what it had been when the dataset was listed."""


_PROFILE: Final = "colour profile"
_SOURCE_BYTES: Final = 8
_RESULT_BYTES: Final = 16


class StoppedError(Exception):
    """The export was cancelled in the middle of a task."""


@dataclass(frozen=True)
class Source:
    """A source file as it was read.

    Attributes:
        data: Its bytes.
        sha256: Their digest.
    """

    data: bytes
    sha256: str

    @classmethod
    def read(cls, task: Task) -> Source:
        """Read a task's source.

        Raises:
            ImageError: It cannot be read.
        """
        data = read_bytes(task.path)
        return cls(data, hashlib.sha256(data).hexdigest())


@dataclass(frozen=True)
class TaskContext:
    """What a task is run within; no byte depends on it.

    Attributes:
        stopped: Asked between reading, decoding, rendering and encoding.
        admit: Called before the picture is unpacked, with the bytes of memory that it will need and those
            that it has already; returns when it may have them.
        results_bytes: How much of the results of costly steps is kept from one copy of the picture to the
            next.
    """

    stopped: Callable[[], bool] = lambda: False
    admit: Callable[[int, int], None] = lambda needed, held: None
    results_bytes: int = MAX_BYTES


@dataclass(frozen=True)
class Done:
    """What a task came to.

    Attributes:
        outputs: A record for each of the task's files, old and new.
        written: How many of them were written now.
        edited: Those that somebody changed and that stay so, by their names in the export's folder.
    """

    outputs: tuple[Output, ...]
    written: int
    edited: tuple[Skipped, ...] = ()


@dataclass(frozen=True)
class ResolvedCopies:
    """What happens to a task's copies if its picture has this size.

    Attributes:
        size: Width and height.
        copies: One for each file that is wanted.
    """

    size: Size
    copies: tuple[Resolved, ...]


def render_task(task: Task, job: ExportJob) -> Generator[tuple[Output, bytes]]:
    """Render and encode a task's files one after another, from nothing but the arguments and the source.

    Raises:
        ImageError: The source cannot be used, or the format cannot hold it.
    """
    yield from _rendered(task, job, Source.read(task))


def needed_bytes(data: bytes, expected: ResolvedCopies | None) -> int:
    """About how much memory a task takes at most: its file, its picture unpacked, and its largest result.

    Reckoned with 8 bytes for each pixel of the source, which is in memory twice for a moment, 16 for each of
    a copy, which passes through several steps and the encoder, and what networks take; or what the decoder
    takes, where that is more. What cannot be told
    needs nothing: decoding will say what is wrong with it.

    Args:
        data: The source file.
        expected: What :func:`resolve_copies` gave for it.

    Raises:
        PipelineError: A network cannot be used.
    """
    if expected is None:
        return len(data)
    sizes, extra = [expected.size], 0
    for resolved in expected.copies:
        size = expected.size
        for stage in resolved.stages:
            if isinstance(stage, Resampling):
                size = stage.target
                sizes.append(size)
            elif isinstance(stage, PixelChange):
                extra = max(extra, stage.transform.extra_bytes(size))
        sizes.append(resolved.size)
    largest = max(width * height for width, height in sizes)
    unpacked = _SOURCE_BYTES * expected.size[0] * expected.size[1] + _RESULT_BYTES * largest
    return len(data) + max(unpacked + extra, decoding_bytes(data, expected.size))


def resolve_copies(task: Task, job: ExportJob, data: bytes) -> ResolvedCopies | None:
    """What happens to a task's copies, by the size in the source's header; None where it has none."""
    size = declared_size(data)
    if size is None or size[0] * size[1] > MAX_PIXELS:
        return None
    return _resolved(task, job, size)


def run_task(
    task: Task,
    job: ExportJob,
    known: tuple[Output, ...] = (),
    context: TaskContext = TaskContext(),
) -> Done | Skipped:
    """Write a task's files; those that an earlier run wrote and that are still right are kept.

    Args:
        task: What to write.
        job: The export.
        known: Records of an earlier run.
        context: Whom to ask, and how much to keep.

    Raises:
        OSError: A file cannot be written.
        StoppedError: ``context.stopped`` said so.
    """
    workspace = Workspace(job.out)
    writer = OutputWriter(workspace, task, known, job.replace_edited)
    try:
        return _write_outputs(task, job, writer, context)
    except (ImageError, PipelineError, OccupiedError) as error:
        return writer.skip_sample(message_of(error))
    except (OSError, StoppedError):
        raise
    except MemoryError:
        return writer.skip_sample(Message("too large for this computer's memory"))
    except Exception as error:  # one sample never ends an export
        return writer.skip_sample(Message("cannot be augmented: {0}: {1}", type(error).__name__, error))
    finally:
        workspace.close()


def _write_outputs(task: Task, job: ExportJob, writer: OutputWriter, context: TaskContext) -> Done | Skipped:
    source = Source.read(task)
    if task.state not in (None, file_state(task.path)):
        return writer.skip_sample(CHANGED)
    outputs = dict(writer.kept(source.sha256))
    missing = replace(task, outputs=tuple(file for file in task.outputs if file.copy not in outputs))
    expected = resolve_copies(missing, job, source.data) if missing.outputs else None
    context.admit(needed_bytes(source.data, expected), len(source.data))
    written = 0
    edited = []
    for output, encoded in _rendered(missing, job, source, context, expected):
        state = writer.put(output, encoded)
        outputs[output.copy] = output
        written += state is OutputState.WRITTEN
        if state is OutputState.EDITED:
            edited.append(Skipped(output.file, EDITED))
        _check_stopped(context.stopped)
    return Done(tuple(outputs[copy] for copy in sorted(outputs)), written, tuple(edited))


def _rendered(
    task: Task,
    job: ExportJob,
    source: Source,
    context: TaskContext = TaskContext(),
    expected: ResolvedCopies | None = None,
) -> Generator[tuple[Output, bytes]]:
    if not task.outputs:
        return
    decoded = decode(source.data)
    _check_stopped(context.stopped)
    # They are of use to the copies of one picture only.
    results = StepResults.within(context.results_bytes)
    pyramid = Pyramid(decoded.image)
    # A picture that is turned upright has another size than its header says.
    if expected is None or expected.size != pyramid.size:
        expected = _resolved(task, job, pyramid.size)
    for planned, resolved in zip(task.outputs, expected.copies, strict=True):
        image = render(pyramid, resolved, results=results) if planned.copy else decoded.image
        _check_stopped(context.stopped)
        verbatim = _is_verbatim(planned, job, decoded, source.data)
        encoded = source.data if verbatim else _encoded(image, planned, job, decoded)
        left_out = "" if verbatim else _left_out(planned, job, decoded)
        width, height = size_of(image)
        draws = tuple(draw.to_dict() for draw in resolved.draws)
        pixels = pixels_digest(image)
        digest = hashlib.sha256(encoded).hexdigest()
        yield (
            Output(
                task.key,
                planned.copy,
                planned.file,
                width,
                height,
                digest,
                pixels,
                source.sha256,
                draws,
                left_out,
            ),
            encoded,
        )


def _resolved(task: Task, job: ExportJob, size: Size) -> ResolvedCopies:
    seed = job.options.seed
    copies = (resolve(job.pipeline, size, seed=seed, key=task.key, copy=file.copy) for file in task.outputs)
    return ResolvedCopies(size, tuple(copies))


def _check_stopped(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise StoppedError


def _is_verbatim(planned: PlannedFile, job: ExportJob, decoded: Decoded, data: bytes) -> bool:
    """Whether a file is its source byte for byte: upright, what its suffix says, and no trap for readers."""
    if planned.copy or job.options.format != "keep" or decoded.orientation != 1:
        return False
    return decoded.format == _format(planned, job) and opens_as_it_is(decoded.format, data)


def _format(planned: PlannedFile, job: ExportJob) -> str:
    """What is written under a name: what its suffix says, also where the source was something else."""
    if job.options.format != "keep":
        return job.options.format
    return format_of_suffix(PurePosixPath(planned.file).suffix)


def _encoded(image: Image, planned: PlannedFile, job: ExportJob, decoded: Decoded) -> bytes:
    options = job.options
    return encode(
        image,
        _format(planned, job),
        quality=options.quality,
        lossless=options.lossless,
        icc_profile=decoded.icc_profile,
        background=parsed_colour(options.background),
    )


def _left_out(planned: PlannedFile, job: ExportJob, decoded: Decoded) -> str:
    too_large = is_too_large_profile(decoded.icc_profile, _format(planned, job))
    return _PROFILE if too_large or decoded.profile_too_large else ""
