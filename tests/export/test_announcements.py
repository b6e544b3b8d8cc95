"""What processes announce before it appears, and the folders that they hold meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from augstudio.datasets.base import Sample
from augstudio.export import RunOptions, run_export
from augstudio.export.announcements import AnnouncedBefore
from augstudio.export.files import JOURNAL, UNFINISHED, LocalWorkspace
from augstudio.export.no_links import HeldFolders, opened_folder
from augstudio.export.record_lines import named_outputs
from augstudio.export.tasks import PlannedOutput, Task
from tests.export.jobs import job_for, stop_after
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture

FIRST, SECOND = "1" * 64, "2" * 64
TASK = Task(Sample("a", "a"), (PlannedOutput(1, "a.png", ("a.txt",)), PlannedOutput(2, "b.png")))


@pytest.fixture
def workspace(tmp_path: Path) -> LocalWorkspace:
    workspace = LocalWorkspace(tmp_path / "out")
    workspace.begin()
    return workspace


def test_what_was_announced_is_found_by_the_names_of_a_task(workspace: LocalWorkspace) -> None:
    for file, sha256 in (("a.txt", FIRST), ("b.png", FIRST), ("b.png", SECOND), ("c.png", FIRST)):
        workspace.announce("a", file, sha256)
    workspace.close()
    before = AnnouncedBefore(workspace.all_announced())
    assert before.of_task(TASK) == (("a.txt", FIRST), ("b.png", FIRST), ("b.png", SECOND))
    assert AnnouncedBefore(iter(())).of_task(TASK) == ()


def test_a_torn_line_takes_no_other_with_it(workspace: LocalWorkspace) -> None:
    workspace.announce("a", "a.png", FIRST)
    workspace.close()
    (place,) = (workspace.root / UNFINISHED).iterdir()
    place.write_bytes(place.read_bytes() + place.read_bytes()[:-9])
    workspace.announce("a", "b.png", SECOND)
    assert workspace.announced("a") == {"a.png": FIRST, "b.png": SECOND}
    workspace.close()


def test_only_the_sample_that_is_named_is_forgotten(workspace: LocalWorkspace) -> None:
    for key in ("a", "b", "a"):
        workspace.announce(key, f"{key}.png", FIRST)
    workspace.forget("a")
    assert dict(workspace.all_announced()) == {"b.png": FIRST}
    workspace.forget("b")
    assert contents(workspace.root) == {}


def test_what_is_recorded_outlasts_a_kill_after_which_the_dataset_has_grown(tmp_path: Path) -> None:
    job = job_for(small_dataset(tmp_path / "in"), tmp_path / "out")
    stop_after(job, 3)
    workspace = LocalWorkspace(job.out)
    workspace.begin()
    for output in named_outputs(job.out, JOURNAL):  # a process that is killed forgets nothing
        workspace.announce(output.key, output.file, output.sha256)
    workspace.close()
    before = {path: path.stat().st_ino for path in job.out.glob("*/*aug*.*")}
    assert before
    write_files(job.dataset, {"a/more.png": encoded(smooth_picture(9, 9), "PNG")})
    report = run_export(job, RunOptions(workers=1))
    assert report.reused >= len(before)
    assert {path: path.stat().st_ino for path in before} == before


@pytest.mark.skipif(os.name == "nt", reason="no folder is held open there")
def test_a_folder_that_is_another_one_by_now_is_opened_anew(tmp_path: Path) -> None:
    held, place = HeldFolders(tmp_path), tmp_path / "a" / "b"
    with opened_folder(tmp_path, "a/b/1", make=True, held=held) as first:
        os.close(first.open(os.O_CREAT))
    (tmp_path / "a").rename(tmp_path / "old")
    with opened_folder(tmp_path, "a/b/2", make=True, held=held) as second:
        os.close(second.open(os.O_CREAT))
    assert [item.name for item in place.iterdir()] == ["2"]
    (tmp_path / "a").rename(tmp_path / "new")
    (tmp_path / "a").symlink_to(tmp_path / "old")
    with pytest.raises(OSError, match="it is a link"), opened_folder(tmp_path, "a/b/3", held=held):
        pass
    held.close()


@pytest.mark.skipif(os.name == "nt", reason="no folder is held open there")
def test_few_folders_are_held_at_once(tmp_path: Path) -> None:
    held = HeldFolders(tmp_path)
    handles = [held.handle([str(number)], make=True, own=False) for number in range(40)]
    assert len(set(handles)) == 16
    held.close()
    for handle in set(handles):
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(handle)
