"""Equally frequent levels."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider, Toggle
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.equalizing import equalize

_STRENGTH: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How far to go; 0 leaves the picture."
)


class EqualizeDraw(Draw):
    """The strength."""

    strength: Annotated[float, _STRENGTH.drawn]


class Equalize(Pixel[EqualizeDraw]):
    """Spread the levels so that all are about equally frequent, as in histogram equalisation."""

    NAME = "equalize"
    TITLE = "Equalize"
    FACTOR = "2x"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    strength_range: Annotated[Range, _STRENGTH] = Range(0.5, 1)
    per_channel: Annotated[
        bool,
        Toggle(
            label="Each colour", help="A curve for each colour, which also shifts colours; else one for all."
        ),
    ] = False

    def draw(self, stream: Stream, size: Size) -> EqualizeDraw:
        """Draw the strength."""
        return EqualizeDraw(strength=stream.uniform(*self.strength_range))

    def apply(self, image: Image, draw: EqualizeDraw, view: View) -> Image:
        """Look all levels up in the curve."""
        return equalize(image, draw.strength, per_channel=self.per_channel)

    def needs(self, part: Region, draw: EqualizeDraw, view: View) -> Region:
        """The whole picture: its histogram counts."""
        return view.frame
