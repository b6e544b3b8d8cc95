"""A grid of squares that hide."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.masks import cover


class GridMask(Pixel):
    """Hide a regular grid of squares, so that much stays visible everywhere (Chen et al., 2020)."""

    NAME: ClassVar[str] = "grid_mask"
    TITLE: ClassVar[str] = "Grid mask"
    FACTOR: ClassVar[str] = "any"
    GROUP: ClassVar[str] = "Hiding"
    HIDES: ClassVar[bool] = True
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
    fill: Annotated[
        Literal["black", "grey", "white", "noise", "mean"],
        Choice(
            {"black": "Black", "grey": "Grey", "white": "White", "noise": "Noise", "mean": "Mean colour"},
            help="What covers the picture: a plain grey, noise, or the picture's mean colour.",
        ),
    ] = "black"

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw distance and side of the squares and where the grid begins, as shares of the distance."""
        return {
            "unit": stream.uniform(*self.unit_range),
            "hidden": stream.uniform(*self.hidden_range),
            "x": stream.unit(),
            "y": stream.unit(),
            "noise_seed": stream.noise_seed(),
        }

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Cover the squares."""
        return cover(
            image,
            self._boxes(draw, view.size_for(image)),
            self.fill,
            int(draw["noise_seed"]),
            calm=min(1.0, view.scale),
            left=view.left,
            top=view.top,
        )

    def needs(self, part: Region, draw: Draw, view: View) -> Region:
        """The part alone, or the whole picture for its mean colour."""
        return view.frame if self.fill == "mean" else part

    @staticmethod
    def _boxes(draw: Draw, size: Size) -> list[Region]:
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
