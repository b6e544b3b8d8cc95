"""The cells of a padding mode against ``numpy.pad``."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from augstudio.core.lattice import MOST_CELLS, Cell, cells
from augstudio.core.padding import PaddingMode

MODES = list(PaddingMode)


def place_shown(cell: Cell, place: float) -> float:
    """Which place of the picture a cell shows at a place of the plane."""
    return cell.sign * (place - cell.shift) if cell.drawn_out is None else cell.drawn_out


def padded_places(mode: PaddingMode, length: int, before: int, after: int) -> list[int]:
    """The picture's pixel at each position of the padded line, by numpy; -1 where there is none."""
    line = np.arange(length)
    options: dict[str, Any] = {"constant_values": -1} if mode is PaddingMode.CONSTANT else {}
    padded: list[int] = np.pad(line, (before, after), mode.value, **options).tolist()
    return padded


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("length", range(1, 9))
def test_each_place_shows_what_numpy_pads_there(mode: PaddingMode, length: int) -> None:
    """Places of 1/8 pixel, so that both halves of each pixel are looked at."""
    before, after = 3 * length + 2, 4 * length + 1
    expected = padded_places(mode, length, before, after)
    found = cells(mode, length, -before - 0.5, length + after - 0.5)
    checked = 0
    for position, pixel in zip(range(-before, length + after), expected, strict=True):
        for place in position + (np.arange(8) - 3.5) / 8:
            showing = [cell for cell in found if cell.low < place < cell.high]
            assert len(showing) == (pixel >= 0)
            for cell in showing:
                shown = place_shown(cell, float(place))
                assert math.floor(shown + 0.5) == pixel
                assert cell.shown[0] <= shown <= cell.shown[1]
                checked += 1
    assert checked == 8 * sum(pixel >= 0 for pixel in expected)


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode is not PaddingMode.CONSTANT])
@pytest.mark.parametrize("length", [1, 2, 3, 10])
@pytest.mark.parametrize("part", [(-0.5, 0.5), (-25.3, 31.7), (20.2, 32.0), (-30.0, -21.5)])
def test_cells_cover_a_part_without_gaps(mode: PaddingMode, length: int, part: tuple[float, float]) -> None:
    found = cells(mode, length, *part)
    assert found[0].low <= part[0]
    assert found[-1].high >= part[1]
    assert all(cell.low < part[1] and cell.high > part[0] for cell in found)
    for one, other in pairwise(found):
        assert one.high == other.low
        assert other.number == one.number + 1


@pytest.mark.parametrize("mode", MODES)
def test_the_picture_itself_is_cell_0(mode: PaddingMode) -> None:
    for length in (1, 2, 7):
        middle = next(cell for cell in cells(mode, length, -30, 30) if cell.number == 0)
        assert middle == Cell(0, -0.5, length - 0.5)


@pytest.mark.parametrize("mode", [PaddingMode.REFLECT, PaddingMode.SYMMETRIC, PaddingMode.WRAP])
def test_the_nearest_of_very_many_cells_count(mode: PaddingMode) -> None:
    found = cells(mode, 3, -1e7, 1e7)
    assert len(found) == MOST_CELLS
    assert found[MOST_CELLS // 2].number == 0
    assert cells(mode, 3, 1e6, 1e7) == ()
