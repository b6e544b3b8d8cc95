"""Rain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.weather.precipitation import rainfall


class Rain(Pixel):
    """Let it rain: bright streaks in a darker, greyer light."""

    NAME: ClassVar[str] = "rain"
    TITLE: ClassVar[str] = "Rain"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Weather and season"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"amount_range": (0, 0), "gloom_range": (0, 0)}

    amount_range: Annotated[
        Range,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="How many drops; 0 leaves the picture dry."),
    ] = Range(0.3, 0.8)
    length_range: Annotated[
        Range,
        Slider(
            0.005,
            0.4,
            step=0.005,
            unit="%",
            shown_as=100,
            help="Length of the nearest streaks as a share of the picture's shorter side.",
        ),
    ] = Range(0.05, 0.12)
    angle_range: Annotated[
        Range,
        Slider(-60, 60, step=1, unit="°", help="Where the wind blows; positive is to the right."),
    ] = Range(-15, 15)
    gloom_range: Annotated[
        Range,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="How much darker and greyer it gets."),
    ] = Range(0.3, 0.7)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw number, length and direction of the streaks and the gloom, and the places of the drops."""
        return {
            "amount": stream.uniform(*self.amount_range),
            "length": stream.uniform(*self.length_range),
            "angle": stream.uniform(*self.angle_range),
            "gloom": stream.uniform(*self.gloom_range),
            "noise_seed": stream.noise_seed(),
        }

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Dim the picture and draw the streaks."""
        return rainfall(
            image,
            float(draw["amount"]),
            length=float(draw["length"]),
            angle=float(draw["angle"]),
            gloom=float(draw["gloom"]),
            noise_seed=int(draw["noise_seed"]),
            whole=view.size_for(image),
            left=view.left,
            top=view.top,
        )
