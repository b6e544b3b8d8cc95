"""Renders one sample's outputs: a pure function of task, job and source to bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from augstudio.core.image import MAX_PIXELS, Image, Size, pixels_digest, size_of
from augstudio.core.label_classes import label_class_names
from augstudio.core.labels import Labels
from augstudio.datasets.base import Dataset, PictureSource, SampleSource
from augstudio.datasets.formats import opened_if_possible
from augstudio.datasets.label_reading import ImageInfo
from augstudio.export.job import ExportJob
from augstudio.export.labels.labelling import labels_digest
from augstudio.export.manifest import Output
from augstudio.export.names import suffix_of
from augstudio.export.partners import CACHE_BYTES, PartnerReader
from augstudio.export.tasks import PlannedOutput, Task
from augstudio.export.workspace import Workspace
from augstudio.images.background import parsed_colour
from augstudio.images.codec import Decoded, decode, decoded_placement, encode, opens_as_it_is
from augstudio.images.formats import format_of_suffix
from augstudio.images.headers import declared_size, decoding_bytes
from augstudio.images.writing import is_too_large_profile
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.render.pixels import render
from augstudio.render.resolve import Composed, PixelChange, Resampling, Resolved, resolve
from augstudio.render.step_results import MAX_BYTES, StepResults

if TYPE_CHECKING:
    from augstudio.export.labels.rendering import SampleLabels

SMALL_FILE_BYTES: Final = 1 << 16
"""How large files of pictures may be whose tasks take turns."""

SMALL_PICTURE_BYTES: Final = 1 << 18
"""How much memory these tasks may take, by :func:`needed_bytes`: enough for 100x100 pixels."""

_PROFILE: Final = "colour profile"
_SOURCE_BYTES: Final = 8
_RESULT_BYTES: Final = 16


class StoppedError(Exception):
    """The export was cancelled in the middle of a task."""


@dataclass(frozen=True)
class SampleBytes:
    """A sample's picture as it was read, still encoded.

    Attributes:
        data: Its bytes.
        sha256: Their digest.
        labels: Digest of what the sample's labels are made from; None where the export writes none.
    """

    data: bytes
    sha256: str
    labels: str | None = None

    @classmethod
    def read(cls, task: Task, job: ExportJob, source: PictureSource) -> SampleBytes:
        """Read the picture of a task's sample from where it is kept.

        Raises:
            DatasetError: Its labels cannot be read.
            ImageError: It cannot be read.
        """
        data = source.read_bytes(task.sample)
        labels = None if job.labelling is None else labels_digest(job.labelling, task.labels)
        return cls(data, hashlib.sha256(data).hexdigest(), labels)


@dataclass(frozen=True)
class OutputFiles:
    """One output, with the bytes of its files.

    Attributes:
        output: Its record.
        image: Its picture, encoded.
        labels: The files that hold its labels alone, by name.
    """

    output: Output
    image: bytes
    labels: tuple[tuple[str, bytes], ...] = ()

    def in_order(self) -> Iterator[tuple[str, str, bytes]]:
        """Name, SHA-256 and bytes of each file, in the order in which they are written: the picture last."""
        contents = (*(data for _, data in self.labels), self.image)
        for (file, sha256), data in zip(self.output.all_files, contents, strict=True):
            yield file, sha256, data


@dataclass(frozen=True)
class TaskContext:
    """What a task is run within; no byte depends on it.

    Attributes:
        stopped: Asked between reading, decoding, rendering and encoding.
        admit: Called before the picture is unpacked, with the bytes of memory that it will need and those
            that it has already; returns when it may have them.
        results_bytes: How much of the results of costly steps is kept from one copy of the picture to the
            next.
        dataset: The job's dataset, where it is open already; else it is opened for the task.
        partners: What reads the pictures that steps mix in, where it is there already; likewise.
        workspace: The export's folder, where it is kept open from one task to the next; likewise.
        made: Told after each output how many of the task are made.
    """

    stopped: Callable[[], bool] = lambda: False
    admit: Callable[[int, int], None] = lambda needed, held: None
    results_bytes: int = MAX_BYTES
    dataset: Dataset | None = None
    partners: PartnerReader | None = None
    workspace: Workspace | None = None
    made: Callable[[int], None] = lambda made: None

    @classmethod
    def of(cls, job: ExportJob, **given: Any) -> TaskContext:
        """A context for many tasks of one job, with its dataset open; to be closed in the end.

        Args:
            job: The export.
            given: Other attributes.
        """
        dataset = opened_if_possible(job.source)
        workspace = job.workspace(holds_folders=True)
        return cls(dataset=dataset, partners=partner_reader(job, dataset), workspace=workspace, **given)

    def close(self) -> None:
        """Let go of what is open in the export's folder."""
        if self.workspace is not None:
            self.workspace.close()


@dataclass(frozen=True)
class ResolvedCopies:
    """What happens to a task's copies if its picture has this size.

    Attributes:
        size: Width and height.
        copies: One for each file that is wanted.
    """

    size: Size
    copies: tuple[Resolved, ...]


def partner_reader(
    job: ExportJob, dataset: SampleSource | None, budget: int = CACHE_BYTES
) -> PartnerReader | None:
    """What reads the pictures that a job's steps mix in; None where none does, or there is no dataset.

    Args:
        job: The export.
        dataset: Its dataset.
        budget: Bytes of pictures that are kept.
    """
    if dataset is None or not job.pipeline.mixes:
        return None
    return PartnerReader(dataset, job.labelling, job.partners, budget)


def render_task(task: Task, job: ExportJob, source: SampleSource) -> Generator[OutputFiles]:
    """Render and encode a task's outputs one after another, from nothing but the arguments and the source.

    Args:
        task: What to render.
        job: The export.
        source: What gives the sample's picture, and those that are mixed in.

    Raises:
        DatasetError: The labels cannot be used.
        ImageError: A picture cannot be used, or the format cannot hold the result.
    """
    context = TaskContext(partners=partner_reader(job, source))
    yield from render_source(task, job, SampleBytes.read(task, job, source), context)


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
            elif isinstance(stage, Composed):
                layers = (layer.source for layer in stage.composition.layers if layer.partner)
                extra = max(extra, sum(_SOURCE_BYTES * width * height for width, height in layers))
                size = stage.target
            elif isinstance(stage, PixelChange):
                extra = max(extra, stage.transform.extra_bytes(size))
        sizes.append(resolved.size)
    largest = max(width * height for width, height in sizes)
    unpacked = _SOURCE_BYTES * expected.size[0] * expected.size[1] + _RESULT_BYTES * largest
    return len(data) + max(unpacked + extra, decoding_bytes(data, expected.size))


def resolve_copies(
    task: Task, job: ExportJob, data: bytes, partners: PartnerReader | None = None
) -> ResolvedCopies | None:
    """What happens to a task's copies, by the size in the source's header; None where it has none.

    Args:
        task: The task.
        job: The export.
        data: The source file.
        partners: What reads the pictures that steps mix in.

    Raises:
        DatasetError: Steps are limited to classes, and the labels cannot be used.
        ImageError: Likewise, and the picture cannot be opened; or a picture cannot be used that is mixed in.
    """
    size = declared_size(data)
    if size is None or size[0] * size[1] > MAX_PIXELS:
        return None
    return _resolved(task, job, size, _labels_ahead(task, job, data), partners)


def _labels_ahead(task: Task, job: ExportJob, data: bytes) -> Labels | None:
    """The labels of a task's picture where what happens to its copies depends on them."""
    if job.labelling is None or task.labels is None or not job.pipeline.is_limited:
        return None
    return task.labels.read(ImageInfo(*decoded_placement(data))).labels


def render_source(
    task: Task,
    job: ExportJob,
    source: SampleBytes,
    context: TaskContext = TaskContext(),
    expected: ResolvedCopies | None = None,
) -> Generator[OutputFiles]:
    """Do what :func:`render_task` does, with a source that was read already; see :func:`render_stages`."""
    for made in render_stages(task, job, source, context, expected):
        if made is not None:
            yield made


def render_stages(
    task: Task,
    job: ExportJob,
    source: SampleBytes,
    context: TaskContext = TaskContext(),
    expected: ResolvedCopies | None = None,
) -> Generator[OutputFiles | None]:
    """The outputs, and None after each stage before one.

    Args:
        task: What to render.
        job: The export.
        source: The picture of the task's sample.
        context: Asked between decoding, rendering and encoding, and how much to keep.
        expected: What :func:`resolve_copies` gave for it, if it was asked.

    Raises:
        DatasetError: The labels cannot be used.
        ImageError: The source cannot be used, or the format cannot hold it.
        StoppedError: ``context.stopped`` said so.
    """
    if not task.outputs:
        return
    decoded = decode(source.data)
    check_stopped(context.stopped)
    yield None
    # They are of use to the copies of one picture only.
    results = StepResults.within(context.results_bytes)
    pyramid = Pyramid(decoded.image)
    labels = _sample_labels(task, job, source.labels, ImageInfo(pyramid.size, decoded.orientation))
    # A picture that is turned upright has another size than its header says.
    if expected is None or expected.size != pyramid.size:
        known = None if labels is None else labels.read.labels
        expected = _resolved(task, job, pyramid.size, known, context.partners)
    labels = labels and replace(labels, copies=expected.copies)
    for planned, resolved in zip(task.outputs, expected.copies, strict=True):
        others = None if context.partners is None else context.partners.of_split(task.sample.split)
        image = render(pyramid, resolved, results=results, partners=others) if planned.copy else decoded.image
        check_stopped(context.stopped)
        yield None
        encoded, left_out = _file(image, planned, job, decoded, source.data)
        draws = tuple(draw.to_dict() for draw in resolved.draws)
        digests = hashlib.sha256(encoded).hexdigest(), pixels_digest(image), source.sha256
        output = Output(task.key, planned.copy, planned.file, *size_of(image), *digests, draws, left_out)
        yield None
        if labels is None:
            yield OutputFiles(output, encoded)
        else:
            made = labels.made(planned, resolved, size_of(image), others)
            yield OutputFiles(replace(output, labels=made.record), encoded, made.files)


def _sample_labels(task: Task, job: ExportJob, digest: str | None, image: ImageInfo) -> SampleLabels | None:
    if job.labelling is None:
        return None
    from augstudio.export.labels.rendering import SampleLabels  # a worker that needs none starts without

    return SampleLabels.of(task, job, digest, image)


def _file(
    image: Image, planned: PlannedOutput, job: ExportJob, decoded: Decoded, data: bytes
) -> tuple[bytes, str]:
    """A file's bytes, and what of its source it could not hold."""
    name = _format(planned, job)
    if _is_verbatim(name, planned, job, decoded, data):
        return data, ""
    return _encoded(image, name, job, decoded), _left_out(name, decoded)


def _resolved(
    task: Task, job: ExportJob, size: Size, labels: Labels | None, partners: PartnerReader | None
) -> ResolvedCopies:
    seed, classes = job.options.seed, set(task.sample.classes)
    if labels is not None and job.labelling is not None and job.pipeline.is_limited:
        classes |= label_class_names(labels, job.labelling.categories)
    others = None if partners is None else partners.of_split(task.sample.split)
    copies = (
        resolve(job.pipeline, size, seed=seed, key=task.key, copy=file.copy, classes=classes, partners=others)
        for file in task.outputs
    )
    return ResolvedCopies(size, tuple(copies))


def check_stopped(stopped: Callable[[], bool]) -> None:
    """Raise a :class:`StoppedError` where that is asked for."""
    if stopped():
        raise StoppedError


def _is_verbatim(name: str, planned: PlannedOutput, job: ExportJob, decoded: Decoded, data: bytes) -> bool:
    """Whether a file is its source byte for byte: upright, what its suffix says, and no trap for readers."""
    if planned.copy or job.options.format != "keep" or decoded.orientation != 1:
        return False
    return decoded.format == name and opens_as_it_is(name, data)


def _format(planned: PlannedOutput, job: ExportJob) -> str:
    """What is written under a name: what its suffix says, also where the source was something else."""
    if job.options.format != "keep":
        return job.options.format
    return format_of_suffix(suffix_of(planned.file))


def _encoded(image: Image, name: str, job: ExportJob, decoded: Decoded) -> bytes:
    options = job.options
    return encode(
        image,
        name,
        quality=options.quality,
        lossless=options.lossless,
        icc_profile=decoded.icc_profile,
        background=parsed_colour(options.background),
    )


def _left_out(name: str, decoded: Decoded) -> str:
    too_large = is_too_large_profile(decoded.icc_profile, name)
    return _PROFILE if too_large or decoded.profile_too_large else ""
