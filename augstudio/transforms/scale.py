"""Zoom and stretch about the centre."""

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.matrix import about_centre, scaling
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Geometric, Placement

_FACTOR: Final = Slider(
    0.2, 3, step=0.01, unit="×", help="1 leaves the size, 2 zooms in twice, 0.5 zooms out."
)
_STRETCH: Final = Slider(
    0.5,
    2,
    step=0.01,
    unit="×",
    help="Height relative to width; above 1 makes objects taller. The area stays the same.",
)


class ScaleDraw(Draw):
    """The factor and the stretch."""

    factor: Annotated[float, _FACTOR.drawn]
    stretch: Annotated[float, _STRETCH.drawn]


class Scale(Geometric[ScaleDraw]):
    """Zoom in or out about the centre; the picture's size stays, padding fills what is left."""

    NAME = "scale"
    TITLE = "Scale"
    FACTOR = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"factor_range": (1, 1), "stretch_range": (1, 1)}

    factor_range: Annotated[Range, _FACTOR] = Range(0.9, 1.1)
    stretch_range: Annotated[Range, _STRETCH] = Range(1, 1)

    def draw(self, stream: Stream, size: Size) -> ScaleDraw:
        """Draw the factor and the stretch."""
        return ScaleDraw(
            factor=stream.uniform(*self.factor_range), stretch=stream.uniform(*self.stretch_range)
        )

    def placement(self, draw: ScaleDraw, size: Size) -> Placement:
        """Scale both axes about the centre."""
        factor, root = draw.factor, math.sqrt(draw.stretch)
        return Placement(about_centre(scaling(factor / root, factor * root), size), size)
