"""The only place where randomness is made.

Two kinds are needed. A :class:`Stream` gives the few numbers a step draws for one copy of one sample: it is a
keyed hash with a counter, so it depends on nothing but its key and never on the order in which copies are
made. A noise field gives one byte per picture sample: random access by position, so that any region of a
picture has the noise it has in the whole picture.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

_FRACTION_BITS: Final = 53
NOISE_SEEDS: Final = 1 << _FRACTION_BITS
"""Noise seeds are 0 .. NOISE_SEEDS - 1: whole numbers that JSON readers keep exactly."""

# Sides are pairwise coprime, so the exclusive or of both pools repeats only after 260,608 rows and
# 16,764,928 columns; each pool is 2 MB and stays in the processor's cache.
_POOL_SHAPES: Final = ((509, 4093), (512, 4096))
_POOL_SEED: Final = 0x41756753


class Stream:
    """A reproducible sequence of numbers for one (seed, key, copy, step).

    BLAKE2b keyed by the identity, counting up: the same on every machine, version and thread.
    """

    def __init__(self, identity: bytes) -> None:
        self._identity = identity
        self._count = 0

    def bits(self) -> int:
        """The next 53 uniform bits as a whole number, 0 .. 2**53 - 1."""
        block = self._count.to_bytes(8, "little")
        self._count += 1
        digest = hashlib.blake2b(block, digest_size=8, key=self._identity).digest()
        return int.from_bytes(digest, "little") >> (64 - _FRACTION_BITS)

    def unit(self) -> float:
        """The next number, uniform in [0, 1)."""
        return self.bits() / (1 << _FRACTION_BITS)

    def uniform(self, low: float, high: float) -> float:
        """The next number, uniform between ``low`` and ``high``; equal ends give exactly that value."""
        return low + (high - low) * self.unit()

    def index(self, count: int) -> int:
        """The next whole number, uniform in 0 .. count - 1."""
        return int(self.unit() * count)

    def noise_seed(self) -> int:
        """The next seed for :func:`noise_bytes`."""
        return self.bits()


def stream(seed: int, key: str, copy: int, step_id: int) -> Stream:
    """The random stream of one step for one copy of one sample.

    Args:
        seed: The user's seed, a whole number of any size.
        key: The sample's key (NFC POSIX path relative to the dataset).
        copy: Number of the copy; 1 is the first augmented one.
        step_id: The step's id, which stays with it when steps are moved or inserted.
    """
    identity = f"{seed}\0{copy}\0{step_id}\0{key}".encode("utf-8", "surrogatepass")
    return Stream(hashlib.blake2b(identity, digest_size=32, person=b"augstudio.step").digest())


def fresh_seed() -> int:
    """A seed that nobody chose, 0 .. 99,999: short enough to be read out and typed again."""
    return secrets.randbelow(100_000)


def noise_bytes(
    noise_seed: int,
    lane: int,
    top: int,
    left: int,
    height: int,
    width: int,
    *,
    out: npt.NDArray[np.uint8] | None = None,
) -> npt.NDArray[np.uint8]:
    """A window of an endless field of independent uniform bytes.

    The field is the exclusive or of two fixed pools of random bytes, each shifted by an offset taken from
    the seed. Two fields share a pool's bytes but never both shifts, so their exclusive or is uncorrelated.

    Args:
        noise_seed: Names the field, 0 .. 2**53 - 1.
        lane: Names one of several independent fields of the same seed.
        top: First row of the window, at least 0.
        left: First column of the window, at least 0.
        height: Rows of the window.
        width: Columns of the window.
        out: Filled and returned instead of a new array.

    Returns:
        ``(height, width)`` uint8, uniform in 0..255.
    """
    identity = f"{noise_seed}/{lane}".encode()
    digest = hashlib.blake2b(identity, digest_size=32, person=b"augstudio.noise").digest()
    offsets = [int.from_bytes(digest[i : i + 8], "little") for i in range(0, 32, 8)]
    heights, widths = zip(*_POOL_SHAPES, strict=True)
    field = np.empty((height, width), np.uint8) if out is None else out
    for rows, upper, lower in _runs((offsets[0] + top, offsets[2] + top), heights, height):
        for columns, first, second in _runs((offsets[1] + left, offsets[3] + left), widths, width):
            np.bitwise_xor(_pool(0)[upper, first], _pool(1)[lower, second], out=field[rows, columns])
    return field


@cache
def _pool(number: int) -> npt.NDArray[np.uint8]:
    """One pool of uniform bytes; numpy keeps a bit generator's raw output stable across versions."""
    shape = _POOL_SHAPES[number]
    count = shape[0] * shape[1]
    words = np.random.PCG64([_POOL_SEED, number]).random_raw(-(-count // 8))
    pool = words.astype("<u8").view(np.uint8)[:count].reshape(shape)
    pool.flags.writeable = False
    return pool


def _runs(
    starts: tuple[int, int], sides: tuple[int, int], length: int
) -> Iterator[tuple[slice, slice, slice]]:
    """Pieces of a line in which neither of two endlessly repeated lines begins anew, and their places."""
    done = 0
    while done < length:
        first, second = (starts[0] + done) % sides[0], (starts[1] + done) % sides[1]
        run = min(length - done, sides[0] - first, sides[1] - second)
        yield slice(done, done + run), slice(first, first + run), slice(second, second + run)
        done += run
