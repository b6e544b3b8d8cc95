"""Whether an export's folder is what its manifest says, and whether it would be made the same again."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from augstudio.core.text import printable
from augstudio.datasets.store_listing import StoreListing
from augstudio.errors import DatasetError, ImageError, PipelineError
from augstudio.export.digests import DigestSet
from augstudio.export.files import IDENTITY, JOURNAL, LEFT_BY_SYSTEMS, MANIFEST, PARTS, SKIPPED, UNFINISHED
from augstudio.export.manifest import Output
from augstudio.export.own_files import open_regular
from augstudio.export.reading.partners import changed_partner
from augstudio.export.reading.recorded import (
    Recorded,
    finished_manifest,
    numbered_lines,
    place_in,
    read_recorded,
)
from augstudio.export.reading.shard_copies import ShardCopies
from augstudio.export.reading.shard_members import member_differences
from augstudio.export.reading.shared_differences import shared_differences
from augstudio.export.reading.sources import Sources
from augstudio.export.reading.store_differences import (
    IN_PARTS,
    INTERRUPTED,
    UNNAMED,
    extra_objects,
    object_difference,
)
from augstudio.export.record_digests import own_records, record_changes, shard_digests, shared_digests
from augstudio.export.references import lost_references
from augstudio.export.rendering import render_task
from augstudio.export.run_options import usable_processors
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects

Line: TypeAlias = tuple[int, Output | None]
"""Number and record of a manifest's line; None where it is damaged."""


_Running: TypeAlias = tuple["Future[list[Fault]]", set[str]]


@dataclass(frozen=True)
class Fault:
    """Something that is not as the manifest says.

    Attributes:
        name: A file relative to the export's folder, or a line of the manifest.
        reason: What is wrong, for people.
    """

    name: str
    reason: str


@dataclass
class Verification:
    """How far a verification is; its counts are final when :meth:`differences` is exhausted.

    Attributes:
        out: The export's folder.
        dataset: Where its sources are; None looks at the files alone, else all pixels are rendered again.
        store: The place in an object store where its outputs are; ``out`` has the rest then.
        lines: Lines of the manifest seen so far.
        listing: The listing of a place in an object store that ``dataset`` is or lies in, where it is one.
    """

    out: Path
    dataset: Path | None = None
    store: StoreAddress | None = None
    lines: int = 0
    listing: StoreListing | None = None

    def __post_init__(self) -> None:
        self._recorded = read_recorded(self.out)
        self._manifest = finished_manifest(self.out)
        self._objects = None if self.store is None else Objects(self.store)
        self._copies: ShardCopies | None = None
        if self._objects is not None:
            self._copies = ShardCopies(self._objects, self.out, shard_digests(self.out))
        self._source = (
            None if self.dataset is None else Sources.of(self._recorded, self.dataset, self.listing)
        )

    @property
    def version_mismatch(self) -> str:
        """Versions that changed since the export, as text; "" where none did."""
        return self._recorded.version_mismatch

    def differences(self, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Fault]:
        """Everything that is not as the manifest says, while it is found.

        Samples are checked in several threads, and told in the manifest's order. Nothing is kept but eight
        bytes for each file, and a few samples' lines at a time.

        Args:
            cancelled: Asked at each sample; the search stops when it says so.

        Raises:
            ExportError: The manifest cannot be read.
        """
        yield from self._changed_records()
        names = DigestSet()
        for file in (*shared_digests(self.out), *shard_digests(self.out)):
            names.add(file)
        threads = usable_processors()
        running: deque[_Running] = deque()
        with ThreadPoolExecutor(threads) as pool:
            for lines in self._samples(names):
                shards = {output.shard.file for _, output in lines if output and output.shard}
                yield from self._fetched(shards)
                running.append((pool.submit(self._sample_differences, lines), shards))
                if len(running) > 2 * threads:
                    yield from self._ended(running.popleft())
                if cancelled():
                    pool.shutdown(cancel_futures=True)
                    return
            for item in running:
                yield from self._ended(item)
        yield from self._repeated(names)
        yield from (Fault(name, reason) for name, reason in (self._copies.rest() if self._copies else ()))
        yield from (Fault(name, reason) for name, reason in shared_differences(self.out, self._source))
        yield from (Fault(name, reason) for name, reason in lost_references(self._recorded.pipeline))
        if self._objects is None:
            yield from _extra_files(self.out, names, self._own_files())
        else:
            extra = extra_objects(self._objects, names, self._own_files())
            yield from (Fault(name, reason) for name, reason in extra)

    def _fetched(self, shards: set[str]) -> Iterator[Fault]:
        """Have shards here that are in a store; tells what is wrong with them."""
        if self._copies is not None:
            yield from (Fault(name, reason) for name, reason in self._copies.hold(shards))

    def _ended(self, item: _Running) -> list[Fault]:
        """What was found in a sample that was looked at."""
        future, shards = item
        found = future.result()
        if self._copies is not None:
            self._copies.let_go(shards)
        return found

    def _own_files(self) -> frozenset[str]:
        """Names at the top of the folder that belong to the export besides its outputs."""
        references = self._recorded.pipeline.references()
        kept = (reference.name for reference in references if not reference.shipped)
        return frozenset((IDENTITY, *own_records(self.out), *kept))

    def _changed_records(self) -> Iterator[Fault]:
        try:
            yield from (
                Fault(name, reason)
                for name, reason in record_changes(self.out, without_shards=self._copies is not None)
            )
        except OSError as error:
            yield Fault(SKIPPED, f"cannot be read: {error.strerror or error}")

    def _samples(self, names: DigestSet) -> Iterator[list[Line]]:
        """The manifest's lines, sample by sample; their files' names are noted."""
        for _, group in groupby(numbered_lines(self._manifest), lambda line: line[1] and line[1].key):
            lines = list(group)
            self.lines += len(lines)
            for _, output in lines:
                for file, _ in () if output is None else output.files:
                    names.add(file)
            yield lines

    def _sample_differences(self, lines: list[Line]) -> list[Fault]:
        found = []
        for number, output in lines:
            if output is None:
                found.append(Fault(f"{MANIFEST}:{number}", "the line is damaged"))
            else:
                for file, sha256 in output.files:
                    found += self._file_differences(file, sha256)
                if output.shard is not None:
                    found += (Fault(output.file, reason) for reason in member_differences(self.out, output))
        outputs = [output for _, output in lines if output is not None]
        if outputs and self._source is not None:
            found += _pixel_differences(self._recorded, self._source, outputs)
        return found

    def _file_differences(self, file: str, sha256: str) -> Iterator[Fault]:
        if self._objects is None:
            yield from _file_differences(self.out, file, sha256)
        elif reason := object_difference(self._objects, file, sha256):
            yield Fault(file, reason)

    def _repeated(self, names: DigestSet) -> Iterator[Fault]:
        repeated = names.repeated
        if len(repeated):
            for number, output in numbered_lines(self._manifest):
                for file, _ in () if output is None else output.files:
                    if file in repeated:
                        yield Fault(f"{MANIFEST}:{number}", f"another line names {file} too")


def _file_differences(out: Path, file: str, sha256: str) -> Iterator[Fault]:
    place = place_in(out, file)
    if place is None:
        yield Fault(file, "the manifest's line leads out of the folder")
        return
    try:
        with open_regular(out, place.relative_to(out).as_posix()) as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != sha256:
                yield Fault(file, "its bytes changed")
    except (FileNotFoundError, NotADirectoryError):
        yield Fault(file, "missing")
    except OSError as error:
        if error.errno == errno.ELOOP:
            yield Fault(file, "a link, or reached through one; an export makes none")
            return
        if place.exists() and not place.is_file():
            yield Fault(file, "something else than a file")
            return
        yield Fault(file, f"cannot be read: {error.strerror or error}")


def _pixel_differences(recorded: Recorded, sources: Sources, outputs: list[Output]) -> Iterator[Fault]:
    """Make one sample's outputs again and compare all that their lines say."""
    task = sources.task(outputs)
    if task is None:
        yield Fault(outputs[0].file, f"its source {outputs[0].key} is missing")
        return
    try:
        made = render_task(task, sources.job, sources.dataset)
        for output, again in zip(outputs, made, strict=True):
            reason = _reason(output, again.output, recorded)
            if reason:
                yield Fault(output.file, reason)
    except DatasetError as error:
        yield Fault(outputs[0].file, f"the labels of its source {outputs[0].key} cannot be used: {error}")
    except ImageError as error:
        yield Fault(outputs[0].file, f"its source {outputs[0].key} cannot be used any more: {error}")
    except PipelineError as error:  # a file that a step uses
        yield Fault(outputs[0].file, f"it cannot be made again: {error}")


def _reason(output: Output, again: Output, recorded: Recorded) -> str:
    """Why a line is not what is made now, or ""; the first cause is told, the others follow from it."""
    by = f" (made with {recorded.version_mismatch})" if recorded.version_mismatch else ""
    again = replace(again, labels=again.labels and again.labels.in_manifest, shard=output.shard)
    if again == output:
        return ""
    if again.source != output.source:
        return f"its source {output.key} changed"
    if again.draws != output.draws:
        changed = changed_partner(output.draws, again.draws)
        return changed or f"its draws are not those of the pipeline and seed{by}"
    if replace(again, sha256=output.sha256, labels=output.labels) != output:
        return f"its pixels are not those that are rendered now{by}"
    if again.sha256 == output.sha256:
        return _label_reason(output, again, by)
    return f"its pixels are the same, but are encoded to other bytes now{by}"


def _label_reason(output: Output, again: Output, by: str) -> str:
    """Why the labels in a line are not what is made now."""
    if (again.labels and again.labels.source) != (output.labels and output.labels.source):
        return f"the labels of its source {output.key} changed"
    return f"its labels are not those that are made now{by}"


def _extra_files(out: Path, names: DigestSet, own: frozenset[str]) -> Iterator[Fault]:
    """Files that no line names, folder by folder; links are not followed."""
    unread: list[OSError] = []
    for folder, folders, files in os.walk(out, onerror=unread.append):
        here = Path(folder)
        folders.sort()
        top = here == out
        if top and UNFINISHED in folders:
            folders.remove(UNFINISHED)
            yield Fault(UNFINISHED, INTERRUPTED)
        if top and PARTS in folders:
            folders.remove(PARTS)
            yield Fault(PARTS, IN_PARTS)
        links = [name for name in folders if (here / name).is_symlink()]
        for file in sorted((*files, *links)):
            name = (here / file).relative_to(out).as_posix()
            if top and file == JOURNAL:
                yield Fault(name, INTERRUPTED)
            elif file in LEFT_BY_SYSTEMS or (top and file in own):
                if not stat.S_ISREG((here / file).lstat().st_mode):
                    yield Fault(name, "a link, a pipe or a device; an export makes none")
            elif name not in names:
                yield Fault(name, UNNAMED)
    for error in unread:
        name = Path(str(error.filename)).relative_to(out).as_posix()
        yield Fault(name, f"cannot be read: {error.strerror or error}")


def shown(difference: Fault) -> str:
    """One line of text."""
    return f"{printable(difference.name)}: {printable(difference.reason)}"
