"""Ellipses as outlines, and back: every affine map makes an ellipse of one."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.labels import Outline
from augstudio.core.polygon import ring_area

_ARC: Final = 2.0  # pixels
_CORNERS: Final = (16, 360)
_SAME: Final = 1e-6


def ellipse_outline(centre: Float64Array, radii: tuple[float, float], degrees: float) -> Outline:
    """The outline of an ellipse, clockwise, with corners at most about two pixels apart.

    Args:
        centre: Its middle.
        radii: Along its own columns and rows, above 0.
        degrees: How far it is turned clockwise.
    """
    count = min(max(_CORNERS[0], math.ceil(2 * math.pi * max(radii) / _ARC)), _CORNERS[1])
    angles = np.arange(-(-count // 4) * 4) * (2 * math.pi / (-(-count // 4) * 4))
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    own = np.stack((radii[0] * np.cos(angles), radii[1] * np.sin(angles)), axis=1)
    return Outline((own @ np.array([(cosine, sine), (-sine, cosine)]) + centre,))


def ellipse_of(outline: Outline) -> tuple[Float64Array, tuple[float, float], float] | None:
    """Middle, radii and angle of an outline that is still an ellipse; None where it is none any more.

    The angle is 0 or more and below 180 degrees, clockwise.
    """
    if len(outline.rings) != 1 or len(outline.rings[0]) % 4:
        return None
    ring = outline.rings[0] if ring_area(outline.rings[0]) >= 0 else outline.rings[0][::-1]
    count = len(ring)
    centre = ring.mean(axis=0)
    one, two = ring[0] - centre, ring[count // 4] - centre
    angles = np.arange(count)[:, None] * (2 * math.pi / count)
    if np.abs(centre + np.cos(angles) * one + np.sin(angles) * two - ring).max() > _SAME:
        return None
    axes, lengths, _ = np.linalg.svd(np.stack((one, two), axis=1))
    if abs(lengths[0] - lengths[1]) < _SAME:
        return centre, (float(lengths[0]), float(lengths[0])), 0.0
    angle = math.degrees(math.atan2(axes[1, 0], axes[0, 0])) % 180
    return centre, (float(lengths[0]), float(lengths[1])), round(angle, 9) % 180
