"""The same file in several splits is found by reading files of one size alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.insights import leaks as leaks_module
from augstudio.insights.fingerprints import fingerprints
from augstudio.insights.leaks import leaks
from augstudio.insights.same_files import same_files
from tests.folders import encoded, write_files
from tests.insights.sets import scene


def picture(number: int) -> bytes:
    return encoded(scene(number), "PNG")


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    files = {f"train/a/t{number}x.png": picture(number) for number in range(6)}
    files |= {f"val/a/v{number}x.png": picture(50 + number) for number in range(3)}
    return write_files(tmp_path / "set", files)


def opened(root: Path) -> tuple[Dataset, list[Sample]]:
    dataset = open_dataset(root)
    return dataset, list(only_samples(dataset.samples()))


def keys(groups: list[tuple[Sample, ...]]) -> list[tuple[str, ...]]:
    return [tuple(sample.key for sample in group) for group in groups]


def test_files_of_one_content_in_two_splits_are_found(parts: Path) -> None:
    write_files(parts, {"val/a/again.png": picture(3), "train/b/again.png": picture(4)})
    assert keys(same_files(*opened(parts))) == [("train/a/t3x.png", "val/a/again.png")]


def test_only_files_of_one_size_are_read(parts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = bytearray(picture(3))
    other[-1] ^= 1
    write_files(parts, {"val/a/other.png": bytes(other), "val/a/again.png": picture(3)})
    dataset, samples = opened(parts)
    read: list[str] = []
    really = type(dataset).read_bytes

    def watched(self: Dataset, sample: Sample) -> bytes:
        read.append(sample.key)
        return really(self, sample)

    monkeypatch.setattr(type(dataset), "read_bytes", watched)
    assert keys(same_files(dataset, samples)) == [("train/a/t3x.png", "val/a/again.png")]
    sizes = {path.stat().st_size for path in (parts / "val").rglob("*.png")}
    of_one_size = {
        path.relative_to(parts).as_posix() for path in parts.rglob("*.png") if path.stat().st_size in sizes
    }
    assert set(read) <= of_one_size
    assert {"train/a/t3x.png", "val/a/again.png", "val/a/other.png"} <= set(read)
    assert len(read) < len(samples)


def test_it_ends_when_its_time_is_over_or_it_is_stopped(parts: Path) -> None:
    write_files(parts, {"val/a/again.png": picture(3)})
    assert same_files(*opened(parts), seconds=-1) == []
    assert same_files(*opened(parts), lambda: True) == []


def test_pictures_beyond_those_that_are_compared_are_found_by_their_files(
    parts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(parts, {"val/a/again.png": picture(3), "val/a/more.png": picture(1)})
    dataset, samples = opened(parts)
    looked_at: list[str] = []
    really = fingerprints

    def watched(source: Dataset, members: list[Sample], *rest: object) -> object:
        looked_at.extend(sample.key for sample in members)
        return really(source, members, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(leaks_module, "fingerprints", watched)
    found = leaks(dataset, samples, most=2)
    assert found is not None
    assert len(looked_at) == 4
    (advice,) = found
    assert sorted(advice.files) == [
        ("train/a/t1x.png", "val/a/more.png"),
        ("train/a/t3x.png", "val/a/again.png"),
    ]
