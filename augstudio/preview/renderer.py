"""From a request to frames: pure work for the preview's threads, without Qt.

A frame is what a pane paints: the part of a picture that is visible, at the size it is shown. At 100 % and
above it is made of exactly the pixels that an export writes, for the visible part only. Zoomed out, an exact
frame is averaged from exported pixels; while something moves, a draft with the same geometry is rendered at
the size shown.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeAlias

from augstudio.core.byte_cache import ByteCache
from augstudio.core.image import Image, Size
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.label_policy import DEFAULT
from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import PictureSource, Sample
from augstudio.errors import AugStudioError, ImageError, message_of
from augstudio.kernels.region import cropped
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.preview.comparison import Pane
from augstudio.preview.first_looks import FirstLooks
from augstudio.preview.frame_making import (
    PaneContext,
    ShownPicture,
    VisibleResult,
    area_of,
    draft,
    frame_of,
    labelled,
    moved_together,
    one_resampling,
    sketch,
)
from augstudio.preview.labelling import LabelReading, MovedTogether, PictureLabels, picture_classes
from augstudio.preview.originals import KeptOriginal
from augstudio.preview.partners import PartnerReading
from augstudio.preview.requests import Frame, Identity, MadeFrame, PreviewRequest, PreviewResult
from augstudio.preview.resolving import exported, resolved_for
from augstudio.preview.visible import shown_zooms, size_of_part, visible_part
from augstudio.render.pixels import scaled_size
from augstudio.render.resolve import Resolved
from augstudio.render.step_results import StepResults

CACHE_BYTES = 256 * 2**20
"""Budget for decoded pictures and for exact renderings, each."""

# A draft is worth it where the whole exact picture has this many times more pixels than the part to show.
_DRAFT_WORTH = 1.3
# With more than one resampling, the ones before the last must be made whole; up to here that is quick enough.
_QUICK_PIXELS = 1_500_000
_DRAFT_SECONDS = 5.0

Mapper = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Like the built-in ``map``; one that works on several items at once makes several panes at once."""

Told = Callable[[MadeFrame], object]
"""Is told of a frame."""

_Pictures: TypeAlias = dict[Sample, ShownPicture | ImageError]


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
    _looks: FirstLooks = field(init=False, default_factory=FirstLooks)
    _partners: PartnerReading = field(init=False, default_factory=PartnerReading)
    _original: KeptOriginal = field(init=False, default_factory=KeptOriginal)

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
        pictures = self._pictures(request, mapper)
        resolved = None if pictures is None else self._resolved(request, pictures)
        if pictures is None or resolved is None:
            return None
        sizes = [item.size if isinstance(item, Resolved) else None for item in resolved]
        zooms = shown_zooms(sizes, request.pane_size, request.zoom, each=request.shows_several)
        samples = [*map(request.sample_of, request.panes)]
        zoom = zooms[samples.index(request.sample) if request.sample in samples else 0]
        together = moved_together(request, pictures.get(request.sample), resolved)

        def frame_for(index: int) -> Frame | None:
            pane = request.panes[index], resolved[index]
            frame = self._frame(request, zooms[index], pictures, *pane, together)
            if frame is not None:
                if request.fits_each:
                    frame = replace(frame, fitted=zooms[index])
                made(MadeFrame(request, index, frame, zoom))
            return frame

        order = sorted(range(len(resolved)), key=lambda index: index != request.first)
        frames = dict(zip(order, mapper(frame_for, order), strict=True))
        complete = tuple(frame for _, frame in sorted(frames.items()) if frame is not None)
        if len(complete) != len(frames):
            return None
        refusals = (
            self._partners.refusal(request.dataset, request.sample_of(pane), pane.pipeline)
            for pane in request.panes
        )
        notes = dict.fromkeys(
            (*(note for note in refusals if note), *(note for frame in complete for note in frame.warnings))
        )
        size, identity = _shape(request, pictures)
        return PreviewResult(request, size, zoom, complete, identity, notes=tuple(notes))

    def _resolved(self, request: PreviewRequest, pictures: _Pictures) -> list[Resolved | ImageError] | None:
        """What happens in each pane; None if given up, as while a large dataset is being listed."""
        late = partial(self._needless, request, time.monotonic() + _DRAFT_SECONDS)
        try:
            with interruptible(partial(self._needless, request), while_waiting=late):
                return [
                    resolved_for(request, pane, pictures[request.sample_of(pane)]) for pane in request.panes
                ]
        except Interrupted:
            return None

    # -- pictures -----------------------------------------------------------------------------------

    def decode(self, dataset: PictureSource, sample: Sample) -> None:
        """Decode a picture that is to be rendered, to see whether that can be done; it is kept.

        Raises:
            ImageError: It cannot be decoded.
        """
        self._decoded(dataset, sample, picture_identity(dataset, sample))

    def _pictures(self, request: PreviewRequest, mapper: Mapper) -> _Pictures | None:
        """The pictures of a request; of several, reasons where there are none. None if given up."""
        if not request.shows_several:
            return {request.sample: self._picture(request, request.sample)}

        def found(sample: Sample) -> ShownPicture | ImageError | None:
            try:
                return None if self._needless(request) else self._picture(request, sample)
            except ImageError as error:
                return error

        samples = [*dict.fromkeys(map(request.sample_of, request.panes))]
        pictures = dict(zip(samples, mapper(found, samples), strict=True))
        complete = {sample: picture for sample, picture in pictures.items() if picture is not None}
        return complete if len(complete) == len(samples) else None

    def _picture(self, request: PreviewRequest, sample: Sample) -> ShownPicture:
        identity = picture_identity(request.dataset, sample)
        if request.shows_several:
            # Pixels are for later, so that the first picture is not shown only when the last is decoded.
            make = partial(self._pyramid, request, sample, identity)
            key = (*identity, "pixels", request.thumbnail)
            pixels = partial(self._looks.unless_failed, key, make, again=request.exact)
            size = self._looks.size(request.dataset, sample, identity, exact=request.exact)
        else:
            pyramid = self._pyramid(request, sample, identity)
            pixels, size = partial(_same, pyramid), pyramid.size
        labels = self._labels_of(request, sample, identity, size)
        classes = picture_classes(sample, labels)
        partners = self._partners.of(request.dataset, sample, request.thumbnail)
        return ShownPicture(sample, identity, size, pixels, classes, partners, labels)

    def _pyramid(self, request: PreviewRequest, sample: Sample, identity: Identity) -> Pyramid:
        """What a picture of a request is rendered from.

        For a draft of a large JPEG that is not known yet, that is a reduction of it.
        """
        if request.thumbnail is not None:
            return self._thumbnail(request, sample, request.thumbnail, identity)
        known: Pyramid | None = self._pyramids.peek(identity)
        if known is None and not request.exact:
            side = max(request.pane_size)
            reduced: Pyramid | None = self._pyramids.get(
                (*identity, "reduced", side),
                lambda: _read_reduced(request.dataset, sample, side),
                lambda made: made.nbytes if made else 1,
            )
            if reduced is not None:
                return reduced
        return self._decoded(request.dataset, sample, identity)

    def _decoded(self, dataset: PictureSource, sample: Sample, identity: Identity) -> Pyramid:
        # Levels enlarge a picture's bytes at worst by a third; count them in from the start.
        whole: Pyramid = self._pyramids.get(
            identity, lambda: Pyramid(dataset.read(sample)), lambda made: made.image.nbytes * 4 // 3
        )
        return whole

    def _thumbnail(self, request: PreviewRequest, sample: Sample, side: int, identity: Identity) -> Pyramid:
        def small() -> Pyramid | ImageError:
            try:
                return Pyramid(request.dataset.thumbnail(sample, side))
            except ImageError as error:  # kept, too: many thumbnails are asked for of one picture
                return error

        def cost(made: Pyramid | ImageError) -> int:
            return made.image.nbytes * 4 // 3 if isinstance(made, Pyramid) else 1

        made: Pyramid | ImageError = self._pyramids.get((*identity, side), small, cost)
        if isinstance(made, ImageError):
            raise made
        return made

    def _labels_of(
        self, request: PreviewRequest, sample: Sample, identity: Identity, size: Size
    ) -> PictureLabels | None:
        if request.labelled is None or not request.reads_labels:
            return None
        whole = size if request.thumbnail is None else None
        return self._labels.labels(request.labelled, sample, identity, whole)

    # -- frames -------------------------------------------------------------------------------------

    def _frame(
        self,
        request: PreviewRequest,
        zoom: float,
        pictures: _Pictures,
        pane: Pane,
        resolved: Resolved | ImageError,
        together: MovedTogether | None,
    ) -> Frame | None:
        """The frame of a pane, or what says why it has no picture; None if given up."""
        picture = pictures[request.sample_of(pane)]
        for reason in (picture, resolved):
            if isinstance(reason, ImageError):
                return Frame.without_picture(message_of(reason))
        assert isinstance(picture, ShownPicture)
        assert isinstance(resolved, Resolved)
        if self._needless(request):
            return None
        late = partial(self._needless, request, time.monotonic() + _DRAFT_SECONDS)
        try:
            with interruptible(partial(self._needless, request), while_waiting=late):
                context = PaneContext(request, picture, picture.pixels(), zoom, self.results, together)
                if pane.copy or request.shows_several:
                    return self._labelled(context, pane, resolved)
                return self._original.frame(context, partial(self._labelled, context, pane, resolved))
        except Interrupted:
            return None
        except ImageError as error:
            if not request.shows_several:
                raise
            return Frame.without_picture(message_of(error))

    def _needless(self, request: PreviewRequest, ends: float = math.inf) -> bool:
        """Whether nobody waits for a request; until ``ends`` drafts are shown, so that a drag shows some."""
        newest = self.newest
        if newest is None or not (request.exact or time.monotonic() > ends):
            return self.closing
        return self.closing or (request.serial < newest.serial and request.content != newest.content)

    def _labelled(self, context: PaneContext, pane: Pane, resolved: Resolved) -> Frame:
        return labelled(self._made(context, pane, resolved), context, pane, resolved)

    def _made(self, context: PaneContext, pane: Pane, resolved: Resolved) -> Frame:
        scale = min(1.0, context.zoom)
        whole = scaled_size(resolved.size, scale)
        part = visible_part(whole, context.request.centre, context.request.pane_size, max(1.0, context.zoom))
        shown = VisibleResult(scale, whole, part)
        if pane.copy and resolved.costly and not context.request.exact:
            return self._known(context, pane, resolved, shown) or sketch(context, resolved)
        if not context.pyramid.complete:
            return draft(context, resolved, shown)
        return self._settled(context, pane, resolved, shown)

    def _known(
        self, context: PaneContext, pane: Pane, resolved: Resolved, shown: VisibleResult
    ) -> Frame | None:
        """The exact frame, if the results of all costly steps are there and nobody is at it just now."""
        if not context.pyramid.complete or area_of(resolved.size) > _QUICK_PIXELS:
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

    def _settled(self, context: PaneContext, pane: Pane, resolved: Resolved, shown: VisibleResult) -> Frame:
        if shown.scale == 1.0 and (one_resampling(resolved) or area_of(resolved.size) <= _QUICK_PIXELS):
            pixels = context.rendered(resolved, region=shown.part)
            return frame_of(pixels, resolved, shown, exact=True)
        if (
            not context.request.exact
            and pane.copy
            and area_of(resolved.size) > _DRAFT_WORTH * area_of(size_of_part(shown.part))
        ):
            return draft(context, resolved, shown)
        pixels = cropped(self._averaged(context, pane, resolved, shown.whole), shown.part)
        return frame_of(pixels, resolved, shown, exact=True)

    def _averaged(self, context: PaneContext, pane: Pane, resolved: Resolved, whole: Size) -> Image:
        """The exported picture averaged to the size ``whole``."""
        source = (*context.picture.identity, context.request.thumbnail)
        # What was drawn may be recorded, or follow from labels and from other pictures.
        what = (*source, _without_policy(pane.pipeline), resolved.draws) if pane.copy else source

        def whole_picture() -> Image:
            return exported(context.pyramid, pane, resolved, context.results, context.picture.partners)

        def made_small() -> Image:
            made = self._exact.get(what, whole_picture, lambda made: made.nbytes, waits=context.patient)
            return shrink(made, whole)

        key = (*what, whole)
        kept: Image = self._exact.get(key, made_small, lambda made: made.nbytes, waits=context.patient)
        return kept


def picture_identity(dataset: PictureSource, sample: Sample) -> Identity:
    """What tells a sample's picture from all others, also from what its file held before; asks its drive.

    One folder may be read in several ways: of an export, the pictures that it was made from, or its files.
    """
    return (type(dataset), dataset.root, sample.path, sample.key, dataset.state(sample))


def _read_reduced(pictures: PictureSource, sample: Sample, side: int) -> Pyramid | None:
    """A reduction that fits a square of this side, where reading that is much faster than the whole."""
    found = pictures.reduced(sample, side)
    return None if found is None else Pyramid(*found)


def _same(pyramid: Pyramid) -> Pyramid:
    """A picture that is held as long as its request is."""
    return pyramid


def _shape(request: PreviewRequest, pictures: _Pictures) -> tuple[Size, Identity]:
    """Size and identity of a request's own picture; where it is not among them, the size of another one."""
    readable = [picture for picture in pictures.values() if isinstance(picture, ShownPicture)]
    own = next((picture for picture in readable if picture.sample == request.sample), None)
    if own is not None:
        return own.size, own.identity
    return (readable[0].size if readable else (1, 1)), ()


def _without_policy(pipeline: Pipeline) -> Pipeline:
    """The pipeline without its policy for labels, which changes no pixel."""
    return pipeline if pipeline.labels.is_default else pipeline.with_labels(DEFAULT)
