"""Bright parts as their negative."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.arrays import LevelTable
from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import inverted_from
from augstudio.kernels.colour.pixelwise import look_up

_THRESHOLD: Final = IntSlider(0, 256, help="Lowest level that is inverted; 256 inverts none.")


class SolarizeDraw(Draw):
    """The threshold."""

    threshold: Annotated[int, _THRESHOLD.drawn]


class Solarize(Pixel[SolarizeDraw]):
    """Turn all levels from a threshold on into their negative, as overexposed film does."""

    NAME = "solarize"
    TITLE = "Solarize"
    FACTOR = "2x"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"threshold_range": (256, 256)}

    threshold_range: Annotated[IntRange, _THRESHOLD] = IntRange(128, 256)

    def draw(self, stream: Stream, size: Size) -> SolarizeDraw:
        """Draw the threshold."""
        return SolarizeDraw(threshold=stream.integer(*self.threshold_range))

    def apply(self, image: Image, draw: SolarizeDraw, view: View) -> Image:
        """Invert the levels above it."""
        return look_up(image, self.table(draw))

    def table(self, draw: SolarizeDraw) -> LevelTable:
        """The negative of the levels from the threshold on."""
        return inverted_from(draw.threshold)
