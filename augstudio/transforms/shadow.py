"""Shadows of things out of sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.weather.lighting import shaded


class Shadow(Pixel):
    """Cast shadows of things out of sight, with straight sides and soft edges."""

    NAME: ClassVar[str] = "shadow"
    TITLE: ClassVar[str] = "Shadow"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Weather and season"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"darkness_range": (0, 0)}

    darkness_range: Annotated[
        Range,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="Share of the light that a shadow takes."),
    ] = Range(0.35, 0.6)
    count_range: Annotated[
        IntRange,
        IntSlider(1, 6, help="How many shadows."),
    ] = IntRange(1, 3)
    softness_range: Annotated[
        Range,
        Slider(
            0,
            0.3,
            step=0.005,
            unit="%",
            shown_as=100,
            help="Width of their edges as a share of the picture's shorter side.",
        ),
    ] = Range(0.01, 0.06)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw darkness, number and softness of the shadows, and their shapes."""
        return {
            "darkness": stream.uniform(*self.darkness_range),
            "count": stream.integer(*self.count_range),
            "softness": stream.uniform(*self.softness_range),
            "noise_seed": stream.noise_seed(),
        }

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Take light away inside the shapes."""
        return shaded(
            image,
            float(draw["darkness"]),
            count=round(float(draw["count"])),
            softness=float(draw["softness"]),
            noise_seed=int(draw["noise_seed"]),
            whole=view.size_for(image),
            left=view.left,
            top=view.top,
        )
