"""Datasets on show are listed once, and no preview is held up by it that nobody waits for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from augstudio.core.interruption import Interrupted, interruptible
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.image_folder import ImageFolder
from augstudio.errors import DatasetError
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.listings import Listing, listing_of
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import PreviewRequest
from augstudio.transforms import Mosaic
from tests.folders import encoded, write_files
from tests.pictures import noise_picture

SAMPLES = [Sample(f"{number}.png", f"{number}.png") for number in range(1000)]


class Counted:
    """A dataset that counts what is listed of it, and may break once."""

    def __init__(self, breaks_at: int = -1) -> None:
        self.listed = 0
        self._breaks_at = breaks_at

    def samples(self) -> Iterator[Sample | Skipped]:
        for sample in SAMPLES:
            if self.listed == self._breaks_at:
                self._breaks_at = -1
                raise DatasetError("the drive is gone")
            self.listed += 1
            yield sample


def test_an_interrupted_listing_goes_on_where_it_ended() -> None:
    dataset, listing = Counted(), Listing()
    answers = iter([False, False, False, True, False, True])
    for _ in range(2):
        with pytest.raises(Interrupted), interruptible(lambda: next(answers)):
            listing.pool(dataset)
    assert 0 < dataset.listed < len(SAMPLES)
    pool = listing.pool(dataset)
    assert dataset.listed == len(SAMPLES)
    assert pool.named("999.png") == SAMPLES[999]
    assert listing.pool(dataset) is pool


def test_after_an_error_all_is_listed_anew() -> None:
    dataset, listing = Counted(breaks_at=300), Listing()
    with pytest.raises(DatasetError):
        listing.pool(dataset)
    assert all(listing.pool(dataset).named(sample.key) for sample in SAMPLES[::100])


def test_what_the_window_lists_is_waited_for_and_not_listed_again() -> None:
    dataset = Counted()
    listing = listing_of(dataset)
    assert listing_of(dataset) is listing
    assert listing_of(Counted()) is not listing
    with listing.under_way():
        with pytest.raises(Interrupted), interruptible(lambda: True):
            listing.pool(dataset)
        listing.give(SAMPLES)
    assert listing.pool(dataset).named("7.png") == SAMPLES[7]
    assert dataset.listed == 0


def test_a_preview_that_waits_for_a_listing_makes_way_for_another(tmp_path: Path) -> None:
    picture = encoded(noise_picture(20, 20), "PNG")
    dataset = ImageFolder(write_files(tmp_path, {f"{name}.png": picture for name in "ab"}))
    panes = [comparison.original_and_result(Pipeline.of(steps), 1) for steps in ((Mosaic(),), ())]
    mixed, plain = (
        PreviewRequest(
            dataset=dataset,
            sample=Sample("a.png", str(tmp_path / "a.png")),
            seed=0,
            arrangement=Arrangement.in_columns(each, 2),
            pane_size=(20, 20),
            zoom=1.0,
            exact=True,
            serial=serial,
        )
        for serial, each in enumerate(panes)
    )
    renderer = PreviewRenderer()
    renderer.newest = plain
    listing = listing_of(dataset)
    with listing.under_way(), mock.patch.object(dataset, "samples", side_effect=AssertionError):
        assert renderer(mixed) is None
        shown = renderer(plain)
        assert shown is not None
        assert shown.exact
    renderer.newest = again = replace(mixed, serial=2)
    assert renderer(again) is not None
