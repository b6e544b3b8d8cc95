"""From what happens to a picture to its pixels."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image, Size
from augstudio.core.interruption import checkpoint
from augstudio.core.labels import Labels
from augstudio.core.matrix import compose, resizing
from augstudio.core.mixing import Layer, PartnerDraw
from augstudio.core.padding import Padding
from augstudio.core.region import Region
from augstudio.core.text import printable
from augstudio.core.transform import (
    View,
)
from augstudio.errors import ImageError
from augstudio.kernels.alpha.layering import put_layer
from augstudio.kernels.geometry.remap import remap
from augstudio.kernels.geometry.turning import copied, turned_picture
from augstudio.kernels.geometry.upright import upright_warp
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.region import cropped, shared
from augstudio.kernels.sampling.padding import fill_values
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.render.partners import Partners
from augstudio.render.recolouring import Recolouring, joined
from augstudio.render.resolve import Composed, PixelChange, Remapping, Resampling, Resolved, Stage
from augstudio.render.step_results import StepResults

_Change: TypeAlias = PixelChange | Recolouring
_Stage: TypeAlias = Stage | Recolouring


def render(
    source: Image | Pyramid,
    resolved: Resolved,
    *,
    scale: float = 1.0,
    region: Region | None = None,
    results: StepResults | None = None,
    partners: Partners | None = None,
    shared: bool = False,
) -> Image:
    """Make the pixels.

    Args:
        source: The picture, ``(H, W, C)`` uint8; a pyramid where several renderings share it.
        resolved: From :func:`resolve`, for this picture's size.
        scale: 1 makes exactly what an export writes; less makes a draft of that share of the size, with the
            same geometry and with noise as strong as it will look when reduced.
        region: The part of the scaled result to make, all of it if None. Its pixels are the same as in the
            whole, and its cost is that of the part and what its steps need around it, for whatever comes
            after the last resampling.
        results: Where results of costly steps are kept for other renderings; None keeps none.
        partners: What gives the pictures that are mixed in.
        shared: Whether what is kept may be given out as it is; then nobody may write into the result.

    Returns:
        ``(region.height, region.width, C)`` uint8, where the whole result has
        ``(round(height * scale), round(width * scale))`` pixels, at least 1 each way; a new array, unless it
        may be shared.

    Raises:
        PipelineError: A file that a step uses cannot be used.
        ImageError: A picture that is mixed in cannot be read.
    """
    pyramid = source if isinstance(source, Pyramid) else Pyramid(source)
    work = _Work(pyramid, resolved.padding, scale, results, partners)
    stages: list[_Stage] = joined(resolved.stages)
    if region is None:
        for stage in stages:
            work.do(stage, None)
        return work.result(shared=shared)
    whole = scaled_size(resolved.size, scale)
    head, tail = _split(stages)
    start, *parts = _parts(tail, region, View(scale=scale, whole=whole))
    for number, stage in enumerate(head, start=1):
        work.do(stage, start if number == len(head) else None)
    if not head:
        work.cut(start)
    for change, part in zip(tail, parts, strict=True):
        work.do(change, part)
    return work.result(shared=shared)


class _Work:
    """A picture on its way through the stages."""

    def __init__(
        self,
        pyramid: Pyramid,
        padding: Padding,
        scale: float,
        results: StepResults | None,
        partners: Partners | None,
    ) -> None:
        self._pyramid = pyramid  # what the next resampling reads
        self._size = pyramid.size  # full size of what it shows
        self._padding = padding
        self._scale = scale
        self._results = results
        self._partners = partners
        self._image: Image | None = None  # None while nothing has been made
        self._held: Region | None = None  # the part that it is, None for all
        self._owned = False
        self._fresh = False  # whether nobody has seen it yet, so that it may be changed itself

    def do(self, stage: _Stage, part: Region | None) -> None:
        """Make a stage's whole frame, or only a part of it.

        Raises:
            Interrupted: Nobody waits for it any more.
        """
        checkpoint()
        if isinstance(stage, Resampling):
            self._resample(stage, part)
        elif isinstance(stage, Remapping):
            self._remap(stage, part)
        elif isinstance(stage, Composed):
            self._compose(stage, part)
        else:
            self._change(stage, part)
        self._fresh = isinstance(stage, Resampling) and not stage.resizes
        self._held = part
        self._owned = True

    def cut(self, part: Region) -> None:
        """Go on with a part only."""
        self._image = cropped(self._current(), part)
        self._held = part

    def result(self, *, shared: bool) -> Image:
        """The pixels, in an array of their own unless it may be shared."""
        image = self._current()
        own = self._owned and image.flags.c_contiguous and (shared or image.flags.writeable)
        return image if own else image.copy()

    def _current(self) -> Image:
        if self._image is None:
            return self._pyramid.reduced(scaled_size(self._size, self._scale))
        return self._image

    def _change(self, change: _Change, part: Region | None) -> None:
        image, held = self._current(), self._held
        whole = scaled_size(self._size, self._scale)
        if isinstance(change, Recolouring):
            changed = change.apply(image, own=self._fresh)
        else:
            left, top = (held.left, held.top) if held else (0, 0)
            changed = _changed(change, image, View(left, top, self._scale, whole), self._results)
        self._image = cropped(changed, part.seen_from(held or Region.whole(whole))) if part else changed

    def _resample(self, stage: Resampling, part: Region | None) -> None:
        target = scaled_size(stage.target, self._scale)
        self._image = self._resampled(self._entering(), stage, target, part)
        self._size = stage.target

    def _entering(self) -> Pyramid:
        """What the next stage that moves pixels reads."""
        if self._image is not None:
            self._pyramid = Pyramid(self._image)
        return self._pyramid

    def _resampled(self, pyramid: Pyramid, stage: Resampling, target: Size, part: Region | None) -> Image:
        """A part of a picture seen through a stage's matrix, where the whole result has this size."""
        matrix = stage.matrix
        if pyramid.size != stage.source or stage.target != target:
            matrix = compose(resizing(pyramid.size, stage.source), matrix, resizing(stage.target, target))
        turned = turned_picture(pyramid.image, matrix, target)
        if turned is not None:
            return copied(cropped(turned, part) if part else turned)
        make = upright_warp if stage.resizes else warp
        return make(pyramid, matrix, target, self._padding, part, draft=self._scale != 1.0)

    def _compose(self, stage: Composed, part: Region | None) -> None:
        """Put layers on the picture, or on a plain colour."""
        composition, whole = stage.composition, scaled_size(stage.target, self._scale)
        wanted = part or Region.whole(whole)
        canvas = cropped(self._current(), wanted).copy()
        if not composition.on_picture:
            canvas[:] = fill_values(self._padding, canvas.shape[2])
        for layer in composition.layers:
            place = _scaled_place(layer.place, stage.target, whole)
            seen = shared(place, wanted)
            if seen is not None:
                checkpoint()
                pyramid = self._entering() if layer.partner is None else self._partner(layer.partner)
                moved = Resampling(layer.matrix, layer.source, _size(layer.place), layer.resizes)
                made = self._resampled(pyramid, moved, _size(place), seen.seen_from(place))
                shape = None if layer.instance is None else self._cutout(layer, layer.instance, _size(place))
                own = shape if shape is None else cropped(shape, seen.seen_from(place))
                put_layer(cropped(canvas, seen.seen_from(wanted)), made, layer.weight, own)
        self._image = canvas
        self._size = stage.target

    def _cutout(self, layer: Layer, instance: int, target: Size) -> Image:
        """``(H, W)`` 255 where an object of a partner is seen in its layer, at this scale; else 0."""
        from augstudio.render.labelling.cutouts import cutout  # of labels most pictures need nothing

        assert layer.partner is not None
        labels = self._given(layer.partner).labels(layer.partner) or Labels()
        matrix = compose(layer.matrix, resizing(_size(layer.place), target))
        mask = cutout(labels, instance, Resampling(matrix, layer.source, target, layer.resizes))
        return np.where(mask, np.uint8(255), np.uint8(0))

    def _partner(self, partner: PartnerDraw) -> Pyramid:
        return self._given(partner).picture(partner)

    def _given(self, partner: PartnerDraw) -> Partners:
        if self._partners is None:
            raise ImageError("the picture {0} is mixed in, and none are given", printable(partner.key))
        return self._partners

    def _remap(self, stage: Remapping, part: Region | None) -> None:
        source, target = self._entering().size, scaled_size(stage.size, self._scale)

        def origin(x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
            full = (_resized(x, target[0], stage.size[0]), _resized(y, target[1], stage.size[1]))
            across, down = stage.transform.source_coordinates(stage.draw, stage.size, *full)
            return _resized(across, stage.size[0], source[0]), _resized(down, stage.size[1], source[1])

        draft = self._scale != 1.0
        self._image = remap(self._pyramid, origin, target, self._padding, part, draft=draft)


def _size(region: Region) -> Size:
    return region.width, region.height


def _scaled_place(place: Region, size: Size, scaled: Size) -> Region:
    """Where a part of a picture lies when this is scaled."""

    def at(column: int, axis: int) -> int:
        return round(column * scaled[axis] / size[axis])

    return Region.between(at(place.left, 0), at(place.top, 1), at(place.right, 0), at(place.bottom, 1))


def _resized(places: Float64Array, before: int, after: int) -> Float64Array:
    """The same places on a line that is shown with another number of pixels."""
    return places if before == after else (places + 0.5) * (after / before) - 0.5


def _changed(change: PixelChange, image: Image, view: View, results: StepResults | None) -> Image:
    """What a pixel step makes of a picture; costly steps are done once where results are kept."""
    transform, draw = change.transform, change.draw
    if results is None or not transform.COSTLY:
        return transform.apply(image, draw, view)
    recipe = json.dumps((transform.NAME, transform.model_dump(mode="json"), draw.to_dict(), repr(view)))
    return results.get(image, recipe, lambda: transform.apply(image, draw, view))


def _split(stages: Sequence[_Stage]) -> tuple[Sequence[_Stage], Sequence[_Change]]:
    """The stages up to the last resampling, and those after it, which change pixels where they are."""
    tail: list[_Change] = []
    for stage in reversed(stages):
        if not isinstance(stage, _Change):
            break
        tail.insert(0, stage)
    return stages[: len(stages) - len(tail)], tail


def _parts(changes: Sequence[_Change], part: Region, view: View) -> list[Region]:
    """The parts to make so that the last change makes ``part``: what the first reads, then each one's."""
    parts = [part]
    for change in reversed(changes):
        needed = parts[0]
        if isinstance(change, PixelChange):
            needed = change.transform.needs(needed, change.draw, view)
        parts.insert(0, needed.within(view.whole or (needed.right, needed.bottom)))
    return parts


def scaled_size(size: Size, scale: float) -> Size:
    """Width and height at a scale, at least 1 pixel each."""
    return size if scale == 1 else (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
