"""What was said about a dataset's folders is remembered, and read from settings of any content."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from augstudio.datasets.layout import Stated
from augstudio.datasets.recognising import without_missing
from augstudio.ui.kept_layouts import LONGEST, absolute, as_text, from_text
from augstudio.ui.state import LAYOUTS, State
from tests.folders import write_files

SAID = Stated((("dev", "class"), ("raw", "leave-out")), ("貓", 'do"g'), include_copies=True)


def said_of(state: State, folder: Path) -> Stated:
    return state.layouts.get(absolute(folder), Stated())


@pytest.mark.parametrize("stated", [SAID, Stated(), Stated(classes=()), Stated((("é/b", "other"),))])
def test_what_was_written_is_read(stated: Stated) -> None:
    assert from_text(as_text(stated)) == stated


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[" * 50_000,
        "7",
        '{"roles": {}, "classes": null}',
        '{"roles": {"dev": "king"}, "classes": null, "copies": false}',
        '{"roles": {"": "val"}, "classes": null, "copies": false}',
        '{"roles": {"dev": ["val"]}, "classes": null, "copies": false}',
        '{"roles": [], "classes": null, "copies": false}',
        '{"roles": {}, "classes": "cat", "copies": false}',
        '{"roles": {}, "classes": [1], "copies": false}',
        '{"roles": {}, "classes": null, "copies": 1}',
        '{"roles": {}, "classes": null, "copies": false}' + " " * LONGEST,
    ],
)
def test_anything_else_says_nothing(text: str) -> None:
    assert from_text(text) is None


def test_each_dataset_has_its_own(state: State, tmp_path: Path) -> None:
    state.keep_stated(tmp_path / "one", SAID)
    state.keep_stated(tmp_path / "two", Stated(classes=()))
    again = State(state._settings)
    assert said_of(again, tmp_path / "one") == SAID
    assert said_of(again, tmp_path / "one/../two") == Stated(classes=())
    assert said_of(again, tmp_path / "three") == Stated()
    again.keep_stated(tmp_path / "one", Stated())
    assert said_of(again, tmp_path / "one") == Stated()
    assert said_of(again, tmp_path / "two") == Stated(classes=())


def test_the_latest_are_remembered(state: State, tmp_path: Path) -> None:
    for number in range(LAYOUTS + 1):
        state.keep_stated(tmp_path / str(number), SAID)
    known = [said_of(state, tmp_path / str(number)) == SAID for number in range(LAYOUTS + 1)]
    assert known == [False] + [True] * LAYOUTS


@pytest.mark.parametrize("damaged", [7, "x", ["a"], [os.sep, None], [os.sep, "[", "b"]])
def test_damaged_settings_say_nothing_and_new_ones_are_kept(state: State, damaged: Any) -> None:
    state._settings.setValue("layouts", damaged)
    assert said_of(state, Path(os.sep)) == Stated()
    state.keep_stated(Path(os.sep), SAID)
    assert said_of(state, Path(os.sep)) == SAID


def test_what_is_gone_from_a_dataset_is_left_out(tmp_path: Path) -> None:
    write_files(tmp_path, {"train/cat/1.png": b"", "dev/cat/2.png": b""})
    said = Stated((("dev", "class"), ("gone", "val")), ("cat", "dog"))
    assert without_missing(str(tmp_path), said) == Stated((("dev", "class"),), ("cat",))
    assert without_missing(str(tmp_path), Stated(classes=("dog",))) == Stated()
    assert without_missing(str(tmp_path), Stated(classes=())) == Stated(classes=())
