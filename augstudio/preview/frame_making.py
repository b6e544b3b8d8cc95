"""Makes frames of a resolved picture: drafts, and what all kinds of frames have in common."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from augstudio.core.image import Image, Size, has_alpha
from augstudio.datasets.base import Sample
from augstudio.errors import ImageError
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.kernels.viewing.display import to_bgra
from augstudio.preview.comparison import Pane
from augstudio.preview.labelling import MovedTogether, PictureLabels, shown_labels
from augstudio.preview.requests import Frame, Identity, PreviewRequest
from augstudio.preview.visible import clipped, size_of_part
from augstudio.render.partners import Partners
from augstudio.render.pixels import render, scaled_size
from augstudio.render.resolve import PixelChange, Resolved
from augstudio.render.step_results import StepResults
from augstudio.render.valid_area import padded_fraction, valid_region

# A draft has no more pixels than this; on very large screens it is shown enlarged until it settles.
_DRAFT_PIXELS: Final = 2_100_000
# Longest side of the first draft of a picture that a costly step works on.
_SKETCH_SIDE: Final = 160
# It is always reduced, so that steps know that it is one.
_SKETCH_SCALE: Final = 0.75


@dataclass(frozen=True)
class ShownPicture:
    """A picture of the dataset, as far as all panes that show it share it.

    Attributes:
        sample: The picture.
        identity: Tells it from all others.
        size: Width and height.
        pixels: Gives its pixels, which are not kept here: a wall has many pictures.
        classes: Names of its classes, to which steps may be limited.
        partners: Gives the pictures that steps mix into it.
        labels: What is known of its labels; None where they are not read.
    """

    sample: Sample
    identity: Identity
    size: Size
    pixels: Callable[[], Pyramid]
    classes: frozenset[str]
    partners: Partners | None
    labels: PictureLabels | None


@dataclass(frozen=True)
class PaneContext:
    """What all panes of one picture share; who is not patient waits for no work of another thread."""

    request: PreviewRequest
    picture: ShownPicture
    pyramid: Pyramid
    zoom: float
    results: StepResults
    together: MovedTogether | None = None
    patient: bool = True

    def rendered(self, resolved: Resolved, *, scale: float = 1.0, region: Region | None = None) -> Image:
        """The pixels of a result, or of a part of it."""
        partners = self.picture.partners
        return render(
            self.pyramid, resolved, scale=scale, region=region, results=self.results, partners=partners
        )


@dataclass(frozen=True)
class VisibleResult:
    """Which part of a result a pane shows: of the whole at this scale, of this size."""

    scale: float
    whole: Size
    part: Region


def sketch(context: PaneContext, resolved: Resolved) -> Frame:
    """The whole picture so small that even a costly step takes a moment only."""
    scale = min(_SKETCH_SCALE, context.zoom, _SKETCH_SIDE / max(resolved.size))
    whole = scaled_size(resolved.size, scale)
    pixels = context.rendered(resolved, scale=scale)
    return frame_of(pixels, resolved, VisibleResult(scale, whole, Region.whole(whole)), exact=False)


def draft(context: PaneContext, resolved: Resolved, shown: VisibleResult) -> Frame:
    """What is visible, rendered at the size shown."""
    scale, whole, part = shown.scale, shown.whole, shown.part
    if area_of(size_of_part(part)) > _DRAFT_PIXELS:
        scale *= math.sqrt(_DRAFT_PIXELS / area_of(size_of_part(part)))
        factor = scaled_size(resolved.size, scale)[0] / whole[0]
        whole = scaled_size(resolved.size, scale)
        part = clipped(
            whole, part.left * factor, part.top * factor, part.width * factor, part.height * factor
        )
    pixels = context.rendered(resolved, scale=scale, region=part)
    return frame_of(pixels, resolved, VisibleResult(scale, whole, part), exact=False)


def frame_of(pixels: Image, resolved: Resolved, shown: VisibleResult, *, exact: bool) -> Frame:
    """A frame of pixels that have been rendered."""
    region = valid_region(resolved)
    return Frame(
        pixels=to_bgra(pixels),
        size=resolved.size,
        scale=shown.scale,
        whole=shown.whole,
        left=shown.part.left,
        top=shown.part.top,
        exact=exact,
        draws=resolved.draws,
        opaque=not has_alpha(pixels),
        valid_region=region,
        padded_fraction=padded_fraction(resolved, region),
    )


def labelled(frame: Frame, context: PaneContext, pane: Pane, resolved: Resolved) -> Frame:
    """A frame with the labels of what it shows."""
    labels, policy = context.picture.labels, pane.pipeline.labels
    if labels is None or not context.request.shows_labels:
        return frame
    height, width = frame.pixels.shape[:2]
    part = Region(frame.left, frame.top, width, height)
    given = resolved, policy, frame.whole, part, context.picture.partners
    moved = shown_labels(labels, *given, together=context.together, exact=frame.exact)
    return replace(frame, labels=moved)


def moved_together(
    request: PreviewRequest,
    picture: ShownPicture | ImageError | None,
    resolved: Sequence[Resolved | ImageError],
) -> MovedTogether | None:
    """What moves the labels of all panes at once; None where panes have pictures or policies of their own."""
    if not isinstance(picture, ShownPicture) or picture.labels is None or not request.shows_labels:
        return None
    pairs = zip(request.panes, resolved, strict=True)
    panes = [(pane.pipeline.labels, item) for pane, item in pairs if pane.copy and isinstance(item, Resolved)]
    if request.shows_several or len(panes) < 2 or any(policy != panes[0][0] for policy, _ in panes):
        return None
    return MovedTogether(picture.labels, panes[0][0], [item for _, item in panes])


def one_resampling(resolved: Resolved) -> bool:
    """Whether pixels are sampled once at most, so that a part can be made without the whole."""
    return sum(not isinstance(stage, PixelChange) for stage in resolved.stages) <= 1


def area_of(size: Size) -> int:
    """How many pixels a size has."""
    return size[0] * size[1]
