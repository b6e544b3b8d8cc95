"""3x3 matrices that move pixel coordinates, in plain floats.

A matrix maps input coordinates to output coordinates; whole numbers are pixel centres, x points right and y
down, so a picture of width w covers -0.5 .. w - 0.5. Plain Python floats on purpose: numpy's products
may be fused differently on another processor, and an export must not depend on that.
"""

from __future__ import annotations

import math
from typing import TypeAlias

from augstudio.core.image import Size

Row: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Row, Row, Row]

_AFFINE: Row = (0.0, 0.0, 1.0)
IDENTITY: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), _AFFINE)

Corners: TypeAlias = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]

# Sine and cosine may differ in their last bit between C libraries; at this grid they agree, and a
# coordinate of 100,000 is still exact to 0.00005 pixels.
_GRID = 1 << 32
# What a projective matrix divides by changes by some thousandths per pixel; it needs a finer grid.
_FINE_GRID = 1 << 52


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


def shear(x_degrees: float, y_degrees: float) -> Matrix:
    """Lean the top to the right, then lower the right side, about pixel (0, 0); areas stay the same."""
    across, down = math.tan(math.radians(x_degrees)), math.tan(math.radians(y_degrees))
    return ((1.0, -across, 0.0), (down, 1.0 - across * down, 0.0), (0.0, 0.0, 1.0))


def onto_corners(size: Size, corners: Corners) -> Matrix:
    """The projective map of a picture's outline onto a convex quadrangle (Heckbert, 1989, section 2.2).

    Args:
        size: Width and height of the picture.
        corners: Where the outer corners of its corner pixels go: upper left, upper right, lower right,
            lower left.
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    (u1, v1), (u2, v2) = (x1 - x2, y1 - y2), (x3 - x2, y3 - y2)
    u, v = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    area = u1 * v2 - u2 * v1
    g, h = (u * v2 - u2 * v) / area, (u1 * v - u * v1) / area
    # So far for the unit square; a pixel's place in it is (x + 0.5) / width, (y + 0.5) / height.
    rows = ((x1 - x0 + g * x1, x3 - x0 + h * x3, x0), (y1 - y0 + g * y1, y3 - y0 + h * y3, y0), (g, h, 1.0))

    def row(values: Row) -> Row:
        across, down = values[0] / size[0], values[1] / size[1]
        return across, down, values[2] + (across + down) / 2

    return row(rows[0]), row(rows[1]), row(rows[2])


def resizing(source: Size, target: Size) -> Matrix:
    """Stretch a picture's whole area onto another size (pixel edges meet pixel edges)."""
    x, y = target[0] / source[0], target[1] / source[1]
    return ((x, 0.0, (x - 1) / 2), (0.0, y, (y - 1) / 2), (0.0, 0.0, 1.0))


def about_centre(matrix: Matrix, source: Size, target: Size | None = None) -> Matrix:
    """Apply ``matrix`` about the picture's centre; the centre lands on the centre of ``target``."""
    width, height = target or source
    if matrix[2] == _AFFINE:
        # What follows it, without what is multiplied by 0 or 1.
        (a, b, c), (d, e, f), last = matrix
        x, y = -(source[0] - 1) / 2, -(source[1] - 1) / 2
        return (
            (a, b, a * x + b * y + c + (width - 1) / 2),
            (d, e, d * x + e * y + f + (height - 1) / 2),
            last,
        )
    return compose(
        translation(-(source[0] - 1) / 2, -(source[1] - 1) / 2),
        matrix,
        translation((width - 1) / 2, (height - 1) / 2),
    )


def compose(*matrices: Matrix) -> Matrix:
    """One matrix that does all of them, the first one first."""
    if not matrices:
        return IDENTITY
    done = matrices[0]
    for then in matrices[1:]:
        done = _product(then, done)
    return done


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that undoes ``matrix``, by cofactors.

    Raises:
        ValueError: The matrix squashes the plane to a line or a point.
    """
    (a, b, c), (d, e, f), (g, h, i) = matrix
    determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    if abs(determinant) < 1e-12:
        raise ValueError("the matrix cannot be inverted")
    if matrix[2] == _AFFINE:
        # What follows, without what is multiplied by 0 or 1.
        return (
            (e / determinant, (0.0 - b) / determinant, (b * f - c * e) / determinant),
            ((0.0 - d) / determinant, a / determinant, (c * d - a * f) / determinant),
            _AFFINE,
        )
    return (
        ((e * i - f * h) / determinant, (c * h - b * i) / determinant, (b * f - c * e) / determinant),
        ((f * g - d * i) / determinant, (a * i - c * g) / determinant, (c * d - a * f) / determinant),
        ((d * h - e * g) / determinant, (b * g - a * h) / determinant, (a * e - b * d) / determinant),
    )


def is_affine(matrix: Matrix) -> bool:
    """Whether parallel lines stay parallel: the last row is (0, 0, 1)."""
    return matrix[2] == _AFFINE


def weight_at(matrix: Matrix, x: float, y: float) -> float:
    """What the point (x, y) is divided by: 1 for affine maps; 0 at a horizon, and less beyond it."""
    return matrix[2][0] * x + matrix[2][1] * y + matrix[2][2]


def map_point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where the point (x, y) goes; it must not lie on the horizon, where :func:`weight_at` is 0."""
    weight = weight_at(matrix, x, y)
    return (
        (matrix[0][0] * x + matrix[0][1] * y + matrix[0][2]) / weight,
        (matrix[1][0] * x + matrix[1][1] * y + matrix[1][2]) / weight,
    )


def affine_at(matrix: Matrix, x: float, y: float) -> Matrix:
    """The affine matrix that does the same at the point (x, y) and nearly so about it."""
    weight = weight_at(matrix, x, y)
    across, down = map_point(matrix, x, y)

    def row(values: Row, place: float) -> Row:
        a, b = ((value - place * last) / weight for value, last in zip(values[:2], matrix[2], strict=False))
        return a, b, place - (a * x + b * y)

    return row(matrix[0], across), row(matrix[1], down), (0.0, 0.0, 1.0)


def on_grid(matrix: Matrix) -> Matrix:
    """Round every entry, so that all machines use the same numbers.

    To multiples of 2**-32; those that a projective matrix divides by, to multiples of 2**-52.
    """
    if matrix[2] == _AFFINE:
        (a, b, c), (d, e, f), last = matrix
        return (
            (round(a * _GRID) / _GRID, round(b * _GRID) / _GRID, round(c * _GRID) / _GRID),
            (round(d * _GRID) / _GRID, round(e * _GRID) / _GRID, round(f * _GRID) / _GRID),
            last,
        )

    def row(values: Row, grid: int) -> Row:
        x, y, z = values
        return round(x * grid) / grid, round(y * grid) / grid, round(z * grid) / grid

    return row(matrix[0], _GRID), row(matrix[1], _GRID), row(matrix[2], _FINE_GRID)


def _product(left: Matrix, right: Matrix) -> Matrix:
    # Written out: sum() of floats rounds differently from Python 3.12 on, and takes eight times as long.
    (a, b, c), (d, e, f), (g, h, i) = right
    (r, s, t), (u, v, w), (x, y, z) = left
    if left[2] == right[2] == _AFFINE:
        return (
            (r * a + s * d, r * b + s * e, r * c + s * f + t),
            (u * a + v * d, u * b + v * e, u * c + v * f + w),
            _AFFINE,
        )
    return (
        (r * a + s * d + t * g, r * b + s * e + t * h, r * c + s * f + t * i),
        (u * a + v * d + w * g, u * b + v * e + w * h, u * c + v * f + w * i),
        (x * a + y * d + z * g, x * b + y * e + z * h, x * c + y * f + z * i),
    )
