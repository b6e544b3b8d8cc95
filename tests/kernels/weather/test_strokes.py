"""Strokes cover what lies within their width of a line, in any part of a picture alike."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.arrays import Float32Array, Float64Array
from augstudio.core.region import Region
from augstudio.kernels.weather.strokes import Strokes, covered_by

SIZE = (90, 70)


def strokes(count: int, *, down: float = 40.0, seed: int = 3) -> Strokes:
    """Strokes anywhere in the picture and a little beyond its edges."""
    generator = np.random.default_rng(seed)

    def between(low: float, high: float) -> Float64Array:
        return generator.uniform(low, high, count)

    place = between(-20, SIZE[0] + 20), between(-20, SIZE[1] + 20)
    return Strokes(
        *place,
        between(-30, 30),
        between(-down, down),
        between(0.5, 6),
        between(1, 5),
        between(0.2, 1),
    )


def by_distance(every: Strokes) -> Float32Array:
    """The largest share by each pixel's distance from each line, all pixels looked at."""
    rows, columns = np.mgrid[: SIZE[1], : SIZE[0]] + 0.5
    plane = np.zeros((SIZE[1], SIZE[0]))
    for x, y, across, down, radius, soft, cover in zip(*every, strict=True):
        right, below = columns - x, rows - y
        along = ((right * across + below * down) / max(across**2 + down**2, 1e-6)).clip(0, 1)
        away = np.hypot(right - along * across, below - along * down)
        plane = np.maximum(plane, cover * ((radius + soft / 2 - away) / soft).clip(0, 1))
    return plane.astype(np.float32)


@pytest.mark.parametrize("down", [40.0, 1e-12, 0.0])
def test_every_pixel_is_covered_by_its_distance_from_the_lines(down: float) -> None:
    every = strokes(150, down=down)
    np.testing.assert_allclose(covered_by(every, Region.whole(SIZE)), by_distance(every), atol=2e-5)


def test_many_large_strokes_are_cut_into_pieces_of_work() -> None:
    one = strokes(1)
    many = Strokes(*(np.repeat(values, 3000) for values in one))
    np.testing.assert_array_equal(covered_by(many, Region.whole(SIZE)), covered_by(one, Region.whole(SIZE)))


@pytest.mark.parametrize("part", [Region(13, 7, 31, 22), Region(0, 69, 90, 1), Region(89, 0, 1, 70)])
def test_a_part_is_that_of_the_whole(part: Region) -> None:
    whole = covered_by(strokes(150), Region.whole(SIZE))
    expected = whole[part.top : part.bottom, part.left : part.right]
    np.testing.assert_array_equal(covered_by(strokes(150), part), expected)


def test_nothing_to_draw_covers_nothing() -> None:
    assert not covered_by(strokes(0), Region.whole(SIZE)).any()
