"""Padding as a value."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from augstudio.core.padding import Padding, PaddingMode


def test_modes_are_numpys() -> None:
    assert [mode.value for mode in PaddingMode] == ["constant", "edge", "reflect", "symmetric", "wrap"]


def test_default_reflects() -> None:
    assert Padding().model_dump(mode="json") == {"mode": "reflect", "fill": [0, 0, 0]}


@pytest.mark.parametrize(
    "fields",
    [
        {"mode": "mirror"},
        {"mode": None},
        {"fill": [0, 0]},
        {"fill": [0, 0, 0, 0, 0]},
        {"fill": [0, 0, 0, 256]},
        {"fill": [0, 0, 256]},
        {"fill": [0, -1, 0]},
        {"fill": [0, 0.0, 0]},
        {"fill": [0, True, 0]},
        {"fill": [0, "1", 0]},
        {"fill": "black"},
        {"colour": [0, 0, 0]},
    ],
)
def test_bad_padding_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Padding.model_validate(fields)


def test_padding_is_frozen() -> None:
    with pytest.raises(ValidationError):
        Padding().mode = PaddingMode.EDGE  # type: ignore[misc]
