"""A picture in the style of another: colours first, then strokes, then back to its own size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image, is_grey, size_of
from augstudio.kernels.alpha.counting import colour_counts, nothing_visible
from augstudio.kernels.alpha.hidden import with_hidden, without_hidden
from augstudio.kernels.colour import cube
from augstudio.kernels.colour.distribution import distribution_change
from augstudio.kernels.colour.palette import matched, sampled
from augstudio.kernels.colour.pixelwise import as_grey, luma, on_colours, strips
from augstudio.kernels.style.sketch import Named, sketched
from augstudio.kernels.style.synthesis import Manner, painted, rescaled, scaled, sides

_STRENGTHS: Final = 256


@dataclass(frozen=True)
class Painting:
    """What shall be painted.

    Attributes:
        manner: How.
        resolution: Longest side, in pixels, at which strokes are looked for.
        keep_colours: Whether the strokes take the picture's colours, instead of the other way round.
    """

    manner: Manner
    resolution: int
    keep_colours: bool


def styled(image: Image, style: Image, painting: Painting, strength: float, scale: float = 1.0) -> Image:
    """Paint a picture; alpha stays, and a grey picture stays grey.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        style: ``(h, w, 3)`` or, with transparency, ``(h, w, 4)`` uint8; something in it is visible.
        painting: What to do.
        strength: How opaque the paint is, 0 to 1.
        scale: Pixels of this picture per pixel of the exported one; a draft is painted as the export is, up
            to its own size.
    """
    return _painted(image, lambda seen: _paint(seen, style, painting, scale), strength)


def style_sketch(image: Image, style: Named, painting: Painting, strength: float) -> Image:
    """Roughly what :func:`styled` will make of a picture, in a moment.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture, reduced.
        style: Whose strokes are taken.
        painting: What to do; its resolution does not count.
        strength: How opaque the paint is, 0 to 1.
    """

    def paint(seen: Image) -> Image:
        if not is_grey(seen):
            picture = np.ascontiguousarray(seen[:, :, :3])
            return sketched(picture, style, painting.manner, keep_colours=painting.keep_colours)
        grey = Named(_grey_as_rgb(as_grey(style.image)), (style.name, "grey"))
        made = sketched(_grey_as_rgb(seen), grey, painting.manner, keep_colours=painting.keep_colours)
        return np.ascontiguousarray(luma(made)[:, :, np.newaxis])

    return _painted(image, paint, strength)


def _painted(image: Image, paint: Callable[[Image], Image], strength: float) -> Image:
    """A picture under the paint that is made of it without its alpha."""
    if nothing_visible(image):
        return image.copy()
    filled = without_hidden(image)
    seen = image if filled is None else filled
    painting = paint(seen)
    made = on_colours(seen, lambda colours: _over(colours, painting, strength))
    return made if filled is None else with_hidden(made, image)


def _paint(image: Image, style: Image, painting: Painting, scale: float) -> Image:
    """The painting, without alpha."""
    longest = max(size_of(image))
    export = min(painting.resolution, max(1, round(longest / scale)))
    side = min(export, longest)
    small = rescaled(image, scaled(size_of(image), side))
    small, strokes = _in_tune(small, style, painting.keep_colours)
    result = painted(small, strokes, sides(side, export), painting.manner, min(longest, 2 * side))
    if is_grey(image):
        result = np.ascontiguousarray(luma(result)[:, :, np.newaxis])
    return rescaled(result, size_of(image))


def _in_tune(picture: Image, style: Image, keep_colours: bool) -> tuple[Image, Image]:
    """Both as RGB with the same palette: the style picture's, or the picture's."""
    if is_grey(picture):
        grey = as_grey(style)
        if keep_colours:
            grey = matched(grey, colour_counts(picture), 1.0)
        else:
            picture = matched(picture, colour_counts(grey), 1.0)
        return _grey_as_rgb(picture), _grey_as_rgb(grey)
    found, wanted = sampled(picture), sampled(style)
    if keep_colours:
        style = cube.add(style, distribution_change(wanted, found), 1.0)
    else:
        picture = cube.add(picture, distribution_change(found, wanted), 1.0)
    return np.ascontiguousarray(picture[:, :, :3]), np.ascontiguousarray(style[:, :, :3])


def _grey_as_rgb(picture: Image) -> Image:
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(picture[:, :, 0]), cv2.COLOR_GRAY2RGB), np.uint8)


def _over(below: Image, paint: Image, strength: float) -> Image:
    """Paint over a picture."""
    share = round(strength * _STRENGTHS)
    if share == _STRENGTHS:
        return paint
    output = np.empty_like(below)
    for rows in strips(below):
        under, over = below[rows].astype(np.int32), paint[rows].astype(np.int32)
        output[rows] = under + ((over - under) * share + _STRENGTHS // 2) // _STRENGTHS
    return output
