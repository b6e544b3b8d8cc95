"""One step out of several."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.reference import Reference
from augstudio.core.selection import depths, member_spans
from augstudio.core.step import Step
from augstudio.core.transform import Transform
from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline
from augstudio.render.resolve import resolve, resolve_recorded
from augstudio.transforms import (
    Brightness,
    ColorTransfer,
    GaussianNoise,
    HorizontalFlip,
    Invert,
    OneOf,
    VerticalFlip,
)
from augstudio.transforms.one_of import OneOfDraw

SIZE = (64, 48)


def steps(*transforms: Transform, **changed: dict[str, object]) -> Pipeline:
    """A pipeline with some steps changed, named by their place as ``s2={"probability": 0}``."""
    pipeline = Pipeline.of(transforms)
    for name, update in changed.items():
        step = pipeline.step(int(name[1:]))
        pipeline = pipeline.replacing(step.model_copy(update=update))
    return pipeline


def taking_part(pipeline: Pipeline, copy: int = 1) -> list[int]:
    return [draw.step_id for draw in resolve(pipeline, SIZE, seed=0, key="k", copy=copy).draws]


THREE = (OneOf(count=3), HorizontalFlip(), VerticalFlip(), Invert(), Brightness())


def test_exactly_one_takes_part_and_the_rest_is_untouched() -> None:
    pipeline = steps(*THREE)
    for copy in range(1, 60):
        part = taking_part(pipeline, copy)
        assert part[0] == 1
        assert len(set(part) & {2, 3, 4}) == 1
        assert part[-1] == 5
    assert taking_part(pipeline, copy=0) == []


def test_probabilities_are_weights() -> None:
    pipeline = steps(*THREE, s2={"probability": 0.2}, s3={"probability": 0.6}, s4={"probability": 0.0})
    count = Counter(taking_part(pipeline, copy)[1] for copy in range(1, 2001))
    assert set(count) == {2, 3}
    # Expected 500 with a standard deviation of 19.4.
    assert 420 < count[2] < 580


def test_steps_that_are_off_cannot_be_chosen() -> None:
    pipeline = steps(*THREE, s2={"enabled": False}, s4={"enabled": False})
    assert {taking_part(pipeline, copy)[1] for copy in range(1, 20)} == {3}
    none = steps(*THREE, s2={"enabled": False}, s3={"enabled": False}, s4={"probability": 0.0})
    assert taking_part(none) == [1, 5]


@pytest.mark.parametrize("out", [{"probability": 0.0}, {"enabled": False}], ids=["improbable", "off"])
def test_a_choice_that_stays_out_or_is_off_leaves_all_out(out: dict[str, object]) -> None:
    for copy in range(1, 20):
        assert taking_part(steps(*THREE, s1=out), copy) == [5]
    nested = steps(OneOf(count=2), OneOf(count=2), HorizontalFlip(), VerticalFlip(), Invert(), s1=out)
    assert taking_part(nested) == []


def test_a_group_that_is_off_within_another_cannot_be_chosen() -> None:
    group = (OneOf(count=2), OneOf(count=2), HorizontalFlip(), VerticalFlip(), Invert(), Brightness())
    pipeline = steps(*group, s2={"enabled": False})
    assert {tuple(taking_part(pipeline, copy)) for copy in range(1, 20)} == {(1, 5, 6)}
    assert [step.id for step in pipeline.switched_on()] == [1, 5, 6]


def test_what_is_below_a_group_that_is_off_needs_nothing() -> None:
    missing = Reference("nowhere/leaves.png")
    styled = ColorTransfer(references=(missing,))
    assert steps(OneOf(count=2), styled, Invert()).references() == (missing,)
    assert steps(OneOf(count=2), styled, Invert(), s1={"enabled": False}).references() == ()


def test_choices_within_choices() -> None:
    pipeline = steps(OneOf(count=2), OneOf(count=2), HorizontalFlip(), VerticalFlip(), Invert(), Brightness())
    seen = {tuple(taking_part(pipeline, copy)) for copy in range(1, 200)}
    assert seen == {(1, 2, 3, 6), (1, 2, 4, 6), (1, 5, 6)}
    assert depths(pipeline.steps) == (0, 1, 2, 2, 1, 0)
    assert member_spans(pipeline.steps, 0) == [range(1, 4), range(4, 5)]


def test_members_missing_at_the_end_are_not_there() -> None:
    pipeline = steps(OneOf(count=5), HorizontalFlip())
    assert {tuple(taking_part(pipeline, copy)) for copy in range(1, 9)} == {(1, 2)}
    assert taking_part(steps(OneOf())) == [1]


@given(st.integers(1, 10_000))
def test_what_others_draw_stays_the_same(copy: int) -> None:
    alone = {
        draw.step_id: draw for draw in resolve(steps(*THREE[1:]), SIZE, seed=0, key="k", copy=copy).draws
    }
    chosen = resolve(
        Pipeline(steps=(Step(id=9, transform=THREE[0]), *steps(*THREE[1:]).steps)),
        SIZE,
        seed=0,
        key="k",
        copy=copy,
    ).draws
    assert all(draw == alone[draw.step_id] for draw in chosen if draw.step_id != 9)


def test_recorded_draws_choose_the_same() -> None:
    pipeline = steps(OneOf(count=2), GaussianNoise(), HorizontalFlip(), Brightness())
    for copy in range(1, 12):
        made = resolve(pipeline, SIZE, seed=0, key="k", copy=copy)
        again = resolve_recorded(pipeline, SIZE, [draw.to_dict() for draw in made.draws])
        assert again == made
    with pytest.raises(PipelineError, match="is of no step of this pipeline"):
        resolve_recorded(
            pipeline, SIZE, [{"id": 1, "transform": "one_of", "draw": {"choice": 0.1}}, *_both()]
        )


def _both() -> list[dict[str, object]]:
    return [
        {"id": 2, "transform": "gaussian_noise", "draw": {"sigma": 3.0, "noise_seed": 1}},
        {"id": 3, "transform": "horizontal_flip", "draw": {}},
    ]


def test_the_end_of_the_line_belongs_to_the_last_one_wanted() -> None:
    assert OneOf().chosen(OneOfDraw(choice=math.nextafter(1.0, 0.0)), (0.1, 0.2, 0.0)) == 1
    assert OneOf().chosen(OneOfDraw(choice=0.5), (0.0, 0.0)) is None
    assert OneOf().chosen(OneOfDraw(choice=0.5), ()) is None
