"""The files of a finished export as a dataset.

The manifest is streamed; of each output only its names and the place of its line are kept, so that an export
of a million files takes no more memory than a dataset of a million pictures. Lines are read when they are
wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from augstudio.core.cached import cached_property
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.file_state import FileState, file_state
from augstudio.datasets.splits import Split
from augstudio.errors import ImageError, Message, message_of
from augstudio.export.files import MANIFEST
from augstudio.export.manifest import LaterVersionError, Output
from augstudio.export.names import suffix_of
from augstudio.export.own_files import checked_place, open_regular
from augstudio.export.reading.recorded import place_in
from augstudio.export.shards.names import split_of_shard

if TYPE_CHECKING:
    from augstudio.core.image import Image, Size


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


class ExportOutputs:
    """The outputs of a finished export; what is read, whole or small, is the file that was written."""

    def __init__(self, folder: Dataset, sources: Path | None, *, in_shards: bool = False) -> None:
        """Take the export's folder as it is.

        Args:
            folder: The export's folder, with what was said about the folders in it.
            sources: The folder that the samples' paths lead to; their own files where it is not known.
            in_shards: Whether outputs are members of shards.
        """
        self._in_shards = in_shards
        self.folder = folder
        self._sources = sources

    @property
    def root(self) -> Path:
        """The export's folder, absolute."""
        return self.folder.root

    def samples(self) -> Iterator[OutputSample | Skipped]:
        """The outputs in the manifest's order, and its damaged lines; links are not looked for."""
        offset = 0
        last: OutputSample | None = None
        try:
            with open_regular(self.root, MANIFEST) as stream:
                for number, line in enumerate(stream, start=1):
                    output = self._output_of(line)
                    if isinstance(output, Output):
                        last = self._output_sample(output, offset, last)
                        yield last
                    else:
                        yield Skipped(f"{MANIFEST}:{number}", output)
                    offset += len(line)
        except OSError as error:
            yield Skipped(MANIFEST, Message("cannot be read: {0}", message_of(error)))

    def _output_of(self, line: bytes) -> Output | Message:
        """The record in a line, or why there is none that can be used."""
        try:
            output = Output.from_line(line)
        except LaterVersionError as error:
            return message_of(error)
        if output is None or place_in(self.root, output.file) is None:
            return Message("the line is damaged")
        return output

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
        except (OSError, ValueError, LaterVersionError):
            output = None
        if output is None or output.file != sample.key:
            raise ImageError("the manifest changed since the export was opened; open it again")
        return output

    def state(self, sample: Sample) -> FileState:
        """The state of an output's file now, or of the shard that it is in."""
        file = self._shard(sample) if self._in_shards else sample.key
        return file_state(self.root.joinpath(*PurePosixPath(file).parts))

    def read_bytes(self, sample: Sample) -> bytes:
        """The bytes of an output's file.

        Raises:
            ImageError: It cannot be read, is a link, or is reached through one.
        """
        from augstudio.export.reading.shard_members import picture
        from augstudio.images.reading import read_bytes

        if self._in_shards:
            return picture(self.root, self.output(sample))
        return read_bytes(self._file(sample))

    def read(self, sample: Sample) -> Image:
        """Decode an output's file.

        Raises:
            ImageError: As :meth:`read_bytes`, or it cannot be decoded.
        """
        from augstudio.images.codec import decode

        return decode(self.read_bytes(sample)).image

    def thumbnail(self, sample: Sample, side: int) -> Image:
        """A small version of an output that fits a square of ``side`` pixels.

        Raises:
            ImageError: As :meth:`read`, as far as damage is noticed.
        """
        from augstudio.images.codec import decode_small

        return decode_small(self.read_bytes(sample), side)

    def reduced(self, sample: Sample, side: int) -> tuple[Image, Size] | None:
        """A reduced output with the size of the full one, where that is much faster than reading it.

        Raises:
            ImageError: As :meth:`thumbnail`.
        """
        from augstudio.images.reading import is_reducible, read_reduced, reduced_of

        if not self._in_shards:
            return read_reduced(self._file(sample), side)
        return reduced_of(self.read_bytes(sample), side) if is_reducible(suffix_of(sample.key)) else None

    def _of_shard(self, output: Output) -> tuple[Split | None, str | None] | None:
        """The split and the class of an output in a shard; None of a file, whose folders tell."""
        place = output.shard
        if place is None:
            return None
        split, label = split_of_shard(place.file), place.label
        known = label is not None and 0 <= label < len(self._classes)
        return split, self._classes[label] if known and label is not None else None

    @cached_property
    def _classes(self) -> tuple[str, ...]:
        """The names of the classes by their numbers in shards."""
        from augstudio.export.reading.shard_members import shard_classes

        return shard_classes(self.root)

    def _shard(self, sample: Sample) -> str:
        """Name of the shard that an output is in; of no file where its line is not there any more."""
        try:
            place = self.output(sample).shard
        except ImageError:
            place = None
        return sample.key if place is None else place.file

    def _file(self, sample: Sample) -> Path:
        try:
            return checked_place(self.root, sample.key)
        except OSError as error:
            raise ImageError("cannot be read: {0}", message_of(error)) from None

    def _output_sample(self, output: Output, offset: int, last: OutputSample | None) -> OutputSample:
        """One output; what it has in common with the last one, of the same source, is kept once."""
        parts = PurePosixPath(output.file).parts
        split, class_name = self._of_shard(output) or self.folder.layout.place(parts[:-1])[:2]
        if last is not None and self._sources is not None and last.source_key == output.key:
            class_name = last.class_name if last.class_name == class_name else class_name
            path, key = last.path, last.source_key
        else:
            source = None if self._sources is None else place_in(self._sources, output.key)
            path, key = source or self.root.joinpath(*parts), output.key
        return OutputSample(output.file, str(path), class_name, split, (), key, output.copy, offset)
