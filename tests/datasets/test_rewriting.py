"""The labelled pictures that ship, written in a format, stay what they are when they are written again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from augstudio.assets import labelled_sample
from augstudio.core.labels import Box, Instance, OrientedBox, Outline
from augstudio.datasets.label_reading import LabelsRead
from tests.datasets.rewriting import all_labels, opened, rewritten


def _corners(item: Instance) -> np.ndarray:
    """All coordinates of an instance, as numbers to be compared."""
    parts: list[np.ndarray] = []
    if isinstance(item.shape, Box | OrientedBox):
        parts.append(item.shape.corners)
    elif isinstance(item.shape, Outline):
        parts += item.shape.rings
    if item.keypoints is not None:
        parts.append(item.keypoints.points)
    return np.concatenate(parts) if parts else np.zeros((0, 2))


def _assert_same(one: LabelsRead, other: LabelsRead) -> None:
    assert (one.problems, other.problems) == ((), ())
    assert one.labels is not None
    assert other.labels is not None
    assert len(one.labels.instances) == len(other.labels.instances)
    for item, again in zip(one.labels.instances, other.labels.instances, strict=True):
        assert (item.category, item.group, item.attributes) == (again.category, again.group, again.attributes)
        assert np.abs(_corners(item) - _corners(again)).max(initial=0) < 1e-5
    assert all(map(np.array_equal, one.labels.layers, other.labels.layers))


@pytest.mark.parametrize("name", ["voc", "labelme", "cvat", "label-studio"])
def test_what_a_format_holds_stays_the_same(name: str, tmp_path: Path) -> None:
    """Whatever was lost was lost the first time."""
    first = rewritten(opened(labelled_sample()), name, tmp_path / "one")
    second = rewritten(first, name, tmp_path / "two")
    assert first.categories == second.categories
    assert (first.label_problems(), second.label_problems()) == ((), ())
    labels, again = all_labels(first), all_labels(second)
    assert list(labels) == list(again)
    assert len(labels) == 10
    for key, found in labels.items():
        _assert_same(found, again[key])
