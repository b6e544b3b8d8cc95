"""Warmer or colder light."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.arrays import LevelTable
from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import lit_by
from augstudio.kernels.colour.pixelwise import look_up

_TEMPERATURE: Final = Slider(
    2000,
    15000,
    step=100,
    unit="K",
    help="Black body temperature of the light; 6500 K leaves the colours.",
)


class ColorTemperatureDraw(Draw):
    """The temperature in kelvins, evenly in its reciprocal, as differences are seen."""

    temperature: Annotated[float, _TEMPERATURE.drawn]


class ColorTemperature(Pixel[ColorTemperatureDraw]):
    """Show the picture in the light of another colour temperature; low is warm, grey pictures stay."""

    NAME = "color_temperature"
    TITLE = "Colour temperature"
    FACTOR = "any"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"temperature_range": (6500, 6500)}

    temperature_range: Annotated[Range, _TEMPERATURE] = Range(4500, 9500)

    def draw(self, stream: Stream, size: Size) -> ColorTemperatureDraw:
        """Draw the temperature in kelvins, evenly in its reciprocal, as differences are seen."""
        low, high = self.temperature_range
        drawn = 1 / stream.uniform(1 / high, 1 / low)
        return ColorTemperatureDraw(temperature=min(high, max(low, drawn)))

    def apply(self, image: Image, draw: ColorTemperatureDraw, view: View) -> Image:
        """Multiply linear light by the light's colour."""
        return look_up(image, self.table(draw))

    def table(self, draw: ColorTemperatureDraw) -> LevelTable:
        """A column of levels for each colour."""
        return lit_by(draw.temperature)
