"""Lines, points and areas over a picture, told from light and dark grounds by a dark rim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0..255."""

_RIM: Final = (20, 20, 20)
_RIM_WIDTH: Final = 3
_DASH: Final = 7.0
_GAP: Final = 5.0
_SHIFT: Final = 4  # bits of a pixel's fraction that OpenCV draws with
_STRIPES: Final = 8
_STRIPE_INK: Final = 235
_STRIPE_SHARE: Final = 0.6
_POINT_RADIUS: Final = 3.5


def tinted(image: Image, codes: Image, colours: Sequence[tuple[Colour, float]]) -> Image:
    """A picture with areas laid over it.

    Args:
        image: ``(H, W, 3 or 4)`` uint8.
        codes: ``(H, W)`` uint8: 0 for nothing, else the place of a colour, from 1.
        colours: Colours with their shares, 0..1.

    Returns:
        A new picture of the same shape; alpha grows where something is laid over transparency.
    """
    table = np.zeros((256, 4), np.float32)
    for number, (colour, part) in enumerate(colours[:255], 1):
        table[number] = (*colour, part)
    laid = table[codes]
    shares = laid[:, :, 3:]
    output = image.copy()
    mixed = image[:, :, :3] * (1 - shares) + laid[:, :, :3] * shares
    output[:, :, :3] = np.rint(mixed).astype(np.uint8)
    if image.shape[2] == 4:
        seen = np.rint(255 * shares[:, :, 0]).astype(np.uint8)
        output[:, :, 3] = np.maximum(image[:, :, 3], seen)
    return output


def draw_line(
    image: Image, points: Float64Array, colour: Colour, *, closed: bool = True, dashed: bool = False
) -> None:
    """Draw a line into a picture.

    Args:
        image: ``(H, W, 3 or 4)`` uint8, contiguous.
        points: ``(n, 2)`` columns and rows; pixel centres are whole numbers.
        colour: Its colour; a dark rim is drawn around it.
        closed: Whether the last point is joined with the first.
        dashed: Whether only the rim is whole.
    """
    if not len(points):
        return
    line = np.vstack([points, points[:1]]) if closed else points
    _polylines(image, [line], _RIM, _RIM_WIDTH)
    _polylines(image, list(_dashes(line)) if dashed else [line], colour, 1)


def draw_point(image: Image, x: float, y: float, colour: Colour, *, hollow: bool) -> None:
    """Draw a round point; a hollow one stands for a place that something covers."""
    centre = _fixed(np.array([(x, y)]))[0].tolist()
    for radius, ink in ((_POINT_RADIUS + 1, _RIM), (_POINT_RADIUS, colour)):
        _disc(image, centre, radius, ink)
    if hollow:
        _disc(image, centre, _POINT_RADIUS / 2, _RIM)


def draw_hatch(image: Image, rings: Sequence[Float64Array]) -> None:
    """Hatch what rings enclose, without their holes."""
    drawable = [_fixed(ring).astype(np.int32) for ring in rings if len(ring) > 2]
    if not drawable:
        return
    height, width = image.shape[:2]
    inside = np.zeros((height, width), np.uint8)
    cv2.fillPoly(inside, drawable, 1, cv2.LINE_8, _SHIFT)
    rows, columns = np.ogrid[:height, :width]
    stripes = (inside > 0) & ((rows + columns) % _STRIPES < 1)
    colours = image[:, :, :3]
    colours[stripes] = np.rint(colours[stripes] * (1 - _STRIPE_SHARE) + _STRIPE_INK * _STRIPE_SHARE).astype(
        np.uint8
    )


def _disc(image: Image, centre: list[int], radius: float, colour: Colour) -> None:
    cv2.circle(image, centre, round(radius * 2**_SHIFT), _ink(image, colour), cv2.FILLED, cv2.LINE_AA, _SHIFT)


def _polylines(image: Image, lines: Sequence[Float64Array], colour: Colour, width: int) -> None:
    drawable = [_fixed(line).astype(np.int32) for line in lines]
    cv2.polylines(image, drawable, False, _ink(image, colour), width, cv2.LINE_AA, _SHIFT)


def _ink(image: Image, colour: Colour) -> tuple[int, ...]:
    return (*colour, 255)[: image.shape[2]]


def _fixed(points: Float64Array) -> npt.NDArray[Any]:
    """Points as OpenCV takes them, with a fraction; far ones are drawn nearer, where it would overflow."""
    limit = 2.0**26
    return np.rint(np.clip(points * 2**_SHIFT, -limit, limit)).astype(np.int64)


def _dashes(line: Float64Array) -> Iterator[Float64Array]:
    """The parts of a line that are drawn, the first one from its beginning."""
    lengths = np.hypot(*np.diff(line, axis=0).T)
    reached = np.concatenate([[0.0], np.cumsum(lengths)])
    for start in np.arange(0.0, reached[-1], _DASH + _GAP):
        end = min(start + _DASH, reached[-1])
        between = line[(reached > start) & (reached < end)]
        ends = [
            np.array([np.interp(at, reached, line[:, 0]), np.interp(at, reached, line[:, 1])])
            for at in (start, end)
        ]
        yield np.vstack([ends[0], between, ends[1]])
