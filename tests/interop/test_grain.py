"""Copies in Grain; what needs Grain itself is skipped where it is not installed."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio import Pipeline
from augstudio.grain import Copies, MapCopies
from tests.interop.training import Item, expected, small_online
from tests.pictures import noise_picture


def items(records: Iterable[dict[str, Any]]) -> list[Item]:
    return [(record["image"].tobytes(), int(record["label"])) for record in records]


def test_a_source_holds_the_copies_of_a_sampler(tmp_path: Path) -> None:
    online = small_online(tmp_path)
    source = Copies(online, epochs=2, seed=7)
    wanted = expected(online, 0, seed=7) + expected(online, 1, seed=7)
    sent = pickle.loads(pickle.dumps(source))
    assert items(sent[np.int64(number)] for number in range(len(sent))) == wanted
    assert repr(sent) == repr(source) != repr(Copies(online, epochs=2, seed=8))


def test_each_repetition_of_a_source_has_other_copies() -> None:
    picture, pipeline = noise_picture(8, 6), Pipeline.default()
    copies = MapCopies(pipeline, 3, seed=5)
    made = copies(7, {"image": picture, "key": "a.png", "label": 1})
    assert np.array_equal(made["image"], pipeline(picture, 5, 3, "a.png"))
    assert (made["copy"], made["label"]) == (3, 1)


def test_grain_reads_it_and_goes_on_in_the_middle_of_an_epoch(tmp_path: Path) -> None:
    grain = pytest.importorskip("grain", reason="Grain is not installed")
    online = small_online(tmp_path)
    wanted = expected(online, 0) + expected(online, 1)
    read = grain.MapDataset.source(Copies(online, epochs=2)).to_iter_dataset()
    begun = iter(read)
    given = [next(begun) for _ in range(3)]
    again = iter(read)
    again.set_state(begun.get_state())
    assert items(given) + items(again) == wanted
    records = [
        {"image": online.sample(index, 0).image, "key": online.sample(index, 0).key} for index in range(5)
    ]
    repeated = grain.MapDataset.source(records).shuffle(seed=1).repeat(2)
    made = list(repeated.map_with_index(MapCopies(online.pipeline, 5, seed=1)).to_iter_dataset())
    assert {image["image"].tobytes() for image in made} == {pixels for pixels, _ in wanted}
