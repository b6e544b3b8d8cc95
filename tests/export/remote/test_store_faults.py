"""What a store holds is whole, whatever fails; and what fails is told of without secrets."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.files import MANIFEST
from augstudio.export.remote.workspace import StoreWorkspace
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from tests.commands import refused
from tests.export.jobs import job_for
from tests.export.killing import run_and_kill
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture
from tests.stand_in import KEY, SECRET, environment, objects_in

ONE = RunOptions(workers=1)


def torn() -> Iterator[bytes]:
    yield b"half of it"
    raise OSError(errno.EIO, "the other half is gone")


@pytest.mark.parametrize("file", ["labels/all.json", MANIFEST])
def test_what_fails_in_the_middle_publishes_nothing(
    any_place: StoreAddress, tmp_path: Path, file: str
) -> None:
    (tmp_path / "records").mkdir()
    workspace = StoreWorkspace(any_place, tmp_path / "records")
    workspace.begin()
    for before in ({}, {file: b"as it was"}):
        for name, data in before.items():
            workspace.write(name, (data,))
        with pytest.raises(OSError, match="the other half is gone"):
            workspace.write(file, torn())
        assert objects_in(any_place) == before
    workspace.end()
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


def test_a_check_that_fails_in_the_end_publishes_nothing(place: StoreAddress, tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()

    def check() -> None:
        raise KeyError("no")

    with pytest.raises(KeyError):
        StoreWorkspace(place, tmp_path / "records").write("all.json", (b"x",), check=check)
    assert objects_in(place) == {}


def test_an_export_that_a_store_refuses_goes_on_later(
    place: StoreAddress, dataset: Path, tmp_path: Path
) -> None:
    job, put, count = replace(job_for(dataset, Path()), store=place), Objects._put, 0

    def fails_once(self: Objects, name: str, *others: object) -> object:
        nonlocal count
        count += name.startswith("b/")
        if count == 2:
            count += 1
            raise OSError(errno.EIO, "the store is gone", self.address.place(name))
        return put(self, name, *others)  # type: ignore[arg-type]

    with (
        mock.patch.object(Objects, "_put", fails_once),
        pytest.raises(ExportError, match=rf"cannot write {place}/b/.*: the store is gone; the same export"),
    ):
        run_export(job, ONE)
    assert run_export(job, ONE).reused > 0
    run_export(job_for(dataset, tmp_path / "out"), ONE)
    assert {name: len(data) for name, data in objects_in(place).items()} == {
        name: (tmp_path / "out" / name).stat().st_size for name in contents(tmp_path / "out")
    }


def test_a_killed_export_goes_on_to_the_same_bytes(
    s3: Callable[[], StoreAddress], dataset: Path, tmp_path: Path
) -> None:
    place = s3()
    run_and_kill(replace(job_for(dataset, Path()), store=place), after=3)
    assert MANIFEST not in objects_in(place)
    run_export(replace(job_for(dataset, Path()), store=place), ONE)
    run_export(job_for(dataset, tmp_path / "out"), ONE)
    there = objects_in(place)
    assert there == {name: (tmp_path / "out" / name).read_bytes() for name in contents(tmp_path / "out")}


def test_a_picture_whose_name_no_object_can_have_is_left_out(place: StoreAddress, tmp_path: Path) -> None:
    picture = encoded(smooth_picture(20, 20), "PNG")
    root = write_files(tmp_path / "in", {"a/1.png": picture, "a/2\n.png": picture})
    report = run_export(replace(job_for(root, Path()), store=place), ONE)
    (skipped,) = report.skipped
    assert skipped.name == "a/2\n.png"
    assert (
        "cannot be written: a store cannot hold a name with signs that are not to be seen" in skipped.reason
    )


@pytest.mark.parametrize("command", ["export", "verify", "finish"])
@pytest.mark.parametrize(
    "out", ["s3://{0}:{1}@bucket/x", "s3://bucket/x?X-Amz-Credential={0}&X-Amz-Signature={1}", "s3://{1}:9"]
)
def test_secrets_in_an_address_are_not_printed(dataset: Path, command: str, out: str) -> None:
    key, secret = "AKIATOPSECRET", "TOPSECRET"
    address = out.format(key, secret)
    line = refused(*(command, dataset, address)[:: 1 if command == "export" else 2])
    if "@" in out or "?" in out:
        assert "TOPSECRET" not in line


def test_keys_of_the_environment_are_not_printed(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment("http://127.0.0.1:9").items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("augstudio.stores.objects.RETRIES", {"max_retries": 0})
    for command in (
        ("export", dataset, "s3://bucket/x"),
        ("verify", "s3://bucket/x"),
        ("finish", "s3://bucket/x"),
    ):
        line = refused(*command)
        assert "s3://bucket/x" in line
        assert "the store does not answer" in line
        assert KEY not in line
        assert SECRET not in line
