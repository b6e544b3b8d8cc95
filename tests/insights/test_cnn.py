"""A small network that begins with nothing, where PyTorch is installed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from augstudio.core.image import Image
from augstudio.datasets.formats import open_dataset
from augstudio.insights import cnn
from augstudio.insights.evaluate import EvaluationOptions, EvaluationProgress, Stage, evaluate
from augstudio.insights.evaluation import LearnerName
from augstudio.insights.report import report_page
from augstudio.insights.statistics import Verdict
from tests.insights.test_evaluate import FLIP, sloped, written

torch = pytest.importorskip("torch", reason="PyTorch is not installed")


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Left and right are learnt soon."""
    monkeypatch.setattr(cnn, "STEPS", 24)


def described(count: int) -> tuple[cnn.Floats, cnn.Integers]:
    sides = np.arange(count, dtype=np.int64) % 2
    rows = [cnn.pixels(sloped(number, not side)) for number, side in enumerate(sides)]
    return np.stack(rows)[:, None], sides


def mirrored(image: Image) -> Image:
    return np.ascontiguousarray(image[:, ::-1])


def test_it_learns_the_same_from_the_same_seed_on_any_number_of_threads() -> None:
    rows, sides = described(30)
    threads = torch.get_num_threads()
    first = cnn.train(rows[:20], sides[:20], 2, 1)
    assert torch.get_num_threads() == threads
    assert np.array_equal(first.classes_of(rows[20:, 0]), sides[20:])
    weights = [weight.numpy() for weight in first._weights]
    for seed, is_same in ((1, True), (2, False)):
        torch.manual_seed(seed + 5)
        torch.set_num_threads(threads % 2 + 1)
        again = cnn.train(rows[:20], sides[:20], 2, seed)
        same = all(
            np.array_equal(one, other.numpy()) for one, other in zip(weights, again._weights, strict=True)
        )
        assert same is is_same
    torch.set_num_threads(threads)


def test_identical_copies_change_nothing_and_others_do() -> None:
    rows, sides = described(20)
    alone = cnn.train(rows, sides, 2, 1)
    same = cnn.train(np.repeat(rows, 4, axis=1), sides, 2, 1)
    copies = np.stack([cnn.pixels(mirrored(sloped(number, not side))) for number, side in enumerate(sides)])
    other = cnn.train(np.concatenate([rows, copies[:, None]], axis=1), sides, 2, 1)
    last = [trained._weights[-2] for trained in (alone, same, other)]
    assert torch.equal(last[0], last[1])
    assert not torch.equal(last[0], last[2])


def test_each_picture_has_its_turn_before_any_comes_again() -> None:
    places, chosen = cnn._turns(7, 3, 0)
    assert len(places) >= 24 * cnn.BATCH
    for begin in range(0, len(places) - 7, 7):
        assert sorted(places[begin : begin + 7]) == list(range(7))
    assert np.bincount(chosen, minlength=3).min() > len(chosen) / 5


def test_a_mirror_hurts_where_classes_are_left_and_right(tmp_path: Path) -> None:
    dataset = open_dataset(written(tmp_path, sloped, {"train": 8, "test": 10}))
    options = EvaluationOptions(copies=1, splits=6, minutes=60, learner=LearnerName.CNN)
    told: list[EvaluationProgress] = []
    found = evaluate(dataset, {"flip": FLIP}, options, on_progress=told.append)
    assert found is not None
    assert found.gains[0].verdict is Verdict.HURTS
    assert found.arms[0].accuracy > 95
    assert found.self_check == 0
    assert found.versions["torch"] == torch.__version__
    assert "A small convolutional network was trained from scratch" in report_page(found)
    asked = iter(range(10_000))  # in the midst of the first training
    late = evaluate(
        dataset,
        {"flip": FLIP},
        options,
        on_progress=told.append,
        cancelled=lambda: told[-1].stage is Stage.SPLITS and next(asked) > 5,
    )
    assert late is None
    assert told[-1] == EvaluationProgress(Stage.SPLITS, 0, 6)
