"""Noise by exact integer tables over a field of random bytes.

Every noise value is looked up from two uniform bytes by the alias method (Walker, 1974), so the distribution
is the wanted one to 1/65536, nothing is rounded on the way, and a value depends only on its place.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.randomness import noise_bytes

# Rows are worked on in strips of about this many samples, so that the passes stay in the cache.
_STRIP_SAMPLES: Final = 1 << 18
_STRIPS_KEPT: Final = 32
_COLUMNS: Final = 256
# OpenCV 4.12 has no tables of 65,536 values; three lookups of 256 then give the same noise, more slowly.
_WIDE_TABLES: Final = tuple(int(part) for part in cv2.__version__.split(".")[:2]) >= (4, 13)
_TOTAL: Final = 1 << 16
# From so many samples on, a table of all pairs of bytes is worth making.
_ENOUGH_FOR_PAIRS: Final = 1 << 15
_MIDDLE: Final = np.uint8(128)
# The most a thread keeps of each of its arrays; only a strip of one very wide row needs more.
_SCRATCH_BYTES: Final = 1 << 20
_held = threading.local()
# A draft pixel that stands for more than these shows specks no fainter: they can hardly be seen anyway.
_MOST_COVERED: Final = 64.0
# The largest sigma whose values fit one table of 256 columns (4.4 sigma either side).
_ONE_TABLE_SIGMA: Final = 28.0

Bytes = npt.NDArray[np.uint8]


def add_gaussian_noise(
    image: Image, sigma: float, noise_seed: int, *, per_channel: bool = True, left: int = 0, top: int = 0
) -> Image:
    """Add rounded normal noise and clip to 0..255; alpha stays as it is.

    Args:
        image: ``(H, W, C)`` uint8.
        sigma: Standard deviation in grey levels of 255.
        noise_seed: Names the noise field.
        per_channel: Independent noise in each colour channel, else the same in all.
        left: Column of the picture that the first column of ``image`` is.
        top: Row of the picture that the first row of ``image`` is.

    Returns:
        A new picture of the same shape.
    """
    if sigma <= 0:
        return image.copy()
    colours = min(image.shape[2], 3)
    lanes = colours if per_channel else 1
    output = np.empty_like(image, order="C")
    rows = max(1, _STRIP_SAMPLES // (image.shape[1] * colours))
    for start in range(0, image.shape[0], rows):
        strip = image[start : start + rows]
        height, width = strip.shape[:2]
        noise = _noise_strip(sigma, noise_seed, top + start, left * lanes, height, width * lanes)
        shaped = noise.reshape(height, width, colours) if per_channel else _spread(noise, colours)
        _add_into(output[start : start + rows], strip, shaped)
    return output


def salt_and_pepper(
    image: Image,
    amount: float,
    salt_share: float,
    noise_seed: int,
    *,
    covered: float = 1.0,
    left: int = 0,
    top: int = 0,
) -> Image:
    """Set random pixels to white or black; alpha stays as it is.

    Args:
        image: ``(H, W, C)`` uint8.
        amount: Share of the pixels that are hit, 0..1, to 1/65536.
        salt_share: Share of those that turn white.
        noise_seed: Names the noise field.
        covered: Pixels of the export that each pixel shows the average of; above 1 only in drafts.
        left: Column of the picture that the first column of ``image`` is.
        top: Row of the picture that the first row of ``image`` is.

    Returns:
        A new picture of the same shape.
    """
    output = image.copy()
    averaged = min(covered, _MOST_COVERED)
    layers = math.ceil(min(1, 3 * amount) * averaged) if averaged > 1 else 1
    share = amount * averaged / layers if layers else 0.0
    limits = round(share * _TOTAL), round(share * salt_share * _TOTAL)
    if not limits[0]:
        return output
    colours = min(image.shape[2], 3)
    rows = max(1, _STRIP_SAMPLES // image.shape[1])
    for start in range(0, image.shape[0], rows):
        strip = output[start : start + rows]
        height, width = strip.shape[:2]
        fields = (
            noise_bytes(noise_seed, layer, top + start, 2 * left, height, 2 * width).view("<u2")
            for layer in range(layers)
        )
        masks = ((_below(words, limits[0]), _below(words, limits[1])) for words in fields)
        if averaged > 1:
            _cover_partly(strip[:, :, :colours], masks, averaged)
        else:
            for specks, salt in masks:
                _cover(strip[:, :, :colours], _spread(salt, colours), _spread(specks, colours))
    return output


def _below(words: npt.NDArray[np.uint16], limit: int) -> Bytes:
    """255 where a word is less than ``limit``, else 0; OpenCV would take a lone pixel for a scalar."""
    return np.negative((words < limit).view(np.uint8))


def _cover(colour: Image, salt: Bytes, specks: Bytes) -> None:
    """Turn the pixels under ``specks`` black, those of them under ``salt`` white."""
    colour[:] = (colour & ~specks) | salt


def _cover_partly(colour: Image, masks: Iterable[tuple[Bytes, Bytes]], covered: float) -> None:
    """Turn a share of 1/covered of each pixel black or white for every mask it lies under."""
    kept = np.full((*colour.shape[:2], 1), 1, np.float32)
    white = np.zeros_like(kept)
    for specks, salt in masks:
        kept -= specks[:, :, np.newaxis] * np.float32(1 / 255 / covered)
        white += salt[:, :, np.newaxis] * np.float32(1 / covered)
    colour[:] = (colour * kept.clip(0) + white + 0.5).clip(0, 255).astype(np.uint8)


def _spread(plane: npt.NDArray[Any], channels: int) -> npt.NDArray[Any]:
    """The same plane in every channel: ``(H, W)`` to ``(H, W, channels)``."""
    if channels == 1:
        return plane[:, :, np.newaxis]
    return np.asarray(cv2.merge([plane] * channels))


def _add_into(target: Image, image: Image, noise: npt.NDArray[Any]) -> None:
    """``target = clip(image + noise)`` for the noise's channels, the rest of ``image`` as it is."""
    colours = noise.shape[2]
    if image.shape[2] == colours:
        _add(image, noise, target)
        return
    target[:] = image
    colour = image[:, :, :colours].copy()
    _add(colour, noise, colour)
    target[:, :, :colours] = colour


def _add(image: Image, noise: npt.NDArray[Any], target: Image) -> None:
    """``target = clip(image + noise)``; all of one shape."""
    if noise.dtype != np.int8:
        cv2.add(image, noise, dst=target, dtype=cv2.CV_8U)
        return
    # Two bytes of one type add ten times as fast: -128..127 clips where 0..255 does, once shifted.
    np.bitwise_xor(image, _MIDDLE, out=target)
    shifted = target.view(np.int8)
    cv2.add(shifted, noise, dst=shifted)
    np.bitwise_xor(target, _MIDDLE, out=target)


@dataclass(frozen=True)
class _AliasTable:
    """Walker's tables for up to 256 values with probabilities that are multiples of 1/65536."""

    threshold: Bytes
    primary: Bytes
    differ: Bytes  # primary xor alias

    def sample(self, column: Bytes, level: Bytes) -> npt.NDArray[np.int8]:
        """One int8 value per pair of uniform bytes."""
        if column.size < _ENOUGH_FOR_PAIRS or not _WIDE_TABLES:
            return self._looked_up(column, level)
        pairs = _scratch("pairs", (*column.shape, 2))
        cv2.merge([column, level], dst=pairs)
        chosen = cv2.LUT(pairs.view("<u2").reshape(column.shape), self._by_pair)
        return np.asarray(chosen, np.uint8).view(np.int8)

    @cached_property
    def _by_pair(self) -> Bytes:
        """The value of every pair, the column in the low byte: one lookup instead of three."""
        levels = np.arange(_COLUMNS, dtype=np.uint8)[:, np.newaxis]
        use_alias = np.negative((levels >= self.threshold).view(np.uint8))
        return (self.primary ^ (self.differ & use_alias)).ravel()

    def _looked_up(self, column: Bytes, level: Bytes) -> npt.NDArray[np.int8]:
        use_alias = cv2.compare(level, cv2.LUT(column, self.threshold), cv2.CMP_GE)
        change = cv2.bitwise_and(cv2.LUT(column, self.differ), use_alias)
        chosen = cv2.bitwise_xor(cv2.LUT(column, self.primary), change)
        return np.asarray(chosen, np.uint8).view(np.int8)


@dataclass(frozen=True)
class _GaussianSampler:
    """Normal noise as ``factor * coarse + fine``; up to sigma 28 the fine part is missing."""

    coarse: _AliasTable
    factor: int = 1
    fine: _AliasTable | None = None

    def sample(self, noise_seed: int, top: int, left: int, height: int, width: int) -> npt.NDArray[Any]:
        """A ``(height, width)`` window of the noise, int8 or int16."""

        def lane(number: int) -> Bytes:
            field = _scratch(f"lane {number % 2}", (height, width))
            return noise_bytes(noise_seed, number, top, left, height, width, out=field)

        coarse = self.coarse.sample(lane(0), lane(1))
        if self.fine is None:
            return coarse
        return coarse * np.int16(self.factor) + self.fine.sample(lane(2), lane(3))


def _scratch(name: str, shape: tuple[int, ...]) -> Bytes:
    """This thread's array of that name, with anything in it; fresh memory costs as much as what fills it."""
    size = math.prod(shape)
    held: Bytes | None = getattr(_held, name, None)
    if held is None or held.size < size:
        held = np.empty(size, np.uint8)
        if size <= _SCRATCH_BYTES:
            setattr(_held, name, held)
    return held[:size].reshape(shape)


@lru_cache(maxsize=_STRIPS_KEPT)
def _noise_strip(
    sigma: float, noise_seed: int, top: int, left: int, height: int, width: int
) -> npt.NDArray[Any]:
    """A window of normal noise; kept for pictures that differ in other things only, as padding modes do."""
    noise = _gaussian_sampler(sigma).sample(noise_seed, top, left, height, width)
    noise.flags.writeable = False
    return noise


@lru_cache(maxsize=256)
def _gaussian_sampler(sigma: float) -> _GaussianSampler:
    """Tables for rounded normal noise.

    One table cannot hold the values of a wide normal. It is then the sum of a coarse one on every factor-th
    value and a fine one twice as wide as that gap, which fills it evenly; variances add, and each rounding
    contributes 1/12 of its squared step.
    """
    if sigma <= _ONE_TABLE_SIGMA:
        return _GaussianSampler(_alias_table(sigma))
    factor = math.ceil(sigma / _ONE_TABLE_SIGMA)
    fine = 2.0 * factor
    coarse = math.sqrt((sigma * sigma - fine * fine) / (factor * factor) - 1 / 12)
    return _GaussianSampler(_alias_table(coarse), factor, _alias_table(fine))


@lru_cache(maxsize=512)
def _alias_table(sigma: float) -> _AliasTable:
    reach = min(127, math.ceil(4.5 * sigma) + 1)
    values = list(range(-reach, reach + 1))
    return _build_alias(values, _shares(_normal_masses(sigma, reach)))


def _normal_masses(sigma: float, reach: int) -> list[float]:
    """Probability that a normal value rounds to each of -reach .. reach."""
    cuts = [math.erf((value - 0.5) / (sigma * math.sqrt(2))) / 2 for value in range(-reach, reach + 2)]
    return [high - low for low, high in pairwise(cuts)]


def _shares(masses: list[float]) -> list[int]:
    """Probabilities as whole multiples of 1/65536 by largest remainder, kept symmetric about the middle."""
    middle = len(masses) // 2
    wanted = [mass * _TOTAL / sum(masses) for mass in masses[:middle]]
    shares = [math.floor(share) for share in wanted]
    spare = round(sum(wanted)) - sum(shares)
    by_remainder = sorted(range(middle), key=lambda place: shares[place] - wanted[place])
    for place in by_remainder[:spare]:
        shares[place] += 1
    return [*shares, _TOTAL - 2 * sum(shares), *reversed(shares)]


def _build_alias(values: list[int], shares: list[int]) -> _AliasTable:
    """Fill 256 columns of 256 with the shares, at most two values in each."""
    columns = values + [0] * (_COLUMNS - len(values))
    left = shares + [0] * (_COLUMNS - len(shares))
    alias = list(columns)
    threshold = [0] * _COLUMNS
    small = [number for number, share in enumerate(left) if share < _COLUMNS]
    large = [number for number, share in enumerate(left) if share >= _COLUMNS]
    while small:
        short, giver = small.pop(), large[-1]
        threshold[short], alias[short] = left[short], columns[giver]
        left[giver] -= _COLUMNS - left[short]
        if left[giver] < _COLUMNS:
            small.append(large.pop())
    primary = np.array(columns, np.int8).view(np.uint8)
    other = np.array(alias, np.int8).view(np.uint8)
    return _AliasTable(np.array(threshold, np.uint8), primary, primary ^ other)
