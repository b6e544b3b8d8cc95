"""Pixels are looked up exactly, whichever way is taken, and two maps together as each by itself."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.matrix import Matrix, on_grid
from augstudio.core.padding import PaddingMode
from augstudio.kernels.geometry.affine_pixels import AffinePixels
from augstudio.kernels.geometry.nearest import nearest
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.tiled import Map, PackedMaps, TiledMap
from augstudio.render.labelling.tiles import tiles_between

BACK = on_grid(((0.8, 0.3, -4.0), (-0.3, 0.9, 2.5), (0.0, 0.0, 1.0)))
SHAPE = 41, 53


def plane(values: Map, first: int = -1, last: int = 1, names: Map | None = None) -> TiledMap:
    """A map that is reflected."""
    height, width = values.shape
    tiles = tiles_between(PaddingMode.REFLECT, (width, height), (first, last), (first, last)).all
    across = sorted({tile.across.number: tile.across for tile in tiles}.items())
    down = sorted({tile.down.number: tile.down for tile in tiles}.items())
    if names is None:
        names = np.full((len(down), len(across), 1), -1)
    return TiledMap(values, [cell for _, cell in across], [cell for _, cell in down], names, 0)


def one_by_one(seen: TiledMap, back: Matrix, size: tuple[int, int]) -> Map:
    """Every place counted in whole numbers, and looked up by itself."""
    columns, rows = np.arange(size[0], dtype=np.int64), np.arange(size[1], dtype=np.int64)[:, None]
    x, y = (
        (int(a * 2**32) * columns + int(b * 2**32) * rows + int(c * 2**32) + 2**31) >> 32
        for a, b, c in back[:2]
    )
    return seen.at(x, y)


slopes = st.floats(-1.5, 1.5) | st.sampled_from([0.0, 1.0, -1.0, 0.5, 1 + 2**-11, 1 - 2**-20, 1 / 3])
# Halves are borders between pixels, and OpenCV counts in parts of 1/1024.
places = st.builds(
    lambda whole, part, rest: whole + part / 1024 + rest,
    st.integers(-40, 40),
    st.sampled_from([0, 0, 512, 511, 513, 1]),
    st.sampled_from([0.0, 2**-32, -(2**-32), 2**-12, -(2**-12), 2**-24, 0.37]),
)


@given(a=slopes, b=slopes, c=places, d=slopes, e=slopes, f=places, kind=st.sampled_from("BHi"))
def test_affine_maps_are_looked_up_as_counted_one_by_one(
    a: float, b: float, c: float, d: float, e: float, f: float, kind: str
) -> None:
    back = on_grid(((a, b, c), (d, e, f), (0.0, 0.0, 1.0)))
    values = np.random.default_rng(1).integers(0, 200, SHAPE).astype(kind)
    seen = plane(values, -8, 8)
    (found,) = nearest([seen], back, (80, 60))
    assert found.dtype == values.dtype
    assert np.array_equal(found, one_by_one(seen, back, (80, 60)))


@pytest.mark.parametrize("degrees", [0.01, 7.0, 30.0, 89.9])
@pytest.mark.parametrize("place", [-2000.5, 0.0, 3.25])
def test_large_maps_are_looked_up_fast_and_exactly(degrees: float, place: float) -> None:
    turn = math.radians(degrees)
    cos, sin = math.cos(turn), math.sin(turn)
    size = 700, 500
    back = on_grid(((cos, sin, place), (-sin, cos, -place / 3), (0.0, 0.0, 1.0)))
    places = AffinePixels(back, Region.whole(size))
    assert places.lookup(places.bounds()) is not None
    values = np.random.default_rng(2).integers(0, 60_000, (480, 640)).astype(np.uint16)
    seen = plane(values, -8, 8)
    assert np.array_equal(nearest([seen], back, size)[0], one_by_one(seen, back, size))


def test_where_all_lies_on_borders_every_pixel_is_counted() -> None:
    back = on_grid(((1.0, 0.0, 0.5), (0.0, 1.0, 0.25), (0.0, 0.0, 1.0)))
    places = AffinePixels(back, Region.whole((80, 60)))
    assert places.lookup(places.bounds()) is None
    seen = plane(np.random.default_rng(3).integers(0, 200, SHAPE).astype(np.uint8), -3, 3)
    assert np.array_equal(nearest([seen], back, (80, 60))[0], one_by_one(seen, back, (80, 60)))


@pytest.mark.parametrize("most", [200, 60_000, 2**20, 2**31 - 1])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("least", [0, -3])
def test_two_maps_in_one(most: int, kind: type, least: int) -> None:
    random = np.random.default_rng(most)
    first = random.integers(least, most, SHAPE, endpoint=True).astype(np.int32)
    first[0, 0], first[-1, -1] = least, most
    second: Map = random.integers(0, np.iinfo(kind).max, SHAPE, endpoint=True).astype(kind)
    bits = 8 * second.itemsize
    packed = PackedMaps.of(first, second, 3)
    assert (packed is None) == (least < 0 or most >= 1 << (31 - bits))
    if packed is not None:
        assert packed.bits == bits
        assert np.array_equal(packed.values >> bits, first)
        assert np.array_equal(packed.values & ((1 << bits) - 1), second)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("more", [0, 5, 300, 70_000])
@pytest.mark.parametrize("size", [(80, 60), (20, 15)])
def test_two_maps_are_looked_up_together_as_each_by_itself(
    kind: type, more: int, size: tuple[int, int]
) -> None:
    random = np.random.default_rng(more)
    first = random.integers(0, 9, SHAPE).astype(np.int32)
    second: Map = random.integers(0, 30, SHAPE).astype(kind)
    names = np.zeros((3, 3, 10), np.int64)
    names[1, 1] = np.arange(10)
    names[0, 1, 4], names[2, 1, 1:] = more, more + np.arange(9)
    others = np.full((3, 3, 1), -1)
    others[0, :] = 17
    planes = plane(first, names=names), plane(second, names=others)
    packed = PackedMaps.of(first, second, 17)
    assert packed is not None
    pair = packed.tiled(*planes)
    assert pair is not None
    for coarseness in (0, 1):
        alone = nearest(planes, BACK, size, coarseness)
        found = pair.apart(nearest([pair], BACK, size, coarseness)[0])
        for one, other in zip(found, alone, strict=True):
            assert one.dtype == other.dtype
            assert np.array_equal(one, other)
    x, y = np.arange(-30, 60), np.arange(-25, 65)
    for one, seen in zip(pair.apart(pair.at(x, y)), planes, strict=True):
        assert np.array_equal(one, seen.at(x, y))


def test_maps_are_not_put_together_where_names_would_take_too_much_room() -> None:
    first, second = np.zeros(SHAPE, np.int32), np.full(SHAPE, 60_000, np.uint16)
    packed = PackedMaps.of(first, second, 0)
    assert packed is not None
    assert packed.tiled(plane(first, names=np.zeros((3, 3, 9), np.int64)), plane(second)) is None
    assert packed.tiled(plane(first, names=np.full((3, 3, 1), 1 << 20)), plane(second)) is None
