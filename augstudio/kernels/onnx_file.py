"""Looks through an ONNX file before anything runs it.

An ONNX file may name other files that hold its weights, anywhere on the computer, and a pipeline only knows
the hash of the file it names. So the file is read here first, by the rules of Protocol Buffers' wire format
and the field numbers of ``onnx.proto`` 1.23, and such a file is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

_Field: TypeAlias = tuple[int, int | memoryview]

_VARINT, _FIXED64, _LENGTH, _FIXED32 = 0, 1, 2, 5
_DEEPEST: Final = 40  # messages within messages; real networks have about six

# For each kind of message the fields that lead to others in which tensors may stand.
_INSIDE: Final[Mapping[str, Mapping[int, str]]] = {
    "model": {7: "graph", 20: "training", 25: "function"},
    "training": {1: "graph", 2: "graph"},
    "graph": {1: "node", 5: "tensor", 15: "sparse"},
    "function": {7: "node", 11: "attribute"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
}
_GRAPH: Final = 7  # of a model
_EXTERNAL_DATA, _DATA_LOCATION = 13, 14  # of a tensor


class BadModelError(ValueError):
    """A file cannot be used as a network; the text says why, in a few words."""


def check_model(data: bytes) -> None:
    """Refuse what is no ONNX file, and a file whose weights lie in other files.

    Raises:
        BadModelError: The text says why.
    """
    if not data:
        raise BadModelError("it is empty")
    try:
        graphs = _walk("model", memoryview(data), 0)
    except (IndexError, ValueError) as error:
        if isinstance(error, BadModelError):
            raise
        graphs = 0
    if not graphs:
        raise BadModelError("it is no ONNX file, or its end is missing")


def _walk(kind: str, message: memoryview, depth: int) -> int:
    """Look at a message and all within it; gives how many graphs a model holds."""
    if depth > _DEEPEST:
        raise ValueError("too deep")
    graphs = 0
    inside = _INSIDE.get(kind, {})
    for number, value in _fields(message):
        if kind == "tensor" and (number == _EXTERNAL_DATA or (number == _DATA_LOCATION and value != 0)):
            raise BadModelError("it keeps its weights in another file; save it as a single file")
        if number in inside:
            if isinstance(value, int):
                raise ValueError("a number where a message belongs")
            _walk(inside[number], value, depth + 1)
            graphs += kind == "model" and number == _GRAPH
    return graphs


def _fields(message: memoryview) -> Iterator[_Field]:
    """The fields of a message: number, and whole number or bytes."""
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        number, wire = key >> 3, key & 7
        if wire == _VARINT:
            value, place = _varint(message, place)
            yield number, value
            continue
        if wire == _LENGTH:
            length, place = _varint(message, place)
        elif wire in (_FIXED64, _FIXED32):
            length = 8 if wire == _FIXED64 else 4
        else:
            raise ValueError("no such wire type")
        if place + length > len(message):
            raise ValueError("the end is missing")
        yield number, message[place : place + length]
        place += length


def _varint(message: memoryview, place: int) -> tuple[int, int]:
    """A whole number of 7 bits per byte, and where it ends."""
    value = 0
    for shift in range(0, 70, 7):
        byte = message[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
    raise ValueError("too long a number")
