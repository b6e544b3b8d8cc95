"""The rule about colours that tell classes apart."""

from __future__ import annotations

from pathlib import Path

from augstudio.core.parameters import Range
from augstudio.insights.advice import Severity
from augstudio.transforms import Brightness, ChannelShuffle, Grayscale, Hue
from tests.insights.sets import coloured, dataset, rules

RIPE = {"ripe": (210, 40, 40), "green": (60, 200, 60), "over": (120, 90, 40)}
ALIKE = {"ripe": (150, 120, 90), "green": (150, 120, 90), "over": (150, 120, 90)}


def fruits(root: Path, colours: dict[str, tuple[int, int, int]]) -> Path:
    return dataset(
        root,
        {
            f"{name}/{number}.png": coloured(colour, 50 * place + number)
            for place, (name, colour) in enumerate(colours.items())
            for number in range(12)
        },
    )


def test_hue_is_not_turned_where_it_tells_classes_apart(tmp_path: Path) -> None:
    advice = rules(fruits(tmp_path, RIPE), Hue(angle_range=Range(-180, 180)))["colour-of-classes"]
    assert advice.severity is Severity.LIKELY_WRONG
    assert advice.figures["before"] > 0.9
    assert advice.figures["after"] < 0.7
    assert "36 of 36 pictures" in advice.reason
    assert "(chance: 12)" in advice.reason


def test_shuffled_channels_and_grey_lose_it_too(tmp_path: Path) -> None:
    root = fruits(tmp_path, RIPE)
    assert set(rules(root, ChannelShuffle())) == {"colour-of-classes"}
    assert set(rules(root, Grayscale())) == {"colour-of-classes"}


def test_small_turns_and_brightness_lose_nothing(tmp_path: Path) -> None:
    assert rules(fruits(tmp_path, RIPE), Hue(angle_range=Range(-5, 5)), Brightness()) == {}


def test_colours_that_tell_nothing_may_be_changed(tmp_path: Path) -> None:
    assert rules(fruits(tmp_path, ALIKE), Hue(angle_range=Range(-180, 180)), Grayscale()) == {}
