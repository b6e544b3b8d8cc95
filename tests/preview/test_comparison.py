"""What a comparison shows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.draws import single_values
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Choice, IntSlider, Range, Slider
from augstudio.core.selection import depths
from augstudio.core.step import Step
from augstudio.core.transform import CompositeTransform, Selector
from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import (
    SWEEP_COUNTS,
    StepParameter,
    copies,
    describe,
    extremes,
    original_and_result,
    padding_modes,
    parameter_named,
    parameters_in_use,
    sweep,
    sweep_values,
)
from augstudio.render.resolve import resolve
from augstudio.transforms import (
    CATALOGUE,
    GaussianNoise,
    HorizontalFlip,
    OneOf,
    RandomCrop,
    Rotate,
    Scale,
    Shear,
)
from tests.mixing import OTHERS
from tests.pictures import noise_picture
from tests.strategies import pipelines

PIPELINE = Pipeline.default().with_padding(Padding(mode=PaddingMode.WRAP, fill=(1, 2, 3)))


def draws(pipeline: Pipeline, copy: int = 1) -> dict[int, dict[str, Any]]:
    """What the steps that take part draw, value by value, by step id."""
    resolved = resolve(pipeline, (30, 20), seed=5, key="k", copy=copy, partners=OTHERS)
    return {draw.step_id: dict(single_values(draw.draw.to_dict())) for draw in resolved.draws}


def operations(draw: dict[str, Any]) -> list[object]:
    """What a step that stands for others has chosen, in order."""
    return [value for name, value in draw.items() if name.startswith("operation")]


def drawn_name(target: StepParameter) -> str:
    return target.parameter.name.removesuffix("_range")


# -- side by side, padding, copies ----------------------------------------------------------------------


def test_original_stands_beside_its_copy() -> None:
    original, result = original_and_result(PIPELINE, 4)
    image = noise_picture(30, 20)
    assert isinstance(original.pipeline, Pipeline)
    np.testing.assert_array_equal(original.pipeline(image, copy=original.copy, key="k"), image)
    assert (result.pipeline, result.copy, result.caption) == (PIPELINE, 4, "copy 4")


def test_padding_modes_differ_in_the_mode_alone() -> None:
    panes = padding_modes(PIPELINE, 2)
    assert [pane.caption for pane in panes] == [mode.value for mode in PaddingMode]
    assert [pane.pipeline.padding.mode for pane in panes] == list(PaddingMode)
    assert {pane.pipeline.padding.fill for pane in panes} == {(1, 2, 3)}
    resolved = [resolve(pane.pipeline, (30, 20), seed=5, key="k", copy=pane.copy) for pane in panes]
    assert all(one.draws == resolved[0].draws and one.stages == resolved[0].stages for one in resolved)


def test_copies_count_from_one() -> None:
    assert [(pane.copy, pane.caption) for pane in copies(PIPELINE, 3)] == [
        (1, "copy 1"),
        (2, "copy 2"),
        (3, "copy 3"),
    ]
    assert {pane.pipeline.fingerprint() for pane in copies(PIPELINE, 3)} == {PIPELINE.fingerprint()}


# -- sweep ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.NAME)
def test_every_parameter_of_the_catalogue_can_be_swept(kind: Any) -> None:
    pipeline = Pipeline.of((Rotate(), kind(), GaussianNoise()))
    pipeline = pipeline.replacing(pipeline.step(2).model_copy(update={"probability": 0.0}))
    targets = [target for target in parameters_in_use(pipeline) if target.step.id == 2]
    assert [target.parameter.name for target in targets] == list(kind.model_fields)
    for target in targets:
        before = draws(pipeline.replacing(target.step.model_copy(update={"probability": 1.0})))
        values = sweep_values(target, 7)
        panes = sweep(pipeline, 1, target, 7)
        assert len(set(values)) == len(panes) == len({pane.caption for pane in panes})
        for pane, value in zip(panes, values, strict=True):
            assert Pipeline.from_dict(pane.pipeline.to_dict()) == pane.pipeline, "a valid pipeline"
            found = draws(pane.pipeline)
            if issubclass(kind, CompositeTransform):
                # What it stands for stays; how strong that is follows the swept magnitude.
                fewer, more = sorted((operations(found[2]), operations(before[2])), key=len)
                assert more[: len(fewer)] == fewer
                continue
            swept = {**before[2], drawn_name(target): value}
            expected = swept if drawn_name(target) in before[2] else before[2]
            assert {step: found[step] for step in (1, 3)} == {step: before[step] for step in (1, 3)}
            # How many places a step draws may depend on the swept number; those that are there stay.
            assert found[2].items() <= expected.items() or expected.items() <= found[2].items()
            assert getattr(pane.pipeline.step(2).transform, target.parameter.name) in (
                value,
                (value,),
                (value, value),
            )


@given(st.data(), pipelines(), st.sampled_from(SWEEP_COUNTS))
def test_a_sweep_goes_from_end_to_end_and_changes_nothing_else(
    data: st.DataObject, pipeline: Pipeline, count: int
) -> None:
    targets = parameters_in_use(pipeline)
    if not targets:
        return
    target = data.draw(st.sampled_from(targets))
    panes = sweep(pipeline, 3, target, count)
    values = [pane.settings[0].value for pane in panes]
    marker = target.parameter.marker
    if isinstance(marker, Slider):
        assert len(values) == (len(set(values)) if isinstance(marker, IntSlider) else count)
        assert values == sorted(values)
        assert marker.low <= values[0] <= values[-1] <= marker.high
        if target.parameter.is_range and target.value.low < target.value.high:
            assert (values[0], values[-1]) == target.value
    elif isinstance(marker, Choice):
        assert values == list(marker.options)
    before = draws(pipeline, 3)
    for pane in panes:
        found = draws(pane.pipeline, 3)
        swept = found.pop(target.step.id)
        assert found == {step_id: values for step_id, values in before.items() if step_id != target.step.id}
        if isinstance(target.step.transform, CompositeTransform):
            continue  # which operations there are, and what they draw, follows from its parameters
        for name, value in before.get(target.step.id, {}).items():
            if name != drawn_name(target):
                assert swept[name] == value


@pytest.mark.parametrize(
    ("transform", "field", "values"),
    [
        (Rotate(angle_range=Range(-15, 15)), "angle_range", (-15, -7.5, 0, 7.5, 15)),
        (Rotate(angle_range=Range(10, 10)), "angle_range", (-80, -35, 10, 55, 100)),
        (Rotate(angle_range=Range(-180, -180)), "angle_range", (-180, -157.5, -135, -112.5, -90)),
        # Thirds are rounded to a decimal that captions show.
        (Scale(factor_range=Range(0.9, 1)), "factor_range", (0.9, 0.925, 0.95, 0.975, 1)),
        (RandomCrop(area_range=Range(0.1, 0.2)), "area_range", (0.1, 0.125, 0.15, 0.175, 0.2)),
        # A range too narrow for that keeps its exact values.
        (Rotate(angle_range=Range(0, 0.004)), "angle_range", (0, 0.001, 0.002, 0.003, 0.004)),
        (Rotate(), "size", ("keep", "grow", "crop")),
        (GaussianNoise(), "per_channel", (False, True)),
    ],
)
def test_values_of_a_sweep(transform: Any, field: str, values: tuple[Any, ...]) -> None:
    target = parameter_named(Pipeline.of((transform,)), f"1.{field}")
    assert sweep_values(target, 5) == values


def test_values_between_the_ends_are_what_captions_show() -> None:
    target = parameter_named(Pipeline.of((Rotate(angle_range=Range(0, 10)),)), "rotate.angle_range")
    panes = sweep(Pipeline.of((Rotate(angle_range=Range(0, 10)),)), 1, target, 4)
    assert [pane.settings[0].value for pane in panes] == [0, 3.3, 6.7, 10]
    assert [pane.caption for pane in panes] == ["angle 0°", "angle +3.3°", "angle +6.7°", "angle +10°"]


def test_parameters_of_steps_that_are_off_are_not_offered() -> None:
    pipeline = Pipeline.of((HorizontalFlip(), Rotate(), GaussianNoise()))
    pipeline = pipeline.replacing(pipeline.step(2).model_copy(update={"enabled": False}))
    assert {target.step.id for target in parameters_in_use(pipeline)} == {3}


def test_naming_a_parameter() -> None:
    pipeline = Pipeline.of((Rotate(), Scale(), Rotate(), GaussianNoise()))
    pipeline = pipeline.replacing(pipeline.step(4).model_copy(update={"enabled": False}))
    target = parameter_named(pipeline, "scale.stretch_range")
    assert (target.step.id, target.parameter.name, target.value) == (2, "stretch_range", Range(1, 1))
    assert parameter_named(pipeline, "3.size").step.id == 3
    for name, reason in {
        "rotate": "must name a step and a field",
        "rotate.size": "several steps are named 'rotate'; use an id instead, one of 1, 3",
        "blur.sigma": "there is no step 'blur'; the pipeline's steps are rotate \\(id 1\\), scale",
        "gaussian_noise.sigma_range": "the step 'gaussian_noise' is switched off",
        "3.angle": "the step '3' has no parameter 'angle'; it has angle_range, size",
    }.items():
        with pytest.raises(PipelineError, match=reason):
            parameter_named(pipeline, name)
    with pytest.raises(PipelineError, match="steps are none"):
        parameter_named(Pipeline(), "rotate.size")


# -- extremes -------------------------------------------------------------------------------------------


def test_extremes_of_the_default_pipeline() -> None:
    panes = extremes(PIPELINE, 2)
    assert [pane.caption for pane in panes] == [
        "Rotate: angle −15°", "Rotate: angle 0°", "Rotate: angle +15°",
        "Scale: factor 0.90×", "Scale: factor 1.00×", "Scale: factor 1.10×",
        "Translate: x −10 %, y −10 %", "Translate: x 0 %, y 0 %", "Translate: x +10 %, y +10 %",
        "Gaussian noise: sigma 0.0", "Gaussian noise: sigma 7.5", "Gaussian noise: sigma 15.0",
        "original", "all in the middle", "worst case",
    ]  # fmt: skip
    before = draws(PIPELINE, 2)
    lowest = draws(panes[6].pipeline, 2)
    assert lowest == {**before, 4: {"x": -0.1, "y": -0.1}}
    loudest = draws(panes[11].pipeline, 2)
    assert loudest == {**before, 5: {**before[5], "sigma": 15}}
    assert draws(panes[12].pipeline, panes[12].copy) == {}
    worst = draws(panes[14].pipeline, 2)
    assert worst[2] == {"angle": 15}
    assert worst[5] == {"sigma": 15, "noise_seed": before[5]["noise_seed"]}
    assert worst.get(1) == before.get(1), "the flip has no range and keeps its draw"


def test_the_worst_case_takes_the_end_that_changes_more() -> None:
    strong = Pipeline.of(
        (Rotate(angle_range=Range(-40, 10)), Scale(factor_range=Range(0.5, 1.2)), RandomCrop())
    )
    worst = extremes(strong, 1)[-1]
    assert describe(worst.settings) == "angle −40°, factor 0.50×, area 60 %"


@given(pipelines())
def test_extremes_leave_all_other_steps_alone(pipeline: Pipeline) -> None:
    panes = extremes(pipeline, 1)
    before = draws(pipeline)
    assert len(panes) % 3 == 0
    for pane in panes[:-3]:
        steps = {setting.target.step.id for setting in pane.settings}
        assert len(steps) == 1
        found = draws(pane.pipeline)
        shown = pane.settings[0].target.step.transform
        drawn = found.pop(steps.pop())
        if not isinstance(
            shown, CompositeTransform
        ):  # such draw it for each operation, of which there may be none
            assert {(drawn_name(item.target), item.value) for item in pane.settings} <= set(drawn.items())
        assert pane.pipeline.step(next(iter(pane.settings)).target.step.id).probability == 1
        others = alone(pipeline, found), alone(pipeline, before)
        assert others[0].items() <= others[1].items()
        assert len(others[1]) - len(others[0]) in (0, 1)


def alone(pipeline: Pipeline, found: dict[int, dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """The draws of steps that belong to no group: a step that is shown is chosen out of its own."""
    grouped = {step.id for step, depth in zip(pipeline.steps, depths(pipeline.steps), strict=True) if depth}
    groups = {step.id for step in pipeline.steps if isinstance(step.transform, Selector)}
    return {step: draw for step, draw in found.items() if step not in grouped | groups}


def test_a_step_of_a_group_is_chosen_to_be_shown() -> None:
    one_of = Step(id=1, transform=OneOf(count=2), probability=0.0)
    members = (Step(id=2, transform=Rotate(), probability=0.0), Step(id=3, transform=Scale()))
    pipeline = Pipeline(steps=(one_of, *members, Step(id=4, transform=Shear())))
    for target in [target for target in parameters_in_use(pipeline) if target.step.id in (2, 3)]:
        for copy in range(1, 6):
            for pane in sweep(pipeline, copy, target, 3):
                chosen = draws(pane.pipeline, copy).keys() & {2, 3}
                assert chosen == {target.step.id}
    off = pipeline.replacing(one_of.model_copy(update={"enabled": False}))
    assert {target.step.id for target in parameters_in_use(off)} == {4}
    assert all(pane.pipeline.step(1).enabled is False for pane in extremes(off, 1))
    with pytest.raises(PipelineError, match="the step 'rotate' is switched off"):
        parameter_named(off, "rotate.angle_range")


def test_no_range_no_extremes() -> None:
    off = Step(id=2, transform=Rotate(), enabled=False)
    fixed = Step(id=3, transform=Scale(factor_range=Range(2, 2)))
    steps = (Step(id=1, transform=HorizontalFlip()), off, fixed)
    assert extremes(Pipeline(steps=steps), 1) == ()
