"""A smooth curve through all levels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.colour.curves import bent
from augstudio.kernels.colour.pixelwise import look_up


class ToneCurve(Pixel):
    """Bend the tone curve: lift or lower shadows and highlights smoothly, black and white stay."""

    NAME: ClassVar[str] = "tone_curve"
    TITLE: ClassVar[str] = "Tone curve"
    FACTOR: ClassVar[str] = "any"
    GROUP: ClassVar[str] = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"shadows_range": (0, 0), "highlights_range": (0, 0)}

    shadows_range: Annotated[
        Range,
        Slider(
            -1,
            1,
            step=0.01,
            unit="%",
            shown_as=100,
            help="How far the darker half is lifted; negative is darker.",
        ),
    ] = Range(-0.4, 0.4)
    highlights_range: Annotated[
        Range,
        Slider(
            -1,
            1,
            step=0.01,
            unit="%",
            shown_as=100,
            help="How far the lighter half is lifted; negative is darker.",
        ),
    ] = Range(-0.4, 0.4)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw both bends."""
        return {
            "shadows": stream.uniform(*self.shadows_range),
            "highlights": stream.uniform(*self.highlights_range),
        }

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Follow a cubic Bezier curve."""
        return look_up(image, bent(float(draw["shadows"]), float(draw["highlights"])))
