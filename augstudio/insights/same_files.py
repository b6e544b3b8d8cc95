"""Files that are the same to the byte in several splits, found without reading all files."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from augstudio.datasets.base import Dataset, Sample
from augstudio.errors import AugStudioError

SECONDS: Final = 1.0
"""How long is looked, at most."""

_Mark: TypeAlias = tuple[int, int]


def same_files(
    dataset: Dataset,
    samples: Sequence[Sample],
    cancelled: Callable[[], bool] = lambda: False,
    seconds: float = SECONDS,
) -> list[tuple[Sample, ...]]:
    """Groups of pictures in several splits whose files are the same to the byte.

    Only files of one size are read. In an object store none is: what has one size and one tag there has one
    content. Of pictures that lie in one file together, one is looked at.

    Args:
        dataset: Where the pictures are from.
        samples: Its samples, in their splits.
        cancelled: Asked between files whether to stop.
        seconds: After how many seconds to stop, too; small files come first. What was found by then is given.
    """
    end = time.monotonic() + seconds

    def stopped() -> bool:
        return time.monotonic() > end or cancelled()

    marked = _of_one_size(dataset, samples, stopped)
    if dataset.reference.store is not None:
        return [tuple(sample for _, sample in group) for group in _grouped(marked)]
    found: list[tuple[Sample, ...]] = []
    for group in _grouped(marked):
        by_content: dict[bytes, list[Sample]] = {}
        for _, sample in group:
            if stopped():
                return found
            try:
                digest = hashlib.blake2b(dataset.read_bytes(sample), digest_size=16).digest()
            except AugStudioError:
                continue
            by_content.setdefault(digest, []).append(sample)
        found += [tuple(same) for same in by_content.values() if len({item.split for item in same}) > 1]
    return found


def _of_one_size(
    dataset: Dataset, samples: Sequence[Sample], stopped: Callable[[], bool]
) -> list[tuple[_Mark, Sample]]:
    """Pictures whose files have their size, and in a store their tag, in common across splits."""
    in_store = dataset.reference.store is not None
    marked: list[tuple[_Mark, Sample]] = []
    file = ""
    for sample in samples:
        if sample.file == file or sample.split is None:
            continue
        if stopped():
            break
        file, state = sample.file, dataset.state(sample)
        if state.size > 0:
            marked.append(((state.size, state.modified if in_store else 0), sample))
    splits: dict[_Mark, set[str]] = {}
    for mark, sample in marked:
        splits.setdefault(mark, set()).add(sample.split or "")
    return [(mark, sample) for mark, sample in marked if len(splits[mark]) > 1]


def _grouped(marked: list[tuple[_Mark, Sample]]) -> list[list[tuple[_Mark, Sample]]]:
    """What has a mark in common, small files first."""
    ordered = sorted(marked, key=lambda item: item[0])
    return [list(group) for _, group in groupby(ordered, key=lambda item: item[0])]
