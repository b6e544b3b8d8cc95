"""Falling snow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.weather.precipitation import snowfall


class Snow(Pixel):
    """Let snow fall: small flakes far away, large and blurred ones near by; nothing on the ground."""

    NAME: ClassVar[str] = "snow"
    TITLE: ClassVar[str] = "Snowfall"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Weather and season"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"amount_range": (0, 0)}

    amount_range: Annotated[
        Range,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="How many flakes; 0 leaves the picture."),
    ] = Range(0.3, 0.7)
    size_range: Annotated[
        Range,
        Slider(
            0.002,
            0.1,
            step=0.001,
            unit="%",
            shown_as=100,
            help="Diameter of the nearest flakes as a share of the picture's shorter side.",
        ),
    ] = Range(0.015, 0.03)
    speed_range: Annotated[
        Range,
        Slider(0, 10, step=0.1, unit="×", help="How far a flake falls while the picture is taken."),
    ] = Range(0.3, 1.5)
    angle_range: Annotated[
        Range,
        Slider(-80, 80, step=1, unit="°", help="Where the wind blows; positive is to the right."),
    ] = Range(-25, 25)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw number, size, speed and direction of the flakes, and their places."""
        return {
            "amount": stream.uniform(*self.amount_range),
            "size": stream.uniform(*self.size_range),
            "speed": stream.uniform(*self.speed_range),
            "angle": stream.uniform(*self.angle_range),
            "noise_seed": stream.noise_seed(),
        }

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Draw the flakes over a thin veil."""
        return snowfall(
            image,
            float(draw["amount"]),
            flake=float(draw["size"]),
            speed=float(draw["speed"]),
            angle=float(draw["angle"]),
            noise_seed=int(draw["noise_seed"]),
            whole=view.size_for(image),
            left=view.left,
            top=view.top,
        )
