"""Keypoints and their ghosts, followed back to where they come from: through every stage and padding mode."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.labels import Instance, Keypoints, Labels
from augstudio.core.padding import PaddingMode
from augstudio.render.labels import relabel
from augstudio.render.resolve import Resolved
from tests.labelled import followed_back, places_before
from tests.render.test_labels import ALL, DISTORTIONS, MODES, ODD_SIZES, SIZE, STEPS, resolved_for

_NEAR = 0.3


def points_in(size: Size) -> Float64Array:
    """Some places of a picture that lie on no border."""
    random = np.random.default_rng(size[0])
    return random.uniform(-0.4, np.array(size) - 0.6, (6, 2))


def keypoints_of(points: Float64Array, resolved: Resolved) -> list[tuple[int, Float64Array]]:
    """Each place of a result where a point is said to be, real or a ghost, and which point that is."""
    seen = np.full(len(points), 2, np.int32)
    found = relabel(Labels((Instance(category=0, keypoints=Keypoints(points, seen)),)), resolved, ALL).labels
    places = []
    for item in found.instances:
        assert item.keypoints is not None
        for number in np.flatnonzero(item.keypoints.visibility):
            places.append((int(number), item.keypoints.points[number]))
    return places


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", [*STEPS, *DISTORTIONS])
def test_keypoints_and_ghosts_come_from_where_they_were(name: str, mode: PaddingMode) -> None:
    most = 1e-6 if name in STEPS else 0.05
    for size in (SIZE, *ODD_SIZES):
        resolved, points = resolved_for((STEPS | DISTORTIONS)[name], mode, size, 3), points_in(size)
        places = keypoints_of(points, resolved)
        if places:
            numbers, there = (np.array(column) for column in zip(*places, strict=True))
            x, y, seen = places_before(resolved, there[:, 0], there[:, 1])
            assert seen.all()
            assert np.abs(np.stack((x, y), axis=1) - points[numbers]).max() <= most


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", STEPS)
def test_no_keypoint_and_no_ghost_is_forgotten(name: str, mode: PaddingMode) -> None:
    """Where a pixel shows a point nearly, the point lies beside it."""
    resolved, points = resolved_for(STEPS[name], mode, SIZE, 3), points_in(SIZE)
    places = keypoints_of(points, resolved)
    # What is drawn out of the outermost pixels shows lines of them, not points.
    within = (
        resolved_for(STEPS[name], PaddingMode.CONSTANT, SIZE, 3) if mode is PaddingMode.EDGE else resolved
    )
    x, y, seen = followed_back(within)
    for number, point in enumerate(points):
        own = np.array([place for which, place in places if which == number]).reshape(-1, 2)
        rows, columns = np.nonzero(seen & (np.hypot(x - point[0], y - point[1]) < _NEAR))
        for column, row in zip(columns, rows, strict=True):
            assert np.hypot(*(own - (column, row)).T).min(initial=np.inf) < 3
