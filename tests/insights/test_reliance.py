"""What a classifier relies on, where it is known: direction, brightness or background only, or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.core.image import Image
from augstudio.datasets.formats import open_dataset
from augstudio.insights.evaluate import EvaluationOptions
from augstudio.insights.evaluation import NOTHING, LearnerName
from augstudio.insights.learners import learner_of
from augstudio.insights.probing import find_reliance
from augstudio.insights.reliance import REMEDIES, STEPS, Change, Cue, Reliance
from augstudio.insights.report import report_page
from augstudio.insights.wording import drop_text, telling_text
from augstudio.pipelines import Pipeline
from augstudio.transforms import CATALOGUE, HorizontalFlip, Scale
from tests.insights.sets import dataset, scene
from tests.insights.test_evaluate import QUICK, found

MIRROR = Pipeline.of([HorizontalFlip()])
FILTERS = learner_of(LearnerName.FILTERS)


def rough(number: int) -> Image:
    return scene(number, sky=False)


def facing(number: int, is_first: bool) -> Image:
    """A bright body with a dark end, to the right or to the left."""
    image: Image = (rough(number) // 4 + 60).astype(np.uint8)
    top = 10 + number % 4
    image[top : top + 8, 6:26], image[top + 2 : top + 6, 20:26] = 200, 20
    return image if is_first else np.ascontiguousarray(image[:, ::-1])


def lit(number: int, is_first: bool) -> Image:
    """The same kind of picture in little light or in much."""
    image = rough(number).astype(np.int64) + (-35 if is_first else 35)
    lighter: Image = image.clip(0, 255).astype(np.uint8)
    return lighter


def placed(number: int, is_first: bool) -> Image:
    """The same kind of thing before one wall or another."""
    image = rough(number) * 0.3 + np.array([42, 98, 42] if is_first else [98, 84, 42])
    image[8:24, 8:24] = rough(number + 5000)[8:24, 8:24]
    made: Image = image.clip(0, 255).astype(np.uint8)
    return made


def around(number: int, is_first: bool) -> Image:
    """The same kind of small thing, anywhere, with one wall or another around it."""
    random = np.random.default_rng(number)
    image = rough(number) * 0.3 + np.array([42, 98, 42] if is_first else [98, 84, 42])
    top, left = random.integers(9, 15, 2)
    image[top : top + 8, left : left + 8] = rough(number + 5000)[:8, :8]
    made: Image = image.clip(0, 255).astype(np.uint8)
    return made


def shaped(number: int, is_first: bool) -> Image:
    """A cross or a ring, anywhere and in any light."""
    random = np.random.default_rng(number)
    image = rough(number) * 0.5 + random.uniform(0, 60)
    (top, left), tone = random.integers(4, 14, 2), random.uniform(180, 250)
    part = image[top : top + 13, left : left + 13]
    if is_first:
        part[5:8], part[:, 5:8] = tone, tone
    else:
        part[:] = tone
        part[3:10, 3:10] = 60
    made: Image = image.clip(0, 255).astype(np.uint8)
    return made


def sized(number: int, is_first: bool, *, ratio: float = 2) -> Image:
    """The same kind of thing on a calm ground, anywhere, seen from near or from far away."""
    random = np.random.default_rng(number)
    image = 90 + np.linspace(-25, 25, 64)[:, np.newaxis, np.newaxis] * random.uniform(-1, 1, 3)
    image = image * np.ones((64, 64, 3)) + random.normal(0, 3, (64, 64, 3))
    side = round(34 * random.uniform(0.95, 1.05) / (1 if is_first else ratio))
    top, left = random.integers(11, 53 - side, 2)
    part = image[top : top + side, left : left + side]
    part[:], part[side // 3 : -(side // 3), side // 3 : -(side // 3)] = random.uniform(170, 240, 3), 30
    made: Image = image.clip(0, 255).astype(np.uint8)
    return made


def written(root: Path, make: Callable[[int, bool], Image], *parts: str, each: int = 10) -> Path:
    pictures: dict[str, Image] = {}
    for part in parts:
        for name in ("near", "far"):
            for number in range(each):
                pictures[f"{part}{name}/{number}.png"] = make(len(pictures), name == "near")
    return dataset(root, pictures)


def relied_on(root: Path, **pipelines: Pipeline) -> Reliance:
    reliance = find_reliance(
        open_dataset(root), pipelines, FILTERS, 0, go_on=lambda *_: True, cancelled=lambda: False
    )
    assert reliance is not None
    return reliance


def missing(reliance: Reliance, arm: str = "no augmentation") -> set[Change]:
    return {drop.change for drop in reliance.drops if drop.is_missing and drop.arm == arm}


def test_direction_alone_is_found_with_the_step_that_teaches_it_away(tmp_path: Path) -> None:
    reliance = relied_on(written(tmp_path, facing, "train/", "test/", each=8))
    assert (reliance.trained, reliance.tested) == (16, 16)
    mirrored = next(drop for drop in reliance.drops if drop.change is Change.MIRRORED)
    assert mirrored.step == "horizontal_flip"
    assert mirrored.gain.mean < -90
    assert "pictures of" in drop_text(mirrored)
    assert not missing(reliance) & {Change.DARKENED, Change.LIGHTENED}
    (telling,) = reliance.tellings
    assert (telling.cue, telling.is_only, telling.alone) == (Cue.LEFT_RIGHT, True, 16)
    assert "far and near differ by one thing only: direction, left or right" in telling_text(telling)


@pytest.mark.parametrize(
    ("make", "cue", "wrong"),
    [(lit, Cue.BRIGHTNESS, {Change.DARKENED, Change.LIGHTENED}), (placed, Cue.BACKGROUND, set[Change]())],
)
def test_brightness_and_background_alone_are_found(
    tmp_path: Path, make: Callable[[int, bool], Image], cue: Cue, wrong: set[Change]
) -> None:
    reliance = relied_on(written(tmp_path, make, "", each=8))
    assert missing(reliance) >= wrong
    assert Change.MIRRORED not in missing(reliance)
    (telling,) = reliance.tellings
    assert (telling.cue, telling.is_only) == (cue, True)


def test_the_size_of_things_is_found_with_the_step_that_teaches_it_away(tmp_path: Path) -> None:
    reliance = relied_on(
        written(tmp_path, sized, "", each=12), zoomed=Pipeline.of([Scale(factor_range=(0.4, 2.5))])
    )
    (telling,) = reliance.tellings
    assert telling.cue is Cue.OBJECT_SIZE
    assert telling.alone >= 23
    assert telling.without <= telling.alone - 4
    assert "how large things are in the pictures" in telling_text(telling)
    assert telling.to_dict()["steps"] == ["scale"]
    zoomed = {drop.change: drop for drop in reliance.drops if drop.step == "scale" and drop.arm == NOTHING}
    assert zoomed[Change.HALF_AS_LARGE].is_missing
    assert zoomed[Change.HALF_AS_LARGE].gain.mean < -25
    taught = {drop.change: drop for drop in reliance.drops if drop.arm == "zoomed"}
    assert taught[Change.HALF_AS_LARGE].gain.mean > zoomed[Change.HALF_AS_LARGE].gain.mean + 10


def test_things_as_large_in_both_classes_are_no_matter_of_size(tmp_path: Path) -> None:
    reliance = relied_on(written(tmp_path, partial(sized, ratio=1), "", each=8))
    assert reliance.tellings == ()
    assert not {drop.step for drop in reliance.drops if drop.is_missing}


def test_steps_that_remedies_name_are_in_the_catalogue() -> None:
    assert set(STEPS) == set(Cue) == set(REMEDIES)
    assert {name for names in STEPS.values() for name in names} <= {kind.NAME for kind in CATALOGUE}


def test_a_background_is_told_that_is_seen_in_the_middle_of_pictures_too(tmp_path: Path) -> None:
    (telling,) = relied_on(written(tmp_path, around, "", each=8)).tellings
    assert (telling.cue, telling.is_only, telling.alone) == (Cue.BACKGROUND, False, 16)
    told = (
        "near are told by one thing as well as by the whole picture: background, the border of the pictures"
    )
    assert told in telling_text(telling)


def test_nothing_is_said_of_classes_that_differ_by_shape(tmp_path: Path) -> None:
    reliance = relied_on(written(tmp_path, shaped, "", each=12))
    assert reliance.tellings == ()
    assert not missing(reliance) & {Change.MIRRORED, Change.DARKENED, Change.LIGHTENED}


def test_what_copies_teach_is_seen(tmp_path: Path) -> None:
    """Where half of the pictures face each way, the mirror image confuses nobody who learned of it."""
    reliance = relied_on(written(tmp_path, facing, "", each=5), taught=MIRROR)
    mean = {drop.arm: drop.gain.mean for drop in reliance.drops if drop.change is Change.MIRRORED}
    assert mean["no augmentation"] < -60
    assert mean["taught"] > mean["no augmentation"] + 40


def test_changed_pictures_are_shown_to_the_learner_that_was_asked_for(tmp_path: Path) -> None:
    """One that sees nothing but how bright a picture is does not know mirror images from pictures."""

    def describe(image: Image) -> npt.NDArray[np.float64]:
        return np.array([image.mean()])

    blind = replace(FILTERS, name=LearnerName.CNN, describe=describe)
    opened = open_dataset(written(tmp_path, facing, "", each=5))
    asked: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        asked.append((done, total))
        return done < 18  # of ten pictures and twenty trainings

    found_out = find_reliance(opened, {}, blind, 0, go_on=go_on, cancelled=lambda: False)
    assert found_out is not None
    changes = {drop.change for drop in found_out.drops}
    assert changes >= {Change.DARKENED, Change.LIGHTENED}
    assert not changes & {Change.MIRRORED, Change.UPSIDE_DOWN}
    assert [telling.cue for telling in found_out.tellings] == [Cue.LEFT_RIGHT]  # as the filters see it
    assert asked == [(done, 30) for done in range(19)]
    assert not found_out.is_whole


def test_an_evaluation_carries_it_where_it_was_asked_for(tmp_path: Path) -> None:
    folder = written(tmp_path, facing, "", each=6)
    options = EvaluationOptions(copies=1, splits=6, minutes=60, invariances=True, pictures=5)
    evaluation = found(folder, options)
    assert evaluation.reliance is not None
    assert evaluation.reliance.trained == 10
    data = evaluation.to_dict()["reliance"]
    assert data["cues"][0]["only"] is True
    assert any(change["missing"] and change["change"] == "mirrored" for change in data["changes"])
    page = report_page(evaluation)
    assert "What it relies on" in page
    assert '<td class="words">Horizontal flip</td>' in page
    assert "came out at 0 points" in page
    assert "reliance" not in found(folder, QUICK).to_dict()


def test_it_ends_when_it_is_told_to(tmp_path: Path) -> None:
    opened = open_dataset(written(tmp_path, lit, "", each=3))
    ask = partial(find_reliance, opened, {}, FILTERS, 0)
    assert ask(go_on=lambda *_: True, cancelled=lambda: True) is None
    short = ask(go_on=lambda done, _: done < 4, cancelled=lambda: False)
    assert short is not None
    assert (short.trained, short.is_whole) == (4, False)
    assert ask(go_on=lambda done, _: done < 2, cancelled=lambda: False) is None
