"""Results of costly steps, kept for a while so that the same work is not done twice.

A result is found again by everything it was made from, so it does not matter who asks: another pane, the
next frame after a later step was moved, or the next copy of the same picture.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import numpy as np

from augstudio.core.image import Image, pixels_digest
from augstudio.core.interruption import Interrupted, checkpoint

MAX_BYTES: Final = 256_000_000
"""Bytes of results that are kept; the ones not used for longest go first."""

_ASK_AGAIN: Final = 0.02  # seconds between two looks at whether a result that another thread makes is there


class Results:
    """A store of pictures under keys; shared by threads."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._kept: OrderedDict[str, Image] = OrderedDict()
        self._making: dict[str, threading.Event] = {}
        self._lock = threading.Lock()
        self._asked = threading.local()

    @property
    def nbytes(self) -> int:
        """Bytes that are kept now."""
        with self._lock:
            return self._held()

    @contextmanager
    def only_kept(self) -> Iterator[None]:
        """Within the block and in this thread, nothing is made that is not kept already.

        Asking for such a result ends with :class:`~augstudio.core.interruption.Interrupted`.
        """
        self._asked.only_kept = True
        try:
            yield
        finally:
            self._asked.only_kept = False

    def get(self, image: Image, recipe: str, make: Callable[[], Image]) -> Image:
        """The result of a recipe for a picture; made, or waited for where another thread is at it.

        Args:
            image: ``(H, W, C)`` uint8, what the result is made from.
            recipe: All else that it depends on.
            make: Makes it; may end with :class:`~augstudio.core.interruption.Interrupted`.

        Returns:
            A picture that several may hold; it cannot be written into.
        """
        key = _key(image, recipe)
        while True:
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]
                if getattr(self._asked, "only_kept", False):
                    raise Interrupted
                busy = self._making.get(key)
                if busy is None:
                    self._making[key] = threading.Event()
                    break
            while not busy.wait(_ASK_AGAIN):
                checkpoint()
        return self._made(key, image, make)

    def hold_at_most(self, max_bytes: int) -> None:
        """Keep no more than this from now on."""
        with self._lock:
            self._max_bytes = max_bytes
            self._shorten()

    def forget(self) -> None:
        """Keep nothing of what there is so far."""
        with self._lock:
            self._kept.clear()

    def _made(self, key: str, image: Image, make: Callable[[], Image]) -> Image:
        try:
            result = make()
            # A step that changes nothing may give its picture back, which is the caller's and stays open.
            result = result.copy() if np.may_share_memory(result, image) else result
            result.setflags(write=False)
            with self._lock:
                self._keep(key, result)
            return result
        finally:
            with self._lock:
                self._making.pop(key).set()

    def _keep(self, key: str, result: Image) -> None:
        if result.nbytes > self._max_bytes:
            return
        self._kept[key] = result
        self._shorten()

    def _shorten(self) -> None:
        while self._held() > self._max_bytes:
            self._kept.popitem(last=False)

    def _held(self) -> int:
        return sum(kept.nbytes for kept in self._kept.values())


def _key(image: Image, recipe: str) -> str:
    return f"{pixels_digest(image)} {recipe}"


RESULTS: Final = Results()
"""The process's store."""
