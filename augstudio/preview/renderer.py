"""From a request to frames: pure work for the preview's threads, without Qt.

A frame is what a pane paints: the part of a picture that is visible, at the size it is shown. At 100 % and
above it is made of exactly the pixels that an export writes, for the visible part only. Zoomed out, an exact
frame is averaged from exported pixels; while something moves, a draft with the same geometry is rendered at
the size shown.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from augstudio.core.byte_cache import ByteCache
from augstudio.core.image import Image, Size, has_alpha
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.label_policy import DEFAULT
from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import PictureSource, Sample
from augstudio.errors import AugStudioError, ImageError, message_of
from augstudio.kernels.region import Region, cropped
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.kernels.viewing.display import to_bgra
from augstudio.preview.comparison import Pane
from augstudio.preview.labelling import LabelReading, PictureLabels, picture_classes, shown_labels
from augstudio.preview.partners import PartnerReading
from augstudio.preview.requests import Frame, Identity, MadeFrame, PreviewRequest, PreviewResult
from augstudio.preview.resolving import exported, resolved_pane
from augstudio.preview.visible import clipped, fitting_zoom, size_of_part, visible_part
from augstudio.render.partners import Partners
from augstudio.render.pixels import render, scaled_size
from augstudio.render.resolve import PixelChange, Resolved
from augstudio.render.step_results import StepResults
from augstudio.render.valid_area import padded_fraction, valid_region

CACHE_BYTES = 256 * 2**20
"""Budget for decoded pictures and for exact renderings, each."""

# A draft has no more pixels than this; on very large screens it is shown enlarged until it settles.
_DRAFT_PIXELS = 2_100_000
# A draft is worth it where the whole exact picture has this many times more pixels than the part to show.
_DRAFT_WORTH = 1.3
# With more than one resampling, the ones before the last must be made whole; up to here that is quick enough.
_QUICK_PIXELS = 1_500_000
# Longest side of the first draft of a picture that a costly step works on.
_SKETCH_SIDE = 160
_DRAFT_SECONDS = 5.0

Mapper = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Like the built-in ``map``; one that works on several items at once makes several panes at once."""

Told = Callable[[MadeFrame], object]
"""Is told of a frame."""


def _told_nobody(_made: MadeFrame) -> None:
    """Tell nobody of a frame."""


@dataclass
class PreviewRenderer:
    """Turns requests into frames; keeps decoded pictures and exact renderings within a byte budget.

    Attributes:
        results: Results of costly steps; others may share them.
        newest: The newest request; exact renderings of older ones are given up where it shows something else.
        closing: Whether nothing is shown any more; everything is given up.
    """

    cache_bytes: int = CACHE_BYTES
    results: StepResults = field(default_factory=StepResults)
    newest: PreviewRequest | None = None
    closing: bool = False
    _pyramids: ByteCache = field(init=False)
    _exact: ByteCache = field(init=False)
    _labels: LabelReading = field(init=False, default_factory=LabelReading)
    _partners: PartnerReading = field(init=False, default_factory=PartnerReading)

    def __post_init__(self) -> None:
        self._pyramids = ByteCache(self.cache_bytes)
        self._exact = ByteCache(self.cache_bytes)

    def __call__(
        self, request: PreviewRequest, mapper: Mapper = map, made: Told = _told_nobody
    ) -> PreviewResult | None:
        """Render all panes of a request.

        Args:
            request: What to show.
            mapper: Applies a function to all panes.
            made: Told of each frame when it is made, in the thread that made it.

        Returns:
            The frames; a reason instead, where the picture cannot be shown; None if given up.
        """
        try:
            return self.rendered(request, mapper, made)
        except AugStudioError as error:
            return PreviewResult(request, (1, 1), 1.0, (), error=message_of(error))

    def rendered(
        self, request: PreviewRequest, mapper: Mapper = map, made: Told = _told_nobody
    ) -> PreviewResult | None:
        """Like calling the renderer, but whatever hinders it is raised.

        Raises:
            AugStudioError: The picture cannot be read or would become too large, or a step's file is missing.
        """
        identity = picture_identity(request.dataset, request.sample)
        pyramid = self._pyramid(request, identity)
        labels = self._labels_of(request, identity, pyramid.size)
        classes = picture_classes(request.sample, labels)
        partners = self._partners.of(request.dataset, request.sample, request.thumbnail)
        given = request.sample, request.seed, request.recorded, classes, partners
        resolved = self._resolved(request, pyramid.size, given)
        if resolved is None:
            return None
        zoom = request.zoom or fitting_zoom([item.size for item in resolved], request.pane_size)
        shown = labels if request.shows_labels else None
        context = _PaneContext(request, identity, pyramid, zoom, self.results, classes, partners, shown)

        def frame_of(index: int) -> Frame | None:
            frame = self._frame(context, request.panes[index], resolved[index])
            if frame is not None:
                made(MadeFrame(request, index, frame, zoom))
            return frame

        order = sorted(range(len(resolved)), key=lambda index: index != request.first)
        frames = dict(zip(order, mapper(frame_of, order), strict=True))
        complete = tuple(frame for _, frame in sorted(frames.items()) if frame is not None)
        if len(complete) != len(frames):
            return None
        refusals = (
            self._partners.refusal(request.dataset, request.sample, pane.pipeline) for pane in request.panes
        )
        notes = dict.fromkeys((*(note for note in refusals if note), *_warnings(complete)))
        return PreviewResult(request, pyramid.size, zoom, complete, identity, notes=tuple(notes))

    def _resolved(self, request: PreviewRequest, size: Size, given: tuple[Any, ...]) -> list[Resolved] | None:
        """What happens in each pane; None if given up, as while a large dataset is being listed."""
        late = partial(self._needless, request, time.monotonic() + _DRAFT_SECONDS)
        try:
            with interruptible(partial(self._needless, request), while_waiting=late):
                return [resolved_pane(pane, size, *given) for pane in request.panes]
        except Interrupted:
            return None

    # -- pictures -----------------------------------------------------------------------------------

    def decode(self, dataset: PictureSource, sample: Sample) -> None:
        """Decode a picture that is to be rendered, to see whether that can be done; it is kept.

        Raises:
            ImageError: It cannot be decoded.
        """
        self._decoded(dataset, sample, picture_identity(dataset, sample))

    def _pyramid(self, request: PreviewRequest, identity: Identity) -> Pyramid:
        """What a request is rendered from.

        For a draft of a large JPEG that is not known yet, that is a reduction of it.
        """
        if request.thumbnail is not None:
            return self._thumbnail(request, request.thumbnail, identity)
        known: Pyramid | None = self._pyramids.peek(identity)
        if known is None and not request.exact:
            reduced: Pyramid | None = self._pyramids.get(
                (*identity, "reduced"),
                lambda: _read_reduced(request),
                lambda made: made.nbytes if made else 1,
            )
            if reduced is not None:
                return reduced
        return self._decoded(request.dataset, request.sample, identity)

    def _decoded(self, dataset: PictureSource, sample: Sample, identity: Identity) -> Pyramid:
        # Levels enlarge a picture's bytes at worst by a third; count them in from the start.
        whole: Pyramid = self._pyramids.get(
            identity, lambda: Pyramid(dataset.read(sample)), lambda made: made.image.nbytes * 4 // 3
        )
        return whole

    def _thumbnail(self, request: PreviewRequest, side: int, identity: Identity) -> Pyramid:
        def small() -> Pyramid | ImageError:
            try:
                return Pyramid(request.dataset.thumbnail(request.sample, side))
            except ImageError as error:  # kept, too: many thumbnails are asked for of one picture
                return error

        def cost(made: Pyramid | ImageError) -> int:
            return made.image.nbytes * 4 // 3 if isinstance(made, Pyramid) else 1

        made: Pyramid | ImageError = self._pyramids.get((*identity, side), small, cost)
        if isinstance(made, ImageError):
            raise made
        return made

    def _labels_of(self, request: PreviewRequest, identity: Identity, size: Size) -> PictureLabels | None:
        if request.labelled is None or not request.reads_labels:
            return None
        whole = size if request.thumbnail is None else None
        return self._labels.labels(request.labelled, request.sample, identity, whole)

    # -- frames -------------------------------------------------------------------------------------

    def _frame(self, context: _PaneContext, pane: Pane, resolved: Resolved) -> Frame | None:
        request = context.request
        if self._needless(request):
            return None
        ends = time.monotonic() + _DRAFT_SECONDS
        late = partial(self._needless, request, ends)
        try:
            with interruptible(partial(self._needless, request), while_waiting=late):
                return _labelled(self._made(context, pane, resolved), context, pane, resolved)
        except Interrupted:
            return None

    def _needless(self, request: PreviewRequest, ends: float = math.inf) -> bool:
        """Whether nobody waits for a request; until ``ends`` drafts are shown, so that a drag shows some."""
        newest = self.newest
        if newest is None or not (request.exact or time.monotonic() > ends):
            return self.closing
        return self.closing or (request.serial < newest.serial and request.content != newest.content)

    def _made(self, context: _PaneContext, pane: Pane, resolved: Resolved) -> Frame:
        scale = min(1.0, context.zoom)
        whole = scaled_size(resolved.size, scale)
        part = visible_part(whole, context.request.centre, context.request.pane_size, max(1.0, context.zoom))
        shown = _Visible(scale, whole, part)
        if pane.copy and resolved.costly and not context.request.exact:
            return self._known(context, pane, resolved, shown) or _sketch(context, resolved)
        if not context.pyramid.complete:
            return _draft(context, resolved, shown)
        return self._settled(context, pane, resolved, shown)

    def _known(self, context: _PaneContext, pane: Pane, resolved: Resolved, shown: _Visible) -> Frame | None:
        """The exact frame, if the results of all costly steps are there and nobody is at it just now."""
        if not context.pyramid.complete or _area(resolved.size) > _QUICK_PIXELS:
            return None
        try:
            settling = replace(
                context,
                request=replace(context.request, exact=True),
                patient=False,
                results=context.results.kept(),
            )
            return self._settled(settling, pane, resolved, shown)
        except Interrupted:
            return None

    def _settled(self, context: _PaneContext, pane: Pane, resolved: Resolved, shown: _Visible) -> Frame:
        if shown.scale == 1.0 and (_one_resampling(resolved) or _area(resolved.size) <= _QUICK_PIXELS):
            pixels = context.rendered(resolved, region=shown.part)
            return _frame_of(pixels, resolved, shown, exact=True)
        if (
            not context.request.exact
            and pane.copy
            and _area(resolved.size) > _DRAFT_WORTH * _area(size_of_part(shown.part))
        ):
            return _draft(context, resolved, shown)
        pixels = cropped(self._averaged(context, pane, resolved, shown.whole), shown.part)
        return _frame_of(pixels, resolved, shown, exact=True)

    def _averaged(self, context: _PaneContext, pane: Pane, resolved: Resolved, whole: Size) -> Image:
        """The exported picture averaged to the size ``whole``."""
        seed, source = context.request.seed, context.identity
        made_by = _without_policy(pane.pipeline), context.classes if pane.pipeline.is_limited else None
        mixed = resolved.draws if pane.pipeline.mixes else ()
        what = (*source, seed, pane.copy, *made_by, *mixed) if pane.copy else source

        def whole_picture() -> Image:
            return exported(context.pyramid, pane, resolved, context.results, context.partners)

        def made_small() -> Image:
            made = self._exact.get(what, whole_picture, lambda made: made.nbytes, waits=context.patient)
            return shrink(made, whole)

        key = (*what, whole)
        kept: Image = self._exact.get(key, made_small, lambda made: made.nbytes, waits=context.patient)
        return kept


@dataclass(frozen=True)
class _PaneContext:
    """What all panes of a request share; who is not patient waits for no work of another thread."""

    request: PreviewRequest
    identity: Identity
    pyramid: Pyramid
    zoom: float
    results: StepResults
    classes: frozenset[str]
    partners: Partners | None
    labels: PictureLabels | None = None
    patient: bool = True

    def rendered(self, resolved: Resolved, *, scale: float = 1.0, region: Region | None = None) -> Image:
        """The pixels of a result, or of a part of it."""
        return render(
            self.pyramid, resolved, scale=scale, region=region, results=self.results, partners=self.partners
        )


@dataclass(frozen=True)
class _Visible:
    """Which part of a result a pane shows: of the whole at this scale, of this size."""

    scale: float
    whole: Size
    part: Region


def picture_identity(dataset: PictureSource, sample: Sample) -> Identity:
    """What tells a sample's picture from all others, also from what its file held before; asks its drive."""
    return (dataset.root, sample.path, sample.key, dataset.state(sample))


def _read_reduced(request: PreviewRequest) -> Pyramid | None:
    """A reduction about as large as the pane, where reading that is much faster than the whole."""
    found = request.dataset.reduced(request.sample, max(request.pane_size))
    return None if found is None else Pyramid(*found)


def _sketch(context: _PaneContext, resolved: Resolved) -> Frame:
    """The whole picture so small that even a costly step takes a moment only."""
    scale = min(1.0, context.zoom, _SKETCH_SIDE / max(resolved.size))
    whole = scaled_size(resolved.size, scale)
    pixels = context.rendered(resolved, scale=scale)
    return _frame_of(pixels, resolved, _Visible(scale, whole, Region.whole(whole)), exact=False)


def _draft(context: _PaneContext, resolved: Resolved, shown: _Visible) -> Frame:
    scale, whole, part = shown.scale, shown.whole, shown.part
    if _area(size_of_part(part)) > _DRAFT_PIXELS:
        scale *= math.sqrt(_DRAFT_PIXELS / _area(size_of_part(part)))
        factor = scaled_size(resolved.size, scale)[0] / whole[0]
        whole = scaled_size(resolved.size, scale)
        part = clipped(
            whole, part.left * factor, part.top * factor, part.width * factor, part.height * factor
        )
    pixels = context.rendered(resolved, scale=scale, region=part)
    return _frame_of(pixels, resolved, _Visible(scale, whole, part), exact=False)


def _frame_of(pixels: Image, resolved: Resolved, shown: _Visible, *, exact: bool) -> Frame:
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


def _without_policy(pipeline: Pipeline) -> Pipeline:
    """The pipeline without its policy for labels, which changes no pixel."""
    return pipeline if pipeline.labels.is_default else pipeline.with_labels(DEFAULT)


def _labelled(frame: Frame, context: _PaneContext, pane: Pane, resolved: Resolved) -> Frame:
    """A frame with the labels of what it shows."""
    labels, policy = context.labels, pane.pipeline.labels
    if labels is None:
        return frame
    height, width = frame.pixels.shape[:2]
    part = Region(frame.left, frame.top, width, height)
    moved = shown_labels(labels, resolved, policy, frame.whole, part, context.partners)
    return replace(frame, labels=moved)


def _warnings(frames: Iterable[Frame]) -> Iterator[str]:
    """What should be known of the labels of frames."""
    for frame in frames:
        if frame.labels is not None and frame.labels.relabelled is not None:
            yield from frame.labels.relabelled.warnings


def _one_resampling(resolved: Resolved) -> bool:
    return sum(not isinstance(stage, PixelChange) for stage in resolved.stages) <= 1


def _area(size: Size) -> int:
    return size[0] * size[1]
