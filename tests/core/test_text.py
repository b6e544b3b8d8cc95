"""Text for people: escaped and kept short."""

from __future__ import annotations

import pytest

from augstudio.core.text import LONGEST_VALUE, counted, printable, quoted, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cat/7.jpg", "cat/7.jpg"),
        ("\u8c93 1.jpg", "\u8c93 1.jpg"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x9b2J", "\\x9b2J"),
        ("gpj.\u202egpj", "gpj.\\u202egpj"),
        ("\udcff.jpg", "\\xff.jpg"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_a_terminal_obeys_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert printable(text).isprintable()


def test_long_texts_lose_their_middle() -> None:
    assert shortened("abc", 3) == "abc"
    short = shortened("a" * 5000 + "z" * 5000, 100)
    assert (len(short), short[0], short[-1]) == (100, "a", "z")
    assert "\u2026" in short


@pytest.mark.parametrize(
    "value",
    ["x" * 3_000_000, list(range(10_000)), {"a": "y" * 9999}, 1 << 20_000, b"q" * 500],
    ids=type,
)
def test_large_values_are_shown_in_few_characters(value: object) -> None:
    assert len(quoted(value)) <= LONGEST_VALUE


def test_an_object_that_cannot_be_shown_is_named_by_its_kind() -> None:
    class Odd:
        def __repr__(self) -> str:
            raise RuntimeError("no")

    assert "Odd" in quoted(Odd())


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 files in {}"), (1, "1 file in {}"), (2, "2 files in {}"), (1234, "1,234 files in {}")],
)
def test_one_thing_has_a_form_of_its_own(count: int, text: str) -> None:
    assert counted(count, "1 file in {1}", "{0} files in {1}", "{}") == text
