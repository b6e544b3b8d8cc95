"""The markers that declare parameters: what they accept, and what they say when they refuse."""

from __future__ import annotations

import math
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from augstudio.core.parameters import Choice, Parameter, Range, Slider, Toggle, parameters_of


class Knobs(BaseModel):
    model_config = ConfigDict(frozen=True, validate_default=True)

    angle_range: Annotated[Range, Slider(-180, 180, step=1, unit="°", help="How far.")] = Range(-15, 15)
    share: Annotated[float, Slider(0, 1, step=0.01, shown_as=100, label="Salt")] = 0.5
    size: Annotated[str, Choice({"keep": "Keep", "grow": "Grow"})] = "keep"
    turns: Annotated[tuple[int, ...], Choice({1: "90", 2: "180", 3: "270"}, several=True)] = (1, 2, 3)
    coloured: Annotated[bool, Toggle(help="Or grey.")] = True
    undeclared: int = 0


def refusal(**fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        Knobs(**fields)
    return str(caught.value.errors()[0]["msg"]).removeprefix("Value error, ")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (1.5, "must lie from 0 to 1, got 1.5"),
        (-0.001, "must lie from 0 to 1, got -0.001"),
        (True, "must be a number from 0 to 1, got True"),
        ("0.5", "must be a number from 0 to 1, got '0.5'"),
        (None, "must be a number from 0 to 1, got None"),
        (math.nan, "must be a number from 0 to 1, got nan"),
        (math.inf, "must be a number from 0 to 1, got inf"),
        ([0.5], "must be a number from 0 to 1, got [0.5]"),
    ],
)
def test_slider_refuses_number(value: Any, message: str) -> None:
    assert refusal(share=value) == message


@pytest.mark.parametrize("digits", [30, 400])
def test_slider_refuses_huge_whole_numbers(digits: int) -> None:
    assert "from 0 to 1" in refusal(share=10**digits)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([0.5, 0.25], "must have its low end first, got [0.5, 0.25]"),
        ([3, -3], "must have its low end first, got [3, -3]"),
        ([-181, 0], "must lie from -180 to 180, got -181"),
        ([0, 180.5], "must lie from -180 to 180, got 180.5"),
        (5, "must be two numbers [low, high] from -180 to 180, got 5"),
        ([1], "must be two numbers [low, high] from -180 to 180, got [1]"),
        ([1, 2, 3], "must be two numbers [low, high] from -180 to 180, got [1, 2, 3]"),
        ("ab", "must be two numbers [low, high] from -180 to 180, got 'ab'"),
        ([False, True], "must be a number from -180 to 180, got False"),
        ([math.nan, 1], "must be a number from -180 to 180, got nan"),
    ],
)
def test_slider_refuses_range(value: Any, message: str) -> None:
    assert refusal(angle_range=value) == message


@pytest.mark.parametrize("value", [[-180, 180], (7, 7), Range(-0.25, 0.5)])
def test_range_is_read_as_floats(value: Any) -> None:
    given = Knobs(angle_range=value).angle_range
    assert given == Range(float(value[0]), float(value[1]))
    assert isinstance(given, Range)
    assert all(type(end) is float for end in given)


@pytest.mark.parametrize("value", ["crop", "", 1, None, True, ["keep"], 1.0])
def test_choice_refuses(value: Any) -> None:
    assert refusal(size=value) == f"must be one of keep, grow, got {value!r}"


@pytest.mark.parametrize("value", [[], 1, "1", None, {1: 2}])
def test_several_choices_need_a_list(value: Any) -> None:
    assert refusal(turns=value) == f"must be a list with any of 1, 2, 3, got {value!r}"


@pytest.mark.parametrize("item", [0, 4, "1", True, 1.0, None])
def test_several_choices_refuse_other_items(item: Any) -> None:
    assert refusal(turns=[2, item]) == f"must be any of 1, 2, 3, got {item!r}"


def test_several_choices_are_kept_once_and_in_order() -> None:
    assert Knobs(turns=(3, 1, 3)).turns == (1, 3)


@pytest.mark.parametrize("value", [1, 0, "true", None])
def test_toggle_refuses(value: Any) -> None:
    assert refusal(coloured=value) == f"must be true or false, got {value!r}"


def test_values_are_written_tidily() -> None:
    assert Knobs().model_dump(mode="json") == {
        "angle_range": [-15, 15],
        "share": 0.5,
        "size": "keep",
        "turns": [1, 2, 3],
        "coloured": True,
        "undeclared": 0,
    }
    written = Knobs(angle_range=Range(2.0, 2.5), share=1.0).model_dump_json()
    assert '"angle_range":[2,2.5],"share":1,' in written


def test_parameters_are_listed_in_order_of_declaration() -> None:
    found = parameters_of(Knobs)
    assert [parameter.name for parameter in found] == ["angle_range", "share", "size", "turns", "coloured"]
    assert [parameter.label for parameter in found] == ["Angle", "Salt", "Size", "Turns", "Coloured"]
    assert [parameter.is_range for parameter in found] == [True, False, False, False, False]
    assert found[0].default == Range(-15, 15)
    assert found[0].marker.help == "How far."


@pytest.mark.parametrize(
    ("step", "shown_as", "decimals"),
    [(1, 1, 0), (0.5, 1, 1), (0.01, 1, 2), (0.01, 100, 0), (0.001, 100, 1), (10, 1, 0), (0.25, 1, 1)],
)
def test_decimals_show_one_step(step: float, shown_as: float, decimals: int) -> None:
    assert Slider(0, 1, step=step, shown_as=shown_as).decimals == decimals


@pytest.mark.parametrize(
    ("marker", "value", "text", "steady"),
    [
        (Slider(-180, 180, step=1, unit="°"), -15, "−15°", "−15.0°"),
        (Slider(-180, 180, step=1, unit="°"), 7.25, "+7.2°", "+7.2°"),
        (Slider(-180, 180, step=1, unit="°"), 0, "0°", "0.0°"),
        (Slider(-180, 180, step=1, unit="°"), -0.01, "0.0°", "0.0°"),
        (Slider(0, 1, step=0.01, unit="%", shown_as=100), 0.29, "29 %", "29.0 %"),
        (Slider(-1, 1, step=0.01, unit="%", shown_as=100), 0.125, "+12.5 %", "+12.5 %"),
        (Slider(0.2, 3, step=0.01, unit="×"), 0.9, "0.90×", "0.900×"),
        (Slider(0, 100, step=0.5), 3.75, "3.75", "3.75"),
    ],
)
def test_numbers_are_shown_with_sign_unit_and_the_decimals_they_need(
    marker: Slider, value: float, text: str, steady: str
) -> None:
    assert marker.format(value) == text
    assert marker.format(value, steady=True) == steady


def test_values_in_words_and_fixed() -> None:
    turns = Parameter("turns", Choice({1: "90°", 2: "180°"}, several=True), (1,), is_range=False)
    size = Parameter("size", Choice({"keep": "Keep size"}), "keep", is_range=False)
    angle = Parameter("angle_range", Slider(-9, 9, step=1, unit="°"), Range(0, 1), is_range=True)
    grey = Parameter("grey", Toggle(), False, is_range=False)
    assert [turns.text(2), size.text("keep"), angle.text(5), grey.text(True), grey.text(False)] == [
        "180°", "Keep size", "+5°", "on", "off",
    ]  # fmt: skip
    assert (turns.fixed_at(2), size.fixed_at("keep"), angle.fixed_at(5)) == ((2,), "keep", Range(5, 5))
