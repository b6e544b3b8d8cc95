"""Which pictures of a dataset an export takes, and on which side of a division each of them comes.

What is chosen by lot follows from seed and key alone: the pictures of a class, or all of them, are put into
the order of a hash of their keys, and the first ones are taken. So neither the order of the listing nor the
machine changes a choice, and a picture more changes at most a few: those at the ends of what is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from augstudio.core.randomness import lot
from augstudio.core.text import counted, printable
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.picture_places import split_prefixes
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError, Message
from augstudio.export.digests import DigestMap
from augstudio.export.options import ExportOptions
from augstudio.export.sample_classes import SampleClasses

ClassesOf: TypeAlias = Callable[[Sample], Iterable[str]]
"""The names of the classes that a picture has, as a whole and in its labels."""

_NAMED: Final = 3
_SIDES: Final = (Split.TRAIN, Split.VAL, Split.TEST)
_UNCHANGED: Final = b"="


@dataclass(frozen=True, slots=True)
class DividedSample(Sample):
    """A sample that the export has put into a split.

    Attributes:
        split_folder: The folder of the split in which it lies so far; empty where it lies in none.
    """

    split_folder: str = ""


def classes_of_whole(sample: Sample) -> tuple[str, ...]:
    """The classes of a picture without labels."""
    return sample.classes


@dataclass
class Choice:
    """Which listed samples an export takes, and in which split.

    Attributes:
        options: What is asked for.
        classes_of: The classes of a sample.
        places: What becomes of each sample that is taken, by its key: its split's place, or that it stays;
            None where that can be told of each sample by itself.
        split_folders: Folders of the dataset that are a split, the innermost first.
        ungrouped: In how many paths the pattern by which the dataset is divided is not found.
    """

    options: ExportOptions
    classes_of: ClassesOf = classes_of_whole
    places: DigestMap | None = None
    split_folders: tuple[str, ...] = ()
    ungrouped: int = 0
    _only: frozenset[str] | None = field(init=False)
    _classes: frozenset[str] = field(init=False)
    _missing: set[str] = field(init=False)
    _unseen: set[str] = field(init=False)
    _sides: Counter[Split] = field(init=False, default_factory=Counter)
    _taken: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Note what must be found."""
        only = self.options.only
        self._only = None if only is None else frozenset(only)
        self._classes = frozenset(self.options.only_classes)
        self._missing, self._unseen = set(only or ()), set(self._classes)

    def watch(self, found: Iterable[Sample | Skipped]) -> Iterator[Sample | Skipped]:
        """What is taken of what is listed; of what cannot be used only what would have been."""
        self._taken, self._sides = 0, Counter()
        takes_all = self._only is None and not self._classes and self.places is None
        for item in found:
            if isinstance(item, Sample):
                taken = item if takes_all else self.taken(item)
                if taken is not None:
                    self._taken += 1
                    if taken.split is not None:
                        self._sides[taken.split] += 1
                    yield taken
            elif self._only is None or item.name in self._only:
                self._missing.discard(item.name)
                yield item

    def partners(self, listed: Iterable[Sample | Skipped]) -> Iterable[Sample | Skipped]:
        """Those of what is listed that steps may mix in: all, each on its side where they are divided."""
        return self.watch(listed) if self.options.divide else listed

    def taken(self, sample: Sample) -> Sample | None:
        """A sample in the split in which it is exported; None where it is not taken."""
        if not self.is_eligible(sample):
            return None
        if self.places is None:
            return sample
        place = self.places.get(sample.key)
        if place is None:
            return None
        if place == _UNCHANGED:
            return sample
        folder = next((path for path in self.split_folders if sample.key.startswith(f"{path}/")), "")
        side = _SIDES[place[0]]
        return DividedSample(sample.key, sample.file, sample.class_name, side, sample.several, folder)

    def is_eligible(self, sample: Sample) -> bool:
        """Whether a sample is named, as far as samples or classes are."""
        if self._only is not None:
            if sample.key not in self._only:
                return False
            self._missing.discard(sample.key)
        if not self._classes:
            return True
        shared = self._classes.intersection(self.classes_of(sample))
        self._unseen -= shared
        return bool(shared)

    def check_taken(self) -> None:
        """Refuse to export nothing, after everything was watched.

        Raises:
            ExportError: The text names what is not there.
        """
        if not self._taken and (self._missing or self._unseen):
            raise ExportError(
                "none of the chosen pictures is in the dataset: {0}", _few(self._missing or self._unseen)
            )

    def notes(self) -> Iterator[Message]:
        """What should be known about the choice, after everything was watched."""
        if self._missing:
            yield Message("chosen, but not in the dataset: {0}", _few(self._missing))
        if self._unseen:
            yield Message("no chosen picture has the class {0}", _few(self._unseen))
        if self.options.divide:
            sides = (f"{side.value} {self._sides[side]:,}" for side in _SIDES if self._sides[side])
            yield Message("divided by the program: {0}", ", ".join(sides))
            if self.ungrouped:
                yield counted(
                    self.ungrouped,
                    "1 picture in whose path the pattern of the division is not found stays by itself",
                    "{0} pictures in whose paths the pattern of the division is not found stay by themselves",
                )
            for side, share in zip(_SIDES, self.options.division.shares, strict=True):
                if share and not self._sides[side]:
                    yield Message("no picture comes to {0}: there are too few pictures or groups", side.value)


def choice_of(
    options: ExportOptions,
    dataset: Dataset,
    listed: Iterable[Sample | Skipped],
    classes: SampleClasses | None,
) -> Choice:
    """What an export takes.

    Args:
        options: What is asked for.
        dataset: The dataset.
        listed: All that it lists; looked through where the choice depends on all pictures.
        classes: The classes in its labels; afterwards those pictures count in them that are augmented.

    Raises:
        ExportError: A dataset that is divided into several splits is to be divided, or by a pattern that is
            found in no path.
    """
    classes_of = classes_of_whole if classes is None else classes.names
    choice = _choice(options, dataset, listed, classes_of)
    if classes is not None:
        classes.count(choice.watch(listed), options)
    return choice


def _choice(
    options: ExportOptions, dataset: Dataset, listed: Iterable[Sample | Skipped], classes_of: ClassesOf
) -> Choice:
    if options.divide and dataset.has_splits and len(_splits_of(listed)) > 1:
        raise ExportError(
            "divide: the dataset is divided already; export it as it is, or say by the roles of its folders "
            "that they are no splits"
        )
    choice = Choice(options, classes_of)
    if not options.depends_on_all:
        return choice
    samples = [item for item in listed if isinstance(item, Sample) and choice.is_eligible(item)]
    if options.per_class:
        samples = _first_of_each_class(samples, options, classes_of)
    places, ungrouped = DigestMap(), 0
    if options.divide:
        ungrouped = options.division.ungrouped(samples)
        sides = options.division.sides(samples, classes_of)
        for sample, side in zip(samples, sides, strict=True):
            places.put(sample.key, bytes((_SIDES.index(side),)))
    else:
        for sample in samples:
            places.put(sample.key, _UNCHANGED)
    folders = split_prefixes(dataset) if options.divide else ()
    return Choice(options, classes_of, places, folders, ungrouped)


def _splits_of(listed: Iterable[Sample | Skipped]) -> set[Split | None]:
    return {item.split for item in listed if isinstance(item, Sample)}


def _first_of_each_class(
    samples: list[Sample], options: ExportOptions, classes_of: ClassesOf
) -> list[Sample]:
    """As many pictures of each class and split as are asked for, in the order of the listing.

    A picture of several classes is taken where it is among the first of one of them; those of no class are
    taken for one more class.
    """
    ordered = sorted(samples, key=lambda sample: lot(options.seed, "per class", sample.key))
    counts: Counter[tuple[Split | None, str]] = Counter()
    taken = set()
    for sample in ordered:
        groups = [(sample.split, name) for name in dict.fromkeys(classes_of(sample))] or [(sample.split, "")]
        if any(counts[group] < options.per_class for group in groups):
            taken.add(sample.key)
        counts.update(groups)
    return [sample for sample in samples if sample.key in taken]


def _few(names: Iterable[str]) -> str:
    """The first few names, and how many more there are."""
    ordered = sorted(names)
    more = len(ordered) - _NAMED
    return ", ".join(map(printable, ordered[:_NAMED])) + (f" (+{more:,})" if more > 0 else "")
