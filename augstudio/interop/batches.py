"""Batches of copies by number, which threads make ahead, for frameworks that ask for one after the other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeAlias

import numpy as np

from augstudio.interop.alike import check_alike
from augstudio.interop.online import OnlineDataset, OnlineSample
from augstudio.interop.places import Places
from augstudio.kernels.threads import use_one_thread

Parts: TypeAlias = tuple[Any, ...]
"""The parts of an item or a batch, such as a picture and its class."""


def as_arrays(sample: OnlineSample) -> Parts:
    """A copy as training takes it: ``(H, W, C)`` uint8 and its class, -1 where it has not exactly one."""
    return sample.image, sample.label


class NumberedBatches:
    """The batches of all epochs, one epoch after the other.

    Attributes:
        steps: How many batches an epoch has.
        count: How many there are; None where there is no end.
    """

    def __init__(
        self,
        online: OnlineDataset,
        places: Places,
        batch_size: int,
        *,
        once: bool,
        start: int,
        workers: int,
        convert: Callable[[OnlineSample], Parts],
    ) -> None:
        """Take what gives the copies.

        Args:
            online: It.
            places: Which copies an epoch is made of.
            batch_size: How many pictures a batch has; the last one of an epoch may have fewer.
            once: Whether there is one epoch alone.
            start: How many batches training has used before.
            workers: How many threads make pictures, one batch ahead where there are several.
            convert: What makes the parts of an item of a copy.
        """
        if workers > 1:
            use_one_thread()
        self.steps = -(-places.per_epoch // batch_size)
        self.count = self.steps if once else None
        self._online, self._places, self._batch_size = online, places, batch_size
        self._start, self._convert = start, convert
        self._looks_ahead = workers > 1
        self._pool = ThreadPoolExecutor(workers)
        self._ahead: dict[int, list[Future[Parts]]] = {}

    def __getitem__(self, number: int) -> Parts:
        """One batch, each of its parts put together in one array.

        Raises:
            ValueError: Pictures differ in size or in the number of channels.
        """
        asked = self._ahead.pop(number, None) or self._asked(number)
        goes_on = self._looks_ahead and number + 1 != self.count
        self._ahead = {number + 1: self._asked(number + 1)} if goes_on else {}
        return stacked([future.result() for future in asked])

    def _asked(self, number: int) -> list[Future[Parts]]:
        epoch, step = divmod(number + self._start, self.steps)
        first, size = epoch * self._places.per_epoch, self._batch_size
        end = min((step + 1) * size, self._places.per_epoch)
        return [self._pool.submit(self._made, first + place) for place in range(step * size, end)]

    def _made(self, number: int) -> Parts:
        return self._convert(self._online.sample(*self._places[number]))


def stacked(items: list[Parts]) -> Parts:
    """The parts of several items, each put together in one array.

    Raises:
        ValueError: Pictures differ in size or in the number of channels.
    """
    parts = tuple(zip(*items, strict=True))
    for part in parts[0]:
        check_alike(np.shape(parts[0][0]), np.shape(part))
    return tuple(np.stack(part) for part in parts)
