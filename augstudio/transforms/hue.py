"""Other colours of the same brightness."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.matrix import Matrix, on_grid, rotation
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.pixelwise import hue_matrix, mix

_ANGLE: Final = Slider(-180, 180, step=1, unit="°", help="Angle on the colour circle; 120° makes red green.")


class HueDraw(Draw):
    """The angle in degrees."""

    angle: Annotated[float, _ANGLE.drawn]


class Hue(Pixel[HueDraw]):
    """Turn all colours about the grey axis, as SVG's hueRotate does; grey pictures stay."""

    NAME = "hue"
    TITLE = "Hue"
    FACTOR = "any"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"angle_range": (0, 0)}

    angle_range: Annotated[Range, _ANGLE] = Range(-20, 20)

    def draw(self, stream: Stream, size: Size) -> HueDraw:
        """Draw the angle in degrees."""
        return HueDraw(angle=stream.uniform(*self.angle_range))

    def apply(self, image: Image, draw: HueDraw, view: View) -> Image:
        """Mix the colours anew."""
        return mix(image, self.mixture(draw))

    def mixture(self, draw: HueDraw) -> Matrix:
        """Colours turned about the grey axis."""
        (cosine, sine, _), _, _ = on_grid(rotation(draw.angle))
        return hue_matrix(cosine, sine)
