"""The boxes that AVIF, HEIC, JPEG 2000 and JPEG XL files are made of: a length, four letters, contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from augstudio.errors import ImageError
from augstudio.images.integrity import TRUNCATED


@dataclass(frozen=True, slots=True)
class Box:
    """A box by its place in the file.

    Attributes:
        kind: Its four letters.
        start: Offset of its contents.
        end: Offset behind them; more than the file's length where the file is cut off.
    """

    kind: bytes
    start: int
    end: int


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """The boxes that follow each other from ``start``; the last one may reach beyond the file's end.

    Bytes that are no box, as some programs append them, end the list.
    """
    limit = len(data) if end is None else end
    while start + 8 <= limit:
        length, head = int.from_bytes(data[start : start + 4], "big"), 8
        if length == 1:
            length, head = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        stop = start + length if length else limit
        if stop < start + head:
            return
        yield Box(data[start + 4 : start + 8], start + head, stop)
        start = stop


def whole(data: bytes, box: Box) -> bytes:
    """A box's contents.

    Raises:
        ImageError: The file ends before them.
    """
    if box.end > len(data):
        raise ImageError(TRUNCATED)
    return data[box.start : box.end]


def brands(data: bytes) -> frozenset[bytes]:
    """The kinds that a file says it is of, by its first box; none where there is no such box."""
    first = next(boxes(data), None)
    if first is None or first.kind != b"ftyp":
        return frozenset()
    names = data[first.start : min(first.end, first.start + 256)]
    return frozenset(names[at : at + 4] for at in range(0, len(names) - 3, 4) if at != 4)
