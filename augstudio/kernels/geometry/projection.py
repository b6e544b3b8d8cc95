"""Projective matrices as maps from places of a result back to places of the picture."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.matrix import Matrix, affine_at, inverse, on_grid, translation, weight_at
from augstudio.kernels.geometry.stretch import Origin

# A picture made smaller than this, in output pixels, is so small that its perspective cannot be seen.
_SMALLEST: Final = 1 / 64
# Nearer to the horizon than this everything is as far away as can be addressed.
_HORIZON: Final = 2.0**-24
# Where a picture without size or behind the horizon lies: nothing of it is seen.
_AWAY: Final = float(1 << 24)


def projection(matrix: Matrix, size: Size) -> Origin | Matrix:
    """The way back from an output to the picture.

    What lies on the horizon and beyond shows what is far away in the plane that the picture and its padding
    make.

    Args:
        matrix: Projective, from source to output pixel coordinates.
        size: Width and height of the source.

    Returns:
        The map; or an affine matrix that does the same for a picture too small to tell.
    """
    x, y = (size[0] - 1) / 2, (size[1] - 1) / 2
    weight = weight_at(matrix, x, y)
    if abs(weight) > _HORIZON:
        matrix = _divided(matrix, abs(weight))
        local = affine_at(matrix, x, y)
        if weight > 0 and _shown(local, size) < _SMALLEST:
            return local
    try:
        return _origin(on_grid(inverse(matrix)))
    except ValueError:
        return translation(_AWAY, _AWAY)


def _divided(matrix: Matrix, weight: float) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return (
        (a / weight, b / weight, c / weight),
        (d / weight, e / weight, f / weight),
        (g / weight, h / weight, i / weight),
    )


def _shown(local: Matrix, size: Size) -> float:
    """The length of the picture's shorter side in the output."""
    (a, b, _), (d, e, _), _ = local
    return min(math.hypot(a, d) * size[0], math.hypot(b, e) * size[1])


def _origin(back: Matrix) -> Origin:
    (a, b, c), (d, e, f), (g, h, i) = back

    def origin(x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
        share = g * x + (h * y + i)
        np.maximum(share, _HORIZON, out=share)
        np.divide(1.0, share, out=share)
        across, down = a * x + (b * y + c), d * x + (e * y + f)
        across *= share
        down *= share
        return across, down

    return origin
