"""Parameters of which only whole numbers act: drawn evenly, recorded, edited and swept as such."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from augstudio.core.parameters import IntRange, IntSlider, Parameter, Slider, parameters_of
from augstudio.core.transform import CompositeTransform, Transform
from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import StepParameter, extremes, sweep_values
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import CATALOGUE
from augstudio.ui.pipeline_panel.fields import NumberField, RangeField, make_field
from tests.commands import told
from tests.mixing import OTHERS
from tests.pictures import smooth_picture
from tests.statistics import SURPRISING, chi_square_score

SLIDERS = [
    (kind, parameter)
    for kind in CATALOGUE
    for parameter in parameters_of(kind)
    if isinstance(parameter.marker, Slider)
]
WHOLE = [item for item in SLIDERS if isinstance(item[1].marker, IntSlider)]
WHOLE_RANGES = [item for item in WHOLE if item[1].is_range]
COARSE = [
    (kind, parameter)
    for kind, parameter in SLIDERS
    if parameter.is_range
    and isinstance(parameter.marker, Slider)
    and not isinstance(parameter.marker, IntSlider)
    and parameter.marker.step >= 1
]


def named(value: object) -> str:
    return value.name if isinstance(value, Parameter) else str(getattr(value, "NAME", value))


def holding(kind: type[Transform], name: str, value: Any) -> Pipeline:
    return Pipeline.from_dict({"augstudio": 1, "steps": [{"id": 1, "transform": kind.NAME, name: value}]})


@pytest.mark.parametrize(("kind", "parameter"), WHOLE_RANGES, ids=named)
def test_every_whole_number_of_a_range_is_drawn_equally_often(
    kind: type[Transform], parameter: Parameter
) -> None:
    low = int(parameter.marker.low)  # type: ignore[union-attr]
    pipeline = holding(kind, parameter.name, [low, low + 3])
    resolved = [
        resolve(pipeline, (9, 9), seed=0, key=str(number), copy=1, partners=OTHERS) for number in range(2000)
    ]
    name = parameter.name.removesuffix("_range")
    drawn = [json.loads(json.dumps(one.draws[0].to_dict()))["draw"][name] for one in resolved]
    assert {type(value) for value in drawn} == {int}
    counts = Counter(drawn)
    assert sorted(counts) == [low, low + 1, low + 2, low + 3]
    observed = np.array([counts[value] for value in sorted(counts)])
    assert abs(chi_square_score(observed, np.full(4, 500.0))) < SURPRISING


@pytest.mark.parametrize(("kind", "parameter"), COARSE, ids=named)
def test_fractions_act_where_they_are_drawn(kind: type[Transform], parameter: Parameter) -> None:
    """A real parameter that is rounded before it acts ought to be declared as one of whole numbers."""
    marker = parameter.marker
    assert isinstance(marker, Slider)
    if issubclass(kind, CompositeTransform):
        assert parameter.name == "magnitude_range"  # a strength, of which each operation makes what it needs
        return
    image = smooth_picture(96, 80)

    def made(value: float) -> bytes:
        pipeline = holding(kind, parameter.name, [value, value])
        return render(image, resolve(pipeline, (96, 80), seed=0, key="k", copy=1)).tobytes()

    reach = marker.high - marker.low
    starts = [marker.low + share * reach for share in (0.03, 0.2, 0.45, 0.8)]
    starts = [start // marker.step * marker.step for start in starts]
    assert any(made(start + 0.1 * marker.step) != made(start + 0.4 * marker.step) for start in starts)


@pytest.mark.parametrize(("kind", "parameter"), WHOLE, ids=named)
def test_only_whole_numbers_are_taken(kind: type[Transform], parameter: Parameter) -> None:
    marker = parameter.marker
    given: Any = [marker.low, marker.high] if parameter.is_range else marker.high  # type: ignore[union-attr]
    as_floats = [float(end) for end in given] if parameter.is_range else float(given)
    held = getattr(holding(kind, parameter.name, as_floats).steps[0].transform, parameter.name)
    assert held == (tuple(given) if parameter.is_range else given)
    assert {type(end) for end in (held if parameter.is_range else [held])} == {int}
    assert isinstance(held, IntRange) == parameter.is_range
    between = marker.low + 0.5  # type: ignore[union-attr]
    wrong: Any = [marker.low, between] if parameter.is_range else between  # type: ignore[union-attr]
    with pytest.raises(PipelineError, match=r"must be a whole number from \d+ to \d+, got \d+\.5$"):
        holding(kind, parameter.name, wrong)


@pytest.mark.parametrize(("kind", "parameter"), WHOLE_RANGES, ids=named)
@pytest.mark.parametrize("count", [3, 5, 9])
def test_sweeps_and_extremes_show_whole_numbers(
    kind: type[Transform], parameter: Parameter, count: int
) -> None:
    low = int(parameter.marker.low)  # type: ignore[union-attr]
    pipeline = holding(kind, parameter.name, [low, low + 3])
    values = sweep_values(StepParameter(pipeline.steps[0], parameter), count)
    assert values == ((low, low + 2, low + 3) if count == 3 else tuple(range(low, low + 4)))
    assert {type(value) for value in values} == {int}
    for pane in extremes(pipeline, 1):
        assert Pipeline.from_json(pane.pipeline.to_json()) == pane.pipeline


@pytest.mark.parametrize(("kind", "parameter"), WHOLE, ids=named)
def test_editors_give_whole_numbers(qtbot: QtBot, kind: type[Transform], parameter: Parameter) -> None:
    field = make_field(parameter)
    assert isinstance(field, QObject)
    qtbot.addWidget(field)
    told: list[Any] = []
    field.edited.connect(lambda value, gesture: told.append(value))
    marker = parameter.marker
    assert isinstance(marker, IntSlider)
    field.set_value(marker.range_of(marker.low, marker.high) if parameter.is_range else marker.low)
    if isinstance(field, RangeField):
        field.slider.set_numbers((marker.low + 0.6, marker.high - 0.6))
        field.low.setValue(marker.low + 2.4)
        boxes = [field.low, field.high]
        assert told == [(marker.low + 1, marker.high - 1), (marker.low + 2, marker.high)]
    else:
        assert isinstance(field, NumberField)
        field.slider.set_numbers((marker.low + 0.6,))
        boxes = [field.number]
        assert told == [marker.low + 1]
    assert {box.decimals() for box in boxes} == {0}
    assert {box.singleStep() for box in boxes} == {1}
    ends = [end for value in told for end in (value if parameter.is_range else [value])]
    assert {type(end) for end in ends} == {int}


def test_the_reference_says_which_numbers_are_whole() -> None:
    text = told("transforms").stdout
    assert "bits_range: range of whole numbers, from 1 to 8, shown in bit; default [3, 5]" in text
    assert "count: whole number, from 0 to 4; default 2" in text
    assert "angle_range: range, from -180 to 180" in text
