"""Matrices against numpy and against where pixels must go."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from augstudio.core.matrix import (
    IDENTITY,
    Matrix,
    about_centre,
    affine_at,
    compose,
    inverse,
    is_affine,
    map_point,
    on_grid,
    onto_corners,
    resizing,
    rotation,
    scaling,
    shear,
    translation,
    weight_at,
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


def written_out(left: Matrix, right: Matrix) -> Matrix:
    """The product with all its ones and zeros, each sum from left to right."""

    def entry(row: int, column: int) -> float:
        first, second, third = (left[row][at] * right[at][column] for at in range(3))
        return first + second + third

    upper, middle, lower = ((entry(row, 0), entry(row, 1), entry(row, 2)) for row in range(3))
    return upper, middle, lower


@given(matrices(), matrices())
def test_affine_products_are_rounded_as_all_others(first: Matrix, second: Matrix) -> None:
    assert compose(first, second) == written_out(second, first)


@given(matrices(), sides, sides, sides, sides)
def test_affine_maps_about_the_centre_are_rounded_as_all_others(
    matrix: Matrix, width: int, height: int, across: int, down: int
) -> None:
    begun = written_out(matrix, translation(-(width - 1) / 2, -(height - 1) / 2))
    expected = written_out(translation((across - 1) / 2, (down - 1) / 2), begun)
    assert about_centre(matrix, (width, height), (across, down)) == expected


@given(matrices())
def test_affine_inverses_are_rounded_as_all_others(matrix: Matrix) -> None:
    """Ones and zeros written out, a projective matrix's cofactors are an affine one's."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    assume(abs(determinant) >= 1e-12)
    assert inverse(matrix) == (
        ((e * i - f * h) / determinant, (c * h - b * i) / determinant, (b * f - c * e) / determinant),
        ((f * g - d * i) / determinant, (a * i - c * g) / determinant, (c * d - a * f) / determinant),
        ((d * h - e * g) / determinant, (b * g - a * h) / determinant, (a * e - b * d) / determinant),
    )


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


def test_shear_leans_and_then_lowers() -> None:
    assert map_point(shear(45, 0), 0, -1) == pytest.approx((1, -1))
    assert map_point(shear(0, 45), 1, 0) == pytest.approx((1, 1))
    both = compose(shear(20, 0), shear(0, -30))
    np.testing.assert_allclose(np.array(shear(20, -30)), np.array(both), atol=1e-12)


@st.composite
def corners(draw: st.DrawFn, width: int, height: int) -> list[tuple[float, float]]:
    """Corners that each stay in their third of the picture, so that the quadrangle is convex."""
    moves = [(draw(st.floats(-0.3, 0.3)) * width, draw(st.floats(-0.3, 0.3)) * height) for _ in range(4)]
    outline = ((-0.5, -0.5), (width - 0.5, -0.5), (width - 0.5, height - 0.5), (-0.5, height - 0.5))
    return [(x + across, y + down) for (x, y), (across, down) in zip(outline, moves, strict=True)]


@given(st.integers(1, 3000), st.integers(1, 3000), st.data())
def test_corners_go_where_they_are_sent(width: int, height: int, data: st.DataObject) -> None:
    one, two, three, four = data.draw(corners(width, height))
    matrix = onto_corners((width, height), (one, two, three, four))
    right, bottom = width - 0.5, height - 0.5
    outline = ((-0.5, -0.5), (right, -0.5), (right, bottom), (-0.5, bottom))
    for corner, target in zip(outline, (one, two, three, four), strict=True):
        assert map_point(matrix, *corner) == pytest.approx(target, abs=1e-6 * max(width, height))
    undone = np.array(compose(matrix, inverse(matrix)))
    np.testing.assert_allclose(undone, np.eye(3), atol=1e-6)
    # The same map on all machines, to a fraction of 1/32 pixel.
    for x, y in ((0, 0), (width - 1, 0), (width / 3, height / 2)):
        near = map_point(on_grid(matrix), x, y)
        assert near == pytest.approx(map_point(matrix, x, y), abs=1e-4)


def test_corners_that_stay_give_the_identity() -> None:
    for width, height in ((1, 1), (49, 13), (6000, 4001)):
        right, bottom = width - 0.5, height - 0.5
        stay = ((-0.5, -0.5), (right, -0.5), (right, bottom), (-0.5, bottom))
        assert on_grid(onto_corners((width, height), stay)) == IDENTITY


def test_affine_at_a_point_has_its_place_and_its_slopes() -> None:
    matrix = onto_corners((300, 200), ((10, 20), (280, 0), (299, 190), (30, 150)))
    near = affine_at(matrix, 100, 50)
    assert is_affine(near)
    assert not is_affine(matrix)
    assert map_point(near, 100, 50) == pytest.approx(map_point(matrix, 100, 50))
    for x, y in ((100.001, 50), (100, 50.001)):
        assert map_point(near, x, y) == pytest.approx(map_point(matrix, x, y), abs=1e-7)


def test_weights_fall_towards_what_goes_to_infinity() -> None:
    matrix = onto_corners((100, 100), ((30, 30), (70, 30), (99.5, 99.5), (-0.5, 99.5)))
    weights = [weight_at(matrix, 50, y) for y in (-100, 0, 99)]
    assert weights == sorted(weights, reverse=True)
    assert weight_at(rotation(10), 5, 7) == 1
