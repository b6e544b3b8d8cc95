"""Shift sideways and up or down."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.matrix import translation
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Geometric, Placement

_X: Final = Slider(-1, 1, step=0.01, unit="%", shown_as=100, help="Share of the width; positive is right.")
_Y: Final = Slider(-1, 1, step=0.01, unit="%", shown_as=100, help="Share of the height; positive is down.")


class TranslateDraw(Draw):
    """Both shares."""

    x: Annotated[float, _X.drawn]
    y: Annotated[float, _Y.drawn]


class Translate(Geometric[TranslateDraw]):
    """Shift the picture by whole pixels, so that a shift alone loses no sharpness."""

    NAME = "translate"
    TITLE = "Translate"
    FACTOR = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"x_range": (0, 0), "y_range": (0, 0)}

    x_range: Annotated[Range, _X] = Range(-0.1, 0.1)
    y_range: Annotated[Range, _Y] = Range(-0.1, 0.1)

    def draw(self, stream: Stream, size: Size) -> TranslateDraw:
        """Draw both shares."""
        return TranslateDraw(x=stream.uniform(*self.x_range), y=stream.uniform(*self.y_range))

    def placement(self, draw: TranslateDraw, size: Size) -> Placement:
        """Shift by the nearest whole pixels."""
        return Placement(translation(round(draw.x * size[0]), round(draw.y * size[1])), size)
