"""Keeps the frame of an original on show, which is the same in every frame of a drag."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from augstudio.core.image import Size
from augstudio.preview.frame_making import PaneContext
from augstudio.preview.labelling import PictureLabels
from augstudio.preview.requests import Frame, Identity


class _Look(NamedTuple):
    """All that an original's frame depends on but its labels, which have no quick comparison."""

    identity: Identity
    thumbnail: int | None
    zoom: float
    pane_size: Size
    centre: tuple[float, float]
    labelled: bool


class _Kept(NamedTuple):
    look: _Look
    labels: PictureLabels | None
    frame: Frame


class KeptOriginal:
    """The last exact frame of an original, so that it need be neither made nor painted again."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None

    def frame(self, context: PaneContext, make: Callable[[], Frame]) -> Frame:
        """The frame that is kept, if it is that of this picture as it is shown; else a new one.

        Args:
            context: What the original is made from.
            make: Makes the frame.
        """
        request, picture = context.request, context.picture
        look = _Look(
            picture.identity,
            request.thumbnail,
            context.zoom,
            request.pane_size,
            request.centre,
            request.shows_labels,
        )
        # Two threads may be at it: what is kept is read once, and replaced as a whole.
        kept = self._kept
        if kept is not None and kept.labels is picture.labels and kept.look == look:
            return kept.frame
        frame = make()
        self._kept = _Kept(look, picture.labels, frame) if frame.exact else None
        return frame
