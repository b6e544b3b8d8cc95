"""Rain."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.weather.precipitation import RainSettings, rainfall

_AMOUNT: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How many drops; 0 leaves the picture dry."
)
_LENGTH: Final = Slider(
    0.005,
    0.4,
    step=0.005,
    unit="%",
    shown_as=100,
    help="Length of the nearest streaks as a share of the picture's shorter side.",
)
_ANGLE: Final = Slider(-60, 60, step=1, unit="°", help="Where the wind blows; positive is to the right.")
_GLOOM: Final = Slider(0, 1, step=0.01, unit="%", shown_as=100, help="How much darker and greyer it gets.")


class RainDraw(Draw):
    """Number, length and direction of the streaks and the gloom, and the places of the drops."""

    amount: Annotated[float, _AMOUNT.drawn]
    length: Annotated[float, _LENGTH.drawn]
    angle: Annotated[float, _ANGLE.drawn]
    gloom: Annotated[float, _GLOOM.drawn]
    noise_seed: NoiseSeed


class Rain(Pixel[RainDraw]):
    """Let it rain: bright streaks in a darker, greyer light."""

    NAME = "rain"
    TITLE = "Rain"
    FACTOR = "2x"
    GROUP = "Weather and season"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"amount_range": (0, 0), "gloom_range": (0, 0)}

    amount_range: Annotated[Range, _AMOUNT] = Range(0.3, 0.8)
    length_range: Annotated[Range, _LENGTH] = Range(0.05, 0.12)
    angle_range: Annotated[Range, _ANGLE] = Range(-15, 15)
    gloom_range: Annotated[Range, _GLOOM] = Range(0.3, 0.7)

    def draw(self, stream: Stream, size: Size) -> RainDraw:
        """Draw number, length and direction of the streaks and the gloom, and the places of the drops."""
        return RainDraw(
            amount=stream.uniform(*self.amount_range),
            length=stream.uniform(*self.length_range),
            angle=stream.uniform(*self.angle_range),
            gloom=stream.uniform(*self.gloom_range),
            noise_seed=stream.noise_seed(),
        )

    def apply(self, image: Image, draw: RainDraw, view: View) -> Image:
        """Dim the picture and draw the streaks."""
        settings = RainSettings(draw.amount, draw.length, draw.angle, draw.gloom, draw.noise_seed)
        return rainfall(image, settings, view)
