"""Shards of so many samples are known from the plan, so that parts write them, and each stands alone."""

from __future__ import annotations

import errno
import json
import shutil
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import webdataset

from augstudio.assets import labelled_sample
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export import ExportJob, ExportOptions, Report, RunOptions, run_export
from augstudio.export.files import MANIFEST, SHARDS, LocalWorkspace
from augstudio.export.finishing import finish_export
from augstudio.export.part import Part
from augstudio.export.reading.verify import Verification
from augstudio.export.shards.borders import BorderFinder
from tests.commands import told
from tests.export.jobs import job_for, manifest, shuffled, stop_after
from tests.export.killing import run_and_kill
from tests.folders import contents, encoded, small_dataset, write_files
from tests.patience import WAIT_SECONDS
from tests.pictures import smooth_picture

ONE = RunOptions(workers=1)


def counted(dataset: Path, out: Path, **options: Any) -> ExportJob:
    return job_for(dataset, out, **{"format": "jpeg", "shards": "8 samples", **options})


def run_part(job: ExportJob, index: int, count: int, **options: Any) -> Report:
    return run_export(replace(job, part=Part(count, index)), ONE, **options)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two splits, with pictures that cannot be read, among them all of one shard."""
    root = tmp_path_factory.mktemp("data") / "in"
    small_dataset(root / "train", 11)
    small_dataset(root / "val", 5)
    broken = {f"train/c/{number}.png": b"" for number in range(4)}
    return write_files(root, {"train/b/broken.jpg": b"\xff\xd8\xff nothing", **broken})


@pytest.fixture(scope="module")
def whole(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    run_export(counted(dataset, out), ONE)
    return out


def shards(out: Path) -> Mapping[str, int]:
    return {shard["file"]: shard["samples"] for shard in json.loads((out / SHARDS).read_text())["shards"]}


def test_pictures_count_with_all_copies_and_stay_together() -> None:
    finder, train, val = BorderFinder(6), Split.TRAIN, Split.VAL
    tasks = ((3, train), (3, train), (9, train), (1, val), (1, train), (5, val))
    for place, (samples, split) in enumerate(tasks):
        finder.add(place, split, samples)
    borders = finder.borders
    assert [borders.number(place, split) for place, (_, split) in enumerate(tasks)] == [0, 0, 1, 0, 2, 0]
    assert [borders.ordinal(train, 2), borders.ordinal(val, 0)] == [2, 3]


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_a_shard_holds_what_the_plan_says(whole: Path) -> None:
    # Two pictures with two copies each; those that cannot be read leave a gap.
    assert shards(whole) == {
        **{f"train-{number:06d}.tar": 6 for number in range(5)},
        "train-000005.tar": 3,
        "train-000006.tar": 0,
        "train-000007.tar": 0,
        "val-000000.tar": 5,
    }
    urls = str(whole / "train-{000000..000007}.tar")
    read = [sample["__key__"] for sample in webdataset.WebDataset(urls, shardshuffle=False)]
    assert read == [line["file"].removesuffix(".jpg") for line in manifest(whole)][: len(read)]
    assert not list(Verification(whole).differences())


@pytest.mark.parametrize("count", [1, 2, 7])
def test_any_number_of_parts_gives_the_same_bytes(
    count: int, dataset: Path, whole: Path, tmp_path: Path
) -> None:
    job = counted(dataset, tmp_path / "out")
    reports = [run_part(job, index, count) for index in reversed(range(count))]
    assert sum(report.written for report in reports) == len(manifest(whole))
    assert all(report.written == report.total - 3 * len(report.skipped) for report in reports)
    assert not (job.out / SHARDS).exists()
    assert finish_export(job.out).written == 0
    assert contents(job.out) == contents(whole)


def test_workers_and_engines_that_mix_all_give_the_same_bytes(
    dataset: Path, whole: Path, tmp_path: Path
) -> None:
    job = counted(dataset, tmp_path / "out")
    run_export(replace(job, part=Part(3, 1)), RunOptions(workers=2))
    run_export(replace(job, part=Part(3, 0)), RunOptions(engine=shuffled))
    run_part(job, 2, 3)
    finish_export(job.out)
    assert contents(job.out) == contents(whole)


def test_a_killed_part_is_named_and_goes_on(dataset: Path, whole: Path, tmp_path: Path) -> None:
    job = counted(dataset, tmp_path / "out")
    run_and_kill(replace(job, part=Part(2, 0)), after=6)
    run_part(job, 1, 2)
    with pytest.raises(ExportError, match=r"not all is there; run .*, and then finish: 0/2$"):
        finish_export(job.out)
    assert run_part(job, 0, 2).reused > 0, "whole shards stay"
    finish_export(job.out)
    assert contents(job.out) == contents(whole)


def test_a_shard_that_is_gone_or_changed_is_asked_for(dataset: Path, whole: Path, tmp_path: Path) -> None:
    job = counted(dataset, tmp_path / "out")
    for index in range(3):
        run_part(job, index, 3)
    shard = job.out / "train-000004.tar"
    for data in (None, shard.read_bytes() + bytes(512), b"torn"):
        shard.unlink(missing_ok=True)
        if data is not None:
            shard.write_bytes(data)
        with pytest.raises(ExportError, match=r"then finish: 1/3$"):
            finish_export(job.out)
    shard.unlink()
    run_part(job, 1, 3)
    finish_export(job.out)
    assert contents(job.out) == contents(whole)


def test_of_two_states_of_a_shard_the_one_that_is_there_counts(dataset: Path, tmp_path: Path) -> None:
    """A picture that one part leaves out may be readable for another one, with the same bytes."""
    source = shutil.copytree(dataset, tmp_path / "in")
    job = counted(source, tmp_path / "out", copies=1)
    fresh = replace(job, out=tmp_path / "fresh")
    run_export(fresh, ONE)
    right = (source / "train/a/0.jpg").read_bytes()
    for index, count in ((0, 2), (0, 1), (1, 2)):
        broken = count == 2 and index == 0
        (source / "train/a/0.jpg").write_bytes(bytes(len(right)) if broken else right)
        run_part(job, index, count)
    assert "train/a/0.jpg" not in {item.name for item in finish_export(job.out).skipped}
    assert contents(job.out) == contents(fresh.out)
    # The other way round: what is there now is without it.
    (source / "train/a/0.jpg").write_bytes(bytes(len(right)))
    run_part(job, 0, 2)
    assert "train/a/0.jpg" in {item.name for item in finish_export(job.out).skipped}
    assert not list(Verification(job.out).differences())


CHANGES: dict[str, dict[str, int | None]] = {
    "a new picture at the start": {"train/a/00.jpg": 31},
    "a picture less": {"train/b/3.bmp": None},
    "pictures in several shards": {"train/a/2.webp": 60, "train/b/5.png": 61, "val/a/0.jpg": 20},
    "some that can be read now": {"train/b/broken.jpg": 33, "train/c/2.png": 9},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_dataset_gives_the_shards_of_a_new_export(
    change: str, dataset: Path, whole: Path, tmp_path: Path
) -> None:
    source = shutil.copytree(dataset, tmp_path / "in")
    job = counted(source, tmp_path / "out")
    if change.startswith("a "):
        stop_after(job, 8)
    else:
        shutil.copytree(whole, job.out)
    for name, side in CHANGES[change].items():
        (source / name).unlink(missing_ok=True)
        if side is not None:
            write_files(source, {name: encoded(smooth_picture(side, side), "PNG")})
    report = run_export(job, ONE)
    fresh = replace(job, out=tmp_path / "fresh")
    run_export(fresh, ONE)
    assert contents(job.out) == contents(fresh.out)
    assert report.reused or change == "a new picture at the start"


def test_only_the_shards_of_other_pictures_are_made_again(dataset: Path, whole: Path, tmp_path: Path) -> None:
    source = shutil.copytree(dataset, tmp_path / "in")
    job = counted(source, shutil.copytree(whole, tmp_path / "out"))
    for name in ("train/a/2.webp", "train/b/5.png"):
        write_files(source, {name: encoded(smooth_picture(60, 60), "PNG")})
    goes: list[int] = []
    report = run_export(job, ONE, on_progress=lambda progress: goes.append(progress.done))
    assert sum(done == 0 for done in goes[1:]) <= 1, "one more go for all of them"
    assert report.written == 12
    assert not list(Verification(job.out).differences())


def test_the_command_line_takes_a_number_of_samples(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ("export", labelled_sample(), out, "--shards", "7 Samples", "--format", "jpeg", "--copies", "1")
    for part in ("0/2", "1/2"):
        assert told(*command, "--part", part, "--workers", "1").exit_code == 0
    assert told("finish", out).exit_code == 0
    assert told("verify", out, "--pixels", "--dataset", labelled_sample()).exit_code == 0
    assert json.loads((out / "augstudio.json").read_text())["options"]["shards"] == "7samples"
    assert max(shards(out).values()) == 6
    again = told(*command, "--workers", "1")
    assert "wrote 0 of" in again.output
    assert ExportOptions(shards="7 samples").shards == ExportOptions(shards="7samples").shards
    assert (out / MANIFEST).exists()


def test_pictures_are_made_while_a_shard_is_put(
    dataset: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, went_on, waited = LocalWorkspace.put_grown, threading.Event(), []

    def slow(self: LocalWorkspace, number: int, file: str, sha256: str) -> None:
        waited.append(went_on.wait(WAIT_SECONDS))
        put(self, number, file, sha256)

    monkeypatch.setattr(LocalWorkspace, "put_grown", slow)
    seen: list[object] = []

    def on_progress(progress: object) -> None:
        seen.append(progress)
        if len(seen) == 5:  # two pictures behind the first shard
            went_on.set()

    run_export(counted(dataset, tmp_path / "out"), ONE, on_progress=on_progress)
    assert all(waited)
    assert contents(tmp_path / "out") == contents(whole)


def test_a_shard_that_cannot_be_put_ends_the_run_and_is_put_later(
    dataset: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = LocalWorkspace.put_grown

    def fails(self: LocalWorkspace, number: int, file: str, sha256: str) -> None:
        if file == "train-000001.tar":
            raise OSError(errno.ENOSPC, "the disk is full", file)
        put(self, number, file, sha256)

    job = counted(dataset, tmp_path / "out")
    with monkeypatch.context() as patched:
        patched.setattr(LocalWorkspace, "put_grown", fails)
        with pytest.raises(ExportError, match=r"train-000001\.tar: the disk is full"):
            run_export(job, ONE)
    assert [path.name for path in job.out.glob("*.tar")] == ["train-000000.tar"]
    assert run_export(job, ONE).reused == 6
    assert contents(job.out) == contents(whole)
