"""The file in which decoded pictures are kept: a header, a table of entries, and pixels behind it.

Several processes and threads read and write it at the same time. It is only added to: a writer holds a lock
of the operating system, puts pixels behind all others, then an entry into the table, and at last counts it.
A process that is killed on its way leaves what nobody counts and the next one overwrites. An entry carries a
checksum of itself, looked at each time, and one of its pixels, looked at once by each process, so what a
power cut has torn counts as missing. Nothing that was counted is ever changed but the state of a source, so
what is read without a lock stays what it is.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import struct
import sys
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import xxhash

from augstudio.core.image import Image
from augstudio.core.text import printable
from augstudio.errors import DatasetError

HEADER_BYTES: Final = 16384
ENTRY_BYTES: Final = 96
# Where it begins, pixels and the table do, too.
_ALIGNED: Final = 64
_MAGIC: Final = b"AugStudio pixels"
_HEADER: Final = struct.Struct("<16sQQQQ")  # magic, capacity, count, end, length of the identity
_COUNTED: Final = struct.Struct("<QQ")  # count and end, as they stand in the header
_COUNTED_PLACE: Final = 24
_ENTRY: Final = struct.Struct("<16s16sqqQQIIIIBBB")
_CHECKSUM: Final = struct.Struct("<I")
# Windows forbids reading what is locked, so the locked byte lies where no picture can.
_LOCKED_BYTE: Final = 1 << 62
_FLAGS: Final = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Entry(NamedTuple):
    """What is known of a picture that is kept.

    Attributes:
        key: Digest of the sample's key, 16 bytes.
        content: Digest of the source's bytes, 16 bytes.
        file_size: Bytes of the source's file.
        modified: When it was changed, nanoseconds since the epoch.
        offset: Where its pixels begin.
        pixels: Checksum of the pixels.
        width: Of what is kept, as its ``height``.
        full_width: Of the picture as decoded whole, as its ``full_height``; both upright.
        channels: 1 to 4.
        orientation: The EXIF orientation that was applied.
        eighths: At how many eighths of its size it was decoded.
    """

    key: bytes
    content: bytes
    file_size: int
    modified: int
    offset: int
    pixels: int
    width: int
    height: int
    full_width: int
    full_height: int
    channels: int
    orientation: int
    eighths: int

    @property
    def nbytes(self) -> int:
        """Bytes of its pixels."""
        return self.width * self.height * self.channels


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


@contextlib.contextmanager
def _locked(handle: int) -> Iterator[None]:
    """Keep other processes from writing; the system lets go where this one ends."""
    _lock(handle)
    try:
        yield
    finally:
        _unlock(handle)


def prepare(path: Path, identity: bytes, owner: bytes, needed: int, limit: int) -> None:
    """Make the file, or see that it is the one; one that is out of date is begun anew.

    It is begun anew where its pictures were made otherwise, where many of them have changed or gone since,
    and where it has no room for so many or is larger than it may be.

    Args:
        path: The file.
        identity: How pictures are made, and of which dataset they are; begins with ``owner``, and is short
            enough for the header.
        owner: Of which dataset they are.
        needed: How many pictures there are.
        limit: How many bytes the file may have.

    Raises:
        DatasetError: It is another one's.
        OSError: It cannot be made or locked.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        handle = os.open(path, _FLAGS | os.O_CREAT, 0o666)
        try:
            with _locked(handle):
                # Another process may have removed it after it was opened here.
                if _has_name(handle, path) and _is_ready(handle, path, identity, owner, needed, limit):
                    return
        finally:
            os.close(handle)


def _is_ready(handle: int, path: Path, identity: bytes, owner: bytes, needed: int, limit: int) -> bool:
    """Whether the locked file can be used now; False where it was removed."""
    start = _read(handle, 0, HEADER_BYTES)
    if not start.strip(b"\0"):  # new, or one whose maker did not finish
        _begin(handle, identity, 2 * needed + _ALIGNED)
        return True
    magic, capacity, count, end, length = _HEADER.unpack_from(start.ljust(_HEADER.size, b"\0"))
    found = start[_HEADER.size : _HEADER.size + length]
    if magic != _MAGIC or not found.startswith(owner):
        raise DatasetError(
            "{0} is no cache of this dataset's pictures; name another folder for it, or delete this file",
            printable(str(path)),
        )
    mostly_gone = 2 * count > 3 * needed + _ALIGNED
    if found == identity and needed <= capacity and end <= limit and not mostly_gone:
        return True
    if sys.platform != "win32":  # where open files cannot be removed
        path.unlink()
        return False
    os.ftruncate(handle, 0)  # an error where another process uses it
    _begin(handle, identity, 2 * needed + _ALIGNED)
    return True


def _begin(handle: int, identity: bytes, capacity: int) -> None:
    """Write the header of an empty file; what makes it one comes last."""
    end = _aligned(HEADER_BYTES + capacity * ENTRY_BYTES)
    os.ftruncate(handle, end)
    header = _HEADER.pack(_MAGIC, capacity, 0, end, len(identity)) + identity
    _write(handle, len(_MAGIC), header[len(_MAGIC) :])
    _write(handle, 0, _MAGIC)


class CacheFile:
    """The file as one process has it open; threads may share it."""

    def __init__(self, path: Path, limit: int) -> None:
        """Open a file that :func:`prepare` made ready.

        Args:
            path: The file.
            limit: How many bytes it may have; what would make it larger is not kept.

        Raises:
            OSError: It cannot be opened.
        """
        self._handle = os.open(path, _FLAGS)
        self._limit = limit
        self._mutex = threading.Lock()
        self._map = mmap.mmap(self._handle, 0, access=mmap.ACCESS_READ)
        self._capacity = _HEADER.unpack_from(self._map)[1]
        self._numbers: dict[bytes, int] = {}
        self._seen = 0
        self._sound = bytearray(self._capacity)  # whose pixels were compared with their checksum

    def close(self) -> None:
        """Close it; pictures that are still held stay valid."""
        os.close(self._handle)

    @property
    def nbytes(self) -> int:
        """Bytes of the file, with those that a table of sparse entries may not yet need on disk."""
        return int(_COUNTED.unpack_from(self._map, _COUNTED_PLACE)[1])

    def __len__(self) -> int:
        """How many pictures are kept."""
        self._look()
        return len(self._numbers)

    def entry(self, key: bytes) -> Entry | None:
        """What is kept under a digest of a key, if anything."""
        if key not in self._numbers:
            self._look()
        number = self._numbers.get(key)
        return None if number is None else self._entry_at(number)

    def image(self, entry: Entry) -> Image | None:
        """The pixels of an entry, ``(H, W, C)`` uint8 that cannot be written to; None where they are torn."""
        stop = entry.offset + entry.nbytes
        if stop > len(self._map):
            self._map_again()
        if stop > len(self._map):
            return None
        flat = np.frombuffer(self._map, np.uint8, entry.nbytes, entry.offset)
        number = self._numbers[entry.key]
        if not self._sound[number]:
            if xxhash.xxh3_64_intdigest(flat.data) != entry.pixels:
                return None
            self._sound[number] = 1
        return flat.reshape(entry.height, entry.width, entry.channels)

    def keep(self, entry: Entry, image: Image) -> bool:
        """Add a picture; False where there is no room for it, or no space left on the disk.

        Where another process was faster, nothing is added.

        Args:
            entry: What is known of it; where its pixels lie and their checksum are found out here.
            image: ``(H, W, C)`` uint8, contiguous.
        """
        with self._mutex, _locked(self._handle):
            self._look()
            known = self._known(entry.key)
            if known is not None and known.content == entry.content and self.image(known) is not None:
                return True
            count, end = _COUNTED.unpack(_read(self._handle, _COUNTED_PLACE, _COUNTED.size))
            after = _aligned(end + image.nbytes)
            if count >= self._capacity or after > self._limit:
                return False
            whole = entry._replace(offset=end, pixels=xxhash.xxh3_64_intdigest(image.data))
            try:
                _write(self._handle, end, image.data.cast("B"))
                _write(self._handle, _place(count), _packed(whole))
                _write(self._handle, _COUNTED_PLACE, _COUNTED.pack(count + 1, after))
            except OSError:  # a full disk costs no training run
                return False
            return True

    def restate(self, entry: Entry) -> None:
        """Note another state of the source of a picture, whose content has stayed the same."""
        with self._mutex, _locked(self._handle), contextlib.suppress(OSError):
            _write(self._handle, _place(self._numbers[entry.key]), _packed(entry))

    def _known(self, key: bytes) -> Entry | None:
        number = self._numbers.get(key)
        return None if number is None else self._entry_at(number)

    def _look(self) -> None:
        """Take notice of what was added."""
        count = min(_COUNTED.unpack_from(self._map, _COUNTED_PLACE)[0], self._capacity)
        for number in range(self._seen, count):
            entry = self._entry_at(number)
            if entry is not None:
                self._numbers[entry.key] = number
        self._seen = max(self._seen, count)

    def _entry_at(self, number: int) -> Entry | None:
        """An entry of the table; None where it is torn."""
        place = _place(number)
        fields = self._map[place : place + _ENTRY.size]
        (checksum,) = _CHECKSUM.unpack_from(self._map, place + _ENTRY.size)
        return Entry(*_ENTRY.unpack(fields)) if zlib.crc32(fields) == checksum else None

    def _map_again(self) -> None:
        """See what was added behind the part that is mapped; pictures that are held keep the old map."""
        self._map = mmap.mmap(self._handle, 0, access=mmap.ACCESS_READ)


def _packed(entry: Entry) -> bytes:
    fields = _ENTRY.pack(*entry)
    return fields + _CHECKSUM.pack(zlib.crc32(fields))


def _place(number: int) -> int:
    return HEADER_BYTES + number * ENTRY_BYTES


def _aligned(place: int) -> int:
    return -(-place // _ALIGNED) * _ALIGNED


def _has_name(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _read(handle: int, place: int, length: int) -> bytes:
    os.lseek(handle, place, os.SEEK_SET)
    return os.read(handle, length)


def _write(handle: int, place: int, data: bytes | memoryview) -> None:
    os.lseek(handle, place, os.SEEK_SET)
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
