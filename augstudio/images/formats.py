"""The kinds of picture files that are known."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PIL.BmpImagePlugin import BmpImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.PpmImagePlugin import PpmImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from augstudio.errors import ImageError


@dataclass(frozen=True)
class Format:
    """One kind of picture file.

    Attributes:
        pillow: Pillow's name for it.
        suffixes: File suffixes, the usual one first.
        prefixes: What its files start with; None stands for any byte.
        opener: Reads the header.
        holds_alpha: Whether its files keep transparency.
    """

    pillow: str
    suffixes: tuple[str, ...]
    prefixes: tuple[bytes, ...]
    opener: Callable[[io.BytesIO], ImageFile]
    holds_alpha: bool


FORMATS: Final = {
    "jpeg": Format("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"), (b"\xff\xd8\xff",), JpegImageFile, False),
    "png": Format("PNG", (".png",), (b"\x89PNG\r\n\x1a\n",), PngImageFile, True),
    "webp": Format("WEBP", (".webp",), (b"RIFF",), WebPImageFile, True),
    "tiff": Format(
        "TIFF",
        (".tif", ".tiff"),
        (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
        TiffImageFile,
        True,
    ),
    "bmp": Format("BMP", (".bmp",), (b"BM",), BmpImageFile, True),
    "ppm": Format("PPM", (".ppm", ".pgm"), (b"P1", b"P2", b"P3", b"P4", b"P5", b"P6"), PpmImageFile, False),
}
"""The formats by the names they have here."""

IMAGE_SUFFIXES: Final = frozenset(suffix for known in FORMATS.values() for suffix in known.suffixes)
"""Suffixes, in lower case, by which folders are searched for pictures."""


def format_of_suffix(suffix: str) -> str:
    """The name of the format that a suffix stands for; png for an unknown one."""
    return next((name for name, kind in FORMATS.items() if suffix.lower() in kind.suffixes), "png")


def sniff(data: bytes) -> str:
    """The name of a file's format, by its first bytes alone.

    Raises:
        ImageError: It is of no known kind.
    """
    for name, kind in FORMATS.items():
        if data.startswith(kind.prefixes) and (name != "webp" or data[8:12] == b"WEBP"):
            return name
    if not data:
        raise ImageError("the file is empty")
    raise ImageError("not a picture of a known kind (JPEG, PNG, WebP, TIFF, BMP, PPM)")
