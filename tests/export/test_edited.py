"""Files of an export that somebody edited, or put at the names of its outputs, are never lost in silence."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from augstudio.export import ExportJob, Progress, Report, RunOptions, run_export
from augstudio.export.files import IDENTITY, MANIFEST, SKIPPED, UNFINISHED, LocalWorkspace
from augstudio.export.reading.verify import Verification
from tests.commands import told
from tests.export.jobs import job_for
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

EDITED = "dog/1__aug001.png"
MINE = b"retouched by hand for hours"


@pytest.fixture
def job(tmp_path: Path) -> ExportJob:
    pictures = {f"{name}/{n}.png": noise_picture(40, 30, seed=n) for name in ("cat", "dog") for n in range(3)}
    write_files(tmp_path / "in", {name: encoded(picture, "PNG") for name, picture in pictures.items()})
    return job_for(tmp_path / "in", tmp_path / "out")


def named(report: Report) -> dict[str, str]:
    return {item.name: item.reason for item in report.skipped}


def interrupted(job: ExportJob, after: int = 6) -> None:
    """An export that was stopped after some files."""
    done = []

    def note(progress: Progress) -> None:
        done.append(progress.done)

    run_export(
        job, RunOptions(workers=1), on_progress=note, cancelled=lambda: bool(done) and done[-1] >= after
    )


def shortened(data: bytes) -> bytes:
    return data[:600]


def zeroed(data: bytes) -> bytes:
    return data[:512] + bytes(512) + data[1024:]


def emptied(data: bytes) -> bytes:
    return b""


def edited(data: bytes) -> bytes:
    return MINE


def edited_in_the_middle(data: bytes) -> bytes:
    return data[:700] + b"mine" + data[704:]


def lengthened(data: bytes) -> bytes:
    return data + b"mine"


def cut_and_edited(data: bytes) -> bytes:
    return data[:700] + b"mine"


@pytest.mark.parametrize(
    ("edit", "workers"),
    [(edited, 2), (edited, 1), (edited_in_the_middle, 1), (lengthened, 1), (cut_and_edited, 1)],
)
def test_an_edited_copy_stays_and_is_named(
    job: ExportJob, edit: Callable[[bytes], bytes], workers: int
) -> None:
    run_export(job, RunOptions(workers=1))
    whole, place = contents(job.out), job.out / EDITED
    right = place.read_bytes()
    place.write_bytes(edit(right))
    report = run_export(job, RunOptions(workers=workers))
    assert place.read_bytes() == edit(right)
    assert list(named(report)) == [EDITED]
    assert "it was changed after the export wrote it, and stays as it is" in named(report)[EDITED]
    assert (report.written, report.reused) == (0, 18)
    assert {**contents(job.out), EDITED: whole[EDITED]} == whole
    assert [item.name for item in Verification(job.out).differences()] == [EDITED]
    assert named(run_export(replace(job, replace_edited=True), RunOptions(workers=1))) == {}
    assert contents(job.out) == whole


@pytest.mark.parametrize("tear", [emptied, shortened, zeroed])
def test_a_torn_copy_is_mended(job: ExportJob, tear: Callable[[bytes], bytes]) -> None:
    run_export(job, RunOptions(workers=1))
    whole, place = contents(job.out), job.out / EDITED
    place.write_bytes(tear(place.read_bytes()))
    report = run_export(job, RunOptions(workers=1))
    assert (report.written, named(report)) == (1, {})
    assert contents(job.out) == whole


@pytest.mark.parametrize("edit", [edited, shortened])
def test_a_file_at_a_name_that_was_not_reached_stays_and_its_picture_is_left_out(
    job: ExportJob, tmp_path: Path, edit: Callable[[bytes], bytes]
) -> None:
    run_export(replace(job, out=tmp_path / "whole"), RunOptions(workers=1))
    whole = contents(tmp_path / "whole")
    mine = edit((tmp_path / "whole" / EDITED).read_bytes())
    interrupted(job)
    write_files(job.out, {EDITED: mine})
    for _ in range(2):
        report = run_export(job, RunOptions(workers=1))
        assert list(named(report)) == ["dog/1.png"]
        assert f"its output {EDITED} is there already" in named(report)["dog/1.png"]
        assert (job.out / EDITED).read_bytes() == mine
        assert contents(job.out).keys() - {SKIPPED} == whole.keys() - {"dog/1.png", "dog/1__aug002.png"}
    assert named(run_export(replace(job, replace_edited=True), RunOptions(workers=1))) == {}
    assert contents(job.out) == whole


def test_all_that_was_put_at_the_names_of_a_picture_is_named(job: ExportJob) -> None:
    interrupted(job)
    names = ("dog/1.png", "dog/1__aug001.png", "dog/1__aug002.png")
    write_files(job.out, dict.fromkeys(names, MINE))
    reasons = named(run_export(job, RunOptions(workers=1)))
    assert list(reasons) == ["dog/1.png"]
    assert all(name in reasons["dog/1.png"] for name in names)


@pytest.mark.parametrize("edit", [emptied, bytes])
def test_what_loses_nothing_is_taken_over(
    job: ExportJob, tmp_path: Path, edit: Callable[[bytes], bytes]
) -> None:
    run_export(replace(job, out=tmp_path / "whole"), RunOptions(workers=1))
    interrupted(job)
    write_files(job.out, {EDITED: edit((tmp_path / "whole" / EDITED).read_bytes())})
    assert named(run_export(job, RunOptions(workers=1))) == {}
    assert contents(job.out) == contents(tmp_path / "whole")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_never_replaced(job: ExportJob, make: Callable[[Path], None]) -> None:
    run_export(job, RunOptions(workers=1))
    place = job.out / EDITED
    place.unlink()
    make(place)
    report = run_export(replace(job, replace_edited=True), RunOptions(workers=1))
    assert "something that is no file is in its place" in named(report)["dog/1.png"]
    assert place.is_fifo() or place.is_dir()


def test_of_a_source_that_changed_only_edited_outputs_stay(tmp_path: Path) -> None:
    source = tmp_path / "in" / "dog" / "1.bmp"  # of one size, so that it counts as the same dataset
    write_files(tmp_path / "in", {"dog/1.bmp": encoded(noise_picture(40, 30, seed=1), "BMP")})
    job = job_for(tmp_path / "in", tmp_path / "out", format="png")
    run_export(job, RunOptions(workers=1))
    (job.out / EDITED).write_bytes(MINE)
    source.write_bytes(encoded(noise_picture(40, 30, seed=2), "BMP"))
    report = run_export(job, RunOptions(workers=1))
    assert (report.written, list(named(report))) == (2, [EDITED])
    assert (job.out / EDITED).read_bytes() == MINE


def test_a_sample_that_is_left_out_leaves_what_was_edited(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    (job.out / EDITED).write_bytes(MINE)
    source = job.dataset / "dog" / "1.png"
    source.write_bytes(bytes(source.stat().st_size))
    report = run_export(job, RunOptions(workers=1))
    assert "dog/1.png" in named(report)
    assert (job.out / EDITED).read_bytes() == MINE
    assert not (job.out / "dog" / "1__aug002.png").exists()


def test_replacing_an_export_leaves_what_was_edited(job: ExportJob, tmp_path: Path) -> None:
    run_export(job, RunOptions(workers=1))
    (job.out / EDITED).write_bytes(MINE)
    (job.out / "cat" / "0.png").write_bytes(b"")
    other = job_for(job.dataset, job.out, seed=7)
    report = run_export(other, RunOptions(workers=1, overwrite=True))
    assert "was not removed with the others" in named(report)[EDITED]
    assert "is there already" in named(report)["dog/1.png"]
    assert (job.out / EDITED).read_bytes() == MINE
    run_export(replace(other, replace_edited=True), RunOptions(workers=1))
    run_export(replace(other, out=tmp_path / "fresh"), RunOptions(workers=1))
    assert contents(job.out) == contents(tmp_path / "fresh")


def test_replacing_with_edited_files(job: ExportJob, tmp_path: Path) -> None:
    run_export(job, RunOptions(workers=1))
    (job.out / EDITED).write_bytes(MINE)
    other = job_for(job.dataset, job.out, copies=1)
    run_export(replace(other, replace_edited=True), RunOptions(workers=1, overwrite=True))
    run_export(replace(other, out=tmp_path / "fresh"), RunOptions(workers=1))
    assert contents(job.out) == contents(tmp_path / "fresh")


def hard_linked(folder: Path, copy: Path) -> None:
    """A copy of a folder that takes no room, as backups make it."""
    for place in folder.rglob("*"):
        if place.is_file():
            (copy / place.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
            os.link(place, copy / place.relative_to(folder))


@pytest.mark.parametrize("change", ["seed", "source"])
def test_a_copy_made_of_hard_links_keeps_all_and_hinders_nothing(tmp_path: Path, change: str) -> None:
    write_files(tmp_path / "in", {"dog/1.bmp": encoded(noise_picture(40, 30, seed=1), "BMP")})
    job = job_for(tmp_path / "in", tmp_path / "out", format="png")
    run_export(job, RunOptions(workers=1))
    hard_linked(job.out, tmp_path / "backup")
    backup = contents(tmp_path / "backup")
    if change == "seed":
        job = job_for(job.dataset, job.out, format="png", seed=7)
    else:
        write_files(job.dataset, {"dog/1.bmp": encoded(noise_picture(40, 30, seed=2), "BMP")})
    assert named(run_export(job, RunOptions(workers=1, overwrite=True))) == {}
    assert contents(tmp_path / "backup") == backup
    run_export(replace(job, out=tmp_path / "fresh"), RunOptions(workers=1))
    assert contents(job.out) == contents(tmp_path / "fresh")


def test_word_of_files_that_were_appearing_outlasts_an_interruption(job: ExportJob) -> None:
    interrupted(job)
    workspace = LocalWorkspace(job.out)
    workspace.begin()
    workspace.announce("dog/1.png", EDITED, "0" * 64)
    workspace.close()
    write_files(job.out, {EDITED: MINE})
    interrupted(job, after=9)
    assert workspace.announced("dog/1.png") == {EDITED: "0" * 64}
    assert "dog/1.png" in named(run_export(job, RunOptions(workers=1)))
    assert not (job.out / UNFINISHED).exists()


def test_the_switch_changes_no_record(job: ExportJob, tmp_path: Path) -> None:
    run_export(job, RunOptions(workers=1))
    run_export(replace(job, out=tmp_path / "other", replace_edited=True), RunOptions(workers=1))
    for name in (IDENTITY, MANIFEST):
        assert (job.out / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_the_command(job: ExportJob) -> None:
    given = ("export", job.dataset, job.out, "--workers", 1, "--copies", 1)
    assert told(*given).exit_code == 0
    (job.out / EDITED).write_bytes(MINE)
    answer = told(*given)
    assert answer.exit_code == 1
    assert f"skipped {EDITED}: it was changed after the export wrote it, and stays" in answer.stderr
    assert (job.out / EDITED).read_bytes() == MINE
    assert told(*given, "--replace-edited").exit_code == 0
    assert (job.out / EDITED).read_bytes() != MINE
