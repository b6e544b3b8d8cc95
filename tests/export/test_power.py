"""File systems that cannot put files on the disk for sure, and disks that fail in doing so."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import ExportJob, Report, RunOptions, run_export
from augstudio.saving import save
from augstudio.ui.export_panel.report import ReportDialog
from tests.commands import told
from tests.export.jobs import job_for
from tests.folders import contents, small_dataset

Kind = Callable[[int], bool]
CANNOT = sorted({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


@pytest.fixture
def job(tmp_path: Path) -> ExportJob:
    return job_for(small_dataset(tmp_path / "in", 2), tmp_path / "out")


def fail(monkeypatch: pytest.MonkeyPatch, error: int, *kinds: Kind) -> None:
    """Let no file of some kinds be put on the disk."""
    fsync = os.fsync

    def failing(handle: int) -> None:
        if any(kind(os.fstat(handle).st_mode) for kind in kinds):
            raise OSError(error, os.strerror(error))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", failing)


@pytest.mark.parametrize("error", CANNOT)
@pytest.mark.parametrize("kind", [stat.S_ISREG, stat.S_ISDIR], ids=["files", "folders"])
def test_a_file_system_that_cannot_is_told_of_and_written_to(
    job: ExportJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind, error: int
) -> None:
    whole = run_export(job_for(job.dataset, tmp_path / "whole"), RunOptions(workers=1))
    assert whole.outlasts_power_cuts
    fail(monkeypatch, error, kind)
    report = run_export(job, RunOptions(workers=1))
    assert (report.outlasts_power_cuts, report.written) == (False, whole.written)
    assert contents(job.out) == contents(tmp_path / "whole")


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("kind", [stat.S_ISREG, stat.S_ISDIR], ids=["files", "folders"])
def test_a_disk_that_fails_ends_the_export(
    job: ExportJob, monkeypatch: pytest.MonkeyPatch, kind: Kind, error: int
) -> None:
    with monkeypatch.context() as patched:
        fail(patched, error, kind)
        with pytest.raises(ExportError, match=rf"cannot write .*out.*{os.strerror(error)}"):
            run_export(job, RunOptions(workers=1))
    assert run_export(job, RunOptions(workers=1)).skipped == ()


def test_the_command_says_so_once(job: ExportJob, monkeypatch: pytest.MonkeyPatch) -> None:
    given = ("export", job.dataset, job.out, "--workers", 1, "--copies", 1)
    assert "power cut" not in told(*given).stderr
    fail(monkeypatch, errno.EINVAL, stat.S_ISREG, stat.S_ISDIR)
    answer = told(*given)
    assert answer.exit_code == 0
    assert answer.stderr.count("a power cut in the next minutes may lose some") == 1


def test_the_window_says_so(qapp: object, tmp_path: Path) -> None:
    for sure in (True, False):
        dialog = ReportDialog(Report(tmp_path, 1, 1, 0, (), False, 0.0, outlasts_power_cuts=sure))
        assert ("a power cut" in dialog.details.text()) is not sure
        dialog.deleteLater()


def test_a_single_file_is_saved_where_this_cannot_be_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, errno.EINVAL, stat.S_ISREG, stat.S_ISDIR)
    save(tmp_path / "a.json", b"{}")
    assert (tmp_path / "a.json").read_bytes() == b"{}"
