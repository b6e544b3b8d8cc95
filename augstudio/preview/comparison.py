"""What a comparison shows: panes in which only what is compared differs.

The window and the command line show the same panes; each says which pipeline and which copy to render.
Fixing a parameter narrows its range to one value: the step's stream still gives one number for it, so every
other draw, and the noise, stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from augstudio.assets import pinned, shipped_references
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Choice, Files, IntSlider, Names, Parameter, Range, Slider, parameters_of
from augstudio.core.pipeline import Pipeline
from augstudio.core.selection import member_spans
from augstudio.core.step import Step
from augstudio.core.text import quoted
from augstudio.core.transform import Selector, Transform
from augstudio.datasets.base import Sample
from augstudio.errors import PipelineError

SWEEP_COUNTS: Final = range(3, 10)
"""How many values of a number a sweep may show."""

# A range without width is swept over this share of the allowed span, to either side of its value.
_AROUND_POINT: Final = 0.25


@dataclass(frozen=True)
class StepParameter:
    """One parameter of one step in a pipeline."""

    step: Step
    parameter: Parameter

    @property
    def value(self) -> Any:
        """What the step holds for it."""
        return getattr(self.step.transform, self.parameter.name)


@dataclass(frozen=True)
class Setting:
    """A parameter fixed at a value, so that every draw gives it."""

    target: StepParameter
    value: Any


@dataclass(frozen=True)
class RangeEnd:
    """One end of a range.

    Attributes:
        step: Id of its step.
        field: Name of its parameter.
        end: 0 is the lower end, 1 the upper.
    """

    step: int
    field: str
    end: int

    def setting(self, pipeline: Pipeline) -> Setting | None:
        """The parameter fixed at this end; None where the pipeline has no such range."""
        steps = [step for step in pipeline.steps if step.id == self.step]
        for step in steps:
            for parameter in parameters_of(type(step.transform)):
                if parameter.name == self.field and parameter.is_range:
                    target = StepParameter(step, parameter)
                    return Setting(target, target.value[self.end])
        return None


@dataclass(frozen=True)
class Pane:
    """One picture of a comparison.

    Attributes:
        caption: Short name, in English.
        pipeline: What to render with.
        copy: Number of the copy; 0 is the original.
        settings: What the pipeline has fixed, for a caption in another language.
        sample: Another picture of the dataset than the one all other panes show; None for that one.
    """

    caption: str
    pipeline: Pipeline
    copy: int
    settings: tuple[Setting, ...] = ()
    sample: Sample | None = None


def original_and_result(pipeline: Pipeline, copy: int) -> tuple[Pane, ...]:
    """The untouched picture beside one copy."""
    return Pane("original", pipeline, 0), Pane(f"copy {copy}", pipeline, copy)


def padding_modes(pipeline: Pipeline, copy: int) -> tuple[Pane, ...]:
    """One copy in every padding mode, on the same draw."""
    return tuple(
        Pane(mode.value, pipeline.with_padding(pipeline.padding.model_copy(update={"mode": mode})), copy)
        for mode in PaddingMode
    )


def copies(pipeline: Pipeline, count: int) -> tuple[Pane, ...]:
    """Copies 1 .. count of the same picture."""
    return tuple(Pane(f"copy {number}", pipeline, number) for number in range(1, count + 1))


def pictures(pipeline: Pipeline, copy: int, samples: Iterable[Sample]) -> tuple[Pane, ...]:
    """One copy of each of some pictures."""
    return tuple(Pane(sample.key, pipeline, copy, sample=sample) for sample in samples)


def catalogue_panes(
    kinds: Iterable[type[Transform]], padding: Padding, copy: int
) -> tuple[tuple[Pane, Pane, Pane], ...]:
    """Every kind of transform with its ranges at the low end, the middle and the high end of their defaults.

    A kind without ranges is shown in three copies. Kinds that only choose among other steps are left out.
    """
    shown = (kind for kind in kinds if not issubclass(kind, Selector))
    return tuple(_catalogue_row(demonstrated(kind), padding, copy) for kind in shown)


def demonstrated(kind: type[Transform]) -> Transform:
    """A transform with its defaults, and with a file where it needs one and one comes with the program."""
    transform = kind()
    for parameter in parameters_of(kind):
        marker = parameter.marker
        if isinstance(marker, Files) and not marker.optional and not parameter.default:
            files = tuple(pinned(file) for file in shipped_references(marker)[:1])
            transform = transform.model_copy(update={parameter.name: files})
    return transform


def _catalogue_row(transform: Transform, padding: Padding, copy: int) -> tuple[Pane, Pane, Pane]:
    ranges = [parameter for parameter in parameters_of(type(transform)) if parameter.is_range]

    def pane(title: str, share: float) -> Pane:
        update = {item.name: _fixed_between(item, getattr(transform, item.name), share) for item in ranges}
        changed = transform.model_copy(update=update)
        return Pane(f"{transform.NAME}: {title}", Pipeline.of((changed,), padding), copy)

    if ranges:
        return pane("low", 0.0), pane("middle", 0.5), pane("high", 1.0)
    copies_shown = (replace(pane(f"copy {copy + more}", 0.0), copy=copy + more) for more in range(3))
    first, second, third = copies_shown
    return first, second, third


def _fixed_between(parameter: Parameter, ends: tuple[float, float], share: float) -> Any:
    assert isinstance(parameter.marker, Slider)
    return parameter.fixed_at(parameter.marker.between(ends, share))


# -- sweep ----------------------------------------------------------------------------------------------


def sweep(pipeline: Pipeline, copy: int, target: StepParameter, count: int) -> tuple[Pane, ...]:
    """One copy at several values of one parameter; its step always takes part, so that each shows."""
    settings = (Setting(target, value) for value in sweep_values(target, count))
    return tuple(
        Pane(describe((setting,)), fixing(pipeline, (setting,)), copy, (setting,)) for setting in settings
    )


def sweep_values(target: StepParameter, count: int) -> tuple[Any, ...]:
    """The values that a sweep shows, in order.

    Args:
        target: What is swept.
        count: How many values of a number, at least 2; options of a choice are shown all.

    Returns:
        Numbers from one end of the range to the other; around the value where there is no range. Fewer where
        there are not as many whole numbers.
    """
    marker, value = target.parameter.marker, target.value
    if isinstance(marker, Slider):
        ends = value if target.parameter.is_range else Range(value, value)
        return _spread(marker, ends if ends.low < ends.high else _around(marker, ends.low), count)
    if isinstance(marker, Files):
        return tuple((file,) for file in value) or ((),)
    if isinstance(marker, Names):
        return tuple((name,) for name in value) or ((),)
    return tuple(marker.options) if isinstance(marker, Choice) else (False, True)


def parameters_in_use(pipeline: Pipeline) -> tuple[StepParameter, ...]:
    """Every parameter of every step that is switched on, in order."""
    return tuple(
        StepParameter(step, parameter)
        for step in pipeline.switched_on()
        for parameter in parameters_of(type(step.transform))
    )


def parameter_named(pipeline: Pipeline, name: str) -> StepParameter:
    """The parameter that a user means by ``rotate.angle_range`` or, with the step's id, ``2.angle_range``.

    Raises:
        PipelineError: There is none, or more than one.
    """
    which, dot, field = name.partition(".")
    if not dot:
        raise PipelineError("must name a step and a field, as rotate.angle_range, got {0}", quoted(name))
    found = [step for step in pipeline.steps if which in (step.name, str(step.id))]
    if not found:
        listed = ", ".join(f"{step.name} (id {step.id})" for step in pipeline.steps) or "none"
        raise PipelineError("there is no step {0}; the pipeline's steps are {1}", quoted(which), listed)
    on = pipeline.switched_on()
    active = [step for step in found if step in on]
    if not active:
        raise PipelineError("the step {0} is switched off", quoted(which))
    if len(active) > 1:
        ids = ", ".join(str(step.id) for step in active)
        raise PipelineError("several steps are named {0}; use an id instead, one of {1}", quoted(which), ids)
    known = parameters_of(type(active[0].transform))
    for parameter in known:
        if parameter.name == field:
            return StepParameter(active[0], parameter)
    listed = ", ".join(parameter.name for parameter in known) or "none"
    raise PipelineError("the step {0} has no parameter {1}; it has {2}", quoted(which), quoted(field), listed)


# -- extremes -------------------------------------------------------------------------------------------


def extremes(pipeline: Pipeline, copy: int) -> tuple[Pane, ...]:
    """What the ranges allow, three panes for each step with a range, and three for all of them together.

    A step's panes show its ranges' lowest, middle and highest values while all other steps keep their draws.
    The last three are the original, everything in the middle, and the worst case: everything at the end that
    changes more.

    Returns:
        Nothing where no step that is switched on has a range.
    """
    steps = [ranges for step in pipeline.switched_on() if (ranges := _open_ranges(step))]
    if not steps:
        return ()
    everything = [target for ranges in steps for target in ranges]
    middle = tuple(Setting(target, _ends_and_middle(target)[1]) for target in everything)
    worst = tuple(Setting(target, _outer_end(target)) for target in everything)
    return (
        *(pane for ranges in steps for pane in _extremes_of_step(pipeline, copy, ranges)),
        Pane("original", pipeline, 0),
        Pane("all in the middle", fixing(pipeline, middle), copy, middle),
        Pane("worst case", fixing(pipeline, worst), copy, worst),
    )


def _extremes_of_step(pipeline: Pipeline, copy: int, ranges: list[StepParameter]) -> list[Pane]:
    columns = zip(*(_ends_and_middle(target) for target in ranges), strict=True)
    rows = [tuple(Setting(*pair) for pair in zip(ranges, values, strict=True)) for values in columns]
    title = ranges[0].step.transform.TITLE
    return [Pane(f"{title}: {describe(row)}", fixing(pipeline, row), copy, row) for row in rows]


def _open_ranges(step: Step) -> list[StepParameter]:
    """The step's ranges that have a width."""
    targets = (StepParameter(step, parameter) for parameter in parameters_of(type(step.transform)))
    return [item for item in targets if item.parameter.is_range and item.value.low < item.value.high]


def _ends_and_middle(target: StepParameter) -> tuple[float, ...]:
    marker, (low, high) = target.parameter.marker, target.value
    assert isinstance(marker, Slider)
    # Whole numbers may have none between them: then the middle is one of the ends.
    middle = marker.between((low, high), 0.5)
    return low, middle if isinstance(marker, IntSlider) else _spread(marker, target.value, 3)[1], high


def _outer_end(target: StepParameter) -> Any:
    """The end of the range that lies farther from where the transform changes nothing."""
    low, high = target.value
    neutral = (target.step.transform.NEUTRAL or {}).get(target.parameter.name)
    if neutral is None:
        return high
    centre = sum(neutral) / 2
    return low if centre - low > high - centre else high


# -- settings -------------------------------------------------------------------------------------------


def fixing(pipeline: Pipeline, settings: Iterable[Setting]) -> Pipeline:
    """The pipeline with parameters fixed; their steps are on and always take part, all else is as it was.

    Where all are of one step, that step is also the one chosen out of its group; of several steps in a group,
    the draw goes on choosing.
    """
    settings = tuple(settings)
    steps = {setting.target.step.id for setting in settings}
    if len(steps) == 1:
        pipeline = _chosen(pipeline, *steps)
    for setting in settings:
        step, parameter = pipeline.step(setting.target.step.id), setting.target.parameter
        transform = step.transform.model_copy(update={parameter.name: parameter.fixed_at(setting.value)})
        always = {"transform": transform, "probability": 1.0, "enabled": True}
        pipeline = pipeline.replacing(step.model_copy(update=always))
    return pipeline


def _chosen(pipeline: Pipeline, step_id: int) -> Pipeline:
    """The pipeline in which the selecting steps above a step always choose it."""
    steps = list(pipeline.steps)
    place = next(number for number, step in enumerate(steps) if step.id == step_id)
    for number in range(place):
        if not isinstance(steps[number].transform, Selector):
            continue
        spans = member_spans(steps, number)
        if any(place in span for span in spans):
            steps[number] = steps[number].model_copy(update={"probability": 1.0, "enabled": True})
            for span in spans:
                weight = {"probability": float(place in span), "enabled": place in span}
                steps[span.start] = steps[span.start].model_copy(update=weight)
    return pipeline.with_steps(steps)


def describe(settings: Iterable[Setting], translate: Callable[[str], str] = str) -> str:
    """Settings in words: "x −10 %, y +4 %"."""
    return ", ".join(
        f"{translate(item.target.parameter.label).lower()} "
        f"{translate(item.target.parameter.text(item.value)).lower()}"
        for item in settings
    )


def _around(marker: Slider, value: float) -> Range:
    """A range about one value, within the limits and on whole steps."""
    reach = _AROUND_POINT * (marker.high - marker.low)
    return Range(*(marker.nearest(end, marker.decimals) for end in (value - reach, value + reach)))


def _spread(marker: Slider, ends: Range, count: int) -> tuple[float, ...]:
    """Evenly spaced values, those between the ends rounded to what is shown, so that captions tell them."""
    low, high = ends
    even = [low + (high - low) * number / (count - 1) for number in range(count - 1)] + [high]
    rounded = [low, *(marker.nearest(value, marker.decimals + 1) for value in even[1:-1]), high]
    if isinstance(marker, IntSlider):
        return tuple(dict.fromkeys(rounded))
    distinct = all(one < other for one, other in pairwise(rounded))
    return tuple(rounded if distinct else even)
