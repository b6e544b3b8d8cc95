"""Noise by exact integer tables over a field of random words.

Every noise value is looked up by a uniform word of 16 bits in a table that holds each value as often as the
distribution has it (its inverse, in 65,536 steps), so the distribution is the wanted one to 1/65536, nothing
is rounded on the way, and a value depends only on its place.

A word serves two neighbouring values of normal noise: the first takes it as it is, the second with its bits
in reverse order, every other one flipped. Over all words these pairs are Hammersley's points (J. M.
Hammersley, 1960), which fill the square more evenly than independent pairs would; each value has the whole
table, and powers of both up to the third are correlated by less than 0.001.
"""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image, colour_count
from augstudio.core.randomness import Words, noise_words
from augstudio.core.region import Region
from augstudio.kernels.scratch import scratch

# Rows are worked on in strips of about this many samples, so that the passes stay in the cache.
_STRIP_SAMPLES: Final = 1 << 20
_STRIPS_KEPT: Final = 16
_asked: deque[tuple[float, int, Region]] = deque(maxlen=2 * _STRIPS_KEPT)
_seeds: set[int] = set()  # those of most that were asked for
_asking = threading.Lock()
# Of pairs, 128 kB each, 256 for wide noise; a range has 32 strengths, of which two pipelines are compared.
_TABLES_KEPT: Final = 64
# Those of single values are needed once for a table of pairs, and for small pictures.
_SINGLES_KEPT: Final = 8
# OpenCV 4.12 has no tables of 65,536 values; numpy then gives the same noise, more slowly.
_WIDE_TABLES: Final = tuple(int(part) for part in cv2.__version__.split(".")[:2]) >= (4, 13)
_TOTAL: Final = 1 << 16
# A table of pairs takes longer to make than so many words to look up twice.
_TOO_FEW_FOR_PAIRS: Final = 1 << 12
# Unless other pictures have noise as strong, so that the table is made once for many.
_sigmas: dict[float, None] = {}
# OpenCV's lookup has a price by the call.
_ENOUGH_FOR_OPENCV: Final = 1 << 10
_MIDDLE: Final = np.uint8(128)
# So few are added in one slow pass sooner than in three quick ones.
_FEW_SAMPLES: Final = 1 << 12
# A draft pixel that stands for more than these shows specks no fainter: they can hardly be seen anyway.
_MOST_COVERED: Final = 64.0
# The largest sigma whose values fit a byte (4.5 sigma either side).
_BYTE_SIGMA: Final = 28.0

Bytes = npt.NDArray[np.uint8]


def add_gaussian_noise(
    image: Image, sigma: float, noise_seed: int, *, per_channel: bool = True, corner: tuple[int, int] = (0, 0)
) -> Image:
    """Add rounded normal noise and clip to 0..255; alpha stays as it is.

    Args:
        image: ``(H, W, C)`` uint8.
        sigma: Standard deviation in grey levels of 255.
        noise_seed: Names the noise field.
        per_channel: Independent noise in each colour channel, else the same in all.
        corner: Column and row of the picture that the first pixel of ``image`` is.

    Returns:
        A new picture of the same shape.
    """
    if sigma <= 0:
        return image.copy()
    colours = colour_count(image)
    lanes = colours if per_channel else 1
    total, width = image.shape[:2]
    output = np.empty(image.shape, np.uint8)
    rows = max(1, _STRIP_SAMPLES // (width * colours))
    for start in range(0, total, rows):
        strip, target = image, output
        if rows < total:
            strip, target = image[start : start + rows], output[start : start + rows]
        height = len(strip)
        window = Region(corner[0] * lanes, corner[1] + start, width * lanes, height)
        noise = _noise_strip(sigma, noise_seed, window)
        shaped = noise.reshape(height, width, colours) if per_channel else _spread(noise, colours)
        _add_into(target, strip, shaped)
    return output


def normal_noise(sigma: float, noise_seed: int, window: Region) -> npt.NDArray[Any]:
    """A window of the rounded normal noise that :func:`add_gaussian_noise` adds, one value for each sample.

    Args:
        sigma: Standard deviation in grey levels of 255.
        noise_seed: Names the noise field.
        window: Samples, of all channels one after the other.

    Returns:
        ``(window.height, window.width)`` int8 or int16, good until this thread asks for the next one.
    """
    return _noise_strip(sigma, noise_seed, window)


def salt_and_pepper(
    image: Image,
    amount: float,
    salt_share: float,
    noise_seed: int,
    *,
    covered: float = 1.0,
    corner: tuple[int, int] = (0, 0),
) -> Image:
    """Set random pixels to white or black; alpha stays as it is.

    Args:
        image: ``(H, W, C)`` uint8.
        amount: Share of the pixels that are hit, 0..1, to 1/65536.
        salt_share: Share of those that turn white.
        noise_seed: Names the noise field.
        covered: Pixels of the export that each pixel shows the average of; above 1 only in drafts.
        corner: Column and row of the picture that the first pixel of ``image`` is.

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
    colours = colour_count(image)
    rows = max(1, _STRIP_SAMPLES // image.shape[1])
    for start in range(0, image.shape[0], rows):
        strip = output[start : start + rows]
        height, width = strip.shape[:2]
        window = Region(corner[0], corner[1] + start, width, height)
        fields = (_words(noise_seed, layer, window) for layer in range(layers))
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
    if noise.dtype != np.int8 or image.size < _FEW_SAMPLES:
        cv2.add(image, noise, dst=target, dtype=cv2.CV_8U)
        return
    # Two bytes of one type add ten times as fast: -128..127 clips where 0..255 does, once shifted.
    np.bitwise_xor(image, _MIDDLE, out=target)
    shifted = target.view(np.int8)
    cv2.add(shifted, noise, dst=shifted)
    np.bitwise_xor(target, _MIDDLE, out=target)


def _noise_strip(sigma: float, noise_seed: int, window: Region) -> npt.NDArray[Any]:
    """A window of normal noise, good until the next one.

    What is asked for a second time is kept, for pictures that differ in other things only, as padding modes
    do; an export asks for everything once, and then fresh memory would cost as much as the noise itself.
    """
    wanted = (sigma, noise_seed, window)
    with _asking:
        # Most are known by the seed alone to be new.
        again = noise_seed in _seeds and wanted in _asked
        if not again:
            if len(_asked) == _asked.maxlen:
                _seeds.discard(_asked[0][1])
            _asked.append(wanted)
            _seeds.add(noise_seed)
    if again:
        return _kept_strip(*wanted)
    return _strip(*wanted)


@lru_cache(maxsize=_STRIPS_KEPT)
def _kept_strip(sigma: float, noise_seed: int, window: Region) -> npt.NDArray[Any]:
    noise = _strip(sigma, noise_seed, window).copy()
    noise.flags.writeable = False
    return noise


def _strip(sigma: float, noise_seed: int, window: Region) -> npt.NDArray[Any]:
    """A window of normal noise in this thread's own array; good until the next one."""
    begun, height = window.left % 2, window.height
    pairs = (begun + window.width + 1) // 2
    words = _words(noise_seed, 0, Region(window.left // 2, window.top, pairs, height))
    kind = _kind(sigma)
    again = _asked_before(sigma)
    if words.size <= _TOO_FEW_FOR_PAIRS and not again:
        single = _normal_table(sigma)
        found = scratch("noise", (height, pairs, 2), kind)
        found[:, :, 0] = single.take(words)
        found[:, :, 1] = single.take(_partners().take(words))
        return found.reshape(height, 2 * pairs)[:, begun : begun + window.width]
    table = _pair_table(sigma)
    both = _looked_up(words, table, scratch("noise", (height, pairs), table.dtype))
    return both.view(kind)[:, begun : begun + window.width]


def _asked_before(sigma: float) -> bool:
    """Whether noise of this strength was made lately, so that its table is worth making or there already."""
    if sigma in _sigmas:
        return True
    if len(_sigmas) >= _TABLES_KEPT:
        _sigmas.clear()
    _sigmas[sigma] = None
    return False


def _words(noise_seed: int, lane: int, window: Region) -> Words:
    """A window of a field, in this thread's own array; good until the next one."""
    field = scratch("words", (window.height, window.width), np.uint16)
    return noise_words(noise_seed, lane, window, out=field, xor=_xor)


def _xor(first: Words, second: Words, out: Words) -> None:
    cv2.bitwise_xor(first, second, dst=out)


def _looked_up(words: Words, table: npt.NDArray[Any], out: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The table's value for every word, in ``out``."""
    if words.size < _ENOUGH_FOR_OPENCV or not _WIDE_TABLES:
        return np.asarray(table.take(words, out=out, mode="clip"))
    cv2.LUT(words, table, dst=out)
    return out


@lru_cache(maxsize=_TABLES_KEPT)
def _pair_table(sigma: float) -> npt.NDArray[Any]:
    """Two values of :func:`_normal_table` for every word, one behind the other in a uint16 or int32."""
    table = _normal_table(sigma)
    # OpenCV's lookup does not know signed bytes.
    first = table.view(np.dtype(f"u{table.itemsize}"))
    # The partner's upper byte depends on the lower byte alone, and the other way round.
    side = 1 << 8
    swapped = cv2.transpose(first.reshape(side, side).take(_partner_bytes(), axis=0))
    second = np.asarray(swapped).take(_partner_bytes(), axis=0)
    pairs = np.asarray(cv2.merge([first.reshape(side, side), second]))
    return pairs.view(np.uint16 if table.itemsize == 1 else np.int32).reshape(-1)


@cache
def _partners() -> Words:
    """Every word with its bits in reverse order, every other one flipped."""
    words, bits = np.arange(_TOTAL), _partner_bytes()
    return np.asarray((bits[words & 0xFF] << 8) | bits[words >> 8], np.uint16)


@cache
def _partner_bytes() -> npt.NDArray[np.intp]:
    """Every byte with its bits in reverse order, every other one flipped."""
    bits = np.unpackbits(np.arange(1 << 8, dtype=np.uint8)).reshape(-1, 8)
    return (np.packbits(bits[:, ::-1]) ^ np.uint8(0x55)).astype(np.intp)


def _kind(sigma: float) -> type[np.int8 | np.int16]:
    """What holds values of so strong noise."""
    return np.int8 if sigma <= _BYTE_SIGMA else np.int16


@lru_cache(maxsize=_SINGLES_KEPT)
def _normal_table(sigma: float) -> npt.NDArray[Any]:
    """65,536 values, each as often as rounded normal noise has it: int8, or int16 for wide noise."""
    kind = _kind(sigma)
    reach = min(127 if kind is np.int8 else _TOTAL, math.ceil(4.5 * sigma) + 1)
    values = np.arange(-reach, reach + 1, dtype=kind)
    return np.repeat(values, _shares(sigma, reach))


def _shares(sigma: float, reach: int) -> list[int]:
    """How many of 65,536 values are -reach .. reach: each begins where the one before ends, at the nearest.

    So each share is right to less than one, and the far tails, where a value is wanted less than once, get
    what they come to together. Both sides are the same.
    """
    scale = sigma * math.sqrt(2)
    ends = [round(_TOTAL * math.erfc((value - 0.5) / scale) / 2) for value in range(reach, 0, -1)]
    side = [end - start for start, end in pairwise((0, *ends))]
    return [*side, _TOTAL - 2 * sum(side), *reversed(side)]
