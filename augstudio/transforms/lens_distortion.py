"""Seen through a lens that bends straight lines."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.parameters import Range, Slider, Toggle
from augstudio.core.randomness import Stream
from augstudio.core.transform import Distortion

_K: Final = Slider(
    -0.3,
    0.6,
    step=0.01,
    unit="%",
    shown_as=100,
    label="Distortion",
    help="By how much of its distance from the centre a corner is moved; positive is a barrel, "
    "negative a pincushion.",
)
# It is undone in rounds, until one has moved no distance by more than this many pixels,
_NEAR: Final = 1e-6
# and not in more of them than this;
_ROUNDS: Final = 32
# a distance that still moves further is that of no place.
_SOLVED: Final = 1e-3


class LensDistortionDraw(Draw):
    """The coefficient."""

    k: Annotated[float, _K.drawn]


class LensDistortion(Distortion[LensDistortionDraw]):
    """Bend straight lines as lenses do, outwards like a barrel or inwards like a pincushion.

    A pixel comes from 1 + k r² times its distance from the centre, where r is 1 at the picture's corners:
    the radial part of Brown's model (1966) with one coefficient.
    """

    NAME = "lens_distortion"
    TITLE = "Lens distortion"
    FACTOR = "2-4x"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"k_range": (0, 0)}

    # From -1/3 on, a pincushion would turn inside out at the corners.
    k_range: Annotated[Range, _K] = Range(-0.2, 0.3)
    fill_frame: Annotated[
        bool, Toggle(help="Zoom in on a barrel until it fills the frame and needs no padding.")
    ] = False

    def draw(self, stream: Stream, size: Size) -> LensDistortionDraw:
        """Draw the coefficient."""
        return LensDistortionDraw(k=stream.uniform(*self.k_range))

    def source_coordinates(
        self, draw: LensDistortionDraw, size: Size, x: Float64Array, y: Float64Array
    ) -> tuple[Float64Array, Float64Array]:
        """Stretch distances from the centre."""
        k = draw.k
        zoom = 1 + max(k, 0.0) if self.fill_frame else 1.0
        centre = (size[0] - 1) / 2, (size[1] - 1) / 2
        across, down = x - centre[0], y - centre[1]
        corner = (size[0] * size[0] + size[1] * size[1]) / 4  # squared distance
        excess = ((across * across + down * down) * (k / corner) + (1 - zoom)) / zoom
        column, row = x + across * excess, y + down * excess
        if self.fill_frame:  # also where samples lie between the outermost pixels' centres and their edges
            return np.clip(column, 0, size[0] - 1), np.clip(row, 0, size[1] - 1)
        return column, row

    def target(
        self, draw: LensDistortionDraw, size: Size, x: Float64Array, y: Float64Array
    ) -> tuple[Float64Array, Float64Array]:
        """Undo the stretching: one cubic for each distance from the centre.

        Beyond the distance at which a pincushion would turn inside out no place is seen.
        """
        zoom = 1 + max(draw.k, 0.0) if self.fill_frame else 1.0
        centre = (size[0] - 1) / 2, (size[1] - 1) / 2
        bend = draw.k * 4 / (size[0] * size[0] + size[1] * size[1])
        across, down = (x - centre[0]) * zoom, (y - centre[1]) * zoom
        distance = np.sqrt(across * across + down * down)
        share = _distances(distance, bend) / np.where(distance > 0, distance, 1.0)
        return centre[0] + across * share, centre[1] + down * share


def _distances(stretched: Float64Array, bend: float) -> Float64Array:
    """The r >= 0 with r + bend r³ = stretched; nan where there is none.

    By Newton's method, which comes nearer from one side in every round; roots and sines of other libraries
    differ between machines.
    """
    found = stretched.copy()
    for _ in range(_ROUNDS):
        square = found * found * bend
        slope = 1 + 3 * square
        step = (found + found * square - stretched) / np.where(slope > 0, slope, np.nan)
        found -= step
        if not np.any(np.abs(step) > _NEAR):
            return found
    return np.where(np.abs(step) > _SOLVED, np.nan, found)
