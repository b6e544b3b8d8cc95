"""A small convolutional network that learns from nothing but the pictures, by PyTorch.

It has nothing to be tuned: three convolutions with group normalisation (Y. Wu and K. He, "Group
normalization", ECCV 2018), trained by AdamW (I. Loshchilov and F. Hutter, "Decoupled weight decay
regularization", ICLR 2019) for a fixed number of steps, so that training takes as long for many pictures as
for few.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.randomness import noise_words, shuffled
from augstudio.core.region import Region
from augstudio.kernels.features import SEEN_SIDE, seen_picture

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Integers: TypeAlias = npt.NDArray[np.int64]

STEPS: Final = 200
"""How often weights are changed."""

BATCH: Final = 32
"""Pictures for each step."""

_CHANNELS: Final = (3, 16, 32, 64)
_GROUPS: Final = 8
_QUARTERS: Final = 2  # a side, into which what was found is averaged before it is weighed
_RATE, _DECAY = 3e-3, 0.05
_TESTED_AT_ONCE: Final = 256


def pixels(image: Image) -> Floats:
    """A picture as the network takes it.

    Args:
        image: ``(H, W, C)`` uint8, grey or RGB, with alpha or without.

    Returns:
        ``(3 * 32 * 32,)`` float16: the levels, which such numbers hold exactly, channel by channel.
    """
    return np.moveaxis(seen_picture(image), 2, 0).ravel().astype(np.float16)


def torch_version() -> str:
    """Version of PyTorch, which must be installed."""
    import torch

    return str(torch.__version__)


@dataclass(frozen=True)
class Trained:
    """A network that was trained; needs PyTorch."""

    _weights: list[Any]

    def classes_of(self, rows: Floats) -> Integers:
        """The classes of pictures; of equal ones the first.

        Args:
            rows: ``(t, 3072)``, each what :func:`pixels` gives.

        Returns:
            ``(t,)`` numbers of classes.
        """
        import torch

        with _one_thread(), torch.no_grad():
            parts = [rows[place : place + _TESTED_AT_ONCE] for place in range(0, len(rows), _TESTED_AT_ONCE)]
            answers = [_answers(_tensor(part), self._weights).numpy().argmax(axis=1) for part in parts]
        return np.concatenate(answers).astype(np.int64)


def train(rows: Floats, classes: Integers, class_count: int, seed: int) -> Trained:
    """Train with pictures and their copies: each time that a picture's turn comes, one of its rows is taken.

    The weights to begin with, the order of pictures and the number of steps are the same for any number of
    copies, so identical copies change nothing.

    Args:
        rows: ``(n, m, 3072)``: n pictures, each with m - 1 copies after the picture itself; m >= 1.
        classes: ``(n,)`` numbers of their classes, 0 .. ``class_count`` - 1.
        class_count: How many classes there are, 2 or more.
        seed: Decides weights, order and choice of rows; 0 .. 2**53 - 1.
    """
    import torch

    weights = _first_weights(class_count, seed)
    optimiser = torch.optim.AdamW(weights, lr=_RATE, weight_decay=_DECAY)
    places, chosen = _turns(len(rows), rows.shape[1], seed)
    with _one_thread():
        for step in range(STEPS):
            checkpoint()
            batch = slice(step * BATCH, (step + 1) * BATCH)
            given = _tensor(rows[places[batch], chosen[batch]])
            wanted = torch.from_numpy(classes[places[batch]])
            for group in optimiser.param_groups:
                group["lr"] = _RATE * (1 + math.cos(math.pi * step / STEPS)) / 2
            optimiser.zero_grad()
            torch.nn.functional.cross_entropy(_answers(given, weights), wanted).backward()
            optimiser.step()
    return Trained([weight.detach() for weight in weights])


def _answers(given: Any, weights: list[Any]) -> Any:
    """How much each class is spoken for, ``(b, classes)``, before they are made shares."""
    from torch.nn import functional

    now, rest = given, iter(weights)
    for _ in _CHANNELS[1:]:
        now = functional.conv2d(now, next(rest), padding=1)
        now = functional.group_norm(now, _GROUPS, next(rest), next(rest))
        now = functional.max_pool2d(functional.relu(now), 2)
    now = functional.adaptive_avg_pool2d(now, _QUARTERS).flatten(1)
    return functional.linear(now, next(rest), next(rest))


def _first_weights(class_count: int, seed: int) -> list[Any]:
    """Convolutions, each with gains and shifts of its normalisation, then the last layer and its shifts.

    Even numbers of a variance that keeps that of the values (K. He et al., "Delving deep into rectifiers",
    ICCV 2015); the last layer begins with 0.
    """
    import torch

    made: list[Floats] = []
    for lane, (before, after) in enumerate(pairwise(_CHANNELS)):
        words = noise_words(seed, lane, Region(0, 0, before * 9, after)).reshape(after, before, 3, 3)
        bound = math.sqrt(6 / (before * 9))
        made += [(words / 32767.5 - 1) * bound, np.ones(after), np.zeros(after)]
    made += [np.zeros((class_count, _CHANNELS[-1] * _QUARTERS**2)), np.zeros(class_count)]
    return [torch.from_numpy(one.astype(np.float32)).requires_grad_() for one in made]


def _turns(count: int, copies: int, seed: int) -> tuple[Integers, Integers]:
    """Whose turn it is, and which of its rows is taken; each picture once before any comes again."""
    rounds = -(-STEPS * BATCH // count)
    places = np.concatenate([shuffled(seed, f"round {number}", count) for number in range(rounds)])
    words = noise_words(seed, len(_CHANNELS), Region(0, 0, count, rounds)).astype(np.int64)
    return places, (words.ravel() * copies) >> 16


def _tensor(rows: Floats) -> Any:
    import torch

    values = (rows.astype(np.float32) - np.float32(127.5)) / np.float32(64)
    return torch.from_numpy(values.reshape(-1, 3, SEEN_SIDE, SEEN_SIDE))


@contextmanager
def _one_thread() -> Iterator[None]:
    """Sums are the same on any number of cores."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
