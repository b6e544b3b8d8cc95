"""Two maps are looked up together as each by itself."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.matrix import on_grid
from augstudio.core.padding import PaddingMode
from augstudio.kernels.geometry.nearest import nearest
from augstudio.kernels.sampling.tiled import Map, TiledMap
from augstudio.render.labelling.tiles import tiles_between

BACK = on_grid(((0.8, 0.3, -4.0), (-0.3, 0.9, 2.5), (0.0, 0.0, 1.0)))


def plane(values: Map) -> TiledMap:
    """A map that is reflected."""
    height, width = values.shape
    tiles = tiles_between(PaddingMode.REFLECT, (width, height), (-1, 1), (-1, 1)).all
    across = sorted({tile.across.number: tile.across for tile in tiles}.items())
    down = sorted({tile.down.number: tile.down for tile in tiles}.items())
    names = np.full((len(down), len(across), 1), -1)
    return TiledMap(values, [cell for _, cell in across], [cell for _, cell in down], names, 0)


@pytest.mark.parametrize("most", [200, 60_000, 2**20, 2**31 - 1])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.int32])
@pytest.mark.parametrize("least", [0, -3])
def test_two_maps_are_looked_up_as_one_by_one(most: int, kind: type, least: int) -> None:
    random = np.random.default_rng(most)
    first = random.integers(least, most, (41, 53), endpoint=True).astype(np.int32)
    first[0, 0], first[-1, -1] = least, most
    second: Map = random.integers(0, np.iinfo(kind).max, (41, 53), endpoint=True).astype(kind)
    planes = [plane(first), plane(second)]
    found = nearest(planes, BACK, (60, 30))
    for one, other in zip(found, planes, strict=True):
        alone = nearest([other], BACK, (60, 30))[0]
        assert one.dtype == alone.dtype
        assert np.array_equal(one, alone)
