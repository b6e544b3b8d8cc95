"""Stronger or paler colours."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.matrix import Matrix
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.pixelwise import mix, saturation_matrix

_FACTOR: Final = Slider(0, 3, step=0.01, unit="×", help="1 leaves the colours, 0 makes the picture grey.")


class SaturationDraw(Draw):
    """The factor."""

    factor: Annotated[float, _FACTOR.drawn]


class Saturation(Pixel[SaturationDraw]):
    """Make colours stronger or paler at the same luma; grey pictures stay."""

    NAME = "saturation"
    TITLE = "Saturation"
    FACTOR = "any"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"factor_range": (1, 1)}

    factor_range: Annotated[Range, _FACTOR] = Range(0.5, 1.5)

    def draw(self, stream: Stream, size: Size) -> SaturationDraw:
        """Draw the factor."""
        return SaturationDraw(factor=stream.uniform(*self.factor_range))

    def apply(self, image: Image, draw: SaturationDraw, view: View) -> Image:
        """Move all colours away from grey or towards it."""
        return mix(image, self.mixture(draw))

    def mixture(self, draw: SaturationDraw) -> Matrix:
        """Colours nearer to grey, or farther from it."""
        return saturation_matrix(draw.factor)
