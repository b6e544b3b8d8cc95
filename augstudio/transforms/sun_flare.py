"""The sun in the picture."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.weather.lighting import FlareSettings, flared

_STRENGTH: Final = Slider(0, 1, step=0.01, unit="%", shown_as=100, help="How strong the light is; 0 is none.")
_X: Final = Slider(
    0,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    label="Sun from the left",
    help="Where the sun stands, as a share of the width.",
)
_Y: Final = Slider(
    0,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    label="Sun from the top",
    help="Where the sun stands, as a share of the height.",
)
_SIZE: Final = Slider(
    0.02,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    help="How far its glow reaches, as a share of the picture's shorter side.",
)


class SunFlareDraw(Draw):
    """Strength, place and size of the sun, and its reflections."""

    strength: Annotated[float, _STRENGTH.drawn]
    x: Annotated[float, _X.drawn]
    y: Annotated[float, _Y.drawn]
    size: Annotated[float, _SIZE.drawn]
    noise_seed: NoiseSeed


class SunFlare(Pixel[SunFlareDraw]):
    """Let the sun shine into the lens: a glow, and reflections on the line through the middle."""

    NAME = "sun_flare"
    TITLE = "Sun flare"
    FACTOR = "2x"
    GROUP = "Weather and season"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    strength_range: Annotated[Range, _STRENGTH] = Range(0.5, 0.9)
    x_range: Annotated[Range, _X] = Range(0.1, 0.9)
    y_range: Annotated[Range, _Y] = Range(0, 0.35)
    size_range: Annotated[Range, _SIZE] = Range(0.15, 0.35)

    def draw(self, stream: Stream, size: Size) -> SunFlareDraw:
        """Draw strength, place and size of the sun, and its reflections."""
        return SunFlareDraw(
            strength=stream.uniform(*self.strength_range),
            x=stream.uniform(*self.x_range),
            y=stream.uniform(*self.y_range),
            size=stream.uniform(*self.size_range),
            noise_seed=stream.noise_seed(),
        )

    def apply(self, image: Image, draw: SunFlareDraw, view: View) -> Image:
        """Add the light."""
        settings = FlareSettings(draw.strength, (draw.x, draw.y), draw.size, draw.noise_seed)
        return flared(image, settings, view)
