"""Makes small YOLO datasets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from tests.folders import encoded, write_files
from tests.pictures import noise_picture

SIZE = (40, 20)
DATA = "train: images/train\nval: images/val\nnames: [cat, dog]\n"
PICTURE = encoded(noise_picture(*SIZE), "PNG")


def write_yolo(root: Path, files: Mapping[str, str | bytes | None], data: str = DATA) -> Path:
    """Write a dataset; what has no contents is a picture, and an empty text is a file all the same."""
    given = {
        name: PICTURE if text is None else text.encode() if isinstance(text, str) else text
        for name, text in {"data.yaml": data, **files}.items()
    }
    return write_files(root, given)


def small_yolo(root: Path, train: str = "0 0.5 0.5 0.5 0.5\n", data: str = DATA) -> Path:
    """One picture for training with labels, and one for validation without objects."""
    files = {"images/train/a.png": None, "labels/train/a.txt": train}
    return write_yolo(root, {**files, "images/val/b.png": None, "labels/val/b.txt": ""}, data)


def labels_of(dataset: Dataset, key: str, size: tuple[int, int] = SIZE) -> LabelsRead:
    """What is read for one sample."""
    source = dataset.label_source(sample_of(dataset, key))
    assert source is not None
    return source.read(ImageInfo(size))


def sample_of(dataset: Dataset, key: str) -> Sample:
    """The sample of a key."""
    return next(sample for sample in only_samples(dataset.samples()) if sample.key == key)


def keys_of(path: Path) -> dict[str, str | None]:
    """Keys of a dataset's samples, with their splits."""
    samples = only_samples(open_dataset(path).samples())
    return {sample.key: None if sample.split is None else sample.split.value for sample in samples}
