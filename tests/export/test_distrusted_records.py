"""Records that somebody changed vouch for nothing: no pixel, no digest, no removal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from augstudio.datasets.base import Skipped
from augstudio.export import ExportJob, RunOptions, run_export
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST, LocalWorkspace
from augstudio.export.record_digests import identity_text
from augstudio.export.replacing import DOUBTFUL, remove_export
from augstudio.export.stale_outputs import STAYS
from augstudio.pipelines import Pipeline
from tests.commands import told
from tests.export.jobs import job_for, unfinish
from tests.folders import contents, small_dataset, write_files

MINE = b"somebody's picture"
Change = Callable[[Path], None]


@pytest.fixture
def job(tmp_path: Path) -> ExportJob:
    job = job_for(small_dataset(tmp_path / "in"), tmp_path / "out", Pipeline())
    run_export(job, RunOptions(workers=1))
    return job


def edit(path: Path, field: str, value: object) -> None:
    """Change a field in the second line of a manifest or journal, as text."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    fields = json.loads(lines[1][lines[1].index("{") :])
    old = f'"{field}": {json.dumps(fields[field])}'
    assert old in lines[1]
    lines[1] = lines[1].replace(old, f'"{field}": {json.dumps(value)}')
    path.write_text("".join(lines), encoding="utf-8")


def claim(path: Path, file: str) -> None:
    """Add a line that names a file of somebody's with its true hash, as of a picture that is gone."""
    line = path.read_bytes().splitlines(keepends=True)[0]
    fields = json.loads(line[line.index(b"{") :])
    fields |= {"key": "a/gone.png", "file": file, "sha256": hashlib.sha256(MINE).hexdigest()}
    with path.open("ab") as stream:
        stream.write(json.dumps(fields, sort_keys=True).encode() + b"\n")


def reseal(out: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what an export's identity says, and its checksum with it."""
    described = json.loads((out / IDENTITY).read_text(encoding="utf-8"))
    change(described)
    (out / IDENTITY).write_text(identity_text(described), encoding="utf-8")


def interrupted(out: Path) -> Path:
    unfinish(out)
    return out / JOURNAL


def without_digests(out: Path) -> Path:
    reseal(out, lambda described: described.pop("records"))
    return out / MANIFEST


def with_digests_of_another(out: Path) -> Path:
    text = (out / IDENTITY).read_text(encoding="utf-8")
    digest = json.loads(text)["records"]["manifest"]
    (out / IDENTITY).write_text(text.replace(digest, "0" * 64), encoding="utf-8")
    return out / MANIFEST


def as_it_was(out: Path) -> Path:
    return out / MANIFEST


RECORDS = pytest.mark.parametrize(
    "records", [interrupted, without_digests, with_digests_of_another, as_it_was]
)


@RECORDS
@pytest.mark.parametrize(
    ("field", "value"), [("width", 99), ("pixels", "0" * 32), ("copy", 7), ("source", "")]
)
def test_a_changed_line_is_made_anew(
    job: ExportJob, records: Callable[[Path], Path], field: str, value: object
) -> None:
    right = contents(job.out)
    edit(records(job.out), field, value)
    assert not run_export(job, RunOptions(workers=1)).skipped
    assert contents(job.out) == right
    assert told("verify", job.out, "--pixels", "--dataset", job.dataset).exit_code == 0


def test_changed_records_are_not_sealed_by_a_run_that_is_stopped(job: ExportJob) -> None:
    right = contents(job.out)
    edit(with_digests_of_another(job.out), "width", 99)
    digest = hashlib.sha256((job.out / MANIFEST).read_bytes()).hexdigest()
    text = (job.out / IDENTITY).read_text(encoding="utf-8").replace("0" * 64, digest)
    (job.out / IDENTITY).write_text(text, encoding="utf-8")  # whose checksum is the former one
    assert run_export(
        job, RunOptions(workers=1), cancelled=iter((False,) * 9 + (True,) * 99).__next__
    ).cancelled
    (job.out / JOURNAL).unlink()
    run_export(job, RunOptions(workers=1))
    assert contents(job.out) == right


@RECORDS
@pytest.mark.parametrize("grown", [True, False])
@pytest.mark.parametrize("replace_edited", [True, False])
def test_no_changed_line_removes_a_file(
    job: ExportJob, records: Callable[[Path], Path], grown: bool, replace_edited: bool
) -> None:
    write_files(job.out, {"a/mine.png": MINE})
    claim(records(job.out), "a/mine.png")
    if grown:
        write_files(job.dataset, {"a/new.jpg": (job.dataset / "a/0.jpg").read_bytes()})
    options = job.options
    report = run_export(
        ExportJob(job.dataset, job.out, job.pipeline, options, replace_edited=replace_edited),
        RunOptions(workers=1),
    )
    assert (job.out / "a/mine.png").read_bytes() == MINE
    assert report.skipped == (Skipped("a/mine.png", DOUBTFUL),)
    assert not report.removed


@RECORDS
@pytest.mark.parametrize("replace_edited", [True, False])
def test_no_changed_line_removes_a_file_for_another_export(
    job: ExportJob, records: Callable[[Path], Path], replace_edited: bool
) -> None:
    write_files(job.out, {"a/mine.png": MINE})
    claim(records(job.out), "a/mine.png")
    stay = remove_export(LocalWorkspace(job.out), replace_edited=replace_edited)
    assert (job.out / "a/mine.png").read_bytes() == MINE
    assert Skipped("a/mine.png", DOUBTFUL) in stay


def test_a_changed_announcement_removes_nothing(job: ExportJob) -> None:
    write_files(job.out, {"a/mine.png": MINE, "a/right.png": MINE})
    workspace = LocalWorkspace(job.out)
    workspace.begin()
    workspace.announce("a", "a/right.png", hashlib.sha256(MINE).hexdigest())
    workspace.close()
    (place,) = (job.out / ".augstudio-unfinished").glob("*.begun")
    place.write_bytes(place.read_bytes() + place.read_bytes().replace(b"right", b"mine"))
    remove_export(LocalWorkspace(job.out))
    assert contents(job.out).keys() == {IDENTITY, "a/mine.png"}


def test_a_file_of_a_distrusted_line_that_is_wanted_stays_told_of_once(job: ExportJob) -> None:
    right = contents(job.out)
    (job.dataset / "a/0.jpg").unlink()
    edit(job.out / MANIFEST, "width", 99)
    report = run_export(job, RunOptions(workers=1))
    names = sorted(name for name in right if name.startswith("a/0"))
    assert report.skipped == tuple(Skipped(name, DOUBTFUL) for name in names)
    assert STAYS not in {item.reason for item in report.skipped}
