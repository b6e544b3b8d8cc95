"""Copies in Keras with whichever backend there is; skipped where it is not installed."""

from __future__ import annotations

import os
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio import Pipeline
from augstudio.interop.online import OnlineDataset
from augstudio.keras import batches
from tests.folders import small_dataset
from tests.interop.training import SIDE, Item, expected, item_of, small_online

if "KERAS_BACKEND" not in os.environ and not find_spec("tensorflow") and find_spec("torch"):
    os.environ["KERAS_BACKEND"] = "torch"
keras = pytest.importorskip("keras", reason="Keras is not installed, or has no backend")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the frameworks about themselves


def items(batch: tuple[Any, ...]) -> list[Item]:
    images, targets = (np.asarray(part) for part in batch)
    return [
        (image.astype(np.uint8).tobytes(), int(target)) for image, target in zip(images, targets, strict=True)
    ]


def trained_on(dataset: Any, epochs: int) -> list[list[Item]]:
    """The batches that Keras's own loop hands to a model."""
    seen = []
    inputs = keras.Input((SIDE, SIDE, 3))
    model = keras.Model(inputs, keras.layers.Dense(2)(keras.layers.Flatten()(inputs)))

    def train_step(*data: Any) -> Any:
        seen.append(items(data[-1]))
        # With JAX the model's state is handed through beside the batch.
        return ({"loss": 0.0}, data[0]) if len(data) > 1 else {"loss": 0.0}

    model.train_step = train_step
    model.compile("sgd", "mse", run_eagerly=True)
    model.fit(dataset, steps_per_epoch=dataset.steps, epochs=epochs, verbose=0)
    return seen


@pytest.mark.parametrize("workers", [1, 3])
def test_a_model_is_trained_on_the_copies_of_a_sampler(tmp_path: Path, workers: int) -> None:
    online = small_online(tmp_path)
    seen = trained_on(batches(online, 2, workers=workers), 2)
    assert [len(batch) for batch in seen] == [2, 2, 1, 2, 2, 1]
    assert list(chain(*seen)) == expected(online, 0) + expected(online, 1)
    again = trained_on(batches(online, 2, workers=workers, start=2), 1)
    assert again == seen[2:5]


def test_validation_is_one_epoch_in_order(tmp_path: Path) -> None:
    online = small_online(tmp_path)
    dataset = batches(online, 2, once=True)
    assert dataset.num_batches == dataset.steps == 3
    found = [item for number in range(3) for item in items(dataset[number])]
    assert found == [item_of(online, index, 1) for index in range(5)]
    inputs = keras.Input((SIDE, SIDE, 3))
    model = keras.Model(inputs, keras.layers.Dense(1)(keras.layers.Flatten()(inputs)))
    assert model.predict(dataset, verbose=0).shape == (5, 1)


def test_two_processes_have_an_epoch_between_them(tmp_path: Path) -> None:
    online = small_online(tmp_path, 6)
    for rank in range(2):
        dataset = batches(online, 2, rank=rank, world_size=2)
        assert dataset.steps == 2
        found = [item for number in range(4) for item in items(dataset[number])]
        assert found == expected(online, 0)[rank::2] + expected(online, 1)[rank::2]


def test_pictures_of_several_sizes_are_refused_with_the_remedy(tmp_path: Path) -> None:
    online = OnlineDataset(small_dataset(tmp_path, 3), Pipeline())
    with pytest.raises(ValueError, match=r"\(\d+, \d+, 3\) and \(\d+, \d+, 3\) cannot .*with a resize"):
        batches(online, 3)[0]
