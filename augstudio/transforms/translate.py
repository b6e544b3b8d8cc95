"""Shift sideways and up or down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Size
from augstudio.core.matrix import translation
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Geometric, Placement


class Translate(Geometric):
    """Shift the picture by whole pixels, so that a shift alone loses no sharpness."""

    NAME: ClassVar[str] = "translate"
    TITLE: ClassVar[str] = "Translate"
    FACTOR: ClassVar[str] = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"x_range": (0, 0), "y_range": (0, 0)}

    x_range: Annotated[
        Range,
        Slider(-1, 1, step=0.01, unit="%", shown_as=100, help="Share of the width; positive is right."),
    ] = Range(-0.1, 0.1)
    y_range: Annotated[
        Range,
        Slider(-1, 1, step=0.01, unit="%", shown_as=100, help="Share of the height; positive is down."),
    ] = Range(-0.1, 0.1)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw both shares."""
        return {"x": stream.uniform(*self.x_range), "y": stream.uniform(*self.y_range)}

    def placement(self, draw: Draw, size: Size) -> Placement:
        """Shift by the nearest whole pixels."""
        return Placement(
            translation(round(float(draw["x"]) * size[0]), round(float(draw["y"]) * size[1])), size
        )
