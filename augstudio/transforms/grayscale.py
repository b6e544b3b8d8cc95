"""Without colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.colour.pixelwise import mix, saturation_matrix


class Grayscale(Pixel):
    """Take the colours away, wholly or in part; grey pictures stay."""

    NAME: ClassVar[str] = "grayscale"
    TITLE: ClassVar[str] = "Grayscale"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    strength_range: Annotated[
        Range,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="Share of the colour that is taken away."),
    ] = Range(1, 1)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the strength."""
        return {"strength": stream.uniform(*self.strength_range)}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Move all colours towards their luma (ITU-R BT.601)."""
        return mix(image, saturation_matrix(1 - float(draw["strength"])))
