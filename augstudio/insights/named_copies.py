"""Augmented copies, by the names that exports give them, apart from their originals or from each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from augstudio.core.text import counted
from augstudio.datasets.base import Sample
from augstudio.datasets.left_out import COPY_NAME
from augstudio.datasets.splits import Split
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.name_series import stem_of

_MARK: Final = "__aug"

_COPIES_REMEDY: Final = "keep copies in the split of their original, or take the originals alone"


def copies_by_name(samples: Sequence[Sample]) -> Iterator[Advice]:
    """What to say of augmented copies in another split than their original, or than each other.

    Args:
        samples: All pictures of a dataset, as a copy is told from a picture of such a name by its original.
    """
    if not any(_MARK in sample.key for sample in samples):
        return
    # Classes number their pictures each for itself, so that one name is several pictures.
    homes: dict[tuple[str | None, str], set[Split]] = {}
    copies: dict[tuple[str | None, str], list[Sample]] = {}
    for sample in samples:
        stem = stem_of(sample.key)
        match = COPY_NAME.fullmatch(stem)
        if sample.split is not None and match:
            copies.setdefault((sample.class_name, match["stem"]), []).append(sample)
        elif sample.split is not None:
            homes.setdefault((sample.class_name, stem), set()).add(sample.split)
    known = [(copy, homes[name]) for name, found in copies.items() if name in homes for copy in found]
    yield from _away(tuple(copy.key for copy, home in known if copy.split not in home))
    others = (tuple(found) for name, found in copies.items() if name not in homes)
    yield from _torn(tuple(found for found in others if len({copy.split for copy in found}) > 1))


def _away(found: tuple[str, ...]) -> Iterator[Advice]:
    """Copies, by their keys, in another split than their original."""
    if found:
        yield Advice(
            "copy-and-original",
            Severity.LIKELY_WRONG,
            None,
            counted(
                len(found),
                "1 augmented copy, by its name, lies in another split than its original",
                "{0} augmented copies, by their names, lie in another split than their originals",
            ),
            Message(_COPIES_REMEDY),
            Example(found[0]),
            {"copies": len(found)},
            tuple((key,) for key in found),
        )


def _torn(pictures: tuple[tuple[Sample, ...], ...]) -> Iterator[Advice]:
    """Copies of the same picture in several splits, where the picture itself is not there."""
    if pictures:
        yield Advice(
            "copies-across-splits",
            Severity.LIKELY_WRONG,
            None,
            counted(
                len(pictures),
                "augmented copies of 1 picture, by their names, lie in several splits",
                "augmented copies of {0} pictures, by their names, lie in several splits",
            ),
            Message(_COPIES_REMEDY),
            Example(pictures[0][0].key),
            {"pictures": len(pictures)},
            tuple(tuple(copy.key for copy in found) for found in pictures),
        )
