"""What shows the workers of a cluster that a run goes on, and that they see its places as it does."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.datasets.file_state import MISSING, file_state
from augstudio.errors import AugStudioError, Message, message_of
from augstudio.export.files import UNFINISHED
from augstudio.export.job import ExportJob
from augstudio.export.own_files import check_place, open_own, read_own
from augstudio.processes import own_number
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects

_CONTENT: Final = b"an export that runs in a cluster\n"


class Probe:
    """A small file in an export's place, or an object, which is there while the run goes on.

    Numbers are the names of unfinished files there, so the next run removes one that stayed behind.
    """

    def __init__(self, job: ExportJob, number: int) -> None:
        """Take a place; nothing is written yet.

        Args:
            job: The export.
            number: Which run it is.
        """
        self._job, self._number = job, number

    def write(self) -> None:
        """Show that the run goes on, and where.

        Raises:
            OSError: The place cannot be written.
        """
        self._put(self._number, _CONTENT)

    def remove(self) -> None:
        """Show that the run has ended."""
        with suppress(OSError):
            self._remove(self._number)

    def is_there(self) -> bool:
        """Whether the run goes on.

        Raises:
            OSError: The place cannot be looked at for the moment.
        """
        if self._job.store is not None:
            return _asked_briefly(self._job.store).get(self._name(self._number)) == _CONTENT
        return read_own(self._job.out, self._name(self._number)) == _CONTENT

    def why_unseen(self) -> Message | None:
        """Why this process cannot write into the place that the run writes to; None where it can."""
        place = printable(self._job.place)
        try:
            if self.is_there():
                own = own_number()
                self._put(own, b"")
                self._remove(own)
                return None
        except (AugStudioError, OSError) as error:
            return Message("it cannot write into {0}: {1}", place, message_of(error))
        if self._job.store is not None:
            return other_store(place)
        return Message(
            "it does not see {0} as it is where the export was begun; it must be a folder that all share, "
            "under the same path",
            place,
        )

    def _put(self, number: int, data: bytes) -> None:
        if self._job.store is not None:
            _asked_briefly(self._job.store).put(self._name(number), data)
            return
        handle = open_own(self._job.out, self._name(number))
        try:
            os.write(handle, data)
        finally:
            os.close(handle)

    def _remove(self, number: int) -> None:
        if self._job.store is not None:
            _asked_briefly(self._job.store).delete((self._name(number),))
        else:
            os.unlink(check_place(self._job.out, self._name(number)))  # noqa: PTH108

    def _name(self, number: int) -> str:
        part = self._job.part
        return f"{UNFINISHED}/{number}" if part is None else f"{part.folder}/{UNFINISHED}/{number}"


def _asked_briefly(store: StoreAddress) -> Objects:
    """The objects of a store, which must answer within seconds, as somebody waits for what is found."""
    return Objects(store, patient=False)


def other_store(place: str) -> Message:
    """That this process finds another store, or another state of it, under an address."""
    return Message(
        "it does not see {0} as it is where the export was begun; each worker's environment must lead to "
        "this store",
        place,
    )


def picture_size(job: ExportJob, picture: str) -> int:
    """Bytes of the file of a picture as this process sees it; -1 where there is none.

    Raises:
        AugStudioError: Its store cannot be opened here.
        OSError: Its store cannot be reached.
    """
    listing = job.source_listing
    if listing is not None:
        head = _asked_briefly(listing.address).head(listing.name_of(Path(picture)) or "")
        return MISSING.size if head is None else head.size
    return file_state(picture).size


def memory_of_one_process(job: ExportJob) -> StoreAddress | None:
    """A place of a job that no other process sees."""
    places = (job.store, job.source_store)
    return next((place for place in places if place is not None and place.scheme == "memory"), None)


@contextlib.contextmanager
def with_own_folders(job: ExportJob) -> Iterator[ExportJob]:
    """A job of this process: empty folders stand for what only the computer has where it was begun.

    These are the records of an export in a store, which no task reads, and the listing of pictures in one:
    each task says itself which picture it is about.
    """
    if job.store is None and job.source_store is None:
        yield job
        return
    with tempfile.TemporaryDirectory(prefix="augstudio-", ignore_cleanup_errors=True) as place:
        records, pictures = Path(place) / "records", Path(place) / "pictures"
        records.mkdir()
        pictures.mkdir()
        yield replace(
            job,
            out=records if job.store else job.out,
            dataset=pictures if job.source_store else job.dataset,
        )
