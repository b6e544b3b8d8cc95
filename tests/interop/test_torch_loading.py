"""Batches in memory that workers share; skipped where PyTorch is not installed, and pytest says why."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio import Pipeline
from augstudio.interop.online import CopySampler, OnlineDataset
from augstudio.interop.torch_loading import Ring
from augstudio.torch import TorchDataset, loader
from tests.folders import small_dataset
from tests.interop.training import small_online

torch = pytest.importorskip("torch", reason="PyTorch is not installed")

BATCH = 2
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def content(batch: Any) -> tuple[bytes, list[int]]:
    """A batch's pixels and classes."""
    images, targets = batch
    assert images.dtype == torch.uint8
    assert targets.dtype == torch.int64
    return images.numpy().tobytes(), targets.tolist()


def plain(online: OnlineDataset, epoch: int) -> list[tuple[bytes, list[int]]]:
    """The batches that PyTorch's own loader makes of an epoch."""
    sampler = CopySampler(len(online), copies=3)
    sampler.set_epoch(epoch)
    made = torch.utils.data.DataLoader(TorchDataset(online), BATCH, sampler=sampler)
    return [content(batch) for batch in made]


@pytest.mark.parametrize("options", [{}, {"num_workers": 2}, {"num_workers": 2, "persistent_workers": True}])
def test_batches_are_those_of_the_plain_loader(tmp_path: Path, options: dict[str, Any]) -> None:
    online = small_online(tmp_path)
    made = loader(online, BATCH, CopySampler(len(online), copies=3), **options)
    for epoch in range(2):
        made.sampler.set_epoch(epoch)
        assert [content(batch) for batch in made] == plain(online, epoch)


@pytest.mark.parametrize("stay", [False, True])
def test_batches_that_are_kept_stay_what_they_are(tmp_path: Path, stay: bool) -> None:
    """Also those of an epoch that is left in its middle, while others come."""
    online = small_online(tmp_path)
    made = loader(online, BATCH, CopySampler(len(online), copies=3), num_workers=2, persistent_workers=stay)
    kept = [list(islice(made, 3)), list(made), list(made)]
    expected = plain(online, 0)
    for batches in kept:
        assert [content(batch) for batch in batches] == expected[: len(batches)]
    assert [len(batches) for batches in kept] == [3, len(expected), len(expected)]


def test_two_loops_over_one_loader_do_not_meet(tmp_path: Path) -> None:
    online = small_online(tmp_path)
    made = loader(online, BATCH, CopySampler(len(online), copies=3), num_workers=1)
    pairs = [(content(one), content(other)) for one, other in zip(made, made, strict=True)]
    expected = plain(online, 0)
    assert pairs == list(zip(expected, expected, strict=True))


def test_spawned_workers_share_the_memory_too(tmp_path: Path) -> None:
    online = small_online(tmp_path)
    sampler = CopySampler(len(online), copies=3)
    made = loader(online, BATCH, sampler, num_workers=1, multiprocessing_context="spawn")
    assert [content(batch) for batch in made] == plain(online, 0)


def test_a_place_is_free_again_when_nothing_shares_its_memory() -> None:
    ring = Ring(12, 1, 2)
    places = [ring.place(0, 12), ring.place(0, 12), ring.place(0, 12)]
    assert places == [0, 1, None]
    received = ring.received(1, (1, 3, 2, 2))
    part = received[0, 1]
    del received
    assert ring.place(0, 12) is None
    del part
    assert ring.place(0, 12) == 1
    ring.begin()
    assert ring.place(0, 13) is None
    assert ring.place(0, 12) == 0


def test_what_loaders_are_given_by_habit_is_done_or_refused(tmp_path: Path) -> None:
    online = small_online(tmp_path)
    length = len(online)
    assert list(loader(online, BATCH, shuffle=False).sampler) == [(index, 1) for index in range(length)]
    assert list(loader(online, BATCH, shuffle=True).sampler) == list(loader(online, BATCH).sampler)
    with pytest.raises(ValueError, match="give one of both"):
        loader(online, BATCH, CopySampler(length), shuffle=True)
    with pytest.raises(TypeError, match=r"use DataLoader\(TorchDataset\(online\), ..., collate_fn=...\)"):
        loader(online, BATCH, collate_fn=list)
    usual: Any = torch.utils.data.RandomSampler(range(length))
    with pytest.raises(TypeError, match="use a CopySampler"):
        list(loader(online, BATCH, usual))
    dataset: Any = online
    with pytest.raises(TypeError, match=r"or TorchDataset\(online\)"):
        next(iter(torch.utils.data.DataLoader(dataset, BATCH)))


def test_pictures_of_two_sizes_are_refused(tmp_path: Path) -> None:
    online = OnlineDataset(small_dataset(tmp_path, 4), Pipeline())
    assert len({online.sample(index, 1).image.shape for index in range(len(online))}) > 1
    made = loader(online, 4)
    with pytest.raises(ValueError, match="cannot be put together: end the pipeline with a resize"):
        list(made)


def test_the_picture_of_a_worker_goes_to_a_place_that_is_used_again(tmp_path: Path) -> None:
    online = small_online(tmp_path)
    made = loader(online, BATCH, num_workers=1, persistent_workers=True)
    memory = [images.data_ptr() for _ in range(2) for images, _ in made]
    ring = made.collate_fn.ring
    places = {ring.planes(place, (1,)).ctypes.data for place in range(4)}
    assert set(memory) <= places
    assert np.unique(memory).size < len(memory)


@pytest.mark.filterwarnings("ignore:This DataLoader will create 8 worker processes")
def test_eight_workers_that_stay_go_on_in_mid_epoch(tmp_path: Path) -> None:
    online = small_online(tmp_path, 8)
    sampler = CopySampler(len(online), copies=3)
    made = loader(online, BATCH, sampler, num_workers=8, persistent_workers=True)
    assert [content(batch) for batch in made] == plain(online, 0)
    sampler.set_epoch(1)
    used = [content(batch) for batch in islice(made, 5)]
    state = sampler.state_dict(used=5 * BATCH)
    again = CopySampler(len(online), copies=3)
    again.load_state_dict(state)
    resumed = loader(online, BATCH, again, num_workers=8, persistent_workers=True)
    assert used + [content(batch) for batch in resumed] == plain(online, 1)
    again.set_epoch(2)
    assert [content(batch) for batch in resumed] == plain(online, 2)
