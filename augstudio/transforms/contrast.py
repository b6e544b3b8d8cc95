"""More or less difference between light and dark."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.arrays import LevelTable
from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import stretched
from augstudio.kernels.colour.pixelwise import look_up

_FACTOR: Final = Slider(0, 3, step=0.01, unit="×", help="1 leaves the contrast, 0 leaves nothing but grey.")


class ContrastDraw(Draw):
    """The factor."""

    factor: Annotated[float, _FACTOR.drawn]


class Contrast(Pixel[ContrastDraw]):
    """Make differences from mid grey larger or smaller."""

    NAME = "contrast"
    TITLE = "Contrast"
    FACTOR = "any"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"factor_range": (1, 1)}

    factor_range: Annotated[Range, _FACTOR] = Range(0.7, 1.3)

    def draw(self, stream: Stream, size: Size) -> ContrastDraw:
        """Draw the factor."""
        return ContrastDraw(factor=stream.uniform(*self.factor_range))

    def apply(self, image: Image, draw: ContrastDraw, view: View) -> Image:
        """Stretch all levels about mid grey."""
        return look_up(image, self.table(draw))

    def table(self, draw: ContrastDraw) -> LevelTable:
        """Every level so many times as far from mid grey."""
        return stretched(draw.factor)
