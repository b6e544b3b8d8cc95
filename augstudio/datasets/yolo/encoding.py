"""The numbers of an instance's rows: shares of the width and height, within what readers accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.convex import smallest_rectangle
from augstudio.core.image import Size
from augstudio.core.labels import NOT_LABELLED, Box, Instance, Keypoints, Labels, OrientedBox
from augstudio.core.outline_rows import OutlineRows, OutlinesTogether
from augstudio.datasets.shapes import (
    all_in_frame,
    box_around,
    box_in_frame,
    box_of,
    box_of_instance,
    outline_of,
    parts_and_holes,
    rings_in_frame,
)
from augstudio.datasets.yolo.decimals import padded_rows
from augstudio.datasets.yolo.rows import Task


@dataclass(frozen=True)
class Rows:
    """The rows of a picture.

    Attributes:
        categories: The class of each.
        numbers: What follows the classes, one row after the other.
        counts: How many numbers each row has.
    """

    categories: list[int]
    numbers: Float64Array
    counts: list[int]


def rows_of_labels(labels: Labels, size: Size, task: Task, keypoints: int) -> Rows:
    """The rows of what is neither a crowd nor ignored, and of which something lies in the picture.

    Args:
        labels: The labels of the picture.
        size: Width and height of the picture.
        task: What rows hold.
        keypoints: How many keypoints each row has.
    """
    rows = None
    if task is Task.SEGMENT and labels.outlines is not None:
        rows = _rows_at_once(labels.outlines, size)
    if rows is not None:
        return rows
    instances = [item for item in labels.instances if not item.ignored and not item.crowd]
    if task is Task.SEGMENT:
        return _outline_rows(instances, labels.layers, size)
    categories: list[int] = []
    numbers: list[float] = []
    counts: list[int] = []
    for item in instances:
        row = _row_of(item, labels.layers, size, task, keypoints)
        if row is not None:
            categories.append(item.category)
            numbers += row
            counts.append(len(row))
    return Rows(categories, np.array(numbers, np.float64), counts)


def _outline_rows(instances: Sequence[Instance], layers: Sequence[Int32Array], size: Size) -> Rows:
    """A row for each part of each outline."""
    placed = [(item.category, item.shape) for item in instances if item.shape is not None]
    outlines = all_in_frame([outline_of(shape, layers) for _, shape in placed], size)
    categories: list[int] = []
    kept: list[Float64Array] = []
    for (category, _), rings in zip(placed, outlines, strict=True):
        for part in rings if len(rings) < 2 else parts_and_holes(rings)[0]:
            if len(part) > 2:
                categories.append(category)
                kept.append(part)
    numbers = (np.concatenate([*kept, np.zeros((0, 2))]) + 0.5) / np.array(size, np.float64)
    return Rows(categories, numbers.ravel(), [2 * len(part) for part in kept])


def _rows_at_once(outlines: OutlineRows, size: Size) -> Rows | None:
    """As :func:`_outline_rows`, without looking at each outline; None where that is necessary."""
    outlines = outlines.wanted
    lengths, several = outlines.lengths, outlines.several
    if min(lengths, default=3) < 3:
        return None
    if any(outlines.holes.values()):
        return None
    if not outlines.lie_within(-0.5, (size[0] - 0.5, size[1] - 0.5)):
        return None
    known = outlines.facts.categories
    categories = [known[owner] for owner in outlines.owners]
    if several:
        counts = [end - begin for begin, end in pairwise(outlines.shapes)]
        categories = [number for number, count in zip(categories, counts, strict=True) for _ in range(count)]
    return Rows(categories, _shares_of(outlines.points, size), [2 * length for length in lengths])


def lines_together(outlines: OutlineRows, size: Size) -> list[bytes] | None:
    """The rows, made with those of other copies of the picture.

    Args:
        outlines: Those of one copy.
        size: Width and height of the picture.

    Returns:
        For each row its class and what :func:`~augstudio.datasets.yolo.decimals.padded_rows` gives; None
        where outlines have to be looked at one by one.
    """
    together = outlines.together
    if together is None:
        return None
    if size not in together.made:
        together.made[size] = _texts(together, size)
    texts: list[bytes] | None = together.made[size]
    if texts is None:
        return None
    shapes, left_out = outlines.shapes, set(outlines.unwanted)
    if any(holes and place not in left_out for place, holes in outlines.holes.items()):
        return None
    beginnings = [b"%d " % category for category in outlines.facts.categories]
    return [
        beginnings[owner] + text
        for place, owner in enumerate(outlines.owners)
        if place not in left_out
        for text in texts[outlines.first + shapes[place] : outlines.first + shapes[place + 1]]
    ]


def _texts(together: OutlinesTogether, size: Size) -> list[bytes] | None:
    """The numbers of each ring of several copies; None where some are no rows, or not within the picture."""
    lengths, (columns, rows) = together.lengths, together.points.T
    if not lengths or min(lengths) < 3 or min(columns.min(), rows.min()) < -0.5:
        return None
    if columns.max() > size[0] - 0.5 or rows.max() > size[1] - 0.5:
        return None
    return padded_rows(_shares_of(together.points, size), [2 * length for length in lengths])


def _shares_of(points: Float64Array, size: Size) -> Float64Array:
    """Points as shares of width and height in turns; far faster than both columns at once."""
    shares = points + 0.5
    shares[:, 0] /= size[0]
    shares[:, 1] /= size[1]
    return shares.ravel()


def _row_of(
    instance: Instance, layers: Sequence[Int32Array], size: Size, task: Task, keypoints: int
) -> list[float] | None:
    """The numbers of an instance's only row; None where nothing of it lies in the picture."""
    if task is Task.OBB:
        corners = None if instance.shape is None else _quad(instance, layers, size)
        return None if corners is None else _shares(corners, size)
    box = box_of_instance(instance, layers) if task is Task.POSE else _box(instance, layers)
    inner = None if box is None else box_in_frame(box, size)
    if inner is None:
        return None
    shares = _box_shares(inner, size)
    return shares + _keypoint_numbers(instance.keypoints, keypoints, size) if task is Task.POSE else shares


def _box(instance: Instance, layers: Sequence[Int32Array]) -> Box | None:
    return None if instance.shape is None else box_of(instance.shape, layers)


def _shares(points: Float64Array, size: Size) -> list[float]:
    shares: list[float] = ((points + 0.5) / np.array(size, np.float64)).ravel().tolist()
    return shares


def _box_shares(box: Box, size: Size) -> list[float]:
    width, height = size
    return [
        ((box.left + box.right) / 2 + 0.5) / width,
        ((box.top + box.bottom) / 2 + 0.5) / height,
        (box.right - box.left) / width,
        (box.bottom - box.top) / height,
    ]


def _quad(instance: Instance, layers: Sequence[Int32Array], size: Size) -> Float64Array | None:
    """Four corners around an instance, of which readers accept that they leave the picture a little."""
    shape = instance.shape
    assert shape is not None
    if isinstance(shape, Box):
        inner = box_in_frame(shape, size)
        return None if inner is None else inner.corners
    corners = shape.corners if isinstance(shape, OrientedBox) else _rectangle(outline_of(shape, layers))
    if corners is None or _is_accepted(corners, size):
        return corners
    inner_rings = rings_in_frame((corners,), size)
    smaller = _rectangle(inner_rings)
    if smaller is None or _is_accepted(smaller, size):
        return smaller
    upright = box_around(np.concatenate(inner_rings))
    return None if upright is None else upright.corners


def _rectangle(rings: Sequence[Float64Array]) -> Float64Array | None:
    return smallest_rectangle(np.concatenate(rings)) if rings else None


def _is_accepted(corners: Float64Array, size: Size) -> bool:
    """Whether readers take four corners.

    They ask that the box around them has its centre in the picture and is not larger.
    """
    shares = (corners + 0.5) / np.array(size, np.float64)
    least, greatest = shares.min(axis=0), shares.max(axis=0)
    centre = (least + greatest) / 2
    return bool(((greatest - least) <= 1).all() and (centre >= 0).all() and (centre <= 1).all())


def _keypoint_numbers(keypoints: Keypoints | None, count: int, size: Size) -> list[float]:
    """Three numbers for each keypoint; a missing one, or one beside the picture, is 0 0 0."""
    table = np.zeros((count, 3))
    if keypoints is not None:
        given = min(count, len(keypoints.points))
        shares = (keypoints.points[:given] + 0.5) / np.array(size, np.float64)
        visibility = keypoints.visibility[:given]
        kept = (visibility != NOT_LABELLED) & ((shares >= 0) & (shares <= 1)).all(axis=1)
        table[:given][kept] = np.column_stack((shares[kept], visibility[kept]))
    numbers: list[float] = table.ravel().tolist()
    return numbers
