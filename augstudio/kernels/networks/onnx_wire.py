"""Reads an ONNX file's bytes by the rules of Protocol Buffers' wire format, without any other program.

Only what the format's own writers give is taken. A number may be written in more bytes than it needs, and a
field's number may have more bits than any field has; what one reader then takes for a field another takes for
a different one. Such a file is refused rather than guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

DEEPEST: Final = 40
"""Messages within messages; real networks have about six."""

_VARINT, _FIXED64, _LENGTH, _FIXED32 = 0, 1, 2, 5
_LARGEST_TAG: Final = (1 << 32) - 1  # of the largest field, (1 << 29) - 1
_LARGEST_VALUE: Final = (1 << 64) - 1

# For each kind of message the fields that lead to others in which tensors or operators may stand, by the
# field numbers of ``onnx.proto`` 1.23.
_INSIDE: Final[Mapping[str, Mapping[int, str]]] = {
    "model": {7: "graph", 8: "opset", 20: "training", 25: "function"},
    "training": {1: "graph", 2: "graph"},
    "graph": {1: "node", 5: "tensor", 11: "value", 15: "sparse"},
    "function": {7: "node", 9: "opset", 11: "attribute"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
}


class MalformedError(ValueError):
    """The bytes are no message, or end too early."""


class AmbiguousError(ValueError):
    """A number is written as no writer of the format writes it."""


@dataclass(frozen=True)
class WireMessage:
    """A message with its fields.

    Attributes:
        kind: "model", "graph", "node", "tensor" and so on.
        numbers: The fields that hold whole numbers: field and value, as they come.
        texts: The fields that hold bytes and no message of a known kind.
        parts: The messages within.
    """

    kind: str
    numbers: tuple[tuple[int, int], ...]
    texts: tuple[tuple[int, memoryview], ...]
    parts: tuple[WireMessage, ...]

    def number(self, field: int, default: int = 0) -> int:
        """A field's number; of several the last one counts."""
        return next((value for found, value in reversed(self.numbers) if found == field), default)

    def strings(self, field: int) -> tuple[str, ...]:
        """All texts of a field, in order."""
        return tuple(str(value, "utf-8", "replace") for found, value in self.texts if found == field)

    def parts_of(self, *kinds: str) -> tuple[WireMessage, ...]:
        """The messages of these kinds within it."""
        return tuple(part for part in self.parts if part.kind in kinds)

    def everything(self) -> Iterator[WireMessage]:
        """This message and all within it, however deep."""
        waiting = [self]
        while waiting:
            message = waiting.pop()
            yield message
            waiting += message.parts


def parsed(kind: str, data: memoryview, depth: int = 0) -> WireMessage:
    """The message that some bytes hold; large ones are not copied.

    Raises:
        MalformedError: They hold none.
        AmbiguousError: They may be read in more than one way.
    """
    if depth > DEEPEST:
        raise MalformedError("too deep")
    inside = _INSIDE.get(kind, {})
    numbers, texts, parts = [], [], []
    for field, value in _fields(data):
        if field in inside:
            if isinstance(value, int):
                raise MalformedError("a number where a message belongs")
            parts.append(parsed(inside[field], value, depth + 1))
        elif isinstance(value, int):
            numbers.append((field, value))
        else:
            texts.append((field, value))
    return WireMessage(kind, tuple(numbers), tuple(texts), tuple(parts))


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """The fields of a message: number, and whole number or bytes."""
    place = 0
    while place < len(message):
        tag, place = _varint(message, place)
        field, wire = tag >> 3, tag & 7
        if tag > _LARGEST_TAG:
            raise AmbiguousError("a tag with more bits than any field's")
        if not field:
            raise MalformedError("no such field")
        if wire == _VARINT:
            value, place = _varint(message, place)
            yield field, value
            continue
        if wire == _LENGTH:
            length, place = _varint(message, place)
        elif wire in (_FIXED64, _FIXED32):
            length = 8 if wire == _FIXED64 else 4
        else:
            raise MalformedError("no such wire type")
        if place + length > len(message):
            raise MalformedError("the end is missing")
        yield field, message[place : place + length]
        place += length


def _varint(message: memoryview, place: int) -> tuple[int, int]:
    """A whole number of 7 bits per byte, and where it ends."""
    value = 0
    for shift in range(0, 70, 7):
        if place >= len(message):
            raise MalformedError("the end is missing")
        byte = message[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            if value > _LARGEST_VALUE or (shift and byte == 0):
                raise AmbiguousError("a number with more bits or bytes than it needs")
            return value, place
    raise AmbiguousError("a number without end")
