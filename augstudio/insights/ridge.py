"""A classifier without a knob: ridge regression that finds its penalty by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Integers: TypeAlias = npt.NDArray[np.int64]

_PENALTIES: Final = tuple(10.0 ** (power / 2) for power in range(-12, 7))
_LEAST_DEVIATION: Final = 1e-3


@dataclass(frozen=True)
class Trained:
    """A classifier.

    Attributes:
        penalty: The penalty that was chosen, as a share of the mean squared length of a row.
        left_out_error: Mean squared error of the answers for pictures that were left out with all of their
            copies; wanted are 1 for the class and -1 / (classes - 1) for each other.
    """

    penalty: float
    left_out_error: float
    _mean: Floats
    _scale: Floats
    _weights: Floats

    def answers_for(self, rows: Floats) -> Floats:
        """How much speaks for each class: ``(t, classes)`` for ``(t, p)`` features."""
        return np.asarray(_with_constant((rows - self._mean) * self._scale) @ self._weights)

    def classes_of(self, rows: Floats) -> Integers:
        """The classes of pictures.

        Args:
            rows: ``(t, p)`` features.

        Returns:
            ``(t,)`` numbers of classes; of equal ones the first.
        """
        return np.asarray(self.answers_for(rows).argmax(axis=1), dtype=np.int64)


def train(rows: Floats, classes: Integers, class_count: int) -> Trained:
    """Train with pictures and their copies.

    Each of the m rows of a picture weighs 1/m, so that the penalty means the same for any number of copies:
    identical copies change nothing. The penalty is the one with which pictures are predicted best, by squared
    error, when *they and all of their copies* are left out; leaving out single rows would let a picture be
    recognised by its own copies, and choose the least penalty of all. Leaving out is done in closed form:
    with H the hat matrix and e the residuals, the rows g of a picture would miss by (I - H_gg)^-1 e_g.

    Args:
        rows: ``(n, m, p)`` features of n pictures, each with m - 1 copies after the picture itself; m >= 1.
        classes: ``(n,)`` numbers of their classes, 0 .. ``class_count`` - 1.
        class_count: How many classes there are, 2 or more.
    """
    count, copies, _ = rows.shape
    originals = rows[:, 0].astype(np.float64)
    mean = originals.mean(axis=0)
    scale = 1 / ((originals.std(axis=0) + _LEAST_DEVIATION) * np.sqrt(rows.shape[2]))
    weight = 1 / np.sqrt(copies * count)
    table = _with_constant(((rows.astype(np.float64) - mean) * scale).reshape(count * copies, -1)) * weight
    wanted = np.full((count, class_count), -1 / (class_count - 1))
    wanted[np.arange(count), classes] = 1.0
    target = np.repeat(wanted, copies, axis=0) * weight
    values, vectors = _spectrum(table)
    size = float(np.square(table).sum())
    inside = vectors.T @ target
    errors = []
    for penalty in _PENALTIES:
        shrinkage = values / (values + penalty * size)
        missed = _left_out(vectors, shrinkage, inside, target, copies) / weight
        errors.append((float(np.square(missed).mean()), penalty))
    error, penalty = min(errors)
    weights = table.T @ (vectors @ (inside / (values + penalty * size)[:, None]))
    return Trained(penalty, error, mean, scale, weights)


def _with_constant(rows: Floats) -> Floats:
    return np.concatenate([rows, np.ones((len(rows), 1))], axis=1)


def _spectrum(table: Floats) -> tuple[Floats, Floats]:
    """The squared singular values of a table that are not 0, and its left singular vectors."""
    tall = len(table) > table.shape[1]
    values, vectors = np.linalg.eigh(table.T @ table if tall else table @ table.T)
    kept = values > values[-1] * 1e-12
    values, vectors = values[kept], vectors[:, kept]
    return values, table @ vectors / np.sqrt(values) if tall else vectors


def _left_out(vectors: Floats, shrinkage: Floats, inside: Floats, target: Floats, copies: int) -> Floats:
    """By how much each picture is missed, ``(n, classes)``, when it and its copies are left out."""
    residuals = target - vectors @ (shrinkage[:, None] * inside)
    groups = vectors.reshape(-1, copies, vectors.shape[1])
    hats = (groups * shrinkage) @ groups.transpose(0, 2, 1)
    found = np.linalg.solve(np.eye(copies) - hats, residuals.reshape(len(groups), copies, -1))
    return np.asarray(found[:, 0])
