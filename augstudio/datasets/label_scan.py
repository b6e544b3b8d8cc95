"""Looks at the labels of many pictures: which classes each has, and what is broken or odd."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from augstudio.core.labels import Categories, Labels, SemanticMask
from augstudio.core.text import printable
from augstudio.datasets.base import PictureSource, Sample, SampleSource
from augstudio.datasets.files import PictureFiles
from augstudio.datasets.label_reading import ImageInfo, LabelProblem
from augstudio.errors import DatasetError, ImageError, message_of
from augstudio.images.codec import decoded_placement
from augstudio.images.reading import read_placement


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
            problem = LabelProblem(printable(sample.key), 0, message_of(error))
            yield ScannedLabels(sample.key, None, (problem,))
        else:
            classes = None if read.labels is None else _classes(read.labels, categories)
            yield ScannedLabels(sample.key, classes, read.problems)


def _classes(labels: Labels, categories: Categories) -> frozenset[int]:
    found = {item.category for item in labels.instances}
    if labels.tags is not None:
        found |= {position for position, _ in labels.tags.weights}
    if labels.semantic is not None:
        found |= _classes_of_map(labels.semantic, categories)
    return frozenset(found)


def _classes_of_map(mask: SemanticMask, categories: Categories) -> set[int]:
    values = set(np.flatnonzero(np.bincount(mask.classes.ravel())).tolist()) - {mask.ignore}
    numbers = (
        number if item.source_id is None else item.source_id for number, item in enumerate(categories.all)
    )
    return {position for position, value in enumerate(numbers) if value in values}
