"""Matrices against numpy and against where pixels must go."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.matrix import (
    IDENTITY,
    Matrix,
    about_centre,
    compose,
    inverse,
    map_point,
    on_grid,
    resizing,
    rotation,
    scaling,
    translation,
)

angles = st.floats(-720, 720)
factors = st.floats(0.05, 20)
shifts = st.floats(-5000, 5000)
sides = st.integers(1, 5000)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    return compose(
        rotation(draw(angles)),
        scaling(draw(factors), draw(factors)),
        rotation(draw(angles)),
        translation(draw(shifts), draw(shifts)),
    )


@given(matrices())
def test_inverse_undoes(matrix: Matrix) -> None:
    undone = np.array(compose(matrix, inverse(matrix)))
    np.testing.assert_allclose(undone, np.eye(3), atol=1e-7)
    np.testing.assert_allclose(
        np.array(inverse(matrix)), np.linalg.inv(np.array(matrix)), rtol=1e-9, atol=1e-9
    )


@given(matrices(), matrices(), matrices())
def test_compose_does_the_first_one_first(first: Matrix, second: Matrix, third: Matrix) -> None:
    expected = np.array(third) @ np.array(second) @ np.array(first)
    np.testing.assert_allclose(np.array(compose(first, second, third)), expected, rtol=1e-9, atol=1e-6)


def test_flat_matrix_has_no_inverse() -> None:
    with pytest.raises(ValueError, match="cannot be inverted"):
        inverse(scaling(0, 1))


def test_rotation_is_counter_clockwise_on_the_screen() -> None:
    right, up = (1.0, 0.0), (0.0, -1.0)  # y points down
    assert map_point(rotation(90), *right) == pytest.approx(up)
    x, y = map_point(rotation(30), *right)
    assert (x, -y) == pytest.approx((math.cos(math.pi / 6), math.sin(math.pi / 6)))


@given(sides, sides, sides, sides)
def test_resizing_maps_edges_to_edges(width: int, height: int, new_width: int, new_height: int) -> None:
    matrix = resizing((width, height), (new_width, new_height))
    assert map_point(matrix, -0.5, -0.5) == pytest.approx((-0.5, -0.5))
    corner = map_point(matrix, width - 0.5, height - 0.5)
    assert corner == pytest.approx((new_width - 0.5, new_height - 0.5))


@given(angles, sides, sides, sides, sides)
def test_about_centre_keeps_the_centre(angle: float, width: int, height: int, across: int, down: int) -> None:
    centre = ((width - 1) / 2, (height - 1) / 2)
    matrix = about_centre(rotation(angle), (width, height))
    assert map_point(matrix, *centre) == pytest.approx(centre, abs=1e-6)
    moved = about_centre(rotation(angle), (width, height), (across, down))
    assert map_point(moved, *centre) == pytest.approx(((across - 1) / 2, (down - 1) / 2), abs=1e-6)


@given(matrices())
def test_grid_moves_entries_by_less_than_its_step(matrix: Matrix) -> None:
    gridded = on_grid(matrix)
    np.testing.assert_allclose(np.array(gridded), np.array(matrix), rtol=0, atol=2.0**-33)
    assert on_grid(gridded) == gridded


def test_grid_makes_quarter_turns_exact() -> None:
    assert on_grid(rotation(90)) == ((0, 1, 0), (-1, 0, 0), (0, 0, 1))
    assert on_grid(compose(rotation(120), rotation(240))) == IDENTITY
