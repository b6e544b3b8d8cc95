"""Shards of an object store on this computer, while what is in them is looked at; each is fetched once."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from augstudio.errors import message_of
from augstudio.export.reading.store_differences import object_difference
from augstudio.export.record_digests import CHANGED
from augstudio.export.shards.names import is_shard, split_of_shard
from augstudio.stores.objects import Objects


class ShardCopies:
    """Copies of shards; one that nobody holds goes as soon as the next one of its split is fetched."""

    def __init__(self, objects: Objects, folder: Path, recorded: Mapping[str, str]) -> None:
        """Fetch nothing yet.

        Args:
            objects: The export's place.
            folder: Where the copies go.
            recorded: The SHA-256 of each shard, by its name.
        """
        self._objects, self._folder = objects, folder
        self._recorded = {file: sha256 for file, sha256 in recorded.items() if is_shard(file)}
        self._seen: set[str] = set()
        self._here: set[str] = set()
        self._held: Counter[str] = Counter()

    def hold(self, files: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Have copies of shards until they are let go; those that are not as recorded, with what is wrong.

        Raises:
            OSError: This computer's disk is full.
        """
        for file in files:
            self._held[file] += 1
            if file in self._here or not is_shard(file):
                continue
            self._clear(file)
            reason = self._fetched(file)
            if reason and file not in self._seen:
                yield file, reason
            self._seen.add(file)

    def let_go(self, files: Iterable[str]) -> None:
        """The copies are of no use to one who held them."""
        self._held.subtract(files)

    def rest(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the recorded shards that nobody held, such as empty ones."""
        for file, sha256 in self._recorded.items():
            if file not in self._seen:
                reason = object_difference(self._objects, file, sha256)
                if reason:
                    yield file, reason

    def _clear(self, coming: str) -> None:
        """Remove the copies of the same split that nobody holds."""
        split = split_of_shard(coming)
        for file in [file for file in self._here if split_of_shard(file) == split and not self._held[file]]:
            (self._folder / file).unlink()
            self._here.remove(file)
            del self._held[file]

    def _fetched(self, file: str) -> str:
        """Fetch a shard; what is wrong with it, or ""."""
        self._here.add(file)
        digest = hashlib.sha256()
        with (self._folder / file).open("wb") as stream:
            try:
                for piece in self._objects.pieces(file):
                    digest.update(piece)
                    stream.write(piece)
            except FileNotFoundError:
                return "missing"
            except OSError as error:
                return f"cannot be read: {message_of(error)}"
        return CHANGED if digest.hexdigest() != self._recorded.get(file, "") else ""
