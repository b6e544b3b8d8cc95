"""One sample's outputs: a pure function to bytes, and its files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from augstudio.core.image import Image, size_of
from augstudio.datasets.base import Skipped
from augstudio.datasets.codec import Decoded, decode, encode
from augstudio.datasets.reading import read_bytes
from augstudio.errors import ImageError
from augstudio.export.files import Workspace
from augstudio.export.manifest import Output
from augstudio.export.plan import ExportJob, PlannedFile, Task, stamp_of
from augstudio.kernels.pyramid import Pyramid
from augstudio.render import render, resolve

CHANGED: Final = "changed while the export ran; export again"
"""Why a sample is left out whose file was not what it had been when the dataset was listed."""


class StoppedError(Exception):
    """The export was cancelled in the middle of a task."""


@dataclass(frozen=True)
class Done:
    """What a task came to.

    Attributes:
        outputs: A record for each of the task's files, old and new.
        written: How many of them were written now.
    """

    outputs: tuple[Output, ...]
    written: int


def render_task(task: Task, job: ExportJob) -> Generator[tuple[Output, bytes]]:
    """Render and encode a task's files one after another, from nothing but the arguments and the source.

    Raises:
        ImageError: The source cannot be used, or the format cannot hold it.
    """
    data = read_bytes(task.path)
    yield from _rendered(task, job, data, hashlib.sha256(data).hexdigest(), task.outputs)


def perform(
    task: Task,
    job: ExportJob,
    known: tuple[Output, ...] = (),
    stopped: Callable[[], bool] = lambda: False,
) -> Done | Skipped:
    """Write a task's files; those that an earlier run wrote and that are still right are kept.

    Args:
        task: What to write.
        job: The export.
        known: Records of an earlier run.
        stopped: Asked between two files.

    Raises:
        OSError: A file cannot be written.
        StoppedError: ``stopped`` said so.
    """
    workspace = Workspace(job.out)
    written: list[Output] = []
    try:
        data = read_bytes(task.path)
        if task.stamp not in (None, stamp_of(task.path)):
            return withdrawn(task, workspace, CHANGED)
        source = hashlib.sha256(data).hexdigest()
        kept = _kept(task, workspace, source, known)
        missing = tuple(planned for planned in task.outputs if planned.copy not in kept)
        for output, encoded in _rendered(task, job, data, source, missing):
            workspace.write(output.file, (encoded,))
            written.append(output)
            if stopped():
                raise StoppedError
    except ImageError as error:
        return withdrawn(task, workspace, str(error))
    except (OSError, StoppedError):
        raise
    except MemoryError:
        return withdrawn(task, workspace, "too large for this computer's memory")
    except Exception as error:  # one sample never ends an export
        return withdrawn(task, workspace, f"cannot be augmented: {type(error).__name__}: {error}")
    outputs = sorted((*kept.values(), *written), key=lambda output: output.copy)
    return Done(tuple(outputs), len(written))


def withdrawn(task: Task, workspace: Workspace, reason: str) -> Skipped:
    """Leave a sample out: it is written whole or not at all, so what is there of it goes, old and new.

    Raises:
        OSError: A file cannot be removed.
    """
    for planned in task.outputs:
        workspace.remove(planned.file)
    return Skipped(task.key, reason)


def _kept(task: Task, workspace: Workspace, source: str, known: tuple[Output, ...]) -> Mapping[int, Output]:
    """The known records, by copy, whose source and file are unchanged."""
    planned = {output.copy: output.file for output in task.outputs}
    return {
        output.copy: output
        for output in known
        if output.source == source
        and planned.get(output.copy) == output.file
        and _file_hash(workspace, output.file) == output.sha256
    }


def _file_hash(workspace: Workspace, file: str) -> str | None:
    try:
        return hashlib.sha256((workspace.root / file).read_bytes()).hexdigest()
    except OSError:
        return None


def _rendered(
    task: Task, job: ExportJob, data: bytes, source: str, wanted: tuple[PlannedFile, ...]
) -> Generator[tuple[Output, bytes]]:
    if not wanted:
        return
    decoded = decode(data)
    pyramid = Pyramid(decoded.image)
    for planned in wanted:
        resolved = resolve(job.pipeline, pyramid.size, seed=job.options.seed, key=task.key, copy=planned.copy)
        image = render(pyramid, resolved) if planned.copy else decoded.image
        encoded = data if _is_verbatim(planned, job, decoded) else _encoded(image, job, decoded)
        width, height = size_of(image)
        draws = tuple(draw.to_dict() for draw in resolved.draws)
        pixels = hashlib.sha256(np.ascontiguousarray(image).data).hexdigest()
        digest = hashlib.sha256(encoded).hexdigest()
        yield (
            Output(task.key, planned.copy, planned.file, width, height, digest, pixels, source, draws),
            encoded,
        )


def _is_verbatim(planned: PlannedFile, job: ExportJob, decoded: Decoded) -> bool:
    return planned.copy == 0 and job.options.format == "keep" and decoded.orientation == 1


def _encoded(image: Image, job: ExportJob, decoded: Decoded) -> bytes:
    options = job.options
    name = decoded.format if options.format == "keep" else options.format
    return encode(image, name, quality=options.quality, icc_profile=decoded.icc_profile)
