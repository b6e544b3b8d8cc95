"""Streams and noise fields: fixed for ever, uniform, and independent of everything but their identity."""

from __future__ import annotations

import hashlib
import itertools
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.randomness import (
    NOISE_SEEDS,
    Stream,
    fresh_seed,
    key_digests,
    noise_bytes,
    noise_words,
    partner_places,
    shuffled,
    stream,
)
from augstudio.core.region import Region
from tests.statistics import SURPRISING, chi_square_score, correlation_score

GOLDEN = [
    ((0, "", 1, 1), [5220900112809269, 5331117262106029]),
    ((0, "cat/7.jpg", 1, 1), [8790418643962312, 5942066082433777]),
    ((0, "cat/7.jpg", 2, 1), [7750903698450306, 2891089046311277]),
    ((0, "cat/7.jpg", 1, 2), [1847516665314513, 8665456673036804]),
    ((-1, "cat/7.jpg", 1, 1), [4959636141363038, 5495854341812654]),
    ((2**70, "猫/é.png", 3, 2**31 - 1), [5506326158739415, 8658414587511392]),
]
"""What the first release drew. A change here changes every export ever made: it needs a new file version."""


@pytest.mark.parametrize(("identity", "bits"), GOLDEN)
def test_streams_are_what_they_always_were(identity: tuple[int, str, int, int], bits: list[int]) -> None:
    drawn = stream(*identity)
    assert [drawn.bits(), drawn.bits()] == bits


def test_noise_fields_are_what_they_always_were() -> None:
    assert noise_bytes(0, 0, Region(0, 0, 4, 2)).tolist() == [[146, 241, 161, 24], [231, 70, 67, 41]]
    far = hashlib.sha256(noise_bytes(NOISE_SEEDS - 1, 3, Region(5000, 1000, 64, 64)).tobytes()).hexdigest()
    assert far.startswith("46339cde89ec02c6")


def test_streams_do_not_depend_on_the_order_they_are_made_in() -> None:
    identities = list(itertools.product((0, 1), ("a", "b/é.jpg"), (1, 2, 3), (1, 2)))
    in_order = {identity: stream(*identity).bits() for identity in identities}
    random.Random(1).shuffle(identities)
    opened = [(identity, stream(*identity)) for identity in identities]
    assert {identity: drawn.bits() for identity, drawn in opened} == in_order
    assert len(set(in_order.values())) == len(in_order)


@given(
    st.tuples(st.integers(), st.text(), st.integers(0), st.integers(0)),
    st.tuples(st.integers(), st.text(), st.integers(0), st.integers(0)),
)
def test_different_identities_have_different_streams(
    one: tuple[int, str, int, int], other: tuple[int, str, int, int]
) -> None:
    assert (stream(*one).bits() == stream(*other).bits()) == (one == other)


@pytest.mark.parametrize("key", ["", "a\0b", "猫.png", "e\u0301", "\u00e9", "\udc80.jpg", "🐈" * 500])
def test_any_text_is_a_key(key: str) -> None:
    assert 0 <= stream(0, key, 1, 1).unit() < 1


@pytest.mark.parametrize("vary", ["counter", "copy", "key", "seed", "step"])
def test_draws_are_uniform_whatever_is_counted_up(vary: str) -> None:
    count = 20_000
    drawn = stream(5, "k", 1, 1)
    units: dict[str, Callable[[int], float]] = {
        "counter": lambda n: drawn.unit(),
        "copy": lambda n: stream(5, "k", n, 1).unit(),
        "key": lambda n: stream(5, f"{n}.jpg", 1, 1).unit(),
        "seed": lambda n: stream(n, "k", 1, 1).unit(),
        "step": lambda n: stream(5, "k", 1, n).unit(),
    }
    values = np.array([units[vary](number) for number in range(count)])
    observed = np.histogram(values, 100, (0, 1))[0]
    assert abs(chi_square_score(observed, np.full(100, count / 100))) < SURPRISING
    assert abs(correlation_score(values[1:], values[:-1])) < SURPRISING


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers())
def test_uniform_stays_between_its_ends(low: float, span: float, seed: int) -> None:
    drawn = stream(seed, "", 1, 1)
    assert low <= drawn.uniform(low, low + span) <= low + span
    assert drawn.uniform(low, low) == low


def test_spread_reaches_every_value_of_its_range_evenly() -> None:
    drawn = stream(0, "", 1, 1)
    values, observed = np.unique([drawn.spread(2, 18, 8) for _ in range(16_000)], return_counts=True)
    np.testing.assert_array_equal(values, np.arange(3, 18, 2))
    assert abs(chi_square_score(observed, np.full(8, 2000.0))) < SURPRISING
    assert drawn.spread(0.3, 0.3, 8) == 0.3


@pytest.mark.parametrize(
    "leave_out",
    [lambda one: one.uniform(3, 3), lambda one: one.spread(3, 3, 5)],
)
def test_numbers_left_out_change_none_that_follow(leave_out: Callable[[Stream], object]) -> None:
    drawn, shorter = stream(1, "a", 2, 3), stream(1, "a", 2, 3)
    drawn.bits()
    leave_out(shorter)
    assert drawn.bits() == shorter.bits()


def test_index_reaches_every_number_evenly() -> None:
    drawn = stream(0, "", 1, 1)
    observed = np.bincount([drawn.index(7) for _ in range(14_000)], minlength=7)
    assert observed.size == 7
    assert abs(chi_square_score(observed, np.full(7, 2000.0))) < SURPRISING


def test_noise_seeds_survive_json_readers_with_double_numbers() -> None:
    drawn = stream(0, "", 1, 1)
    seeds = [drawn.noise_seed() for _ in range(1000)]
    assert all(0 <= seed < NOISE_SEEDS and int(float(seed)) == seed for seed in seeds)


def test_fresh_seeds_are_short_and_differ() -> None:
    seeds = {fresh_seed() for _ in range(50)}
    assert all(0 <= seed < 100_000 for seed in seeds)
    assert len(seeds) > 1


@pytest.mark.parametrize(("field", "reach"), [(noise_bytes, (520, 4100)), (noise_words, (140, 4200))])
@given(
    st.integers(0, NOISE_SEEDS - 1),
    st.integers(0, 3),
    st.integers(0, 2000),
    st.integers(0, 10_000),
    st.integers(1, 30),
    st.integers(1, 40),
)
def test_window_equals_the_same_window_of_a_larger_field(
    field: Callable[..., Any],
    reach: tuple[int, int],
    seed: int,
    lane: int,
    top: int,
    left: int,
    height: int,
    width: int,
) -> None:
    above, before = min(top, reach[0]), min(left, reach[1])  # so that larger fields go over the pools' seams
    around = Region(left - before, top - above, before + width + 2, above + height + 3)
    large = field(seed, lane, around)
    window = field(seed, lane, Region(left, top, width, height))
    np.testing.assert_array_equal(window, large[above : above + height, before : before + width])


@pytest.mark.parametrize("seed", [0, 1, 123456789, NOISE_SEEDS - 1])
def test_noise_bytes_are_uniform(seed: int) -> None:
    field = noise_bytes(seed, 0, Region(0, 0, 1000, 1000))
    observed = np.bincount(field.ravel(), minlength=256)
    assert abs(chi_square_score(observed, np.full(256, field.size / 256))) < SURPRISING


@pytest.mark.parametrize("shift", [(0, 1), (1, 0), (1, 1), (0, 3), (509, 0), (512, 0), (3, 4093), (0, 4096)])
def test_noise_bytes_do_not_know_their_neighbours(shift: tuple[int, int]) -> None:
    down, right = shift
    field = noise_bytes(42, 0, Region(0, 0, 1000 + right, 300 + down))
    here, there = field[:300, :1000], field[down:, right:]
    assert abs(correlation_score(here, there)) < SURPRISING
    bits = [np.unpackbits(np.ascontiguousarray(part)) for part in (here, there)]
    assert abs(correlation_score(*bits)) < SURPRISING


@pytest.mark.parametrize(
    ("one", "other"),
    [((1, 0), (2, 0)), ((1, 0), (1, 1)), ((1, 1), (1, 2)), ((1, 0), (2, 1)), ((0, 3), (NOISE_SEEDS - 1, 3))],
)
def test_fields_are_uncorrelated(one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = (noise_bytes(*field, Region(0, 0, 1000, 600)) for field in (one, other))
    assert abs(correlation_score(first, second)) < SURPRISING
    joint = np.bincount((first >> 4).ravel() * np.uint8(16) + (second >> 4).ravel(), minlength=256)
    assert abs(chi_square_score(joint, np.full(256, first.size / 256))) < SURPRISING
    for down, right in ((0, 1), (1, 0), (7, 13)):
        moved = second[down:, right:]
        assert abs(correlation_score(first[: moved.shape[0], : moved.shape[1]], moved)) < SURPRISING


def test_one_picture_more_changes_almost_no_partner() -> None:
    keys = [f"images/{number}.jpg" for number in range(500)]
    fewer, more = key_digests(keys), key_digests([*keys[:77], "images/new.jpg", *keys[77:]])
    names = [*keys[:77], "images/new.jpg", *keys[77:]]
    changed = 0
    for key in keys:
        before = [keys[place] for place in partner_places(3, key, 1, 2, fewer, 3)]
        now = [names[place] for place in partner_places(3, key, 1, 2, more, 3)]
        assert key not in now
        assert [name for name in now if name != "images/new.jpg"] == before[: 3 - ("images/new.jpg" in now)]
        changed += before != now
    assert 0 < changed < 12


def test_partners_are_drawn_evenly_and_for_each_seed_copy_and_step() -> None:
    digests = key_digests(str(number) for number in range(40))
    drawn = [
        place
        for seed in range(10)
        for copy in range(10)
        for step in (1, 2)
        for place in partner_places(seed, "7", copy, step, digests, 3)
    ]
    counts = np.bincount(drawn, minlength=40)
    assert counts[7] == 0
    assert counts.sum() == 600
    assert chi_square_score(np.delete(counts, 7), np.full(39, 600 / 39), least=0) < SURPRISING


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_of_few_candidates_all_are_partners(count: int) -> None:
    digests = key_digests(["own", *(str(number) for number in range(count))])
    assert sorted(partner_places(0, "own", 1, 1, digests, 3)) == list(range(1, count + 1))


def test_an_order_follows_from_seed_and_purpose_and_has_each_number_once() -> None:
    order = shuffled(1, "epoch 0", 1000)
    assert sorted(order.tolist()) == list(range(1000))
    assert np.array_equal(order, shuffled(1, "epoch 0", 1000))
    others = shuffled(2, "epoch 0", 1000), shuffled(1, "epoch 1", 1000), np.arange(1000)
    # Two orders that know nothing of each other have about one number in the same place.
    assert all((order == other).sum() < 10 for other in others)
    assert shuffled(1, "epoch 0", 0).size == 0


def test_all_orders_of_three_come_equally_often() -> None:
    found = Counter(tuple(shuffled(seed, "", 3).tolist()) for seed in range(6000))
    assert len(found) == 6
    assert all(850 < count < 1150 for count in found.values())
