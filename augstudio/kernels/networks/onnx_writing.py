"""Writes networks as ONNX files, by the rules of Protocol Buffers' wire format.

Field numbers are those of ``onnx.proto`` 1.23.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array

_IR_VERSION: Final = 8
_OPSET: Final = 13
_FLOAT: Final = 1  # of the types of tensors
_LENGTH: Final = 2  # the wire type of texts and messages
_INT, _INTS = 2, 7  # of the types of attributes

Attribute: TypeAlias = int | Sequence[int]


@dataclass
class Graph:
    """A network that grows operator by operator; each gives one result.

    Attributes:
        nodes: The operators, as bytes.
        tensors: The constants, as bytes.
    """

    nodes: list[bytes] = field(default_factory=list)
    tensors: list[bytes] = field(default_factory=list)

    def constant(self, values: npt.ArrayLike) -> str:
        """Add a constant of float32, and give its name."""
        name = f"constant {len(self.tensors)}"
        array: Float32Array = np.asarray(values, "<f4")
        self.tensors.append(
            b"".join(_number(1, side) for side in array.shape)
            + _number(2, _FLOAT)
            + _bytes(8, name.encode())
            + _bytes(9, array.tobytes())
        )
        return name

    def add(self, operator: str, inputs: Sequence[str], **attributes: Attribute) -> str:
        """Add an operator, and give the name of its result.

        Args:
            operator: Its name in ONNX.
            inputs: Names of the graph's input, of constants or of results.
            attributes: Whole numbers, or rows of them.
        """
        name = f"result {len(self.nodes)}"
        self.nodes.append(
            b"".join(_bytes(1, given.encode()) for given in inputs)
            + _bytes(2, name.encode())
            + _bytes(4, operator.encode())
            + b"".join(_bytes(5, _attribute(key, value)) for key, value in attributes.items())
        )
        return name

    def file(self, inputs: Mapping[str, Sequence[int]], outputs: Mapping[str, Sequence[int]]) -> bytes:
        """The whole file.

        Args:
            inputs: Shapes of what it takes, by names, as float32.
            outputs: Shapes of what it gives, likewise.
        """
        graph = (
            b"".join(_bytes(1, node) for node in self.nodes)
            + _bytes(2, b"graph")
            + b"".join(_bytes(5, tensor) for tensor in self.tensors)
            + b"".join(_bytes(11, _value(name, shape)) for name, shape in inputs.items())
            + b"".join(_bytes(12, _value(name, shape)) for name, shape in outputs.items())
        )
        return _number(1, _IR_VERSION) + _bytes(7, graph) + _bytes(8, _number(2, _OPSET))


def _attribute(name: str, value: Attribute) -> bytes:
    start = _bytes(1, name.encode())
    if isinstance(value, int):
        return start + _number(3, value) + _number(20, _INT)
    return start + b"".join(_number(8, item) for item in value) + _number(20, _INTS)


def _value(name: str, shape: Iterable[int]) -> bytes:
    sides = b"".join(_bytes(1, _number(1, side)) for side in shape)
    tensor = _number(1, _FLOAT) + _bytes(2, sides)
    return _bytes(1, name.encode()) + _bytes(2, _bytes(1, tensor))


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _bytes(number: int, data: bytes) -> bytes:
    return _varint(number << 3 | _LENGTH) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    """A whole number, 0 or more, in groups of 7 bits, the lowest first."""
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)
