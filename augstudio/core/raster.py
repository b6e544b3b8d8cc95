"""Shapes to pixels and back: which pixels lie in a shape, and the outline of a set of pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.polygon import Rings

Mask: TypeAlias = npt.NDArray[np.bool_]
"""``(H, W)``: which pixels belong to a region."""


def filled(rings: Sequence[Float64Array], size: Size) -> Mask:
    """The pixels whose centres lie in a shape; a centre on its left or upper edge does, too.

    Args:
        rings: The shape; what two rings of the same direction enclose counts, what rings of opposite
            directions do is a hole.
        size: Width and height of the picture.
    """
    width, height = size
    turns = np.zeros((height, width + 1), np.int32)
    for ring in rings:
        _add_crossings(turns, np.asarray(ring, np.float64))
    inside: Mask = np.cumsum(turns[:, :width], axis=1) != 0
    return inside


def _add_crossings(turns: npt.NDArray[np.int32], ring: Float64Array) -> None:
    """Mark in each row behind which pixels the edges of a ring cross it, with their direction."""
    height, width = turns.shape[0], turns.shape[1] - 1
    after = np.roll(ring, -1, axis=0)
    low, high = np.minimum(ring[:, 1], after[:, 1]), np.maximum(ring[:, 1], after[:, 1])
    first = np.clip(np.ceil(low), 0, height).astype(np.int64)
    last = np.clip(np.ceil(high), 0, height).astype(np.int64)
    counts = last - first
    edges = np.repeat(np.arange(len(ring)), counts)
    if not len(edges):
        return
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    rows = first[edges] + np.arange(len(edges)) - starts
    run, rise = after[edges, 0] - ring[edges, 0], after[edges, 1] - ring[edges, 1]
    columns = ring[edges, 0] + (rows - ring[edges, 1]) / rise * run
    places = np.clip(np.ceil(columns), 0, width).astype(np.int64)
    np.add.at(turns, (rows, places), np.where(rise > 0, 1, -1))


def traced(mask: Mask) -> Rings:
    """The outline of a region along the outer edges of its pixels, with its holes and parts.

    Rings around pixels run clockwise on the screen, those around holes the other way; pixels that only touch
    at a corner are apart. Filled again it gives the same pixels.

    Args:
        mask: ``(H, W)``.
    """
    following = _border(mask)
    rings: list[Float64Array] = []
    while following:
        start = next(iter(following))
        rings.append(_without_straight(_followed(start, following)))
    return tuple(rings)


_Node: TypeAlias = tuple[int, int]  # column and row of a corner of pixels, whose place is half a pixel less
_Steps: TypeAlias = dict[_Node, list[_Node]]


def _border(mask: Mask) -> _Steps:
    """From each corner of pixels the corners to which the region's edge leads, the region on its right."""
    padded = np.pad(mask, 1)
    steps: _Steps = {}
    inner, above, left = padded[1:, 1:], padded[:-1, 1:], padded[1:, :-1]
    for row, column in np.argwhere(inner != above).tolist():
        if inner[row, column]:
            steps.setdefault((column, row), []).append((column + 1, row))
        else:
            steps.setdefault((column + 1, row), []).append((column, row))
    for row, column in np.argwhere(inner != left).tolist():
        if inner[row, column]:
            steps.setdefault((column, row + 1), []).append((column, row))
        else:
            steps.setdefault((column, row), []).append((column, row + 1))
    return steps


def _followed(start: _Node, steps: _Steps) -> list[_Node]:
    """One closed line from a corner on; where two lines meet, it turns to its own pixel."""
    nodes = [start]
    here, before = start, None
    while True:
        choices = steps[here]
        there = choices[0] if len(choices) == 1 or before is None else _right_turn(before, here, choices)
        choices.remove(there)
        if not choices:
            del steps[here]
        if there == start and (start not in steps or _closes(here, start, nodes)):
            return nodes
        nodes.append(there)
        before, here = here, there


def _right_turn(before: _Node, here: _Node, choices: list[_Node]) -> _Node:
    """Of two ways on, the one to the right, so that pixels which touch at a corner stay apart."""
    ahead = (here[0] - before[0], here[1] - before[1])
    right = (here[0] - ahead[1], here[1] + ahead[0])
    return right if right in choices else choices[0]


def _closes(here: _Node, start: _Node, nodes: list[_Node]) -> bool:
    """Whether a line that comes back to a corner where two lines meet is the one that began there."""
    ahead = (start[0] - here[0], start[1] - here[1])
    return nodes[1] == (start[0] - ahead[1], start[1] + ahead[0])


def _without_straight(nodes: list[_Node]) -> Float64Array:
    """A ring's corners, without nodes at which it goes straight on; columns and rows of pixel centres."""
    ring = np.array(nodes, np.float64) - 0.5
    before, after = np.roll(ring, 1, axis=0), np.roll(ring, -1, axis=0)
    turns = ((ring - before) != (after - ring)).any(axis=1)
    kept: Float64Array = ring[turns]
    return kept
