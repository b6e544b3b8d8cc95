from __future__ import annotations

import pytest

from augstudio.core.near_words import is_near


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("blurr", "blur"),
        ("blru", "blur"),
        ("rotatte", "rotate"),
        ("roatte", "rotate"),
        ("gausian", "gaussian"),
        ("brightnes", "brightness"),
        ("brihgtnss", "brightness"),
        ("rot", "rotate"),
        ("contast", "contrast"),
        ("gaus", "gaussian"),
    ],
)
def test_a_slip_is_forgiven(word: str, other: str) -> None:
    assert is_near(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("rto", "rotate"), ("blurrr", "blur"), ("scale", "shear"), ("noise", "rotate"), ("blur", "")],
)
def test_other_words_are_not_near(word: str, other: str) -> None:
    assert not is_near(word, other)
