"""A grid of squares that hide."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Draw
from augstudio.transforms.hiding import Fill, Hiding


class GridMask(Hiding):
    """Hide a regular grid of squares, so that much stays visible everywhere (Chen et al., 2020)."""

    NAME: ClassVar[str] = "grid_mask"
    TITLE: ClassVar[str] = "Grid mask"
    FACTOR: ClassVar[str] = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"hidden_range": (0, 0)}

    unit_range: Annotated[
        Range,
        Slider(
            0.05,
            1,
            step=0.01,
            unit="%",
            shown_as=100,
            help="Distance of the squares as a share of the picture's shorter side.",
        ),
    ] = Range(0.15, 0.4)
    hidden_range: Annotated[
        Range,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="Side of a square as a share of that distance."),
    ] = Range(0.3, 0.6)
    fill: Fill = "black"

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw distance and side of the squares and where the grid begins, as shares of the distance."""
        return {
            "unit": stream.uniform(*self.unit_range),
            "hidden": stream.uniform(*self.hidden_range),
            "x": stream.unit(),
            "y": stream.unit(),
            "noise_seed": stream.noise_seed(),
        }

    def boxes(self, draw: Draw, size: Size) -> list[Region]:
        """The squares of the grid."""
        unit = max(1.0, float(draw["unit"]) * min(size))
        side = unit * float(draw["hidden"])
        columns, rows = (
            _runs(float(draw[way]), unit, side, length) for way, length in zip("xy", size, strict=True)
        )
        return [Region(left, top, width, height) for left, width in columns for top, height in rows]


def _runs(offset: float, unit: float, side: float, length: int) -> list[tuple[int, int]]:
    """Where squares lie along one way: their first pixels and widths."""
    starts = [(number - offset) * unit for number in range(math.ceil(length / unit) + 1)]
    return [(round(start), round(start + side) - round(start)) for start in starts]
