"""Filters put right where the pixels that they mix are not equally visible; alpha itself is not filtered.

Where all that a filter reaches has one alpha, its plain result is right; the other pixels are computed anew.
Whole weights make every sum a whole number that double precision holds exactly, so a pixel has one value,
whichever part of the picture is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image, has_alpha
from augstudio.core.region import Region
from augstudio.kernels.alpha.weighing import Mask, Reals, alpha_of, even, premultiplied, put_colours
from augstudio.kernels.region import cropped

Summing: TypeAlias = Callable[[Reals], npt.NDArray[Any]]
"""Filters doubles with whole weights whose sum is at most 2**36, leaving out what has not all neighbours."""

# Blocks have at least this side, and are not smaller than what a filter reaches beyond them.
_SIDE: Final = 32


def bordered(image: Image, margin: int) -> Image:
    """The picture with a margin, in which it goes on mirrored about its outermost pixels."""
    made = cv2.copyMakeBorder(image, margin, margin, margin, margin, cv2.BORDER_REFLECT_101)
    return np.asarray(made, np.uint8).reshape(*made.shape[:2], image.shape[2])


def weigh_filtered(output: Image, image: Image, reach: int, summing: Summing) -> None:
    """Weigh the colours of a filtered picture with alpha, where anything visible is in reach.

    Args:
        output: ``(H, W, C)`` uint8, filtered with all colours weighed alike; changed in place.
        image: The picture that was filtered.
        reach: How far the filter looks, in pixels.
        summing: The filter: gives ``(H, W, C)`` for ``(H + 2 * reach, W + 2 * reach, C)``.
    """
    if not has_alpha(image):
        return
    alpha = alpha_of(image)
    if even(alpha):
        return
    uneven = _uneven_within(alpha, reach)
    wider = bordered(image, reach)
    for block in _blocks(uneven, reach):
        seen = Region(block.left, block.top, block.width + 2 * reach, block.height + 2 * reach)
        sums = np.asarray(summing(premultiplied(cropped(wider, seen), cv2.CV_64F)))
        changed = uneven[block.top : block.bottom, block.left : block.right]
        target = cropped(output, block)
        put_colours(target, sums.reshape(target.shape), changed)


def without_hidden_near(image: Image, reach: int) -> Image | None:
    """The picture in which hidden pixels have the mean colour of what is visible in the square about them.

    Args:
        image: ``(H, W, C)`` uint8.
        reach: How far the square reaches.

    Returns:
        A new picture; None where nothing is hidden.
    """
    if not has_alpha(image):
        return None
    hidden = np.asarray(cv2.inRange(alpha_of(image), (0,), (0,)), np.uint8)
    if not cv2.countNonZero(hidden):
        return None
    side = 2 * reach + 1

    def summed(weighed: Reals) -> Reals:
        sums = cv2.boxFilter(weighed, -1, (side, side), normalize=False, borderType=cv2.BORDER_CONSTANT)
        return np.asarray(sums)[reach:-reach, reach:-reach]

    output = np.ascontiguousarray(image).copy()
    means_near = output.copy()
    weigh_filtered(means_near, image, reach, summed)
    cv2.copyTo(means_near, hidden, output)
    return output


def _uneven_within(alpha: Image, reach: int) -> Mask:
    """Where not all pixels in reach have the same alpha."""
    around = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    return np.asarray(cv2.dilate(alpha, around) != cv2.erode(alpha, around), np.bool_)


def _blocks(mask: Mask, reach: int) -> Iterator[Region]:
    """Rectangles that hold all places of a mask, each at most once."""
    side = max(_SIDE, 2 * reach)
    for top in range(0, mask.shape[0], side):
        band = mask[top : top + side]
        columns = np.flatnonzero(band.any(axis=0))
        if not columns.size:
            continue
        for run in np.split(columns, np.flatnonzero(np.diff(columns) > side) + 1):
            left, width = int(run[0]), int(run[-1] - run[0]) + 1
            rows = np.flatnonzero(band[:, left : left + width].any(axis=1))
            yield Region(left, top + int(rows[0]), width, int(rows[-1] - rows[0]) + 1)
