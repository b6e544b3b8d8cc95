"""Spares the garbage collector the samples of very large datasets."""

from __future__ import annotations

import gc
from typing import Final

MANY: Final = 5_000
"""From so many samples on they are kept out of the collector's sight."""


class LongLived:
    """Hides very many samples from the garbage collector, which would go through them again and again.

    While 200,000 of them are listed it did so a dozen times, each time with all threads at rest, at last for
    0.6 s. Samples are no garbage of its kind: they end with the last list that has them. What else is alive
    meanwhile is hidden, too, so all is shown again once few samples are left.

    Use it in the window's thread only, as what is found to be garbage may be of the window.
    """

    def __init__(self) -> None:
        self._hiding = False

    def note(self, samples: int) -> None:
        """More samples have been listed.

        Args:
            samples: How many there are by now.
        """
        if samples < MANY:
            return
        if not self._hiding:
            gc.collect()  # else garbage would be hidden with them, for as long as they are
            self._hiding = True
        gc.freeze()

    def end(self) -> None:
        """Few samples are left; let the collector see everything again."""
        if self._hiding:
            self._hiding = False
            gc.unfreeze()
