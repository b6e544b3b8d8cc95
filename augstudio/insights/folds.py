"""Divides pictures for training and testing; copies are no pictures and go where theirs goes.

Which part a picture is in follows from its key and the seed, so that it does not matter in what order
pictures are listed. Parts are even in size and in classes, which the usual folds by groups are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.randomness import lot

Places: TypeAlias = npt.NDArray[np.int64]


def ordered_by_lot(keys: Sequence[str], classes: Sequence[int], seed: int, purpose: str) -> list[list[int]]:
    """For each class, ascending, the places of its pictures in an order that follows from keys and seed."""
    by_class: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(classes):
        by_class[number].append(place)
    return [
        sorted(by_class[number], key=lambda place: (lot(seed, purpose, keys[place]), keys[place]))
        for number in sorted(by_class)
    ]


def folds(keys: Sequence[str], classes: Sequence[int], seed: int, turn: int, count: int) -> list[Places]:
    """Divide pictures into folds.

    Args:
        keys: The pictures' keys.
        classes: Their classes.
        seed: The seed.
        turn: Number of the division, from 0; each is another one.
        count: How many folds, 2 or more; no class may have fewer pictures.

    Returns:
        The places of the pictures of each fold, ascending. Folds differ by one picture at most, of each class
        and in all, and none lacks a class.
    """
    parts: list[list[int]] = [[] for _ in range(count)]
    begin = 0  # where the last class ended, so that its remainder and the next one's do not meet
    for places in ordered_by_lot(keys, classes, seed, f"folds {turn}"):
        for number, place in enumerate(places, start=begin):
            parts[number % count].append(place)
        begin += len(places)
    return [np.array(sorted(part), dtype=np.int64) for part in parts]


def half(keys: Sequence[str], classes: Sequence[int], seed: int, turn: int) -> Places:
    """Choose one half of the pictures.

    Args:
        keys: The pictures' keys.
        classes: Their classes, each with two pictures or more.
        seed: The seed.
        turn: Number of the choice, from 0; each is another one.

    Returns:
        The places of the chosen pictures, ascending. Of each class they are half, of odd ones by turns one
        more or less than the others, so that the halves differ by one picture at most.
    """
    chosen: list[int] = []
    more = 0
    for places in ordered_by_lot(keys, classes, seed, f"half {turn}"):
        chosen += places[: (len(places) + more) // 2]
        more = (more + len(places)) % 2
    return np.array(sorted(chosen), dtype=np.int64)
