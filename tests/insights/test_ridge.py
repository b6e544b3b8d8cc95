"""The learner finds its penalty without being misled by copies."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.insights.ridge import train

CLASSES = np.arange(24) % 3
Floats = npt.NDArray[np.floating[Any]]


def pictures(seed: int, count: int = 24, width: int = 30) -> Floats:
    """Rows ``(count, 1, width)`` whose class shows a little."""
    random = np.random.default_rng(seed)
    rows = random.normal(size=(count, 1, width)).astype(np.float32)
    rows[np.arange(count), 0, np.arange(count) % 3] += 1.3
    return rows


def copied(rows: Floats, copies: int, noise: float) -> Floats:
    random = np.random.default_rng(9)
    repeated = np.repeat(rows, 1 + copies, axis=1)
    repeated[:, 1:] += noise * random.normal(size=repeated[:, 1:].shape)
    return repeated


@pytest.mark.parametrize("copies", [1, 4, 9])
@pytest.mark.parametrize("width", [30, 8])  # more and fewer features than rows
def test_identical_copies_change_nothing(copies: int, width: int) -> None:
    rows, fresh = pictures(0, width=width), pictures(1, 300, width)[:, 0]
    alone, repeated = train(rows, CLASSES, 3), train(copied(rows, copies, 0), CLASSES, 3)
    assert repeated.penalty == alone.penalty
    assert repeated.left_out_error == pytest.approx(alone.left_out_error)
    assert np.array_equal(repeated.classes_of(fresh), alone.classes_of(fresh))


def test_a_picture_is_not_recognised_by_its_own_copies() -> None:
    rows, fresh = pictures(0, 60, 100), pictures(1, 300, 100)[:, 0]
    truth, classes = np.arange(300) % 3, np.arange(60) % 3
    nearly_equal = copied(rows, 4, 0.02)
    grouped = train(nearly_equal, classes, 3)
    # Each copy taken for a picture of its own: leaving one out leaves four that are nearly the same.
    leaking = train(nearly_equal.reshape(-1, 1, 100), np.repeat(classes, 5), 3)
    assert leaking.left_out_error < 0.01
    assert grouped.left_out_error > 0.3
    assert leaking.penalty < grouped.penalty
    right = [float((trained.classes_of(fresh) == truth).mean()) for trained in (leaking, grouped)]
    assert right[0] < right[1]


@pytest.mark.parametrize("width", [30, 4])
def test_leaving_out_is_the_same_as_training_without(width: int) -> None:
    """The oracle: for the penalty that was chosen, each picture is left out for real."""
    rows = copied(pictures(2, width=width), 2, 0.5)
    whole = train(rows, CLASSES, 3)
    count, copies = rows.shape[:2]
    scaled = (rows - rows[:, 0].mean(axis=0)) / (rows[:, 0].std(axis=0) + 1e-3) / np.sqrt(width)
    table = np.concatenate([scaled, np.ones((count, copies, 1))], axis=2)
    size = np.square(table).sum() / (count * copies)
    missed = []
    for place in range(count):
        kept = np.delete(table, place, axis=0).reshape(-1, width + 1)
        wanted = np.where(np.eye(3) == 1, 1, -0.5)
        target = wanted[np.repeat(np.delete(CLASSES, place), copies)]
        penalty = whole.penalty * size * count * copies
        weights = np.linalg.solve(kept.T @ kept + penalty * np.eye(width + 1), kept.T @ target)
        missed.append(wanted[CLASSES[place]] - table[place, 0] @ weights)
    assert whole.left_out_error == pytest.approx(np.square(missed).mean())


def test_classes_are_learned() -> None:
    rows = pictures(3, 150)
    trained = train(rows, np.arange(150) % 3, 3)
    accuracy = (trained.classes_of(pictures(4, 300)[:, 0]) == np.arange(300) % 3).mean()
    assert accuracy > 0.6
