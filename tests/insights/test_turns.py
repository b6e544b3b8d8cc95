"""Rules about turned and mirrored pictures speak where something is measured, and are silent elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw

from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.insights import learned_apart
from augstudio.insights.advice import Severity
from augstudio.transforms import HorizontalFlip, QuarterTurn, Rotate, VerticalFlip
from tests.insights.sets import SIDE, dataset, half, rules, said, scene, scenes, seen, sign, signs

HALVES = (("bo", "left"), ("ka", "right"))
DIGITS = {name: name for name in ("2", "3", "4", "5", "7")}


def test_upright_scenes_are_not_turned_upside_down(tmp_path: Path) -> None:
    found = rules(scenes(tmp_path), VerticalFlip())
    advice = found["upside-down"]
    assert advice.severity is Severity.LIKELY_WRONG
    assert advice.step_id == 1
    assert advice.figures["told"] >= 28
    assert advice.example is not None
    assert advice.example.copy >= 1
    assert "30 are told from their upside-down versions" in advice.reason
    assert advice.reason.startswith("100 of 100 copies")


def test_how_often_is_said_of_what_steps_really_draw(tmp_path: Path) -> None:
    step = Step(id=4, transform=Rotate(angle_range=Range(-180, 180)), probability=0.5)
    advice = rules(scenes(tmp_path), pipeline=Pipeline(steps=(step,)))["upside-down"]
    assert 0.1 < advice.figures["share"] < 0.25  # half of a third
    assert advice.figures["turn"] > 120


def test_pictures_on_their_side_are_told_of_too(tmp_path: Path) -> None:
    assert set(rules(scenes(tmp_path), QuarterTurn(turns=(1, 3)))) == {"on-its-side"}


def test_scenes_without_an_up_may_be_turned(tmp_path: Path) -> None:
    assert rules(scenes(tmp_path, sky=False), VerticalFlip(), Rotate(angle_range=Range(-180, 180))) == {}


def test_small_turns_and_mirrors_of_scenes_are_fine(tmp_path: Path) -> None:
    assert rules(scenes(tmp_path), HorizontalFlip(), Rotate()) == {}


def test_pictures_that_are_only_mostly_told_are_worth_a_note(tmp_path: Path) -> None:
    pictures = {f"{number}.png": scene(number, sky=number % 3 == 0) for number in range(60)}
    advice = rules(dataset(tmp_path, pictures), VerticalFlip())["upside-down"]
    assert advice.severity is Severity.NOTE
    assert 38 < advice.figures["told"] < 48


def tree(number: int) -> Image:
    """A tree anywhere in a picture, lighter or darker than what is behind it."""
    random = np.random.default_rng(number)
    ground, ink = (tuple(int(level) for level in random.integers(0, 256, 3)) for _ in range(2))
    picture = Pillow.new("RGB", (SIDE, SIDE), ground)
    left, top = (int(shift) for shift in random.integers(0, 15, 2))
    crown = [(left, top + 10), (left + 8, top), (left + 16, top + 10)]
    ImageDraw.Draw(picture).polygon(crown, fill=ink)
    ImageDraw.Draw(picture).rectangle((left + 6, top + 10, left + 9, top + 16), fill=ink)
    return np.asarray(picture)


def test_things_are_known_by_their_shape_where_light_tells_nothing(tmp_path: Path) -> None:
    trees = dataset(tmp_path / "trees", {f"{number}.png": tree(number) for number in range(60)})
    advice = rules(trees, VerticalFlip())["upside-down"]
    assert advice.severity is Severity.NOTE
    assert "a simple learner that saw the others tells" in advice.reason
    assert rules(trees, QuarterTurn(turns=(1,)))["on-its-side"].figures["told"] > 42
    fallen = {f"{number}.png": np.rot90(tree(number), number // 2) for number in range(60)}
    either = dataset(
        tmp_path / "fallen", {name: np.ascontiguousarray(lying) for name, lying in fallen.items()}
    )
    assert rules(either, VerticalFlip(), QuarterTurn()) == {}


def test_a_learner_is_asked_once_whatever_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    material = seen(dataset(tmp_path, {f"{number}.png": tree(number) for number in range(60)}))
    half, whole = (Pipeline.of([Rotate(angle_range=Range(-angle, angle))]) for angle in (150, 180))
    told = said(material, whole)["upside-down"].figures["told"]
    monkeypatch.setattr(learned_apart, "features", None)
    assert said(material, half)["upside-down"].figures["told"] == told


def test_few_pictures_prove_nothing(tmp_path: Path) -> None:
    assert rules(scenes(tmp_path, 10), VerticalFlip()) == {}


def test_steps_that_never_take_part_are_passed_over(tmp_path: Path) -> None:
    off = Step(id=1, transform=VerticalFlip(), enabled=False)
    never = Step(id=2, transform=VerticalFlip(), probability=0)
    limited = Step(id=3, transform=VerticalFlip(), classes=("elsewhere",))
    assert rules(scenes(tmp_path), pipeline=Pipeline(steps=(off, never, limited))) == {}


def test_mirrored_digits_are_no_digits(tmp_path: Path) -> None:
    advice = rules(signs(tmp_path, DIGITS), HorizontalFlip())["mirrored-writing"]
    assert "5 of 5 classes are named as digits" in advice.reason
    assert advice.figures["ink"] == advice.figures["pictures"]


def test_six_and_nine_are_exchanged_by_half_a_turn(tmp_path: Path) -> None:
    found = rules(signs(tmp_path, {name: name for name in ("2", "4", "6", "9")}), QuarterTurn(turns=(2,)))
    assert "6 and 9 look alike" in found["digits-exchanged"].reason
    other = found["another-class"]
    assert re.search(r"pictures of (6 come out like 9|9 come out like 6)", other.reason)


def test_two_classes_are_enough_where_they_are_told_apart_by_how_they_lie(tmp_path: Path) -> None:
    whole = Rotate(angle_range=Range(-180, 180))
    assert (
        "6 and 9 look alike"
        in rules(signs(tmp_path / "69", {"6": "6", "9": "9"}), whole)["digits-exchanged"].reason
    )
    graded = signs(tmp_path / "01", {"0": "R", "1": "G"})
    assert rules(graded, HorizontalFlip())["mirrored-writing"].severity is Severity.NOTE


def test_b_and_d_are_exchanged_by_a_mirror(tmp_path: Path) -> None:
    found = rules(signs(tmp_path, {name: name for name in ("a", "b", "d", "k")}), HorizontalFlip())
    assert "b and d look alike" in found["digits-exchanged"].reason


def test_folders_that_are_numbered_hold_no_digits_for_that(tmp_path: Path) -> None:
    pictures = {f"{number % 4}/{number}.png": scene(number, sky=False) for number in range(40)}
    assert rules(dataset(tmp_path, pictures), HorizontalFlip()) == {}


def test_digits_may_be_shifted_and_tilted(tmp_path: Path) -> None:
    assert rules(signs(tmp_path, DIGITS), Rotate(angle_range=Range(-10, 10))) == {}


def test_left_and_right_are_exchanged_by_a_mirror(tmp_path: Path) -> None:
    arrows = {"turn left": "L", "turn right": "R", "stop": "O"}
    advice = rules(signs(tmp_path, arrows), HorizontalFlip())["left-right"]
    assert "turn left" in advice.reason
    assert "turn right" in advice.reason


def test_half_a_turn_and_a_limit_to_classes_without_sides_exchange_nothing(tmp_path: Path) -> None:
    root = signs(tmp_path, {"turn left": "L", "turn right": "R", "stop": "O"})
    only_stop = Step(id=1, transform=HorizontalFlip(), classes=("stop",))
    assert rules(root, pipeline=Pipeline(steps=(only_stop,))) == {}
    assert "left-right" not in rules(root, QuarterTurn(turns=(2,)))


def test_what_names_do_not_say_pictures_show(tmp_path: Path) -> None:
    """Two classes that are each other's mirror image, under names that tell nothing."""
    pictures = {f"{name}/{number}.png": half(side, number) for name, side in HALVES for number in range(9)}
    root = dataset(tmp_path, pictures)
    found = rules(root, HorizontalFlip())
    assert set(found) == {"another-class"}
    assert "18 of 18 copies of pictures of bo come out like ka" in found["another-class"].reason
    assert rules(root, VerticalFlip()) == {}


def test_symmetric_signs_may_be_mirrored(tmp_path: Path) -> None:
    assert rules(signs(tmp_path, {"bo": "O", "ka": "+", "zu": "I"}), HorizontalFlip()) == {}


def test_photographs_of_one_class_are_not_said_to_be_like_another(tmp_path: Path) -> None:
    pictures = {
        f"{'ab'[number % 2]}/{number}.png": scene(number, sky=number % 2 == 0) for number in range(40)
    }
    assert "another-class" not in rules(dataset(tmp_path, pictures), VerticalFlip())


def test_signs_are_drawn_as_told() -> None:
    assert sign("6", 1).min() < 60
    assert sign("6", 1).max() > 200
