"""Without colours."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.matrix import Matrix
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.pixelwise import mix, saturation_matrix

_STRENGTH: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="Share of the colour that is taken away."
)


class GrayscaleDraw(Draw):
    """The strength."""

    strength: Annotated[float, _STRENGTH.drawn]


class Grayscale(Pixel[GrayscaleDraw]):
    """Take the colours away, wholly or in part; grey pictures stay."""

    NAME = "grayscale"
    TITLE = "Grayscale"
    FACTOR = "2x"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    strength_range: Annotated[Range, _STRENGTH] = Range(1, 1)

    def draw(self, stream: Stream, size: Size) -> GrayscaleDraw:
        """Draw the strength."""
        return GrayscaleDraw(strength=stream.uniform(*self.strength_range))

    def apply(self, image: Image, draw: GrayscaleDraw, view: View) -> Image:
        """Move all colours towards their luma (ITU-R BT.601)."""
        return mix(image, self.mixture(draw))

    def mixture(self, draw: GrayscaleDraw) -> Matrix:
        """Colours nearer to grey."""
        return saturation_matrix(1 - draw.strength)
