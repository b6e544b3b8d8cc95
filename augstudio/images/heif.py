"""What AVIF and HEIC files say about their pictures, before anything is decoded.

Such a file holds items: pictures, the tiles they are put together from, their alpha, and notes. One is the
primary picture; boxes of properties say its size, its depth and how it is turned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from augstudio.errors import ImageError
from augstudio.images.boxes import Box, boxes, whole
from augstudio.images.heif_coding import check_coded
from augstudio.images.integrity import DAMAGED, TRUNCATED
from augstudio.images.reasons import DEEP, SEVERAL
from augstudio.images.source import MAX_PROFILE_BYTES, Source

_FILMS: Final = (b"avis", b"hevc", b"hevx", b"msf1")
_CROPPED: Final = "a part of it is to be cut away when it is shown, which is not done here; save it as PNG"
_IN_FILE, _IN_BOX = 0, 1
_TILES, _ALPHA_OF = b"dimg", b"auxl"
_ALPHA: Final = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1")
_GRID: Final = b"grid"
# What is made of another picture and has no coded data.
_DERIVED: Final = (b"iden", b"iovl")
_PROFILES: Final = (b"prof", b"rICC")
_NOTES: Final = (b"Exif", b"mime")
_UNKNOWN: Final = b"skip"


@dataclass
class Items:
    """The items of a file by their numbers.

    Attributes:
        primary: Number of the picture that is shown.
        kinds: What each is, and where its name stands in the file.
        properties: Kind and contents of the properties of each.
        references: What items have to do with others, by kind and number: the tiles of a picture, or the
            picture whose alpha an item is.
        extents: Start and length of the parts of each that lie in the file.
    """

    primary: int = -1
    kinds: dict[int, tuple[bytes, int]] = field(default_factory=dict)
    properties: dict[int, list[tuple[bytes, bytes]]] = field(default_factory=dict)
    references: dict[tuple[bytes, int], tuple[int, ...]] = field(default_factory=dict)
    extents: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def needed(self) -> Iterator[int]:
        """The primary picture, its alpha, and the tiles of both."""
        wanted, seen = [self.primary], set[int]()
        wanted += [
            number
            for (kind, number), to in self.references.items()
            if kind == _ALPHA_OF and self.primary in to and self._is_alpha(number)
        ]
        while wanted:
            number = wanted.pop()
            if number not in seen:
                seen.add(number)
                yield number
                wanted += self.references.get((_TILES, number), ())

    def _is_alpha(self, number: int) -> bool:
        return any(
            kind == b"auxC" and body[4:].startswith(_ALPHA) for kind, body in self.properties.get(number, ())
        )

    def of_primary(self, kind: bytes) -> list[bytes]:
        """The primary picture's properties of a kind."""
        return [body for name, body in self.properties.get(self.primary, ()) if name == kind]


def items_of(data: bytes) -> Items:
    """The items of an AVIF or HEIC file.

    Raises:
        ImageError: What is said of them is missing or damaged, or the file is a film.
    """
    meta = next((box for box in boxes(data) if box.kind == b"meta"), None)
    if data[8:12] in _FILMS or (meta is None and any(box.kind == b"moov" for box in boxes(data))):
        raise ImageError(SEVERAL)
    if meta is None:
        raise ImageError(TRUNCATED)
    whole(data, meta)
    items = Items()
    try:
        _read_meta(data, meta, items)
    except (IndexError, ValueError):
        raise ImageError(DAMAGED) from None
    if items.primary not in items.kinds:
        raise ImageError(DAMAGED)
    for number in items.needed():
        parts = items.extents.get(number, [])
        if any(start + length > len(data) for start, length in parts):
            raise ImageError(TRUNCATED)
        kind, _ = items.kinds.get(number, (b"", 0))
        body = b"".join(data[start : start + length] for start, length in parts)
        if kind == _GRID:
            _check_grid(items, number, body)
        elif kind not in _DERIVED:
            about = dict(items.properties.get(number, ()))
            check_coded(kind, about.get(b"hvcC"), about.get(b"ispe", b""), body)
    return items


def _check_grid(items: Items, number: int, body: bytes) -> None:
    """Check that a picture has as many tiles as it says."""
    tiles = items.references.get((_TILES, number), ())
    if len(body) < 4 or (body[2] + 1) * (body[3] + 1) != len(tiles):
        raise ImageError(DAMAGED)


def _depth(items: Items) -> int:
    """The most bits that a channel of the picture has, its alpha included; 8 where nothing is said."""
    depths = [8]
    for number in items.needed():
        for kind, body in items.properties.get(number, ()):
            if kind == b"pixi":
                depths += body[5 : 5 + body[4]]
            elif kind == b"av1C":
                depths.append(8 if not body[2] & 0x40 else 12 if body[2] & 0x20 else 10)
            elif kind == b"hvcC":
                depths += (8 + (body[17] & 7), 8 + (body[18] & 7))
    return max(depths)


def _is_grey(items: Items) -> bool:
    """Whether the picture has no colours, by what is said of its coding, or that of its tiles."""
    tiles = items.references.get((_TILES, items.primary), (items.primary,))
    for kind, body in items.properties.get(tiles[0], ()):
        if kind == b"av1C":
            return bool(body[2] & 0x10)
        if kind == b"hvcC":
            return not body[16] & 3
    return False


def avif_source(data: bytes) -> Source:
    """As :func:`heif_source`, for AVIF, whose decoder does not cut a picture to the part that is to be shown.

    Raises:
        ImageError: As there, or a part is to be cut away.
    """
    items = items_of(data)
    if items.of_primary(b"clap"):
        raise ImageError(_CROPPED)
    return _source(data, items)


def heif_source(data: bytes) -> Source:
    """Check an AVIF or HEIC file, and hide its notes, which may be damaged, from the decoder.

    What turns the picture are its properties; what an EXIF note says of it counts for nothing in these files.

    Raises:
        ImageError: The picture is not there as a whole, has more than 8 bits, or is a film.
    """
    return _source(data, items_of(data))


def _source(data: bytes, items: Items) -> Source:
    try:
        depth, is_grey = _depth(items), _is_grey(items)
    except IndexError:
        raise ImageError(DAMAGED) from None
    if depth > 8:
        raise ImageError(DEEP)
    profile = next((body[4:] for body in items.of_primary(b"colr") if body[:4] in _PROFILES), None) or None
    too_large = profile is not None and len(profile) > MAX_PROFILE_BYTES
    data = _without_notes(data, items)
    return Source(data, None if too_large else profile, too_large, is_grey=is_grey)


def _without_notes(data: bytes, items: Items) -> bytes:
    places = [place for kind, place in items.kinds.values() if kind in _NOTES]
    if not places:
        return data
    changed = bytearray(data)
    for place in places:
        changed[place : place + 4] = _UNKNOWN
    return bytes(changed)


class _Numbers:
    """Takes whole numbers, most significant byte first, from a box one after another."""

    def __init__(self, data: bytes, box: Box) -> None:
        self._data = data
        self.at, self._end = box.start, box.end

    def take(self, size: int) -> int:
        """The next number, of so many bytes; 0 bytes are 0."""
        start, self.at = self.at, self.at + size
        if self.at > self._end:
            raise ValueError("the box ends before")
        return int.from_bytes(self._data[start : self.at], "big")


def _read_meta(data: bytes, meta: Box, items: Items) -> None:
    inner = {box.kind: box for box in boxes(data, meta.start + 4, meta.end) if box.end <= meta.end}
    if b"pitm" in inner:
        numbers = _Numbers(data, inner[b"pitm"])
        items.primary = numbers.take(4 if numbers.take(4) >> 24 else 2)
    if b"iinf" in inner:
        _read_kinds(data, inner[b"iinf"], items)
    if b"iloc" in inner:
        _read_extents(_Numbers(data, inner[b"iloc"]), items, inner.get(b"idat"))
    if b"iref" in inner:
        _read_references(data, inner[b"iref"], items)
    if b"iprp" in inner:
        _read_properties(data, inner[b"iprp"], items)


def _read_kinds(data: bytes, box: Box, items: Items) -> None:
    numbers = _Numbers(data, box)
    numbers.take(4 if numbers.take(4) >> 24 else 2)
    for entry in boxes(data, numbers.at, box.end):
        if entry.kind == b"infe" and entry.end <= box.end:
            parts = _Numbers(data, entry)
            version = parts.take(4) >> 24
            number = parts.take(4 if version >= 3 else 2)
            parts.take(2)
            items.kinds[number] = (data[parts.at : parts.at + 4], parts.at)


def _read_extents(numbers: _Numbers, items: Items, near: Box | None) -> None:
    """Read where items lie: in the file, or in a box beside what is said of them."""
    version, sizes = numbers.take(4) >> 24, numbers.take(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    for _ in range(numbers.take(4 if version >= 2 else 2)):
        number = numbers.take(4 if version >= 2 else 2)
        method = numbers.take(2) & 15 if version else _IN_FILE
        numbers.take(2)
        start, found = numbers.take(base), list[tuple[int, int]]()
        start += near.start if method == _IN_BOX and near is not None else 0
        for _ in range(numbers.take(2)):
            numbers.take(index if version else 0)
            found.append((start + numbers.take(offset), numbers.take(length)))
        if method in (_IN_FILE, _IN_BOX):
            items.extents[number] = found


def _read_references(data: bytes, box: Box, items: Items) -> None:
    size = 4 if _Numbers(data, box).take(4) >> 24 else 2
    for entry in boxes(data, box.start + 4, box.end):
        numbers = _Numbers(data, entry)
        source = numbers.take(size)
        items.references[entry.kind, source] = tuple(numbers.take(size) for _ in range(numbers.take(2)))


def _read_properties(data: bytes, box: Box, items: Items) -> None:
    found: list[tuple[bytes, bytes]] = []
    for inner in boxes(data, box.start, box.end):
        if inner.kind == b"ipco":
            found += [
                (one.kind, data[one.start : min(one.end, inner.end)])
                for one in boxes(data, inner.start, inner.end)
            ]
        elif inner.kind == b"ipma":
            numbers = _Numbers(data, inner)
            head = numbers.take(4)
            for _ in range(numbers.take(4)):
                number = numbers.take(4 if head >> 24 else 2)
                size = 2 if head & 1 else 1
                places = [numbers.take(size) & (0x7FFF if head & 1 else 0x7F) for _ in range(numbers.take(1))]
                items.properties[number] = [found[place - 1] for place in places if place]
