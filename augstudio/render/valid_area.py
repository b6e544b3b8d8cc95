"""Which part of a result shows the picture, and which is padded; pure geometry."""

from __future__ import annotations

from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.contour import outlines
from augstudio.core.image import Size
from augstudio.core.matrix import inverse
from augstudio.core.polygon import Outline, Polygon, enclosed, frame_of, intersection, mapped
from augstudio.render.resolve import Remapping, Resampling, Resolved

# Cells along the longer side of the grid on which distorted pictures are followed back.
_CELLS: Final = 96
# Nearer to a projective map's horizon than this nothing is seen,
_HORIZON: Final = 1e-9
# nor further away than this.
_AWAY: Final = 1e9


def valid_region(resolved: Resolved) -> Outline:
    """The outline of what comes from the picture, in pixel coordinates of the result.

    Every resampling pads what lies outside the frame that enters it; what is real after all of them lies
    inside each of these frames.
    """
    if any(isinstance(stage, Remapping) for stage in resolved.stages):
        return _followed_back(resolved)
    real = _moved_on(resolved)
    return (real,) if real else ()


def padded_fraction(resolved: Resolved, real: Outline | None = None) -> float:
    """The share of the result that is padded, 0..1.

    Args:
        resolved: What happens to the picture.
        real: What :func:`valid_region` gave, where it is known.
    """
    whole = resolved.size[0] * resolved.size[1]
    area = enclosed(valid_region(resolved) if real is None else real)
    return max(0.0, 1.0 - area / whole)  # an area may be rounded up


def _moved_on(resolved: Resolved) -> Polygon:
    """Every frame moved by all matrices that follow; exact."""
    real = frame_of(resolved.size)
    matrices = [stage for stage in resolved.stages if isinstance(stage, Resampling)]
    for place, stage in enumerate(matrices):
        back = frame_of(stage.source)
        for following in matrices[place:]:
            back = mapped(back, following.matrix)
        real = intersection(real, back)
    return real


def _followed_back(resolved: Resolved) -> Outline:
    """Places on a grid over the result, followed back through all frames."""
    cell = max(resolved.size) / _CELLS
    columns, rows = (np.linspace(-0.5, side - 0.5, max(2, round(side / cell)) + 1) for side in resolved.size)
    x, y = columns[None, :], rows[:, None]
    inside = np.full((rows.size, columns.size), np.inf)
    for stage in reversed(resolved.stages):
        if isinstance(stage, Resampling):
            x, y = _within_sight(*_through(stage, x, y))
            inside = np.minimum(inside, _depth(stage.source, x, y))
        elif isinstance(stage, Remapping):
            x, y = _within_sight(*stage.transform.source_coordinates(stage.draw, stage.size, x, y))
            inside = np.minimum(inside, _depth(stage.size, x, y))
    return outlines(inside, columns, rows)


def _through(stage: Resampling, x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
    """Places before a resampling; at a horizon and beyond, far away."""
    try:
        (a, b, c), (d, e, f), (g, h, i) = inverse(stage.matrix)
    except ValueError:  # the picture is shrunk to nothing
        return x + _AWAY, y + _AWAY
    share = 1 / np.maximum(g * x + (h * y + i), _HORIZON)
    return (a * x + (b * y + c)) * share, (d * x + (e * y + f)) * share


def _within_sight(x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
    return np.clip(x, -_AWAY, _AWAY), np.clip(y, -_AWAY, _AWAY)


def _depth(size: Size, x: Float64Array, y: Float64Array) -> Float64Array:
    """How far places lie inside a frame; negative outside, and no further than the frame is wide."""
    across, down = (
        np.minimum(places + 0.5, side - 0.5 - places) for places, side in zip((x, y), size, strict=True)
    )
    return np.maximum(np.minimum(across, down), -float(max(size)))
