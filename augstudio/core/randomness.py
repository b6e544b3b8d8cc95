"""The only place where randomness is made.

Two kinds are needed. A :class:`Stream` gives the few numbers a step draws for one copy of one sample: it is a
keyed hash with a counter, so it depends on nothing but its key and never on the order in which copies are
made. A noise field gives one byte, or one word of 16 bits, per picture sample: random access by position, so
that any region of a picture has the noise it has in the whole picture.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.region import Region

_FRACTION_BITS: Final = 53
NOISE_SEEDS: Final = 1 << _FRACTION_BITS
"""Noise seeds are 0 .. NOISE_SEEDS - 1: whole numbers that JSON readers keep exactly."""

# Sides are pairwise coprime, so the exclusive or of both pools repeats only after 260,608 rows and
# 16,764,928 columns; each pool is 2 MB and stays in the processor's cache.
_POOL_SHAPES: Final = ((509, 4093), (512, 4096))
_POOL_SEED: Final = 0x41756753

# Pools of words are smaller, half a megabyte each, so that what is read of two of them stays in a processor
# core's own cache while a picture is made; there are several of each shape instead. Their exclusive or
# repeats after 16,637 rows and 4,204,544 columns, and there are 2**40 fields. Rows and columns are continued
# with their first words: most windows lie in one piece of each row, those of small pictures in one piece.
_WORD_POOL_SHAPES: Final = ((127, 2053), (131, 2048))
_WORD_POOLS: Final = 4
_CONTINUED: Final = 2048
_ROWS_CONTINUED: Final = 32

_ALL: Final = 2**64 - 1
_UNUSED_BITS: Final = 64 - _FRACTION_BITS
_blake2b: Final = hashlib.blake2b
_STEP_HASH: Final = _blake2b(digest_size=32, person=b"augstudio.step")
_FEW: Final = 16  # most streams give no more
_COUNTS: Final = tuple(count.to_bytes(8, "little") for count in range(_FEW))
_from_bytes: Final = int.from_bytes
_FOUR_WORDS: Final = struct.Struct("<4Q")

Words: TypeAlias = npt.NDArray[np.uint16]


class Stream:
    """A reproducible sequence of numbers for one (seed, key, copy, step).

    BLAKE2b keyed by the identity, counting up: the same on every machine, version and thread.
    """

    __slots__ = ("_count", "_identity")

    def __init__(self, identity: bytes, count: int = 0) -> None:
        """Start a sequence, as one from which so many numbers were drawn."""
        self._identity = identity
        self._count = count

    def bits(self) -> int:
        """The next 53 uniform bits as a whole number, 0 .. 2**53 - 1."""
        count = self._count
        self._count = count + 1
        counted = _COUNTS[count] if count < _FEW else count.to_bytes(8, "little")
        digest = _blake2b(counted, digest_size=8, key=self._identity).digest()
        return _from_bytes(digest, "little") >> _UNUSED_BITS

    def unit(self) -> float:
        """The next number, uniform in [0, 1)."""
        return self.bits() / NOISE_SEEDS

    def uniform(self, low: float, high: float) -> float:
        """The next number, uniform between ``low`` and ``high``; equal ends give exactly that value."""
        count = self._count
        self._count = count + 1
        if low == high:
            return low + 0.0
        # As bits() does; most numbers are drawn here, and a call costs a fifth of one.
        counted = _COUNTS[count] if count < _FEW else count.to_bytes(8, "little")
        digest = _blake2b(counted, digest_size=8, key=self._identity).digest()
        return low + (high - low) * ((_from_bytes(digest, "little") >> _UNUSED_BITS) / NOISE_SEEDS)

    def spread(self, low: float, high: float, count: int) -> float:
        """The next number, one of ``count``, the middles of as many equal parts of low .. high.

        For what takes long to prepare for each of its values; equal ends give exactly that value.
        """
        if low == high:
            self._count += 1
            return low + 0.0
        return low + (high - low) * ((self.index(count) + 0.5) / count)

    def index(self, count: int) -> int:
        """The next whole number, uniform in 0 .. count - 1."""
        return int(self.unit() * count)

    def integer(self, low: int, high: int) -> int:
        """The next whole number, uniform in low .. high, both included."""
        return low + self.index(high - low + 1)

    def noise_seed(self) -> int:
        """The next seed for :func:`noise_bytes`."""
        return self.bits()


def stream(seed: int, key: str, copy: int, step_id: int, *, count: int = 0) -> Stream:
    """The random stream of one step for one copy of one sample.

    Args:
        seed: The user's seed, a whole number of any size.
        key: The sample's key (NFC POSIX path relative to the dataset).
        copy: Number of the copy; 1 is the first augmented one.
        step_id: The step's id, which stays with it when steps are moved or inserted.
        count: So many of its first numbers are left out.
    """
    hashed = _STEP_HASH.copy()
    hashed.update(f"{seed}\0{copy}\0{step_id}\0{key}".encode("utf-8", "surrogatepass"))
    return Stream(hashed.digest(), count)


LOTS: Final = 1 << _FRACTION_BITS
"""Lots are 0 .. LOTS - 1."""


def lot(seed: int, purpose: str, key: str) -> int:
    """A number for a key, uniform in 0 .. :data:`LOTS` - 1, by which keys are put into an order.

    Args:
        seed: The user's seed.
        purpose: What the order is for; orders for different purposes have nothing in common.
        key: What is put into order.
    """
    identity = f"{seed}\0{purpose}\0{key}".encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(identity, digest_size=8, person=b"augstudio.lot").digest()
    return int.from_bytes(digest, "little") >> (64 - _FRACTION_BITS)


Digests: TypeAlias = npt.NDArray[np.uint64]


def shuffled(seed: int, purpose: str, count: int) -> npt.NDArray[np.int64]:
    """The numbers 0 .. count - 1 in an order that follows from the seed.

    Args:
        seed: The user's seed.
        purpose: What the order is for; orders for different purposes have nothing in common.
        count: How many numbers there are.
    """
    identity = hashlib.blake2b(_encoded(f"{seed}\0{purpose}"), digest_size=8, person=b"augstudio.order")
    key = np.uint64(int.from_bytes(identity.digest(), "little"))
    # Two rounds: the numbers of one round differ from those of another seed by an exclusive or alone.
    hashes = _scattered(_scattered(np.arange(count, dtype=np.uint64)) ^ key)
    return np.argsort(hashes, kind="stable").astype(np.int64)


def key_digests(keys: Iterable[str]) -> Digests:
    """64 bits for each key, the same on every machine."""
    digests = (
        hashlib.blake2b(_encoded(key), digest_size=8, person=b"augstudio.key").digest() for key in keys
    )
    return np.frombuffer(b"".join(digests), "<u8").astype(np.uint64)


def partner_places(
    seed: int, key: str, copy: int, step_id: int, candidates: Digests, count: int
) -> tuple[int, ...]:
    """Which samples one step mixes into one copy of a sample: those with the smallest hash.

    The hash of a candidate depends on seed, key, copy, step and the candidate alone (rendezvous hashing,
    Thaler and Ravishankar, 1998), so that another candidate more changes almost no choice.

    Args:
        seed: The user's seed.
        key: The sample's key; it is never its own partner.
        copy: Number of the copy.
        step_id: The step's id.
        candidates: What :func:`key_digests` gives for the samples of its split.
        count: How many are wanted.

    Returns:
        Positions among the candidates, in the order of their hashes; fewer where there are not so many.
    """
    identity = hashlib.blake2b(
        _encoded(f"{seed}\0{copy}\0{step_id}\0{key}"), digest_size=8, person=b"augstudio.mix"
    ).digest()
    hashes = _scattered(candidates ^ np.uint64(int.from_bytes(identity, "little")))
    # Sorting a few small ones takes less time than looking for the smallest of all.
    small = min(_ALL, (_ALL // max(1, hashes.size)) * 8 * (count + 1))
    nearest = np.flatnonzero(hashes <= np.uint64(small))
    if nearest.size <= count:
        nearest = np.arange(hashes.size)
    nearest = nearest[np.argsort(hashes[nearest], kind="stable")][: count + 1]
    own = key_digests((key,))[0]
    return tuple(place for place in nearest.tolist() if candidates[place] != own)[:count]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _scattered(words: Digests) -> Digests:
    """Each word's bits spread over all of it, one to one (splitmix64's last steps; Steele et al., 2014)."""
    words = words ^ (words >> np.uint64(30))
    words *= np.uint64(0xBF58476D1CE4E5B9)
    words ^= words >> np.uint64(27)
    words *= np.uint64(0x94D049BB133111EB)
    words ^= words >> np.uint64(31)
    return words


def fresh_seed() -> int:
    """A seed that nobody chose, 0 .. 99,999: short enough to be read out and typed again."""
    return secrets.randbelow(100_000)


def noise_bytes(
    noise_seed: int,
    lane: int,
    window: Region,
    *,
    out: npt.NDArray[np.uint8] | None = None,
) -> npt.NDArray[np.uint8]:
    """A window of an endless field of independent uniform bytes.

    The field is the exclusive or of two fixed pools of random bytes, each shifted by an offset taken from
    the seed. Two fields share a pool's bytes but never both shifts, so their exclusive or is uncorrelated.

    Args:
        noise_seed: Names the field, 0 .. 2**53 - 1.
        lane: Names one of several independent fields of the same seed.
        window: Which part of the field; it begins at 0 or above, both ways.
        out: Filled and returned instead of a new array.

    Returns:
        ``(window.height, window.width)`` uint8, uniform in 0..255.
    """
    offsets = _offsets(noise_seed, lane, b"augstudio.noise")
    heights, widths = zip(*_POOL_SHAPES, strict=True)
    field = np.empty((window.height, window.width), np.uint8) if out is None else out
    tops = (offsets[0] + window.top, offsets[2] + window.top)
    lefts = (offsets[1] + window.left, offsets[3] + window.left)
    across = _runs(lefts, widths, window.width)
    for rows, upper, lower in _runs(tops, heights, window.height):
        for columns, first, second in across:
            np.bitwise_xor(_pool(0)[upper, first], _pool(1)[lower, second], out=field[rows, columns])
    return field


def noise_words(
    noise_seed: int,
    lane: int,
    window: Region,
    *,
    out: Words | None = None,
    xor: Callable[[Words, Words, Words], object] = np.bitwise_xor,
) -> Words:
    """A window of an endless field of independent uniform words of 16 bits.

    Made as :func:`noise_bytes` is, from other pools.

    Args:
        noise_seed: Names the field, 0 .. 2**53 - 1.
        lane: Names one of several independent fields of the same seed.
        window: Which part of the field; it begins at 0 or above, both ways.
        out: Filled and returned instead of a new array.
        xor: Puts the exclusive or of two windows, which are no copies, into a third; a kernel may know a
            faster way than numpy's.

    Returns:
        ``(window.height, window.width)`` uint16, uniform in 0..65535.
    """
    offsets = _offsets(noise_seed, lane, b"augstudio.words")
    (upper_height, upper_width), (lower_height, lower_width) = _WORD_POOL_SHAPES
    one = _word_pool(0, offsets[0] // upper_height % _WORD_POOLS)
    other = _word_pool(1, offsets[2] // lower_height % _WORD_POOLS)
    left, top, width, height = window
    field = np.empty((height, width), np.uint16) if out is None else out
    if height <= _ROWS_CONTINUED and width <= _CONTINUED:
        a, b = (offsets[0] + top) % upper_height, (offsets[1] + left) % upper_width
        c, d = (offsets[2] + top) % lower_height, (offsets[3] + left) % lower_width
        xor(one[a : a + height, b : b + width], other[c : c + height, d : d + width], field)
        return field
    heights, widths = (upper_height, lower_height), (upper_width, lower_width)
    tops = (offsets[0] + window.top, offsets[2] + window.top)
    lefts = (offsets[1] + window.left, offsets[3] + window.left)
    across = _runs(lefts, widths, window.width, _CONTINUED)
    for rows, upper, lower in _runs(tops, heights, window.height):
        for columns, first, second in across:
            xor(one[upper, first], other[lower, second], field[rows, columns])
    return field


def _offsets(noise_seed: int, lane: int, kind: bytes) -> tuple[int, ...]:
    """How far each pool is shifted: rows and columns of the first, rows and columns of the second."""
    identity = f"{noise_seed}/{lane}".encode()
    digest = hashlib.blake2b(identity, digest_size=32, person=kind).digest()
    return _FOUR_WORDS.unpack(digest)


@cache
def _word_pool(shape: int, number: int) -> Words:
    height, width = _WORD_POOL_SHAPES[shape]
    pool = _raw([_POOL_SEED, 2 + shape, number], 2 * height * width).view("<u2").astype(np.uint16)
    rows, columns = (0, _ROWS_CONTINUED), (0, _CONTINUED)
    pool = np.pad(pool.reshape(height, width), (rows, columns), "wrap")
    pool.flags.writeable = False
    return pool


@cache
def _pool(number: int) -> npt.NDArray[np.uint8]:
    """One pool of uniform bytes."""
    height, width = _POOL_SHAPES[number]
    pool = _raw([_POOL_SEED, number], height * width).reshape(height, width)
    pool.flags.writeable = False
    return pool


def _raw(seed: list[int], count: int) -> npt.NDArray[np.uint8]:
    """Uniform bytes; numpy keeps a bit generator's raw output stable across versions."""
    words = np.random.PCG64(seed).random_raw(-(-count // 8))
    return words.astype("<u8").view(np.uint8)[:count]


def _runs(
    starts: tuple[int, int], sides: tuple[int, int], length: int, continued: int = 0
) -> list[tuple[slice, slice, slice]]:
    """Pieces of a line in which neither of two endlessly repeated lines begins anew, and their places.

    Both may be stored with so many of their first places once more at their ends.
    """
    # Starts are numbers of 64 bits, with which Python takes its time.
    first, second, done = starts[0] % sides[0], starts[1] % sides[1], 0
    pieces = []
    while done < length:
        run = min(length - done, sides[0] + continued - first, sides[1] + continued - second)
        pieces.append((slice(done, done + run), slice(first, first + run), slice(second, second + run)))
        done, first, second = done + run, (first + run) % sides[0], (second + run) % sides[1]
    return pieces
