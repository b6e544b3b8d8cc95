"""Copies in PyTorch's loaders; where PyTorch is not installed, these are skipped, and pytest says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio import Pipeline
from augstudio.interop.online import CopySampler, OnlineDataset
from augstudio.torch import TorchDataset
from tests.folders import small_dataset

torch = pytest.importorskip("torch", reason="PyTorch is not installed")


def first_of(items: list[Any]) -> Any:
    """A batch of one, as pictures differ in size."""
    return items[0]


def epochs(dataset: TorchDataset, workers: int) -> list[list[tuple[bytes, int]]]:
    """What a loader with workers that stay gives in two epochs."""
    sampler = CopySampler(len(dataset), seed=2)
    loader = torch.utils.data.DataLoader(
        dataset,
        batch_size=1,
        sampler=sampler,
        num_workers=workers,
        persistent_workers=workers > 0,
        collate_fn=first_of,
    )
    found = []
    for epoch in range(2):
        sampler.set_epoch(epoch)
        found.append([(image.numpy().tobytes(), target) for image, target in loader])
    return found


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_any_number_of_workers_gives_the_same_copies(tmp_path: Path) -> None:
    online = OnlineDataset(small_dataset(tmp_path, 4), Pipeline.default(), seed=1)
    alone = epochs(TorchDataset(online), 0)
    assert alone[0] != alone[1]
    assert epochs(TorchDataset(online), 2) == alone


def test_an_item_is_a_tensor_with_its_class(tmp_path: Path) -> None:
    online = OnlineDataset(small_dataset(tmp_path, 2), Pipeline.default())
    image, target = TorchDataset(online)[1, 3]
    sample = online.sample(1, 3)
    assert image.dtype == torch.uint8
    assert image.is_contiguous()
    assert np.array_equal(image.permute(1, 2, 0).numpy(), sample.image)
    assert target == sample.target == 1


def test_an_index_without_a_copy_is_refused(tmp_path: Path) -> None:
    dataset = TorchDataset(OnlineDataset(small_dataset(tmp_path, 2), Pipeline.default()))
    with pytest.raises(TypeError, match=r"\(index, copy\), got 0: use a CopySampler"):
        dataset[0]  # type: ignore[index]
