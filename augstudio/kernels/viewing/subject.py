"""What stands out of a picture's ground: where it is, and how it looks when its size is evened out.

The ground is taken for a plane of colours through the border of the picture, fitted twice: parts of the
border on which the subject lies do not count the second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image
from augstudio.kernels.viewing.likeness import coarse_colours

_SIDE: Final = 64
_BORDER: Final = 5
_STEADY: Final = 0.75  # of the border, the share nearest to the first plane makes the second one
_QUIET: Final = 0.95  # of the border, so much counts as ground
_STRONG: Final = 0.3  # of the strongest difference, from which on it counts where the subject is
_ENDS: Final = (0.05, 0.95)
_LEAST: Final = 0.02
_SHOWN: Final = 1.25
_GREY: Final = 128.0


@dataclass(frozen=True, eq=False, slots=True)
class Subject:
    """What stands out.

    Attributes:
        place: Left, top, right and bottom as shares of width and height, between which 9 of 10 parts of it
            are.
        ground: ``(3, 3)`` colours of the ground: mean, slope across and slope down, for -1..1.
        quiet: Distance of colours up to which something counts as ground.
        clear: How much farther what stands out mostly is.
    """

    place: tuple[float, float, float, float]
    ground: Float64Array
    quiet: float
    clear: float

    @property
    def side(self) -> float:
        """The side of a square as large as the subject, as a share of the picture's."""
        left, top, right, bottom = self.place
        return float(np.sqrt(max(right - left, _LEAST) * max(bottom - top, _LEAST)))


def subject_of(image: Image) -> Subject | None:
    """Find what stands out; None where nothing does.

    Args:
        image: ``(H, W, C)`` uint8.
    """
    colours = np.ascontiguousarray(coarse_colours(image, _SIDE))
    border = np.ones((_SIDE, _SIDE), bool)
    border[_BORDER:-_BORDER, _BORDER:-_BORDER] = False
    steps = np.linspace(-1, 1, _SIDE)
    places = _places(steps, steps)
    ground = _plane(places[border], colours[border])
    apart = cv2.GaussianBlur(_distances(colours - places @ ground), (0, 0), 1.0)
    quiet = float(np.quantile(apart[border], _QUIET))
    excess: Float64Array = np.maximum(0.0, apart - quiet)
    strong: Float64Array = np.maximum(0.0, excess - _STRONG * np.quantile(excess, 0.99))
    if strong.sum() < 1e-6:
        return None
    (left, right), (top, bottom) = (_ends(strong.sum(axis=axis)) for axis in (0, 1))
    return Subject((left, top, right, bottom), ground, quiet, float(np.quantile(strong[strong > 0], 0.75)))


def evened(image: Image, subject: Subject, side: int = 16) -> Image:
    """The subject alone before a middle grey, always as large: half of the side.

    It is reduced to few pixels, so that what was small is no more blurred than what was large.

    Args:
        image: ``(H, W, 3)`` uint8, the picture of the subject.
        subject: What stands out of it.
        side: Width and height of the result.

    Returns:
        ``(side, side, 3)`` uint8.
    """
    height, width = image.shape[:2]
    left, top, right, bottom = subject.place
    reach = max((right - left) * width, (bottom - top) * height) + 1.0
    first = (left + right) / 2 * width - reach, (top + bottom) / 2 * height - reach
    fine = side * max(1, int(np.ceil(2 * reach / side)))
    step = 2 * reach / fine
    matrix = np.array([[step, 0, first[0] + step / 2 - 0.5], [0, step, first[1] + step / 2 - 0.5]])
    cut = cv2.warpAffine(
        image.astype(np.float32),
        matrix,
        (fine, fine),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    small = np.asarray(cv2.resize(cut, (side, side), interpolation=cv2.INTER_AREA), np.float64)
    along = (np.arange(side) + 0.5) / side
    across, down = (
        np.clip(2 * (start + 2 * reach * along) / length - 1, -1, 1)
        for start, length in zip(first, (width, height), strict=True)
    )
    apart = _distances(small - _places(across, down) @ subject.ground)
    share = ((apart - subject.quiet) / max(subject.clear, 1e-6)).clip(0, 1)
    near = np.abs(2 * along - 1) <= _SHOWN / 2
    share *= near[np.newaxis] & near[:, np.newaxis]
    shown = _GREY + share[..., np.newaxis] * (small - _GREY)
    return np.asarray(shown.round().clip(0, 255), np.uint8)


def _places(across: Float64Array, down: Float64Array) -> Float64Array:
    """What a plane of colours is multiplied with at each place, ``(H, W, 3)``."""
    columns, rows = np.meshgrid(across, down)
    return np.stack([np.ones_like(columns), columns, rows], axis=-1)


def _plane(places: Float64Array, colours: Float64Array) -> Float64Array:
    fitted = np.linalg.lstsq(places, colours, rcond=None)[0]
    apart = _distances(colours - places @ fitted)
    steady: npt.NDArray[np.bool_] = apart <= np.quantile(apart, _STEADY)
    return np.asarray(np.linalg.lstsq(places[steady], colours[steady], rcond=None)[0])


def _distances(differences: Float64Array) -> Float64Array:
    return np.asarray(np.sqrt((differences**2).sum(axis=-1)))


def _ends(amounts: Float64Array) -> tuple[float, float]:
    """Between which shares of a side 9 of 10 parts of some amounts lie."""
    summed = np.concatenate([[0.0], np.cumsum(amounts)]) / amounts.sum()
    low, high = np.interp(_ENDS, summed, np.linspace(0, 1, len(summed))).tolist()
    return low, high
