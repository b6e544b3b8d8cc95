"""Puts AVIF and HEIC files together from items and their properties."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from augstudio.images.heif import items_of

ALPHA = b"auxC", b"\0\0\0\0urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0"


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def full_box(kind: bytes, version: int, *parts: bytes) -> bytes:
    return box(kind, bytes((version, 0, 0, 0)), *parts)


@dataclass(frozen=True)
class Item:
    """A part of a file: what it is, its bytes, its properties, and what it belongs to by kind and number."""

    kind: bytes
    data: bytes
    properties: tuple[tuple[bytes, bytes], ...] = ()
    references: dict[bytes, tuple[int, ...]] = field(default_factory=dict)

    def changed(self, *more: tuple[bytes, bytes], kind: bytes = b"") -> Item:
        """The same with further properties in place of those of the same kinds."""
        names = {name for name, _ in more}
        kept = tuple(entry for entry in self.properties if entry[0] not in names)
        return Item(kind or self.kind, self.data, (*kept, *more), self.references)


def picture_of(data: bytes, number: int = 0) -> Item:
    """An item of a file, the primary picture unless another number is given."""
    items = items_of(data)
    number = number or items.primary
    ((start, length),) = items.extents[number]
    return Item(items.kinds[number][0], data[start : start + length], tuple(items.properties[number]))


def item_file(*items: Item, brand: bytes = b"avif", primary: int = 1, inline: tuple[int, ...] = ()) -> bytes:
    """A file of items, which are numbered from 1; some may lie inline, in a box of the header."""
    entries = [
        full_box(b"infe", 2, struct.pack(">HH", number, 0), item.kind, b"\0")
        for number, item in enumerate(items, 1)
    ]
    properties = [box(name, body) for item in items for name, body in item.properties]
    places, links = iter(range(1, len(properties) + 1)), b""
    for number, item in enumerate(items, 1):
        links += struct.pack(">HB", number, len(item.properties))
        links += bytes(
            next(places) | 0x80 * (name in (b"irot", b"imir", b"clap")) for name, _ in item.properties
        )
    references = b"".join(
        box(kind, struct.pack(f">HH{len(to)}H", number, len(to), *to))
        for number, item in enumerate(items, 1)
        for kind, to in item.references.items()
    )

    def head(start: int) -> bytes:
        located, near = b"", b""
        for number, item in enumerate(items, 1):
            place = len(near) if number in inline else start
            located += struct.pack(">HHHHII", number, number in inline, 0, 1, place, len(item.data))
            near += item.data if number in inline else b""
            start += 0 if number in inline else len(item.data)
        meta = full_box(
            b"meta",
            0,
            full_box(b"hdlr", 0, b"\0\0\0\0pict", bytes(13)),
            full_box(b"pitm", 0, struct.pack(">H", primary)),
            full_box(b"iloc", 1, b"\x44\0", struct.pack(">H", len(items)), located),
            full_box(b"iinf", 0, struct.pack(">H", len(items)), *entries),
            full_box(b"iref", 0, references) if references else b"",
            box(b"idat", near) if inline else b"",
            box(
                b"iprp",
                box(b"ipco", *properties),
                full_box(b"ipma", 0, struct.pack(">I", len(items)), links),
            ),
        )
        return box(b"ftyp", brand, b"\0\0\0\0", brand, b"mif1", b"miaf") + meta

    contents = b"".join(item.data for number, item in enumerate(items, 1) if number not in inline)
    return head(len(head(0)) + 8) + box(b"mdat", contents)
