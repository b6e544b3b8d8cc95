"""Brightness, contrast, saturation and hue in one step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.matrix import on_grid, rotation
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.colour.curves import stretched
from augstudio.kernels.colour.pixelwise import hue_matrix, look_up, mix, saturation_matrix


class ColorJitter(Pixel):
    """Change brightness, contrast, saturation and hue, in this order; grey pictures get the first two."""

    NAME: ClassVar[str] = "color_jitter"
    TITLE: ClassVar[str] = "Colour jitter"
    FACTOR: ClassVar[str] = "any"
    GROUP: ClassVar[str] = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {
        "brightness_range": (1, 1),
        "contrast_range": (1, 1),
        "saturation_range": (1, 1),
        "hue_range": (0, 0),
    }

    brightness_range: Annotated[
        Range,
        Slider(0, 2, step=0.01, unit="×", help="Factor of all levels; 1 leaves them."),
    ] = Range(0.8, 1.2)
    contrast_range: Annotated[
        Range,
        Slider(0, 2, step=0.01, unit="×", help="Factor of the distance from mid grey; 1 leaves it."),
    ] = Range(0.8, 1.2)
    saturation_range: Annotated[
        Range,
        Slider(0, 2, step=0.01, unit="×", help="Factor of the distance from grey; 1 leaves the colours."),
    ] = Range(0.8, 1.2)
    hue_range: Annotated[
        Range,
        Slider(-180, 180, step=1, unit="°", help="Angle on the colour circle."),
    ] = Range(-15, 15)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the three factors and the angle."""
        return {
            "brightness": stream.uniform(*self.brightness_range),
            "contrast": stream.uniform(*self.contrast_range),
            "saturation": stream.uniform(*self.saturation_range),
            "hue": stream.uniform(*self.hue_range),
        }

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """One table for the first two, one mixture for the others."""
        toned = look_up(image, stretched(float(draw["contrast"]), float(draw["brightness"])))
        (cosine, sine, _), _, _ = on_grid(rotation(float(draw["hue"])))
        return mix(toned, hue_matrix(cosine, sine) @ saturation_matrix(float(draw["saturation"])))
