"""The journal of an export to an object store, where nothing can be added to an object.

What was added to the journal on this computer is put there as an object of its own every few seconds, with
the next number; together they are the journal. A million samples in eight hours make about 3,000 of them. An
object that is written again and again would send a gigabyte each time. A run that is killed loses the lines
of its last seconds; the outputs that they name are found to be right when they are written again.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.errors import ExportError
from augstudio.stores.objects import Objects

SPACING_SECONDS: Final = 10.0
"""Between two objects of a journal, unless it grows faster."""

_MOST_BYTES: Final = 4 << 20
_NAME: Final = re.compile(r"(\d{8})\.jsonl")


class Batches:
    """The objects of one journal."""

    def __init__(self, objects: Objects, root: Path, journal: str) -> None:
        """Take a journal.

        Args:
            objects: The export's place.
            root: The folder of its records on this computer.
            journal: The journal's name in both.
        """
        self._objects, self._path, self._journal = objects, root / journal, journal
        self._next = 1
        self._kept = 0
        self._since = time.monotonic()

    def begin(self) -> None:
        """What is in the journal on this computer is in the store; go on from there.

        Raises:
            OSError: The store cannot be reached.
        """
        self._next = 1 + max(
            (number_of(name) for name in batch_names(self._objects, self._journal)), default=0
        )
        self.begin_after_present()

    def begin_after_present(self) -> None:
        """The same of what follows from other records there."""
        self._kept = self._path.stat().st_size if self._path.exists() else 0
        self._since = time.monotonic()

    def keep(self, *, now: bool) -> None:
        """Put what was added, at once or when there is enough of it.

        Raises:
            ExportError: Another run has gone on from here.
            OSError: The store cannot be reached.
        """
        added = self._path.stat().st_size - self._kept
        waited = time.monotonic() - self._since
        if added <= 0 or not (now or added >= _MOST_BYTES or waited >= SPACING_SECONDS):
            return
        with self._path.open("rb") as stream:
            stream.seek(self._kept)
            data = stream.read()
        if not self._objects.create(f"{self._journal}/{self._next:08d}.jsonl", data):
            raise ExportError(
                "another run of the export in {0} has gone on meanwhile, as this one showed no sign of life; "
                "what was written is kept",
                printable(str(self._objects.address)),
            )
        self._next += 1
        self._kept += len(data)
        self._since = time.monotonic()

    def remove(self) -> None:
        """Remove all.

        Raises:
            OSError: The store cannot be reached.
        """
        self._objects.delete(batch_names(self._objects, self._journal))


def batch_names(objects: Objects, journal: str) -> list[str]:
    """The names of a journal's objects, in the order in which they were put."""
    return sorted(name for name, _, _ in objects.listed(journal) if number_of(name))


def number_of(name: str) -> int:
    """The number of a journal's object; 0 where it is none."""
    found = _NAME.fullmatch(name.rpartition("/")[2])
    return int(found[1]) if found else 0
