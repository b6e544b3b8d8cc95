"""Shards are the same whoever makes them, however often that is interrupted; readers take them as meant."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import webdataset
from PIL import Image

from augstudio.assets import labelled_sample
from augstudio.core.image import size_of
from augstudio.datasets.base import Sample
from augstudio.errors import ExportError
from augstudio.export import ExportJob, RunOptions, estimate_export, run_export
from augstudio.export.engine import Assignment, Result
from augstudio.export.files import MANIFEST, SHARDS
from augstudio.export.manifest import Output
from augstudio.export.part import Part
from augstudio.export.reading.outputs import OutputSample
from augstudio.export.reading.reader import open_export
from augstudio.export.reading.verify import Verification, shown
from augstudio.export.reordering import Reordering
from augstudio.export.run_task import Done
from augstudio.export.shards.members import END, member
from augstudio.export.shards.names import member_stem
from augstudio.export.tasks import Task
from tests.commands import refused, told
from tests.export.jobs import job_for, manifest, stop_after
from tests.export.killing import run_and_kill
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture

ONE = RunOptions(workers=1)
LIMIT = 30_000
LEFT_OPEN = pytest.mark.filterwarnings(
    "ignore:unclosed file:ResourceWarning",
    "ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning",
)
"""WebDataset leaves the closing of its files to the collector."""


def sharded(dataset: Path, out: Path, **options: Any) -> ExportJob:
    return job_for(dataset, out, **{"format": "jpeg", "shards": LIMIT, **options})


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two splits with pictures of three classes, one of which cannot be read."""
    root = tmp_path_factory.mktemp("data") / "in"
    small_dataset(root / "train", 11)
    small_dataset(root / "val", 5)
    return write_files(root, {"train/b/broken.jpg": b"\xff\xd8\xff nothing", "train/c/empty.png": b""})


@pytest.fixture(scope="module")
def whole(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    run_export(sharded(dataset, out), ONE)
    return out


def samples(shard: Path) -> Iterator[dict[str, bytes]]:
    """The samples of a shard as Python's own reader gives them: members by what is behind the first dot."""
    found: dict[str, dict[str, bytes]] = {}
    with tarfile.open(shard) as tar:
        for item in tar:
            assert (item.mtime, item.uid, item.gid, item.mode) == (0, 0, 0, 0o644)
            assert (item.uname, item.gname) == ("", "")
            folder, _, name = item.name.rpartition("/")
            base, _, suffix = name.partition(".")
            file = tar.extractfile(item)
            assert file is not None
            found.setdefault(f"{folder}/{base}", {})[suffix] = file.read()
    yield from found.values()


def test_the_shards_hold_what_files_would(dataset: Path, whole: Path, tmp_path: Path) -> None:
    files = sharded(dataset, tmp_path / "files", shards=0)
    run_export(files, ONE)
    listed = json.loads((whole / SHARDS).read_text())
    assert len(listed["shards"]) > 4
    assert listed["classes"] == ["a", "b", "c"]
    found = {}
    for shard in listed["shards"]:
        data = (whole / shard["file"]).read_bytes()
        assert shard["bytes"] == len(data) <= LIMIT
        assert shard["sha256"] == hashlib.sha256(data).hexdigest()
        read = list(samples(whole / shard["file"]))
        assert len(read) == shard["samples"]
        for sample in read:
            assert list(sample) == ["jpg", "json", "cls"]
            described = json.loads(sample["json"])
            assert described["sha256"] == hashlib.sha256(sample["jpg"]).hexdigest()
            assert listed["classes"][int(sample["cls"])] == described["class"]
            assert described["split"] == shard["split"]
            found[described["key"], described["copy"]] = described["sha256"]
    assert found == {(line["key"], line["copy"]): line["sha256"] for line in manifest(files.out)}
    assert [(line["key"], line["copy"]) for line in manifest(whole)] == list(found)


def test_two_workers_write_the_same_bytes(dataset: Path, whole: Path, tmp_path: Path) -> None:
    run_export(sharded(dataset, tmp_path / "out"), RunOptions(workers=2))
    assert contents(tmp_path / "out") == contents(whole)


@pytest.mark.parametrize("stops", [(1,), (3, 5), (0, 6, 6, 9, 14)])
def test_an_export_that_was_stopped_goes_on(
    stops: tuple[int, ...], dataset: Path, whole: Path, tmp_path: Path
) -> None:
    job = sharded(dataset, tmp_path / "out")
    for stop in stops:
        stop_after(job, stop)
        assert not (job.out / MANIFEST).exists()
    found = estimate_export(job, ONE)
    report = run_export(job, ONE)
    assert contents(job.out) == contents(whole)
    assert (report.reused > 0) == (stops[-1] > 4), "shards that are whole stay"
    assert found is not None
    assert found.present_files == report.reused
    after = estimate_export(job, ONE)
    assert after is not None
    assert after.present_files == len(manifest(whole))
    shards = [path.stat().st_size for path in whole.glob("*.tar")]
    assert after.present_bytes == sum(shards) - len(shards) * len(END)
    assert 0.6 < after.bytes / after.present_bytes < 1.6


def test_an_export_that_was_killed_in_a_shard_goes_on(dataset: Path, whole: Path, tmp_path: Path) -> None:
    job = sharded(dataset, tmp_path / "out")
    run_and_kill(job, after=6)
    assert any(job.out.glob("*.tar"))
    assert run_export(job, ONE).reused > 0
    assert contents(job.out) == contents(whole)


def test_a_finished_export_stays_as_it_is(whole: Path, dataset: Path, tmp_path: Path) -> None:
    out = write_files(tmp_path / "out", {path.name: path.read_bytes() for path in whole.iterdir()})
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.tar")}
    report = run_export(sharded(dataset, out), ONE)
    assert (report.written, report.reused) == (0, len(manifest(whole)))
    assert {path.name: path.stat().st_mtime_ns for path in out.glob("*.tar")} == before
    assert contents(out) == contents(whole)


CHANGES: dict[str, dict[str, int | None]] = {
    "a new picture at the start": {"train/a/00.jpg": 31},
    "a new picture at the end": {"val/c/zz.png": 31},
    "a picture less": {"train/b/3.bmp": None},
    "the first one less": {"train/a/0.jpg": None},
    "the last one less": {"val/b/3.bmp": None},
    "another picture": {"train/b/5.png": 60},
    "one that can be read now": {"train/b/broken.jpg": 33},
    "another class": {"train/aa/1.jpg": 20},
    "half of them less": {
        f"train/{'ab'[n % 2]}/{n}.{s}": None for n, s in ((4, "jpg"), (5, "png"), (6, "webp"))
    },
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("stop", [None, 8])
def test_a_changed_dataset_gives_the_shards_of_a_new_export(
    change: str, stop: int | None, tmp_path: Path, dataset: Path
) -> None:
    source = write_files(
        tmp_path / "in",
        {path.relative_to(dataset).as_posix(): path.read_bytes() for path in dataset.rglob("*.*")},
    )
    job = sharded(source, tmp_path / "out")
    if stop is None:
        run_export(job, ONE)
    else:
        stop_after(job, stop)
    for name, side in CHANGES[change].items():
        (source / name).unlink(missing_ok=True)
        if side is not None:
            write_files(source, {name: encoded(smooth_picture(side, side), "PNG")})
    run_export(job, ONE)
    fresh = replace(job, out=tmp_path / "fresh")
    run_export(fresh, ONE)
    assert contents(job.out) == contents(fresh.out)
    assert not list(Verification(job.out).differences())


@LEFT_OPEN
def test_names_stay_apart_and_come_back(tmp_path: Path) -> None:
    names = (
        "a.b.png",
        "a.c.png",
        "a.png",
        "__x__/y.png",
        "v1.2/100%2E.png",
        "__meta.png",
        "v1.2/100..png",
        "長" * 50 + ".png",
    )
    pictures = {name: encoded(smooth_picture(8, 6 + number), "PNG") for number, name in enumerate(names)}
    job = sharded(write_files(tmp_path / "in", pictures), tmp_path / "out", format="keep", copies=1)
    report = run_export(job, ONE)
    assert not report.skipped
    shards = [str(path) for path in sorted(job.out.glob("*.tar"))]
    read = list(webdataset.WebDataset(shards, shardshuffle=False))
    assert len(read) == 2 * len(names)
    found = set()
    for sample in read:
        described = json.loads(sample["json"])
        found.add((described["key"], described["copy"]))
        key = sample["__key__"] if not described["copy"] else sample["__key__"].rpartition("__aug")[0]
        assert f"{unquote(key)}.png" == described["key"]
        assert described["sha256"] == hashlib.sha256(sample["png"]).hexdigest()
    assert found == {(name, copy) for name in names for copy in (0, 1)}


def test_only_names_that_need_it_have_a_pax_header() -> None:
    assert len(member("a" * 100, b"x")) == 2 * 512
    assert len(member("長" * 34, b"x")) == 4 * 512
    with tarfile.open(fileobj=io.BytesIO(member("長" * 34, b"x") + bytes(1024))) as tar:
        assert tar.getnames() == ["長" * 34]


def test_names_of_samples_have_no_dots() -> None:
    for path in ("a.b/c.d", "__a/__b", ".a/..b", "100%/2E", "a%2Eb", "plain__aug001"):
        name = member_stem(path)
        assert "." not in name
        assert not any(part.startswith("__") for part in name.split("/"))
        assert unquote(name) == path


@LEFT_OPEN
def test_webdataset_decodes_the_samples(whole: Path) -> None:
    for sample in webdataset.WebDataset(str(whole / "val-000000.tar"), shardshuffle=False).decode("rgb8"):
        described = sample["json"]
        assert sample["jpg"].shape == (described["height"], described["width"], 3)
        assert sample["cls"] in (0, 1)
        assert isinstance(json.loads(described["draws"]), list)


MEMBERS = {
    "yolo": ["jpg", "json", "labels.txt"],
    "voc": ["jpg", "json", "annotations.xml", "segmentationclass.png", "segmentationobject.png"],
    "labelme": ["jpg", "json", "labels.json.txt"],
    "coco": ["jpg", "json"],
}


def numbers_in(read: list[dict[str, bytes]], name: str) -> set[int]:
    """The numbers by which labels mean classes."""
    if name == "yolo":
        return {int(row.split()[0]) for sample in read for row in sample["labels.txt"].splitlines()}
    if name == "voc":
        maps = [Image.open(io.BytesIO(sample["segmentationclass.png"])) for sample in read]
        return {int(value) for found in maps for value in found.tobytes()}
    if name == "coco":
        entries = [json.loads(json.loads(sample["json"])["labels"]) for sample in read]
        return {row["category_id"] for entry in entries for row in entry["annotations"]}
    return set()


@pytest.mark.parametrize("name", MEMBERS)
def test_labels_stand_in_every_sample(name: str, tmp_path: Path) -> None:
    job = sharded(labelled_sample(), tmp_path / "out", to_format=name, copies=1, shards=10_000_000)
    job = replace(job, accept_loss=True)
    run_export(job, ONE)
    (train,) = sorted(job.out.glob("train*.tar"))
    read = list(samples(train))
    assert {tuple(sample) for sample in read} == {tuple(MEMBERS[name])}
    texts = [json.loads(sample["json"])["labels"] for sample in read]
    assert any(map(json.loads, filter(None, texts))) == (name == "coco")
    told = json.loads((job.out / SHARDS).read_text())["labels"]
    assert told["format"] == name
    classes = {item.get("number"): item["name"] for item in told["classes"]}
    assert numbers_in(read, name) <= {*classes, *((0, 255) if name == "voc" else ())}
    assert (None in classes) == (name == "labelme")
    cat = next(sample for sample in read if "tabby-cat" in json.loads(sample["json"])["key"])
    assert "cat" in {classes.get(number) for number in numbers_in([cat], name)} or name == "labelme"
    assert not list(Verification(job.out).differences())
    assert not list(Verification(job.out, labelled_sample()).differences())
    before = contents(job.out)
    assert run_export(job, ONE).written == 0
    assert contents(job.out) == before


def test_an_export_of_shards_is_verified_and_made_again(dataset: Path, whole: Path, tmp_path: Path) -> None:
    assert told("verify", whole, "--pixels", "--dataset", dataset).exit_code == 0
    line = next(n for n, line in enumerate(manifest(whole), start=1) if line["copy"] == 2)
    key = manifest(whole)[line - 1]["key"]
    made = told(
        "render", dataset / key, "-o", tmp_path / "o.png", "--from-manifest", f"{whole / MANIFEST}:{line}"
    )
    assert made.exit_code == 0, made.output


def test_an_export_of_shards_is_opened(dataset: Path, whole: Path) -> None:
    opened = open_export(whole, (dataset,))
    for sample in list(opened.samples())[::17]:
        assert isinstance(sample, OutputSample)
        output = opened.outputs.output(sample)
        assert sample.class_name == output.key.split("/")[1]
        assert sample.split == output.key.split("/")[0]
        assert hashlib.sha256(opened.outputs.read_bytes(sample)).hexdigest() == output.sha256
        assert size_of(opened.outputs.read(sample)) == (output.width, output.height)
        assert max(size_of(opened.outputs.thumbnail(sample, 16))) == 16
        assert opened.outputs.state(sample).size <= LIMIT
        assert opened.compare(sample).reasons == ()


@pytest.mark.parametrize(
    ("place", "reason"), [(600, "its bytes in"), (1700, "its JSON in"), (0, "where the line")]
)
def test_a_changed_byte_is_found(place: int, reason: str, whole: Path, tmp_path: Path) -> None:
    out = write_files(tmp_path / "out", {path.name: path.read_bytes() for path in whole.iterdir()})
    shard, output = (
        out / "train-000001.tar",
        next(
            Output.from_line(line.encode())
            for line in (whole / MANIFEST).read_text().splitlines()
            if json.loads(line)["shard"]["file"] == "train-000001.tar"
        ),
    )
    assert output is not None
    data = bytearray(shard.read_bytes())
    place = data.index(b'"copy"') if place == 1700 else place
    data[place] ^= 1
    shard.write_bytes(data)
    found = [shown(item) for item in Verification(out).differences()]
    assert found[0] == "train-000001.tar: it was changed after the export wrote it"
    assert any(item.startswith(output.file) and reason in item for item in found)


def test_what_somebody_else_put_there_stays(dataset: Path, whole: Path, tmp_path: Path) -> None:
    job = sharded(dataset, tmp_path / "out")
    stop_after(job, 1)
    write_files(job.out, {"train-000000.tar": b"mine"})
    with pytest.raises(ExportError, match=r"train-000000\.tar is in the place of a shard"):
        run_export(job, ONE)
    assert (job.out / "train-000000.tar").read_bytes() == b"mine"
    run_export(replace(job, replace_edited=True), ONE)
    assert contents(job.out) == contents(whole)


def test_another_export_takes_the_place_of_shards(dataset: Path, whole: Path, tmp_path: Path) -> None:
    out = write_files(tmp_path / "out", {path.name: path.read_bytes() for path in whole.iterdir()})
    files = sharded(dataset, out, shards=0, copies=0)
    run_export(files, RunOptions(workers=1, overwrite=True))
    assert not list(out.glob("*.tar"))
    assert not (out / SHARDS).exists()
    run_export(sharded(dataset, out), RunOptions(workers=1, overwrite=True))
    assert contents(out) == contents(whole)


def test_options_that_make_no_sense_together_are_refused(dataset: Path, tmp_path: Path) -> None:
    command = ("export", dataset, tmp_path / "out", "--shards")
    assert "format: shards need one kind of picture" in refused(*command, "1GB")
    assert "format: shards need one kind of picture" in refused(*command, "1GB", "--dry-run")
    assert "--shards: must be a size such as 1GB" in refused(*command, "much")
    assert "--shards: must be from 10KB" in refused(*command, "5")
    assert "such as --shards 10000samples" in refused(*command, "1GB", "--part", "0/2")
    assert "--shards: the number of samples must be from 1 to" in refused(*command, "0samples")
    with pytest.raises(ExportError, match="--part"):
        run_export(replace(sharded(dataset, tmp_path / "out"), part=Part(2, 0)), ONE)
    assert not (tmp_path / "out").exists()


def test_results_that_wait_find_room_in_a_file() -> None:
    spill = io.BytesIO()
    order = Reordering(spill, most_bytes=10)
    seen = []
    for number in range(7):
        order.expect(number)
    for number in (3, 1, 4, 2, 0, 6, 5):
        task = Task(Sample(str(number), ""), ())
        order.put(Result(Assignment(number, task), Done((), 1, (), (bytes([number]) * 6, b"x"))))
        seen += [(item.assignment.number, item.outcome) for item in order.ready()]
        assert number != 1 or spill.getvalue(), "not all of it stays in memory"
    assert [number for number, _ in seen] == list(range(7))
    for number, outcome in seen:
        assert isinstance(outcome, Done)
        assert outcome.packed == (bytes([number]) * 6, b"x")
    assert not spill.getvalue()
