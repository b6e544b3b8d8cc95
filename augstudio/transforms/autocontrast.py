"""Levels stretched over the full range."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider, Toggle
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.equalizing import autocontrast

_CUTOFF: Final = Slider(
    0,
    0.4,
    step=0.001,
    unit="%",
    shown_as=100,
    help="Share of the pixels at each end that may become plain black or white.",
)
_STRENGTH: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How far to go; 0 leaves the picture."
)


class AutocontrastDraw(Draw):
    """The share that is cut off and the strength."""

    cutoff: Annotated[float, _CUTOFF.drawn]
    strength: Annotated[float, _STRENGTH.drawn]


class Autocontrast(Pixel[AutocontrastDraw]):
    """Stretch the levels so that the darkest becomes black and the lightest white."""

    NAME = "autocontrast"
    TITLE = "Autocontrast"
    FACTOR = "2x"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    cutoff_range: Annotated[Range, _CUTOFF] = Range(0.002, 0.02)
    strength_range: Annotated[Range, _STRENGTH] = Range(1, 1)
    per_channel: Annotated[
        bool,
        Toggle(help="Stretch each colour by itself, which also removes a tint; else all alike by the luma."),
    ] = True

    def draw(self, stream: Stream, size: Size) -> AutocontrastDraw:
        """Draw the share that is cut off and the strength."""
        return AutocontrastDraw(
            cutoff=stream.uniform(*self.cutoff_range), strength=stream.uniform(*self.strength_range)
        )

    def apply(self, image: Image, draw: AutocontrastDraw, view: View) -> Image:
        """Stretch by the histogram."""
        return autocontrast(image, draw.strength, cutoff=draw.cutoff, per_channel=self.per_channel)

    def needs(self, part: Region, draw: AutocontrastDraw, view: View) -> Region:
        """The whole picture: its histogram counts."""
        return view.frame
