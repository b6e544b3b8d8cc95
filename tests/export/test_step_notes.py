"""Steps that name classes which the dataset does not have are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from augstudio.assets import labelled_sample
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.step import Step
from augstudio.datasets.base import DatasetReference, only_samples
from augstudio.datasets.formats import reopened
from augstudio.export.job import ExportJob
from augstudio.export.step_notes import step_notes
from augstudio.pipelines import Pipeline
from augstudio.transforms import CopyPaste, VerticalFlip
from tests.export.jobs import job_for
from tests.folders import small_dataset


def notes(root: Path, *steps: Step) -> list[str]:
    """What is noted of steps and a dataset."""
    job: ExportJob = job_for(root, root / "out", pipeline=Pipeline(steps=steps))
    dataset = reopened(DatasetReference(root))
    return list(step_notes(job, dataset, list(dataset.samples())))


def flip(number: int, **limits: tuple[str, ...]) -> Step:
    return Step(id=number, transform=VerticalFlip(), **limits)


def test_classes_that_no_label_has_are_named(tmp_path: Path) -> None:
    steps = (
        flip(1, classes=("cat", "Cat")),
        flip(2, not_classes=("dogs", "cups")),
        Step(id=3, transform=CopyPaste(only_classes=("birds",))),
        Step(id=4, transform=VerticalFlip(), classes=("cow",), enabled=False),
    )
    assert notes(labelled_sample(), *steps) == [
        "the step vertical_flip names 1 class that the dataset does not have: Cat",
        "the step vertical_flip names 2 classes that the dataset does not have: dogs, cups",
        "the step copy_paste names 1 class that the dataset does not have: birds",
    ]
    assert notes(labelled_sample(), flip(1, classes=("cat",))) == []


def test_keypoints_that_no_class_has_are_named() -> None:
    job = job_for(labelled_sample(), Path("out"))
    policy = LabelPolicy(swap="left_eye:right_eye,left_eye:tail,foo:bar")
    pipeline = job.pipeline.model_copy(update={"labels": policy})
    dataset = reopened(DatasetReference(labelled_sample()))
    assert list(step_notes(replace(job, pipeline=pipeline), dataset, ())) == [
        "no class has both keypoints left_eye and tail, which are to change places",
        "no class has both keypoints foo and bar, which are to change places",
    ]


def test_classes_that_no_folder_has_are_named(tmp_path: Path) -> None:
    root = small_dataset(tmp_path / "in", 2)
    samples = only_samples(reopened(DatasetReference(root)).samples())
    inside = tuple({name for sample in samples for name in sample.classes})
    assert inside
    assert notes(root, flip(1, not_classes=inside)) == []
    assert notes(root, flip(1, not_classes=(*inside, "9"))) == [
        "the step vertical_flip names 1 class that the dataset does not have: 9"
    ]
