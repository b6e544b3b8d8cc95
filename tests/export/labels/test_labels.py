"""Labels are written with the pictures, and keep all promises that pictures have."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from augstudio.core.labels import Box
from augstudio.datasets.base import Skipped
from augstudio.datasets.formats import FORMATS, reopened
from augstudio.datasets.label_reading import ImageInfo
from augstudio.errors import ExportError
from augstudio.export import ExportJob, RunOptions, run_export
from augstudio.export.journal import Journal
from augstudio.export.manifest import Output
from augstudio.export.reading.reader import open_export
from augstudio.export.reading.verify import Verification, shown
from augstudio.pipelines import Pipeline
from augstudio.render.labels import relabel
from augstudio.render.resolve import resolve, resolve_recorded
from tests.datasets.note_files import FORMAT, NAME, SHARED, NoteFile, box_rows
from tests.export.jobs import job_for, manifest, shuffled
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

SIZES = {"a": (60, 40), "b": (33, 21), "sub/c": (24, 24), "d": (50, 30)}


@pytest.fixture(autouse=True)
def notes_format() -> Iterator[None]:
    with mock.patch.dict(FORMATS, {NAME: FORMAT}):
        yield


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Four pictures, one of which is not labelled."""
    files = {"classes.txt": b"a\nb\n"}
    for number, (name, size) in enumerate(SIZES.items()):
        files[f"images/{name}.png"] = encoded(smooth_picture(*size), "PNG")
        if name != "d":
            files[f"notes/{name}.json"] = json.dumps(box_rows(size, number + 1), indent=1).encode()
    return write_files(tmp_path / "in", files)


def exported(job: ExportJob) -> dict[str, str]:
    run_export(job, RunOptions(workers=1))
    return contents(job.out)


def test_each_copy_has_its_labels_where_the_pixels_went(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out", seed=5)
    found = exported(job)
    lines = {line["file"]: line for line in manifest(job.out)}
    assert len(lines) == 12
    dataset = reopened(job.source)
    for name, size in SIZES.items():
        source = NoteFile(notes, f"notes/{name}.json", ("a", "b"))
        for copy in (1, 2):
            file = f"notes/{name}__aug{copy:03d}.json"
            if name == "d":
                assert file not in found
                continue
            resolved = resolve(job.pipeline, size, seed=5, key=f"images/{name}.png", copy=copy)
            labels = source.read(ImageInfo(size)).labels
            assert labels is not None
            assert dataset.categories is not None
            moved = relabel(labels, resolved, job.pipeline.labels, dataset.categories)
            boxes = [item.shape for item in moved.labels.instances]
            rows = json.loads((job.out / file).read_bytes())
            assert [Box(*row[1:]) for row in rows] == boxes
            record = lines[f"images/{name}__aug{copy:03d}.png"]["labels"]
            assert record["files"] == {file: found[file]}
            assert record["counts"].get("real", 0) == moved.counts.real


def test_an_unchanged_original_keeps_its_label_file_byte_for_byte(notes: Path, tmp_path: Path) -> None:
    found, before = exported(job_for(notes, tmp_path / "out")), contents(notes)
    for name in ("a", "b", "sub/c"):
        assert found[f"notes/{name}.json"] == before[f"notes/{name}.json"]


def test_they_are_the_same_where_they_were_made_in_another_order_and_place(
    notes: Path, tmp_path: Path
) -> None:
    once = exported(job_for(notes, tmp_path / "one"))
    run_export(job_for(notes, tmp_path / "two"), RunOptions(engine=shuffled))
    assert contents(tmp_path / "two") == once


def test_a_rerun_writes_nothing(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    whole = exported(job)
    report = run_export(job, RunOptions(workers=1))
    assert (report.written, report.reused) == (0, 12)
    assert contents(job.out) == whole


def test_changed_labels_are_made_again_and_nothing_else(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    whole = exported(job)
    write_files(notes, {"notes/a.json": json.dumps(box_rows(SIZES["a"], 2)).encode()})
    assert run_export(job, RunOptions(workers=1)).written == 3
    fresh = exported(job_for(notes, tmp_path / "fresh"))
    assert contents(job.out) == fresh
    pictures = {name for name in fresh if name.endswith(".png")}
    assert all(fresh[name] == whole[name] for name in pictures)


def test_a_lost_label_file_is_made_again(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    whole = exported(job)
    (job.out / "notes/a__aug001.json").unlink()
    (job.out / "notes/b.json").write_bytes(b"")
    assert run_export(job, RunOptions(workers=1)).written == 2
    assert contents(job.out) == whole


def test_an_edited_label_file_stays_and_is_told_of(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    exported(job)
    (job.out / "notes/a__aug001.json").write_bytes(b"[] ")
    report = run_export(job, RunOptions(workers=1))
    assert [item.name for item in report.skipped] == ["notes/a__aug001.json"]
    assert (job.out / "notes/a__aug001.json").read_bytes() == b"[] "


def test_a_foreign_file_in_the_place_of_labels_leaves_the_picture_out(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    exported(job_for(notes, tmp_path / "out", copies=2))
    for name in ("manifest.jsonl",):
        lines = (job.out / name).read_bytes().splitlines(keepends=True)
        (job.out / name).write_bytes(b"".join(line for line in lines if b'"images/a.png"' not in line))
    (job.out / "notes/a__aug001.json").write_bytes(b"mine")
    report = run_export(job, RunOptions(workers=1))
    assert "notes/a__aug001.json is there already" in report.skipped[0].reason
    assert (job.out / "notes/a__aug001.json").read_bytes() == b"mine"


def test_labels_that_cannot_be_used_leave_their_picture_out(notes: Path, tmp_path: Path) -> None:
    write_files(notes, {"notes/a.json": b"{"})
    job = job_for(notes, tmp_path / "out")
    report = run_export(job, RunOptions(workers=1))
    assert [(item.name, item.reason) for item in report.skipped] == [
        ("images/a.png", "notes/a.json is not JSON")
    ]
    assert not [name for name in contents(job.out) if "/a" in name]


def test_two_pictures_never_share_a_label_file(notes: Path, tmp_path: Path) -> None:
    picture = encoded(smooth_picture(20, 20), "JPEG")
    write_files(notes, {"images/a.jpg": picture, "images/b__aug002.jpg": picture})
    report = run_export(job_for(notes, tmp_path / "out"), RunOptions(workers=1))
    assert {item.name for item in report.skipped} == {"images/a.png", "images/b__aug002.jpg"}
    assert "its labels notes/a.json would replace those of images/a.jpg" in report.skipped[0].reason
    assert "would replace those of images/b.png" in report.skipped[1].reason


def test_a_picture_that_goes_takes_its_labels_along(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    exported(job)
    (notes / "images/a.png").rename(notes / "images/a.bmp")
    (notes / "images/a.bmp").write_bytes(encoded(smooth_picture(60, 40), "BMP"))
    (notes / "images/b.png").unlink()
    assert exported(job) == exported(job_for(notes, tmp_path / "fresh"))


def test_fewer_copies_leave_no_labels_behind(notes: Path, tmp_path: Path) -> None:
    exported(job_for(notes, tmp_path / "out", copies=3))
    run_export(job_for(notes, tmp_path / "out", copies=1), RunOptions(workers=1, overwrite=True))
    assert contents(tmp_path / "out") == exported(job_for(notes, tmp_path / "fresh", copies=1))


def test_a_line_with_labels_is_read_back_as_it_was_written(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    exported(job)
    for line in (job.out / "manifest.jsonl").read_bytes().splitlines(keepends=True):
        record = Output.from_line(line)
        assert record is not None
        assert record.to_line().encode() == line
        assert json.loads(line)["version"] == 3


def test_the_pictures_are_those_of_an_export_without_labels(notes: Path, tmp_path: Path) -> None:
    whole = exported(job_for(notes, tmp_path / "out", Pipeline.default()))
    plain = ExportJob(
        notes, tmp_path / "plain", Pipeline.default(), job_for(notes, notes).options, as_image_folder=True
    )
    alone = {name: digest for name, digest in exported(plain).items() if name.endswith(".png")}
    assert alone == {name: digest for name, digest in whole.items() if name.endswith(".png")}
    assert not any("notes" in name for name in contents(tmp_path / "plain"))
    assert hashlib.sha256(b"").hexdigest() not in whole.values()


def numbered(out: Path) -> list[dict[str, object]]:
    """The lines of the file that numbers the boxes of all pictures."""
    lines: list[dict[str, object]] = json.loads((out / SHARED).read_bytes())[:-1]
    return lines


def test_a_file_that_all_pictures_share_is_counted_in_the_plans_order(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out", copies=1)
    exported(job)
    lines = numbered(job.out)
    assert [line["file"] for line in lines] == [line["file"] for line in manifest(job.out)]
    first = 1
    for line in lines:
        assert line["first"] == first
        first += int(str(line["boxes"]))
    assert first > 10
    assert (job.out / "classes.txt").read_bytes() == b"a\nb\n"


def test_a_cancelled_export_goes_on_to_the_same_shared_files(notes: Path, tmp_path: Path) -> None:
    whole = exported(job_for(notes, tmp_path / "whole"))
    job = job_for(notes, tmp_path / "out")
    seen: list[object] = []
    stopped = run_export(job, RunOptions(workers=1), on_progress=seen.append, cancelled=lambda: len(seen) > 2)
    assert stopped.cancelled
    assert SHARED not in contents(job.out)
    assert run_export(job, RunOptions(workers=1)).reused > 0
    assert contents(job.out) == whole


def test_an_export_that_ended_before_its_records_did_goes_on(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    whole = exported(job)
    write_files(notes, {"notes/a.json": json.dumps(box_rows(SIZES["a"], 3)).encode()})
    with (
        mock.patch.object(Journal, "write_manifest", side_effect=OSError("unplugged")),
        pytest.raises(ExportError, match="unplugged"),
    ):
        run_export(job, RunOptions(workers=1))
    assert contents(job.out)[SHARED] != whole[SHARED]
    write_files(notes, {"notes/a.json": json.dumps(box_rows(SIZES["a"], 1), indent=1).encode()})
    report = run_export(job, RunOptions(workers=1))
    assert report.skipped == ()
    assert contents(job.out) == whole


def test_an_edited_shared_file_stays_unless_it_shall_be_replaced(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out")
    whole = exported(job)
    (job.out / "classes.txt").write_bytes(b"mine\n")
    report = run_export(job, RunOptions(workers=1))
    assert [item.name for item in report.skipped] == ["classes.txt"]
    assert (job.out / "classes.txt").read_bytes() == b"mine\n"
    run_export(replace(job, replace_edited=True), RunOptions(workers=1))
    assert contents(job.out) == whole


def test_nothing_of_a_replaced_export_stays(notes: Path, tmp_path: Path) -> None:
    exported(job_for(notes, tmp_path / "out"))
    plain = replace(job_for(notes, tmp_path / "out"), as_image_folder=True)
    with pytest.raises(ExportError, match="another export"):
        run_export(plain, RunOptions(workers=1))
    run_export(plain, RunOptions(workers=1, overwrite=True))
    fresh = exported(replace(plain, out=tmp_path / "fresh"))
    assert contents(plain.out) == fresh


def test_problems_are_told_and_kept_with_file_and_line(notes: Path, tmp_path: Path) -> None:
    rows = [*box_rows(SIZES["a"], 1), ["c", 1, 2, 3, 4]]
    write_files(notes, {"notes/a.json": json.dumps(rows).encode(), "classes.txt": b"a\nb\nb\n"})
    job = job_for(notes, tmp_path / "out")
    expected = [("classes.txt", 0, "b stands there twice"), ("notes/a.json", 2, "there is no class c")]
    seen: list[object] = []
    run_export(job, RunOptions(workers=1), on_progress=seen.append, cancelled=lambda: len(seen) > 2)
    for report in (run_export(job, RunOptions(workers=1)), run_export(job, RunOptions(workers=1))):
        assert report.labels is not None
        problems = report.labels.problems
        assert [(item.file, item.line, item.reason) for item in problems] == expected
        lines = (job.out / "problems.jsonl").read_text(encoding="utf-8").splitlines()
        assert [tuple(json.loads(line).values()) for line in lines] == expected
    assert list(Verification(job.out, notes).differences()) == []


Damage = Callable[[Path], object]
DAMAGES: list[tuple[Damage, str]] = [
    (
        lambda out: (out / "notes/a__aug001.json").write_bytes(b"[]"),
        "notes/a__aug001.json: its bytes changed",
    ),
    (lambda out: (out / "notes/a__aug001.json").unlink(), "notes/a__aug001.json: missing"),
    (lambda out: (out / "all.json").write_bytes(b"[]"), "all.json: it was changed after"),
    (lambda out: (out / "classes.txt").unlink(), "classes.txt: missing"),
    (lambda out: (out / "labels.jsonl").write_bytes(b"{}\n"), "labels.jsonl: it was changed after"),
    (lambda out: (out / "labels.jsonl").unlink(), "labels.jsonl: missing"),
    (lambda out: (out / "problems.jsonl").write_bytes(b"{}\n"), "problems.jsonl: it was changed after"),
    (lambda out: (out / "notes/more.json").write_bytes(b"[]"), "notes/more.json: no line of the manifest"),
]


def test_damage_to_labels_is_found_and_mended(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out", copies=1)
    whole = exported(job)
    assert list(Verification(job.out, notes).differences()) == []
    for damage, reason in DAMAGES:
        damage(job.out)
        assert reason in "\n".join(shown(fault) for fault in Verification(job.out).differences())
        run_export(replace(job, replace_edited=True), RunOptions(workers=1))
        (job.out / "notes/more.json").unlink(missing_ok=True)
        assert contents(job.out) == whole


def test_labels_are_made_again_to_verify_them(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out", copies=1)
    exported(job)
    write_files(
        notes, {"notes/a.json": json.dumps(box_rows(SIZES["a"], 3)).encode(), "classes.txt": b"b\na\n"}
    )
    found = [shown(fault) for fault in Verification(job.out, notes).differences()]
    assert "images/a.png: the labels of its source images/a.png changed" in found
    assert "classes.txt: it is not what the labels of all pictures make of it" in found


def test_an_opened_export_has_the_labels_of_its_sources(notes: Path, tmp_path: Path) -> None:
    job = job_for(notes, tmp_path / "out", copies=1)
    exported(job)
    opened = open_export(job.out, [notes])
    assert opened.categories == reopened(job.source).categories
    for sample in opened.samples():
        assert not isinstance(sample, Skipped)
        source = opened.label_source(sample)
        if sample.source_key == "images/d.png":
            assert source is None
            continue
        assert source is not None
        size = SIZES[sample.source_key.removeprefix("images/").removesuffix(".png")]
        labels = source.read(ImageInfo(size)).labels
        assert labels is not None
        assert opened.categories is not None
        resolved = resolve_recorded(opened.pipeline, size, opened.draws(sample).draws)
        moved = relabel(labels, resolved, opened.pipeline.labels, opened.categories).labels
        file = sample.key.replace("images/", "notes/").replace(".png", ".json")
        rows = json.loads((job.out / file).read_bytes())
        assert [Box(*row[1:]) for row in rows] == [item.shape for item in moved.instances]
    assert open_export(job.out).categories is None
