"""Made-up labels, and what they come to by plain rules: places followed back one by one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import Bitmap, Box, Instance, Labels, OrientedBox, Outline, Shape
from augstudio.core.matrix import inverse, is_affine, on_grid
from augstudio.core.padding import PaddingMode
from augstudio.kernels.geometry.projection import projection
from augstudio.render.resolve import Composed, PixelChange, Remapping, Resampling, Resolved

Bits = npt.NDArray[np.bool_]


def star(seed: int, count: int, centre: tuple[float, float], radii: tuple[float, float]) -> Float64Array:
    """A closed line about a centre, concave nearly everywhere."""
    random = np.random.default_rng(seed)
    angles = np.sort(random.uniform(0, 2 * math.pi, count))
    lengths = random.uniform(*radii, count)
    return np.stack((centre[0] + lengths * np.cos(angles), centre[1] + lengths * np.sin(angles)), axis=1)


def outline(seed: int, size: Size, count: int = 24) -> Outline:
    """Two parts somewhere in a picture, one of them with a hole, not all of it inside."""
    random = np.random.default_rng(seed)
    centres = [(random.uniform(-0.5, size[0] - 0.5), random.uniform(-0.5, size[1] - 0.5)) for _ in range(2)]
    reach = min(size) / 3
    outer = star(seed, count, centres[0], (reach / 3, reach))
    hole = centres[0] + 0.4 * (outer[::-1] - centres[0])
    far = star(seed + 1, 9, (centres[1][0] + 2.5 * size[0], centres[1][1]), (reach / 4, reach / 2))
    return Outline((outer, hole, far)) if seed % 2 else Outline((outer, hole))


def inside(rings: Iterable[Float64Array], x: Float64Array, y: Float64Array) -> Bits:
    """Which places an odd number of lines to the right of them encloses."""
    odd = np.zeros(x.shape, np.bool_)
    for ring in rings:
        for (a, b), (c, d) in zip(ring.tolist(), np.roll(ring, -1, axis=0).tolist(), strict=True):
            if b != d:
                odd ^= ((b > y) != (d > y)) & (x < a + (y - b) / (d - b) * (c - a))
    return odd


def rings_of(shape: Shape | None) -> Sequence[Float64Array]:
    """The corners of a shape."""
    if isinstance(shape, Outline):
        return shape.rings
    if isinstance(shape, Box | OrientedBox):
        return (shape.corners,)
    raise TypeError(f"{shape} has no corners")


def shown(labels: Labels, instance: Instance, size: Size) -> Bits:
    """The pixels whose centres an instance covers."""
    if isinstance(instance.shape, Bitmap):
        found: Bits = labels.layers[instance.shape.layer] == instance.shape.id
        return found
    x, y = pixel_centres(size)
    return inside(rings_of(instance.shape), x, y)


def pixel_centres(size: Size) -> tuple[Float64Array, Float64Array]:
    """``(H, W)`` columns and rows of all pixels."""
    y, x = np.mgrid[: size[1], : size[0]].astype(np.float64)
    return x, y


def back_through(stage: Resampling | Remapping, x: Float64Array, y: Float64Array) -> tuple[Any, Any]:
    """Where places of a stage's result come from, in the plane of the picture and its padding."""
    if isinstance(stage, Remapping):
        return stage.transform.source_coordinates(stage.draw, stage.size, x, y)
    if not is_affine(stage.matrix):
        back = projection(stage.matrix, stage.source)
        assert callable(back)
        return back(x, y)
    (a, b, c), (d, e, f), _ = on_grid(inverse(stage.matrix))
    return a * x + b * y + c, d * x + e * y + f


def folded_place(mode: PaddingMode, length: int, place: Float64Array) -> tuple[Float64Array, Bits]:
    """Which place of a line is seen at a place of the plane, and whether one is seen at all."""
    end = length - 0.5
    beyond = (place < -0.5) | (place > end)
    if mode is PaddingMode.CONSTANT:
        return place, ~beyond
    if mode is PaddingMode.EDGE or length == 1:
        return np.where(beyond, np.clip(place, 0, length - 1), place), np.ones(place.shape, np.bool_)
    if mode is PaddingMode.WRAP:
        found = (place + 0.5) % length - 0.5
    elif mode is PaddingMode.SYMMETRIC:
        turned = (place + 0.5) % (2 * length)
        found = np.minimum(turned, 2 * length - turned) - 0.5
    else:
        turned = place % (2 * length - 2)
        found = np.where(beyond, np.minimum(turned, 2 * length - 2 - turned), place)
    return found, np.ones(place.shape, np.bool_)


def followed_back(resolved: Resolved) -> tuple[Float64Array, Float64Array, Bits]:
    """The exact place of the picture that each pixel of a result shows, and whether it shows one."""
    return places_before(resolved, *pixel_centres(resolved.size))


def places_before(
    resolved: Resolved, x: Float64Array, y: Float64Array
) -> tuple[Float64Array, Float64Array, Bits]:
    """The exact places of the picture that are shown at places of a result, and whether any is."""
    seen = np.ones(x.shape, np.bool_)
    for stage in reversed(resolved.stages):
        if isinstance(stage, PixelChange):
            continue
        assert not isinstance(stage, Composed)
        size = stage.source if isinstance(stage, Resampling) else stage.size
        x, y = (np.broadcast_to(places, seen.shape) for places in back_through(stage, x, y))
        (x, across), (y, down) = (
            folded_place(resolved.padding.mode, length, place)
            for length, place in zip(size, (x, y), strict=True)
        )
        seen = seen & across & down
    return x, y, seen


def padded_pixels(mode: PaddingMode, length: int, positions: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The pixel of a line at positions of the plane, by ``numpy.pad``; -1 where there is none."""
    reach = int(np.max(np.abs(positions))) + 1
    options: dict[str, Any] = {"constant_values": -1} if mode is PaddingMode.CONSTANT else {}
    padded = np.pad(np.arange(length), (reach, reach), mode.value, **options)
    found: npt.NDArray[np.int64] = padded[np.minimum(positions + reach, padded.size - 1)]
    return found


def padded_map(values: npt.NDArray[Any], resolved: Resolved, outside: int) -> npt.NDArray[Any]:
    """A map of names padded by ``numpy.pad`` and looked up at the exact places, stage by stage."""
    for stage in resolved.stages:
        if isinstance(stage, PixelChange):
            continue
        assert not isinstance(stage, Composed)
        target = stage.target if isinstance(stage, Resampling) else stage.size
        shape = target[1], target[0]
        x, y = (np.broadcast_to(p, shape) for p in back_through(stage, *pixel_centres(target)))
        column, row = (np.floor(places + 0.5).astype(np.int64) for places in (x, y))
        column = padded_pixels(resolved.padding.mode, values.shape[1], column)
        row = padded_pixels(resolved.padding.mode, values.shape[0], row)
        values = np.where((column >= 0) & (row >= 0), values[row, column], outside).astype(values.dtype)
    return values


def drawn_map(shapes: Sequence[Outline], size: Size) -> Int32Array:
    """A layer of numbers from 1 that shows shapes, later ones over earlier ones."""
    layer = np.zeros((size[1], size[0]), np.int32)
    for number, shape in enumerate(shapes, start=1):
        layer[inside(shape.rings, *pixel_centres(size))] = number
    return layer
