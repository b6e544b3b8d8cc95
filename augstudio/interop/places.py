"""The copies of all epochs, numbered one after the other, for frameworks whose items have plain numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from augstudio.interop.online import CopySampler


@dataclass(frozen=True, slots=True)
class Places:
    """Which copy of which picture each number stands for.

    The number alone says it, so that it is the same in every process and after a restart: those of
    :class:`CopySampler`, epoch after epoch without end.

    Attributes:
        length: How many pictures there are.
        copies: How many copies of each an epoch has.
        shuffle: Whether their order changes from epoch to epoch.
        seed: Seeds the order.
        rank: Number of this process among those that train together.
        world_size: How many those are.
    """

    length: int
    copies: int = 1
    shuffle: bool = True
    seed: int = 0
    rank: int = 0
    world_size: int = 1

    def __post_init__(self) -> None:
        """Check the numbers.

        Raises:
            ValueError: A number is out of its range.
        """
        self._sampler()

    @property
    def per_epoch(self) -> int:
        """How many there are in an epoch of this process."""
        return len(self._sampler())

    def __getitem__(self, number: int) -> tuple[int, int]:
        """The picture's index and the number of its copy.

        Args:
            number: From 0; epoch 0 has the first :attr:`per_epoch` of them.
        """
        epoch, place = divmod(int(number), self.per_epoch)
        index, copy = epoch_of(self, epoch)[place]
        return int(index), int(copy)

    def _sampler(self) -> CopySampler:
        return CopySampler(
            self.length,
            copies=self.copies,
            shuffle=self.shuffle,
            seed=self.seed,
            rank=self.rank,
            world_size=self.world_size,
        )

    def epoch(self, epoch: int) -> npt.NDArray[np.int64]:
        """The pairs of one epoch, ``(per_epoch, 2)``."""
        sampler = self._sampler()
        sampler.set_epoch(epoch)
        return np.array(list(sampler), np.int64)


@lru_cache(maxsize=4)  # this epoch and the next, of training and validation
def epoch_of(places: Places, epoch: int) -> npt.NDArray[np.int64]:
    """The pairs of one epoch, made once."""
    return places.epoch(epoch)
