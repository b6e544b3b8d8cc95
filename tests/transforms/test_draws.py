"""What transforms draw: strict, frozen values that name what is wrong with one."""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest
from pydantic import ValidationError

from augstudio.core.draws import NoDraw
from augstudio.core.parameters import parameters_of
from augstudio.core.randomness import stream
from augstudio.core.transform import Transform
from augstudio.preview.comparison import demonstrated
from augstudio.transforms import CATALOGUE

each = pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.NAME)

Where: TypeAlias = tuple[str | int, ...]


def leaves(value: Any, path: Where = ()) -> Iterator[tuple[Where, Any]]:
    """The single values in a draw as JSON has it, each with the way to it."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


def place_of(values: dict[str, Any], path: Where) -> tuple[dict[str, Any], Any]:
    """A copy of a draw, and in it what holds the value at the end of a way."""
    changed = copy.deepcopy(values)
    inner: Any = changed
    for key in path[:-1]:
        inner = inner[key]
    return changed, inner


def with_value(values: dict[str, Any], path: Where, value: object) -> dict[str, Any]:
    changed, inner = place_of(values, path)
    inner[path[-1]] = value
    return changed


def without_value(values: dict[str, Any], path: Where) -> dict[str, Any]:
    changed, inner = place_of(values, path)
    del inner[path[-1]]
    return changed


def refused_draw(transform: Transform, values: dict[str, Any], field: Where) -> None:
    """Check that a draw is refused, and that the message names the field."""
    with pytest.raises(ValueError, match=rf"^{re.escape('.'.join(map(str, field)))}: ") as refusal:
        transform.parse_draw(values)
    assert "Input should" not in str(refusal.value)


def some_draws(kind: type[Transform]) -> Iterator[tuple[Transform, dict[str, Any]]]:
    """What the transform draws by default."""
    transform = demonstrated(kind)
    for number in range(1, 4):
        yield transform, transform.draw(stream(0, "k", number, 1), (31, 20)).to_dict()


@each
def test_a_draw_with_a_field_more_or_less_is_refused(kind: type[Transform]) -> None:
    for transform, values in some_draws(kind):
        refused_draw(transform, {**values, "surprise": 1}, ("surprise",))
        for path, _ in leaves(values):
            refused_draw(transform, without_value(values, path), path)
            place = (*path[:-1], "surprise")
            refused_draw(transform, with_value(values, place, 1), place)


@each
def test_a_draw_of_another_kind_or_beyond_its_limits_is_refused(kind: type[Transform]) -> None:
    for transform, values in some_draws(kind):
        for path, value in leaves(values):
            wrong: list[Any] = [None, True, [value], {"x": value}, b"1"]
            if isinstance(value, str):
                wrong += ["surprise", "", 1]
            else:
                wrong += [
                    str(value),
                    math.nan,
                    math.inf,
                    -math.inf,
                    1e308,
                    -1e308,
                    10**400,
                    -(10**400),
                    2**53,
                ]
            if isinstance(value, int):
                wrong += [float(value), value + 0.5]
            for item in wrong:
                refused_draw(transform, with_value(values, path, item), path)
        assert transform.parse_draw(values).to_dict() == values


@each
def test_a_draw_is_a_value_that_nobody_changes(kind: type[Transform]) -> None:
    for transform, values in some_draws(kind):
        drawn = transform.parse_draw(values)
        assert (hash(drawn), drawn) == (hash(transform.parse_draw(values)), transform.parse_draw(values))
        for name in values:
            with pytest.raises(ValidationError, match="frozen"):
                setattr(drawn, name, values[name])


@each
def test_every_transform_says_what_it_draws(kind: type[Transform]) -> None:
    assert (kind.DRAW is NoDraw) == (not kind.DRAW.model_fields)
    assert kind.DRAW is NoDraw or kind.DRAW.__name__ == f"{kind.__name__}Draw"
    drawn = {parameter.name.removesuffix("_range"): parameter for parameter in parameters_of(kind)}
    for name, field in kind.DRAW.model_fields.items():
        parameter = drawn.get(name)
        if parameter is not None and parameter.is_range:
            assert field.description == parameter.marker.help
