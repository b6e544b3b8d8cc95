"""What is found out of a pipeline once must not change what its calls give."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.parameters import Range
from augstudio.core.step import Step
from augstudio.pipelines import Pipeline
from augstudio.render.planned import planned
from augstudio.render.resolve import resolve
from augstudio.transforms import Brightness, HorizontalFlip, Invert, QuarterTurn, Resize, Rotate
from tests.pictures import noise_picture

PICTURE = noise_picture(30, 20)


def test_pipelines_that_come_and_go_are_never_taken_for_one_another() -> None:
    made = set()
    for number in range(300):
        share = number / 300
        pipeline = Pipeline.of([Brightness(shift_range=Range(share, share))])
        made.add(planned(pipeline).pipeline.steps[0].transform)
        assert planned(pipeline).pipeline is pipeline
    assert len(made) == 300


def test_where_nothing_is_drawn_pictures_of_all_sizes_and_the_original_come_out_right() -> None:
    pipeline = Pipeline.of([HorizontalFlip(), Invert()])
    for size in ((30, 20), (20, 30), (1, 1), (30, 20)):
        picture = noise_picture(*size)
        for copy in (1, 2):
            np.testing.assert_array_equal(pipeline(picture, copy=copy, key="a"), 255 - picture[:, ::-1])
        np.testing.assert_array_equal(pipeline(picture, copy=0, key="a"), picture)


@pytest.mark.parametrize(
    "step",
    [
        Step(id=1, transform=HorizontalFlip(), probability=0.5),
        Step(id=1, transform=HorizontalFlip(), classes=("cat",)),
        Step(id=1, transform=QuarterTurn()),
    ],
)
def test_what_differs_from_call_to_call_is_not_kept(step: Step) -> None:
    pipeline = Pipeline(steps=(step,))
    calls = [(copy, classes) for copy in range(1, 20) for classes in ((), ("cat",))]
    made = {pipeline(PICTURE, copy=copy, key="a", classes=classes).tobytes() for copy, classes in calls}
    assert len(made) > 1


def test_steps_that_draw_nothing_are_placed_by_the_size_that_enters_them() -> None:
    steps = [Step(id=1, transform=HorizontalFlip(), probability=0.5), Step(id=2, transform=QuarterTurn())]
    steps += [Step(id=3, transform=HorizontalFlip()), Step(id=4, transform=Resize(width=9, height=5))]
    pipeline = Pipeline(steps=tuple(steps))
    for size in ((30, 20), (20, 30), (7, 7), (30, 20)):
        for copy in range(1, 9):
            seen = resolve(pipeline, size, seed=1, key="a", copy=copy)
            assert seen == resolve(Pipeline(steps=tuple(steps)), size, seed=1, key="a", copy=copy)


def test_so_much_is_kept_and_no_more() -> None:
    plan = planned(Pipeline.of([HorizontalFlip(), Rotate()]))
    for side in range(1, 5000):
        resolve(plan.pipeline, (side, 3), seed=0, key="a", copy=1)
    assert 0 < len(plan.kept) <= 4096


def test_the_same_steps_in_another_pipeline_give_the_same() -> None:
    steps = [HorizontalFlip(), Resize()]
    first, second = (Pipeline.of(steps) for _ in range(2))
    one, other = (resolve(item, (30, 20), seed=1, key="a", copy=1) for item in (first, second))
    assert one == other
    assert one == resolve(first, (30, 20), seed=2, key="b", copy=3)
