"""A grid of squares that hide."""

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Share
from augstudio.core.image import Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.transforms.occlusion import Fill, Occlusion, OcclusionDraw

_UNIT: Final = Slider(
    0.05,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    help="Distance of the squares as a share of the picture's shorter side.",
)
_HIDDEN: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="Side of a square as a share of that distance."
)


class GridMaskDraw(OcclusionDraw):
    """Distance and side of the squares and where the grid begins, as shares of the distance."""

    unit: Annotated[float, _UNIT.drawn]
    hidden: Annotated[float, _HIDDEN.drawn]
    x: Share
    y: Share


class GridMask(Occlusion[GridMaskDraw]):
    """Hide a regular grid of squares, so that much stays visible everywhere (Chen et al., 2020)."""

    NAME = "grid_mask"
    TITLE = "Grid mask"
    FACTOR = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"hidden_range": (0, 0)}

    unit_range: Annotated[Range, _UNIT] = Range(0.15, 0.4)
    hidden_range: Annotated[Range, _HIDDEN] = Range(0.3, 0.6)
    fill: Fill = "black"

    def draw(self, stream: Stream, size: Size) -> GridMaskDraw:
        """Draw distance and side of the squares and where the grid begins, as shares of the distance."""
        return GridMaskDraw(
            unit=stream.uniform(*self.unit_range),
            hidden=stream.uniform(*self.hidden_range),
            x=stream.unit(),
            y=stream.unit(),
            noise_seed=stream.noise_seed(),
        )

    def boxes(self, draw: GridMaskDraw, size: Size) -> list[Region]:
        """The squares of the grid."""
        unit = max(1.0, draw.unit * min(size))
        side = unit * draw.hidden
        columns = _runs(draw.x, unit, side, size[0])
        rows = _runs(draw.y, unit, side, size[1])
        return [Region(left, top, width, height) for left, width in columns for top, height in rows]


def _runs(offset: float, unit: float, side: float, length: int) -> list[tuple[int, int]]:
    """Where squares lie along one way: their first pixels and widths."""
    starts = [(number - offset) * unit for number in range(math.ceil(length / unit) + 1)]
    return [(round(start), round(start + side) - round(start)) for start in starts]
