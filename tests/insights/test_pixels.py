"""Rules about borders, tiny pictures, noise, enlargements and copies that repeat."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.image import Image
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.core.transform import Transform
from augstudio.insights.advice import Severity
from augstudio.transforms import (
    Brightness,
    GaussianNoise,
    HorizontalFlip,
    RandomCrop,
    Rotate,
    SaltAndPepper,
    Scale,
    Translate,
)
from tests.folders import encoded, write_files
from tests.insights.sets import dataset, rules, said, scene, scenes, seen, whole
from tests.pictures import noise_picture

BLACK = Padding(mode=PaddingMode.CONSTANT, fill=(0, 0, 0))
REFLECT = Padding(mode=PaddingMode.REFLECT)
SHIFT = Translate(x_range=Range(0.2, 0.3), y_range=Range(0.2, 0.3))


def large(number: int, *, soft: bool = False) -> Image:
    """A picture of 128 pixels, with detail in every pixel or enlarged from a few."""
    fields = Pillow.fromarray(noise_picture(6, 6, seed=number) // 2 + 60)
    picture = np.asarray(fields.resize((128, 128), Pillow.Resampling.BICUBIC)).astype(np.int64)
    grain = 0 if soft else noise_picture(128, 128, seed=99 + number).astype(np.int64) % 40 - 20
    return (picture + grain).clip(0, 255).astype(np.uint8)


def photographs(root: Path, kind: str, *, soft: bool = False) -> Path:
    suffix, options = {"JPEG": ("jpg", {"quality": 98}), "PNG": ("png", {})}[kind]
    pictures = {f"{number}.{suffix}": large(number, soft=soft) for number in range(6)}
    return write_files(root, {name: encoded(image, kind, **options) for name, image in pictures.items()})


def test_a_border_that_only_copies_have_is_noted(tmp_path: Path) -> None:
    advice = whole(scenes(tmp_path, 12), Pipeline.of([SHIFT], BLACK))["border"]
    assert advice.severity is Severity.NOTE
    assert advice.figures["bordered"] == advice.figures["copies"] == 36
    assert 0.36 < advice.figures["mean"] < 0.51
    assert "0 of 12 end in this colour" in advice.reason


def test_mirrored_edges_and_pictures_that_end_in_the_colour_have_no_such_border(tmp_path: Path) -> None:
    assert "border" not in whole(scenes(tmp_path / "a", 12), Pipeline.of([SHIFT], REFLECT))
    assert "border" not in whole(
        scenes(tmp_path / "c", 12), Pipeline.of([HorizontalFlip(), Brightness()], BLACK)
    )
    framed = {}
    for number in range(12):
        framed[f"{number}.png"] = np.zeros((32, 32, 3), np.uint8)
        framed[f"{number}.png"][8:24, 8:24] = scene(number)[:16, :16]
    assert "border" not in whole(dataset(tmp_path / "b", framed), Pipeline.of([SHIFT], BLACK))


def test_tiny_pictures_are_mirrored_in_two_ways_that_differ(tmp_path: Path) -> None:
    tiny = dataset(tmp_path, {f"{number}.png": noise_picture(8, 8, seed=number) for number in range(12)})
    advice = whole(tiny, Pipeline.of([SHIFT], REFLECT))["few-pixels"]
    assert advice.figures["side"] == 8
    assert advice.figures["share"] > 0.3
    assert "the pictures are 8 pixels small" in advice.reason


def test_larger_pictures_and_pipelines_without_padding_are_not_told_so(tmp_path: Path) -> None:
    tiny = dataset(tmp_path / "a", {f"{n}.png": noise_picture(8, 8, seed=n) for n in range(12)})
    assert "few-pixels" not in whole(tiny, Pipeline.of([HorizontalFlip()], REFLECT))
    assert "few-pixels" not in whole(tiny, Pipeline.of([SHIFT], BLACK))
    assert "few-pixels" not in whole(scenes(tmp_path / "b", 12), Pipeline.of([SHIFT], REFLECT))


def test_noise_that_jpeg_hides_is_noted(tmp_path: Path) -> None:
    weak = GaussianNoise(sigma_range=Range(0, 0.5))
    advice = rules(photographs(tmp_path, "JPEG"), weak)["noise-hidden"]
    assert advice.severity is Severity.NOTE
    assert advice.figures["strongest"] < 0.5 * advice.figures["jpeg"]
    assert "as JPEG of quality 95" in advice.reason


def test_a_few_pictures_of_other_kinds_do_not_hide_that(tmp_path: Path) -> None:
    photographs(tmp_path / "jpeg", "JPEG")
    photographs(tmp_path / "png", "PNG")
    kept = sorted((tmp_path / "png").rglob("*.png"))[:2]
    for number, file in enumerate(kept):
        file.rename(tmp_path / "jpeg" / f"{number}.png")
    weak = GaussianNoise(sigma_range=Range(0, 0.5))
    assert "noise-hidden" in rules(tmp_path / "jpeg", weak)


def test_png_and_other_formats_hide_nothing(tmp_path: Path) -> None:
    weak = GaussianNoise(sigma_range=Range(0, 0.5))
    assert rules(photographs(tmp_path / "a", "PNG"), weak) == {}
    material = replace(seen(photographs(tmp_path / "b", "JPEG")), quality=None)
    assert "noise-hidden" not in said(material, Pipeline.of([weak]))


def test_noise_in_which_pictures_drown_is_likely_wrong(tmp_path: Path) -> None:
    advice = rules(photographs(tmp_path, "PNG"), GaussianNoise(sigma_range=Range(80, 100)))["noise-drowns"]
    assert advice.severity is Severity.LIKELY_WRONG
    assert advice.figures["median"] > advice.figures["own"] > 5


def test_noise_beyond_cameras_is_noted_where_pictures_vary_even_more(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    blocks = random.choice(np.array([50, 205], np.uint8), (12, 8, 8, 1)).repeat(8, axis=1).repeat(8, axis=2)
    hard = dataset(tmp_path, {f"{n}.png": image.repeat(3, axis=2) for n, image in enumerate(blocks)})
    found = rules(hard, GaussianNoise(sigma_range=Range(55, 70)))
    assert list(found) == ["noise-beyond-cameras"]
    advice = found["noise-beyond-cameras"]
    assert advice.severity is Severity.NOTE
    assert 128 / 3 < advice.figures["median"] < advice.figures["own"]
    assert "at middle grey its signal-to-noise ratio is 2." in advice.reason
    assert rules(hard, GaussianNoise(sigma_range=Range(20, 40))) == {}
    assert rules(hard, SaltAndPepper(amount_range=Range(0.2, 0.2))) == {}


def test_usual_noise_is_fine(tmp_path: Path) -> None:
    assert rules(photographs(tmp_path, "JPEG"), GaussianNoise()) == {}


def test_enlargements_that_leave_few_pixels_are_noted(tmp_path: Path) -> None:
    advice = rules(scenes(tmp_path, 8), Scale(factor_range=Range(2.5, 3)))["beyond-resolution"]
    assert advice.figures["zoom"] == pytest.approx(2.75, abs=0.25)
    assert "pixels across of pictures of 32" in advice.reason


def test_enlargements_of_soft_pictures_are_noted(tmp_path: Path) -> None:
    advice = rules(photographs(tmp_path, "PNG", soft=True), RandomCrop(area_range=Range(0.2, 0.4)))
    assert advice["beyond-resolution"].figures["halved"] < 0.75
    assert "halved and enlarged again" in advice["beyond-resolution"].reason


def test_pictures_with_detail_may_be_enlarged_and_all_a_little(tmp_path: Path) -> None:
    assert rules(photographs(tmp_path / "a", "PNG"), Scale(factor_range=Range(1.5, 2))) == {}
    assert rules(photographs(tmp_path / "b", "PNG", soft=True), Scale()) == {}
    assert rules(scenes(tmp_path / "c", 8), Scale()) == {}


def test_copies_that_repeat_are_noted(tmp_path: Path) -> None:
    half = Step(id=1, transform=HorizontalFlip(), probability=0.5)
    advice = whole(scenes(tmp_path, 8), Pipeline(steps=(half,)))["repeated-copies"]
    assert advice.severity is Severity.NOTE
    assert advice.figures["copies"] == 32
    assert advice.figures["repeated"] >= 24  # of four copies at most one is new


@pytest.mark.parametrize("transform", [Rotate(), GaussianNoise(sigma_range=Range(5, 15)), RandomCrop()])
def test_copies_with_draws_of_their_own_do_not_repeat(tmp_path: Path, transform: Transform) -> None:
    assert "repeated-copies" not in whole(scenes(tmp_path, 8), Pipeline.of([transform], REFLECT))
