"""Pictures that training and testing have in common, so that a model's figures come out too good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

import numpy as np

from augstudio.core.text import counted
from augstudio.datasets.base import Dataset, Sample
from augstudio.datasets.left_out import COPY_NAME
from augstudio.datasets.origins import Origins
from augstudio.datasets.splits import Split, without_number
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.fingerprints import (
    Fingerprint,
    Pair,
    by_content,
    fingerprints,
    hash_distances,
    nearly_same,
)
from augstudio.insights.material import evenly_chosen
from augstudio.insights.recorded_copies import advice_on_copies, recorded_copies

MOST_PICTURES: Final = 10_000
"""Pictures of each split that are compared."""

_TESTED: Final = (Split.VAL, Split.TEST)
_FEWEST_GROUPS: Final = 5
_FEWEST_CROSSING: Final = 3
_LARGEST_SHARE: Final = 0.1
_MEASURED: Final = 600
_CLOSER: Final = 0.8

_SAME_REMEDY: Final = "keep each of these pictures in one split only"
_GROUPS_REMEDY: Final = (
    "if a name stands for one patient, place or film, keep it in one split: an export can divide by name"
)
_COPIES_REMEDY: Final = "keep copies in the split of their original, or take the originals alone"


def leaks(
    dataset: Dataset,
    samples: Sequence[Sample],
    cancelled: Callable[[], bool] = lambda: False,
    origins: Origins = MappingProxyType({}),
) -> tuple[Advice, ...] | None:
    """What splits have in common: the same picture, nearly the same one, copies, and groups by name.

    Args:
        dataset: The dataset.
        samples: Its samples.
        cancelled: Asked between pictures whether to stop.
        origins: What manifests of exports say of files; then copies are told as well that an export would
            change again, also where the dataset is not divided.

    Returns:
        What was found; None if cancelled. Of each split, and of what is in none, at most
        :data:`MOST_PICTURES` are compared, evenly chosen.
    """
    parts: dict[Split | None, list[Sample]] = {}
    for sample in samples:
        parts.setdefault(sample.split, []).append(sample)
    chosen = {split: evenly_chosen(members, MOST_PICTURES) for split, members in parts.items()}
    looked_at = [sample for members in chosen.values() for sample in members]
    recorded = recorded_copies(dataset, looked_at, origins, cancelled)
    if recorded is None:
        return None
    told = tuple(advice_on_copies(recorded, len(looked_at)))
    divided = {split: chosen[split] for split in (Split.TRAIN, *_TESTED) if split in chosen}
    if len(divided) < 2:
        return told
    seen: dict[Split, list[Fingerprint]] = {}
    for split, members in divided.items():
        prints = fingerprints(dataset, members, cancelled)
        if prints is None:
            return None
        seen[split] = prints
    near = _near_pairs(seen, cancelled)
    if near is None:
        return None
    everything = [item for part in seen.values() for item in part]
    # Copies that a manifest knows are told already.
    known = {item.sample.key for item in recorded if item.origin.copy}
    by_name = _copies([sample for sample in samples if sample.key not in known])
    return (*told, *_same(everything), *_nearly(near), *by_name, *_groups(everything))


def _same(everything: Sequence[Fingerprint]) -> Iterator[Advice]:
    """Files that are the same to the byte in several splits."""
    groups = [group for group in by_content(everything) if len({item.sample.split for item in group}) > 1]
    if not groups:
        return
    yield Advice(
        "same-picture",
        Severity.LIKELY_WRONG,
        None,
        counted(
            len(groups),
            "1 picture lies in several splits, the same to the byte: what is tested was seen in training",
            "{0} pictures lie in several splits, the same to the byte: what is tested was seen in training",
        ),
        Message(_SAME_REMEDY),
        Example(groups[0][0].sample.key),
        {"pictures": len(groups)},
        tuple(tuple(item.sample.key for item in group) for group in groups),
    )


def _near_pairs(seen: dict[Split, list[Fingerprint]], cancelled: Callable[[], bool]) -> list[Pair] | None:
    """Pairs of different files across splits."""
    found: list[Pair] = []
    order = list(seen)
    for place, later in enumerate(order):
        for earlier in order[:place]:
            pairs = nearly_same(seen[later], seen[earlier], cancelled)
            if pairs is None:
                return None
            found += [pair for pair in pairs if pair.first.content != pair.second.content]
    return found


def _nearly(pairs: list[Pair]) -> Iterator[Advice]:
    """Pictures that differ in size, compression, brightness or by a mirror alone."""
    if not pairs:
        return
    mirrored = sum(pair.mirrored for pair in pairs)
    least = min(pair.likeness for pair in pairs)
    yield Advice(
        "nearly-same-picture",
        Severity.LIKELY_WRONG,
        None,
        counted(
            len(pairs),
            "1 picture to test with is nearly one of another split ({1} of them mirrored): their brightness "
            "goes up and down alike, to {2} of 1",
            "{0} pictures to test with are nearly one of another split ({1} of them mirrored): their "
            "brightness goes up and down alike, to at least {2} of 1",
            mirrored,
            f"{least:.2f}",
        ),
        Message(_SAME_REMEDY),
        Example(pairs[0].first.sample.key),
        {"pairs": len(pairs), "mirrored": mirrored, "likeness": least},
        tuple((pair.second.sample.key, pair.first.sample.key) for pair in pairs),
    )


def _copies(samples: Sequence[Sample]) -> Iterator[Advice]:
    """Augmented copies, by the names that we give them, apart from their originals or from each other."""
    # Classes number their pictures each for itself, so that one name is several pictures.
    homes: dict[tuple[str | None, str], set[Split]] = {}
    copies: dict[tuple[str | None, str], list[Sample]] = {}
    for sample in samples:
        stem = PurePosixPath(sample.key).stem
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


def _groups(everything: Sequence[Fingerprint]) -> Iterator[Advice]:
    """Series of pictures, by their names, that are torn apart by splits."""
    series = _series(everything)
    crossing = {
        name: items for name, items in series.items() if len({item.sample.split for item in items}) > 1
    }
    if len(series) < _FEWEST_GROUPS or len(crossing) < _FEWEST_CROSSING:
        return
    within, between = _closeness([items for items in series.values() if len(items) > 1])
    alike = within < _CLOSER * between
    first = next(iter(crossing.values()))
    yield Advice(
        "groups-across-splits",
        Severity.LIKELY_WRONG if alike else Severity.NOTE,
        None,
        Message(
            "{0} of {1} series of names, as {2}, lie in several splits; hashes of pictures of one series "
            "differ in {3} of 128 bits, of different series in {4}",
            len(crossing),
            len(series),
            without_number(PurePosixPath(first[0].sample.key).stem),
            f"{within:.0f}",
            f"{between:.0f}",
        ),
        Message(_GROUPS_REMEDY),
        Example(first[0].sample.key),
        {"series": len(series), "crossing": len(crossing), "within": within, "between": between},
        tuple(tuple(item.sample.key for item in items) for items in crossing.values()),
    )


def _series(everything: Sequence[Fingerprint]) -> dict[str, list[Fingerprint]]:
    """Pictures whose names differ in their last number alone, where such names can mean a series.

    A name that most pictures have, or all of a class, as ``IMG_0001`` or ``cat_17``, means none.
    """
    found: dict[str, list[Fingerprint]] = {}
    classes = Counter(name.casefold() for item in everything for name in set(item.sample.classes))
    for item in everything:
        stem = PurePosixPath(item.sample.key).stem
        name = without_number(stem)
        if name != stem and name.casefold() not in classes:
            found.setdefault(f"{'/'.join(item.sample.classes)}/{name}", []).append(item)
    most = max(2, _LARGEST_SHARE * len(everything))
    return {name: items for name, items in found.items() if 1 < len(items) <= most}


def _closeness(groups: list[list[Fingerprint]]) -> tuple[float, float]:
    """Mean distance of hashes of one group, and of different ones, in bits."""
    items = [(number, item) for number, group in enumerate(groups) for item in group][:_MEASURED]
    numbers = np.array([number for number, _ in items])
    apart = hash_distances([item for _, item in items])
    same = numbers[:, np.newaxis] == numbers[np.newaxis, :]
    pairs = ~np.eye(len(items), dtype=bool)
    within, between = apart[same & pairs], apart[~same]
    return float(within.mean()) if within.size else 0.0, float(between.mean()) if between.size else 0.0
