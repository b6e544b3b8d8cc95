"""Tells an export's own files from somebody's that have their names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from augstudio.export.files import IDENTITY, JOURNAL, LOCK, MANIFEST, SKIPPED

_LONGEST_LINE: Final = 1 << 20
_LONGEST: Final = 64 << 20
_LOCK_BYTES: Final = 4096
_IDENTITY_BYTES: Final = 8_000_000


def is_own(name: str, stream: BinaryIO) -> bool:
    """Whether a file holds what an export writes under this name, be it torn off; an empty one is nobody's.

    Args:
        name: Its name in the export's folder.
        stream: The file, at its beginning.
    """
    first = stream.read(_LONGEST_LINE)
    stream.seek(0)
    if is_blank(first):
        return is_blank_stream(stream)
    return _TELLERS[name](stream)


def is_blank(data: bytes) -> bool:
    """Whether data is nothing but zeros, as a file is after a power cut, or nothing at all."""
    return not data.strip(b"\0")


def is_blank_stream(stream: BinaryIO) -> bool:
    """The same of a whole file."""
    while data := stream.read(_LONGEST_LINE):
        if not is_blank(data):
            return False
    return True


def _is_lock(stream: BinaryIO) -> bool:
    data = stream.read(_LOCK_BYTES + 1).strip(b"\0")
    fields = _object(data)
    if fields is not None:
        return bool(fields) and fields.keys() <= {"process", "host", "started"}
    return len(data) <= _LOCK_BYTES and _begins(data, b'{"process"')


def _is_identity(stream: BinaryIO) -> bool:
    fields = _object(stream.read(_IDENTITY_BYTES + 1))
    return fields is not None and "augstudio" in fields


def _is_manifest(stream: BinaryIO) -> bool:
    return any(
        (line.keys() & {"key", "file", "sha256", "copy"} and line.keys() & {"source", "pixels", "draws"})
        or line.keys() == {"begun"}
        for line in _objects(stream)
    ) or _begins(_first(stream), b'{"begun": [', b'{"copy": ')


def _is_skipped(stream: BinaryIO) -> bool:
    return any(line.keys() == {"key", "reason"} for line in _objects(stream)) or _begins(
        _first(stream), b'{"key": "'
    )


_TELLERS: Final[dict[str, Callable[[BinaryIO], bool]]] = {
    LOCK: _is_lock,
    IDENTITY: _is_identity,
    MANIFEST: _is_manifest,
    JOURNAL: _is_manifest,
    SKIPPED: _is_skipped,
}


def _objects(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    """The lines that are JSON objects, as far as they are looked through."""
    while stream.tell() < _LONGEST and (line := stream.readline(_LONGEST_LINE)):
        fields = _object(line)
        if fields is not None:
            yield fields


def _object(data: bytes) -> dict[str, Any] | None:
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def _first(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.readline(_LONGEST_LINE)


def _begins(data: bytes, *beginnings: bytes) -> bool:
    """Whether data begins so, or is torn off within such a beginning."""
    return any(data[: len(beginning)] == beginning[: len(data)] for beginning in beginnings)
