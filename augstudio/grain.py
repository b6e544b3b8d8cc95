"""A dataset's copies in Grain: a record's number says which copy it is.

>>> import augstudio.grain as training
>>> online = training.OnlineDataset("flowers", pipeline, seed=0)    # doctest: +SKIP
>>> train = grain.MapDataset.source(training.Copies(online, epochs=30)).batch(32)    # doctest: +SKIP

Nothing of Grain is needed here: its sources and maps are plain objects.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from augstudio.core.pipeline import Pipeline
from augstudio.interop.mixing import refuse_mixing
from augstudio.interop.online import OnlineDataset
from augstudio.interop.places import Places
from augstudio.interop.workers import begin_worker
from augstudio.kernels.threads import end_threads_before_forks

__all__ = ["Copies", "MapCopies", "OnlineDataset"]


class Copies:
    """A random access source of the copies of all epochs, one epoch after the other."""

    def __init__(
        self, online: OnlineDataset, *, epochs: int = 1, copies: int = 1, shuffle: bool = True, seed: int = 0
    ) -> None:
        """Number the copies.

        Args:
            online: Gives the copies.
            epochs: How many epochs follow each other, each with other copies.
            copies: How many copies of each picture an epoch has.
            shuffle: Whether their order changes from epoch to epoch.
            seed: Seeds the order.

        Raises:
            ValueError: A number is out of its range.
        """
        self.online, self.epochs = online, epochs
        self.places = Places(len(online), copies, shuffle, seed)

    def __len__(self) -> int:
        """How many records there are in all epochs."""
        return self.epochs * self.places.per_epoch

    def __getitem__(self, number: Any) -> dict[str, Any]:
        """The picture, ``(H, W, C)`` uint8, its class, -1 for none, its key and the number of the copy."""
        begin_worker()
        sample = self.online.sample(*self.places[number])
        return {"image": sample.image, "label": sample.label, "key": sample.key, "copy": sample.copy}

    def __repr__(self) -> str:
        """The same in another process, as Grain compares it before it goes on from a checkpoint."""
        made = self.online.pipeline.fingerprint()
        return f"Copies({self.places!r}, epochs={self.epochs}, seed={self.online.seed}, pipeline={made})"


class MapCopies:
    """A map of records with pictures of another source by their index: each repetition has other copies.

    >>> source = grain.MapDataset.source(records).shuffle(seed=0).repeat(30)    # doctest: +SKIP
    >>> train = source.map_with_index(MapCopies(pipeline, len(records)))    # doctest: +SKIP
    """

    def __init__(
        self, pipeline: Pipeline, length: int, *, seed: int = 0, image: str = "image", key: str = "key"
    ) -> None:
        """Take a pipeline.

        Args:
            pipeline: What happens to copies.
            length: How many records one repetition has.
            seed: Seeds the draws.
            image: Name of the records' field with the picture, ``(H, W, C)`` uint8.
            key: Name of the field that names the picture.

        Raises:
            PipelineError: A step mixes pictures, which is not done while training.
        """
        refuse_mixing(pipeline)
        end_threads_before_forks()
        self._pipeline, self._length, self._seed, self._image, self._key = pipeline, length, seed, image, key

    def __call__(self, index: int, record: Mapping[str, Any]) -> dict[str, Any]:
        """The record with a new picture."""
        copy, key = int(index) // self._length + 1, str(record[self._key])
        return {
            **record,
            self._image: self._pipeline(record[self._image], self._seed, copy, key),
            "copy": copy,
        }
