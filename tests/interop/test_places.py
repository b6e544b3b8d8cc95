"""Numbers stand for the same copies that a sampler gives."""

from __future__ import annotations

import pickle

import pytest

from augstudio.interop.online import CopySampler
from augstudio.interop.places import Places


@pytest.mark.parametrize("rank", [0, 1])
def test_numbers_go_on_from_epoch_to_epoch(rank: int) -> None:
    options = {"copies": 2, "seed": 3, "rank": rank, "world_size": 2}
    places = Places(5, **options)  # type: ignore[arg-type]
    sampler = CopySampler(5, **options)  # type: ignore[arg-type]
    wanted = []
    for epoch in range(3):
        sampler.set_epoch(epoch)
        wanted += list(sampler)
    assert len(wanted) == 3 * places.per_epoch
    sent = pickle.loads(pickle.dumps(places))
    assert [sent[number] for number in range(len(wanted))] == wanted


def test_numbers_out_of_range_are_refused() -> None:
    with pytest.raises(ValueError, match="got 0, 1, 0 and 1"):
        Places(0)
