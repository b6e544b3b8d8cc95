"""Whether an export's folder is what its manifest says, and whether it would be made the same again."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby, starmap
from pathlib import Path
from typing import BinaryIO, Final

from augstudio.datasets.image_folder import open_dataset, printable
from augstudio.errors import DatasetError, ExportError, ImageError, PipelineError
from augstudio.export.digests import DigestSet
from augstudio.export.engine import usable_processors
from augstudio.export.files import IDENTITY, JOURNAL, LEFT_BY_SYSTEMS, MANIFEST, SKIPPED, UNFINISHED
from augstudio.export.manifest import Output
from augstudio.export.plan import PlannedFile, Task
from augstudio.export.record_check import Line, RecordCheck
from augstudio.export.recorded import Recorded, numbered_lines, place_in, read_recorded, source_of
from augstudio.export.references import is_kept_reference, lost_references
from augstudio.export.regular import MISSING, NoFileError, fault_of, opened
from augstudio.export.task import render_task

_CHUNK: Final = 1 << 20
_INTERRUPTED: Final = "left by an interrupted run; run the same export again"
OLD_FORMAT: Final = (
    "the export is of an earlier version, which kept no digests of its records: lines that were changed or "
    "removed together with their files are not noticed"
)
"""What to know where an export's records cannot be compared with what it wrote."""


@dataclass(frozen=True)
class Difference:
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
        lines: Lines of the manifest seen so far.
    """

    out: Path
    dataset: Path | None = None
    lines: int = 0

    def __post_init__(self) -> None:
        if not any(os.path.lexists(self.out / name) for name in (IDENTITY, MANIFEST)):
            raise ExportError(f"{printable(str(self.out))} is not an export: there is no {IDENTITY} in it")
        self._records = RecordCheck(self.out)
        try:
            self._recorded: Recorded | None = read_recorded(self.out)
        except ExportError:
            self._recorded = None
        if self.dataset is not None:
            try:
                open_dataset(self.dataset)
            except DatasetError as error:
                raise ExportError(str(error)) from None

    @property
    def aged(self) -> str:
        """Versions that changed since the export, as text; "" where none did."""
        return "" if self._recorded is None else self._recorded.aged

    @property
    def note(self) -> str:
        """:data:`OLD_FORMAT` where it applies, else ""."""
        return OLD_FORMAT if self._records.old else ""

    def differences(self, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Difference]:
        """Everything that is not as the manifest says, while it is found.

        Samples are checked in several threads, and told in the manifest's order. Nothing is kept but eight
        bytes for each file, and a few samples' lines at a time.

        Args:
            cancelled: Asked at each sample; the search stops when it says so.
        """
        names = DigestSet()
        threads = usable_processors()
        running: deque[Future[list[Difference]]] = deque()
        yield from starmap(Difference, self._records.identity_faults())
        with ThreadPoolExecutor(threads) as pool:
            for lines in self._samples(names):
                running.append(pool.submit(self._sample_differences, lines))
                if len(running) > 2 * threads:
                    yield from running.popleft().result()
                if cancelled():
                    pool.shutdown(cancel_futures=True)
                    return
            for future in running:
                yield from future.result()
        yield from starmap(Difference, self._records.file_faults())
        yield from self._repeated(names)
        yield from starmap(Difference, self._reference_faults())
        if self._records.has_manifest:
            yield from _extra_files(self.out, names, self._own())

    def _samples(self, names: DigestSet) -> Iterator[list[Line]]:
        """The manifest's lines, sample by sample; their files' names are noted."""
        for _, group in groupby(self._records.lines(), lambda line: line.output and line.output.key):
            lines = list(group)
            self.lines += len(lines)
            for line in lines:
                if line.output is not None:
                    names.add(line.output.file)
            yield lines

    def _sample_differences(self, lines: list[Line]) -> list[Difference]:
        found = []
        for line in lines:
            if line.fault:
                found.append(Difference(f"{MANIFEST}:{line.number}", line.fault))
            if line.output is not None:
                found += _file_differences(self.out, line.output)
        outputs = [line.output for line in lines if line.output is not None]
        if outputs and self.dataset is not None and self._recorded is not None:
            found += _pixel_differences(self._recorded, self.dataset, outputs)
        return found

    def _repeated(self, names: DigestSet) -> Iterator[Difference]:
        repeated = names.repeated
        if len(repeated):
            for number, output in numbered_lines(self.out / MANIFEST):
                if output is not None and output.file in repeated:
                    yield Difference(f"{MANIFEST}:{number}", f"another line names {output.file} too")

    def _references(self) -> Iterator[str]:
        """Names of the files in the folder that the pipeline uses."""
        for reference in self._recorded.pipeline.references() if self._recorded else ():
            if not reference.shipped and is_kept_reference(reference.name):
                yield reference.name

    def _reference_faults(self) -> Iterator[tuple[str, str]]:
        for name in self._references():
            fault = fault_of(self.out, self.out / name)
            if fault and fault != MISSING:
                yield name, fault
        if self._recorded is not None:
            yield from lost_references(self._recorded.pipeline)

    def _own(self) -> frozenset[str]:
        """Names at the top of the folder that belong to the export beside its outputs."""
        return frozenset((IDENTITY, MANIFEST, SKIPPED, *self._references()))


def _file_differences(out: Path, output: Output) -> Iterator[Difference]:
    place = place_in(out, output.file)
    if place is None:
        yield Difference(output.file, "the manifest's line leads out of the folder")
        return
    try:
        with opened(out, place) as stream:
            if _hash_of(stream) != output.sha256:
                yield Difference(output.file, "its bytes changed")
    except NoFileError as error:
        yield Difference(output.file, str(error))
    except OSError as error:
        yield Difference(output.file, f"cannot be read: {error.strerror or error}")


def _hash_of(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _pixel_differences(recorded: Recorded, dataset: Path, outputs: list[Output]) -> Iterator[Difference]:
    """Make one sample's outputs again and compare all that their lines say."""
    source = source_of(dataset, outputs[0].key)
    if source is None:
        yield Difference(outputs[0].file, f"its source {outputs[0].key} is missing")
        return
    planned = tuple(PlannedFile(output.copy, output.file) for output in outputs)
    task = Task(outputs[0].key, source, planned)
    try:
        made = render_task(task, recorded.job(dataset))
        for output, (again, _) in zip(outputs, made, strict=True):
            reason = _reason(output, again, recorded)
            if reason:
                yield Difference(output.file, reason)
    except ImageError as error:
        yield Difference(outputs[0].file, f"its source {outputs[0].key} cannot be used any more: {error}")
    except PipelineError as error:  # a file that a step uses
        yield Difference(outputs[0].file, f"it cannot be made again: {error}")


def _reason(output: Output, again: Output, recorded: Recorded) -> str:
    """Why a line is not what is made now, or ""; the first cause is told, the others follow from it."""
    by = f" (made with {recorded.aged})" if recorded.aged else ""
    if again == output:
        return ""
    if again.source != output.source:
        return f"its source {output.key} changed"
    if again.draws != output.draws:
        return f"its draws are not those of the pipeline and seed{by}"
    if replace(again, sha256=output.sha256) != output:
        return f"its pixels are not those that are rendered now{by}"
    return f"its pixels are the same, but are encoded to other bytes now{by}"


def _extra_files(out: Path, names: DigestSet, own: frozenset[str]) -> Iterator[Difference]:
    """Files that no line names, folder by folder; links are not followed."""
    unread: list[OSError] = []
    for folder, folders, files in os.walk(out, onerror=unread.append):
        here = Path(folder)
        folders.sort()
        top = here == out
        if top and UNFINISHED in folders:
            folders.remove(UNFINISHED)
            yield Difference(UNFINISHED, _INTERRUPTED)
        links = [name for name in folders if (here / name).is_symlink()]
        for file in sorted((*files, *links)):
            name = (here / file).relative_to(out).as_posix()
            if top and file == JOURNAL:
                yield Difference(name, _INTERRUPTED)
            elif name in names or (top and file in own) or _is_systems(here / file):
                continue
            else:
                yield Difference(name, "no line of the manifest names it")
    for error in unread:
        name = Path(str(error.filename)).relative_to(out).as_posix()
        yield Difference(name, f"the folder cannot be read: {error.strerror or error}")


def _is_systems(path: Path) -> bool:
    return path.name in LEFT_BY_SYSTEMS and not path.is_symlink() and path.is_file()


def shown(difference: Difference) -> str:
    """One line of text."""
    return f"{printable(difference.name)}: {printable(difference.reason)}"
