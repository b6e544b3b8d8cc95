"""TIFF files: which of their pages is the picture, and what it says of itself.

A page may be a reduced version of another one or its mask; NewSubfileType says so. The picture is the only
full page, wherever it stands. Its notes never cost it: those that cannot be read are not handed on.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from augstudio.errors import ImageError
from augstudio.images.integrity import DAMAGED, TRUNCATED
from augstudio.images.reasons import DEEP, FLOATS, SEVERAL, SIGNED
from augstudio.images.source import MAX_PROFILE_BYTES, Source

_KIND, _OLD_KIND, _WIDTH, _HEIGHT = 254, 255, 256, 257
_BITS, _COMPRESSION, _FILL_ORDER, _ORIENTATION = 258, 259, 266, 274
_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT = 282, 283, 296
_INNER_PAGES, _EXTRA_CHANNELS, _SAMPLE_FORMAT, _PROFILE = 330, 338, 339, 34675
_PHOTOMETRIC: Final = 262
_NO_LEVELS: Final = (0, 3)  # 0 is white; a palette
_INKS: Final = 5
_UNASSOCIATED_ALPHA: Final = 2
# NewSubfileType's bits: a reduced version, a mask, a depth map.
_SECONDARY: Final = 1 | 4 | 8
_OLD_REDUCED: Final = 2
_SIGNED, _FLOAT, _COMPLEX_SIGNED, _COMPLEX = 2, 3, 5, 6
_SHORT, _RATIONAL = 3, 5
_TYPE_BYTES: Final = {
    1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8
}  # fmt: skip
_WHOLE: Final = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
# What says how the pixels lie in the file; all other tags are notes.
_OF_PIXELS: Final = frozenset(
    (
        *(
            _WIDTH,
            _HEIGHT,
            _BITS,
            _COMPRESSION,
            _PHOTOMETRIC,
            _FILL_ORDER,
            273,
            277,
            278,
            279,
            284,
            292,
            293,
            317,
        ),
        *(
            320,
            322,
            323,
            324,
            325,
            332,
            _EXTRA_CHANNELS,
            _SAMPLE_FORMAT,
            347,
            *range(512, 522),
            529,
            530,
            531,
            532,
        ),
    )
)
# Notes that lead to further ones.
_LEADING: Final = frozenset((_INNER_PAGES, 34665, 34853, 40965))
_MAX_PAGES: Final = 4096
_COMPRESSIONS: Final = {
    22610: "JPEG XR",
    33003: "JPEG 2000",
    33005: "JPEG 2000",
    33007: "JPEG 2000",
    34661: "JBIG",
    34712: "JPEG 2000",
    34887: "LERC",
    34892: "lossy JPEG",
    34925: "LZMA",
    34933: "PNG",
    34934: "JPEG XR",
    50000: "Zstandard",
    50001: "WebP",
    50002: "JPEG XL",
    52546: "JPEG XL",
}
_PLACES: Final = ((273, 279), (324, 325))
_DEFLATE: Final = (8, 32946)
_PIECE: Final = 1 << 14
_CHANNELS: Final = 4
_PADDING: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class _Entry:
    """One tag of a page: its type, how many values there are, where they lie, and the entry itself."""

    type: int
    count: int
    place: int
    raw: bytes


class _Tags:
    """A file's tags, page by page."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.order = "<" if data[:2] == b"II" else ">"
        self.big = data[2:4] in (b"+\0", b"\0+")
        self.first = self._number(8, "Q") if self.big else self._number(4, "I")

    def page(self, offset: int) -> tuple[dict[int, _Entry], int] | None:
        """The tags of a page and the offset of the next one; None where there is none."""
        head, size, inline = ("Q", 20, 8) if self.big else ("H", 12, 4)
        start = offset + struct.calcsize(head)
        if not offset or start > len(self.data):
            return None
        count = self._number(offset, head)
        end = start + count * size
        if not count or end > len(self.data):
            return None
        # A file may end where the place of the next page is missing.
        following = self._number(end, "Q" if self.big else "I") if end + inline <= len(self.data) else 0
        tags = {}
        for place in range(start, end, size):
            tag, kind = struct.unpack_from(self.order + "HH", self.data, place)
            number = self._number(place + 4, "Q" if self.big else "I")
            long = number * _TYPE_BYTES.get(kind, 0) > inline
            at = place + size - inline
            where = self._number(at, "Q" if self.big else "I") if long else at
            tags[tag] = _Entry(kind, number, where, self.data[place : place + size])
        return tags, following

    def is_readable(self, entry: _Entry) -> bool:
        """Whether an entry is of a known type and its values lie in the file."""
        size = _TYPE_BYTES.get(entry.type, 0)
        return bool(size) and entry.count > 0 and entry.place + entry.count * size <= len(self.data)

    def whole(self, tags: Mapping[int, _Entry], tag: int, default: tuple[int, ...] = ()) -> tuple[int, ...]:
        """A tag's whole numbers, or what is given where there are none."""
        entry = tags.get(tag)
        if entry is None or entry.type not in _WHOLE or not self.is_readable(entry):
            return default
        form = f"{self.order}{min(entry.count, _MAX_PAGES)}{_WHOLE[entry.type]}"
        return struct.unpack_from(form, self.data, entry.place)

    def with_page(self, tags: Mapping[int, _Entry]) -> bytes:
        """A copy of the file with these tags as its only page."""
        place = len(self.data) + len(self.data) % 2
        offset = struct.pack(self.order + ("Q" if self.big else "I"), place)
        head = self.data[:8] + offset if self.big else self.data[:4] + offset
        count = struct.pack(self.order + ("Q" if self.big else "H"), len(tags))
        entries = b"".join(tags[tag].raw for tag in sorted(tags))
        padding = bytes(place - len(self.data))
        return b"".join(
            (head, memoryview(self.data)[len(head) :], padding, count, entries, bytes(len(offset)))
        )

    def _number(self, offset: int, form: str) -> int:
        return int(struct.unpack_from(self.order + form, self.data, offset)[0])


def tiff_source(data: bytes, *, deep: bool = False) -> Source:
    """The picture's page alone, with its colour profile.

    Args:
        data: The file.
        deep: Whether whole numbers of more than 8 bits are read.

    Raises:
        ImageError: There are several pictures, it is damaged, or its levels are not of unsigned 8 bits.
    """
    if data.startswith(b"MM\0+"):
        raise ImageError("a big-endian BigTIFF, which cannot be read; save it as a usual TIFF")
    try:
        found = _Tags(data)
    except struct.error:
        raise ImageError(TRUNCATED) from None
    offset, tags = _picture(found)
    _check_levels(found, tags, deep=deep)
    wanted = {tag: entry for tag, entry in tags.items() if _is_sound(found, tag, entry)}
    page = found.page(offset)
    alone = offset == found.first and page is not None and page[1] == 0 and len(wanted) == len(tags)
    profile = _profile(data, tags.get(_PROFILE))
    too_large = profile is not None and len(profile) > MAX_PROFILE_BYTES
    return Source(data if alone else found.with_page(wanted), None if too_large else profile, too_large)


def tiff_compression(data: bytes) -> str:
    """The name of what a TIFF is compressed with, where not all decoders know it; else empty."""
    found = _Tags(data)
    compression = found.whole(_picture(found)[1], _COMPRESSION, (1,))[0]
    return _COMPRESSIONS.get(compression, "")


def has_unassociated_alpha(data: bytes) -> bool:
    """Whether a TIFF's colours lie there as they are, with an alpha beside them; False for other files."""
    if data[:2] not in (b"II", b"MM"):
        return False
    found = _Tags(data)
    return _UNASSOCIATED_ALPHA in found.whole(_picture(found)[1], _EXTRA_CHANNELS)


def is_stored_otherwise(data: bytes) -> bool:
    """Whether the numbers in a TIFF are no levels: 0 is white, or they are indices; False for other files."""
    if data[:2] not in (b"II", b"MM"):
        return False
    found = _Tags(data)
    return any(kind in _NO_LEVELS for kind in found.whole(_picture(found)[1], _PHOTOMETRIC))


def has_inks(data: bytes) -> bool:
    """Whether the channels of a TIFF are amounts of ink, as CMYK; False for other files."""
    if data[:2] not in (b"II", b"MM"):
        return False
    found = _Tags(data)
    return _INKS in found.whole(_picture(found)[1], _PHOTOMETRIC)


def _picture(found: _Tags) -> tuple[int, dict[int, _Entry]]:
    """Offset and tags of the page that is the picture.

    Raises:
        ImageError: The first page is damaged, or there are several pictures.
    """
    pages = dict(_pages(found, found.first))
    first = pages.get(found.first)
    if first is None:
        raise ImageError(TRUNCATED if found.first >= len(found.data) else DAMAGED)
    full = [offset for offset, tags in pages.items() if _is_full(found, tags)]
    if not full:
        inner = [place for tags in pages.values() for place in found.whole(tags, _INNER_PAGES)]
        for place in inner[:_MAX_PAGES]:
            page = found.page(place)
            if page is not None and place not in pages and _is_full(found, page[0]):
                pages[place] = page[0]
                full.append(place)
    if not full and len(pages) == 1:
        full = [found.first]
    if len(full) != 1:
        raise ImageError(SEVERAL)
    return full[0], pages[full[0]]


def _pages(found: _Tags, offset: int) -> Iterator[tuple[int, dict[int, _Entry]]]:
    """The chain of pages, as far as it can be followed."""
    seen: set[int] = set()
    while offset and offset not in seen and len(seen) < _MAX_PAGES:
        seen.add(offset)
        page = found.page(offset)
        if page is None:
            return
        tags, following = page
        # What has no size is no page; the first one's lack of it will be told by the decoder.
        if len(seen) == 1 or (found.whole(tags, _WIDTH) and found.whole(tags, _HEIGHT)):
            yield offset, tags
        offset = following


def _is_full(found: _Tags, tags: Mapping[int, _Entry]) -> bool:
    kind = found.whole(tags, _KIND)
    if kind:
        return not kind[0] & _SECONDARY
    return found.whole(tags, _OLD_KIND, (1,))[0] != _OLD_REDUCED


def _check_levels(found: _Tags, tags: Mapping[int, _Entry], *, deep: bool) -> None:
    forms = set(found.whole(tags, _SAMPLE_FORMAT, (1,)))
    if forms & {_FLOAT, _COMPLEX}:
        raise ImageError(FLOATS)
    if deep:
        return
    if max(found.whole(tags, _BITS, (1,))) > 8:
        raise ImageError(DEEP)
    if forms & {_SIGNED, _COMPLEX_SIGNED}:
        raise ImageError(SIGNED)


def _is_sound(found: _Tags, tag: int, entry: _Entry) -> bool:
    """Whether a tag is handed on: what the pixels need always, a note if nothing is odd about it."""
    if tag in _OF_PIXELS:
        return True
    if tag in _LEADING or not found.is_readable(entry):
        return False
    if tag in (_X_RESOLUTION, _Y_RESOLUTION):
        return (entry.type, entry.count) == (_RATIONAL, 1)
    if tag in (_RESOLUTION_UNIT, _ORIENTATION):
        return (entry.type, entry.count) == (_SHORT, 1)
    return True


def _profile(data: bytes, entry: _Entry | None) -> bytes | None:
    if entry is None or entry.type not in (1, 7) or entry.place + entry.count > len(data):
        return None
    return data[entry.place : entry.place + entry.count] or None


def check_tiff(data: memoryview, tags: Mapping[int, Any], size: tuple[int, int]) -> None:
    """Check the checksums of a TIFF's strips or tiles where they are deflated; others have none.

    The usual decoder stops before a checksum once it has all pixels.

    Args:
        data: The file.
        tags: Of its first page.
        size: Its width and height; of a bomb hardly more than its pixels is unpacked.

    Raises:
        ImageError: A strip or tile is damaged.
    """
    if tags.get(_COMPRESSION) not in _DEFLATE or tags.get(_FILL_ORDER, 1) != 1:
        return
    left = _CHANNELS * size[0] * size[1] + _PADDING
    for places, lengths in _PLACES:
        for place, length in zip(tags.get(places, ()), tags.get(lengths, ()), strict=False):
            left -= _unpacked(data[place : place + length], left)


def _unpacked(data: memoryview, limit: int) -> int:
    """The size of a zlib stream's contents.

    Raises:
        ImageError: They are damaged.
    """
    stream, size = zlib.decompressobj(), 0
    try:
        for start in range(0, len(data), _PIECE):
            if stream.eof or size > limit:
                break
            size += len(stream.decompress(data[start : start + _PIECE]))
    except zlib.error:
        raise ImageError(DAMAGED) from None
    return size
