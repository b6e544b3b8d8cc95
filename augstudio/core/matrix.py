"""3x3 matrices that move pixel coordinates, in plain floats.

A matrix maps input coordinates to output coordinates; whole numbers are pixel centres, x points right and y
down, so a picture of width w covers -0.5 .. w - 0.5. Plain Python floats on purpose: numpy's products
may be fused differently on another processor, and an export must not depend on that.
"""

from __future__ import annotations

import math
from functools import reduce
from typing import TypeAlias

from augstudio.core.image import Size

Row: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Row, Row, Row]

IDENTITY: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))

# Sine and cosine may differ in their last bit between C libraries; at this grid they agree, and a
# coordinate of 100,000 is still exact to 0.00005 pixels.
_GRID = 1 << 32


def translation(x: float, y: float) -> Matrix:
    """Shift right by ``x`` and down by ``y`` pixels."""
    return ((1.0, 0.0, x), (0.0, 1.0, y), (0.0, 0.0, 1.0))


def scaling(x: float, y: float) -> Matrix:
    """Scale both axes about pixel (0, 0)."""
    return ((x, 0.0, 0.0), (0.0, y, 0.0), (0.0, 0.0, 1.0))


def rotation(degrees: float) -> Matrix:
    """Turn counter-clockwise, as seen on the screen, about pixel (0, 0)."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return ((cosine, sine, 0.0), (-sine, cosine, 0.0), (0.0, 0.0, 1.0))


def resizing(source: Size, target: Size) -> Matrix:
    """Stretch a picture's whole area onto another size (pixel edges meet pixel edges)."""
    x, y = target[0] / source[0], target[1] / source[1]
    return ((x, 0.0, (x - 1) / 2), (0.0, y, (y - 1) / 2), (0.0, 0.0, 1.0))


def about_centre(matrix: Matrix, source: Size, target: Size | None = None) -> Matrix:
    """Apply ``matrix`` about the picture's centre; the centre lands on the centre of ``target``."""
    width, height = target or source
    return compose(
        translation(-(source[0] - 1) / 2, -(source[1] - 1) / 2),
        matrix,
        translation((width - 1) / 2, (height - 1) / 2),
    )


def compose(*matrices: Matrix) -> Matrix:
    """One matrix that does all of them, the first one first."""
    return reduce(lambda done, then: _product(then, done), matrices) if matrices else IDENTITY


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that undoes ``matrix``, by cofactors.

    Raises:
        ValueError: The matrix squashes the plane to a line or a point.
    """
    (a, b, c), (d, e, f), (g, h, i) = matrix
    determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    if abs(determinant) < 1e-12:
        raise ValueError("the matrix cannot be inverted")
    return (
        ((e * i - f * h) / determinant, (c * h - b * i) / determinant, (b * f - c * e) / determinant),
        ((f * g - d * i) / determinant, (a * i - c * g) / determinant, (c * d - a * f) / determinant),
        ((d * h - e * g) / determinant, (b * g - a * h) / determinant, (a * e - b * d) / determinant),
    )


def map_point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where the point (x, y) goes."""
    weight = matrix[2][0] * x + matrix[2][1] * y + matrix[2][2]
    return (
        (matrix[0][0] * x + matrix[0][1] * y + matrix[0][2]) / weight,
        (matrix[1][0] * x + matrix[1][1] * y + matrix[1][2]) / weight,
    )


def on_grid(matrix: Matrix) -> Matrix:
    """Round every entry to a multiple of 2**-32, so that all machines use the same numbers."""

    def row(values: Row) -> Row:
        x, y, z = values
        return round(x * _GRID) / _GRID, round(y * _GRID) / _GRID, round(z * _GRID) / _GRID

    return row(matrix[0]), row(matrix[1]), row(matrix[2])


def _product(left: Matrix, right: Matrix) -> Matrix:
    # Written out: sum() of floats rounds differently from Python 3.12 on, and takes four times as long.
    (a, b, c), (d, e, f), (g, h, i) = right

    def row(values: Row) -> Row:
        x, y, z = values
        return x * a + y * d + z * g, x * b + y * e + z * h, x * c + y * f + z * i

    return row(left[0]), row(left[1]), row(left[2])
