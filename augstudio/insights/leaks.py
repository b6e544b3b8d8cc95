"""Pictures that training and testing have in common, so that a model's figures come out too good."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from types import MappingProxyType
from typing import Final

from augstudio.core.text import counted
from augstudio.datasets.base import Dataset, Sample
from augstudio.datasets.origins import Origins
from augstudio.datasets.splits import Split
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.fingerprints import (
    Fingerprint,
    Pair,
    by_content,
    fingerprints,
    nearly_same,
)
from augstudio.insights.material import evenly_chosen
from augstudio.insights.named_copies import copies_by_name
from augstudio.insights.recorded_copies import advice_on_copies, recorded_copies
from augstudio.insights.same_files import same_files
from augstudio.insights.torn_series import torn_series

MOST_PICTURES: Final = 10_000
"""Pictures of each split that are compared."""

_COMPARED: Final[tuple[Split, ...]] = (Split.TRAIN, Split.VAL, Split.TEST)

_TRIED: Final = 16

_SAME_REMEDY: Final = "keep each of these pictures in one split only"


def leaks(
    dataset: Dataset,
    samples: Sequence[Sample],
    cancelled: Callable[[], bool] = lambda: False,
    origins: Origins = MappingProxyType({}),
    most: int = MOST_PICTURES,
    known: MutableMapping[str, Fingerprint] | None = None,
) -> tuple[Advice, ...] | None:
    """What splits have in common: the same picture, nearly the same one, copies, and groups by name.

    Args:
        dataset: The dataset.
        samples: Its samples.
        cancelled: Asked between pictures whether to stop.
        origins: What manifests of exports say of files; then copies are told as well that an export would
            change again, also where the dataset is not divided.
        most: How many pictures of each split, and of those in none, are compared, evenly chosen. Names are
            looked at of all, and files of one size in several splits as far as :func:`same_files` comes.
        known: Fingerprints taken before, by keys; those taken now are added.

    Returns:
        What was found; None if cancelled.
    """
    parts: dict[Split | None, list[Sample]] = {}
    for sample in samples:
        parts.setdefault(sample.split, []).append(sample)
    chosen = {split: evenly_chosen(members, most) for split, members in parts.items()}
    looked_at = [sample for members in chosen.values() for sample in members]
    recorded = recorded_copies(dataset, looked_at, origins, cancelled)
    if recorded is None:
        return None
    told = tuple(advice_on_copies(recorded, len(looked_at)))
    divided = {split: chosen[split] for split in _COMPARED if split in chosen}
    if len(divided) < 2:
        return told
    seen = _fingerprints(dataset, divided, cancelled, {} if known is None else known)
    near = None if seen is None else _near_pairs(seen, cancelled)
    if seen is None or near is None:
        return None
    everything = [item for part in seen.values() for item in part]
    whole = [sample for split in divided for sample in parts[split]]
    is_all = len(whole) == sum(map(len, divided.values()))
    same = _all_same(everything, [] if is_all else same_files(dataset, whole, cancelled))
    # Copies that a manifest knows are told already.
    told_of = {item.sample.key for item in recorded if item.origin.copy}
    by_name = copies_by_name([sample for sample in samples if sample.key not in told_of])
    series = torn_series(dataset, samples, everything, cancelled)
    if series is None:
        return None
    return (*told, *_same(same), *_nearly(near), *by_name, *series)


def _fingerprints(
    dataset: Dataset,
    parts: Mapping[Split, Sequence[Sample]],
    cancelled: Callable[[], bool],
    known: MutableMapping[str, Fingerprint],
) -> dict[Split, list[Fingerprint]] | None:
    """Those of the pictures of each split; None if cancelled."""
    seen: dict[Split, list[Fingerprint]] = {}
    for split, members in parts.items():
        prints = fingerprints(dataset, members, cancelled, known)
        if prints is None:
            return None
        known.update((item.sample.key, item) for item in prints)
        seen[split] = prints
    return seen


def comparable(
    dataset: Dataset,
    samples: Sequence[Sample],
    seconds: float,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """How many pictures of each split can about be compared in some seconds, by trying a few; at least one.

    Small splits are taken whole, and leave their time to large ones.
    """
    tried = evenly_chosen(samples, _TRIED)
    begun = time.perf_counter()
    fingerprints(dataset, tried, cancelled)
    left = round(seconds * len(tried) / max(time.perf_counter() - begun, 1e-6))
    sizes = sorted(Counter(sample.split for sample in samples).values())
    for place, size in enumerate(sizes):
        share = left // (len(sizes) - place)
        if size > share:
            return max(1, min(share, MOST_PICTURES))
        left -= size
    return MOST_PICTURES


def _all_same(
    everything: Sequence[Fingerprint], by_size: list[tuple[Sample, ...]]
) -> list[tuple[Sample, ...]]:
    """Groups of files that are the same to the byte in several splits, by fingerprints and by their sizes."""
    known = {sample.key for group in by_size for sample in group}
    seen = (tuple(item.sample for item in group) for group in by_content(everything))
    return by_size + [
        group
        for group in seen
        if len({sample.split for sample in group}) > 1 and not any(sample.key in known for sample in group)
    ]


def _same(groups: list[tuple[Sample, ...]]) -> Iterator[Advice]:
    """Files that are the same to the byte in several splits."""
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
        Example(groups[0][0].key),
        {"pictures": len(groups)},
        tuple(tuple(sample.key for sample in group) for group in groups),
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
