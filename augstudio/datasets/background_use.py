"""Tells whether a class of a dataset of objects is only there for masks, which have a background."""

from __future__ import annotations

from augstudio.core.label_classes import label_classes
from augstudio.datasets.base import Dataset, only_samples
from augstudio.datasets.between import is_background
from augstudio.datasets.label_reading import ImageInfo
from augstudio.errors import DatasetError, ImageError
from augstudio.images.codec import decoded_placement


def has_unused_background(dataset: Dataset) -> bool:
    """Whether the first class is called background, and no picture has it.

    All labels are read only where the first class is called so, until one has it.
    """
    categories = dataset.categories
    if categories is None or not len(categories) or not is_background(categories[0].name):
        return False
    for sample in only_samples(dataset.samples()):
        source = dataset.label_source(sample)
        if source is None:
            continue
        try:
            read = source.read(ImageInfo(*decoded_placement(dataset.read_bytes(sample))))
        except (DatasetError, ImageError):  # told where labels are surveyed, and not written either
            continue
        if read.labels is not None and 0 in label_classes(read.labels, categories):
            return False
    return True
