"""Fewer levels."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.arrays import LevelTable
from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import posterized
from augstudio.kernels.colour.pixelwise import look_up

_BITS: Final = IntSlider(1, 8, unit="bit", help="How many bits are kept; 8 keeps all.")


class PosterizeDraw(Draw):
    """The number of bits."""

    bits: Annotated[int, _BITS.drawn]


class Posterize(Pixel[PosterizeDraw]):
    """Keep only the highest bits of every level, so that smooth changes become steps."""

    NAME = "posterize"
    TITLE = "Posterize"
    FACTOR = "2x"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"bits_range": (8, 8)}

    bits_range: Annotated[IntRange, _BITS] = IntRange(3, 5)

    def draw(self, stream: Stream, size: Size) -> PosterizeDraw:
        """Draw the number of bits."""
        return PosterizeDraw(bits=stream.integer(*self.bits_range))

    def apply(self, image: Image, draw: PosterizeDraw, view: View) -> Image:
        """Cut the lower bits off."""
        return look_up(image, self.table(draw))

    def table(self, draw: PosterizeDraw) -> LevelTable:
        """Every level without its lower bits."""
        return posterized(draw.bits)
