"""JPEG XL files: what their header says before anything is decoded, and whether they are whole.

The decoder unpacks a picture as soon as it is opened and hides its depth, so size and depth are read here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from augstudio.errors import ImageError
from augstudio.images.boxes import boxes, whole
from augstudio.images.integrity import DAMAGED, TRUNCATED
from augstudio.images.reasons import DEEP, FLOATS, ODD, SEVERAL, UNSTATED
from augstudio.images.source import Source

CODESTREAM: Final = b"\xff\x0a"
"""What a bare picture begins with."""
BOXED: Final = b"\0\0\0\x0cJXL \r\n\x87\n"
"""What a file of boxes begins with."""

_LAST: Final = 1 << 31
# So far a header is read; what may be long in it are the names of channels.
_HEADER_BYTES: Final = 4096
_RATIOS: Final = ((1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))
# How a number is written: which of four forms, each an offset and the bits that are added to it.
_SIDE: Final = ((1, 9), (1, 13), (1, 18), (1, 30))
_PREVIEW_EIGHTHS: Final = ((16, 0), (32, 0), (1, 5), (33, 9))
_PREVIEW_SIDE: Final = ((1, 6), (65, 8), (321, 10), (1345, 12))
_DEPTH: Final = ((8, 0), (10, 0), (12, 0), (1, 6))
_COUNT: Final = ((0, 0), (1, 0), (2, 4), (1, 12))
_CHOICE: Final = ((0, 0), (1, 0), (2, 4), (18, 6))
_SHIFT: Final = ((0, 0), (3, 0), (4, 0), (1, 3))
_NAME: Final = ((0, 0), (0, 4), (16, 5), (48, 10))
_ALPHA, _RGB, _GREY, _D65, _BT709, _SRGB = 0, 0, 1, 1, 1, 13


@dataclass(frozen=True)
class JxlHeader:
    """What a picture says of itself.

    Attributes:
        width: As it lies in the file.
        height: As it lies in the file.
        orientation: How it is to be turned, as in EXIF.
        mode: Pillow's name for its channels.
        is_srgb: Whether its colours are those of sRGB, so that it needs no profile.
    """

    width: int
    height: int
    orientation: int
    mode: str
    is_srgb: bool

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height when it is upright."""
        return (self.height, self.width) if self.orientation >= 5 else (self.width, self.height)


def jxl_source(data: bytes) -> Source:
    """Check that a JPEG XL file is a still picture of 8 bits, and take what is no part of it away.

    How it is turned stands in its own header; an EXIF note counts for nothing.

    Raises:
        ImageError: A part is missing, or it is of a kind that would not be read rightly.
    """
    stream = codestream(data)
    jxl_header(stream)
    return Source(stream)


def codestream(data: bytes) -> bytes:
    """A file's bare picture, out of its boxes.

    Raises:
        ImageError: A part is missing.
    """
    if data.startswith(CODESTREAM):
        return data
    parts: list[bytes] = []
    for box in boxes(data):
        if box.kind == b"jxlc":
            return whole(data, box)
        if box.kind == b"jxlp":
            body = whole(data, box)
            parts.append(body[4:])
            if int.from_bytes(body[:4], "big") & _LAST:
                return b"".join(parts)
    raise ImageError(TRUNCATED)


class _Bits:
    """Takes numbers from bytes, the lowest bit first."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data[:_HEADER_BYTES], "little")
        self._left = 8 * min(len(data), _HEADER_BYTES)

    def take(self, count: int) -> int:
        """A number of so many bits."""
        self._left -= count
        if self._left < 0:
            raise ImageError(TRUNCATED)
        value = self._value & (1 << count) - 1
        self._value >>= count
        return value

    def number(self, forms: tuple[tuple[int, int], ...]) -> int:
        """A number in one of four forms."""
        offset, count = forms[self.take(2)]
        return offset + self.take(count)


def jxl_header(stream: bytes) -> JxlHeader:
    """What a bare picture says of itself.

    Raises:
        ImageError: The header is damaged, or speaks of more than 8 bits, an animation, several pictures or
            channels that would be lost.
    """
    if not stream.startswith(CODESTREAM):
        raise ImageError(DAMAGED)
    bits = _Bits(stream[len(CODESTREAM) :])
    width, height = _size(bits)
    if bits.take(1):
        return JxlHeader(width, height, 1, "RGB", True)
    orientation = 1
    if bits.take(1):
        orientation = 1 + bits.take(3)
        if bits.take(1):
            _size(bits)
        if bits.take(1):
            _size(bits, preview=True)
        if bits.take(1):
            raise ImageError(SEVERAL)
    _check_depth(bits)
    bits.take(1)
    alphas = sum(_is_alpha(bits) for _ in range(bits.number(_COUNT)))
    if alphas > 1:
        raise ImageError(UNSTATED)
    bits.take(1)
    is_grey, is_srgb = _colours(bits)
    return JxlHeader(width, height, orientation, ("L" if is_grey else "RGB") + "A" * alphas, is_srgb)


def _size(bits: _Bits, *, preview: bool = False) -> tuple[int, int]:
    """A picture's width and height."""
    by_eight = bits.take(1)

    def side() -> int:
        if preview:
            return 8 * bits.number(_PREVIEW_EIGHTHS) if by_eight else bits.number(_PREVIEW_SIDE)
        return 8 * (1 + bits.take(5)) if by_eight else bits.number(_SIDE)

    height, ratio = side(), bits.take(3)
    if ratio:
        across, down = _RATIOS[ratio - 1]
        return height * across // down, height
    return side(), height


def _check_depth(bits: _Bits) -> None:
    if bits.take(1):
        raise ImageError(FLOATS)
    if bits.number(_DEPTH) > 8:
        raise ImageError(DEEP)


def _is_alpha(bits: _Bits) -> bool:
    """Read on over a channel beside the colours, which must be alpha.

    Raises:
        ImageError: It is something else, or the colours were multiplied by it.
    """
    if bits.take(1):
        return True
    kind = bits.number(_CHOICE)
    _check_depth(bits)
    bits.number(_SHIFT)
    bits.take(8 * bits.number(_NAME))
    if kind != _ALPHA:
        raise ImageError(UNSTATED)
    if bits.take(1):
        raise ImageError(ODD)
    return True


def _colours(bits: _Bits) -> tuple[bool, bool]:
    """Whether a picture is grey, and whether it is of sRGB's white, primaries and curve."""
    if bits.take(1):
        return False, True
    has_profile, space = bits.take(1), bits.number(_CHOICE)
    is_grey = space == _GREY
    if has_profile or space not in (_RGB, _GREY) or bits.number(_CHOICE) != _D65:
        return is_grey, False
    if not is_grey and bits.number(_CHOICE) != _BT709:
        return is_grey, False
    has_gamma = bits.take(1)
    return is_grey, not has_gamma and bits.number(_CHOICE) == _SRGB
