"""Smooth random surfaces against the definition of the spline."""

from __future__ import annotations

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.region import Region
from augstudio.kernels.geometry.lattice import UNFOLDED, node_values, surfaces
from tests.statistics import SURPRISING, chi_square_score, correlation_score


def kernel(distance: Float64Array) -> Float64Array:
    """The centred cubic B-spline, as piecewise polynomials of the distance."""
    near = np.abs(distance)
    inner, outer = 2 / 3 - near**2 + near**3 / 2, (2 - near) ** 3 / 6
    return np.where(near < 1, inner, np.where(near < 2, outer, 0.0))


def weighed(nodes: Float64Array, x: Float64Array, y: Float64Array) -> Float64Array:
    """The sum over all nodes, each weighed by its distance; node (1, 1) lies at place (0, 0)."""
    columns, rows = np.arange(nodes.shape[1]) - 1.0, np.arange(nodes.shape[0]) - 1.0
    total: Float64Array = kernel(y[:, None] - rows) @ nodes @ kernel(columns[:, None] - x)
    return total


def test_surface_is_the_spline_of_its_nodes() -> None:
    x, y = np.linspace(0, 90, 173), np.linspace(3, 75.5, 61)
    for lane, made in enumerate(surfaces(5, 2, x[None, :], y[:, None])):
        nodes = node_values(5, lane, Region(0, 0, 100, 100))
        np.testing.assert_allclose(made, weighed(nodes, x, y), atol=1e-12)


def test_single_places_are_the_same_as_on_a_grid() -> None:
    x, y = np.linspace(0, 70, 41), np.linspace(60, 68, 29)
    grid = surfaces(5, 2, x[None, :], y[:, None])
    columns, rows = np.meshgrid(x, y)
    np.testing.assert_array_equal(surfaces(5, 2, columns, rows), grid)
    np.testing.assert_array_equal(surfaces(5, 2, x[None, 7:9], y[3:5, None]), grid[:, 3:5, 7:9])


def test_nodes_are_uniform_and_independent() -> None:
    one, other = (
        np.stack([node_values(seed, lane, Region(0, 0, 50, 40)) for seed in range(50)]) for lane in (0, 1)
    )
    counts, _ = np.histogram(one, 64, (-1, 1))
    assert abs(chi_square_score(counts, np.full(64, one.size / 64))) < SURPRISING
    assert abs(correlation_score(one, other)) < SURPRISING
    assert abs(correlation_score(one[:, 1:], one[:, :-1])) < SURPRISING
    assert abs(correlation_score(one[1:], one[:-1])) < SURPRISING
    assert np.max(np.abs(one)) < 1
    np.testing.assert_array_equal(node_values(7, 0, Region(40, 17, 5, 3)), one[7, 17:20, 40:45])


def test_places_moved_by_surfaces_keep_their_order() -> None:
    """The worst nodes that there can be: they pull places together from all sides."""
    x = np.linspace(2, 6, 401)
    signs = np.sign(np.arange(10.0) - 4.4)
    towards_the_middle = np.broadcast_to(-signs, (10, 10)).copy()
    for share, order in ((UNFOLDED, True), (1.0, False)):
        right = x + share * weighed(towards_the_middle, x, x)
        down = x[:, None] + share * weighed(towards_the_middle.T.copy(), x, x)
        (a, b), (c, d) = (np.gradient(places, x, x) for places in (right, down))
        assert (np.min(b * c - a * d) > 0) == order
