"""The one listing of a dataset that an export makes, kept for all that comes after it."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from typing import Any, Final

from augstudio.datasets.base import Sample, Skipped

_BLOCK: Final = 1024
# More saves little: neighbours have most of their names in common.
_LEVEL: Final = 1


class Listing:
    """What was listed, in its order; packed, so that a million pictures take some tens of megabytes."""

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._items: list[Sample | Skipped] = []  # not packed yet

    @property
    def nbytes(self) -> int:
        """Bytes of all full blocks."""
        return sum(map(len, self._blocks))

    def watch(self, found: Iterator[Sample | Skipped]) -> Iterator[Sample | Skipped]:
        """Pass on what is listed, and keep it."""
        items = self._items
        for item in found:
            items.append(item)
            if len(items) == _BLOCK:
                self._blocks.append(zlib.compress(pickle.dumps([*map(packed_item, items)]), _LEVEL))
                self._items = items = []
            yield item

    def __iter__(self) -> Iterator[Sample | Skipped]:
        """What was listed so far, again."""
        for block in self._blocks:
            yield from map(unpacked_item, pickle.loads(zlib.decompress(block)))
        yield from self._items


def packed_item(item: Sample | Skipped) -> tuple[Any, ...]:
    """What is listed as plain values, which pack well."""
    if isinstance(item, Skipped):
        return item.name, item.reason
    return item.key, item.file, item.class_name, item.split, item.several


def unpacked_item(parts: tuple[Any, ...]) -> Sample | Skipped:
    """What :func:`packed_item` was given."""
    if len(parts) == 2:
        return Skipped(*parts)
    key, path, class_name, split, several = parts
    return Sample(key, path, class_name, split, several)
