"""Which format a dataset is taken for, and references that open it again."""

from __future__ import annotations

import inspect
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final

import pytest

import augstudio.datasets
from augstudio.datasets import base
from augstudio.datasets.base import DatasetReference, Sample, Skipped, only_samples
from augstudio.datasets.file_state import file_state
from augstudio.datasets.formats import FORMATS, open_dataset, opened_if_possible, recognised_format, reopened
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError, ExportError
from augstudio.export import RunOptions, TaskContext, estimate_export, run_export
from augstudio.export.run_task import run_task
from augstudio.images.reading import read_image
from tests.commands import told
from tests.datasets import list_file, zip_file
from tests.datasets.list_file import NAME, written_list
from tests.datasets.zip_file import work_with_formats, written_zip
from tests.export.jobs import job_for, tasks
from tests.folders import contents, small_dataset


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that knows two formats more, in its worker processes too."""
    monkeypatch.setitem(FORMATS, NAME, list_file.FORMAT)
    monkeypatch.setitem(FORMATS, zip_file.NAME, zip_file.FORMAT)
    monkeypatch.setattr("augstudio.export.engines.pool.work", work_with_formats)


def _dataset_classes() -> Iterator[type]:
    """All classes of the program that list samples."""
    for module in walk_packages(augstudio.datasets.__path__, "augstudio.datasets."):
        for _, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and hasattr(kind, "samples") and kind not in _PROTOCOLS:
                yield kind


_PROTOCOLS: Final = (base.SampleSource, base.Dataset)


@pytest.mark.parametrize("kind", tuple(_dataset_classes()))
def test_arguments_have_the_protocols_names(kind: type) -> None:
    """They are given by name, and an inherited method is not compared with the protocol by type checkers."""
    methods = inspect.getmembers(base.Dataset, inspect.isfunction)
    assert methods
    for name, method in methods:
        if not name.startswith("_"):
            own = list(inspect.signature(getattr(kind, name)).parameters)
            assert own == list(inspect.signature(method).parameters), name


@pytest.mark.usefixtures("lists")
def test_a_format_is_taken_by_what_a_path_is(tmp_path: Path) -> None:
    folder = small_dataset(tmp_path / "in")
    assert recognised_format(folder) == "image-folder"
    assert recognised_format(written_list(folder)) == NAME
    assert recognised_format(tmp_path / "missing") == "image-folder"


def test_a_folder_of_pictures_opens_without_the_readers_of_other_formats(tmp_path: Path) -> None:
    folder = small_dataset(tmp_path / "in", 1)
    (folder / "notes.json").write_text("{}")  # a name that some formats look into
    subprocess.run([sys.executable, "-c", _OPENS, str(folder)], check=True, env=os.environ)


_OPENS: Final = """
import sys
from augstudio.datasets.formats import FORMATS, open_dataset
assert open_dataset(sys.argv[1]).reference.format == "image-folder"
read = [name for name in sys.modules if name.startswith("augstudio.datasets.") and name.endswith(".dataset")]
assert not read, read
"""


def test_all_formats_are_asked_with_one_listing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1000):
        (tmp_path / f"{number}.png").touch()
    seen: list[str] = []
    scandir, listdir = os.scandir, os.listdir

    def noted(name: str) -> str:
        seen.append(name)
        return name

    @contextmanager
    def scanned(path: str | Path) -> Iterator[Iterator[os.DirEntry[str]]]:
        with scandir(path) as entries:
            yield (item for item in entries if noted(item.name))

    monkeypatch.setattr(os, "scandir", scanned)
    monkeypatch.setattr(os, "listdir", lambda path: list(map(noted, listdir(path))))
    assert recognised_format(tmp_path) == "image-folder"
    assert 1000 <= len(seen) < 2000  # some formats look at a few files more by themselves


def test_without_its_line_a_format_is_not_known(tmp_path: Path) -> None:
    file = written_list(small_dataset(tmp_path / "in"))
    with pytest.raises(DatasetError, match="is not a folder"):
        open_dataset(file)
    with pytest.raises(DatasetError, match="there is no dataset format 'list'; there are image-folder"):
        reopened(DatasetReference(file, NAME))


@pytest.mark.usefixtures("lists")
def test_an_archive_gives_pictures_that_have_no_file_of_their_own(tmp_path: Path) -> None:
    folder = small_dataset(tmp_path / "in", 3)
    dataset, files = open_dataset(written_zip(folder)), open_dataset(folder)
    samples, others = list(only_samples(dataset.samples())), list(only_samples(files.samples()))
    assert [(item.key, item.class_name) for item in samples] == [(it.key, it.class_name) for it in others]
    for sample, other in zip(samples, others, strict=True):
        assert sample.path == tmp_path / "archive" / "pictures.zip"
        assert dataset.read_bytes(sample) == other.path.read_bytes()
        assert (dataset.read(sample) == files.read(other)).all()
        assert (dataset.thumbnail(sample, 16) == files.thumbnail(other, 16)).all()


@pytest.mark.usefixtures("lists")
def test_another_format_gives_all_that_a_dataset_gives(tmp_path: Path) -> None:
    root = small_dataset(tmp_path / "in", 3)
    file = written_list(root)
    with file.open("a", encoding="utf-8") as stream:
        stream.write("missing.png\n")
    dataset = open_dataset(file)
    first, *_, last = dataset.samples()
    assert isinstance(first, Sample)
    assert last == Skipped("missing.png", "there is no such file")
    assert [item.key for item in only_samples(dataset.samples())] == ["a/0.jpg", "a/2.webp", "b/1.png"]
    assert (dataset.read(first) == read_image(first.path)).all()
    assert dataset.read_bytes(first) == first.path.read_bytes()
    assert dataset.state(first) == file_state(first.path)
    assert max(dataset.thumbnail(first, 16).shape) == 16
    assert (dataset.has_splits, dataset.reference) == (False, DatasetReference(file, NAME))


@pytest.mark.parametrize(
    "reference",
    [
        DatasetReference(Path("/pictures/猫 1")),
        DatasetReference(
            Path("/pictures"),
            "image-folder",
            Stated((("dev", "val"),), ("cat", "dog"), include_copies=True),
            Layout(
                (("train", Split.TRAIN), ("", None)), ("train/images",), ("waste",), (), include_copies=True
            ),
        ),
    ],
)
def test_references_survive_pickling_and_json(reference: DatasetReference) -> None:
    assert pickle.loads(pickle.dumps(reference)) == reference
    assert DatasetReference.from_dict(json.loads(json.dumps(reference.to_dict()))) == reference
    assert hash(reference) == hash(DatasetReference.from_dict(reference.to_dict()))


@pytest.mark.parametrize(
    "change", [{"layout": []}, {"stated": {}}, {"path": 1}, {"layout": {"splits": {"a": "b"}}}]
)
def test_damaged_references_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(DatasetError, match="the reference to a dataset is damaged"):
        DatasetReference.from_dict({**DatasetReference(Path("in")).to_dict(), **change})


def test_a_reference_keeps_the_layout_of_its_time(tmp_path: Path) -> None:
    root = small_dataset(tmp_path / "in")
    for old, new in (("a", "train"), ("b", "val")):
        (root / old).rename(root / new)
    reference = open_dataset(root).reference
    assert reference == DatasetReference(root, "image-folder", Stated(), reference.layout)
    (root / "val").rename(root / "other")
    again = reopened(pickle.loads(pickle.dumps(reference)))
    assert again.layout == reference.layout
    splits = {item.key.split("/")[0]: item.split for item in only_samples(again.samples())}
    assert splits == {"train": Split.TRAIN, "other": Split.OTHER}
    assert open_dataset(root).layout != reference.layout


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("written", [written_list, written_zip])
def test_another_format_can_be_previewed(tmp_path: Path, written: Callable[[Path], Path]) -> None:
    folder = small_dataset(tmp_path / "in", 3)
    for name, dataset in (("other", written(folder)), ("folder", folder)):
        result = told("preview", dataset, tmp_path / f"{name}.png", "--image", "b/1.png")
        assert result.exit_code == 0, result.output
    assert (tmp_path / "other.png").read_bytes() == (tmp_path / "folder.png").read_bytes()


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("written", [written_list, written_zip])
def test_another_format_can_be_exported(
    tmp_path: Path, written: Callable[[Path], Path], workers: int
) -> None:
    folder = small_dataset(tmp_path / "in", 3)
    for name, dataset, count in (("other", written(folder), workers), ("folder", folder, 1)):
        job = job_for(dataset, tmp_path / name)
        estimate = estimate_export(job)
        assert estimate is not None
        assert (estimate.files, estimate.sampled, estimate.unreadable) == (9, 3, ())
        report = run_export(job, RunOptions(workers=count))
        assert (report.written, report.skipped) == (9, ())
    assert contents(tmp_path / "other") == contents(tmp_path / "folder")


@pytest.mark.usefixtures("lists")
def test_what_a_sample_is_kept_in_counts_when_it_is_exported_again(tmp_path: Path) -> None:
    folder = small_dataset(tmp_path / "in", 3)
    job = job_for(written_zip(folder), tmp_path / "out")
    run_export(job, RunOptions(workers=1))
    before = contents(job.out)
    assert run_export(job, RunOptions(workers=1)).reused == 9
    (folder / "b" / "1.png").write_bytes((folder / "a" / "0.jpg").read_bytes())
    written_zip(folder)
    again = run_export(job, RunOptions(workers=1))
    assert (again.written, again.reused) == (3, 6)
    assert {name for name, digest in contents(job.out).items() if before[name] != digest} > {
        "b/1.png",
        "b/1__aug001.png",
        "b/1__aug002.png",
    }


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("is_open", [False, True])
def test_a_dataset_that_is_gone_when_its_tasks_run_is_the_reason_of_each(
    tmp_path: Path, *, is_open: bool
) -> None:
    file = written_zip(small_dataset(tmp_path / "in", 2))
    job = job_for(file, tmp_path / "out")
    found = tasks(job)
    context = TaskContext(dataset=reopened(job.source) if is_open else None)
    file.unlink()
    assert opened_if_possible(job.source) is None
    for task in found:
        outcome = run_task(task, job, context=context)
        assert isinstance(outcome, Skipped)
        assert "cannot be read: No such file" in outcome.reason


@pytest.mark.usefixtures("lists")
def test_the_format_that_a_job_names_counts(tmp_path: Path) -> None:
    file = written_list(small_dataset(tmp_path / "in", 1)).rename(tmp_path / "in" / "pictures.txt")
    job = job_for(file, tmp_path / "out")
    assert len(tasks(replace(job, dataset_format=NAME))) == 1
    assert run_export(replace(job, dataset_format=NAME), RunOptions(workers=1)).written == 3
    for changed, reason in (
        (job, "is not a folder"),
        (replace(job, dataset_format="lists"), "no dataset format 'lists'"),
    ):
        with pytest.raises(ExportError, match=reason):
            run_export(changed, RunOptions(workers=1))
