"""A small dataset for training, and what an epoch of it must hold."""

from __future__ import annotations

from pathlib import Path

from augstudio import Pipeline
from augstudio.interop.online import CopySampler, OnlineDataset
from augstudio.transforms import Resize
from tests.folders import small_dataset

SIDE = 24
Item = tuple[bytes, int]


def small_online(root: Path, count: int = 5) -> OnlineDataset:
    """Pictures of two classes whose copies have all the same size."""
    pipeline = Pipeline.default().adding(Resize(width=SIDE, height=SIDE, method="stretch"))
    return OnlineDataset(small_dataset(root, count), pipeline, seed=1)


def expected(online: OnlineDataset, epoch: int, *, copies: int = 1, seed: int = 0) -> list[Item]:
    """Pixels and class of each copy in an epoch, in order."""
    sampler = CopySampler(len(online), copies=copies, seed=seed)
    sampler.set_epoch(epoch)
    return [item_of(online, *place) for place in sampler]


def item_of(online: OnlineDataset, index: int, copy: int) -> Item:
    """Pixels and class of one copy."""
    sample = online.sample(index, copy)
    assert sample.target is not None
    return sample.image.tobytes(), sample.target
