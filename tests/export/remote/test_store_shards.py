"""Shards in an object store are those of a folder, whole or not there, and are read there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from augstudio.errors import ExportError
from augstudio.export import ExportJob, RunOptions, estimate_export, run_export
from augstudio.export.files import JOURNAL, MANIFEST, SHARDS
from augstudio.export.finishing import finish_export
from augstudio.export.part import Part
from augstudio.stores import objects as stores
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from tests.commands import refused, told
from tests.export.jobs import job_for, stop_after
from tests.export.killing import run_and_kill
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture
from tests.stand_in import objects_in

ONE = RunOptions(workers=1)


def sharded_to(dataset: Path, place: StoreAddress | None, **options: Any) -> ExportJob:
    settled = {"format": "jpeg", "shards": "6 samples", **options}
    return replace(job_for(dataset, Path("never made"), **settled), store=place)


@pytest.fixture(scope="module")
def whole(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The same export in a folder."""
    out = tmp_path_factory.mktemp("whole") / "out"
    run_export(replace(sharded_to(dataset, None), out=out), ONE)
    return contents(out)


def digests(place: StoreAddress) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in objects_in(place).items()}


def heads(place: StoreAddress) -> dict[str, Any]:
    return {name: Objects(place).head(name) for name in objects_in(place) if name.endswith(".tar")}


@pytest.mark.parametrize("limit", ["6 samples", 30_000])
def test_shards_in_a_store_are_those_of_a_folder(
    limit: str | int, dataset: Path, any_place: StoreAddress, tmp_path: Path
) -> None:
    job = sharded_to(dataset, any_place, shards=limit)
    run_export(replace(job, store=None, out=tmp_path / "out"), ONE)
    first = run_export(job, ONE)
    assert digests(any_place) == contents(tmp_path / "out")
    before = heads(any_place)
    again = run_export(job, ONE)
    assert digests(any_place) == contents(tmp_path / "out")
    assert heads(any_place) == before
    assert len(before) > 2
    assert (first.reused, again.written, again.reused) == (0, 0, first.written)
    assert told("verify", any_place, "--pixels", "--dataset", dataset).exit_code == 0


def test_a_shard_is_put_once_and_whole(dataset: Path, place: StoreAddress, whole: Mapping[str, str]) -> None:
    puts: list[str] = []
    put = Objects.put_file

    def noted(self: Objects, name: str, file: Path, sha256: str = "") -> None:
        puts.append(name)
        assert name == SHARDS or not name.endswith(".tar") or sha256 == whole[name]
        put(self, name, file, sha256)

    with mock.patch.object(Objects, "put_file", noted), mock.patch.object(stores, "_MOST_AT_ONCE", 1):
        run_export(sharded_to(dataset, place), ONE)
    assert sorted(name for name in puts if name.endswith(".tar")) == sorted(heads(place))
    assert digests(place) == whole


@pytest.mark.parametrize("count", [2, 7])
def test_parts_put_the_shards_of_one_run(
    count: int, dataset: Path, any_place: StoreAddress, whole: Mapping[str, str]
) -> None:
    for index in reversed(range(count)):
        run_export(replace(sharded_to(dataset, any_place), part=Part(count, index)), ONE)
    before = heads(any_place)
    assert finish_export(Path(), store=any_place).written == 0
    assert digests(any_place) == whole
    assert heads(any_place) == before, "nothing is put again"


def test_a_part_whose_shard_is_gone_is_named(
    dataset: Path, place: StoreAddress, whole: Mapping[str, str]
) -> None:
    for index in range(2):
        run_export(replace(sharded_to(dataset, place), part=Part(2, index)), ONE)
    for data in (None, b"x"):
        Objects(place).delete(("data-000001.tar",))
        if data is not None:
            Objects(place).put("data-000001.tar", data)
        with pytest.raises(ExportError, match=r"then finish: 1/2$"):
            finish_export(Path(), store=place)
    Objects(place).delete(("data-000001.tar",))
    run_export(replace(sharded_to(dataset, place), part=Part(2, 1)), ONE)
    finish_export(Path(), store=place)
    assert digests(place) == whole


def test_what_was_interrupted_goes_on_with_whole_shards(
    dataset: Path, any_place: StoreAddress, whole: Mapping[str, str]
) -> None:
    stop_after(sharded_to(dataset, any_place), 4)
    before = heads(any_place)
    assert before
    assert all(Objects(any_place).digest(name) == whole[name] for name in before)
    found = estimate_export(sharded_to(dataset, any_place), ONE)
    assert found is not None
    assert found.present_files == 6 * len(before)
    report = run_export(sharded_to(dataset, any_place), ONE)
    assert report.reused == 6 * len(before)
    assert digests(any_place) == whole
    assert {name: heads(any_place)[name] for name in before} == before


def test_a_killed_export_goes_on_to_the_same_shards(
    s3: Callable[[], StoreAddress], dataset: Path, whole: Mapping[str, str]
) -> None:
    place = s3()
    run_and_kill(sharded_to(dataset, place), after=6)
    left = digests(place)
    assert MANIFEST not in left
    assert left["data-000000.tar"] == whole["data-000000.tar"]
    assert run_export(sharded_to(dataset, place), ONE).reused > 0
    assert digests(place) == whole


def test_a_shard_whose_record_was_lost_is_made_again_or_removed(tmp_path: Path, place: StoreAddress) -> None:
    root = write_files(
        tmp_path / "in", {f"{n}.png": encoded(smooth_picture(20 + n, 20), "PNG") for n in range(6)}
    )
    job = sharded_to(root, place)
    stop_after(job, 5)
    objects = Objects(place)
    objects.delete([name for name in objects_in(place) if name.startswith(JOURNAL)])
    assert len(heads(place)) == 2
    for number in range(4):
        (root / f"{number}.png").unlink()
    run_export(job, ONE)
    run_export(replace(job, store=None, out=tmp_path / "out"), ONE)
    assert digests(place) == contents(tmp_path / "out")


def test_another_export_takes_the_place_of_shards(
    dataset: Path, place: StoreAddress, whole: Mapping[str, str]
) -> None:
    stop_after(sharded_to(dataset, place, seed=5), 4)
    assert heads(place)
    run_export(sharded_to(dataset, place, shards=0, copies=0), RunOptions(workers=1, overwrite=True))
    assert not heads(place)
    run_export(sharded_to(dataset, place), RunOptions(workers=1, overwrite=True))
    assert digests(place) == whole
    run_export(sharded_to(dataset, place, shards=0, copies=0), RunOptions(workers=1, overwrite=True))
    assert not heads(place)
    assert SHARDS not in objects_in(place)


def test_what_somebody_else_put_there_stays(dataset: Path, place: StoreAddress) -> None:
    stop_after(sharded_to(dataset, place), 1)
    Objects(place).put("data-000000.tar", b"mine")
    with pytest.raises(ExportError, match=r"data-000000\.tar is in the place of a shard"):
        run_export(sharded_to(dataset, place), ONE)
    assert Objects(place).get("data-000000.tar") == b"mine"


def test_what_is_not_as_recorded_is_found(dataset: Path, place: StoreAddress) -> None:
    run_export(sharded_to(dataset, place), ONE)
    objects = Objects(place)
    data = bytearray(objects.get("data-000001.tar") or b"")
    data[600] ^= 1
    objects.put("data-000001.tar", bytes(data))
    objects.delete(("data-000002.tar",))
    objects.put("data-000009.tar", b"more")
    found = told("verify", place)
    assert found.exit_code == 1
    lines = found.stdout.splitlines()
    assert lines[0] == "data-000001.tar: it was changed after the export wrote it"
    assert "data-000002.tar: missing" in lines
    assert lines[-1] == "data-000009.tar: no line of the manifest names it"
    assert any("its bytes in data-000001.tar changed" in line for line in lines)
    assert not any("data-000000.tar" in line for line in lines)


def test_an_output_is_made_again_from_its_line_there(
    dataset: Path, place: StoreAddress, tmp_path: Path
) -> None:
    run_export(sharded_to(dataset, place), ONE)
    command = ("render", dataset / "a/0.jpg", "-o", tmp_path / "o.png", "--from-manifest")
    made = told(*command, f"{place}/{MANIFEST}:2")
    assert made.exit_code == 0, made.output
    assert "the manifest's pixels" in made.output
    assert f"{place}/none is no manifest" in refused(*command, f"{place}/none:2")
    assert "there is no line 99" in refused(*command, f"{place}/{MANIFEST}:99")
