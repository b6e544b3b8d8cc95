"""Neighbouring steps that change colours alone, done in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np

from augstudio.core.arrays import Float64Array, LevelTable
from augstudio.core.image import Image, is_grey
from augstudio.core.transform import Pixel
from augstudio.kernels.colour.pixelwise import look_up, mix
from augstudio.render.resolve import PixelChange, Stage


@dataclass(frozen=True)
class Recolouring:
    """Some steps with a table each, or with a mixture each.

    Attributes:
        changes: Two or more, in their order.
    """

    changes: tuple[PixelChange, ...]

    def apply(self, image: Image) -> Image:
        """The picture with its colours changed: by tables as one step after the other would change it.

        Mixtures are multiplied first, so that colours are rounded and clipped once only.
        """
        if _has_table(self.changes[0]):
            # A table of three columns leaves a grey picture as it is.
            tables = [table for table in self._tables() if table.ndim == 1 or not is_grey(image)]
            return look_up(image, reduce(_after, tables)) if tables else image.copy()
        return mix(image, reduce(lambda first, then: then @ first, self._mixtures()))

    def _tables(self) -> Iterator[LevelTable]:
        for change in self.changes:
            table = change.transform.table(change.draw)
            assert table is not None
            yield table

    def _mixtures(self) -> Iterator[Float64Array]:
        for change in self.changes:
            mixture = change.transform.mixture(change.draw)
            assert mixture is not None
            yield mixture


def joined(stages: Iterable[Stage]) -> list[Stage | Recolouring]:
    """Stages with neighbours of one kind put together."""
    result: list[Stage | Recolouring] = []
    for stage in stages:
        before = result[-1] if result else None
        if isinstance(stage, PixelChange) and isinstance(before, PixelChange | Recolouring):
            others = before.changes if isinstance(before, Recolouring) else (before,)
            if any(has(stage) and has(others[0]) for has in (_has_table, _has_mixture)):
                result[-1] = Recolouring((*others, stage))
                continue
        result.append(stage)
    return result


def _has_table(change: PixelChange) -> bool:
    return type(change.transform).table is not Pixel.table


def _has_mixture(change: PixelChange) -> bool:
    return type(change.transform).mixture is not Pixel.mixture


def _after(first: LevelTable, then: LevelTable) -> LevelTable:
    """The table that does what one and then another would do."""
    if first.ndim == then.ndim == 2:
        return np.take_along_axis(then, first.astype(np.intp), axis=0)
    return then[first]
