"""The place of an export in an object store."""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from augstudio.core.cached import cached_property
from augstudio.export.digests import DigestSet
from augstudio.export.files import JOURNAL, PARTS, RESERVED, UNFINISHED, LocalWorkspace
from augstudio.export.own_files import is_of_one_place
from augstudio.export.remote.batches import Batches
from augstudio.export.shards.names import is_shard
from augstudio.export.workspace import Found
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects

_REFERENCE: Final = ".reference"


class StoreWorkspace:
    """A place in an object store, in which objects are whole or not there.

    Records are worked on in a folder of this computer, and each is put when it is written. Outputs are put
    where nothing is, in one step; only where something is, it is looked at. Nothing is announced: each output
    says itself that an export put it there.

    Attributes:
        root: The folder of the records.
        journal: Name of the manifest in the making.
        outlasts_power_cuts: True; a store that has taken an object keeps it.
    """

    def __init__(self, address: StoreAddress, root: Path, own: str = "") -> None:
        """Take a place.

        Args:
            address: Where it is.
            root: The folder of its records.
            own: As that of :class:`~augstudio.export.files.LocalWorkspace`.
        """
        self.root = root
        self.outlasts_power_cuts = True
        self._address = address
        self._records = LocalWorkspace(root, own)
        self.journal = self._records.journal
        self._unfinished = f"{own}/{UNFINISHED}" if own else UNFINISHED

    @cached_property
    def _objects(self) -> Objects:
        return Objects(self._address)

    @cached_property
    def _batches(self) -> Batches:
        return Batches(self._objects, self.root, self.journal)

    def begin(self) -> None:
        """Begin a run whose records were fetched; what showed that another one went on is removed."""
        self._objects.delete([name for name, _, _ in self._objects.listed(self._unfinished)])
        self._records.begin()
        self._batches.begin()

    def end(self, *, forgets: bool = False) -> None:
        """Remove what is unfinished on this computer; in a store nothing is."""
        self._records.end(forgets=forgets)

    def close(self) -> None:
        """Nothing is open."""

    def beside(self, own: str) -> StoreWorkspace:
        """The same place for one who keeps what is not finished in a folder of that name."""
        return StoreWorkspace(self._address, self.root, own)

    def announce(self, key: str, file: str, sha256: str) -> None:
        """Nothing: an object says itself that an export put it there."""

    def announced(self, key: str) -> dict[str, str]:
        """Nothing."""
        return {}

    def all_announced(self) -> Iterator[tuple[str, str]]:
        """Nothing."""
        return iter(())

    def forget(self, key: str) -> None:
        """Nothing."""

    def forget_all(self, is_ended: Callable[[str], bool]) -> None:
        """Nothing."""

    def found(self, file: str) -> Found | None:
        """What has a name; None where nothing has it.

        Raises:
            OSError: The store cannot be asked, or cannot have such a name.
        """
        if _is_record(file):
            return self._records.found(file)
        head = self._objects.head(file)
        return None if head is None else Found(head.size, written=head.sha256)

    def names(self) -> Container[str]:
        """What is there by now, in one listing; 8 bytes for each."""
        return _Names(self._objects)

    def read(self, file: str) -> bytes | None:
        """An object's bytes; None where there is none.

        Raises:
            OSError: The store cannot be asked.
        """
        return self._records.read(file) if _is_record(file) else self._objects.get(file)

    def digest(self, file: str, *, shared: bool = False) -> str | None:
        """SHA-256 of an object: the one that it was put with, or that of its bytes where it says none.

        Raises:
            OSError: The store cannot be asked.
        """
        if _is_record(file):
            return self._records.digest(file, shared=shared)
        head = self._objects.head(file)
        return None if head is None else head.sha256 or self._objects.digest(file)

    def create(self, file: str, sha256: str, data: bytes) -> bool:
        """Put an output where nothing is; False where something is, or nothing can be.

        Raises:
            OSError: The store cannot be reached.
        """
        try:
            return not _is_record(file) and self._objects.create(file, data, sha256) is not None
        except OSError as error:
            if not is_of_one_place(error):
                raise
            return False

    def write(
        self,
        file: str,
        parts: Iterable[bytes],
        *,
        lasting: bool = False,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Put a whole object; one that is there is replaced. It is put in the end, so nothing is half.

        Raises:
            OSError: The store cannot be reached, or this computer's disk is full.
        """
        if _is_record(file):
            self._records.write(file, parts, lasting=False, check=check)
            if file == self.journal:
                self._batches.begin_after_present()
            else:
                self._objects.put_file(file, self.root / file)
            return
        with self._spooled(parts) as (spool, sha256):
            check()
            self._objects.put_file(file, spool, sha256)

    @contextlib.contextmanager
    def _spooled(self, parts: Iterable[bytes]) -> Iterator[tuple[Path, str]]:
        """A file of these pieces, with its SHA-256; it is gone in the end."""
        handle, name = tempfile.mkstemp(dir=self.root.parent)
        digest = hashlib.sha256()
        try:
            with open(handle, "wb") as stream:  # noqa: PTH123  (a handle, no path)
                for part in parts:
                    digest.update(part)
                    stream.write(part)
            yield Path(name), digest.hexdigest()
        finally:
            Path(name).unlink(missing_ok=True)

    def growing(self, number: int) -> BinaryIO:
        """Begin a file of this computer that is written, and read, piece by piece."""
        return self._records.growing(number)

    def put_grown(self, number: int, file: str, sha256: str) -> None:
        """Put such a file as an object; one that is there is replaced.

        Raises:
            OSError: The store cannot be reached.
        """
        self._objects.put_file(file, self._records.grown(number), sha256)

    def told_shards(self, besides: Container[str] = ()) -> Iterator[tuple[str, str]]:
        """Shards that say themselves that an export put them there, with their SHA-256.

        Raises:
            OSError: The store cannot be reached.
        """
        for name in self._objects.at_top():
            head = self._objects.head(name) if is_shard(name) and name not in besides else None
            if head is not None and head.sha256:
                yield name, head.sha256

    def secure(self, files: Iterable[str]) -> None:
        """Nothing: what a store has taken is kept."""

    def keep_journal(self, *, now: bool = False) -> None:
        """Put what was added to the journal, at once or when there is enough of it.

        Raises:
            ExportError: Another run has gone on from here.
            OSError: The store cannot be reached.
        """
        self._batches.keep(now=now)

    def remove(self, file: str) -> None:
        """Remove an object, or all of a journal's.

        Raises:
            OSError: The store cannot be reached.
        """
        if _is_record(file):
            self._records.remove(file)
        if file.rpartition("/")[2] == JOURNAL:
            Batches(self._objects, self.root, file).remove()
        else:
            self._objects.delete((file,))


def _is_record(file: str) -> bool:
    """Whether a name is that of something an export keeps for itself."""
    top, _, rest = file.partition("/")
    return top == PARTS or (not rest and (top in RESERVED or top.endswith(_REFERENCE)))


class _Names:
    """The names in a store, as they were when it was listed."""

    def __init__(self, objects: Objects) -> None:
        self._listed = DigestSet()
        for name, _, _ in objects.listed():
            self._listed.add(name)

    def __contains__(self, file: object) -> bool:
        return str(file) in self._listed
