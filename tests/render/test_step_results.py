"""Results of costly steps are made once, shared, and given up when nobody waits."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from augstudio.core.image import Image, size_of
from augstudio.core.interruption import Interrupted, checkpoint, interruptible
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.render.step_results import StepResults
from augstudio.transforms import StyleTransfer
from tests.pictures import noise_picture

IMAGE = noise_picture(16, 12)


class Maker:
    """Counts how often it makes something."""

    def __init__(self, result: Image) -> None:
        self.result = result
        self.made = 0

    def __call__(self) -> Image:
        self.made += 1
        return self.result.copy()


def test_the_same_work_is_done_once() -> None:
    results, make = StepResults(), Maker(IMAGE)
    first = results.get(IMAGE, "a", make)
    assert results.get(IMAGE.copy(), "a", make) is first
    assert make.made == 1
    assert not first.flags.writeable


def test_anything_that_differs_is_other_work() -> None:
    results, make = StepResults(), Maker(IMAGE)
    results.get(IMAGE, "a", make)
    results.get(IMAGE, "b", make)
    results.get(255 - IMAGE, "a", make)
    results.get(IMAGE.reshape(12 * 16, 1, 3), "a", make)
    assert make.made == 4


def test_the_oldest_go_first() -> None:
    results, make = StepResults.within(2 * IMAGE.nbytes), Maker(IMAGE)
    for recipe in "abac":
        results.get(IMAGE, recipe, make)
    assert make.made == 3
    results.get(IMAGE, "a", make)
    assert make.made == 3
    results.get(IMAGE, "b", make)
    assert make.made == 4
    too_large = Maker(np.zeros((100, 100, 3), np.uint8))
    results.get(IMAGE, "large", too_large)
    results.get(IMAGE, "large", too_large)
    assert too_large.made == 2


def test_threads_share_the_work() -> None:
    results, begun, go_on = StepResults(), threading.Event(), threading.Event()

    def slow() -> Image:
        begun.set()
        assert go_on.wait(10)
        return IMAGE.copy()

    other = Maker(IMAGE)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(results.get, IMAGE, "a", slow)
        assert begun.wait(10)
        second = pool.submit(results.get, IMAGE, "a", other)
        go_on.set()
        assert first.result(10) is second.result(10)
    assert other.made == 0


def test_who_waits_may_give_up_and_the_next_one_makes_it() -> None:
    results, begun, go_on = StepResults(), threading.Event(), threading.Event()

    def interrupted() -> Image:
        begun.set()
        assert go_on.wait(10)
        raise Interrupted

    def impatient() -> None:
        with interruptible(lambda: True):
            results.get(IMAGE, "a", Maker(IMAGE))

    make = Maker(IMAGE)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(results.get, IMAGE, "a", interrupted)
        assert begun.wait(10)
        with pytest.raises(Interrupted):
            pool.submit(impatient).result(10)
        second = pool.submit(results.get, IMAGE, "a", make)
        go_on.set()
        with pytest.raises(Interrupted):
            first.result(10)
        second.result(10)
    assert make.made == 1


def test_only_what_is_kept() -> None:
    results, make = StepResults(), Maker(IMAGE)
    with pytest.raises(Interrupted):
        results.kept().get(IMAGE, "a", make)
    results.get(IMAGE, "a", make)
    results.kept().get(IMAGE, "a", make)
    results.get(IMAGE, "b", make)
    assert make.made == 2


def test_checkpoints_ask_only_within_the_block() -> None:
    checkpoint()
    with interruptible(lambda: True):
        with interruptible(lambda: False):
            checkpoint()
        with pytest.raises(Interrupted):
            checkpoint()
    checkpoint()
    assert not issubclass(Interrupted, Exception)


def test_a_picture_that_is_given_back_stays_its_owners() -> None:
    results, image = StepResults(), IMAGE.copy()
    kept = results.get(image, "a", lambda: image[:, ::-1])
    assert image.flags.writeable
    image[:] = 0
    np.testing.assert_array_equal(kept, IMAGE[:, ::-1])


def test_renderings_share_what_is_kept_only_where_they_may() -> None:
    results = StepResults()
    pipeline = Pipeline.of((StyleTransfer(),))
    resolved = resolve(pipeline, size_of(IMAGE), seed=0, key="a", copy=1)
    own = render(IMAGE, resolved, results=results)
    one, other = (render(IMAGE, resolved, results=results, shared=True) for _ in range(2))
    np.testing.assert_array_equal(one, own)
    assert np.shares_memory(one, other)
    assert not one.flags.writeable
    assert own.flags.writeable
    assert not np.shares_memory(own, one)
