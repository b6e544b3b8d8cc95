"""Exports that were stopped are found, and told from those that are finished, running, or of others."""

from __future__ import annotations

import os
from pathlib import Path

from augstudio.export import RunOptions, run_export
from augstudio.export.files import JOURNAL, LOCK
from augstudio.export.lock import is_locked, locked
from augstudio.export.reading.unfinished import last_unfinished, unfinished_export
from augstudio.pipelines import Pipeline
from tests.export.jobs import job_for, stop_after
from tests.folders import contents, small_dataset


def test_an_export_that_was_stopped_goes_on_from_what_its_folder_says(tmp_path: Path) -> None:
    dataset, out = small_dataset(tmp_path / "data"), tmp_path / "out"
    assert unfinished_export(out) is None
    stop_after(job_for(dataset, out, seed=7), 2)
    before = contents(out)
    found = unfinished_export(out)
    assert found is not None
    assert contents(out) == before, "looking writes nothing"
    assert found.is_made_with(Pipeline.default(), 7)
    assert not found.is_made_with(Pipeline.default(), 8)
    assert not found.is_made_with(Pipeline(), 7)
    assert found.is_same_as(job_for(dataset, out, seed=7))
    assert not found.is_same_as(job_for(dataset, out, seed=7, quality=80))
    report = run_export(found.recorded.job(dataset), RunOptions(workers=1))
    assert report.reused > 0
    assert unfinished_export(out) is None, "it is finished"
    run_export(job_for(dataset, tmp_path / "whole", seed=7), RunOptions(workers=1))
    assert contents(out) == contents(tmp_path / "whole")


def test_a_running_export_is_not_offered(tmp_path: Path) -> None:
    dataset, out = small_dataset(tmp_path / "data", 2), tmp_path / "out"
    stop_after(job_for(dataset, out), 1)
    assert not is_locked(out)
    with locked(out):
        assert is_locked(out)
        assert unfinished_export(out) is None
    (out / LOCK).write_text('{"process": 1}')  # as a crash leaves it
    assert unfinished_export(out) is not None


def test_the_last_one_of_this_dataset_is_found(tmp_path: Path) -> None:
    dataset, other = small_dataset(tmp_path / "data", 3), small_dataset(tmp_path / "other", 3)
    for key in ("a/0.jpg", "b/1.png", "a/2.webp"):
        (other / key).rename(other / f"{key[:2]}other-{key[2:]}")
    outs = [tmp_path / name for name in ("first", "second", "foreign")]
    for number, (out, source) in enumerate(zip(outs, (dataset, dataset, other), strict=True)):
        stop_after(job_for(source, out), 2)
        os.utime(out / JOURNAL, (number, number))
    found = last_unfinished([outs[0]], outs[1:], dataset)
    assert found is not None
    assert found.out == outs[1]
    assert last_unfinished([], [outs[2]], dataset) is None
