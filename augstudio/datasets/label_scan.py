"""Looks at the labels of many pictures: which classes each has, and what is broken or odd."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from augstudio.core.label_classes import label_classes
from augstudio.core.labels import Categories
from augstudio.datasets.base import PictureSource, Sample, SampleSource
from augstudio.datasets.files import PictureFiles
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, problem_of
from augstudio.errors import DatasetError, ImageError


@dataclass(frozen=True, slots=True)
class ScannedLabels:
    """What the labels of one picture come to.

    Attributes:
        key: The sample's key.
        classes: Positions of its classes; None where it is not labelled, or its labels cannot be read.
        problems: What is broken or odd.
    """

    key: str
    classes: frozenset[int] | None
    problems: tuple[LabelProblem, ...] = ()


def image_info(pictures: PictureSource, sample: Sample) -> ImageInfo:
    """What must be known of a sample's picture to read its labels, mostly from the beginning of its file.

    Raises:
        ImageError: It cannot be read.
    """
    from augstudio.images.codec import decoded_placement
    from augstudio.images.reading import read_placement

    if isinstance(pictures, PictureFiles):
        return ImageInfo(*read_placement(sample.path))
    return ImageInfo(*decoded_placement(pictures.read_bytes(sample)))


def scanned_labels(dataset: SampleSource, samples: Iterable[Sample]) -> Iterator[ScannedLabels]:
    """Look at the labels of samples while this is consumed; a picture that cannot be read has none."""
    categories = dataset.categories or Categories()
    for sample in samples:
        source = dataset.label_source(sample)
        if source is None:
            yield ScannedLabels(sample.key, None)
            continue
        try:
            read = source.read(image_info(dataset, sample))
        except ImageError:  # the list says so at the picture
            yield ScannedLabels(sample.key, None)
        except DatasetError as error:
            yield ScannedLabels(sample.key, None, (problem_of(error, sample.key),))
        else:
            classes = None if read.labels is None else label_classes(read.labels, categories)
            yield ScannedLabels(sample.key, classes, read.problems)
