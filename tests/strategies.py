"""Random valid transforms, paddings and pipelines, made from the catalogue's own declarations."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Choice, Files, IntSlider, Names, Parameter, Slider, parameters_of
from augstudio.core.step import MAX_STEP_ID, Step
from augstudio.core.transform import Transform
from augstudio.pipelines import Pipeline
from augstudio.transforms import CATALOGUE

_LARGEST = 300
"""Of pixels, no more are asked for than a test needs."""


def values(parameter: Parameter) -> st.SearchStrategy[Any]:
    """Valid values of one parameter."""
    marker = parameter.marker
    if isinstance(marker, Slider):
        numbers: st.SearchStrategy[float] = (
            st.integers(marker.low, min(marker.high, _LARGEST))
            if isinstance(marker, IntSlider)
            else st.floats(marker.low, marker.high)
        )
        if not parameter.is_range:
            return numbers
        return st.tuples(numbers, numbers).map(lambda ends: marker.range_of(min(ends), max(ends)))
    if isinstance(marker, Choice):
        options = list(marker.options)
        if marker.several:
            return st.lists(st.sampled_from(options), min_size=1, unique=True).map(tuple)
        return st.sampled_from(options)
    if isinstance(marker, Names):
        return st.lists(st.sampled_from(("cat", "dog", "né")), unique=True).map(tuple)
    return st.just(()) if isinstance(marker, Files) else st.booleans()


def transforms(kind: type[Transform] | None = None) -> st.SearchStrategy[Transform]:
    """Valid transforms of one kind, or of any."""
    if kind is None:
        return st.one_of([transforms(each) for each in CATALOGUE])
    fields = {parameter.name: values(parameter) for parameter in parameters_of(kind)}
    return st.fixed_dictionaries({}, optional=fields).map(lambda given: kind(**given))


def paddings() -> st.SearchStrategy[Padding]:
    """Valid paddings."""
    level = st.integers(0, 255)
    return st.builds(Padding, mode=st.sampled_from(PaddingMode), fill=st.tuples(level, level, level))


@st.composite
def pipelines(draw: st.DrawFn, most: int = 6) -> Pipeline:
    """Valid pipelines of up to so many steps."""
    ids = draw(st.lists(st.integers(1, MAX_STEP_ID), unique=True, max_size=most))
    steps = [
        Step(
            id=step_id,
            transform=draw(transforms()),
            probability=draw(st.floats(0, 1)),
            enabled=draw(st.booleans()),
        )
        for step_id in ids
    ]
    return Pipeline(steps=tuple(steps), padding=draw(paddings()))
