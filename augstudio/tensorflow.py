"""A dataset's copies in tf.data: the number of an element says which copy it is.

>>> import augstudio.tensorflow as training
>>> online = training.OnlineDataset("flowers", pipeline, seed=0)    # doctest: +SKIP
>>> train = training.dataset(online, epochs=30, shape=(224, 224, 3)).batch(32)    # doctest: +SKIP

TensorFlow is imported when a dataset is made; it is no dependency of the program.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from augstudio.interop.online import OnlineDataset
from augstudio.interop.places import Places
from augstudio.kernels.threads import use_one_thread

__all__ = ["OnlineDataset", "dataset"]


def dataset(
    online: OnlineDataset,
    *,
    epochs: int = 1,
    copies: int = 1,
    shuffle: bool = True,
    seed: int = 0,
    start: int = 0,
    shape: tuple[int | None, ...] = (None, None, None),
    workers: int | None = None,
    rank: int = 0,
    world_size: int = 1,
) -> Any:
    """A ``tf.data.Dataset`` of pictures, ``(H, W, C)`` uint8, with their classes, -1 for none, int64.

    Its place in the middle of an epoch can be kept by ``tf.train.Checkpoint``, or be given as ``start``.

    Args:
        online: Gives the copies.
        epochs: How many epochs follow each other, each with other copies.
        copies: How many copies of each picture an epoch has.
        shuffle: Whether their order changes from epoch to epoch.
        seed: Seeds the order.
        start: How many pictures training has used before a restart.
        shape: The pictures' shape, where it is known: a model needs the number of channels.
        workers: How many pictures are made at once; TensorFlow chooses by default.
        rank: Number of this process among those that train together; ``shard`` would make all pictures first.
        world_size: How many those are; each has its own part of an epoch, all equally many pictures.

    Raises:
        ValueError: A number is out of its range.
    """
    import tensorflow as tf

    places = Places(len(online), copies, shuffle, seed, rank, world_size)
    use_one_thread()

    def made(number: Any) -> tuple[Any, Any]:
        sample = online.sample(*places[number])
        return sample.image, np.int64(sample.label)

    def loaded(number: Any) -> tuple[Any, Any]:
        # Not stateful, as a checkpoint could not keep its place otherwise.
        image, target = tf.numpy_function(made, [number], (tf.uint8, tf.int64), stateful=False)
        return tf.ensure_shape(image, shape), tf.ensure_shape(target, ())

    numbers = tf.data.Dataset.range(start, epochs * places.per_epoch)
    return numbers.map(loaded, num_parallel_calls=workers or tf.data.AUTOTUNE, deterministic=True)
