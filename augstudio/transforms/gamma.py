"""Lighter or darker mid-tones."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.arrays import LevelTable
from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import power
from augstudio.kernels.colour.pixelwise import look_up

_GAMMA: Final = Slider(
    0.2, 5, step=0.01, help="Exponent of the levels as shares of white; above 1 is darker."
)


class GammaDraw(Draw):
    """The exponent."""

    gamma: Annotated[float, _GAMMA.drawn]


class Gamma(Pixel[GammaDraw]):
    """Make mid-tones lighter or darker while black and white stay."""

    NAME = "gamma"
    TITLE = "Gamma"
    FACTOR = "any"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"gamma_range": (1, 1)}

    gamma_range: Annotated[Range, _GAMMA] = Range(0.7, 1.4)

    def draw(self, stream: Stream, size: Size) -> GammaDraw:
        """Draw the exponent."""
        return GammaDraw(gamma=stream.uniform(*self.gamma_range))

    def apply(self, image: Image, draw: GammaDraw, view: View) -> Image:
        """Raise all levels to the power of gamma."""
        return look_up(image, self.table(draw))

    def table(self, draw: GammaDraw) -> LevelTable:
        """Every level, as a share of white, to the power of gamma."""
        return power(draw.gamma)
