"""What copies lose of labels is estimated before anything is written, as the manifest says it then."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from augstudio.core.labels import LabelCounts
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.text import roughly
from augstudio.datasets.label_writing import Loss, Losses
from augstudio.export import RunOptions, estimate_export, run_export
from augstudio.export.labels.copies import CopyLabelTrials
from augstudio.export.labels.records import OutputLabels
from augstudio.pipelines import Pipeline
from augstudio.transforms import Translate
from tests.commands import told
from tests.export.jobs import job_for, manifest
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

AWAY = Pipeline.of(
    (Translate(x_range=Range(0.5, 0.6), y_range=Range(0, 0)),), Padding(mode=PaddingMode.CONSTANT)
)
BOXES = ("0 0.2 0.5 0.2 0.4\n", "0 0.8 0.5 0.2 0.4\n", "0 0.45 0.5 0.4 0.4\n")


@pytest.fixture
def boxes(tmp_path: Path) -> Path:
    """Four pictures with three boxes each, and one that is not augmented."""
    files = {"data.yaml": b"train: images/train\nval: images/val\nnames: [cat]\n"}
    for number in range(5):
        split = "val" if number == 4 else "train"
        files[f"images/{split}/{number}.png"] = encoded(smooth_picture(40, 30), "PNG")
        files[f"labels/{split}/{number}.txt"] = "".join(BOXES).encode()
    return write_files(tmp_path / "in", files)


def of_copies(out: Path) -> Counter[str]:
    """What the manifest counts in copies."""
    found: Counter[str] = Counter()
    for line in manifest(out):
        if line["copy"]:
            found.update(line["labels"]["counts"])
    return found


def test_the_estimate_says_of_copies_what_the_manifest_will_say(boxes: Path, tmp_path: Path) -> None:
    job = job_for(boxes, tmp_path / "out", AWAY, copies=2)
    found = estimate_export(job)
    assert found is not None
    assert found.copy_labels is not None
    assert (found.copy_labels.tried, found.copy_labels.pictures) == (8, 4), "of one split there are none"
    run_export(job, RunOptions(workers=1))
    expected = of_copies(job.out)
    assert expected["outside"] == 8, "of each copy one box"
    counts = found.copy_labels.counts
    assert {name: getattr(counts, name) for name in expected} == expected
    assert found.copy_labels.loses_labels


def test_copies_that_are_not_tried_count_like_those_that_are(boxes: Path, tmp_path: Path) -> None:
    job = job_for(boxes, tmp_path / "out", AWAY, copies=7)
    found = estimate_export(job)
    assert found is not None
    assert found.copy_labels is not None
    assert found.copy_labels.tried == 8
    assert found.copy_labels.counts.outside == 4 * 7
    run_export(job, RunOptions(workers=1))
    assert of_copies(job.out)["outside"] == 4 * 7


def test_each_picture_weighs_as_many_copies_as_are_made_of_it() -> None:
    trials = CopyLabelTrials()
    trials.add((), 50)
    assert trials.estimate(50) is None
    once = OutputLabels("", counts=LabelCounts(real=1, outside=1), losses=Losses({Loss.ANGLES: 2}))
    trials.add((once, OutputLabels("")), 10)
    trials.add((OutputLabels("", counts=LabelCounts(real=3)),), 30)
    found = trials.estimate(80)
    assert found is not None
    assert (found.tried, found.pictures) == (3, 2)
    assert found.counts == LabelCounts(real=2 * (5 + 90), outside=2 * 5)
    assert found.losses == {Loss.ANGLES: 20}


@pytest.mark.parametrize(
    ("count", "said"), [(0, 0), (7, 7), (99, 99), (104, 100), (1249, 1200), (98_765, 99_000)]
)
def test_an_estimate_has_two_digits(count: int, said: int) -> None:
    assert roughly(count) == said


def test_a_dry_run_says_it_of_all_copies_and_what_was_tried(boxes: Path, tmp_path: Path) -> None:
    pipeline = tmp_path / "away.json"
    AWAY.save(str(pipeline))
    command = ("export", boxes, tmp_path / "out", "--pipeline", pipeline, "--copies", 50, "--workers", 1)
    said = told(*command, "--dry-run").stdout
    assert "labels of the pictures that were tried: 31 labels, 8 out of the picture" in said
    assert "labels of all copies, about, by 8 that were tried: 400 labels, 200 out of the picture" in said
