"""Falling snow."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.weather.precipitation import SnowSettings, snowfall

_AMOUNT: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How many flakes; 0 leaves the picture."
)
_SIZE: Final = Slider(
    0.002,
    0.1,
    step=0.001,
    unit="%",
    shown_as=100,
    help="Diameter of the nearest flakes as a share of the picture's shorter side.",
)
_SPEED: Final = Slider(0, 10, step=0.1, unit="×", help="How far a flake falls while the picture is taken.")
_ANGLE: Final = Slider(-80, 80, step=1, unit="°", help="Where the wind blows; positive is to the right.")


class SnowDraw(Draw):
    """Number, size, speed and direction of the flakes, and their places."""

    amount: Annotated[float, _AMOUNT.drawn]
    size: Annotated[float, _SIZE.drawn]
    speed: Annotated[float, _SPEED.drawn]
    angle: Annotated[float, _ANGLE.drawn]
    noise_seed: NoiseSeed


class Snow(Pixel[SnowDraw]):
    """Let snow fall: small flakes far away, large and blurred ones near by; nothing on the ground."""

    NAME = "snow"
    TITLE = "Snowfall"
    FACTOR = "2x"
    GROUP = "Weather and season"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"amount_range": (0, 0)}

    amount_range: Annotated[Range, _AMOUNT] = Range(0.3, 0.7)
    size_range: Annotated[Range, _SIZE] = Range(0.015, 0.03)
    speed_range: Annotated[Range, _SPEED] = Range(0.3, 1.5)
    angle_range: Annotated[Range, _ANGLE] = Range(-25, 25)

    def draw(self, stream: Stream, size: Size) -> SnowDraw:
        """Draw number, size, speed and direction of the flakes, and their places."""
        return SnowDraw(
            amount=stream.uniform(*self.amount_range),
            size=stream.uniform(*self.size_range),
            speed=stream.uniform(*self.speed_range),
            angle=stream.uniform(*self.angle_range),
            noise_seed=stream.noise_seed(),
        )

    def apply(self, image: Image, draw: SnowDraw, view: View) -> Image:
        """Draw the flakes over a thin veil."""
        settings = SnowSettings(draw.amount, draw.size, draw.speed, draw.angle, draw.noise_seed)
        return snowfall(image, settings, view)
