"""Copies of a Hugging Face dataset's pictures: each row of the new dataset says which copy it has.

>>> import augstudio.huggingface as training
>>> train = training.copies(load_dataset("beans")["train"], pipeline, epochs=30)    # doctest: +SKIP

Pictures are made by ``with_transform`` when a row is asked for, and are new ones each time. ``datasets`` is
imported when a dataset is made; it is no dependency of the program.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from augstudio.core.pipeline import Pipeline
from augstudio.interop.hf_rows import COPY, INDEX, TableRows, online_rows
from augstudio.interop.online import OnlineDataset
from augstudio.interop.places import Places

__all__ = ["OnlineDataset", "copies"]


def copies(
    dataset: Any,
    pipeline: Pipeline | None = None,
    *,
    epochs: int = 1,
    copies: int = 1,
    shuffle: bool = True,
    seed: int = 0,
    image: str = "image",
    key: str | None = None,
    label: str | None = "label",
) -> Any:
    """A ``datasets.Dataset`` with the copies of all epochs, one epoch after the other.

    Its rows have the columns of the source, with a new Pillow picture, and ``copy``, the copy's number. For a
    dataset of this program these are ``image``, ``label``, ``key`` and ``copy``.

    Args:
        dataset: A ``datasets.Dataset``, or an :class:`OnlineDataset`, which has a pipeline of its own.
        pipeline: What happens to copies.
        epochs: How many epochs follow each other, each with other copies.
        copies: How many copies of each picture an epoch has.
        shuffle: Whether their order changes from epoch to epoch.
        seed: Seeds the draws of a ``datasets.Dataset``, and the order.
        image: Its column with the pictures.
        key: Its column that names each picture; by default the row's number does.
        label: Its column with classes, for steps that are limited to some.

    Raises:
        PipelineError: A step mixes pictures, which is not done while training.
        ValueError: A column has boxes or further pictures, which would stay as they are.
    """
    import datasets

    if isinstance(dataset, OnlineDataset):
        rows: Any = partial(online_rows, dataset)
    else:
        assert pipeline is not None, "a pipeline is needed for a datasets.Dataset"
        rows = TableRows(dataset, pipeline, seed, image, key, label)
    places = Places(len(dataset), copies, shuffle, seed)
    pairs = np.concatenate([places.epoch(epoch) for epoch in range(epochs)])
    table = datasets.Dataset.from_dict({INDEX: pairs[:, 0], COPY: pairs[:, 1]})
    return table.with_transform(rows)
