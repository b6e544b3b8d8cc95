"""Symmetric 3x3 matrices and functions of them, in plain floats.

Only sums, products, quotients and square roots of single numbers are made, which every processor rounds
alike; the libraries behind ``numpy.linalg`` differ between machines.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from augstudio.core.matrix import Matrix

_SWEEPS: Final = 12
_PAIRS: Final = ((0, 1), (0, 2), (1, 2))


def eigen(matrix: Matrix) -> tuple[tuple[float, float, float], Matrix]:
    """Eigenvalues and, as columns, eigenvectors of a symmetric matrix, by Jacobi's rotations."""
    a = [list(row) for row in matrix]
    v = [[float(row == column) for column in range(3)] for row in range(3)]
    for _ in range(_SWEEPS):
        for p, q in _PAIRS:
            _rotate(a, v, p, q)
    return (a[0][0], a[1][1], a[2][2]), _frozen(v)


def _rotate(a: list[list[float]], v: list[list[float]], p: int, q: int) -> None:
    """Turn the plane of two axes so that their off-diagonal entry vanishes."""
    if a[p][q] == 0:
        return
    ratio = (a[q][q] - a[p][p]) / (2 * a[p][q])
    tangent = (1.0 if ratio >= 0 else -1.0) / (abs(ratio) + math.sqrt(ratio * ratio + 1))
    cosine = 1 / math.sqrt(tangent * tangent + 1)
    sine = tangent * cosine
    for row in (*a, *v):
        row[p], row[q] = cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]
    a[p], a[q] = (
        [cosine * x - sine * y for x, y in zip(a[p], a[q], strict=True)],
        [sine * x + cosine * y for x, y in zip(a[p], a[q], strict=True)],
    )
    a[p][q] = a[q][p] = 0.0


def matrix_function(matrix: Matrix, change: Callable[[float], float]) -> Matrix:
    """A symmetric matrix with its eigenvalues changed and its eigenvectors kept."""
    values, vectors = eigen(matrix)
    new = [change(value) for value in values]

    def entry(row: int, column: int) -> float:
        one, other = vectors[row], vectors[column]
        return one[0] * new[0] * other[0] + one[1] * new[1] * other[1] + one[2] * new[2] * other[2]

    upper = {(row, column): entry(row, column) for row in range(3) for column in range(row, 3)}
    return _frozen([[upper[min(r, c), max(r, c)] for c in range(3)] for r in range(3)])


def _frozen(rows: list[list[float]]) -> Matrix:
    one, two, three = ((row[0], row[1], row[2]) for row in rows)
    return one, two, three
