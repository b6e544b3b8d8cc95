"""Outputs that cannot be where they belong cost their pictures, and nothing else."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from augstudio.errors import ExportError
from augstudio.export import ExportJob, Report, RunOptions, run_export
from augstudio.export.files import SKIPPED
from tests.export.jobs import job_for
from tests.faults.disk import mounted
from tests.faults.powers import ordinary
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

pytestmark = pytest.mark.skipif(os.name == "nt", reason="its files and folders fail otherwise")

needs_handles = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks for names by handles")


@pytest.fixture
def job(tmp_path: Path) -> ExportJob:
    pictures = {f"{name}/{n}.png": noise_picture(9, 7, seed=n) for name in ("cat", "dog") for n in range(2)}
    write_files(tmp_path / "in", {name: encoded(picture, "PNG") for name, picture in pictures.items()})
    return job_for(tmp_path / "in", tmp_path / "out")


@pytest.fixture
def whole(job: ExportJob, tmp_path: Path) -> dict[str, str]:
    run_export(job_for(job.dataset, tmp_path / "whole"), RunOptions(workers=1))
    return contents(tmp_path / "whole")


def check_left_out(report: Report, job: ExportJob, whole: dict[str, str], reason: str) -> None:
    """All pictures of dogs are left out for a reason, and nothing else."""
    assert [item.name for item in report.skipped] == ["dog/0.png", "dog/1.png"]
    for item in report.skipped:
        assert reason in item.reason
    cats = {name: digest for name, digest in whole.items() if name.startswith("cat/")}
    found = contents(job.out)
    assert {name: found[name] for name in cats} == cats
    assert (job.out / "manifest.jsonl").read_bytes().count(b"\n") == len(cats)
    assert (job.out / SKIPPED).read_bytes().count(b"\n") == 2


def fail_below(monkeypatch: pytest.MonkeyPatch, call: str, folder: Path, error: int) -> None:
    """Let a call on names below open folders fail for a folder and all that is in it."""
    original = getattr(os, call)

    def failing(*arguments: Any, **named: Any) -> Any:
        name = next(argument for argument in reversed(arguments) if isinstance(argument, str | Path))
        handle = named.get("dst_dir_fd", named.get("dir_fd"))
        path = Path(name) if handle is None else Path(f"/proc/self/fd/{handle}").readlink() / name
        if folder in (path, *path.parents):
            raise OSError(error, os.strerror(error), name)
        return original(*arguments, **named)

    monkeypatch.setattr(os, call, failing)


@needs_handles
@pytest.mark.parametrize("call", ["rename", "stat", "mkdir", "open"])
@pytest.mark.parametrize(
    "error", ["ENAMETOOLONG", "EXDEV", "EISDIR", "EACCES", "EPERM", "EROFS", "EILSEQ", "EBUSY", "EINVAL"]
)
def test_a_place_that_cannot_be_used(
    job: ExportJob, whole: dict[str, str], monkeypatch: pytest.MonkeyPatch, call: str, error: str
) -> None:
    number = getattr(errno, error)
    with monkeypatch.context() as patched:
        fail_below(patched, call, job.out / "dog", number)
        report = run_export(job, RunOptions(workers=1))
    reason = "another disk or folder is mounted there" if error == "EXDEV" else os.strerror(number)
    check_left_out(report, job, whole, f"cannot be written: {reason}")
    assert run_export(job, RunOptions(workers=1)).skipped == ()
    assert contents(job.out) == whole


@needs_handles
@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_fails_ends_the_export(
    job: ExportJob, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    fail_below(monkeypatch, "rename", job.out / "dog", error)
    with pytest.raises(ExportError, match=rf"cannot write .*{os.strerror(error)}; the same export goes on"):
        run_export(job, RunOptions(workers=1))


def test_a_file_in_the_place_of_a_folder(job: ExportJob, whole: dict[str, str]) -> None:
    run_export(job, RunOptions(workers=1))
    for place in (job.out / "dog").iterdir():
        place.unlink()
    (job.out / "dog").rmdir()
    (job.out / "dog").write_bytes(b"mine")
    check_left_out(run_export(job, RunOptions(workers=1)), job, whole, "dog is no folder; move it away")
    assert (job.out / "dog").read_bytes() == b"mine"


@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_folder_without_permission(job: ExportJob, whole: dict[str, str], mode: int) -> None:
    run_export(job, RunOptions(workers=1), cancelled=(job.out / "augstudio.json").exists)
    (job.out / "dog").mkdir(mode=mode)
    with ordinary():
        report = run_export(job, RunOptions(workers=1))
    check_left_out(report, job, whole, "cannot be written: Permission denied")
    (job.out / "dog").chmod(0o755)
    assert run_export(job, RunOptions(workers=1)).skipped == ()
    assert contents(job.out) == whole


def test_outputs_that_can_be_removed_no_more(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    source = job.dataset / "dog" / "1.png"
    source.write_bytes(bytes(source.stat().st_size))
    (job.out / "dog").chmod(0o555)
    with ordinary():
        report = run_export(job, RunOptions(workers=1))
    (job.out / "dog").chmod(0o755)
    reasons = [item.reason for item in report.skipped if item.name == "dog/1.png"]
    assert any(
        "dog/1.png, which was written before, cannot be removed: Permission denied" in it for it in reasons
    )
    assert (job.out / "dog" / "1.png").exists()


def test_a_replaced_export_whose_files_can_be_removed_no_more(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    (job.out / "dog").chmod(0o555)
    with ordinary():
        report = run_export(job_for(job.dataset, job.out, seed=7), RunOptions(workers=1, overwrite=True))
    (job.out / "dog").chmod(0o755)
    reasons = {item.name: item.reason for item in report.skipped}
    assert reasons["dog/1__aug001.png"] == "it cannot be removed: Permission denied"
    assert "cat/0.png" not in reasons


def test_an_output_that_may_not_be_read_stays(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    place = job.out / "dog" / "1.png"
    place.chmod(0)
    with ordinary():
        report = run_export(job, RunOptions(workers=1))
    assert [item.name for item in report.skipped] == ["dog/1.png"]
    assert place.stat().st_mode & 0o777 == 0


def test_another_disk_in_the_place_of_a_folder(job: ExportJob, whole: dict[str, str]) -> None:
    run_export(job, RunOptions(workers=1), cancelled=(job.out / "augstudio.json").exists)
    with mounted(job.out / "dog"):
        check_left_out(
            run_export(job, RunOptions(workers=1)), job, whole, "another disk or folder is mounted there"
        )
        assert not any((job.out / "dog").iterdir())
