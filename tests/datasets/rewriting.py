"""Writes a dataset's labels through a format's writer, as an export without changes does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from augstudio.datasets.base import Dataset, DatasetReference, Sample, only_samples
from augstudio.datasets.formats import FORMATS, reopened
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from augstudio.datasets.label_writing import WrittenImage


def opened(path: Path, name: str = "") -> Dataset:
    """A dataset in a format, or in the one that it is taken for."""
    return reopened(DatasetReference(path, name))


def labels_of(dataset: Dataset, key: str) -> LabelsRead:
    """What is read of one sample's labels."""
    sample = next(item for item in only_samples(dataset.samples()) if item.key == key)
    return _read(dataset, sample)


def all_labels(dataset: Dataset) -> dict[str, LabelsRead]:
    """What is read of all samples' labels, by keys."""
    return {item.key: _read(dataset, item) for item in only_samples(dataset.samples())}


def rewritten(dataset: Dataset, name: str, out: Path) -> Dataset:
    """A dataset written into a folder in a format, and opened again."""
    kind = FORMATS[name].writer
    assert kind is not None
    writer = kind(dataset)
    pictures: list[tuple[WrittenImage, bytes]] = []
    for sample in only_samples(dataset.samples()):
        file = writer.image_file(sample.key, sample.split)
        image = WrittenImage(file, _size(dataset, sample), sample.split, sample.key, 0)
        encoded = writer.encode(image, _read(dataset, sample).labels)
        files = {file: dataset.read_bytes(sample)}
        pairs = zip(writer.label_files(file), encoded.files, strict=True)
        files |= {label: data for label, data in pairs if data is not None}
        for place, data in files.items():
            (out / place).parent.mkdir(parents=True, exist_ok=True)
            (out / place).write_bytes(data)
        pictures.append((image, encoded.entry))

    def entries() -> Iterator[tuple[WrittenImage, bytes]]:
        return iter(pictures)

    for place, pieces in writer.shared_files(entries):
        (out / place).parent.mkdir(parents=True, exist_ok=True)
        (out / place).write_bytes(b"".join(pieces))
    return opened(out, name)


def _size(dataset: Dataset, sample: Sample) -> tuple[int, int]:
    height, width = dataset.read(sample).shape[:2]
    return width, height


def _read(dataset: Dataset, sample: Sample) -> LabelsRead:
    source = dataset.label_source(sample)
    return LabelsRead(None) if source is None else source.read(ImageInfo(_size(dataset, sample)))
