"""What rules look at: some pictures of a dataset, evenly from all classes, small and with their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.cached import cached_property
from augstudio.core.image import Image, Size
from augstudio.core.label_classes import label_class_names
from augstudio.core.labels import Categories, Labels
from augstudio.core.step import Step
from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.splits import Split
from augstudio.errors import AugStudioError
from augstudio.images.codec import decoded_placement

Floats: TypeAlias = npt.NDArray[np.floating[Any]]

MOST_PICTURES: Final = 200
"""Pictures that are looked at; more would take longer and hardly say more."""

SMALL_SIDE: Final = 64
"""Longest side of the small versions."""

# Multiples of it, without their whole parts, leave no gap for long.
_GOLDEN: Final = 0.6180339887498949


@dataclass(frozen=True, eq=False)
class Look:
    """One picture that is looked at.

    Attributes:
        sample: Which one.
        size: Width and height of the picture, upright.
        small: ``(H, W, C)`` uint8, a version that fits a square of :data:`SMALL_SIDE`.
        labels: Its labels in pixels of the full picture; None where it is not labelled.
        classes: Names of the classes that it has, as a whole and in its labels.
    """

    sample: Sample
    size: Size
    small: Image
    labels: Labels | None
    classes: frozenset[str]

    @property
    def class_name(self) -> str | None:
        """The one class of the whole picture; None where it has none or several."""
        return self.sample.classes[0] if len(self.sample.classes) == 1 else None


@dataclass(frozen=True, eq=False)
class Material:
    """Pictures of a dataset that an export would augment, and how it would.

    Attributes:
        dataset: Where they are from.
        looks: The pictures that could be read.
        total: How many pictures the dataset has that would be augmented.
        class_names: All classes of whole pictures.
        seed: The seed of an export.
        copies: Its copies of each picture.
        quality: The quality of its JPEG files, 1..100; None where it writes others.
    """

    dataset: Dataset
    looks: tuple[Look, ...]
    total: int
    class_names: tuple[str, ...]
    seed: int = 0
    copies: int = 4
    quality: int | None = 95
    _pictures: dict[str, Image | None] = field(default_factory=dict, repr=False)
    _found: dict[tuple[str, str], Floats] = field(default_factory=dict, repr=False)

    @property
    def categories(self) -> Categories:
        """The classes of labels; none where the dataset has no labels."""
        return self.dataset.categories or Categories()

    @cached_property
    def labelled(self) -> tuple[Look, ...]:
        """The pictures with labels of objects."""
        return tuple(look for look in self.looks if look.labels is not None and look.labels.instances)

    def looks_for(self, step: Step) -> tuple[Look, ...]:
        """The pictures in which a step may take part."""
        return tuple(look for look in self.looks if step.is_for(look.classes))

    def picture(self, look: Look) -> Image | None:
        """The full picture, ``(H, W, C)`` uint8; None where it cannot be read."""
        key = look.sample.key
        if key not in self._pictures:
            try:
                self._pictures[key] = self.dataset.read(look.sample)
            except AugStudioError:
                self._pictures[key] = None
        return self._pictures[key]

    def kept(self, place: tuple[str, str], find: Callable[[], Floats]) -> Floats:
        """What was found, found only once; by the key of a picture, or the keys of several, and a name."""
        if place not in self._found:
            self._found[place] = find()
        return self._found[place]


def gather(
    dataset: Dataset,
    samples: Sequence[Sample] | None = None,
    *,
    seed: int = 0,
    copies: int = 4,
    quality: int | None = 95,
    cancelled: Callable[[], bool] = lambda: False,
) -> Material | None:
    """Look at some pictures of a dataset.

    Args:
        dataset: The dataset; where it is divided, its training pictures count.
        samples: Its samples, where they are listed already.
        seed: The seed of an export.
        copies: Its copies of each picture.
        quality: The quality of its JPEG files; None where it writes others.
        cancelled: Asked between pictures whether to stop.

    Returns:
        What was seen; None if cancelled. Pictures and labels that cannot be read are left out.

    Raises:
        DatasetError: The dataset cannot be listed.
    """
    listed = list(only_samples(dataset.samples())) if samples is None else samples
    divided = dataset.has_splits and any(item.split is Split.TRAIN for item in listed)
    wanted = [item for item in listed if not divided or item.split is Split.TRAIN]
    names = tuple(sorted({name for item in wanted for name in item.classes}))
    looks: list[Look] = []
    for sample in evenly_chosen(wanted, MOST_PICTURES):
        if cancelled():
            return None
        look = _look(dataset, sample)
        if look is not None:
            looks.append(look)
    return Material(dataset, tuple(looks), len(wanted), names, seed, copies, quality)


def evenly_chosen(samples: Sequence[Sample], most: int) -> list[Sample]:
    """Up to ``most`` samples, as many of each class as there are, evenly from its whole listing."""
    by_class: dict[tuple[str, ...], list[Sample]] = {}
    for sample in samples:
        by_class.setdefault(sample.classes, []).append(sample)
    spread = [list(_spread(group, most)) for group in by_class.values()]
    turns = zip_longest(*spread)
    return [item for turn in turns for item in turn if item is not None][:most]


def _spread(group: Sequence[Sample], most: int) -> Iterator[Sample]:
    """Members of a group, evenly from all of it, so that the first few already come from everywhere."""
    count = min(len(group), most)
    order = sorted(range(count), key=lambda number: number * _GOLDEN % 1)
    return (group[number * len(group) // count] for number in order)


def _look(dataset: Dataset, sample: Sample) -> Look | None:
    try:
        data = dataset.read_bytes(sample)
        size, orientation = decoded_placement(data)
        small = dataset.thumbnail(sample, SMALL_SIDE)
    except AugStudioError:
        return None
    labels = _labels(dataset, sample, ImageInfo(size, orientation))
    own = frozenset() if labels is None else label_class_names(labels, dataset.categories or Categories())
    return Look(sample, size, small, labels, own.union(sample.classes))


def _labels(dataset: Dataset, sample: Sample, info: ImageInfo) -> Labels | None:
    try:
        source = dataset.label_source(sample)
        return None if source is None else source.read(info).labels
    except AugStudioError:
        return None
