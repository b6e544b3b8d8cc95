"""Masks as run lengths: plain counts, as CVAT keeps them, and the packed bits of Label Studio's brushes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Size
from augstudio.core.raster import Mask
from augstudio.errors import Message

_WORD: Final = 8
_CHANNELS: Final = 4  # red, green, blue and alpha; the alpha tells what is painted
_SIZES: Final = (3, 4, 8, 16)  # bits of a run's length, of which each run names one


def mask_of_counts(counts: Sequence[int], size: Size) -> Mask:
    """A mask from the lengths of its runs, row by row, the first of which is of pixels outside.

    Args:
        counts: Lengths, of which the first may be 0.
        size: Width and height.

    Returns:
        ``(H, W)``.

    Raises:
        ValueError: The runs do not fill the mask exactly.
    """
    lengths = np.asarray(counts, dtype=np.int64)
    width, height = size
    if lengths.size and lengths.min() < 0:
        raise ValueError(Message("a run of the mask has a negative length"))
    if int(lengths.sum()) != width * height:
        raise ValueError(
            Message(
                "the mask is for another size than {1} x {2}: its runs add up to {0}",
                int(lengths.sum()),
                width,
                height,
            )
        )
    return np.repeat(np.arange(len(lengths)) % 2 == 1, lengths).reshape(height, width)


def counts_of_mask(mask: Mask) -> list[int]:
    """The lengths of a mask's runs, row by row, the first of which is of pixels outside.

    Args:
        mask: ``(H, W)``.
    """
    values, lengths = _runs(mask.ravel())
    counts: list[int] = lengths.tolist()
    return [0, *counts] if values.size and values[0] else counts


def mask_of_brush(data: Sequence[int], size: Size) -> Mask:
    """The pixels that a brush of Label Studio painted.

    Its bits are: how many values there are (32), how long one is (5, less one), four lengths of lengths (4
    each, less one); then for each run whether one value is repeated or several follow (1), which length of
    length it has (2), its length less one, and the value or values. The values are red, green, blue and alpha
    of all pixels, row by row.

    Args:
        data: Bytes as numbers 0..255.
        size: Width and height.

    Returns:
        ``(H, W)``: where alpha is not 0.

    Raises:
        ValueError: The data are no such runs, or of another size.
    """
    width, height = size
    try:
        bits = _Bits(bytes(data))
    except (TypeError, ValueError):
        raise ValueError(Message("the brush is not a list of numbers from 0 to 255")) from None
    count, word = bits.read(32), bits.read(5) + 1
    if count != width * height * _CHANNELS:
        raise ValueError(
            Message(
                "the brush is for another size than {1} x {2}: it says that its values are {0}",
                count,
                width,
                height,
            )
        )
    values = np.empty(count, np.uint8)
    sizes = [bits.read(4) + 1 for _ in range(4)]
    done = 0
    while done < count:
        repeated = bits.read(1)
        end = done + 1 + bits.read(sizes[bits.read(2)])
        if end > count:
            raise ValueError(Message("a run of the brush goes on beyond the picture"))
        values[done:end] = bits.read(word) & 255 if repeated else bits.words(end - done, word)
        done = end
    painted: Mask = values.reshape(height, width, _CHANNELS)[:, :, 3] > 0
    return painted


def brush_of_mask(mask: Mask) -> list[int]:
    """A mask as a brush of Label Studio, with 255 in all four channels of painted pixels.

    Args:
        mask: ``(H, W)``.

    Returns:
        Bytes as numbers 0..255, to be read by :func:`mask_of_brush`.
    """
    head = f"{mask.size * _CHANNELS:032b}{_WORD - 1:05b}" + "".join(f"{size - 1:04b}" for size in _SIZES)
    text = "".join((head, *_brush_runs(mask)))
    padded = text + "0" * (-len(text) % 8)
    return list(int(padded, 2).to_bytes(len(padded) // 8, "big"))


def _brush_runs(mask: Mask) -> Iterator[str]:
    values, lengths = _runs(mask.ravel())
    for value, length in zip(values.tolist(), lengths.tolist(), strict=True):
        left = length * _CHANNELS
        while left:
            part = min(left, 1 << _SIZES[-1])
            number = next(number for number, size in enumerate(_SIZES) if part <= 1 << size)
            yield f"1{number:02b}{part - 1:0{_SIZES[number]}b}{255 if value else 0:08b}"
            left -= part


def _runs(flat: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    """The values of an array's runs, and their lengths."""
    starts = (
        np.concatenate(([0], np.flatnonzero(flat[1:] != flat[:-1]) + 1)) if flat.size else np.zeros(0, int)
    )
    return flat[starts], np.diff(np.append(starts, flat.size))


class _Bits:
    """Bits read one after the other; those beyond the end are an error."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def read(self, count: int) -> int:
        """The next bits, at most 32, as a number."""
        start, end = self._place, self._advance(count)
        piece = int.from_bytes(self._data[start >> 3 : (end + 7) >> 3], "big")
        return (piece >> (-end % 8)) & ((1 << count) - 1)

    def words(self, count: int, size: int) -> npt.NDArray[Any]:
        """Several numbers of so many bits each; of each the lowest eight."""
        start, end = self._place, self._advance(count * size)
        piece = np.frombuffer(self._data[start >> 3 : (end + 7) >> 3], np.uint8)
        bits = np.unpackbits(piece)[start % 8 : start % 8 + count * size].reshape(count, size)
        kept = bits[:, -_WORD:]
        return kept @ (1 << np.arange(kept.shape[1])[::-1])

    def _advance(self, count: int) -> int:
        self._place += count
        if self._place > 8 * len(self._data):
            raise ValueError(Message("the brush ends too early"))
        return self._place
