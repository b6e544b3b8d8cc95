"""Items of PyTorch datasets that say which copy they are."""

from __future__ import annotations

from typing import Any

from augstudio.interop.workers import begin_worker


def check_place(place: object) -> None:
    """Accept what names an item.

    Raises:
        TypeError: It is no index with the number of a copy.
    """
    if not isinstance(place, tuple):
        raise TypeError(f"an item is named by (index, copy), got {place!r}: use a CopySampler")


class ByPlace:
    """A map-style dataset whose items are named by ``(index, copy)``."""

    def __getitem__(self, place: tuple[int, int]) -> Any:
        """One copy of one picture; an index alone is refused, as each epoch would see the same copy."""
        from torch.utils.data import get_worker_info

        check_place(place)
        if get_worker_info() is not None:
            begin_worker()
        return self.item(*place)

    def item(self, index: int, copy: int) -> Any:
        """The same; given by each kind of dataset."""
        raise NotImplementedError
