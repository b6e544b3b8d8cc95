"""One sample's outputs: a pure function to bytes, and its files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Final

from augstudio.core.image import Image, Size, pixels_digest, size_of
from augstudio.datasets.base import Skipped
from augstudio.errors import ExportError, ImageError, PipelineError
from augstudio.export.manifest import Output
from augstudio.export.plan import ExportJob, PlannedFile, Task, stamp_of
from augstudio.export.workspace import Workspace
from augstudio.images.codec import MAX_PIXELS, Decoded, decode, encode
from augstudio.images.headers import declared_size
from augstudio.images.reading import read_bytes
from augstudio.kernels.pyramid import Pyramid
from augstudio.render import Resampling, Resolved, render, resolve

CHANGED: Final = "changed while the export ran; export again"
"""Why a sample is left out whose file was not what it had been when the dataset was listed."""


_SOURCE_BYTES: Final = 8
_RESULT_BYTES: Final = 16


class StoppedError(Exception):
    """The export was cancelled in the middle of a task."""


@dataclass(frozen=True)
class Done:
    """What a task came to.

    Attributes:
        outputs: A record for each of the task's files, old and new.
        unfinished: The new ones, by their copies' numbers, under the names that they have until they are put
            in their places.
    """

    outputs: tuple[Output, ...]
    unfinished: Mapping[int, str]


@dataclass(frozen=True)
class Foreseen:
    """What will happen to a task's copies if its picture has this size.

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
    data = read_bytes(task.path)
    yield from _rendered(task, job, data, hashlib.sha256(data).hexdigest(), task.outputs)


def needed_bytes(data: bytes, foreseen: Foreseen | None) -> int:
    """About how much memory a task takes at most: its file, its picture unpacked, and its largest result.

    Reckoned with 8 bytes for each pixel of the source, which is in memory twice for a moment, and 16 for each
    of a copy, which passes through several steps and the encoder. What cannot be told needs nothing: decoding
    will say what is wrong with it.

    Args:
        data: The source file.
        foreseen: What :func:`foresee` gave for it.
    """
    if foreseen is None:
        return len(data)
    sizes = [foreseen.size]
    for resolved in foreseen.copies:
        stages = (stage for stage in resolved.stages if isinstance(stage, Resampling))
        sizes += [resolved.size, *(stage.target for stage in stages)]
    largest = max(width * height for width, height in sizes)
    return len(data) + _SOURCE_BYTES * foreseen.size[0] * foreseen.size[1] + _RESULT_BYTES * largest


def foresee(task: Task, job: ExportJob, data: bytes, wanted: tuple[PlannedFile, ...]) -> Foreseen | None:
    """What will happen to a task's copies by the size in the source's header; None where it has none."""
    size = declared_size(data)
    if size is None or size[0] * size[1] > MAX_PIXELS:
        return None
    return Foreseen(size, _resolved(task, job, wanted, size))


def perform(
    task: Task,
    job: ExportJob,
    workspace: Workspace,
    known: tuple[Output, ...] = (),
    stopped: Callable[[], bool] = lambda: False,
    admit: Callable[[int, int], None] = lambda needed, held: None,
) -> Done | Skipped:
    """Make a task's files; those that an earlier run wrote and that are still right are kept.

    Nothing changes in the places where they belong; see :mod:`augstudio.export.placing`.

    Args:
        task: What to make.
        job: The export.
        workspace: Its folder.
        known: Records of an earlier run.
        stopped: Asked between reading, decoding, rendering and encoding.
        admit: Called before the picture is unpacked, with the bytes of memory that it will need and those
            that it has already; returns when it may have them.

    Raises:
        OSError: A file cannot be written.
        StoppedError: ``stopped`` said so.
    """
    written: dict[int, str] = {}
    try:
        return _performed(task, job, workspace, known, stopped, admit, written)
    except BaseException as error:
        for name in written.values():
            workspace.discard(name)
        reason = _reason(error)
        if reason is None:
            raise
        return Skipped(task.key, reason)


def _performed(
    task: Task,
    job: ExportJob,
    workspace: Workspace,
    known: tuple[Output, ...],
    stopped: Callable[[], bool],
    admit: Callable[[int, int], None],
    written: dict[int, str],
) -> Done | Skipped:
    data = read_bytes(task.path)
    if task.stamp not in (None, stamp_of(task.path)):
        return Skipped(task.key, CHANGED)
    source = hashlib.sha256(data).hexdigest()
    outputs = dict(_kept(task, workspace, source, known))
    missing = tuple(planned for planned in task.outputs if planned.copy not in outputs)
    foreseen = foresee(task, job, data, missing) if missing else None
    admit(needed_bytes(data, foreseen), len(data))
    for output, encoded in _rendered(task, job, data, source, missing, stopped, foreseen):
        written[output.copy] = workspace.write_unfinished((encoded,))
        outputs[output.copy] = output
        _go_on(stopped)
    return Done(tuple(outputs[copy] for copy in sorted(outputs)), written)


def _reason(error: BaseException) -> str | None:
    """Why a sample is left out; None where the export must end."""
    if isinstance(error, ImageError | PipelineError):
        return str(error)
    if isinstance(error, OSError | StoppedError | ExportError):
        return None
    if isinstance(error, MemoryError):
        return "too large for this computer's memory"
    if isinstance(error, Exception):  # one sample never ends an export
        return f"cannot be augmented: {type(error).__name__}: {error}"
    return None


def _kept(task: Task, workspace: Workspace, source: str, known: tuple[Output, ...]) -> Mapping[int, Output]:
    """The known records, by copy, whose source and file are unchanged."""
    planned = {output.copy: output.file for output in task.outputs}
    return {
        output.copy: output
        for output in known
        if output.source == source
        and planned.get(output.copy) == output.file
        and workspace.digest(output.file) == output.sha256
    }


def _rendered(
    task: Task,
    job: ExportJob,
    data: bytes,
    source: str,
    wanted: tuple[PlannedFile, ...],
    stopped: Callable[[], bool] = lambda: False,
    foreseen: Foreseen | None = None,
) -> Generator[tuple[Output, bytes]]:
    if not wanted:
        return
    decoded = decode(data)
    _go_on(stopped)
    pyramid = Pyramid(decoded.image)
    # A picture that is turned upright has another size than its header says.
    if foreseen is None or foreseen.size != pyramid.size:
        foreseen = Foreseen(pyramid.size, _resolved(task, job, wanted, pyramid.size))
    for planned, resolved in zip(wanted, foreseen.copies, strict=True):
        image = render(pyramid, resolved) if planned.copy else decoded.image
        _go_on(stopped)
        encoded = data if _is_verbatim(planned, job, decoded) else _encoded(image, job, decoded)
        width, height = size_of(image)
        draws = tuple(draw.to_dict() for draw in resolved.draws)
        pixels = pixels_digest(image)
        digest = hashlib.sha256(encoded).hexdigest()
        yield (
            Output(task.key, planned.copy, planned.file, width, height, digest, pixels, source, draws),
            encoded,
        )


def _resolved(
    task: Task, job: ExportJob, wanted: tuple[PlannedFile, ...], size: Size
) -> tuple[Resolved, ...]:
    seed = job.options.seed
    return tuple(resolve(job.pipeline, size, seed=seed, key=task.key, copy=file.copy) for file in wanted)


def _go_on(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise StoppedError


def _is_verbatim(planned: PlannedFile, job: ExportJob, decoded: Decoded) -> bool:
    return planned.copy == 0 and job.options.format == "keep" and decoded.orientation == 1


def _encoded(image: Image, job: ExportJob, decoded: Decoded) -> bytes:
    options = job.options
    name = decoded.format if options.format == "keep" else options.format
    return encode(
        image, name, quality=options.quality, lossless=options.lossless, icc_profile=decoded.icc_profile
    )
