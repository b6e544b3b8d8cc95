"""Rules about what pictures are labelled for: lost objects, and copies of objects without a label."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.pipeline import Pipeline
from augstudio.core.transform import Transform
from augstudio.insights.advice import Severity
from augstudio.transforms import Cutout, HorizontalFlip, RandomCrop, Rotate, Scale, Translate
from tests.folders import encoded, write_files
from tests.insights.sets import rules, scene, whole

CORNER, MIDDLE = (1, 1, 8, 8), (8, 8, 16, 16)


def boxes(root: Path, box: tuple[int, ...], count: int = 8) -> Path:
    """Pictures with one box each."""
    rows: list[dict[str, Any]] = [
        {"file_name": f"{number}.png", "objects": {"bbox": [box], "categories": ["cat"]}}
        for number in range(count)
    ]
    files = {f"{number}.png": encoded(scene(number), "PNG") for number in range(count)}
    table = "".join(json.dumps(row) + "\n" for row in rows)
    return write_files(root, files | {"metadata.jsonl": table.encode()})


def test_crops_that_lose_all_objects_are_likely_wrong(tmp_path: Path) -> None:
    advice = rules(boxes(tmp_path, CORNER), RandomCrop(area_range=Range(0.1, 0.3)))["lost-objects"]
    assert advice.severity is Severity.LIKELY_WRONG
    assert advice.figures["copies"] == 24
    assert advice.figures["lost"] == advice.figures["empty"] >= 10
    assert "of 24 labelled objects in 24 copies" in advice.reason


def test_shifts_far_away_lose_them_too(tmp_path: Path) -> None:
    far = Translate(x_range=Range(-0.9, -0.5), y_range=Range(0, 0))
    assert rules(boxes(tmp_path, CORNER), far)["lost-objects"].figures["lost"] == 24


def test_gentle_crops_flips_and_shifts_lose_nothing(tmp_path: Path) -> None:
    gentle = RandomCrop(area_range=Range(0.8, 1)), HorizontalFlip(), Translate(), Rotate()
    assert rules(boxes(tmp_path, MIDDLE), *gentle) == {}


def test_pictures_without_objects_have_none_to_lose(tmp_path: Path) -> None:
    files = {f"a/{number}.png": encoded(scene(number), "PNG") for number in range(12)}
    assert rules(write_files(tmp_path, files), RandomCrop(area_range=Range(0.3, 0.4))) == {}


@pytest.mark.parametrize(
    "transform",
    [RandomCrop(area_range=Range(0.05, 0.2)), Translate(x_range=Range(-0.9, 0.9), y_range=Range(-0.9, 0.9))],
)
def test_without_labels_it_is_noted_that_little_is_left(tmp_path: Path, transform: Transform) -> None:
    files = {f"a/{number}.png": encoded(scene(number), "PNG") for number in range(12)}
    advice = rules(write_files(tmp_path, files), transform)["little-left"]
    assert advice.severity is Severity.NOTE
    assert advice.figures["copies"] == 36
    assert advice.figures["least"] < 0.2
    assert f"{advice.figures['little']} of 36 copies show less than a quarter" in advice.reason
    assert advice.example is not None


def test_enough_is_left_by_usual_steps_and_by_those_that_make_pictures_smaller(tmp_path: Path) -> None:
    usual = RandomCrop(), Translate(), Rotate(angle_range=Range(-45, 45)), Scale(factor_range=Range(0.3, 1.4))
    files = {f"a/{number}.png": encoded(scene(number), "PNG") for number in range(12)}
    assert "little-left" not in rules(write_files(tmp_path, files), *usual)


def test_what_is_hidden_is_lost(tmp_path: Path) -> None:
    hiding = Cutout(count_range=(1, 1), size_range=Range(0.9, 0.9))
    assert rules(boxes(tmp_path, MIDDLE), hiding)["lost-objects"].figures["lost"] > 5


def shifting(mode: PaddingMode, labels: LabelPolicy) -> Pipeline:
    shift = Translate(x_range=Range(0.3, 0.6), y_range=Range(0, 0))
    return Pipeline.of([shift], Padding(mode=mode)).with_labels(labels)


def test_copies_of_objects_that_padding_makes_are_left_without_a_label(tmp_path: Path) -> None:
    root = boxes(tmp_path, (1, 10, 8, 8))
    advice = whole(root, shifting(PaddingMode.REFLECT, LabelPolicy(padding="drop")))["unlabelled-ghosts"]
    assert advice.severity is Severity.LIKELY_WRONG
    assert advice.figures == {"ghosts": 24, "copies": 24, "labelled": 24}
    assert advice.reason.startswith("padding by reflect shows 24 further objects in 24 copies")


def test_labelled_or_ignored_copies_and_plain_borders_are_fine(tmp_path: Path) -> None:
    root = boxes(tmp_path, (1, 10, 8, 8))
    for mode, padding in (
        ("reflect", "replicate"),
        ("wrap", "ignore"),
        ("constant", "drop"),
        ("edge", "drop"),
    ):
        policy = LabelPolicy.model_validate({"padding": padding})
        assert "unlabelled-ghosts" not in whole(root, shifting(PaddingMode(mode), policy))
