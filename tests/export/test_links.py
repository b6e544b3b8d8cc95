"""Links, pipes and second names in an export's folder: nothing behind them is read, written or removed."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from augstudio.datasets.base import Sample
from augstudio.errors import ExportError, ImageError
from augstudio.export import Progress, RunOptions, run_export
from augstudio.export.files import IDENTITY, JOURNAL, LOCK, MANIFEST, PARTS, RESERVED, SKIPPED, UNFINISHED
from augstudio.export.no_links import OpenPath
from augstudio.export.reading.reader import OpenedExport
from augstudio.export.reading.recorded import finished_manifest, read_recorded
from augstudio.export.reading.verify import Verification
from tests.commands import refused
from tests.export.jobs import job_for
from tests.faults.disk import mounted
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

pytestmark = pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege there")


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    pictures = {f"{name}/{n}.png": noise_picture(9, 7, seed=n) for name in ("cat", "dog") for n in range(3)}
    write_files(tmp_path / "in", {name: encoded(picture, "PNG") for name, picture in pictures.items()})
    (tmp_path / "in" / "cat" / "broken.jpg").write_bytes(b"x")
    return tmp_path / "in"


def replaced_by_link(place: Path, target: Path) -> None:
    shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    place.symlink_to(target)


@pytest.mark.parametrize("workers", [1, 2])
def test_no_folder_of_outputs_is_reached_through_a_link(tmp_path: Path, dataset: Path, workers: int) -> None:
    before, out = contents(dataset), tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    replaced_by_link(out / "cat", dataset / "cat")
    with pytest.raises(ExportError, match=r"out/cat.*it is a link"):
        run_export(job_for(dataset, out), RunOptions(workers=workers))
    assert contents(dataset) == before


def test_nor_through_one_that_appears_while_the_export_runs(tmp_path: Path, dataset: Path) -> None:
    before, out = contents(dataset), tmp_path / "out"

    def plant(progress: Progress) -> None:
        if progress.done and not (out / "dog").is_symlink():
            (out / "dog").symlink_to(dataset / "dog")

    with pytest.raises(ExportError, match=r"out/dog.*it is a link"):
        run_export(job_for(dataset, out), RunOptions(workers=1), on_progress=plant)
    assert contents(dataset) == before


def test_replacing_another_export_follows_no_link(tmp_path: Path, dataset: Path) -> None:
    before, out = contents(dataset), tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    replaced_by_link(out / "cat", dataset / "cat")
    with pytest.raises(ExportError, match=r"out/cat.*it is a link"):
        run_export(job_for(dataset, out, seed=7), RunOptions(workers=1, overwrite=True))
    assert contents(dataset) == before


@pytest.mark.parametrize("link", [os.symlink, os.link], ids=["link", "second name"])
@pytest.mark.parametrize("name", [LOCK, JOURNAL])
def test_the_files_that_a_run_changes_in_place_are_its_own(
    tmp_path: Path, dataset: Path, name: str, link: Callable[[Path, Path], None]
) -> None:
    thesis, out = tmp_path / "thesis.txt", tmp_path / "out"
    thesis.write_text("years of work")
    run_export(job_for(dataset, out), RunOptions(workers=1), cancelled=(out / IDENTITY).exists)
    (out / name).unlink(missing_ok=True)
    link(thesis, out / name)
    with pytest.raises(ExportError, match=r"it is a link|another name elsewhere"):
        run_export(job_for(dataset, out), RunOptions(workers=1))
    assert thesis.read_text() == "years of work"


@pytest.mark.parametrize("name", [IDENTITY, MANIFEST, SKIPPED, UNFINISHED, PARTS])
def test_a_link_at_the_name_of_a_record_is_refused(tmp_path: Path, dataset: Path, name: str) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    if (out / name).exists():
        (out / name).replace(elsewhere)
    else:
        elsewhere.mkdir()
        (elsewhere / "thesis.txt").write_text("years of work")
    (out / name).symlink_to(elsewhere)
    before = contents(elsewhere) if elsewhere.is_dir() else elsewhere.read_bytes()
    with pytest.raises(ExportError, match="it is a link"):
        run_export(job_for(dataset, out), RunOptions(workers=1))
    assert (contents(elsewhere) if elsewhere.is_dir() else elsewhere.read_bytes()) == before


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
@pytest.mark.parametrize("name", sorted(RESERVED - {UNFINISHED, PARTS}))
def test_a_record_is_a_file(tmp_path: Path, dataset: Path, name: str, make: Callable[[Path], None]) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    (out / name).unlink(missing_ok=True)
    make(out / name)
    before = (out / name).lstat()
    with pytest.raises(ExportError, match="is not what an export keeps under this name"):
        run_export(job_for(dataset, out), RunOptions(workers=1, overwrite=True))
    assert os.path.samestat((out / name).lstat(), before)


def test_a_text_that_is_no_lock_is_not_written_over(tmp_path: Path, dataset: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / LOCK).write_text("the key is under the mat")
    with pytest.raises(ExportError, match="is not a lock of an export"):
        run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    assert (tmp_path / "out" / LOCK).read_text() == "the key is under the mat"


def test_a_second_name_of_a_source_is_no_output(tmp_path: Path, dataset: Path) -> None:
    before, out = contents(dataset), tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    (out / "dog" / "0.png").unlink()
    os.link(dataset / "dog" / "0.png", out / "dog" / "0.png")
    report = run_export(job_for(dataset, out), RunOptions(workers=1))
    assert report.written == 1
    assert (out / "dog" / "0.png").stat().st_nlink == 1
    assert contents(dataset) == before


def test_a_pipe_at_the_place_of_an_output_does_not_hold_up_a_run(tmp_path: Path, dataset: Path) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    whole = contents(out)
    (out / "dog" / "1__aug001.png").unlink()
    os.mkfifo(out / "dog" / "1__aug001.png")
    report = run_export(job_for(dataset, out), RunOptions(workers=1))
    assert (
        "something that is no file is in its place"
        in {item.name: item.reason for item in report.skipped}["dog/1.png"]
    )
    (out / "dog" / "1__aug001.png").unlink()
    run_export(job_for(dataset, out), RunOptions(workers=1))
    assert contents(out) == whole


def test_a_users_file_that_is_named_as_a_reference_stays(tmp_path: Path, dataset: Path) -> None:
    mine = tmp_path / "out" / "0123456789abcdef_notes.reference"
    run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    mine.write_text("mine")
    run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    assert mine.read_text() == "mine"


def made_special(place: Path, kind: str) -> None:
    """Put something else into a file's place that holds, or leads to, the same as far as it can."""
    kept = place.with_name("kept-" + place.name)
    place.rename(kept)
    match kind:
        case "link":
            place.symlink_to(kept)
        case "pipe":
            os.mkfifo(place)
        case "folder":
            place.mkdir()


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
@pytest.mark.parametrize("name", [IDENTITY, MANIFEST])
def test_no_record_is_read_through_a_link_or_from_a_pipe(
    tmp_path: Path, dataset: Path, name: str, kind: str
) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    made_special(out / name, kind)
    expected = rf"{name} cannot be read: (it is a link|it is not a file)"
    for use in (Verification, OpenedExport, read_recorded if name == IDENTITY else finished_manifest):
        with pytest.raises(ExportError, match=expected):
            use(out)
    assert name in refused("verify", out)
    assert name in refused(
        "render",
        dataset / "cat" / "0.png",
        "-o",
        tmp_path / "x.png",
        "--from-manifest",
        f"{out / MANIFEST}:1",
    )


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_verifying_names_outputs_that_are_no_files(tmp_path: Path, dataset: Path, kind: str) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    made_special(out / "cat" / "0.png", kind)
    reasons = {item.name: item.reason for item in Verification(out).differences()}
    expected = "a link, or reached through one" if kind == "link" else "something else than a file"
    assert expected in reasons.pop("cat/0.png")
    assert reasons.keys() == {"cat/kept-0.png"}


def test_verifying_names_outputs_that_are_reached_through_a_link(tmp_path: Path, dataset: Path) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    (out / "cat").rename(tmp_path / "cat")
    (out / "cat").symlink_to(tmp_path / "cat")
    reasons = {item.name: item.reason for item in Verification(out).differences()}
    assert "a link, or reached through one" in reasons["cat/0.png"]
    assert "cat" in reasons


@pytest.mark.parametrize("name", [SKIPPED, "0123456789abcdef_notes.reference"])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_verifying_names_other_records_that_are_no_files(
    tmp_path: Path, dataset: Path, name: str, kind: str
) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    (out / name).touch()
    made_special(out / name, kind)
    assert name in {item.name for item in Verification(out).differences()}


def test_an_opened_export_shows_no_picture_through_a_link(tmp_path: Path, dataset: Path) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    opened = OpenedExport(out, dataset)
    sample = next(item for item in opened.samples() if isinstance(item, Sample))
    assert opened.outputs.thumbnail(sample, 8).size
    made_special(out / sample.key, "link")
    for use in (lambda: opened.outputs.thumbnail(sample, 8), lambda: opened.compare(sample)):
        with pytest.raises(ImageError, match="it is a link"):
            use()


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_written_into_what_is_mounted_in_mid_run(
    tmp_path: Path, dataset: Path, workers: int
) -> None:
    """Over the folder of unfinished files, in which a file would appear for a moment."""
    before, touched = contents(dataset), (dataset / "dog").stat().st_mtime_ns
    out = tmp_path / "out"
    with contextlib.ExitStack() as stack:
        mounts: list[Path] = []

        def mount(progress: Progress) -> None:
            if progress.done and not mounts:
                mounts.append(out / UNFINISHED)
                stack.enter_context(mounted(mounts[0], dataset / "dog"))

        with pytest.raises(ExportError, match=r"another disk or folder is mounted there"):
            run_export(job_for(dataset, out), RunOptions(workers=workers), on_progress=mount)
    assert contents(dataset) == before
    assert (dataset / "dog").stat().st_mtime_ns == touched
    for folder in (out, tmp_path / "fresh"):
        run_export(job_for(dataset, folder), RunOptions(workers=1))
    assert (out / MANIFEST).read_bytes() == (tmp_path / "fresh" / MANIFEST).read_bytes()


@pytest.mark.parametrize("use", ["move", "open"])
@pytest.mark.parametrize("name", ["dog", UNFINISHED])
def test_a_link_that_appears_between_look_and_use_is_not_followed(
    tmp_path: Path, dataset: Path, monkeypatch: pytest.MonkeyPatch, use: str, name: str
) -> None:
    """In the moment in which a file in a folder is used, the folder becomes a link to one of the dataset."""
    before, out = contents(dataset), tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    (out / "dog" / "1__aug001.png").write_bytes(b"")  # which is to be mended
    original = getattr(OpenPath, use)
    swapped: list[OpenPath] = []

    def swap(place: OpenPath, *arguments: object) -> object:
        target = arguments[0] if use == "move" else place
        if isinstance(target, OpenPath) and target.path.parent == out / name and not swapped:
            swapped.append(target)
            (out / name).rename(tmp_path / "moved")
            (out / name).symlink_to(dataset / "dog")
        return original(place, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(OpenPath, use, swap)
        try:
            run_export(job_for(dataset, out), RunOptions(workers=1))
        except ExportError as error:
            assert "it is a link" in str(error)  # noqa: PT017  (some of these uses go unnoticed at first)
    assert swapped
    assert contents(dataset) == before
