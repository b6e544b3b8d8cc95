"""A finished export, opened: it has its outputs and the dataset of their sources. Nothing is ever written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from augstudio.core.image import Image, Size, has_alpha, is_grey
from augstudio.core.text import printable
from augstudio.datasets.base import DatasetReference, LinkListener, Sample, Skipped, ignore
from augstudio.datasets.file_state import MISSING, FileState, file_state
from augstudio.datasets.formats import IMAGE_FOLDER, reopened
from augstudio.errors import AugStudioError, ImageError, Message
from augstudio.export.files import IDENTITY, MANIFEST
from augstudio.export.reading.outputs import ExportOutputs, OutputSample
from augstudio.export.reading.recorded import Recorded, finished_manifest, read_recorded, source_of

if TYPE_CHECKING:  # what reads and makes pictures is imported where that is done
    from augstudio.core.labels import Categories
    from augstudio.core.pipeline import Pipeline
    from augstudio.datasets.label_reading import LabelSource
    from augstudio.datasets.labelled import FoundLabels
    from augstudio.datasets.layout import Stated
    from augstudio.datasets.left_out import LeftOutListener
    from augstudio.datasets.recognising import Assumption
    from augstudio.export.manifest import Output
    from augstudio.render.step_results import StepResults


@dataclass(frozen=True)
class RecordedDraws:
    """What one output's steps drew, and what drew it.

    Attributes:
        pipeline: The export's pipeline.
        seed: The export's seed.
        copy: Number of the copy.
        draws: As its line has them.
    """

    pipeline: Pipeline
    seed: int
    copy: int
    draws: tuple[Mapping[str, Any], ...]

    def fit(self, pipeline: Pipeline, seed: int, copy: int) -> bool:
        """Whether a rendering has these draws: it may differ only in padding and policy for labels."""
        same = (seed, copy) == (self.seed, self.copy)
        alike = pipeline.with_padding(self.pipeline.padding).with_labels(self.pipeline.labels)
        return same and alike == self.pipeline


@dataclass(frozen=True)
class Comparison:
    """How an output's file, its line and its rendering relate now.

    Attributes:
        reasons: In what they differ where they should not, for people; empty where all is as it was exported.
        distance: Mean absolute difference between file and rendering in grey levels, 0..255; None where they
            cannot be compared.
    """

    reasons: tuple[str, ...]
    distance: float | None


class OpenedExport:
    """A finished export as a dataset of the pictures that it was made from, one sample for each output.

    What is read, whole or small, is always the source, so that the recorded draws make the output of it
    again; the finished files themselves are a dataset of their own.

    Attributes:
        recorded: What the export was made with.
        outputs: Its files.
        sources: The dataset it was made from; None where that is not known.
    """

    def __init__(self, out: Path, sources: Path | None = None) -> None:
        """Read what the export's folder says about itself.

        Raises:
            DatasetError: A folder cannot be listed.
            ExportError: ``out`` is no finished export, or what it says is damaged.
        """
        root = reopened(DatasetReference(out, IMAGE_FOLDER)).root
        self.recorded: Recorded = read_recorded(root)
        stated = replace(self.recorded.options.stated, include_copies=True)
        finished_manifest(root)
        # In the format in which it was read, where labels were written.
        written = self.recorded.source_format
        self.sources = None if sources is None else reopened(DatasetReference(sources, written))
        origin = None if self.sources is None else self.sources.root
        self.outputs = ExportOutputs(
            reopened(DatasetReference(root, IMAGE_FOLDER, stated)),
            origin,
            in_shards=bool(self.recorded.options.shards),
        )

    @property
    def root(self) -> Path:
        """The export's folder, absolute."""
        return self.outputs.root

    @property
    def pipeline(self) -> Pipeline:
        """What the export was made with."""
        return self.recorded.pipeline

    @property
    def seed(self) -> int:
        """Seed of its draws."""
        return self.recorded.options.seed

    @property
    def stated(self) -> Stated:
        """What was said about the folders, copied from those of its sources."""
        return self.outputs.folder.stated

    @property
    def assumption(self) -> Assumption:
        """How its folders are taken, for people."""
        return self.outputs.folder.assumption

    @property
    def has_splits(self) -> bool:
        """Whether some of its folders are splits."""
        return self.outputs.folder.has_splits

    @property
    def label_format(self) -> str:
        """Name of the format in which its labels are; empty where it has none."""
        return self.recorded.options.to_format if self.recorded.source_format else ""

    @property
    def categories(self) -> Categories | None:
        """The classes of its sources' labels; None where they have none, or are not known."""
        if self.sources is None or not self.recorded.source_format:
            return None
        return self.sources.categories

    def label_source(self, sample: Sample) -> LabelSource | None:
        """Where the labels of the picture are that an output was made from; None where it is not labelled."""
        return None if self.sources is None else self.sources.label_source(Sample(sample.origin, sample.file))

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """None: an export has its pictures' labels only where it was made with them."""
        return None

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[OutputSample | Skipped]:
        """One sample for each output in the manifest's order, and its damaged lines."""
        return self.outputs.samples()

    def draws(self, sample: Sample) -> RecordedDraws:
        """What an output's steps drew.

        Raises:
            ImageError: Its line is not there any more.
        """
        output = self.outputs.output(sample)
        return RecordedDraws(self.pipeline, self.seed, output.copy, output.draws)

    def state(self, sample: Sample) -> FileState:
        """The state of the source's file now; that of a missing one where its folder is not known."""
        path = None if self.sources is None else source_of(self.sources.root, sample.origin)
        return MISSING if path is None else file_state(path)

    def read_bytes(self, sample: Sample) -> bytes:
        """The bytes of the picture that an output was made from.

        Raises:
            ImageError: It is missing, or is not the one it was.
        """
        from augstudio.images.reading import read_bytes

        output = self.outputs.output(sample)
        data = read_bytes(self._source(output))
        if hashlib.sha256(data).hexdigest() != output.source:
            raise ImageError("its source {0} changed since the export", printable(output.key))
        return data

    def read(self, sample: Sample) -> Image:
        """Decode the picture that an output was made from.

        Raises:
            ImageError: It is missing, is not the one it was, or cannot be decoded.
        """
        from augstudio.images.codec import decode

        return decode(self.read_bytes(sample)).image

    def thumbnail(self, sample: Sample, side: int) -> Image:
        """A small version of the picture that an output was made from; it fits a square of ``side`` pixels.

        Raises:
            ImageError: As :meth:`read`, as far as damage is noticed.
        """
        from augstudio.images.codec import decode_small

        return decode_small(self.read_bytes(sample), side)

    def reduced(self, sample: Sample, side: int) -> tuple[Image, Size] | None:
        """As for a dataset, of the picture that an output was made from.

        Raises:
            ImageError: As :meth:`read`, as far as damage is noticed.
        """
        from augstudio.images.reading import is_reducible, reduced_of

        suffix = PurePosixPath(sample.origin).suffix
        return reduced_of(self.read_bytes(sample), side) if is_reducible(suffix) else None

    def compare(self, sample: Sample, results: StepResults | None = None) -> Comparison:
        """Make an output again, and compare it with its line and its file.

        Args:
            sample: The output.
            results: Results of costly steps that other renderings have, too; None keeps none.

        Raises:
            ImageError: Its source is missing, or one of the two cannot be decoded.
            PipelineError: The draws in its line are not of the export's pipeline.
        """
        from augstudio.export.reading.reproduce import reproduce
        from augstudio.images.codec import decode

        output = self.outputs.output(sample)
        made = reproduce(self._source(output), output, self.recorded.pipeline, results)
        data = self.outputs.read_bytes(sample)
        changed = hashlib.sha256(data).hexdigest() != output.sha256
        reasons = (
            *made.differences,
            *((Message("the file is not the one that was exported"),) if changed else ()),
        )
        return Comparison(reasons, _distance(decode(data).image, made.image))

    def _source(self, output: Output) -> Path:
        if self.sources is None:
            raise ImageError("the folder of the pictures that it was made from is not known; choose it")
        path = source_of(self.sources.root, output.key)
        if path is None or not path.exists():
            name = printable(output.key)
            raise ImageError("its source {0} is missing in {1}", name, printable(str(self.sources.root)))
        return path


def is_export(folder: Path) -> bool:
    """Whether a folder holds a finished export, by the files that every one has."""
    # Unlike Path.is_file, this raises nothing where a folder cannot be looked into.
    return all(os.path.isfile(folder / name) for name in (IDENTITY, MANIFEST))  # noqa: PTH113


def is_conversion(folder: Path) -> bool:
    """Whether a folder holds a finished export without copies: a dataset in another format, or divided.

    Such a folder is not looked at for what became of its pictures, but to go on with; one of shards is not.
    """
    if not is_export(folder):
        return False
    try:
        options = read_recorded(folder).options
    except AugStudioError:
        return False
    return not (options.copies or options.is_balanced or options.shards)


def open_export(out: Path, candidates: Iterable[Path] = ()) -> OpenedExport:
    """Open a finished export with the first of some folders that it was made from, if any.

    A folder is taken where it has the source of the manifest's first output, by its contents.

    Raises:
        DatasetError: ``out`` cannot be listed.
        ExportError: It is no finished export.
    """
    opened = OpenedExport(out)
    first = next((item for item in opened.samples() if isinstance(item, OutputSample)), None)
    for candidate in candidates:
        if first is None:
            break
        if has_source(candidate, opened.outputs.output(first)):
            return OpenedExport(out, candidate)
    return opened


def has_source(dataset: Path, output: Output) -> bool:
    """Whether a folder holds the picture that an output was made from."""
    from augstudio.images.reading import read_bytes

    path = source_of(dataset, output.key)
    try:
        return path is not None and hashlib.sha256(read_bytes(path)).hexdigest() == output.source
    except (AugStudioError, OSError):
        return False


def _distance(one: Image, other: Image) -> float | None:
    """Mean absolute difference; a file may hold grey as colour, as WebP does."""
    import numpy as np

    if one.shape[:2] != other.shape[:2] or has_alpha(one) is not has_alpha(other):
        return None
    if has_alpha(one) and one.shape != other.shape:
        one, other = (part[:, :, (0, 0, 0, 1)] if is_grey(part) else part for part in (one, other))
    return float(np.mean(np.abs(one.astype(np.int16) - other)))
