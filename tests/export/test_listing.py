"""A dataset is listed once for each export, and what was listed is kept in little memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.image_folder import ImageFolder
from augstudio.datasets.splits import Split
from augstudio.errors import Message
from augstudio.export import RunOptions, estimate_export, plan, run_export
from augstudio.export.balance import LARGEST
from augstudio.export.listing import Listing
from tests.export.jobs import job_for
from tests.folders import small_dataset


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folder of each dataset as often as it is listed."""
    folders, real = list[Path](), ImageFolder.samples

    def samples(self: ImageFolder, *args: Any, **named: Any) -> Iterator[Sample | Skipped]:
        folders.append(self.root)
        return real(self, *args, **named)

    monkeypatch.setattr(ImageFolder, "samples", samples)
    return folders


both = pytest.mark.parametrize("options", [{}, {"balance": LARGEST}], ids=["plain", "balanced"])


@pytest.mark.parametrize(("workers", "options"), [(1, {}), (2, {}), (1, {"balance": LARGEST})])
def test_an_export_lists_its_dataset_once(
    tmp_path: Path, listed: list[Path], workers: int, options: dict[str, Any]
) -> None:
    job = job_for(small_dataset(tmp_path / "in", 3), tmp_path / "out", **options)
    run_export(job, RunOptions(workers=workers))
    assert listed == [job.dataset]


@both
@pytest.mark.parametrize("work", [estimate_export, lambda job: list(plan(job))], ids=["estimate", "plan"])
def test_an_estimate_and_a_plan_list_their_dataset_once(
    tmp_path: Path, listed: list[Path], work: Any, options: dict[str, Any]
) -> None:
    job = job_for(small_dataset(tmp_path / "in", 3), tmp_path / "out", **options)
    assert work(job)
    assert listed == [job.dataset]


def test_what_was_listed_comes_again_and_is_small() -> None:
    items: list[Sample | Skipped] = []
    for number in range(3000):
        name = f"class {number % 7}/picture_{number:07d}.jpg"
        if number % 100 == 1:
            items.append(Skipped(name, Message("cannot be read: {0}", number)))
        else:
            split = (None, *Split)[number % 5]
            items.append(
                Sample(name, str(Path("/pictures/a long place") / name), f"class {number % 7}", split)
            )
    items.append(Sample("\udcff.png", "/pictures/\udcff.png"))
    listing = Listing()
    assert list(listing.watch(iter(items))) == items
    for _ in range(2):
        assert list(listing) == items
    reasons = [item.reason for item in listing if isinstance(item, Skipped)]
    assert isinstance(reasons[0], Message)
    assert reasons[0].template == "cannot be read: {0}"
    assert 0 < listing.nbytes < 30 * len(items)
