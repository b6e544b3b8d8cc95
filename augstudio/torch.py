"""A dataset's copies in PyTorch: an item is named by a picture's number and a copy's.

>>> import augstudio.torch as training
>>> online = training.OnlineDataset("flowers", pipeline, seed=0)    # doctest: +SKIP
>>> loader = training.loader(online, 32, num_workers=4)    # doctest: +SKIP

PyTorch is imported when a picture is asked for; it is no dependency of the program.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from augstudio.interop import torch_loading
from augstudio.interop.online import CopySampler, OnlineDataset, OnlineSample
from augstudio.interop.torch_items import ByPlace
from augstudio.interop.torchvision import TorchvisionTransform
from augstudio.kernels.sampling.layout import channels_first

__all__ = [
    "CopySampler",
    "OnlineDataset",
    "OnlineSample",
    "TorchDataset",
    "TorchvisionTransform",
    "TransformedDataset",
    "as_tensors",
    "loader",
]


def as_tensors(sample: OnlineSample) -> tuple[Any, int]:
    """A copy as training takes it: ``(C, H, W)`` uint8 and its class, -1 where it has not exactly one."""
    from torch import from_numpy

    return from_numpy(channels_first(sample.image)), sample.label


def loader(online: OnlineDataset, batch_size: int, sampler: CopySampler | None = None, **options: Any) -> Any:
    """A ``torch.utils.data.DataLoader`` of batches: ``(N, C, H, W)`` uint8, and classes, int64, -1 for none.

    Its batches are those of a :class:`TorchDataset` in a loader of one's own, and come sooner: the workers
    put pictures straight into memory that is shared and used again.

    Args:
        online: Gives the copies, all of one size.
        batch_size: How many pictures a batch has.
        sampler: Says which copies an epoch is made of; by default each picture once, shuffled. The loader has
            it as ``sampler``, for ``set_epoch``.
        options: What else ``DataLoader`` takes, as ``num_workers``, ``persistent_workers`` and ``shuffle``.

    Raises:
        ValueError: Both a sampler, which says itself whether it shuffles, and ``shuffle`` are given.
        TypeError: An option would make the batches otherwise.
    """
    return torch_loading.loader(online, batch_size, sampler, **options)


class TorchDataset(ByPlace):
    """What ``torch.utils.data.DataLoader`` asks for items by ``(index, copy)``."""

    def __init__(self, online: OnlineDataset, convert: Callable[[OnlineSample], Any] = as_tensors) -> None:
        """Take what gives the copies, and what makes an item of one; both go to the loader's workers."""
        self.online, self._convert = online, convert

    def __len__(self) -> int:
        """How many pictures there are."""
        return len(self.online)

    def item(self, index: int, copy: int) -> Any:
        """One copy of one picture."""
        return self._convert(self.online.sample(index, copy))


class TransformedDataset(ByPlace):
    """Copies of the pictures of another map-style dataset, with their targets.

    >>> copies = TransformedDataset(coco, TorchvisionTransform(pipeline))    # doctest: +SKIP
    >>> loader = DataLoader(copies, 4, sampler=CopySampler(len(coco)), collate_fn=list)    # doctest: +SKIP
    """

    def __init__(
        self, dataset: Any, transform: TorchvisionTransform, key: Callable[[int], str] = str
    ) -> None:
        """Take a dataset that gives pictures with targets by an index.

        Args:
            dataset: The dataset, without random transforms of its own.
            transform: Makes the copies.
            key: The key of the picture at an index. By default it is the index, with which draws go to other
                pictures once one is added before them.
        """
        self.dataset, self._transform, self._key = dataset, transform, key

    def __len__(self) -> int:
        """How many pictures there are."""
        return len(self.dataset)

    def item(self, index: int, copy: int) -> Any:
        """One copy of one picture, with its target."""
        image, target = self.dataset[index]
        return self._transform(image, target, key=self._key(index), copy=copy)
