"""Memory that threads keep is each thread's own, and large enough."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from augstudio.kernels.scratch import scratch


def test_the_same_memory_is_given_again_while_it_is_large_enough() -> None:
    first = scratch("test", (40, 50), np.float32)
    assert first.shape == (40, 50)
    assert first.dtype == np.float32
    assert np.shares_memory(first, scratch("test", (7, 3, 2), np.uint16))
    assert not np.shares_memory(first, scratch("another", (40, 50), np.float32))
    larger = scratch("test", (80, 50), np.float32)
    assert not np.shares_memory(first, larger)
    assert np.shares_memory(larger, scratch("test", (80, 50), np.float32))


def test_shape_and_type_are_those_that_are_asked_for_last() -> None:
    for shape, kind in (((4, 6), np.uint8), ((6, 4), np.uint8), ((6, 4), np.int8), ((4, 6), np.uint8)):
        given = scratch("turns", shape, kind)
        assert (given.shape, given.dtype) == (shape, np.dtype(kind))
    assert scratch("turns", (4, 6), np.uint8) is given


def test_much_is_not_kept() -> None:
    much = scratch("test", (1 << 20,), np.float32)
    assert not np.shares_memory(much, scratch("test", (1 << 20,), np.float32))


def test_threads_share_nothing() -> None:
    mine = scratch("test", (100,), np.uint8)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(scratch, "test", (100,), np.uint8).result()
    assert not np.shares_memory(mine, other)
