"""Fields of words: fixed for ever, uniform, and independent of everything but their identity."""

from __future__ import annotations

import hashlib
import itertools

import numpy as np
import pytest

from augstudio.core.randomness import (
    _WORD_POOL_SHAPES,
    _WORD_POOLS,
    NOISE_SEEDS,
    Words,
    _offsets,
    _word_pool,
    noise_words,
)
from augstudio.core.region import Region
from tests.statistics import SURPRISING, chi_square_score, correlation_score


def test_they_are_what_they_always_were() -> None:
    assert noise_words(0, 0, Region(0, 0, 3, 2)).tolist() == [[29993, 50150, 52076], [16812, 65342, 24756]]
    far = hashlib.sha256(noise_words(NOISE_SEEDS - 1, 3, Region(5000, 1000, 64, 64)).astype("<u2").tobytes())
    assert far.hexdigest().startswith("6459ce76272cbd1d")


def test_they_are_two_pools_of_which_each_repeats_for_itself() -> None:
    offsets = _offsets(5, 1, b"augstudio.words")
    rows, columns = np.ogrid[300:460, 3000:7000]
    expected = np.zeros((160, 4000), np.uint16)
    for shape, (height, width) in enumerate(_WORD_POOL_SHAPES):
        down, right = offsets[2 * shape], offsets[2 * shape + 1]
        pool = _word_pool(shape, down // height % _WORD_POOLS)[:, :width]
        expected ^= pool[(rows + down % height) % height, (columns + right % width) % width]
    np.testing.assert_array_equal(noise_words(5, 1, Region(3000, 300, 4000, 160)), expected)


@pytest.mark.parametrize("lane", range(8))
def test_small_windows_are_parts_of_large_ones_wherever_their_pools_begin_anew(lane: int) -> None:
    whole = noise_words(11, lane, Region(0, 0, 4200, 300))
    for top, left in itertools.product(range(0, 260, 5), (0, 700, 2040, 4100)):
        small = noise_words(11, lane, Region(left, top, 48, 32))
        np.testing.assert_array_equal(small, whole[top : top + 32, left : left + 48])


def test_they_can_be_put_where_they_are_wanted_in_another_way() -> None:
    called = []

    def xor(first: Words, second: Words, out: Words) -> None:
        called.append(first.shape)
        out[:] = first ^ second

    place = np.zeros((300, 5000), np.uint16)
    assert noise_words(3, 1, Region(17, 400, 5000, 300), out=place, xor=xor) is place
    assert sum(height * width for height, width in called) == place.size
    np.testing.assert_array_equal(place, noise_words(3, 1, Region(17, 400, 5000, 300)))


@pytest.mark.parametrize("seed", [0, 1, 123456789, NOISE_SEEDS - 1])
def test_they_are_uniform(seed: int) -> None:
    """Each byte by itself, and both together in 4,096 classes."""
    field = noise_words(seed, 0, Region(0, 0, 1000, 1000)).ravel()
    for part, classes in ((field & 255, 256), (field >> 8, 256), (field >> 4, 4096), (field % 4096, 4096)):
        observed = np.bincount(part, minlength=classes)
        assert abs(chi_square_score(observed, np.full(classes, field.size / classes))) < SURPRISING


@pytest.mark.parametrize(
    "shift", [(0, 1), (1, 0), (1, 1), (0, 3), (127, 0), (131, 0), (127, 2053), (131, 2048), (0, 2048)]
)
def test_they_do_not_know_their_neighbours(shift: tuple[int, int]) -> None:
    down, right = shift
    field = noise_words(42, 0, Region(0, 0, 1000 + right, 300 + down))
    here, there = field[:300, :1000], field[down:, right:]
    assert abs(correlation_score(here, there)) < SURPRISING
    bits = [np.unpackbits(np.ascontiguousarray(part).view(np.uint8)) for part in (here, there)]
    assert abs(correlation_score(*bits)) < SURPRISING


@pytest.mark.parametrize(
    ("one", "other"), [((1, 0), (2, 0)), ((1, 0), (1, 1)), ((1, 1), (1, 2)), ((0, 3), (NOISE_SEEDS - 1, 3))]
)
def test_fields_are_uncorrelated(one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = (noise_words(*field, Region(0, 0, 1000, 600)) for field in (one, other))
    assert abs(correlation_score(first, second)) < SURPRISING
    joint = np.bincount((first >> 12).ravel() * np.uint16(16) + (second >> 12).ravel(), minlength=256)
    assert abs(chi_square_score(joint, np.full(256, first.size / 256))) < SURPRISING
    for down, right in ((0, 1), (1, 0), (7, 13)):
        moved = second[down:, right:]
        assert abs(correlation_score(first[: moved.shape[0], : moved.shape[1]], moved)) < SURPRISING


def test_fields_that_share_a_pool_at_one_shift_are_uncorrelated() -> None:
    """The other pool is then shifted otherwise, or is another one: what is left is its own randomness."""
    (height, width), _ = _WORD_POOL_SHAPES
    places: dict[tuple[int, int], int] = {}
    for seed in itertools.count():
        down, right = _offsets(seed, 0, b"augstudio.words")[:2]
        place = (down % (height * _WORD_POOLS), right % width)
        if place in places:
            break
        places[place] = seed
    one, other = (noise_words(number, 0, Region(0, 0, 1000, 600)) for number in (places[place], seed))
    assert abs(correlation_score(one, other)) < SURPRISING
