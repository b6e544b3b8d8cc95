"""What pays, what hurts, and what cannot be told, on pictures made for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.pipeline import Pipeline
from augstudio.datasets.formats import open_dataset
from augstudio.errors import DatasetError, PipelineError
from augstudio.insights import ridge
from augstudio.insights.evaluate import EvaluationOptions, EvaluationProgress, Stage, evaluate
from augstudio.insights.evaluation import EvaluatedOn, Evaluation, LeftOut
from augstudio.insights.report import report_page
from augstudio.insights.statistics import Verdict
from augstudio.insights.wording import LEFT_OUT_TEXTS, verdict_text
from augstudio.transforms import GaussianNoise, HorizontalFlip, Mixup, VerticalFlip
from tests.folders import encoded, write_files

FLIP = Pipeline.of([HorizontalFlip()])
QUICK = EvaluationOptions(copies=1, splits=6, minutes=60)


def sloped(seed: int, is_left: bool) -> Image:
    """Noise with one bright half, left or right."""
    image = np.random.default_rng(seed).integers(0, 120, (16, 16, 3), dtype=np.uint8)
    image[:, :8] += np.uint8(100 if is_left else 0)
    image[:, 8:] += np.uint8(0 if is_left else 100)
    return image


def any_way(seed: int, is_left: bool) -> Image:
    """Noise that is rather even or rather uneven: hard to tell apart, and no mirror matters."""
    random = np.random.default_rng(seed)
    noise = random.normal(128, 30, (8, 8, 3)).repeat(2, axis=0).repeat(2, axis=1)
    noise += random.normal(0, 20 if is_left else 24, (16, 16, 3))
    return noise.clip(0, 255).astype(np.uint8)


def written(root: Path, make: Callable[[int, bool], Image], splits: dict[str, int]) -> Path:
    """A folder of two classes, with so many pictures of each class in each split; "" is no split."""
    files: dict[str, bytes] = {}
    for split, count in splits.items():
        for number in range(count):
            for place, name in enumerate(("left", "right")):
                seed = 1000 * len(files) + number
                path = "/".join(part for part in (split, name, f"{number}.png") if part)
                files[path] = encoded(make(seed, not place), "PNG")
    return write_files(root, files)


def found(root: Path, options: EvaluationOptions = QUICK, **pipelines: Pipeline) -> Evaluation:
    evaluation = evaluate(open_dataset(root), pipelines or {"flip": FLIP}, options)
    assert evaluation is not None
    return evaluation


def test_a_mirror_hurts_where_classes_are_left_and_right(tmp_path: Path) -> None:
    evaluation = found(written(tmp_path, sloped, {"train": 8, "test": 10}))
    (gain,) = evaluation.gains
    assert gain.verdict is Verdict.HURTS
    assert gain.gain.mean < -20
    assert gain.losses == gain.splits == 6
    assert (evaluation.trained, evaluation.tested, evaluation.evaluated_on) == (16, 20, EvaluatedOn.TEST)
    without, mirrored = evaluation.arms
    assert without.accuracy > 95
    assert mirrored.accuracy == pytest.approx(without.accuracy + gain.gain.mean)
    assert np.mean(list(mirrored.recalls.values())) == pytest.approx(mirrored.accuracy)
    assert evaluation.self_check == 0


def test_folds_are_used_where_no_pictures_are_for_testing(tmp_path: Path) -> None:
    evaluation = found(written(tmp_path, sloped, {"": 8}))
    assert (evaluation.trained, evaluation.tested, evaluation.evaluated_on) == (16, 0, EvaluatedOn.FOLDS)
    assert evaluation.gains[0].verdict is Verdict.HURTS


def test_pictures_for_validation_stand_in_for_those_for_testing(tmp_path: Path) -> None:
    assert found(written(tmp_path, sloped, {"train": 4, "val": 3})).evaluated_on is EvaluatedOn.VAL


def test_nothing_is_told_of_copies_that_differ_in_nothing(tmp_path: Path) -> None:
    same = Pipeline.of([GaussianNoise.model_validate({"sigma_range": [0, 0]})])
    evaluation = found(written(tmp_path, any_way, {"": 6}), same=same)
    (gain,) = evaluation.gains
    assert (gain.gain.mean, gain.gain.half, gain.wins, gain.losses) == (0, 0, 0, 0)
    assert gain.verdict is Verdict.CANNOT_TELL
    assert gain.needed is None


def test_pipelines_are_compared_and_steps_left_out(tmp_path: Path) -> None:
    folder = written(tmp_path, sloped, {"train": 8, "test": 10})
    both = Pipeline.of([VerticalFlip(), HorizontalFlip()])
    harmless = Pipeline.of([VerticalFlip()])
    options = EvaluationOptions(copies=1, splits=6, minutes=60, leave_one_out=True)
    evaluation = found(folder, options, both=both, harmless=harmless)
    (contest,) = evaluation.contests
    assert (contest.name, contest.against, contest.verdict) == ("both", "harmless", Verdict.HURTS)
    vertical, horizontal = evaluation.steps
    assert (vertical.step_name, horizontal.step_name) == ("vertical_flip", "horizontal_flip")
    assert horizontal.comparison.verdict is Verdict.HURTS
    # Without the horizontal flip it is the other pipeline, with the same draws.
    assert horizontal.comparison.gain.mean == contest.gain.mean
    assert horizontal.comparison.gain.level == pytest.approx(0.975)
    assert horizontal.comparison.gain.half > contest.gain.half


def test_the_same_seed_gives_the_same_and_the_order_of_listing_does_not_count(tmp_path: Path) -> None:
    folder = written(tmp_path, any_way, {"": 6})
    noise = Pipeline.of([GaussianNoise()])
    first, again = (found(folder, noise=noise).to_dict() for _ in range(2))
    assert first == again
    other = found(folder, EvaluationOptions(copies=1, splits=6, minutes=60, seed=1), noise=noise)
    assert other.to_dict()["arms"] != first["arms"]
    assert other.fingerprint == first["dataset"]["fingerprint"]


def test_time_ends_it_with_what_there_is(tmp_path: Path) -> None:
    folder = written(tmp_path, sloped, {"": 8})
    seconds = iter(range(10_000))
    options = EvaluationOptions(copies=1, splits=60, minutes=1)  # all pictures fit, and some splits
    evaluation = evaluate(open_dataset(folder), {"flip": FLIP}, options, clock=lambda: next(seconds))
    assert evaluation is not None
    assert evaluation.stopped_early
    assert 6 <= evaluation.splits < 50
    seconds = iter(range(10_000))
    options = EvaluationOptions(copies=1, splits=6, minutes=0.2)
    short = evaluate(open_dataset(folder), {"flip": FLIP}, options, clock=lambda: next(seconds))
    assert short is not None
    assert (short.stopped_early, short.trained, short.splits) == (True, 7, 2)


def test_after_too_few_splits_nothing_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, sloped, {"": 8})
    options = EvaluationOptions(copies=1, splits=6, minutes=60)
    whole = evaluate(open_dataset(folder), {"flip": FLIP}, options)
    assert whole is not None
    assert whole.gains[0].verdict is Verdict.HURTS
    gain = replace(whole.gains[0], differences=whole.gains[0].differences[:5])
    assert gain.gain.verdict is Verdict.HURTS
    assert (gain.verdict, gain.needed) == (Verdict.CANNOT_TELL, None)
    assert verdict_text(gain) == "cannot tell: there was time for 5 of the 6 splits that it takes at least"


@pytest.mark.parametrize(("parts", "least"), [({"": 8}, 2), ({"train": 8, "test": 4}, 4)])
def test_a_split_that_is_under_way_when_time_is_over_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: dict[str, int], least: int
) -> None:
    trained: list[int] = []
    train = ridge.train

    def slow(*given: Any) -> Any:
        trained.append(1)
        checkpoint()  # as a long training has
        return train(*given)

    monkeypatch.setattr(ridge, "train", slow)
    dataset = open_dataset(written(tmp_path, sloped, parts))
    options = EvaluationOptions(copies=1, splits=20, minutes=1)
    before = 2 * least + 1  # trainings of two arms, and the self-check's

    def clock() -> float:
        return 61 if len(trained) > before else 0

    short = evaluate(dataset, {"flip": FLIP}, options, clock=clock)
    assert short is not None
    assert (short.splits, short.stopped_early) == (least, True)
    assert len(trained) == before + 1


def test_what_each_step_adds_is_left_out_where_six_splits_would_not_end_in_time(
    tmp_path: Path,
) -> None:
    dataset = open_dataset(written(tmp_path, sloped, {"": 4}))
    both = Pipeline.of([VerticalFlip(), HorizontalFlip()])
    options = EvaluationOptions(copies=1, splits=8, minutes=0.5, leave_one_out=True, invariances=True)
    short = evaluate(dataset, {"both": both}, options, clock=Slow(5).seconds)
    assert short is not None
    assert (short.steps, short.splits, short.stopped_early) == ((), 2, True)
    assert short.left_out == (LeftOut.STEPS, LeftOut.RELIANCE)
    assert short.to_dict()["left_out"] == ["steps", "reliance"]
    page = report_page(short)
    for part in short.left_out:
        assert LEFT_OUT_TEXTS[part] in page
    assert "there was time for 2 of the 6 splits" in page
    options = EvaluationOptions(copies=1, splits=6, minutes=60, leave_one_out=True)
    whole = evaluate(dataset, {"both": both}, options, clock=Slow(5).seconds)
    assert whole is not None
    assert (len(whole.steps), whole.left_out, whole.stopped_early) == (2, (), False)
    assert whole.gains[0].gain == found(dataset.root, QUICK, both=both).gains[0].gain


class Slow:
    """Each look at this clock takes some seconds, but for the first ones, while pictures are read."""

    def __init__(self, each: float) -> None:
        self._each, self._looks = each, 0

    def seconds(self) -> float:
        """Seconds that passed."""
        self._looks += 1
        return max(0.0, self._looks - 10) * self._each


def test_progress_is_told_and_cancelling_ends_it(tmp_path: Path) -> None:
    dataset = open_dataset(written(tmp_path, sloped, {"": 4}))
    told: list[EvaluationProgress] = []
    assert evaluate(dataset, {"flip": FLIP}, QUICK, on_progress=told.append) is not None
    assert [step.done for step in told] == [*range(8), *range(6)]
    assert [told[0].stage, told[-1].stage] == [Stage.PICTURES, Stage.SPLITS]
    for late in (3, 10):
        told.clear()
        ended = evaluate(
            dataset,
            {"flip": FLIP},
            QUICK,
            on_progress=told.append,
            cancelled=lambda late=late: len(told) >= late,  # type: ignore[misc]
        )
        assert ended is None
        assert len(told) == late


def test_at_most_so_many_pictures_and_broken_ones_left_out(tmp_path: Path) -> None:
    folder = written(tmp_path, sloped, {"train": 6, "test": 6})
    options = EvaluationOptions(copies=1, splits=6, minutes=60, pictures=3)
    evaluation = found(folder, options)
    assert (evaluation.trained, evaluation.tested) == (6, 6)
    (folder / "train" / "left" / "2.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    evaluation = found(folder)
    assert (evaluation.trained, [item.name for item in evaluation.skipped]) == (11, ["train/left/2.png"])


def test_what_cannot_be_evaluated_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="mixed mixes pictures"):
        found(written(tmp_path / "a", sloped, {"": 3}), mixed=Pipeline.of([Mixup()]))
    with pytest.raises(DatasetError, match="two classes"):
        found(write_files(tmp_path / "b", {"only/1.png": encoded(sloped(0, True), "PNG")}))
    lonely = written(tmp_path / "c", sloped, {"": 3})
    for number in (1, 2):
        (lonely / "left" / f"{number}.png").unlink()
    with pytest.raises(DatasetError, match="the class left has not two usable pictures"):
        found(lonely)
