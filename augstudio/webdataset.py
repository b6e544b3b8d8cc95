"""A pipeline in WebDataset: the list of shards says which copies a shard's pictures become.

>>> import augstudio.webdataset as training
>>> stages = wds.DataPipeline(
...     training.shards("flowers-{000..009}.tar", epochs=30),
...     wds.split_by_node, wds.split_by_worker,
...     training.Copies(pipeline, seed=0),
...     wds.decode(partial=True), wds.to_tuple("jpg;png", "cls"))    # doctest: +SKIP

WebDataset is imported when shards are listed; it is no dependency of the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from augstudio.core.pipeline import Pipeline
from augstudio.core.randomness import shuffled
from augstudio.images.suffixes import IMAGE_SUFFIXES
from augstudio.interop.file_copies import FileCopies

__all__ = ["Copies", "Shards", "shards"]

_PURPOSE: Final = "shards of epoch {0}"
_COPY: Final = "copy"
_CLASS: Final = "cls"


class Shards(tuple[dict[str, Any], ...]):
    """Shards by ``url``, each with the number of the ``copy`` to make: the first stage of a pipeline."""

    __slots__ = ()

    def __call__(self) -> Iterator[dict[str, Any]]:
        """The shards one after the other."""
        return iter(self)


def shards(
    urls: str | Sequence[str], *, epochs: int = 1, copies: int = 1, shuffle: bool = True, seed: int = 0
) -> Shards:
    """The shards of all epochs, one epoch after the other, each with the number of the copies to make.

    Args:
        urls: The shards; braces in a text are expanded as WebDataset does.
        epochs: How many epochs follow each other, each with other copies.
        copies: How many copies of each picture an epoch has.
        shuffle: Whether the order of shards changes from epoch to epoch.
        seed: Seeds the order.
    """
    from webdataset.shardlists import expand_urls

    names = list(expand_urls(urls) if isinstance(urls, str) else urls)
    total, listed = len(names) * copies, []
    for epoch in range(epochs):
        order = shuffled(seed, _PURPOSE.format(epoch), total) if shuffle else range(total)
        first = epoch * copies + 1
        listed += [{"url": names[n % len(names)], _COPY: first + n // len(names)} for n in map(int, order)]
    return Shards(listed)


class Copies:
    """A stage that reads shards and makes a copy of each picture in them."""

    def __init__(self, pipeline: Pipeline, *, seed: int = 0, classes: Sequence[str] = ()) -> None:
        """Take a pipeline.

        Args:
            pipeline: What happens to copies.
            seed: Seeds the draws.
            classes: Names of the classes whose numbers ``cls`` holds, for steps that are limited to some.

        Raises:
            PipelineError: A step mixes pictures, which is not done while training.
        """
        self._copies, self._has_classes = FileCopies(pipeline, seed, classes), bool(classes)

    def __call__(self, source: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Samples whose pictures are ``(H, W, C)`` uint8 arrays; all else stays the bytes that it is.

        Raises:
            ImageError: A picture cannot be read.
        """
        from webdataset.tariterators import tarfile_samples

        for shard in source:
            for sample in tarfile_samples([{"url": shard["url"]}]):
                sample["__copy__"] = shard[_COPY]
                names = [name for name in sample if f".{name.rpartition('.')[2]}" in IMAGE_SUFFIXES]
                label = int(sample[_CLASS]) if names and self._has_classes else None
                for name in names:
                    key = f"{sample['__key__']}.{name}".removeprefix("./")
                    sample[name] = self._copies(sample[name], shard[_COPY], key, label)
                yield sample
