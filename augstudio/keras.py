"""A dataset's copies in Keras: the number of a batch says which copies it has.

>>> import augstudio.keras as training
>>> online = training.OnlineDataset("flowers", pipeline, seed=0)    # doctest: +SKIP
>>> train = training.batches(online, 32, workers=4)    # doctest: +SKIP
>>> model.fit(train, steps_per_epoch=train.steps, epochs=30)    # doctest: +SKIP

Keras is imported when a dataset is made; it is no dependency of the program.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeAlias

import numpy as np

from augstudio.interop.alike import check_alike
from augstudio.interop.online import OnlineDataset, OnlineSample
from augstudio.interop.places import Places
from augstudio.kernels.threads import use_one_thread

__all__ = ["OnlineDataset", "OnlineSample", "as_arrays", "batches"]

_Parts: TypeAlias = tuple[Any, ...]


def as_arrays(sample: OnlineSample) -> _Parts:
    """A copy as training takes it: ``(H, W, C)`` uint8 and its class, -1 where it has not exactly one."""
    return sample.image, -1 if sample.target is None else sample.target


class _Batches:
    """What Keras asks of a dataset."""

    def __init__(
        self,
        online: OnlineDataset,
        places: Places,
        batch_size: int,
        once: bool,
        start: int,
        workers: int,
        convert: Callable[[OnlineSample], _Parts],
    ) -> None:
        super().__init__()
        self.steps = -(-places.per_epoch // batch_size)
        self._online, self._places, self._batch_size = online, places, batch_size
        self._once, self._start, self._convert = once, start, convert
        self._looks_ahead = workers > 1
        self._pool = ThreadPoolExecutor(workers)
        self._ahead: dict[int, list[Future[_Parts]]] = {}

    @property
    def num_batches(self) -> int | None:
        """How many batches there are; None where there is no end."""
        return self.steps if self._once else None

    def __getitem__(self, number: int) -> _Parts:
        asked = self._ahead.pop(number, None) or self._asked(number)
        goes_on = self._looks_ahead and number + 1 != self.num_batches
        self._ahead = {number + 1: self._asked(number + 1)} if goes_on else {}
        return stacked([future.result() for future in asked])

    def _asked(self, number: int) -> list[Future[_Parts]]:
        epoch, step = divmod(number + self._start, self.steps)
        first, size = epoch * self._places.per_epoch, self._batch_size
        end = min((step + 1) * size, self._places.per_epoch)
        return [self._pool.submit(self._made, first + place) for place in range(step * size, end)]

    def _made(self, number: int) -> _Parts:
        return self._convert(self._online.sample(*self._places[number]))


def batches(
    online: OnlineDataset,
    batch_size: int,
    *,
    copies: int = 1,
    once: bool = False,
    seed: int = 0,
    start: int = 0,
    workers: int = 1,
    rank: int = 0,
    world_size: int = 1,
    convert: Callable[[OnlineSample], _Parts] = as_arrays,
) -> Any:
    """A ``keras.utils.PyDataset`` of batches.

    Args:
        online: Gives the copies.
        batch_size: How many pictures a batch has; the last one of an epoch may have fewer.
        copies: How many copies of each picture an epoch has.
        once: Whether there is one epoch in the pictures' order, for validation. Otherwise there is no end,
            and ``fit`` needs ``steps_per_epoch``, for which the dataset has ``steps``.
        seed: Seeds the order.
        start: How many batches training has used before a restart.
        workers: How many threads make pictures, one batch ahead. They are this dataset's own: Keras's lose
            the first batch unless its backend is TensorFlow.
        rank: Number of this process among those that train together.
        world_size: How many those are; each has its own part of an epoch, all equally many pictures.
        convert: What makes the parts of a batch's item of a copy.

    Raises:
        ValueError: A number is out of its range.
    """
    from keras.utils import PyDataset

    if workers > 1:
        use_one_thread()
    places = Places(len(online), copies, not once, seed, rank, world_size)

    class Batches(_Batches, PyDataset):  # type: ignore[misc]  # untyped where Keras is not installed
        pass

    return Batches(online, places, batch_size, once, start, workers, convert)


def stacked(items: list[_Parts]) -> _Parts:
    """The parts of several items, each put together in one array.

    Raises:
        ValueError: Pictures differ in size or in the number of channels.
    """
    parts = tuple(zip(*items, strict=True))
    for part in parts[0]:
        check_alike(np.shape(parts[0][0]), np.shape(part))
    return tuple(np.stack(part) for part in parts)
