"""A dataset's copies in Keras: the number of a batch says which copies it has.

>>> import augstudio.keras as training
>>> online = training.OnlineDataset("flowers", pipeline, seed=0)    # doctest: +SKIP
>>> train = training.batches(online, 32, workers=4)    # doctest: +SKIP
>>> model.fit(train, steps_per_epoch=train.steps, epochs=30)    # doctest: +SKIP

Keras is imported when a dataset is made; it is no dependency of the program.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from augstudio.interop.batches import NumberedBatches, Parts, as_arrays
from augstudio.interop.online import OnlineDataset, OnlineSample
from augstudio.interop.places import Places

__all__ = ["OnlineDataset", "OnlineSample", "as_arrays", "batches"]


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
    convert: Callable[[OnlineSample], Parts] = as_arrays,
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

    places = Places(len(online), copies, not once, seed, rank, world_size)
    made = NumberedBatches(
        online, places, batch_size, once=once, start=start, workers=workers, convert=convert
    )

    class Batches(PyDataset):  # type: ignore[misc]  # untyped where Keras is not installed
        steps, num_batches = made.steps, made.count

        def __getitem__(self, number: int) -> Parts:
            return made[number]

    return Batches()
