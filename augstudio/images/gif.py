"""GIF files: one still picture, whole to its end, without what does not belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PIL import Image as Pillow
from PIL.GifImagePlugin import GifImageFile

from augstudio.errors import ImageError
from augstudio.images.integrity import DAMAGED, TRUNCATED
from augstudio.images.reasons import SEVERAL
from augstudio.images.source import MAX_PROFILE_BYTES, Source

_HEADER_BYTES: Final = 13
_DESCRIPTOR_BYTES: Final = 10
_PALETTE, _PALETTE_BITS = 0x80, 0x07
_EXTENSION, _IMAGE, _TRAILER = b"!", b",", b";"
_CONTROL, _TEXT, _APPLICATION = 0xF9, 0x01, 0xFF
_PROFILE: Final = b"\x0bICCRGBG1012"


def gif_source(data: bytes) -> Source:
    """Check that a GIF is whole and still, and take its notes out of it.

    Raises:
        ImageError: A part of it is missing, or it has no picture or several.
    """
    start = _HEADER_BYTES + _palette_bytes(data, _HEADER_BYTES - 3)
    control, pictures, profile = b"", list[bytes](), None
    for kind, block in _blocks(data, start):
        if kind == _IMAGE:
            pictures.append(control + block)
            control = b""
        elif block[1] == _CONTROL:
            control = block
        elif block[1] == _TEXT:  # a control block belongs to the one that comes next
            control = b""
        elif block[1] == _APPLICATION and block[2:].startswith(_PROFILE) and profile is None:
            profile = b"".join(_parts(block, 2 + len(_PROFILE)))
    if len(pictures) > 1:
        raise ImageError(SEVERAL)
    if not pictures:
        raise ImageError(DAMAGED)
    too_large = profile is not None and len(profile) > MAX_PROFILE_BYTES
    return Source(data[:start] + pictures[0] + _TRAILER, None if too_large else profile or None, too_large)


def gif_colours(picture: GifImageFile) -> Pillow.Image:
    """A GIF's picture in one of the modes L, LA, RGB and RGBA.

    A palette of nothing but greys is a grey picture, as the format has no other way to hold one. Where the
    picture does not cover the whole screen that the file speaks of, the rest is transparent.
    """
    picture.load()
    is_grey = picture.mode == "L" or _is_grey(bytes(picture.getpalette() or ()))
    colours = picture.convert(
        ("L" if is_grey else "RGB") if not picture.has_transparency_data else ("LA" if is_grey else "RGBA")
    )
    covered = picture.dispose_extent
    if covered in (None, (0, 0, *picture.size)):
        return colours
    whole = Pillow.new("LA" if is_grey else "RGBA", picture.size)
    whole.paste(colours.convert(whole.mode).crop(covered), covered)
    return whole


def _is_grey(palette: bytes) -> bool:
    return palette[::3] == palette[1::3] == palette[2::3]


def _palette_bytes(data: bytes, flags_at: int) -> int:
    """The length of the palette that a header's flags announce."""
    if flags_at >= len(data):
        raise ImageError(TRUNCATED)
    flags = data[flags_at]
    return 3 << (flags & _PALETTE_BITS) + 1 if flags & _PALETTE else 0


def _blocks(data: bytes, position: int) -> Iterator[tuple[bytes, bytes]]:
    """Kind and bytes of each block up to the trailer.

    Raises:
        ImageError: The trailer is missing, or something else stands where a block should.
    """
    while (kind := data[position : position + 1]) != _TRAILER:
        if not kind:
            raise ImageError(TRUNCATED)
        if kind == _IMAGE:
            parts = position + _DESCRIPTOR_BYTES
            parts += _palette_bytes(data, parts - 1) + 1  # and the length of the first code
        elif kind == _EXTENSION:
            parts = position + 2
        else:
            raise ImageError(DAMAGED)
        end = parts + sum(1 + len(part) for part in _parts(data, parts)) + 1
        yield kind, data[position:end]
        position = end


def _parts(data: bytes, position: int) -> Iterator[bytes]:
    """The parts that a block's data is divided into, up to the empty one that ends it.

    Raises:
        ImageError: One is missing.
    """
    while True:
        length = data[position] if position < len(data) else 0
        if position + 1 + length > len(data):
            raise ImageError(TRUNCATED)
        if not length:
            return
        yield data[position + 1 : position + 1 + length]
        position += 1 + length
