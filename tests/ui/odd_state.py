"""Odd values of settings and kept work, and the rounds in which they are tried."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QRect, QSettings

from augstudio.datasets.layout import Stated
from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline
from augstudio.ui.autosave import Work
from augstudio.ui.language import Language
from augstudio.ui.session import MAX_COPY, MAX_SEED
from augstudio.ui.state import RECENT, State
from augstudio.ui.theme import Theme

KEYS = ("recent", "dataset", "key", "sources", "layouts", "pipeline", "seed", "copy")
SWITCHES = (
    "snapshot",
    "snapshot_name",
    "view",
    "theme",
    "language",
    "geometry",
    "splitter",
    "hatch",
    "greeted",
)
GOOD = Pipeline.default().to_json()


def odd_value(chance: random.Random, deep: int = 0) -> Any:
    """A value that JSON can hold, mostly of another type than the one expected."""
    if deep < 3 and chance.random() < 0.3:
        parts = [odd_value(chance, deep + 1) for _ in range(chance.randrange(4))]
        return parts if chance.random() < 0.5 else {str(number): part for number, part in enumerate(parts)}
    text = "".join(chr(chance.randrange(1, 0xD800)) for _ in range(chance.randrange(12)))
    numbers = (0, -1, 1, 2**31, 2**63 - 1, -(2**63), 1.5, 1e308, float("inf"), float("nan"))
    return chance.choice((None, True, False, text, "", "9" * 5000, "x" * 100_000, *numbers))


def odd_setting(chance: random.Random) -> Any:
    """A value that a file of settings may hold."""
    odd = (
        QByteArray(chance.randbytes(40)),
        QRect(1, 2, 3, 4),
        GOOD,
        "[" * 3000,
        "\0",
        ["a", "b"],
        "/" * 5000,
    )
    return chance.choice((odd_value(chance), odd_value(chance), chance.choice(odd)))


def check_settings(place: Path, seed: int, rounds: int) -> None:
    """Whatever settings hold, everything read from them is of its type and within its bounds."""
    chance = random.Random(seed)
    settings = QSettings(str(place / f"odd-{seed}.ini"), QSettings.Format.IniFormat)
    for _ in range(rounds):
        for key in (*KEYS, *SWITCHES):
            settings.setValue(key, odd_setting(chance))
        check_state(State(settings))


def check_state(state: State) -> None:
    """Every property gives what it promises."""
    assert len(state.recent) <= RECENT
    assert all(isinstance(item, str) and 0 < len(item) <= 4096 for item in state.recent)
    assert state.last_dataset is None or 0 < len(str(state.last_dataset)) <= 4096
    assert 0 <= state.seed <= MAX_SEED
    assert 1 <= state.copy <= MAX_COPY
    assert isinstance(state.pipeline, Pipeline | None)
    assert state.snapshot is None or len(state.snapshot[1]) <= 2000
    assert isinstance(state.theme, Theme)
    assert isinstance(state.language, Language)
    assert isinstance(state.is_on("hatch"), bool)
    assert all(isinstance(text, str) for text in (state.last_key, state.view))
    assert all(isinstance(data, QByteArray) for data in (state.geometry, state.splitter))
    assert all(isinstance(text, str) for pair in state.sources.items() for text in pair)
    assert all(isinstance(stated, Stated) for stated in state.layouts.values())


def check_kept_work(seed: int, rounds: int) -> None:
    """Whatever a file of kept work holds, it is read, or refused as such a file."""
    chance = random.Random(seed)
    whole = Work(Pipeline.default(), 3, 2, Path("/pets"), "cat/1.png", 1).to_json()
    for _ in range(rounds):
        text = odd_text(chance, whole, ("seed", "copy", "recovered", "dataset", "key", "pipeline"))
        try:
            work = Work.from_json(text)
        except ValueError as error:
            assert len(str(error)) < 1000  # noqa: PT017
        else:
            assert 0 <= work.seed <= MAX_SEED
            assert 1 <= work.copy <= MAX_COPY
            assert work.recovered >= 0


def check_pipeline_files(place: Path, seed: int, rounds: int) -> None:
    """Whatever a pipeline file holds, it is read, or refused in one short line that names it."""
    chance = random.Random(seed)
    file = place / f"odd-{seed}.json"
    whole = json.loads(GOOD)
    for _ in range(rounds):
        number = chance.randrange(len(whole["steps"]))
        step = json.loads(
            odd_text(chance, json.dumps(whole["steps"][number]), tuple(whole["steps"][number]), 2)
        )
        data = whole | {"steps": [step if n == number else known for n, known in enumerate(whole["steps"])]}
        text = odd_text(chance, json.dumps(data), ("augstudio", "padding", "steps"))
        file.write_text(text, encoding="utf-8", errors="surrogatepass")
        try:
            pipeline = Pipeline.load(file)
        except PipelineError as error:
            assert str(error).startswith(str(file))  # noqa: PT017
            assert len(str(error)) < len(str(file)) + 1200  # noqa: PT017
            assert "\n" not in str(error)  # noqa: PT017
        else:
            assert Pipeline.from_json(pipeline.to_json()) == pipeline


def odd_text(chance: random.Random, whole: str, fields: tuple[str, ...], kinds: int = 4) -> str:
    """A JSON text with a field of another type, a missing one, or bytes that were changed."""
    data = json.loads(whole)
    kind = chance.randrange(kinds)
    if kind == 0:
        data[chance.choice(fields)] = odd_value(chance)
    elif kind == 1:
        data.pop(chance.choice(fields), None)
    text = json.dumps(data)
    if kind == 2:
        place = chance.randrange(len(text))
        text = text[:place] + chr(chance.randrange(1, 0x300)) * chance.randrange(3) + text[place + 1 :]
    elif kind == 3:
        deep = "[" * chance.choice((10, 400, 900, 980, 5000))
        text = text.replace(chance.choice(("2", "3", '"cat/1.png"', "{", "[")), deep + "]" * len(deep), 1)
    return text
