"""Zoom and stretch about the centre."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Size
from augstudio.core.matrix import about_centre, scaling
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Geometric, Placement


class Scale(Geometric):
    """Zoom in or out about the centre; the picture's size stays, padding fills what is left."""

    NAME: ClassVar[str] = "scale"
    TITLE: ClassVar[str] = "Scale"
    FACTOR: ClassVar[str] = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"factor_range": (1, 1), "stretch_range": (1, 1)}

    factor_range: Annotated[
        Range,
        Slider(0.2, 3, step=0.01, unit="×", help="1 leaves the size, 2 zooms in twice, 0.5 zooms out."),
    ] = Range(0.9, 1.1)
    stretch_range: Annotated[
        Range,
        Slider(
            0.5,
            2,
            step=0.01,
            unit="×",
            help="Height relative to width; above 1 makes things taller. The area stays the same.",
        ),
    ] = Range(1, 1)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the factor and the stretch."""
        return {
            "factor": stream.uniform(*self.factor_range),
            "stretch": stream.uniform(*self.stretch_range),
        }

    def placement(self, draw: Draw, size: Size) -> Placement:
        """Scale both axes about the centre."""
        factor, root = float(draw["factor"]), math.sqrt(float(draw["stretch"]))
        return Placement(about_centre(scaling(factor / root, factor * root), size), size)
