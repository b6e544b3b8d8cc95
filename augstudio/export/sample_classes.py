"""The classes that pictures have in their labels, by which an export chooses and balances them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from augstudio.core.label_classes import label_classes
from augstudio.core.labels import Categories, Labels
from augstudio.core.text import printable
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.label_reading import ImageInfo
from augstudio.errors import DatasetError, ExportError, ImageError, Message
from augstudio.export.digests import DigestMap
from augstudio.export.options import ExportOptions
from augstudio.images.codec import decoded_placement

_MOST: Final = 32_000  # classes of one picture that are kept
_NAMED: Final = 8


class SampleClasses:
    """The classes of all samples of a dataset, by the samples' keys.

    A picture that shows several classes is counted in one of them when classes are balanced: the one that
    the fewest pictures show.
    """

    def __init__(self, categories: Categories, chosen: frozenset[int] | None) -> None:
        """Begin without a sample.

        Args:
            categories: The dataset's classes.
            chosen: Those whose pictures are augmented, by their positions; None for all pictures.
        """
        self._categories = categories
        self._chosen = chosen
        self._of_samples = DigestMap()
        self._pictures: Counter[int] = Counter()

    def add(self, key: str, classes: Iterable[int]) -> None:
        """Add a sample with the positions of its classes."""
        self._of_samples.put(key, array("H", sorted(set(classes))[:_MOST]).tobytes())

    def count(self, samples: Iterable[Sample | Skipped], options: ExportOptions) -> None:
        """Count the pictures of each class that are augmented, of those that an export takes."""
        self._pictures.clear()
        for item in samples:
            if isinstance(item, Sample) and (item.split is None or item.split in options.splits):
                self._pictures.update(self._of(item.key))

    def names(self, sample: Sample) -> tuple[str, ...]:
        """The names of a sample's classes."""
        return tuple(self._categories[position].name for position in self._of(sample.key))

    def is_chosen(self, key: str) -> bool:
        """Whether a sample shows one of the chosen classes, or all are chosen."""
        return self._chosen is None or not self._chosen.isdisjoint(self._of(key))

    def rarest(self, key: str) -> str | None:
        """The name of the class in which a sample is counted; None where it shows none."""
        found = min(self._of(key), key=lambda position: (self._pictures[position], position), default=None)
        return None if found is None else self._categories[found].name

    def unreached(self, counted: Iterable[str | None]) -> tuple[str, ...]:
        """Classes that pictures show, but in which none of them is counted."""
        shown = {self._categories[position].name: None for position in sorted(self._pictures)}
        within = set(counted)
        return tuple(name for name in shown if name not in within)

    def _of(self, key: str) -> array[int]:
        return array("H", self._of_samples.get(key) or b"")


def sample_classes(
    dataset: Dataset,
    samples: Iterable[Sample | Skipped],
    options: ExportOptions,
    cancelled: Callable[[], bool],
) -> SampleClasses | None:
    """The classes of all samples, read from their labels; None if cancelled, or where nothing depends on it.

    Args:
        dataset: The dataset.
        samples: Its samples.
        options: What is chosen.
        cancelled: Asked at each sample.

    Raises:
        ExportError: A class is chosen that there is not.
    """
    categories = dataset.categories
    if categories is None:
        return None
    if options.classes is None and not options.is_balanced and not options.asks_classes:
        return None
    found = SampleClasses(categories, _chosen(categories, options.classes))
    for sample in samples:
        if cancelled():
            return None
        if isinstance(sample, Sample):
            labels = labels_of(dataset, sample)
            found.add(sample.key, () if labels is None else label_classes(labels, categories))
    return found


def _chosen(categories: Categories, names: tuple[str, ...] | None) -> frozenset[int] | None:
    if names is None:
        return None
    known = {category.name: position for position, category in enumerate(categories.all)}
    for name in names:
        if name not in known:
            raise ExportError(
                "classes: there is no class {0}; there are {1}", printable(name), _named(tuple(known))
            )
    if not names:
        raise ExportError("classes: must name at least one of {0}", _named(tuple(known)))
    return frozenset(position for position, item in enumerate(categories.all) if item.name in names)


def labels_of(dataset: Dataset, sample: Sample) -> Labels | None:
    """A sample's labels as they are; None where it is not labelled, or cannot be used."""
    try:
        source = dataset.label_source(sample)
        if source is None:
            return None
        size, orientation = decoded_placement(dataset.read_bytes(sample))
        return source.read(ImageInfo(size, orientation)).labels
    except (DatasetError, ImageError):
        return None


def class_notes(
    classes: SampleClasses | None, options: ExportOptions, counted: Iterable[str | None]
) -> tuple[str, ...]:
    """What should be known where classes are balanced by labels, one sentence each."""
    if classes is None or not options.is_balanced:
        return ()
    rule = Message(
        "a picture that shows several classes counts for the rarest of them, so the others come to more files"
    )
    unreached = classes.unreached(counted)
    if not unreached:
        return (rule,)
    return (
        rule,
        Message("seen only beside rarer classes, so that no picture counts for them: {0}", _named(unreached)),
    )


def _named(names: tuple[str, ...]) -> str:
    more = len(names) - _NAMED
    return ", ".join(map(printable, names[:_NAMED])) + (f" (+{more:,})" if more > 0 else "")
