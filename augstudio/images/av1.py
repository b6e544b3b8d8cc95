"""The size that an AV1 picture's own header speaks of, for which its decoder takes memory."""

from __future__ import annotations

from typing import Final

_SEQUENCE: Final = 1
_HAS_SIZE, _EXTENDED = 2, 4
_HEADER_BYTES: Final = 256
_TIERED_LEVEL: Final = 7


def av1_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of the largest frame that a picture's sequence header allows.

    Args:
        data: The coded picture.

    Returns:
        None where there is no such header, or one that says more than still pictures need to.
    """
    position = 0
    while position + 2 <= len(data):
        head, position = data[position], position + 1
        position += bool(head & _EXTENDED)
        length = len(data) - position
        if head & _HAS_SIZE:
            length, position = _length(data, position)
        if head >> 3 & 15 == _SEQUENCE:
            return _largest(data[position : position + min(length, _HEADER_BYTES)])
        position += length
    return None


def _length(data: bytes, position: int) -> tuple[int, int]:
    """A number of seven bits in each byte, the lowest first, and the offset behind it."""
    value = 0
    for place, byte in enumerate(data[position : position + 8]):
        value |= (byte & 127) << 7 * place
        if not byte & 128:
            return value, position + place + 1
    return len(data), position


class _Bits:
    """Takes numbers from bytes, the highest bit first; behind the end there are zeros."""

    def __init__(self, data: bytes) -> None:
        self._value, self._left = int.from_bytes(data, "big"), 8 * len(data)

    def take(self, count: int) -> int:
        """A number of so many bits."""
        self._left -= count
        shifted = self._value >> self._left if self._left >= 0 else self._value << -self._left
        return shifted & (1 << count) - 1


def _largest(header: bytes) -> tuple[int, int] | None:
    bits = _Bits(header)
    bits.take(4)
    if bits.take(1):  # a reduced header, as still pictures have
        bits.take(5)
    else:
        if bits.take(1):  # times of films
            return None
        delayed = bits.take(1)
        for _ in range(1 + bits.take(5)):
            bits.take(12)
            if bits.take(5) > _TIERED_LEVEL:
                bits.take(1)
            if delayed and bits.take(1):
                bits.take(4)
    width_bits, height_bits = 1 + bits.take(4), 1 + bits.take(4)
    return 1 + bits.take(width_bits), 1 + bits.take(height_bits)
