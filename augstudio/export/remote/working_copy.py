"""The records of an export in an object store, in a folder of this computer while they are worked on."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from augstudio.datasets.base import DatasetReference
from augstudio.datasets.formats import IMAGE_FOLDER
from augstudio.datasets.store_labels import write_dataset
from augstudio.datasets.store_listing import StoreListing, listed_place
from augstudio.errors import AugStudioError, ExportError, Message, PipelineError, message_of
from augstudio.export.files import (
    ENTRIES,
    IDENTITY,
    JOURNAL,
    LOCK,
    MANIFEST,
    PARTS,
    PROBLEMS,
    SHARDS,
    SKIPPED,
)
from augstudio.export.job import ExportJob
from augstudio.export.record_digests import shared_digests
from augstudio.export.record_lines import journal_of_manifest
from augstudio.export.references import is_kept_reference, recorded_pipeline
from augstudio.export.remote.batches import number_of
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects

_RECORDS: Final = (IDENTITY, MANIFEST, SKIPPED, ENTRIES, PROBLEMS, SHARDS)
_AT_ONCE: Final = 16
_FOLDER: Final = "records"
_PLAIN: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{3,60}")


@contextlib.contextmanager
def working_copy(job: ExportJob) -> Iterator[ExportJob]:
    """Give an export folders with what is in stores, for as long as it runs: its records, the dataset's list.

    Raises:
        ExportError: A store cannot be opened.
        OSError: It cannot be reached.
    """
    with contextlib.ExitStack() as stack:
        if job.source_store is not None:
            reference = stack.enter_context(listed_dataset(job.source_store, _stated_format(job)))
            job = replace(job, dataset=reference.path, source_listing=reference.store)
        if job.store is not None:
            folder = stack.enter_context(record_folder(job.store))
            fetch_records(job.store, folder, "" if job.part is None else job.part.name)
            job = replace(job, out=folder)
        yield job


def _stated_format(job: ExportJob) -> str:
    return job.dataset_format or (IMAGE_FOLDER if job.as_image_folder else "")


@contextlib.contextmanager
def listed_dataset(address: StoreAddress, format_name: str = "") -> Iterator[DatasetReference]:
    """What opens a dataset in an object store, for as long as its listing on this computer is needed.

    Args:
        address: The place of its pictures, or of the file that describes them.
        format_name: Its format; recognised if empty.

    Raises:
        ExportError: The store cannot be opened.
        OSError: It cannot be reached.
    """
    place, name = listed_place(address)
    with record_folder(place, _folder_name(place)) as folder:
        listing = StoreListing(place, folder)
        write_dataset(listing, name, format_name)
        yield DatasetReference(folder / name, format_name, store=listing)


def _folder_name(place: StoreAddress) -> str:
    """The name of a place's folder, which is its own where any file system takes that."""
    name = place.prefix.rpartition("/")[2] or place.bucket
    return name if _PLAIN.fullmatch(name) else _FOLDER


@contextlib.contextmanager
def record_folder(address: StoreAddress, name: str = _FOLDER) -> Iterator[Path]:
    """A folder for the records of a place; what errors say of it is said of the place.

    Args:
        address: The place.
        name: The folder's name.

    Raises:
        OSError: It cannot be made.
    """
    place = Path(tempfile.mkdtemp(prefix="augstudio-"))
    folder = place / name
    try:
        folder.mkdir()
        yield folder
    except AugStudioError as error:
        message = message_of(error)
        if str(folder) not in message:
            raise
        raise type(error)(_told(message, str(folder), str(address))) from None
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _told(message: Message, folder: str, address: str) -> Message:
    """The same message about another place."""
    if not message.arguments:
        return Message("{0}", message.replace(folder, address))
    return Message(
        message.template,
        *(
            _told(text, folder, address) if isinstance(text, Message) else text.replace(folder, address)
            for text in message.arguments
        ),
    )


def fetch_records(address: StoreAddress, folder: Path, part: str = "") -> None:
    """Bring the records in a folder to what the store has now.

    Args:
        address: The export's place.
        folder: The folder.
        part: Name of the folder of the only part that matters; "" where all do.

    Raises:
        OSError: The store cannot be reached, or this computer's disk is full.
    """
    copy = _Copy(Objects(address), folder)
    copy.bring(_RECORDS)
    copy.bring(_reference_names(folder))
    copy.bring_parts(part)
    copy.bring_journal()
    copy.remember()


@contextlib.contextmanager
def finished_copy(place: str) -> Iterator[tuple[Path, StoreAddress | None]]:
    """A folder with all that a finished export has besides its outputs; one in a folder is there itself.

    Args:
        place: The export's folder, or its address in a store.

    Yields:
        The folder, and the address where there is one.

    Raises:
        ExportError: It is an address that cannot be used, or cannot be reached.
    """
    address = StoreAddress.parsed(place)
    if address is None:
        yield Path(place), None
        return
    try:
        with record_folder(address) as folder:
            copy = _Copy(Objects(address), folder)
            copy.bring(_RECORDS)
            copy.bring((*_reference_names(folder), *shared_digests(folder)))
            for name in (PARTS, JOURNAL):  # which say that it is not finished
                if next(copy.objects.listed(name), None) is not None:
                    (folder / name).mkdir()
            yield folder, address
    except OSError as error:
        raise ExportError("{0} cannot be read: {1}", str(address), message_of(error)) from None


class _Copy:
    """Records that are brought from a store; which state of each is there is kept beside the folder."""

    def __init__(self, objects: Objects, folder: Path) -> None:
        self.objects, self._folder = objects, folder
        self._states = folder.parent / "states.json"
        self._known: dict[str, Any] = {}
        if self._states.exists():
            self._known = json.loads(self._states.read_bytes())

    def remember(self) -> None:
        self._states.write_text(json.dumps(self._known), encoding="utf-8")

    def bring(self, names: Iterable[str]) -> None:
        """Fetch those of the named objects that are not here as they are there."""
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            for _ in threads.map(self._bring, names):
                pass

    def _bring(self, name: str) -> None:
        head, place = self.objects.head(name), self._folder / name
        if head is None:
            self._known.pop(name, None)
            place.unlink(missing_ok=True)
            return
        state = asdict(head.tag)
        if self._known.get(name) == state and place.exists():
            return
        self.fetch((name,), place)
        self._known[name] = state

    def fetch(self, names: Iterable[str], place: Path, beginning: Iterable[bytes] = ()) -> None:
        """Have a file of the bytes of some objects, one behind another."""
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as stream:
            stream.writelines(beginning)
            for name in names:
                stream.writelines(self.objects.pieces(name))

    def bring_parts(self, own: str) -> None:
        """The same of what parts keep, or of one part alone."""
        folder = f"{PARTS}/{own}" if own else PARTS
        names = sorted(name for name, _, _ in self.objects.listed(folder))
        shutil.rmtree(self._folder / folder, ignore_errors=True)
        journals: dict[str, list[str]] = {}
        for name in names:
            inner = name.split("/")[2:]
            if len(inner) == 2 and inner[0] == JOURNAL and number_of(name):
                journals.setdefault(name.rpartition("/")[0], []).append(name)
        plain = [
            name for name in names if len(name.split("/")) == 3 and not name.split("/")[2].startswith(LOCK)
        ]
        self._known = {name: state for name, state in self._known.items() if not name.startswith(f"{PARTS}/")}
        self.bring(plain)
        for journal, batches in journals.items():
            self.fetch(batches, self._folder / journal)

    def bring_journal(self) -> None:
        """The same of the journal; it begins with what the finished manifest says, where there is one."""
        names = sorted(name for name, _, _ in self.objects.listed(JOURNAL) if number_of(name))
        if names:
            is_finished = (self._folder / MANIFEST).exists()
            beginning = journal_of_manifest(self._folder) if is_finished else ()
            self.fetch(names, self._folder / JOURNAL, beginning)
        else:
            (self._folder / JOURNAL).unlink(missing_ok=True)


def _reference_names(folder: Path) -> tuple[str, ...]:
    """The files of the pipeline that lie in an export's place, by what its identity says."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, PipelineError, RecursionError):
        described = json.loads((folder / IDENTITY).read_bytes())
        references = recorded_pipeline(described["pipeline"], folder).references()
        return tuple(item.name for item in references if is_kept_reference(item.name))
    return ()
