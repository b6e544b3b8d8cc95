"""From a request to frames: pure work for the preview's threads, without Qt.

A frame is what a pane paints. An exact frame is reduced from the very pixels that an export writes; a draft
is rendered at the size it is shown, with the same geometry, while something is moving.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from augstudio.comparison import Pane
from augstudio.core.image import Image, Size, size_of
from augstudio.datasets.base import Dataset, Sample
from augstudio.errors import AugStudioError
from augstudio.kernels.display import to_bgra
from augstudio.kernels.pyramid import Pyramid, shrink
from augstudio.render import Resolved, StepDraw, render, resolve

CACHE_BYTES = 256 * 2**20
"""Budget for decoded pictures and for exact renderings, each."""

# A draft is not larger than this many pixels, and not worth it where it saves less than a third.
_DRAFT_PIXELS = 2_100_000
_DRAFT_WORTH = 0.66

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class PreviewRequest:
    """What the preview shall show.

    Attributes:
        dataset: Where the sample is read from.
        sample: The picture.
        seed: The user's seed.
        panes: What to render, in the panes' order.
        pane_size: Width and height of one pane in device pixels.
        zoom: Device pixels per picture pixel; None fits the largest result into the pane.
        exact: Whether to render what an export writes, or a draft where that is faster.
    """

    dataset: Dataset
    sample: Sample
    seed: int
    panes: tuple[Pane, ...]
    pane_size: Size
    zoom: float | None
    exact: bool


@dataclass(frozen=True)
class Frame:
    """One rendered pane.

    Attributes:
        pixels: ``(H, W, 4)`` uint8 BGRA, ready for the screen.
        size: Width and height that the exported picture has.
        scale: Pixels of this frame per exported pixel, at most 1.
        exact: Whether the pixels come from the exported ones.
        draws: What the steps drew.
    """

    pixels: Image
    size: Size
    scale: float
    exact: bool
    draws: tuple[StepDraw, ...]


@dataclass(frozen=True)
class PreviewResult:
    """Frames for a request, or the reason why there are none."""

    request: PreviewRequest
    zoom: float
    frames: tuple[Frame, ...]
    error: str = ""

    @property
    def exact(self) -> bool:
        """Whether every frame comes from exported pixels."""
        return all(frame.exact for frame in self.frames)


class ByteCache:
    """Keeps the most recently used values within a budget of bytes; safe to share between threads."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._held = 0
        self._values: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], _Value], cost: Callable[[_Value], int]) -> _Value:
        """The value kept under ``key``, made if missing; one larger than the budget is not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                kept: _Value = self._values[key][1]
                return kept
        value = make()
        size = cost(value)
        with self._lock:
            if key not in self._values and size <= self._budget:
                self._values[key] = (size, value)
                self._held += size
            while self._held > self._budget:
                self._held -= self._values.popitem(last=False)[1][0]
        return value


class PreviewRenderer:
    """Turns requests into frames; keeps decoded pictures and exact renderings within a byte budget."""

    def __init__(self, cache_bytes: int = CACHE_BYTES) -> None:
        self._pyramids = ByteCache(cache_bytes)
        self._exact = ByteCache(cache_bytes)

    def __call__(self, request: PreviewRequest) -> PreviewResult:
        """Render all panes of a request; a picture that cannot be shown gives a result with its reason."""
        try:
            pyramid = self._pyramid(request)
        except AugStudioError as error:
            return PreviewResult(request, 1.0, (), str(error))
        resolved = tuple(self._resolve(request, pane, pyramid.size) for pane in request.panes)
        zoom = request.zoom or fitting_zoom([item.size for item in resolved], request.pane_size)
        frames = tuple(
            self._frame(request, pyramid, pane, item, zoom)
            for pane, item in zip(request.panes, resolved, strict=True)
        )
        return PreviewResult(request, zoom, frames)

    def _pyramid(self, request: PreviewRequest) -> Pyramid:
        def decode() -> Pyramid:
            return Pyramid(request.dataset.read(request.sample))

        # Levels double a picture's bytes at worst by a third; count them in from the start.
        return self._pyramids.get(
            (request.dataset.root, request.sample.path), decode, lambda made: made.image.nbytes * 4 // 3
        )

    @staticmethod
    def _resolve(request: PreviewRequest, pane: Pane, size: Size) -> Resolved:
        return resolve(pane.pipeline, size, seed=request.seed, key=request.sample.key, copy=pane.copy)

    def _frame(
        self, request: PreviewRequest, pyramid: Pyramid, pane: Pane, resolved: Resolved, zoom: float
    ) -> Frame:
        scale = min(1.0, zoom)
        draft = _draft_scale(resolved.size, scale)
        if request.exact or draft >= _DRAFT_WORTH or not pane.copy:
            shown = self._exact_pixels(request, pyramid, pane, resolved, scale)
            return Frame(shown, resolved.size, scale, True, resolved.draws)
        pixels = to_bgra(render(pyramid, resolved, scale=draft))
        return Frame(pixels, resolved.size, draft, False, resolved.draws)

    def _exact_pixels(
        self, request: PreviewRequest, pyramid: Pyramid, pane: Pane, resolved: Resolved, scale: float
    ) -> Image:
        """Exported pixels, averaged over areas where they are shown smaller."""
        identity = (request.dataset.root, request.sample.path, request.sample.key, request.seed)
        what = (*identity, pane.copy, pane.pipeline if pane.copy else None)

        def exported() -> Image:
            return render(pyramid, resolved)

        def shown() -> Image:
            image = self._exact.get(what, exported, lambda made: made.nbytes)
            width, height = size_of(image)
            return to_bgra(shrink(image, (max(1, round(width * scale)), max(1, round(height * scale)))))

        return self._exact.get((*what, scale), shown, lambda made: made.nbytes)


def fitting_zoom(sizes: list[Size], pane: Size) -> float:
    """The zoom at which all pictures fit a pane; small ones are enlarged by a whole factor, to stay crisp."""
    zoom = min(min(pane[0] / width, pane[1] / height) for width, height in sizes)
    return float(int(zoom)) if zoom >= 1 else max(zoom, 1e-3)


def _draft_scale(size: Size, scale: float) -> float:
    return min(scale, math.sqrt(_DRAFT_PIXELS / (size[0] * size[1])), 1.0)
