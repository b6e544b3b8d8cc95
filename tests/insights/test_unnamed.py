"""Mirrors and weather where no class is named after what pictures show: told of, but not of photographs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from augstudio.core.image import Image
from augstudio.insights.advice import Severity
from augstudio.insights.proposal import Facts, propose
from augstudio.insights.questionnaire import Answers
from augstudio.transforms import Fog, HorizontalFlip, Rotate, VerticalFlip
from tests.insights.sets import SIDE, coloured, dataset, rules, said, scene, scenes, seen, sign, signs

LETTERS = "abcdefghkmnp2345679"


def written(number: int) -> Image:
    return sign(LETTERS[number % len(LETTERS)], number)


def painted(number: int) -> Image:
    """Dark letters on yellow."""
    return (written(number) / 255 * (250, 220, 80)).astype(np.uint8)


def scan(number: int, *, heart: float = 0.68, fills: bool = False) -> Image:
    """A bright body with two dark lungs and a heart between, before black or all over the picture."""
    random = np.random.default_rng(number)
    down, across = (np.mgrid[0:SIDE, 0:SIDE] + 0.5) / SIDE
    body = np.full((SIDE, SIDE), 160.0)
    for middle in (0.33, 0.67):
        body -= 110 * np.exp(-(((across - middle) / 0.12) ** 2 + ((down - 0.45) / 0.22) ** 2))
    body += 90 * np.exp(-(((across - heart) / 0.1) ** 2 + ((down - 0.62) / 0.12) ** 2))
    body += np.repeat(np.repeat(random.normal(0, 10, (8, 8)), 4, axis=0), 4, axis=1)
    if not fills:
        body[((across - 0.5) / 0.42) ** 2 + ((down - 0.5) / 0.38) ** 2 > 1] = 4
    return body.clip(0, 255).astype(np.uint8)[:, :, np.newaxis]


def grey_scene(number: int) -> Image:
    return scene(number)[:, :, :1]


def folder(root: Path, picture: object, count: int = 24) -> Path:
    assert callable(picture)
    return dataset(root, {f"{number}.png": picture(number) for number in range(count)})


@pytest.mark.parametrize("picture", [written, painted])
def test_writing_without_names_is_not_mirrored_unsaid(tmp_path: Path, picture: object) -> None:
    root = folder(tmp_path, picture)
    advice = rules(root, Rotate(), HorizontalFlip())["mirrored-writing"]
    assert (advice.severity, advice.step_id) == (Severity.NOTE, 2)
    assert advice.reason.startswith("100 of 100 copies are mirrored, but of the pictures looked at 24 of 24")
    assert advice.example is not None
    assert "mirrored-writing" in rules(root, VerticalFlip())
    assert "mirrored-writing" not in rules(root, Rotate())


def test_classes_that_name_their_signs_say_more(tmp_path: Path) -> None:
    named = rules(signs(tmp_path, {name: name for name in "23457"}), HorizontalFlip())["mirrored-writing"]
    assert named.severity is Severity.LIKELY_WRONG
    assert "named as digits" in named.reason


def test_scans_with_a_left_and_a_right_are_not_mirrored_unsaid(tmp_path: Path) -> None:
    for name, fills in (("whole", True), ("black", False)):
        root = folder(tmp_path / name, lambda number, fills=fills: scan(number, fills=fills))
        advice = rules(root, HorizontalFlip())["mirrored-sides"]
        assert advice.severity is Severity.NOTE
        assert advice.figures["told"] >= 20
        assert "the heart" in advice.reason
        assert "mirrored-sides" not in rules(root, Rotate())
    graded = {f"{number % 4}/{number}.png": scan(number) for number in range(24)}
    assert set(rules(dataset(tmp_path / "graded", graded), HorizontalFlip())) == {"mirrored-sides"}
    both = folder(tmp_path / "both", lambda number: scan(number, heart=(0.32, 0.68)[number % 2]))
    assert rules(both, HorizontalFlip()) == {}
    off = folder(tmp_path / "off", lambda number: np.roll(scan(number, heart=0.5), 1, axis=1))
    assert rules(off, HorizontalFlip()) == {}


def test_weather_is_not_put_into_scans_and_pages_unsaid(tmp_path: Path) -> None:
    for name, picture, words in (
        ("page", written, "stand before a plain ground"),
        ("black", scan, "stand before a plain ground"),
        ("whole", lambda number: scan(number, fills=True), "bright and dark in the same places"),
    ):
        root = folder(tmp_path / name, picture)
        advice = rules(root, Rotate(), Fog())["weather-indoors"]
        assert (advice.severity, advice.step_id) == (Severity.NOTE, 2)
        assert words in advice.reason
        assert "weather-indoors" not in rules(root, Rotate())


def test_photographs_are_mirrored_and_rained_on_without_a_word(tmp_path: Path) -> None:
    still = scene(0)[:, :, :1].astype(np.int64)  # of a camera that stays

    def watched(number: int) -> Image:
        seen_now = still + np.random.default_rng(number).integers(-3, 4, still.shape)
        seen_now[20:22, number : number + 3] = 250
        return seen_now.clip(0, 255).astype(np.uint8)

    for name, picture in (
        ("colour", scene),
        ("grey", grey_scene),
        ("camera", watched),
        ("one colour", lambda number: coloured((90, 140, 60), number)),
    ):
        found = rules(folder(tmp_path / name, picture), HorizontalFlip(), Fog())
        assert not {"mirrored-writing", "mirrored-sides", "weather-indoors"} & set(found), name


def test_few_pictures_prove_nothing(tmp_path: Path) -> None:
    assert "mirrored-writing" not in rules(folder(tmp_path / "page", written, 9), HorizontalFlip(), Fog())
    assert "mirrored-sides" not in rules(folder(tmp_path / "scan", scan, 19), HorizontalFlip())
    assert rules(scenes(tmp_path / "scenes", 2), Fog()) == {}


def test_what_is_proposed_for_writing_comes_with_both_notes(tmp_path: Path) -> None:
    material = seen(folder(tmp_path, written))
    proposal = propose(Answers.from_text("mirrored=yes,weather=some"), Facts.of(material))
    found = said(material, proposal.pipeline)
    topics = {item.step.id: item.topic for item in proposal.steps}
    placed = {rule: topics[advice.step_id] for rule, advice in found.items() if advice.step_id is not None}
    assert placed == {"mirrored-writing": "mirrored", "weather-indoors": "weather"}
