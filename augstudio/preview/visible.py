"""Which part of a picture a pane shows, and how large."""

from __future__ import annotations

import math
from collections.abc import Sequence

from augstudio.core.image import Size
from augstudio.kernels.region import Region

# Pixels around the visible part that are rendered too, so that moving the picture shows no gaps at once.
_MARGIN = 32


def fitting_zoom(sizes: list[Size], pane: Size) -> float:
    """The zoom at which all pictures fit a pane.

    Small ones are enlarged by a whole factor, to stay crisp, or by one and a half, as without it much of a
    large screen would stay empty.
    """
    zoom = min(min(pane[0] / width, pane[1] / height) for width, height in sizes)
    if 1.5 <= zoom < 2:
        return 1.5
    return float(int(zoom)) if zoom >= 1 else max(zoom, 1e-3)


def shown_zooms(sizes: Sequence[Size | None], pane: Size, zoom: float | None, *, each: bool) -> list[float]:
    """The zoom at which each of some pictures is shown; 1 where none is known.

    Args:
        sizes: Their sizes; None for one that cannot be shown.
        pane: The size of each one's pane in device pixels.
        zoom: What is wanted for all; None fits them.
        each: Whether each fits by itself, as they are different pictures; else all have the same zoom.
    """
    known = [size for size in sizes if size is not None]
    if zoom is None and each:
        return [fitting_zoom([size], pane) if size else 1.0 for size in sizes]
    return [zoom or (fitting_zoom(known, pane) if known else 1.0)] * len(sizes)


def visible_part(whole: Size, centre: tuple[float, float], pane: Size, magnified: float) -> Region:
    """The part of a picture that a pane shows, with a margin; all of it if that is hardly more.

    Args:
        whole: Width and height of the picture at the scale at which it is rendered.
        centre: What lies in the middle of the pane, as shares of the picture.
        pane: Width and height of the pane in device pixels.
        magnified: Device pixels for each rendered pixel, at least 1.
    """
    sides = [side / magnified + 2 * _MARGIN for side in pane]
    starts = [share * side - seen / 2 for share, side, seen in zip(centre, whole, sides, strict=True)]
    return clipped(whole, starts[0], starts[1], sides[0], sides[1])


def size_of_part(part: Region) -> Size:
    """Width and height of a region."""
    return part.width, part.height


def clipped(whole: Size, left: float, top: float, width: float, height: float) -> Region:
    """The whole pixels of a picture that a rectangle touches, at least one."""
    first = [min(max(0, math.floor(start)), side - 1) for start, side in zip((left, top), whole, strict=True)]
    last = [
        max(start + 1, min(side, math.ceil(end)))
        for start, side, end in zip(first, whole, (left + width, top + height), strict=True)
    ]
    return Region(first[0], first[1], last[0] - first[0], last[1] - first[1])
