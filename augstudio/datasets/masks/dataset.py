"""Datasets whose labels are masks: a picture of numbers or colours for each picture, in a folder beside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories, Category
from augstudio.core.text import printable
from augstudio.datasets.annotated_pictures import AnnotatedPictures, key_of, picture_sample
from augstudio.datasets.background_use import has_unused_background
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.label_folder import stem_of
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_writing import LabelWriter
from augstudio.datasets.masks.classes import FIRST_WITH_INSTANCES, MaskClasses, cityscapes, listed_classes
from augstudio.datasets.masks.finding import whole_of_part
from augstudio.datasets.masks.pairs import Pair, mask_pairs
from augstudio.datasets.masks.reading import PER_CLASS, MaskFiles, MaskMeaning
from augstudio.datasets.masks.writing import MaskWriter
from augstudio.datasets.splits import Split, split_of
from augstudio.errors import DatasetError, ImageError, Message, message_of
from augstudio.images.label_map import ColouredMaskError, LabelMap, Palette, read_label_map

_LOOKED_AT: Final = 16
_BINARY: Final = (0, 255)
_IGNORED: Final = 255
_MOST_FOLDERS: Final = 12


class MaskFolders(AnnotatedPictures):
    """Pictures with masks of classes, of instances, or both.

    Classes come from a list in the folder (``classes.csv``, ``class_dict.csv``, ``label_colors.txt``,
    ``labelmap.txt``, ``codes.txt`` ...), from the names of Cityscapes' files, or are the numbers that some of
    the masks hold.
    """

    def __init__(self, reference: DatasetReference) -> None:
        """Check that the folder can be listed; no mask is read yet.

        Args:
            reference: The folder.

        Raises:
            DatasetError: It is missing or no folder.
        """
        super().__init__(reference, whole_of_part(Candidate(reference.path.absolute())) or reference.path)
        try:
            os.scandir(self.root).close()
        except (OSError, ValueError) as error:
            raise DatasetError(
                "the folder {0} cannot be read: {1}", printable(str(reference.path)), message_of(error)
            ) from None

    @cached_property
    def _pairs(self) -> dict[str, Pair]:
        root = str(self.root)
        return {key_of(root, pair.picture): pair for pair in mask_pairs(root)}

    @property
    def holds_instances(self) -> bool:
        """Whether there are masks of instances."""
        return self._plain_instances or any(pair.instances for pair in self._pairs.values())

    @property
    def holds_classes(self) -> bool:
        """Whether there are masks of classes."""
        return not self._plain_instances and any(pair.classes for pair in self._pairs.values())

    @property
    def is_coloured(self) -> bool:
        """Whether classes are colours."""
        return bool(self.meaning.colours)

    @cached_property
    def _samples(self) -> list[tuple[str, Sample | Skipped]]:
        items = []
        for key, pair in sorted(self._pairs.items(), key=lambda item: item[0].split("/")):
            splits = filter(None, map(split_of, key.split("/")[:-1]))
            items.append((key, picture_sample(str(self.root), pair.picture, next(splits, None))))
        if any(isinstance(item, Sample) and item.split for _, item in items):
            return [(key, _divided(item)) for key, item in items]
        return items

    @property
    def has_splits(self) -> bool:
        """Whether some of its folders are splits."""
        return any(isinstance(item, Sample) and item.split for _, item in self._samples)

    def found(self) -> Iterator[Sample | Skipped]:
        """All pictures, also those without a mask."""
        return (item for _, item in self._samples)

    @cached_property
    def _looked_at(self) -> list[LabelMap]:
        """Some of the masks of classes."""
        files = [pair.classes for pair in self._pairs.values() if pair.classes is not None]
        found = []
        for path in files[:: max(1, len(files) // _LOOKED_AT)][:_LOOKED_AT]:
            try:
                found.append(read_label_map(Path(path)))
            except ImageError:  # reading its labels will say what is wrong
                continue
        return found

    @cached_property
    def _plain_instances(self) -> bool:
        """Whether a folder of masks holds numbers of instances: they have 16 bits, and no list of classes."""
        if self._listed is not None or any(pair.instances for pair in self._pairs.values()):
            return False
        return any(mask.values.dtype != np.uint8 for mask in self._looked_at)

    @cached_property
    def _listed(self) -> MaskClasses | None:
        """The classes that are known without looking into masks."""
        listed = listed_classes(self.root)
        if listed is not None:
            return listed
        stems = {stem_of(pair.classes or pair.instances or "").casefold() for pair in self._pairs.values()}
        if any("_gtfine_label" in stem or "_gtcoarse_label" in stem for stem in stems):
            return cityscapes(to_train=any("trainids" in stem for stem in stems))
        return None

    @cached_property
    def _classes(self) -> MaskClasses:
        if self._listed is not None:
            return self._listed
        if not self.holds_classes:
            return MaskClasses((Category("object", 1),))
        values: set[int] = set()
        palette: Palette | None = None
        for mask in self._looked_at:
            values.update(np.unique(mask.values).tolist())
            palette = palette or mask.palette
        if values == set(_BINARY):
            return MaskClasses((Category("background", 0), Category("foreground", _BINARY[1])))
        named = range(max((value for value in values if value != _IGNORED), default=0) + 1)
        return MaskClasses(tuple(Category(str(value), value, _colour(palette, value)) for value in named))

    @property
    def categories(self) -> Categories:
        """Its classes, without the background and what counts for nothing: no object is of these."""
        return Categories(self._classes.objects)

    @property
    def listed(self) -> tuple[Category, ...]:
        """All that its list names, in the order of the list."""
        return self._classes.all

    @cached_property
    def meaning(self) -> MaskMeaning:
        """What the numbers in its masks mean."""
        known = self._classes
        values = tuple(item.source_id or 0 for item in known.all)
        objects = tuple(item.source_id or 0 for item in known.objects)
        ignore = known.ignored
        if ignore is None and _IGNORED not in values:
            ignore = _IGNORED
        colours = tuple((item.colour, item.source_id or 0) for item in known.all if item.colour is not None)
        coloured = len(colours) == len(values) and self._any_coloured
        person = any((item.source_id, item.name) == FIRST_WITH_INSTANCES for item in known.all)
        first = FIRST_WITH_INSTANCES[0] if person else PER_CLASS
        apart = tuple(value for value in values if value not in objects)
        return MaskMeaning(objects, colours if coloured else (), ignore, first, apart)

    @cached_property
    def _any_coloured(self) -> bool:
        """Whether a mask of classes is in colours, by the first ones."""
        for pair in [pair for pair in self._pairs.values() if pair.classes is not None][:_LOOKED_AT]:
            try:
                read_label_map(Path(pair.classes or ""))
            except ColouredMaskError:
                return True
            except ImageError:
                continue
        return False

    @property
    def counts_instances_by_class(self) -> bool:
        """Whether the numbers of instances say their classes."""
        return any(pair.by_number for pair in self._pairs.values())

    def label_source(self, sample: Sample) -> MaskFiles | None:
        """A picture's masks; None where it has none."""
        pair = self._pairs.get(sample.key)
        if pair is None or (pair.classes is None and pair.instances is None):
            return None
        classes, instances = pair.classes, pair.instances
        if self._plain_instances:
            classes, instances = None, classes
        return MaskFiles(classes, instances, str(self.root), self.meaning, pair.by_number)

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """Pictures with several masks."""
        found = []
        for pair in self._pairs.values():
            for path in pair.further:
                shown = printable(key_of(str(self.root), path))
                picture = printable(key_of(str(self.root), pair.picture))
                found.append(LabelProblem(shown, 0, Message("{0} has another mask, which counts", picture)))
        return tuple(found)


def _divided(item: Sample | Skipped) -> Sample | Skipped:
    return replace(item, split=item.split or Split.OTHER) if isinstance(item, Sample) else item


def _colour(palette: Palette | None, value: int) -> tuple[int, int, int] | None:
    return palette[value] if palette is not None and value < len(palette) else None


def opened(reference: DatasetReference) -> MaskFolders:
    """Open what a reference names.

    Raises:
        DatasetError: It is missing or no folder.
    """
    return MaskFolders(reference)


def writer(dataset: Dataset) -> LabelWriter:
    """What writes a dataset's labels in this format."""
    categories = dataset.categories or Categories()
    if not isinstance(dataset, MaskFolders):
        return MaskWriter.for_instances(categories, unused=has_unused_background(dataset))
    meaning = dataset.meaning
    return MaskWriter(
        categories,
        meaning.values,
        meaning.ignore,
        classes=dataset.holds_classes,
        instances=dataset.holds_instances,
        by_number=dataset.counts_instances_by_class,
        colours=dataset.is_coloured,
        listed=dataset.listed,
    )
