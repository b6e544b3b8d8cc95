"""A smooth curve through all levels."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.arrays import LevelTable
from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import bent
from augstudio.kernels.colour.pixelwise import look_up

_SHADOWS: Final = Slider(
    -1,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    help="How far the darker half is lifted; negative is darker.",
)
_HIGHLIGHTS: Final = Slider(
    -1,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    help="How far the lighter half is lifted; negative is darker.",
)


class ToneCurveDraw(Draw):
    """Both bends."""

    shadows: Annotated[float, _SHADOWS.drawn]
    highlights: Annotated[float, _HIGHLIGHTS.drawn]


class ToneCurve(Pixel[ToneCurveDraw]):
    """Bend the tone curve: lift or lower shadows and highlights smoothly, black and white stay."""

    NAME = "tone_curve"
    TITLE = "Tone curve"
    FACTOR = "any"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"shadows_range": (0, 0), "highlights_range": (0, 0)}

    shadows_range: Annotated[Range, _SHADOWS] = Range(-0.4, 0.4)
    highlights_range: Annotated[Range, _HIGHLIGHTS] = Range(-0.4, 0.4)

    def draw(self, stream: Stream, size: Size) -> ToneCurveDraw:
        """Draw both bends."""
        return ToneCurveDraw(
            shadows=stream.uniform(*self.shadows_range), highlights=stream.uniform(*self.highlights_range)
        )

    def apply(self, image: Image, draw: ToneCurveDraw, view: View) -> Image:
        """Follow a cubic Bezier curve."""
        return look_up(image, self.table(draw))

    def table(self, draw: ToneCurveDraw) -> LevelTable:
        """Every level along the curve."""
        return bent(draw.shadows, draw.highlights)
