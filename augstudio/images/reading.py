"""Reads picture files: opened for reading only, and never waiting for a pipe or a device."""

from __future__ import annotations

import os
import stat
from functools import cache
from pathlib import Path
from typing import Final

from augstudio.core.image import MAX_PIXELS, Image, Size
from augstudio.errors import ImageError, Message, message_of
from augstudio.images.codec import FORMATS, decode, decode_small, decoded_placement, decoded_size
from augstudio.images.extras import EXTRAS
from augstudio.images.formats import sniff
from augstudio.images.headers import declared_size

MAX_FILE_BYTES: Final = 1 << 30
"""Files larger than this are refused unread."""

_READ_ONLY: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_PIECE: Final = 1 << 16
_FIRST_BYTES: Final = 512
_HEADER_BYTES: Final = 1 << 16
_PNG_EXIF: Final = (b"eXIf", b"Raw profile type")
_REDUCIBLE: Final = FORMATS["jpeg"].suffixes


def read_bytes(path: str | Path) -> bytes:
    """Read a whole file, never waiting for a pipe or a device.

    Raises:
        ImageError: Not a regular file, empty, too large, or not readable.
    """
    try:
        status = os.stat(path)  # noqa: PTH116  (for each picture of a dataset)
        if not stat.S_ISREG(status.st_mode):
            raise ImageError("not a regular file but {0}", kind_of_file(status.st_mode))
        if status.st_size > MAX_FILE_BYTES:
            raise ImageError("the file is larger than {0} MB", MAX_FILE_BYTES >> 20)
        data = _contents(path, status.st_size)
    except FileNotFoundError:
        raise ImageError("there is no such file any more") from None
    except OSError as error:
        raise ImageError("cannot be read: {0}", message_of(error)) from None
    except ValueError as error:
        raise ImageError("cannot be read: {0}", message_of(error)) from None
    if not data:
        raise ImageError("the file is empty")
    return data


def _contents(path: str | Path, size: int) -> bytes:
    """What is in a file of about this size; without a stream, which takes as long as reading a small one."""
    handle = os.open(path, _READ_ONLY)
    try:
        parts = [os.read(handle, size + 1)]
        while parts[-1]:
            parts.append(os.read(handle, _PIECE))
    finally:
        os.close(handle)
    return b"".join(parts) if len(parts) > 2 else parts[0]


def missing_decoder(path: str, suffix: str) -> Message | None:
    """Why a picture cannot be read whose decoder is not installed; None where none is missing.

    A file is opened only where its suffix speaks for such a kind: its first bytes tell what it is.

    Args:
        path: The file.
        suffix: Its suffix, in lower case.
    """
    if suffix not in suffixes_without_decoder():
        return None
    try:
        with open(path, "rb") as stream:  # noqa: PTH123  (a listing makes no objects of paths)
            name = sniff(stream.read(_FIRST_BYTES))
    except (OSError, ImageError):  # reading it will say what is wrong
        return None
    return EXTRAS[name].missing if name in EXTRAS else None


@cache
def suffixes_without_decoder() -> frozenset[str]:
    """Suffixes, in lower case, of the kinds of picture whose decoders are not installed."""
    return frozenset(
        suffix for name, extra in EXTRAS.items() if extra.missing for suffix in FORMATS[name].suffixes
    )


def read_image(path: Path, *, max_pixels: int = MAX_PIXELS) -> Image:
    """Read and decode a picture file.

    Raises:
        ImageError: As :func:`read_bytes` and :func:`~augstudio.images.codec.decode` do.
    """
    return decode(read_bytes(path), max_pixels=max_pixels).image


def read_thumbnail(path: Path, side: int) -> Image:
    """A small version of a picture file, upright, that fits a square of ``side`` pixels.

    Raises:
        ImageError: As :func:`read_image`, as far as damage is noticed.
    """
    return decode_small(read_bytes(path), side)


def read_reduced(path: Path, side: int) -> tuple[Image, Size] | None:
    """A reduced version of a large JPEG, in a fraction of the time of decoding it whole.

    Args:
        path: The file.
        side: The result fits a square of this side.

    Returns:
        The reduced picture with width and height of the full one; None where nothing would be gained.

    Raises:
        ImageError: As :func:`read_image`, as far as damage is noticed.
    """
    return reduced_of(read_bytes(path), side) if is_reducible(path.suffix) else None


def is_reducible(suffix: str) -> bool:
    """Whether pictures of a kind, told by the suffix of their files, can be read reduced."""
    return suffix.lower() in _REDUCIBLE


def reduced_of(data: bytes, side: int) -> tuple[Image, Size] | None:
    """As :func:`read_reduced`, of the bytes of a JPEG that have been read."""
    full = decoded_size(data)
    return (decode_small(data, side), full) if max(full) >= 2 * side else None


def read_placement(path: Path) -> tuple[Size, int]:
    """Width and height of a picture file, upright, and its EXIF orientation, 1..8; no pixel is decoded.

    Raises:
        ImageError: As :func:`read_image`, as far as its header tells.
    """
    try:
        return decoded_placement(_head(path))
    except ImageError:  # the header is longer, or stands at the end
        data = read_bytes(path)
    if sniff(data) == "png" and not any(mark in data for mark in _PNG_EXIF):
        size = declared_size(data)
        if size is not None:
            return size, 1
    return decoded_placement(data)


def _head(path: Path) -> bytes:
    """The beginning of a file; nothing where it is no usual one."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as stream:
            return stream.read(_HEADER_BYTES)
    except (OSError, ValueError):
        return b""


def kind_of_file(mode: int) -> Message:
    """What a file's mode says it is, in words."""
    kinds = {
        stat.S_IFDIR: Message("a folder"),
        stat.S_IFIFO: Message("a pipe"),
        stat.S_IFSOCK: Message("a socket"),
        stat.S_IFCHR: Message("a device"),
        stat.S_IFBLK: Message("a device"),
    }
    return kinds.get(stat.S_IFMT(mode), Message("something else"))
