"""A cache within a budget of bytes, shared by threads."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from augstudio.core.byte_cache import ByteCache
from augstudio.core.interruption import Interrupted


def test_keeps_the_newest_within_its_budget() -> None:
    cache, made = ByteCache(100), []

    def get(key: str, cost: int) -> str:
        def make() -> str:
            made.append(key)
            return key

        return cache.get(key, make, lambda _: cost)

    for key in ("a", "b", "a"):
        get(key, 40)
    assert made == ["a", "b"]
    get("c", 40)
    get("a", 40)
    assert made == ["a", "b", "c"], "a was used last, so b went"
    get("b", 40)
    assert made == ["a", "b", "c", "b"]
    get("large", 101)
    get("large", 101)
    assert made == ["a", "b", "c", "b", "large"], "the newest is kept even if it is larger"
    get("b", 40)
    assert made[-1] == "b", "but nothing else beside it"


def test_makes_a_value_once_for_all_threads() -> None:
    cache, made, started = ByteCache(100), [], threading.Barrier(4)

    def make() -> int:
        made.append(1)
        return len(made)

    def ask(_: int) -> int:
        started.wait(5)
        return cache.get("key", make, lambda _: 1)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [1, 1, 1, 1]


def test_goes_on_after_a_value_that_was_not_made() -> None:
    cache = ByteCache(100)

    def fail() -> int:
        raise Interrupted

    with pytest.raises(Interrupted):
        cache.get("key", fail, lambda _: 1)
    assert cache.get("key", lambda: 1, lambda _: 60) == 1
    assert cache.get("key", lambda: 2, lambda _: 60) == 1
    assert cache._making == {}


def test_who_does_not_wait_for_the_is_told_so() -> None:
    cache = ByteCache(100)

    def make() -> int:
        with pytest.raises(Interrupted):
            cache.get("key", lambda: 2, lambda _: 1, waits=False)
        return 1

    assert cache.get("key", make, lambda _: 1) == 1
    assert cache.get("key", lambda: 3, lambda _: 1, waits=False) == 1


def test_what_is_too_large_is_not_kept_where_the_budget_is_strict() -> None:
    cache = ByteCache(100, keeps_larger=False)
    for value, held in ((60, 60), (101, 60), (41, 41)):
        assert cache.get(value, partial(int, value), int) == value
        assert cache.nbytes == held
    assert cache.peek(101) is None
