"""What is found out of a pipeline once must not change what its calls give."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from augstudio.core.mixing import Mixing
from augstudio.core.parameters import Files, Range, parameters_of
from augstudio.core.step import Step
from augstudio.core.transform import CompositeTransform, Selector, Transform, catalogue
from augstudio.pipelines import Pipeline
from augstudio.render.planned import planned
from augstudio.render.resolve import resolve
from augstudio.transforms import (
    Brightness,
    HorizontalFlip,
    Invert,
    Mixup,
    OneOf,
    QuarterTurn,
    Resize,
    Rotate,
    TrivialAugment,
)
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


def test_steps_that_act_by_themselves_draw_and_fuse_as_all_others_do(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = [kind for kind in catalogue() if not issubclass(kind, Selector | Mixing)]
    usable = [
        kind() for kind in kinds if not any(isinstance(item.marker, Files) for item in parameters_of(kind))
    ]
    steps = [
        Step(id=number, transform=item, probability=(1, 0.5)[number % 2], enabled=number % 7 != 0)
        for number, item in enumerate(usable * 2, start=1)
    ]
    alone = [step for step in steps if not isinstance(step.transform, CompositeTransform)]
    for pipeline in (Pipeline(steps=tuple(alone)), Pipeline(steps=tuple(alone[::-1]))):
        plan = planned(pipeline)
        assert plan.plain is not None
        seen = [resolve(pipeline, (90, 70), seed=3, key="a", copy=copy) for copy in range(1, 9)]
        with monkeypatch.context() as patch:
            patch.setattr("augstudio.render.resolve.planned", lambda _, plan=plan: replace(plan, plain=None))
            assert seen == [resolve(pipeline, (90, 70), seed=3, key="a", copy=copy) for copy in range(1, 9)]
        assert len({stage for one in seen for stage in map(type, one.stages)}) == 3


@pytest.mark.parametrize("other", [OneOf(), TrivialAugment(), Mixup()])
def test_steps_that_choose_stand_for_others_or_mix_are_not_plain(other: Transform) -> None:
    assert planned(Pipeline.of([Invert(), other, Rotate()])).plain is None
    limited = Pipeline(steps=(Step(id=1, transform=Rotate(), classes=("cat",)),))
    assert planned(limited).plain is None
