"""Labels drawn into a picture, for sheets; the window draws them by itself, as crisp as its screen is."""

from __future__ import annotations

from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image
from augstudio.core.labels import Categories
from augstudio.kernels.viewing.label_drawing import Colour, draw_hatch, draw_line, draw_point, tinted
from augstudio.kernels.viewing.sheet import enlarged
from augstudio.preview.label_marks import Area, Areas, Mark, MarkKind
from augstudio.preview.requests import Frame

MASK_SHARE: Final = 0.4
"""How much of a picture's colour a mask takes, 0..1."""

IGNORED_COLOUR: Final = (200, 200, 200)
"""Colour of areas that count for nothing."""

_EDGE_SHARE: Final = 0.9
_GHOST_SHARE: Final = 0.2


def area_colour(area: Area, categories: Categories) -> tuple[Colour, float]:
    """The colour of pixels of a mask, and how much of the picture's own colour it takes, 0..1."""
    if area.category is None or area.kind is MarkKind.IGNORED:
        return IGNORED_COLOUR, _EDGE_SHARE
    if area.edge:
        return categories.colour(area.category), _EDGE_SHARE
    share = _GHOST_SHARE if area.kind is MarkKind.GHOST else MASK_SHARE
    return categories.colour(area.category), share


def with_labels(frame: Frame, factor: int) -> Image:
    """A frame, every pixel as a square of ``factor`` pixels, with its labels drawn over it.

    Returns:
        ``(H, W, 3 or 4)`` uint8.
    """
    shown = frame.labels
    if shown is None:
        return enlarged(frame.image, factor)
    image = enlarged(frame.image, factor).copy()
    if shown.areas is not None:
        colours = [area_colour(area, shown.categories) for area in shown.areas.entries]
        image = tinted(image, _enlarged_codes(shown.areas, factor), colours)
    for mark in shown.marks:
        _draw(image, mark, frame, factor, shown.categories)
    return image


def _enlarged_codes(areas: Areas, factor: int) -> Image:
    return areas.codes.repeat(factor, axis=0).repeat(factor, axis=1)


def _draw(image: Image, mark: Mark, frame: Frame, factor: int, categories: Categories) -> None:
    ignored = mark.kind is MarkKind.IGNORED
    colour = IGNORED_COLOUR if ignored else categories.colour(mark.category)
    rings = [_placed(ring, frame, factor) for ring in mark.rings]
    if ignored:
        draw_hatch(image, rings)
    for ring in rings:
        draw_line(image, ring, colour, dashed=mark.kind is MarkKind.GHOST)
    if not mark.points:
        return
    places = _placed(np.array([point[:2] for point in mark.points]), frame, factor)
    for one, other in mark.bones:
        draw_line(image, places[[one, other]], colour, closed=False, dashed=mark.kind is MarkKind.GHOST)
    for point, (x, y) in zip(mark.points, places.tolist(), strict=True):
        draw_point(image, x, y, colour, hollow=not point.visible)


def _placed(points: Float64Array, frame: Frame, factor: int) -> Float64Array:
    """Where points of the result lie in the enlarged frame; pixel centres are whole numbers in both."""
    scale = np.array(frame.whole) / np.array(frame.size)
    placed: Float64Array = ((points + 0.5) * scale - (frame.left, frame.top)) * factor - 0.5
    return placed
