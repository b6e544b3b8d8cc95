"""Series of pictures, such as those of one film, patient or place, as the names of files tell them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

from augstudio.datasets.base import Sample
from augstudio.datasets.left_out import COPY_NAME
from augstudio.datasets.splits import Split, without_number

_LARGEST_NAMED: Final = 0.5
_LARGEST_UNNAMED: Final = 0.1
_FEWEST_SERIES: Final = 5
_FEWEST_TORN: Final = 3

_SEPARATORS: Final = "-_ .("
# Days as cameras and telephones write them, and years that stand alone.
_DATE: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d([-_. ]?)(?:0[1-9]|1[0-2])(?:\1(?:0[1-9]|[12]\d|3[01]))?(?!\d)"
    r"|(?:^|[-_ .])(?:19|20)\d\d(?=$|[-_ .])"
)
# Folder and file number of a camera, as 101_0042.
_CAMERA: Final = re.compile(r"[1-9]\d\d")
_HEXADECIMAL: Final = re.compile(r"(?=.*[a-f])[0-9a-f]{6,}", re.IGNORECASE)
# A number and a word to which the last number is joined, as in clip7frame0012.
_JOINED: Final = re.compile(r".*\d[-_ .]?(?=[a-z]*[g-z])[a-z]{4,}", re.IGNORECASE)

_Name: TypeAlias = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class SeriesName:
    """What the names of a series have in common.

    Attributes:
        name: The name without its last number.
        is_numbered: Whether it has a number of its own, as ``clip7`` has, by which somebody told this series
            from others. Otherwise it may be a word, a camera or a day: ``cat``, ``IMG``, ``20240131``.
    """

    name: str
    is_numbered: bool


@dataclass(frozen=True)
class Series:
    """The pictures of a dataset that come in series, by their names.

    Attributes:
        numbered: Members of each series whose name has a number of its own.
        unnumbered: Those of all other series.
    """

    numbered: dict[_Name, list[Sample]] = field(default_factory=dict)
    unnumbered: dict[_Name, list[Sample]] = field(default_factory=dict)

    @property
    def torn_numbered(self) -> list[list[Sample]]:
        """Series with a number of their own of which several splits have a part."""
        return list(_torn(self.numbered.values()))

    @property
    def torn_unnumbered(self) -> list[list[Sample]]:
        """The same of the others, where there are so many of these that they can mean series at all."""
        torn = list(_torn(self.unnumbered.values()))
        return torn if len(self.unnumbered) >= _FEWEST_SERIES and len(torn) >= _FEWEST_TORN else []


def stem_of(key: str) -> str:
    """The name of a picture without folders and suffix; for each of a dataset, so without path objects."""
    name = key[key.rfind("/") + 1 :]
    return name.rpartition(".")[0] or name


@lru_cache(maxsize=1024)
def _named(name: str, sign: str) -> SeriesName | None:
    """What a name without its last number says, and the sign between them."""
    if not any(one.isdigit() for one in name) or _DATE.search(name) or _CAMERA.fullmatch(name):
        return SeriesName(name, is_numbered=False)
    return SeriesName(name, is_numbered=True) if sign in _SEPARATORS or _JOINED.fullmatch(name) else None


def series_name(stem: str) -> SeriesName | None:
    """The series that a name without its suffix says it is of; None where it says none.

    Names that end with no number say none, nor do augmented copies, nor what looks like a hash.
    """
    name = without_number(stem)
    if name == stem or COPY_NAME.fullmatch(stem) or _HEXADECIMAL.fullmatch(stem):
        return None
    return _named(name, stem[len(name)])


def series_of(samples: Iterable[Sample]) -> Series:
    """The series of samples that lie in splits, each of two pictures or more.

    Each class numbers its pictures by itself. A name that a class has, or that most of its pictures have, as
    ``cat_17`` and ``IMG_0001``, means no series.
    """
    pictures: Counter[tuple[str, ...]] = Counter()
    found: dict[bool, dict[_Name, list[Sample]]] = {True: {}, False: {}}
    for sample in samples:
        classes = sample.classes
        pictures[classes] += 1
        series = series_name(stem_of(sample.key))
        if series is not None and sample.split in (Split.TRAIN, Split.VAL, Split.TEST):
            found[series.is_numbered].setdefault((classes, series.name), []).append(sample)
    words = {name.casefold() for classes in pictures for name in classes}
    total = pictures.total()
    return Series(
        {
            name: members
            for name, members in _several(found[True], words)
            if len(members) <= _LARGEST_NAMED * pictures[name[0]]
        },
        {
            name: members
            for name, members in _several(found[False], words)
            if len(members) <= max(2, _LARGEST_UNNAMED * total)
        },
    )


def _several(found: dict[_Name, list[Sample]], classes: set[str]) -> Iterator[tuple[_Name, list[Sample]]]:
    """What has several members and is not called as a class is."""
    return (
        (name, members)
        for name, members in found.items()
        if len(members) > 1 and name[1].casefold() not in classes
    )


def _torn(series: Iterable[list[Sample]]) -> Iterator[list[Sample]]:
    return (members for members in series if len({sample.split for sample in members}) > 1)
