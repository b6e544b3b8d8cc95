"""Brightness, contrast, saturation and hue in one step."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.matrix import compose, on_grid, rotation
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import stretched
from augstudio.kernels.colour.pixelwise import hue_matrix, look_up, mix, saturation_matrix

_BRIGHTNESS: Final = Slider(0, 2, step=0.01, unit="×", help="Factor of all levels; 1 leaves them.")
_CONTRAST: Final = Slider(
    0, 2, step=0.01, unit="×", help="Factor of the distance from mid grey; 1 leaves it."
)
_SATURATION: Final = Slider(
    0, 2, step=0.01, unit="×", help="Factor of the distance from grey; 1 leaves the colours."
)
_HUE: Final = Slider(-180, 180, step=1, unit="°", help="Angle on the colour circle.")


class ColorJitterDraw(Draw):
    """The three factors and the angle."""

    brightness: Annotated[float, _BRIGHTNESS.drawn]
    contrast: Annotated[float, _CONTRAST.drawn]
    saturation: Annotated[float, _SATURATION.drawn]
    hue: Annotated[float, _HUE.drawn]


class ColorJitter(Pixel[ColorJitterDraw]):
    """Change brightness, contrast, saturation and hue, in this order; grey pictures get the first two."""

    NAME = "color_jitter"
    TITLE = "Colour jitter"
    FACTOR = "any"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {
        "brightness_range": (1, 1),
        "contrast_range": (1, 1),
        "saturation_range": (1, 1),
        "hue_range": (0, 0),
    }

    brightness_range: Annotated[Range, _BRIGHTNESS] = Range(0.8, 1.2)
    contrast_range: Annotated[Range, _CONTRAST] = Range(0.8, 1.2)
    saturation_range: Annotated[Range, _SATURATION] = Range(0.8, 1.2)
    hue_range: Annotated[Range, _HUE] = Range(-15, 15)

    def draw(self, stream: Stream, size: Size) -> ColorJitterDraw:
        """Draw the three factors and the angle."""
        return ColorJitterDraw(
            brightness=stream.uniform(*self.brightness_range),
            contrast=stream.uniform(*self.contrast_range),
            saturation=stream.uniform(*self.saturation_range),
            hue=stream.uniform(*self.hue_range),
        )

    def apply(self, image: Image, draw: ColorJitterDraw, view: View) -> Image:
        """One table for the first two, one mixture for the others."""
        toned = look_up(image, stretched(draw.contrast, draw.brightness))
        (cosine, sine, _), _, _ = on_grid(rotation(draw.hue))
        return mix(toned, compose(saturation_matrix(draw.saturation), hue_matrix(cosine, sine)))
