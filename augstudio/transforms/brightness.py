"""Lighter or darker by the same everywhere."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.arrays import LevelTable
from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import shifted
from augstudio.kernels.colour.pixelwise import look_up

_SHIFT: Final = Slider(
    -1, 1, step=0.01, unit="%", shown_as=100, help="Share of white that is added; negative is darker."
)


class BrightnessDraw(Draw):
    """The share of white."""

    shift: Annotated[float, _SHIFT.drawn]


class Brightness(Pixel[BrightnessDraw]):
    """Make the picture lighter or darker by adding the same to every pixel."""

    NAME = "brightness"
    TITLE = "Brightness"
    FACTOR = "any"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"shift_range": (0, 0)}

    shift_range: Annotated[Range, _SHIFT] = Range(-0.2, 0.2)

    def draw(self, stream: Stream, size: Size) -> BrightnessDraw:
        """Draw the share of white."""
        return BrightnessDraw(shift=stream.uniform(*self.shift_range))

    def apply(self, image: Image, draw: BrightnessDraw, view: View) -> Image:
        """Add the same to all levels."""
        return look_up(image, self.table(draw))

    def table(self, draw: BrightnessDraw) -> LevelTable:
        """Every level plus the same."""
        return shifted(draw.shift)
