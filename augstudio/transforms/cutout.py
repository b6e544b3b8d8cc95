"""Boxes that hide parts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Size
from augstudio.core.parameters import IntRange, IntSlider, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Draw
from augstudio.transforms.hiding import Fill, Hiding


class Cutout(Hiding):
    """Hide boxes anywhere in the picture, so that no single part is relied on (DeVries and Taylor, 2017)."""

    NAME: ClassVar[str] = "cutout"
    TITLE: ClassVar[str] = "Cutout"
    FACTOR: ClassVar[str] = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"count_range": (0, 0)}

    count_range: Annotated[
        IntRange,
        IntSlider(0, 20, help="How many boxes."),
    ] = IntRange(1, 3)
    size_range: Annotated[
        Range,
        Slider(
            0,
            1,
            step=0.01,
            unit="%",
            shown_as=100,
            help="Side of a square box as a share of the picture's shorter side.",
        ),
    ] = Range(0.1, 0.3)
    aspect_range: Annotated[
        Range,
        Slider(0.2, 5, step=0.01, unit="×", help="Width to height of a box; its area stays the same."),
    ] = Range(0.5, 2)
    fill: Fill = "grey"

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw number, size and proportions of the boxes, and the centre of each as shares of both sides."""
        count = stream.integer(*self.count_range)
        drawn: dict[str, float | int] = {
            "count": count,
            "size": stream.uniform(*self.size_range),
            "aspect": stream.uniform(*self.aspect_range),
            "noise_seed": stream.noise_seed(),
        }
        for number in range(1, count + 1):
            drawn |= {f"x{number}": stream.unit(), f"y{number}": stream.unit()}
        return drawn

    def boxes(self, draw: Draw, size: Size) -> list[Region]:
        """The boxes, each about its centre."""
        side, root = float(draw["size"]) * min(size), math.sqrt(float(draw["aspect"]))
        width, height = round(side * root), round(side / root)
        places = [(f"x{number}", f"y{number}") for number in range(1, round(float(draw["count"])) + 1)]
        return [
            Region(
                round(float(draw[x]) * size[0] - width / 2),
                round(float(draw[y]) * size[1] - height / 2),
                width,
                height,
            )
            for x, y in places
        ]
