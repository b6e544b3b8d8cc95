"""What a picture stands before: how plain its ground is, and how thick what is drawn upon it."""

from __future__ import annotations

from typing import Final, TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.kernels.viewing.likeness import Fields

_Whole = TypeVar("_Whole", np.uint8, np.int64)

_NEAR: Final = 8
"""Levels of 255 within which a ground counts as plain; noise and JPEG make up to about half of that."""


def plain_share(fields: Fields) -> float:
    """How much of a picture is one plain ground that reaches its rim, 0..1.

    It is the share of pixels of about the middle brightness of the rim, times the share of the rim that has
    it: photographs of scenes lie below 0.1, pages, X-rays and things on a table above 0.3.

    Args:
        fields: ``(H, W)`` uint8 brightness.
    """
    levels = fields.astype(np.int64)
    rim = _rim(levels)
    ground = np.median(rim)
    near = float((np.abs(levels - ground) < _NEAR).mean())
    return near * float((np.abs(rim - ground) < _NEAR).mean())


def thickness(fields: Fields) -> float:
    """How thick the thickest stroke is, as a share of how far all that is drawn reaches, 0..1.

    Brightness is divided in two by Otsu's threshold (1979); what the rim mostly is counts as ground. The
    thickest stroke is twice the largest distance from the ground. Writing lies below 0.3, filled shapes lie
    near 1; 1 where nothing is drawn.

    Args:
        fields: ``(H, W)`` uint8 brightness.
    """
    parted = cv2.threshold(fields, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    bright: Fields = np.asarray(parted, np.uint8)
    drawn = np.pad(1 - bright if _rim(bright).mean() > 0.5 else bright, 1)
    rows, columns = np.nonzero(drawn)
    if not len(rows):
        return 1.0
    reach = max(int(np.ptp(rows)), int(np.ptp(columns))) + 1
    deepest = float(cv2.distanceTransform(drawn, cv2.DIST_L2, cv2.DIST_MASK_5).max())
    return min(1.0, 2 * deepest / reach)


def _rim(levels: npt.NDArray[_Whole]) -> npt.NDArray[_Whole]:
    """The outermost pixels."""
    return np.concatenate((levels[0], levels[-1], levels[:, 0], levels[:, -1]))
