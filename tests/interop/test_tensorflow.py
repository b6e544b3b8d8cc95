"""Copies in tf.data; skipped where TensorFlow is not installed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.interop.training import SIDE, Item, expected, small_online

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
tf = pytest.importorskip("tensorflow", reason="TensorFlow is not installed")

from augstudio.tensorflow import dataset  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")  # of the framework about itself


def items(found: Any) -> list[Item]:
    return [(image.numpy().tobytes(), int(target)) for image, target in found]


@pytest.mark.parametrize("workers", [1, 3])
def test_epochs_hold_the_copies_of_a_sampler(tmp_path: Path, workers: int) -> None:
    online = small_online(tmp_path)
    made = dataset(online, epochs=2, seed=7, shape=(SIDE, SIDE, 3), workers=workers)
    assert made.element_spec[0].shape.as_list() == [SIDE, SIDE, 3]
    assert len(made) == 10
    wanted = expected(online, 0, seed=7) + expected(online, 1, seed=7)
    assert items(made) == items(made) == wanted
    assert items(dataset(online, epochs=2, seed=7, start=7)) == wanted[7:]


def test_two_processes_have_an_epoch_between_them(tmp_path: Path) -> None:
    online = small_online(tmp_path, 6)
    for rank in range(2):
        made = dataset(online, epochs=2, rank=rank, world_size=2)
        assert items(made) == expected(online, 0)[rank::2] + expected(online, 1)[rank::2]


def test_a_checkpoint_goes_on_in_the_middle_of_an_epoch(tmp_path: Path) -> None:
    online = small_online(tmp_path / "in")
    begun = iter(dataset(online, epochs=2, workers=2))
    given = [next(begun) for _ in range(3)]
    written = tf.train.Checkpoint(iterator=begun).save(str(tmp_path / "checkpoint"))
    again = iter(dataset(online, epochs=2, workers=2))
    tf.train.Checkpoint(iterator=again).restore(written)
    assert items(given) + items(again) == expected(online, 0) + expected(online, 1)


def test_a_picture_of_another_shape_than_stated_is_refused(tmp_path: Path) -> None:
    made = dataset(small_online(tmp_path), shape=(SIDE, SIDE, 1))
    with pytest.raises(tf.errors.InvalidArgumentError, match="expected shape"):
        items(made)
