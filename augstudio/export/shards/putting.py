"""Puts shards into their places while the next ones are packed, and records what is there.

To send a large one, or to have a disk take it in, lasts for seconds; workers would wait meanwhile.
"""

from __future__ import annotations

import contextlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from augstudio.errors import ExportError
from augstudio.export.journal import Journal
from augstudio.export.shards.states import GrowingShard
from augstudio.export.workspace import Workspace


@dataclass(frozen=True)
class _Leaving:
    """A shard that is on its way; nothing is waited for where it is there already."""

    shard: GrowingShard
    sha256: str
    put: Future[None] | None


class ShardPutter:
    """Puts one shard at a time; when it is there, and only then, its outputs are recorded.

    Attributes:
        appeared: How many samples are in the shards that are there.
    """

    def __init__(self, workspace: Workspace, journal: Journal) -> None:
        """Begin with nothing.

        Args:
            workspace: The export's folder.
            journal: Where outputs are recorded.
        """
        self._workspace, self._journal = workspace, journal
        self._thread = ThreadPoolExecutor(1, "shards")
        self._leaving: _Leaving | None = None
        self.appeared = 0

    def put(self, shard: GrowingShard, file: str, sha256: str, *, is_there: bool) -> None:
        """Begin to put a whole shard; the one before must be :meth:`settled <settle>`.

        Args:
            shard: The shard, which is closed.
            file: Its name.
            sha256: Of its bytes.
            is_there: Whether it need only be recorded.
        """
        assert self._leaving is None
        put = None
        if not is_there:
            put = self._thread.submit(self._workspace.put_grown, shard.place, file, sha256)
        self._leaving = _Leaving(shard, sha256, put)

    def look(self) -> None:
        """Record a shard that is there by now.

        Raises:
            OSError: It could not be put, or the disk is full.
        """
        leaving = self._leaving
        if leaving is not None and (leaving.put is None or leaving.put.done()):
            self.settle()

    def settle(self) -> None:
        """Wait for the shard that is on its way, and record its outputs.

        Raises:
            OSError: As :meth:`look`.
        """
        leaving, self._leaving = self._leaving, None
        if leaving is None:
            return
        with contextlib.closing(leaving.shard):
            if leaving.put is not None:
                leaving.put.result()
            self.appeared += leaving.shard.samples
            for recorded in leaving.shard.recorded(leaving.sha256):
                self._journal.put_lines(*recorded)
            self._workspace.keep_journal(now=True)

    def close(self) -> None:
        """Record what is on its way, as far as that can be, and let go of what is open."""
        with contextlib.suppress(OSError, ExportError):
            self.settle()
        self._thread.shutdown()
