"""Bright parts as their negative."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.colour.curves import inverted_from
from augstudio.kernels.colour.pixelwise import look_up


class Solarize(Pixel):
    """Turn all levels from a threshold on into their negative, as overexposed film does."""

    NAME: ClassVar[str] = "solarize"
    TITLE: ClassVar[str] = "Solarize"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"threshold_range": (256, 256)}

    threshold_range: Annotated[
        IntRange,
        IntSlider(0, 256, help="Lowest level that is inverted; 256 inverts none."),
    ] = IntRange(128, 256)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the threshold."""
        return {"threshold": stream.integer(*self.threshold_range)}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Invert the levels above it."""
        return look_up(image, inverted_from(float(draw["threshold"])))
