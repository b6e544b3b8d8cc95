"""The formats of YOLO, for the registry."""

from __future__ import annotations

from functools import partial
from typing import Final

from augstudio.datasets.base import Dataset, DatasetFormat, DatasetReference
from augstudio.datasets.yolo.dataset import YoloDataset, sniff
from augstudio.datasets.yolo.rows import Task
from augstudio.datasets.yolo.writing import writer_for


def _open(reference: DatasetReference, task: Task) -> Dataset:
    return YoloDataset(reference, task)


YOLO_FORMATS: Final[dict[str, DatasetFormat]] = {
    task.value: DatasetFormat(
        partial(sniff, task=task), partial(_open, task=task), writer=partial(writer_for, task=task)
    )
    for task in Task
}
"""One format for each task, by its name."""
