"""Neighbouring steps that change colours alone, done in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

import numpy as np

from augstudio.core.arrays import LevelTable
from augstudio.core.image import Image, is_grey
from augstudio.core.matrix import Matrix, compose
from augstudio.core.transform import Pixel
from augstudio.kernels.colour.pixelwise import look_up, mix
from augstudio.render.resolve import PixelChange, Stage


class Recolouring(NamedTuple):
    """Some steps with a table each, or with a mixture each.

    Attributes:
        changes: Two or more, in their order.
    """

    changes: tuple[PixelChange, ...]

    def apply(self, image: Image, *, own: bool = False) -> Image:
        """The picture with its colours changed: by tables as one step after the other would change it.

        Mixtures are multiplied first, so that colours are rounded and clipped once only.

        Args:
            image: ``(H, W, C)`` uint8.
            own: Whether nobody else needs the picture, so that it may be changed itself.
        """
        if _way(type(self.changes[0].transform)) is not _Way.TABLE:
            return mix(image, compose(*self._mixtures()))
        all_in_one: LevelTable | None = None
        for transform, draw in self.changes:
            table = transform.table(draw)
            assert table is not None
            # A table of three columns leaves a grey picture as it is.
            if table.ndim == 1 or not is_grey(image):
                all_in_one = table if all_in_one is None else _after(all_in_one, table)
        return image.copy() if all_in_one is None else look_up(image, all_in_one, own=own)

    def _mixtures(self) -> Iterator[Matrix]:
        for change in self.changes:
            mixture = change.transform.mixture(change.draw)
            assert mixture is not None
            yield mixture


def joined(stages: Sequence[Stage]) -> list[Stage | Recolouring]:
    """Stages with neighbours of one kind put together."""
    if len(stages) == 1:
        return [*stages]
    result: list[Stage | Recolouring] = []
    last = _Way.OTHER
    for stage in stages:
        if not isinstance(stage, PixelChange):
            last = _Way.OTHER
            result.append(stage)
            continue
        way = _way(type(stage.transform))
        before = result[-1] if way is last is not _Way.OTHER else None
        last = way
        if isinstance(before, PixelChange):
            result[-1] = Recolouring((before, stage))
        elif isinstance(before, Recolouring):
            result[-1] = Recolouring((*before.changes, stage))
        else:
            result.append(stage)
    return result


class _Way(Enum):
    """How a stage changes colours."""

    TABLE = auto()
    MIXTURE = auto()
    OTHER = auto()


@cache
def _way(kind: type[Pixel]) -> _Way:
    """How transforms of a kind change colours."""
    if kind.table is not Pixel.table:
        return _Way.TABLE
    return _Way.OTHER if kind.mixture is Pixel.mixture else _Way.MIXTURE


def _after(first: LevelTable, then: LevelTable) -> LevelTable:
    """The table that does what one and then another would do."""
    if first.ndim == then.ndim == 2:
        return np.take_along_axis(then, first.astype(np.intp), axis=0)
    return then.take(first, axis=0)
