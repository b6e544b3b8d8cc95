"""Putting one picture on another."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image, colour_count, has_alpha

# Weights count in such parts.
_UNIT: Final = 1 << 16


def put_layer(canvas: Image, layer: Image, weight: float, shape: Image | None = None) -> None:
    """Put a picture on another of the same size, which keeps its channels.

    What is transparent of the upper one shows the lower one. Whole numbers and sums, products and quotients
    of single numbers alone, so that all machines get the same pixels.

    Args:
        canvas: ``(H, W, C)`` uint8, written into.
        layer: ``(H, W, C')`` uint8; its colours become grey where the canvas is.
        weight: How much of the upper one is seen where it is opaque, 0..1.
        shape: ``(H, W)`` uint8, 255 where the upper one is seen and 0 where not; None for everywhere.
    """
    colours, alpha = _as_coloured(layer, colour_count(canvas)), _alpha(layer, shape)
    if alpha is None and weight == 1.0:
        canvas[:, :, : colours.shape[2]] = colours
        if has_alpha(canvas):
            canvas[:, :, -1] = 255
    elif alpha is None and not has_alpha(canvas):
        canvas[:] = _weighed(canvas, colours, round(weight * _UNIT))
    else:
        _put_over(canvas, colours, 255.0 if alpha is None else alpha.astype(np.float64), weight)


def _as_coloured(layer: Image, count: int) -> Image:
    """The colours of a picture, in one channel or in three."""
    colours = layer[:, :, : colour_count(layer)]
    if colours.shape[2] == count:
        return colours
    if count == 3:
        return np.repeat(colours, 3, axis=2)
    grey = cv2.cvtColor(np.ascontiguousarray(colours), cv2.COLOR_RGB2GRAY)
    return grey.astype(np.uint8)[:, :, None]


def _alpha(layer: Image, shape: Image | None) -> Image | None:
    """How opaque each pixel is, ``(H, W)``; None where all are."""
    if not has_alpha(layer):
        return shape
    alpha = layer[:, :, -1]
    return alpha if shape is None else np.where(shape == 0, np.uint8(0), alpha)


def _weighed(lower: Image, upper: Image, weight: int) -> Image:
    """Both mixed, in whole numbers."""
    sums = lower.astype(np.uint32) * np.uint32(_UNIT - weight)
    sums += upper.astype(np.uint32) * np.uint32(weight)
    mixed: Image = ((sums + np.uint32(_UNIT // 2)) >> np.uint32(16)).astype(np.uint8)
    return mixed


def _put_over(canvas: Image, colours: Image, alpha: Float64Array | float, weight: float) -> None:
    """Porter and Duff's "over", colours weighed with alpha."""
    count = colours.shape[2]
    upper = np.broadcast_to(np.asarray(alpha) * (weight / 255.0), canvas.shape[:2])[:, :, None]
    lower = 1.0 - upper
    if has_alpha(canvas):
        lower = lower * (canvas[:, :, -1:].astype(np.float64) / 255.0)
    whole = upper + lower
    sums = colours.astype(np.float64) * upper + canvas[:, :, :count].astype(np.float64) * lower
    seen = whole > 0
    canvas[:, :, :count] = np.where(
        seen, np.floor(sums / np.where(seen, whole, 1.0) + 0.5), canvas[:, :, :count]
    ).astype(np.uint8)
    if has_alpha(canvas):
        canvas[:, :, -1:] = np.floor(whole * 255.0 + 0.5).astype(np.uint8)
