"""What tells pictures apart or shows that they are the same, taken from every picture of a dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.datasets.base import Dataset, Sample
from augstudio.errors import AugStudioError
from augstudio.images.codec import decode_small
from augstudio.kernels.viewing.likeness import (
    HASH_BITS,
    Fields,
    brightness_fields,
    gradient_hash,
    likeness,
)

MOST_BITS: Final = 16
"""Bits of 128 in which hashes of nearly the same picture may differ."""
MOST_CONFIRMED: Final = 16
"""With how many others, nearest by hash, a picture is compared by its slopes, as all may be alike."""
ALIKE: Final = 0.98
"""What :func:`~augstudio.kernels.viewing.likeness.likeness` must be for pictures to be nearly the same.

Of photographs reduced to a half or a quarter, brightened or darkened and saved at quality 20 to 75, 97 of 100
are above; of handwritten digits of 8 x 8 pixels, the most alike of different ones come to 0.971.
"""

_SIDE: Final = 64
_WORDS: Final = HASH_BITS // 64
_PAIRS_AT_ONCE: Final = 1 << 21

_Hashes: TypeAlias = npt.NDArray[np.uint64]


@dataclass(frozen=True, eq=False, slots=True)
class Fingerprint:
    """One picture.

    Attributes:
        sample: Which one.
        content: BLAKE2b of the file's bytes, 16 bytes.
        hash: See :func:`~augstudio.kernels.viewing.likeness.gradient_hash`.
        mirrored: The same of its mirror image.
        fields: ``(32, 32)`` uint8 brightness.
    """

    sample: Sample
    content: bytes
    hash: int
    mirrored: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures that are nearly the same.

    Attributes:
        first: One of them.
        second: The other.
        mirrored: Whether the second is like the first one's mirror image.
        likeness: How alike they are, up to 1.
    """

    first: Fingerprint
    second: Fingerprint
    mirrored: bool
    likeness: float


def fingerprints(
    dataset: Dataset,
    samples: Iterable[Sample],
    cancelled: Callable[[], bool] = lambda: False,
    known: Mapping[str, Fingerprint] = MappingProxyType({}),
) -> list[Fingerprint] | None:
    """Those of all pictures that can be read; None if cancelled.

    Args:
        dataset: The dataset.
        samples: Its samples.
        cancelled: Asked between pictures whether to stop.
        known: Those taken before, by keys, so that these pictures are not read again.
    """
    found = []
    for sample in samples:
        if cancelled():
            return None
        if sample.key in known:
            found.append(replace(known[sample.key], sample=sample))
            continue
        try:
            data = dataset.read_bytes(sample)
            small = decode_small(data, _SIDE)
        except AugStudioError:
            continue
        content = hashlib.blake2b(data, digest_size=16).digest()
        turned = gradient_hash(np.ascontiguousarray(small[:, ::-1]))
        found.append(Fingerprint(sample, content, gradient_hash(small), turned, brightness_fields(small)))
    return found


def nearly_same(
    first: Sequence[Fingerprint], second: Sequence[Fingerprint], cancelled: Callable[[], bool]
) -> list[Pair] | None:
    """Pairs of one picture of each side that are nearly the same, found by hash and confirmed by slopes.

    A picture of the first side stands in the pair in which it is most alike. Pictures whose mirror image is
    the other one are found, too; those that are turned or cut out are not.
    """
    pairs: list[Pair] = []
    if not first or not second:
        return pairs
    ours, theirs, turned = (
        _words(numbers)
        for numbers in (
            [item.hash for item in first],
            [item.hash for item in second],
            [item.mirrored for item in second],
        )
    )
    rows = max(1, _PAIRS_AT_ONCE // len(second))
    for start in range(0, len(first), rows):
        if cancelled():
            return None
        best: dict[int, Pair] = {}
        for others, mirrored in ((theirs, False), (turned, True)):
            apart = _distances(ours[start : start + rows], others)
            for one, other in _nearest(apart):
                pair = _confirmed(first[start + one], second[other], mirrored=mirrored)
                known = best.get(one)
                if pair is not None and (known is None or pair.likeness > known.likeness):
                    best[one] = pair
        pairs += [best[one] for one in sorted(best)]
    return pairs


def _nearest(apart: npt.NDArray[np.uint8]) -> Iterator[tuple[int, int]]:
    """Rows and columns of hashes that are near enough, of each row the nearest few.

    Args:
        apart: Bits in which hashes differ, ``(n, m)``.
    """
    near = apart <= MOST_BITS
    for row in np.flatnonzero(near.any(axis=1)).tolist():
        columns = np.flatnonzero(near[row])
        order = np.argsort(apart[row, columns], kind="stable")[:MOST_CONFIRMED]
        yield from ((row, column) for column in sorted(columns[order].tolist()))


def hash_distances(items: Sequence[Fingerprint]) -> npt.NDArray[np.uint8]:
    """In how many bits the hashes of all pairs differ, ``(n, n)``."""
    words = _words([item.hash for item in items])
    return _distances(words, words)


def _confirmed(first: Fingerprint, second: Fingerprint, *, mirrored: bool) -> Pair | None:
    fields = second.fields[:, ::-1] if mirrored else second.fields
    alike = likeness(first.fields, fields)
    return Pair(first, second, mirrored, alike) if alike >= ALIKE else None


def _words(numbers: Sequence[int]) -> _Hashes:
    """Hashes as ``(n, 2)`` words."""
    data = b"".join(number.to_bytes(HASH_BITS // 8, "little") for number in numbers)
    return np.frombuffer(data, "<u8").reshape(-1, _WORDS).astype(np.uint64)


def _distances(first: _Hashes, second: _Hashes) -> npt.NDArray[np.uint8]:
    """Bits in which hashes differ, ``(n, m)``."""
    apart = np.zeros((len(first), len(second)), np.uint8)
    for word in range(_WORDS):
        apart += np.bitwise_count(first[:, word, np.newaxis] ^ second[np.newaxis, :, word])
    return apart


def by_content(items: Iterable[Fingerprint]) -> Iterator[list[Fingerprint]]:
    """Groups of pictures whose files are the same to the byte, of at least two each."""
    groups: dict[bytes, list[Fingerprint]] = {}
    for item in items:
        groups.setdefault(item.content, []).append(item)
    return (group for group in groups.values() if len(group) > 1)
