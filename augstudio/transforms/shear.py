"""Leaned sideways."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.matrix import about_centre, shear
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Geometric, Placement

_X: Final = Slider(-45, 45, step=1, unit="°", help="How far upright lines lean; positive leans to the right.")
_Y: Final = Slider(
    -45, 45, step=1, unit="°", help="How far level lines slope; positive slopes down to the right."
)


class ShearDraw(Draw):
    """Both angles in degrees."""

    x: Annotated[float, _X.drawn]
    y: Annotated[float, _Y.drawn]


class Shear(Geometric[ShearDraw]):
    """Lean the picture about its centre, so that right angles become oblique; its area stays."""

    NAME = "shear"
    TITLE = "Shear"
    FACTOR = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"x_range": (0, 0), "y_range": (0, 0)}

    x_range: Annotated[Range, _X] = Range(-10, 10)
    y_range: Annotated[Range, _Y] = Range(-10, 10)

    def draw(self, stream: Stream, size: Size) -> ShearDraw:
        """Draw both angles in degrees."""
        return ShearDraw(x=stream.uniform(*self.x_range), y=stream.uniform(*self.y_range))

    def placement(self, draw: ShearDraw, size: Size) -> Placement:
        """Lean sideways first, then up or down."""
        return Placement(about_centre(shear(draw.x, draw.y), size), size)
