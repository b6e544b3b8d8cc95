"""A picture in the style of another: colours first, then strokes, then back to its own size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image, size_of
from augstudio.kernels import cube
from augstudio.kernels.color import luma, on_colours, strips
from augstudio.kernels.distribution import distribution_change
from augstudio.kernels.palette import histograms, matched, sampled
from augstudio.kernels.synthesis import Manner, painted, resized, scaled, sides

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
        style: ``(h, w, 3)`` uint8.
        painting: What to do.
        strength: How opaque the paint is, 0 to 1.
        scale: Pixels of this picture per pixel of the exported one; a draft is painted as the export is, up
            to its own size.
    """
    return on_colours(
        image, lambda colours: _over(colours, _paint(colours, style, painting, scale), strength)
    )


def _paint(colours: Image, style: Image, painting: Painting, scale: float) -> Image:
    longest = max(size_of(colours))
    export = min(painting.resolution, max(1, round(longest / scale)))
    side = min(export, longest)
    small = resized(colours, scaled(size_of(colours), side))
    small, strokes = _in_tune(small, style, painting.keep_colours)
    result = painted(small, strokes, sides(side, export), painting.manner, min(longest, 2 * side))
    if colours.shape[2] == 1:
        result = np.ascontiguousarray(luma(result)[:, :, np.newaxis])
    return resized(result, size_of(colours))


def _in_tune(picture: Image, style: Image, keep_colours: bool) -> tuple[Image, Image]:
    """Both as RGB with the same palette: the style picture's, or the picture's."""
    if picture.shape[2] == 1:
        grey = np.ascontiguousarray(luma(style)[:, :, np.newaxis])
        if keep_colours:
            grey = matched(grey, histograms(picture), 1.0)
        else:
            picture = matched(picture, histograms(grey), 1.0)
        return _grey_as_rgb(picture), _grey_as_rgb(grey)
    found, wanted = sampled(picture), sampled(style)
    if keep_colours:
        return picture, cube.add(style, distribution_change(wanted, found), 1.0)
    return cube.add(picture, distribution_change(found, wanted), 1.0), style


def _grey_as_rgb(picture: Image) -> Image:
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2RGB), np.uint8)


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
