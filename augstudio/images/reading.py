"""Reads picture files: opened for reading only, and never waiting for a pipe or a device."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from augstudio.core.image import Image, Size
from augstudio.errors import ImageError
from augstudio.images.codec import FORMATS, MAX_PIXELS, decode, decode_small, decoded_size

MAX_FILE_BYTES: Final = 1 << 30
"""Files larger than this are refused unread."""

_REDUCIBLE: Final = FORMATS["jpeg"].suffixes


def read_bytes(path: Path) -> bytes:
    """Read a whole file, never waiting for a pipe or a device.

    Raises:
        ImageError: Not a regular file, empty, too large, or not readable.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ImageError("not a regular file but " + kind_of_file(status.st_mode))
        if status.st_size > MAX_FILE_BYTES:
            raise ImageError(f"the file is larger than {MAX_FILE_BYTES >> 20} MB")
        data = path.read_bytes()
    except FileNotFoundError:
        raise ImageError("there is no such file any more") from None
    except OSError as error:
        raise ImageError(f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise ImageError(f"cannot be read: {error}") from None
    if not data:
        raise ImageError("the file is empty")
    return data


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
    if path.suffix.lower() not in _REDUCIBLE:
        return None
    data = read_bytes(path)
    full = decoded_size(data)
    return (decode_small(data, side), full) if max(full) >= 2 * side else None


def kind_of_file(mode: int) -> str:
    """What a file's mode says it is, in words."""
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something else")
