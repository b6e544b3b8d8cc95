"""Batches of copies that a PyTorch loader's workers put straight into memory that its own process sees.

Where a worker makes each batch in memory of its own, the system has to find and clear that memory, tell both
processes of it, and take it back, which costs more than much of what happens to the pictures. Here a few
places are used again and again: a worker takes a free one of its own, and it becomes free once nobody holds
its batch in the loader's process any more. Where none is free, a batch is sent as PyTorch sends others.
"""

from __future__ import annotations

import math
import os
import weakref
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.interop.alike import check_alike
from augstudio.interop.online import CopySampler, OnlineDataset
from augstudio.interop.torch_items import check_place
from augstudio.kernels.sampling.layout import channels_first
from augstudio.kernels.threads import use_one_thread

Planes: TypeAlias = npt.NDArray[np.uint8]
"""``(N, C, H, W)``."""

_FREE, _SENT, _HELD = 0, 1, 2
_ALIGNED: Final = 4096
_NOT_TAKEN: Final = ("batch_sampler", "collate_fn")
_rings: weakref.WeakValueDictionary[int, Ring] = weakref.WeakValueDictionary()
_numbers = count()


class Ring:
    """Places for batches, of which each worker has some of its own.

    It is made in the loader's process and sent to the workers, which share its memory. A place is free, or a
    worker has filled it, or its batch is held in the loader's process; only the last two change hands.
    """

    def __init__(self, nbytes: int, workers: int, each: int) -> None:
        """Take the memory.

        Args:
            nbytes: Of a batch.
            workers: How many workers there are.
            each: How many places each of them has.
        """
        import torch

        self.number = next(_numbers)
        self._each = each
        self._nbytes = nbytes
        length = -(-nbytes // _ALIGNED) * _ALIGNED
        memory = torch.empty((workers * each, length), dtype=torch.uint8).share_memory_()
        states = torch.zeros(workers * each, dtype=torch.uint8).share_memory_()
        self._see(memory, states)
        _rings[self.number] = self

    def _see(self, memory: Any, states: Any) -> None:
        self._tensors = memory, states
        # Arrays of the same memory: asking a tensor for one number takes many times as long.
        self._pixels, self._states = memory.numpy(), states.numpy()

    def __getstate__(self) -> dict[str, Any]:
        """The tensors, which another process finds the memory of, without their arrays."""
        return {name: value for name, value in self.__dict__.items() if name not in ("_pixels", "_states")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take what :meth:`__getstate__` gave."""
        self.__dict__ |= state
        self._see(*self._tensors)

    def begin(self) -> None:
        """Take back what ended workers had filled and nobody received."""
        self._states[self._states == _SENT] = _FREE

    def place(self, worker: int, nbytes: int) -> int | None:
        """A free place of a worker for so many bytes, which is then taken; None where there is none."""
        if nbytes > self._nbytes:
            return None
        own = range(worker * self._each, (worker + 1) * self._each)
        free = next((place for place in own if self._states[place] == _FREE), None)
        if free is not None:
            self._states[free] = _SENT
        return free

    def planes(self, place: int, shape: tuple[int, ...]) -> Planes:
        """A place's memory as pictures of a shape."""
        flat: Planes = self._pixels[place, : math.prod(shape)]
        return flat.reshape(shape)

    def received(self, place: int, shape: tuple[int, ...]) -> Any:
        """A worker's batch as a tensor; its place is free once nothing shares the tensor's memory."""
        import torch

        planes = self.planes(place, shape)
        self._states[place] = _HELD
        weakref.finalize(planes, self._free, place).atexit = False
        return torch.from_numpy(planes)

    def _free(self, place: int) -> None:
        self._states[place] = _FREE


class _Sent:
    """A batch in a place of a ring, which becomes a pair of tensors in the process that receives it."""

    def __init__(self, ring: Ring, place: int, shape: tuple[int, ...], targets: list[int]) -> None:
        self._parts = ring.number, place, shape, targets

    def __reduce__(self) -> tuple[Any, ...]:
        return _received, self._parts


def _received(number: int, place: int, shape: tuple[int, ...], targets: list[int]) -> tuple[Any, Any]:
    return _rings[number].received(place, shape), _numbers_of(targets)


def _numbers_of(targets: list[int]) -> Any:
    """A tensor of classes, int64; made of an array, as PyTorch takes its time with lists."""
    import torch

    return torch.from_numpy(np.array(targets, np.int64))


class Collating:
    """Makes a batch of the places in an epoch that a loader gives it."""

    def __init__(self, online: OnlineDataset, ring: Ring | None) -> None:
        """Take what gives the copies, and where they go to, if there are workers."""
        self.online, self.ring = online, ring
        self._process = os.getpid()

    def __call__(self, places: Sequence[tuple[int, int]]) -> Any:
        """Pictures ``(N, C, H, W)`` uint8 and their classes, int64, -1 for none.

        Raises:
            ValueError: Pictures differ in size or in the number of channels.
        """
        import torch
        from torch.utils.data import get_worker_info

        worker = get_worker_info()
        if worker is not None and self._process != os.getpid():
            self._process = os.getpid()
            use_one_thread()
        samples = self.online.batch(places)
        first = next(samples)
        height, width, channels = first.image.shape
        shape = (len(places), channels, height, width)
        ring = self.ring
        place = ring.place(worker.id, len(places) * first.image.size) if ring and worker else None
        planes = np.empty(shape, np.uint8) if ring is None or place is None else ring.planes(place, shape)
        targets = []
        for number, sample in enumerate(chain((first,), samples)):
            check_alike(first.image.shape, sample.image.shape)
            channels_first(sample.image, planes[number])
            targets.append(sample.label)
        if ring is not None and place is not None:
            return _Sent(ring, place, shape, targets)
        return torch.from_numpy(planes), _numbers_of(targets)


class _Places:
    """What a loader asks for items: places in an epoch, as the batch is made of all of them at once."""

    def __init__(self, online: OnlineDataset) -> None:
        self.online = online

    def __len__(self) -> int:
        return len(self.online)

    def __getitem__(self, place: tuple[int, int]) -> tuple[int, int]:
        check_place(place)
        return place


class _Loading:
    """What a loader of batches does in addition to PyTorch's own."""

    collate_fn: Any
    num_workers: int
    batch_size: int
    prefetch_factor: int | None
    persistent_workers: bool
    online: OnlineDataset
    _iterator_before: weakref.ref[Any] | None = None

    def __iter__(self) -> Iterator[Any]:
        before = None if self._iterator_before is None else self._iterator_before()
        # Workers that stay have their ring; another loop over the same loader needs another one.
        if self.num_workers and not (self.persistent_workers and self._iterator_before is not None):
            ring = self.collate_fn.ring if before is None else None
            self.collate_fn = Collating(self.online, ring or self._ring())
            self.collate_fn.ring.begin()
        iterator: Iterator[Any] = super().__iter__()  # type: ignore[misc]  # that of PyTorch's loader
        self._iterator_before = weakref.ref(iterator)
        return iterator

    def _ring(self) -> Ring:
        # The next worker begins its next batch while the one before is still held in the loop.
        each = (self.prefetch_factor or 2) + (1 if self.num_workers > 1 else 2)
        return Ring(self.batch_size * self.online.sample(0, 1).image.nbytes, self.num_workers, each)


def loader(
    online: OnlineDataset,
    batch_size: int,
    sampler: CopySampler | None,
    *,
    shuffle: bool | None = None,
    **options: Any,
) -> Any:
    """See :func:`augstudio.torch.loader`."""
    from torch.utils.data import DataLoader

    if sampler is None:
        sampler = CopySampler(len(online), shuffle=shuffle is not False)
    elif shuffle is not None:
        raise ValueError("a sampler says itself whether it shuffles: give one of both")
    for name in _NOT_TAKEN:
        if name in options:
            raise TypeError(
                f"{name} is not taken, as this loader makes its batches itself: give a CopySampler, "
                f"or use DataLoader(TorchDataset(online), ..., {name}=...)"
            )

    class Loader(_Loading, DataLoader):  # type: ignore[misc]  # untyped where PyTorch is not installed
        pass

    made = Loader(_Places(online), batch_size, sampler=sampler, collate_fn=Collating(online, None), **options)
    made.online = online
    return made
