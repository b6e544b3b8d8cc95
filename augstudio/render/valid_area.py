"""Which part of a result shows the picture, and which is padded; pure geometry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias, TypeGuard

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.contour import outlines
from augstudio.core.image import Size
from augstudio.core.matrix import Matrix, inverse, translation
from augstudio.core.mixing import Composition, Layer
from augstudio.core.polygon import Outline, Polygon, enclosed, frame_of, intersection, mapped, same_way_round
from augstudio.render.resolve import Composed, Remapping, Resampling, Resolved, Stage

# Cells along the longer side of the grid on which distorted pictures are followed back.
_CELLS: Final = 96
# Nearer to a projective map's horizon than this nothing is seen,
_HORIZON: Final = 1e-9
# nor further away than this.
_AWAY: Final = 1e9

Bits: TypeAlias = npt.NDArray[np.bool_]


def valid_region(resolved: Resolved) -> Outline:
    """The outline of what comes from the picture, in pixel coordinates of the result.

    Every resampling pads what lies outside the frame that enters it; what is real after all of them lies
    inside each of these frames. Pictures that are put together pad their own parts. What is put on the
    picture, which is kept below, changes nothing of that.
    """
    if any(isinstance(stage, Remapping) for stage in resolved.stages):
        return _followed_back(resolved)
    if any(_replaces(stage) for stage in resolved.stages):
        return _moved_on_in_parts(resolved)
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


def _replaces(stage: Stage) -> TypeGuard[Composed]:
    """Whether pictures are put together on a plain colour."""
    return isinstance(stage, Composed) and not stage.composition.on_picture


def _moved_on_in_parts(resolved: Resolved) -> Outline:
    """Every frame moved by all that follows, where pictures are put together; exact."""
    first = next((stage for stage in resolved.stages if isinstance(stage, Resampling | Composed)), None)
    parts: list[Polygon] = [frame_of(resolved.size if first is None else first.source)]
    for stage in resolved.stages:
        if isinstance(stage, Resampling):
            parts = _seen(parts, stage.matrix, stage.target)
        elif _replaces(stage):
            parts = [part for layer in stage.composition.layers for part in _seen_in(layer, parts)]
    return tuple(same_way_round(part) for part in parts)


def _seen_in(layer: Layer, parts: list[Polygon]) -> list[Polygon]:
    """What is real of a layer, where it lies in the whole; ``parts`` are those of the picture itself."""
    place, real = layer.place, parts if layer.partner is None else [frame_of(layer.source)]
    there = translation(place.left, place.top)
    return [mapped(part, there) for part in _seen(real, layer.matrix, (place.width, place.height))]


def _seen(parts: Sequence[Polygon], matrix: Matrix, size: Size) -> list[Polygon]:
    """Parts of a picture as far as the frame of a result shows them."""
    shown = (intersection(mapped(part, matrix), frame_of(size)) for part in parts)
    return [part for part in shown if len(part) > 2]


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
    own = np.ones(inside.shape, np.bool_)  # what has not come to another picture yet
    for stage in reversed(resolved.stages):
        if isinstance(stage, Resampling):
            x, y = _within_sight(*_through(stage.matrix, x, y))
            inside = np.where(own, np.minimum(inside, _depth(stage.source, x, y)), inside)
        elif isinstance(stage, Remapping):
            x, y = _within_sight(*stage.transform.source_coordinates(stage.draw, stage.size, x, y))
            inside = np.where(own, np.minimum(inside, _depth(stage.size, x, y)), inside)
        elif _replaces(stage):
            x, y, inside, own = _apart(stage.composition, x, y, inside, own)
    return outlines(inside, columns, rows)


def _apart(
    composition: Composition, x: Float64Array, y: Float64Array, inside: Float64Array, own: Bits
) -> tuple[Float64Array, Float64Array, Float64Array, Bits]:
    """Places of pictures that were put together, each followed back into its own.

    Args:
        composition: How they were.
        x: Columns of the places in the whole.
        y: Rows of them.
        inside: How far each lies inside all frames so far.
        own: Which of them belong to the picture itself as far as is known.

    Returns:
        All four as they are before.
    """
    x, y = (np.broadcast_to(places, inside.shape).copy() for places in (x, y))
    before = x.copy(), y.copy()
    found, kept = inside.copy(), np.zeros_like(own)
    for layer in composition.layers:
        place = layer.place
        here = own & (abs(before[0] - place.left - (place.width - 1) / 2) <= place.width / 2)
        here &= abs(before[1] - place.top - (place.height - 1) / 2) <= place.height / 2
        columns, rows = _through(layer.matrix, before[0] - place.left, before[1] - place.top)
        found[here] = np.minimum(inside, _depth(layer.source, columns, rows))[here]
        x[here], y[here] = columns[here], rows[here]
        kept[here] = layer.partner is None
    return x, y, found, kept


def _through(matrix: Matrix, x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
    """Places before a matrix; at a horizon and beyond, far away."""
    try:
        (a, b, c), (d, e, f), (g, h, i) = inverse(matrix)
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
