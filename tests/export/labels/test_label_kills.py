"""An export with labels that is killed, or stopped anywhere, goes on to the same bytes."""

from __future__ import annotations

import errno
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.datasets.formats import FORMATS
from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.files import LocalWorkspace
from augstudio.pipelines import Pipeline
from augstudio.transforms.horizontal_flip import HorizontalFlip
from augstudio.transforms.rotate import Rotate
from tests.datasets.note_files import FORMAT, NAME, box_rows
from tests.export.jobs import job_for
from tests.export.killing import run_and_kill
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

FLIPPED = Pipeline.of((HorizontalFlip(), Rotate()))


def test_a_killed_export_goes_on_to_the_same_labels(tmp_path: Path) -> None:
    files = {"data.yaml": b"train: images/train\nval: images/val\nnames: [cat, dog]\n"}
    for number in range(6):
        split = "val" if number == 5 else "train"
        files[f"images/{split}/{number}.png"] = encoded(smooth_picture(30 + number, 20), "PNG")
        files[f"labels/{split}/{number}.txt"] = b"0 0.5 0.5 0.4 0.4\n9 0.5 0.5 0.1 0.1\n"
    dataset = write_files(tmp_path / "in", files)
    run_export(job_for(dataset, tmp_path / "whole"), RunOptions(workers=1))
    out = tmp_path / "out"
    run_and_kill(job_for(dataset, out), after=3)
    assert not (out / "data.yaml").exists()
    report = run_export(job_for(dataset, out), RunOptions(workers=1))
    assert report.reused >= 2
    assert report.labels is not None
    assert report.labels.problem_count == 6
    assert contents(out) == contents(tmp_path / "whole")


def _ending_after(count: int, write: Callable[..., None]) -> Callable[..., None]:
    """Writes so many files, of which the last one is there before the disk goes."""
    written: list[object] = []

    def ending(*arguments: Any, **options: Any) -> None:
        if len(written) >= count:
            raise OSError(errno.EIO, "unplugged")
        write(*arguments, **options)
        written.append(arguments)
        if len(written) == count:
            raise OSError(errno.EIO, "unplugged")

    return ending


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(1, 34), min_size=1, max_size=2))
def test_wherever_writing_ends_the_next_run_comes_to_the_same(ends: list[int]) -> None:
    """Let every write after some number of them fail, once or twice, then let one run end."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(FORMATS, {NAME: FORMAT}):
        root = Path(folder)
        files = {"classes.txt": b"a\nb\n"}
        for number in range(3):
            files[f"images/{number}.png"] = encoded(smooth_picture(20 + number, 12), "PNG")
            files[f"notes/{number}.json"] = json.dumps(box_rows((20, 12), number)).encode()
        dataset = write_files(root / "in", files)
        run_export(job_for(dataset, root / "whole", FLIPPED), RunOptions(workers=1))
        job = job_for(dataset, root / "out", FLIPPED)
        for end in ends:
            with mock.patch.object(LocalWorkspace, "write", _ending_after(end, LocalWorkspace.write)):
                try:
                    run_export(job, RunOptions(workers=1))
                except ExportError:
                    continue
        report = run_export(job, RunOptions(workers=1))
        assert report.skipped == ()
        assert contents(job.out) == contents(root / "whole")
