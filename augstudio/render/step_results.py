"""Results of costly steps, kept for a while so that the same work is not done twice.

A result is found again by everything it was made from, so it does not matter who asks: another pane, the
next frame after a later step was moved, or the next copy of the same picture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from augstudio.core.byte_cache import ByteCache
from augstudio.core.image import Image, pixels_digest
from augstudio.core.interruption import Interrupted

MAX_BYTES: Final = 256_000_000
"""Bytes of results that are kept unless said otherwise; the ones not used for longest go first."""


def _new_cache() -> ByteCache:
    return ByteCache(MAX_BYTES, keeps_larger=False)


@dataclass(frozen=True)
class StepResults:
    """Results of costly steps; made by whoever renders several pictures, and handed to each rendering.

    Attributes:
        cache: Where they are kept; shared by threads.
        only_kept: Whether nothing is made that is not kept already.
    """

    cache: ByteCache = field(default_factory=_new_cache)
    only_kept: bool = False

    @classmethod
    def within(cls, budget: int) -> StepResults:
        """A store of no more than so many bytes."""
        return cls(ByteCache(budget, keeps_larger=False))

    def kept(self) -> StepResults:
        """The same results, but nothing new: asking for more ends with an ``Interrupted``."""
        return replace(self, only_kept=True)

    def get(self, image: Image, recipe: str, make: Callable[[], Image]) -> Image:
        """The result of a recipe for a picture; made, or waited for where another thread is at it.

        Args:
            image: ``(H, W, C)`` uint8, what the result is made from.
            recipe: All else that it depends on.
            make: Makes it; may end with :class:`~augstudio.core.interruption.Interrupted`.

        Returns:
            A picture that several may hold; it cannot be written into.

        Raises:
            Interrupted: It is not kept, and only what is kept is asked for.
        """

        def made() -> Image:
            if self.only_kept:
                raise Interrupted
            result = make()
            # A step that changes nothing may give its picture back, which is the caller's and stays open.
            result = result.copy() if np.may_share_memory(result, image) else result
            result.setflags(write=False)
            return result

        key = (pixels_digest(image), recipe)
        return self.cache.get(key, made, lambda result: result.nbytes, waits=not self.only_kept)
