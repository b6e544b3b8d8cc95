"""One export at a time in a place of an object store.

The lock is an object that is put only where none is, which one of all who try succeeds in. A store does not
notice that whoever put it has ended, so the holder puts it again every few seconds. Where it was not for a
while, by the store's own clock, or where its process ran on this computer and is gone, the next one takes it
over: only if it is still in the state that was looked at, which again one of all succeeds in.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from augstudio.core.text import printable
from augstudio.errors import ExportError
from augstudio.export.files import LOCK, PARTS
from augstudio.export.lock import is_alive
from augstudio.stores.objects import Head, Objects, Tag

RENEWED_SECONDS: Final = 20.0
"""Between two signs of life."""

LOST_SECONDS: Final = 90.0
"""After which without one a lock counts for nothing."""

_TRIES: Final = 5


@contextlib.contextmanager
def leased(objects: Objects, folder: str = "") -> Iterator[None]:
    """Keep other exports out of a place, or of a part's folder in it.

    Raises:
        ExportError: Another export runs there; the text says which.
        OSError: The store cannot be reached.
    """
    name = f"{folder}/{LOCK}" if folder else LOCK
    tag = _taken(objects, name)
    renewing = _Renewing(objects, name, tag)
    renewing.start()
    try:
        yield
    finally:
        renewing.end()


def check_free(objects: Objects) -> None:
    """Refuse a place in which a whole export is running.

    Raises:
        ExportError: One is.
        OSError: The store cannot be reached.
    """
    _check_free(objects, LOCK)


def check_seems_free(objects: Objects) -> None:
    """As :func:`check_free`, but nothing is put, and times are those of this computer's clock.

    Raises:
        ExportError: An export seems to be running there.
        OSError: The store cannot be reached.
    """
    found = objects.get_with_head(LOCK)
    if found is None or _ended_here(_holder(found[0])):
        return
    if (datetime.now(UTC) - found[1].modified).total_seconds() < LOST_SECONDS:
        raise _refusal(objects, _holder(found[0]))


def check_no_part_runs(objects: Objects) -> None:
    """Refuse a place in which a part is being written.

    Raises:
        ExportError: One is.
        OSError: The store cannot be reached.
    """
    for name, _, _ in objects.listed(PARTS):
        if name.endswith(f"/{LOCK}"):
            _check_free(objects, name)


def _check_free(objects: Objects, name: str) -> None:
    found = objects.get_with_head(name)
    if found is not None and not _is_lost(objects, name, found[1], _holder(found[0])):
        raise _refusal(objects, _holder(found[0]))


def _taken(objects: Objects, name: str) -> Tag:
    """Put the lock; gives its state."""
    for _ in range(_TRIES):
        tag = objects.create(name, _signed())
        if tag is not None:
            return tag
        found = objects.get_with_head(name)
        if found is None:
            continue  # it was let go meanwhile
        data, head = found
        if not _is_lost(objects, name, head, _holder(data)):
            raise _refusal(objects, _holder(data))
        tag = objects.replace(name, _signed(), head.tag)
        if tag is not None:
            return tag
    raise _refusal(objects, {})


def _is_lost(objects: Objects, name: str, head: Head, holder: dict[str, Any]) -> bool:
    """Whether whoever put a lock is gone."""
    if _ended_here(holder):
        return True
    # What the store's clock says now is known from an object that is put now.
    probe = f"{name}.{os.getpid()}-{time.time_ns()}"
    objects.put(probe, b"")
    try:
        now = objects.head(probe)
    finally:
        objects.delete((probe,))
    return now is not None and (now.modified - head.modified).total_seconds() > LOST_SECONDS


def _ended_here(holder: dict[str, Any]) -> bool:
    """Whether whoever put a lock was a process of this computer, and is gone."""
    ours = holder.get("host") == platform.node() and holder.get("space") == _space()
    return ours and not is_alive(holder)


class _Renewing:
    """Shows signs of life until it is ended."""

    def __init__(self, objects: Objects, name: str, tag: Tag) -> None:
        self._objects, self._name = objects, name
        self._tag: Tag | None = tag
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._renew, name="lease", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """Let the lock go, unless another one has it by now."""
        self._ended.set()
        self._thread.join()
        with contextlib.suppress(OSError):
            # Put once more, so that what is removed is known to be ours.
            if self._tag is not None and self._objects.replace(self._name, _signed(), self._tag) is not None:
                self._objects.delete((self._name,))

    def _renew(self) -> None:
        while self._tag is not None and not self._ended.wait(RENEWED_SECONDS):
            with contextlib.suppress(OSError):  # it is tried again
                self._tag = self._objects.replace(self._name, _signed(), self._tag)


def _signed() -> bytes:
    """What a lock says of who holds it."""
    started = datetime.now(UTC).isoformat(timespec="seconds")
    holder = {"process": os.getpid(), "host": platform.node(), "started": started, "space": _space()}
    return json.dumps(holder).encode()


def _space() -> int:
    """Within what process numbers mean the same; 0 where the system knows no such thing."""
    with contextlib.suppress(OSError):
        return Path("/proc/self/ns/pid").stat().st_ino
    return 0


def _holder(data: bytes) -> dict[str, Any]:
    try:
        holder = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return holder if isinstance(holder, dict) else {}


def _refusal(objects: Objects, holder: dict[str, Any]) -> ExportError:
    return ExportError(
        "another export is running in {0} (process {1} on {2}, since {3}); wait until it has ended, or "
        "choose another place. If it was ended by force, its place is free {4} seconds after its last sign "
        "of life",
        printable(str(objects.address)),
        *(printable(str(holder.get(field, "?"))) for field in ("process", "host", "started")),
        round(LOST_SECONDS),
    )
