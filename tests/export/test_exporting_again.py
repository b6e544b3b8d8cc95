"""An export goes on when its dataset changed, and ends as a fresh one of the dataset as it is now."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from augstudio.datasets.base import Skipped
from augstudio.errors import ExportError
from augstudio.export import ExportJob, Progress, RunOptions, run_export
from augstudio.export.files import JOURNAL
from augstudio.export.stale_outputs import REMOVED, STAYS
from augstudio.pipelines import Pipeline
from tests.commands import told
from tests.export.jobs import job_for
from tests.faults.powers import ordinary
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import noise_picture

Change = Callable[[Path], object]

PLAIN = Pipeline()


def fresh(job: ExportJob) -> dict[str, str]:
    """What a new folder holds after the same export."""
    other = job.out.with_name("fresh")
    shutil.rmtree(other, ignore_errors=True)
    run_export(ExportJob(job.dataset, other, job.pipeline, job.options), RunOptions(workers=1))
    return contents(other)


def folders_of(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_dir()}


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return small_dataset(tmp_path / "in", 6)


@pytest.fixture
def job(dataset: Path, tmp_path: Path) -> ExportJob:
    job = job_for(dataset, tmp_path / "out")
    run_export(job, RunOptions(workers=1))
    return job


def picture(seed: int, kind: str = "PNG") -> bytes:
    return encoded(noise_picture(9 + seed, 8, seed=seed), kind)


def put_instead(root: Path, files: dict[str, bytes]) -> None:
    """Replace one of the pictures by others."""
    (root / "b/1.png").unlink()
    write_files(root, files)


CHANGES: dict[str, Change] = {
    "added": lambda root: write_files(root, {"a/new.png": picture(1), "c/first.png": picture(2)}),
    "removed": lambda root: (root / "a/0.jpg").unlink(),
    "a whole class removed": lambda root: shutil.rmtree(root / "b"),
    "renamed": lambda root: (root / "b/1.png").rename(root / "b/renamed.png"),
    "renamed to another case": lambda root: (root / "b/1.png").rename(root / "b/1.PNG"),
    "moved to another class": lambda root: (root / "b/1.png").rename(root / "a/1.png"),
    "another size": lambda root: write_files(root, {"b/1.png": picture(3)}),
    "another kind of the same name": lambda root: put_instead(root, {"b/1.jpg": picture(4, "JPEG")}),
    "a folder in a picture's place": lambda root: put_instead(root, {"b/1.png/inner.png": picture(5)}),
    "no picture any more": lambda root: write_files(root, {"b/1.png": b"torn"}),
    "taken by another one": lambda root: write_files(root, {"a/0.bmp": picture(6, "BMP")}),
    "put into splits": lambda root: (
        write_files(root, {"train/x/8.png": picture(7), "val/x/9.png": picture(8)}),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize(
    "options", [{}, {"format": "png", "balance": 7, "copies": 0}], ids=["plain", "balanced"]
)
def test_the_folder_is_that_of_a_fresh_export(
    dataset: Path, tmp_path: Path, name: str, options: dict[str, object]
) -> None:
    job = job_for(dataset, tmp_path / "out", PLAIN, **options)
    run_export(job, RunOptions(workers=1))
    CHANGES[name](dataset)
    run_export(job, RunOptions(workers=1))
    assert contents(job.out) == fresh(job)
    assert folders_of(job.out) == folders_of(tmp_path / "fresh")


def test_only_what_is_new_is_written(dataset: Path, job: ExportJob) -> None:
    (dataset / "a/0.jpg").unlink()
    write_files(dataset, {"a/new.png": picture(1), "b/1.png": picture(2)})
    report = run_export(job, RunOptions(workers=1))
    assert (report.written, report.reused, report.total) == (6, 12, 18)
    assert report.removed == (Skipped("a/0.jpg", REMOVED),)
    assert report.skipped == ()
    assert "skipped.jsonl" not in contents(job.out)
    assert run_export(job, RunOptions(workers=1)).removed == ()


STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "remove", "rename"]), st.integers(0, 5), st.integers(0, 5)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(STEPS, min_size=1, max_size=3), stopped=st.integers(0, 9))
def test_any_changes_one_after_another(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, int, int]]], stopped: int
) -> None:
    root = tmp_path_factory.mktemp("changes")
    names = ["a/x.png", "a/X.bmp", "a/x__aug001.png", "b/x.png", "b/x.png/y.bmp", "z.bmp"]
    dataset = write_files(root / "in", {"always.png": picture(0)})
    job = job_for(dataset, root / "out", PLAIN, format="png")
    for number, steps in enumerate(rounds):
        for kind, first, second in steps:
            changed(dataset, kind, names[first], names[second])
        run_export(job, RunOptions(workers=1), cancelled=stops_after(stopped))
        if number % 2:
            run_export(job, RunOptions(workers=1))
            assert contents(job.out) == fresh(job)
    run_export(job, RunOptions(workers=1))
    assert contents(job.out) == fresh(job)
    assert folders_of(job.out) == folders_of(root / "fresh")


def changed(dataset: Path, kind: str, name: str, other: str) -> None:
    """Put, remove or rename a picture, as far as that can be done."""
    try:
        if kind == "put":
            write_files(dataset, {name: picture(len(name) + len(other), name.rpartition(".")[2].upper())})
        elif kind == "remove":
            (dataset / name).unlink()
        else:
            (dataset / other).parent.mkdir(parents=True, exist_ok=True)
            (dataset / name).rename(dataset / other)
    except OSError:
        return


def stops_after(questions: int) -> Callable[[], bool]:
    asked = iter(range(questions))
    return lambda: next(asked, None) is None


def test_an_interrupted_run_is_gone_on_with_after_the_dataset_changed(dataset: Path, tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out")
    seen: list[int] = []

    def note(progress: Progress) -> None:
        seen.append(progress.done)

    assert run_export(job, RunOptions(workers=1), on_progress=note, cancelled=lambda: 9 in seen).cancelled
    assert (job.out / JOURNAL).exists()
    (dataset / "a/0.jpg").rename(dataset / "b/0.jpg")
    report = run_export(job, RunOptions(workers=1))
    assert [item.name for item in report.removed] == ["a/0.jpg"]
    assert contents(job.out) == fresh(job)


def test_what_somebody_edited_of_a_picture_that_is_gone_stays(dataset: Path, job: ExportJob) -> None:
    (dataset / "a/0.jpg").unlink()
    write_files(job.out, {"a/0__aug001.jpg": b"edited", "a/notes.txt": b"mine"})
    report = run_export(job, RunOptions(workers=1))
    assert report.skipped == (Skipped("a/0__aug001.jpg", STAYS),)
    found = contents(job.out)
    assert "a/0.jpg" not in found
    kept = {name: found.pop(name) for name in ("a/0__aug001.jpg", "a/notes.txt")}
    assert found == fresh(job)
    assert (job.out / "a/0__aug001.jpg").read_bytes() == b"edited"
    assert len(kept) == 2


def test_a_picture_that_vanishes_in_mid_run_takes_its_outputs_along(dataset: Path, job: ExportJob) -> None:
    def vanish(progress: Progress) -> None:
        if not progress.done:
            (dataset / "b/5.png").unlink(missing_ok=True)

    report = run_export(job, RunOptions(workers=1), on_progress=vanish)
    assert [item.name for item in report.skipped] == ["b/5.png"]
    assert report.removed == ()
    assert not [name for name in contents(job.out) if name.startswith("b/5")]
    run_export(job, RunOptions(workers=1))
    assert contents(job.out) == fresh(job)


def test_a_permission_that_was_given(dataset: Path, tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out")
    (dataset / "b").chmod(0)
    try:
        with ordinary():
            assert [item.name for item in run_export(job, RunOptions(workers=1)).skipped] == ["b"]
    finally:
        (dataset / "b").chmod(0o755)
    assert run_export(job, RunOptions(workers=1)).skipped == ()
    assert contents(job.out) == fresh(job)


def test_another_dataset_is_refused_as_ever(job: ExportJob, tmp_path: Path) -> None:
    other = write_files(tmp_path / "other", {"a/other.png": picture(1)})
    before = contents(job.out)
    with pytest.raises(ExportError, match=r"another one \(none of its pictures is in this one\)"):
        run_export(job_for(other, job.out), RunOptions(workers=1))
    assert contents(job.out) == before


def test_the_command_names_what_is_gone(dataset: Path, job: ExportJob) -> None:
    (dataset / "a/0.jpg").unlink()
    given = ("export", dataset, job.out, "--workers", 1, "--copies", 2)
    result = told(*given)
    assert result.exit_code == 0
    assert f"gone a/0.jpg: {REMOVED}\n" in result.stderr
    assert told("verify", job.out, "--pixels", "--dataset", dataset).exit_code == 0
