"""A finished export as a dataset of its outputs, each with the picture it was made from.

The manifest is streamed; of each output only its names and the place of its line are kept, so that an export
of a million files takes no more memory than a dataset of a million pictures. Lines are read when they are
wanted. Nothing is ever written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from augstudio.core.image import Image, Size, has_alpha, is_grey
from augstudio.core.pipeline import Pipeline
from augstudio.core.text import printable
from augstudio.datasets.base import LinkListener, Sample, Skipped
from augstudio.datasets.image_folder import ImageFolder
from augstudio.datasets.labelled import Labels
from augstudio.datasets.left_out import LeftOutListener
from augstudio.errors import AugStudioError, ImageError, Message, message_of
from augstudio.export.files import IDENTITY, MANIFEST
from augstudio.export.manifest import Output
from augstudio.export.own_files import checked_place, open_regular
from augstudio.export.reading.recorded import Recorded, finished_manifest, place_in, read_recorded, source_of
from augstudio.export.reading.reproduce import reproduce
from augstudio.images.codec import decode
from augstudio.images.reading import read_bytes, read_reduced, read_thumbnail


@dataclass(frozen=True, slots=True)
class OutputSample(Sample):
    """One output of an export; its key is the output's file, its path that of the source.

    Attributes:
        source_key: Key of the sample it was made from.
        copy: Number of the copy.
        offset: Where its line begins in the manifest, in bytes.
    """

    source_key: str = ""
    copy: int = 0
    offset: int = 0

    @property
    def origin(self) -> str:
        """The source's key, which seeded its randomness."""
        return self.source_key


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
        """Whether a rendering has these draws: it may differ in nothing but the padding."""
        same = (seed, copy) == (self.seed, self.copy)
        return same and pipeline.with_padding(self.pipeline.padding) == self.pipeline


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


class OpenedExport(ImageFolder):
    """The outputs of a finished export.

    Attributes:
        recorded: What the export was made with.
        sources: The dataset it was made from; None where that is not known.
    """

    def __init__(self, out: Path, sources: Path | None = None) -> None:
        """Read what the export's folder says about itself.

        Raises:
            DatasetError: A folder cannot be listed.
            ExportError: ``out`` is no finished export, or what it says is damaged.
        """
        super().__init__(out)
        self.recorded: Recorded = read_recorded(self.root)
        self._stated = replace(self.recorded.options.stated, copies=True)
        finished_manifest(self.root)
        self.sources = None if sources is None else ImageFolder(sources)

    @property
    def pipeline(self) -> Pipeline:
        """What the export was made with."""
        return self.recorded.pipeline

    def labels(self, cancelled: Callable[[], bool]) -> Labels | None:
        """None: an export has its pictures' labels only where it was made with them."""
        return None

    @property
    def seed(self) -> int:
        """Seed of its draws."""
        return self.recorded.options.seed

    def samples(
        self, on_link: LinkListener | None = None, on_left_out: LeftOutListener | None = None
    ) -> Iterator[OutputSample | Skipped]:
        """The outputs in the manifest's order, and its damaged lines; links are not looked for."""
        offset = 0
        last: OutputSample | None = None
        try:
            with open_regular(self.root, MANIFEST) as stream:
                for number, line in enumerate(stream, start=1):
                    output = Output.from_line(line)
                    if output is None or place_in(self.root, output.file) is None:
                        yield Skipped(f"{MANIFEST}:{number}", Message("the line is damaged"))
                    else:
                        last = self._output_sample(output, offset, last)
                        yield last
                    offset += len(line)
        except OSError as error:
            yield Skipped(MANIFEST, Message("cannot be read: {0}", message_of(error)))

    def output(self, sample: Sample) -> Output:
        """An output's line.

        Raises:
            ImageError: It is not there any more.
        """
        offset = sample.offset if isinstance(sample, OutputSample) else -1
        try:
            with open_regular(self.root, MANIFEST) as stream:
                stream.seek(offset)
                output = Output.from_line(stream.readline())
        except (OSError, ValueError):
            output = None
        if output is None or output.file != sample.key:
            raise ImageError("the manifest changed since the export was opened; open it again")
        return output

    def draws(self, sample: Sample) -> RecordedDraws:
        """What an output's steps drew.

        Raises:
            ImageError: Its line is not there any more.
        """
        output = self.output(sample)
        return RecordedDraws(self.pipeline, self.seed, output.copy, output.draws)

    def file(self, sample: Sample) -> Path:
        """The output itself."""
        return self.root.joinpath(*PurePosixPath(sample.key).parts)

    def read(self, sample: Sample) -> Image:
        """Decode the picture that an output was made from.

        Raises:
            ImageError: It is missing, is not the one it was, or cannot be decoded.
        """
        output = self.output(sample)
        data = read_bytes(self._source(output))
        if hashlib.sha256(data).hexdigest() != output.source:
            raise ImageError("its source {0} changed since the export", printable(output.key))
        return decode(data).image

    def thumbnail(self, sample: Sample, side: int) -> Image:
        """A small version of the output itself."""
        return read_thumbnail(self._own_file(sample), side)

    def reduced(self, sample: Sample, side: int) -> tuple[Image, Size] | None:
        """As for a dataset, of the picture that an output was made from."""
        return read_reduced(sample.path, side) if self.sources is not None and sample.path.exists() else None

    def compare(self, sample: Sample) -> Comparison:
        """Make an output again, and compare it with its line and its file.

        Raises:
            ImageError: Its source is missing, or one of the two cannot be decoded.
            PipelineError: The draws in its line are not of the export's pipeline.
        """
        output = self.output(sample)
        made = reproduce(self._source(output), output, self.recorded.pipeline)
        data = read_bytes(self._own_file(sample))
        changed = hashlib.sha256(data).hexdigest() != output.sha256
        reasons = (
            *made.differences,
            *((Message("the file is not the one that was exported"),) if changed else ()),
        )
        return Comparison(reasons, _distance(decode(data).image, made.image))

    def _own_file(self, sample: Sample) -> Path:
        """The output itself, reached through no link.

        Raises:
            ImageError: It is a link, or reached through one.
        """
        try:
            return checked_place(self.root, sample.key)
        except OSError as error:
            raise ImageError("cannot be read: {0}", message_of(error)) from None

    def _source(self, output: Output) -> Path:
        if self.sources is None:
            raise ImageError("the folder of the pictures that it was made from is not known; choose it")
        path = source_of(self.sources.root, output.key)
        if path is None or not path.exists():
            name = printable(output.key)
            raise ImageError("its source {0} is missing in {1}", name, printable(str(self.sources.root)))
        return path

    def _output_sample(self, output: Output, offset: int, last: OutputSample | None) -> OutputSample:
        """One output; what it has in common with the last one, of the same source, is kept once."""
        parts = PurePosixPath(output.file).parts
        split, class_name, _ = self.layout.place(parts[:-1])
        if last is not None and self.sources is not None and last.source_key == output.key:
            class_name = last.class_name if last.class_name == class_name else class_name
            path, key = last.path, last.source_key
        else:
            source = None if self.sources is None else place_in(self.sources.root, output.key)
            path, key = source or self.root.joinpath(*parts), output.key
        return OutputSample(
            output.file,
            path,
            class_name,
            split,
            key,
            output.copy,
            offset,
        )


def is_export(folder: Path) -> bool:
    """Whether a folder holds a finished export, by the files that every one has."""
    # Unlike Path.is_file, this raises nothing where a folder cannot be looked into.
    return all(os.path.isfile(folder / name) for name in (IDENTITY, MANIFEST))  # noqa: PTH113


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
        if has_source(candidate, opened.output(first)):
            return OpenedExport(out, candidate)
    return opened


def has_source(dataset: Path, output: Output) -> bool:
    """Whether a folder holds the picture that an output was made from."""
    path = source_of(dataset, output.key)
    try:
        return path is not None and hashlib.sha256(read_bytes(path)).hexdigest() == output.source
    except (AugStudioError, OSError):
        return False


def _distance(one: Image, other: Image) -> float | None:
    """Mean absolute difference; a file may hold grey as colour, as WebP does."""
    if one.shape[:2] != other.shape[:2] or has_alpha(one) is not has_alpha(other):
        return None
    if has_alpha(one) and one.shape != other.shape:
        one, other = (part[:, :, (0, 0, 0, 1)] if is_grey(part) else part for part in (one, other))
    return float(np.mean(np.abs(one.astype(np.int16) - other)))
