"""The kinds of picture files that are known."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.Jpeg2KImagePlugin import Jpeg2KImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.PpmImagePlugin import PpmImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from augstudio.errors import ImageError
from augstudio.images import jpeg2000, jxl
from augstudio.images.boxes import brands
from augstudio.images.extras import EXTRAS, JxlFile, open_heif
from augstudio.images.suffixes import ALL_SUFFIXES, SUFFIXES


@dataclass(frozen=True)
class Format:
    """One kind of picture file.

    Attributes:
        title: What people call it.
        pillow: Pillow's name for it.
        suffixes: File suffixes, the usual one first.
        accepts: Whether a file is one, by its first bytes.
        opener: Reads the header.
        holds_alpha: Whether its files keep transparency.
        written: Whether its files are written, too.
    """

    title: str
    pillow: str
    suffixes: tuple[str, ...]
    accepts: Callable[[bytes], bool]
    opener: Callable[[io.BytesIO], ImageFile]
    holds_alpha: bool
    written: bool = True


def _first(*prefixes: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(prefixes)


def _is_webp(data: bytes) -> bool:
    return data.startswith(b"RIFF") and data[8:12] == b"WEBP"


def _is_avif(data: bytes) -> bool:
    return not brands(data).isdisjoint((b"avif", b"avis"))


def _is_heif(data: bytes) -> bool:
    return not brands(data).isdisjoint(_HEIF_BRANDS)


_HEIF_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")

FORMATS: Final = {
    "jpeg": Format("JPEG", "JPEG", SUFFIXES["jpeg"], _first(b"\xff\xd8\xff"), JpegImageFile, False),
    "png": Format("PNG", "PNG", SUFFIXES["png"], _first(b"\x89PNG\r\n\x1a\n"), PngImageFile, True),
    "webp": Format("WebP", "WEBP", SUFFIXES["webp"], _is_webp, WebPImageFile, True),
    "tiff": Format(
        "TIFF",
        "TIFF",
        SUFFIXES["tiff"],
        _first(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
        TiffImageFile,
        True,
    ),
    "bmp": Format("BMP", "BMP", SUFFIXES["bmp"], _first(b"BM"), BmpImageFile, True),
    "ppm": Format(
        "PPM",
        "PPM",
        SUFFIXES["ppm"],
        _first(b"P1", b"P2", b"P3", b"P4", b"P5", b"P6"),
        PpmImageFile,
        False,
    ),
    "gif": Format(
        "GIF", "GIF", SUFFIXES["gif"], _first(b"GIF87a", b"GIF89a"), GifImageFile, True, written=False
    ),
    "avif": Format("AVIF", "AVIF", SUFFIXES["avif"], _is_avif, AvifImageFile, True, written=False),
    "jpeg2000": Format(
        "JPEG 2000",
        "JPEG2000",
        SUFFIXES["jpeg2000"],
        _first(jpeg2000.BOXED, jpeg2000.CODESTREAM),
        Jpeg2KImageFile,
        True,
        written=False,
    ),
    "heif": Format("HEIC", "HEIF", SUFFIXES["heif"], _is_heif, open_heif, True, written=False),
    "jxl": Format(
        "JPEG XL", "JXL", SUFFIXES["jxl"], _first(jxl.BOXED, jxl.CODESTREAM), JxlFile, True, written=False
    ),
}
"""The formats by the names they have here."""

WRITTEN_FORMATS: Final = tuple(name for name, kind in FORMATS.items() if kind.written)
"""Names of the formats that can be written."""

_WRITTEN: Final = {suffix: name for name in WRITTEN_FORMATS for suffix in FORMATS[name].suffixes}
_READ_ONLY: Final = frozenset(ALL_SUFFIXES).difference(_WRITTEN)

TITLES: Final = ", ".join(kind.title for kind in FORMATS.values())
"""What people call the kinds that are read."""


def decoder_versions(suffixes: Iterable[str]) -> dict[str, str]:
    """The optional decoders that files with these suffixes are read by, with their versions.

    Args:
        suffixes: In lower case.
    """
    wanted = frozenset(suffixes)
    needed = (extra for name, extra in EXTRAS.items() if not wanted.isdisjoint(FORMATS[name].suffixes))
    return {extra.package: found for extra in needed if (found := extra.version) is not None}


def written_suffix(suffix: str) -> str:
    """The suffix of what is written for a picture with this suffix, where its kind is kept.

    It is the same, and ``.png`` for kinds that are only read, as nothing is lost then.
    """
    return FORMATS["png"].suffixes[0] if suffix.lower() in _READ_ONLY else suffix


def format_of_suffix(suffix: str) -> str:
    """The name of the format that is written under a suffix; png for an unknown one."""
    return _WRITTEN.get(suffix.lower(), "png")


def sniff(data: bytes) -> str:
    """The name of a file's format, by its first bytes alone.

    Raises:
        ImageError: It is of no known kind.
    """
    for name, kind in FORMATS.items():
        if kind.accepts(data):
            return name
    if not data:
        raise ImageError("the file is empty")
    raise ImageError("not a picture of a known kind ({0})", TITLES)
