"""Copies of a Hugging Face dataset's pictures: each row of the new dataset says which copy it has.

>>> import augstudio.huggingface as training
>>> train = training.copies(load_dataset("beans")["train"], pipeline, epochs=30)    # doctest: +SKIP

Pictures are made by ``with_transform`` when a row is asked for, and are new ones each time. ``datasets`` is
imported when a dataset is made; it is no dependency of the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from augstudio.core.pipeline import Pipeline
from augstudio.images.codec import decode
from augstudio.images.pillow import as_pillow
from augstudio.interop.mixing import refuse_mixing
from augstudio.interop.online import OnlineDataset
from augstudio.interop.places import Places

__all__ = ["OnlineDataset", "copies"]

_INDEX, _COPY, _IMAGE = "index", "copy", "image"
_BOXES: Final = ("bbox", "bboxes", "boxes", "keypoints", "segmentation", "polygons")


def copies(
    dataset: Any,
    pipeline: Pipeline | None = None,
    *,
    epochs: int = 1,
    copies: int = 1,
    shuffle: bool = True,
    seed: int = 0,
    image: str = _IMAGE,
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
        rows: Any = _OnlineRows(dataset)
    else:
        assert pipeline is not None, "a pipeline is needed for a datasets.Dataset"
        rows = _Rows(dataset, pipeline, seed, image, key, label)
    places = Places(len(dataset), copies, shuffle, seed)
    pairs = np.concatenate([places.epoch(epoch) for epoch in range(epochs)])
    table = datasets.Dataset.from_dict({_INDEX: pairs[:, 0], _COPY: pairs[:, 1]})
    return table.with_transform(rows)


class _OnlineRows:
    """Makes rows of a dataset of this program."""

    def __init__(self, online: OnlineDataset) -> None:
        self._online = online

    def __call__(self, batch: Mapping[str, list[int]]) -> dict[str, list[Any]]:
        places = zip(batch[_INDEX], batch[_COPY], strict=True)
        made = [self._online.sample(index, copy) for index, copy in places]
        return {
            _IMAGE: [as_pillow(sample.image) for sample in made],
            "label": [-1 if sample.target is None else sample.target for sample in made],
            "key": [sample.key for sample in made],
            _COPY: list(batch[_COPY]),
        }


class _Rows:
    """Makes rows of a dataset of Hugging Face's."""

    def __init__(
        self, dataset: Any, pipeline: Pipeline, seed: int, image: str, key: str | None, label: str | None
    ) -> None:
        from datasets import ClassLabel, Image

        refuse_mixing(pipeline)
        features = dataset.features
        left = [name for name, kind in features.items() if name != image and _stays(kind, name)]
        if left:
            raise ValueError(f"{left} would stay as they are beside the moved pictures: remove these columns")
        # The files themselves, as Hugging Face's own decoding is more lenient and knows fewer kinds.
        self._dataset = dataset.cast_column(image, Image(decode=False))
        self._pipeline, self._seed, self._image, self._key = pipeline, seed, image, key
        self._label = label if isinstance(features.get(label), ClassLabel) else None
        self._names = features[self._label].names if self._label else []

    def __call__(self, batch: Mapping[str, list[int]]) -> dict[str, list[Any]]:
        rows = self._dataset[list(batch[_INDEX])]
        keys = batch[_INDEX] if self._key is None else rows[self._key]
        labels = rows[self._label] if self._label else [None] * len(keys)
        made = []
        for file, key, copy, label in zip(rows[self._image], keys, batch[_COPY], labels, strict=True):
            picture = decode(file["bytes"] or Path(file["path"]).read_bytes()).image
            # Pictures without a class have None, or -1 in test splits.
            names = (self._names[label],) if label is not None and label >= 0 else ()
            made.append(as_pillow(self._pipeline(picture, self._seed, copy, str(key), names)))
        return {**rows, self._image: made, _COPY: list(batch[_COPY])}


def _stays(kind: Any, name: str) -> bool:
    """Whether a column has pictures or places in them."""
    from datasets import Image

    inner = getattr(kind, "feature", kind)
    if isinstance(inner, Mapping):
        return any(_stays(one, part) for part, one in inner.items())
    return isinstance(inner, Image) or name in _BOXES
