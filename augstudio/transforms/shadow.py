"""Shadows of objects out of sight."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.weather.lighting import ShadowSettings, shaded

_DARKNESS: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="Share of the light that a shadow takes."
)
_COUNT: Final = IntSlider(1, 6, help="How many shadows.")
_SOFTNESS: Final = Slider(
    0,
    0.3,
    step=0.005,
    unit="%",
    shown_as=100,
    help="Width of their edges as a share of the picture's shorter side.",
)


class ShadowDraw(Draw):
    """Darkness, number and softness of the shadows, and their shapes."""

    darkness: Annotated[float, _DARKNESS.drawn]
    count: Annotated[int, _COUNT.drawn]
    softness: Annotated[float, _SOFTNESS.drawn]
    noise_seed: NoiseSeed


class Shadow(Pixel[ShadowDraw]):
    """Cast shadows of objects out of sight, with straight sides and soft edges."""

    NAME = "shadow"
    TITLE = "Shadow"
    FACTOR = "2x"
    GROUP = "Weather and season"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"darkness_range": (0, 0)}

    darkness_range: Annotated[Range, _DARKNESS] = Range(0.35, 0.6)
    count_range: Annotated[IntRange, _COUNT] = IntRange(1, 3)
    softness_range: Annotated[Range, _SOFTNESS] = Range(0.01, 0.06)

    def draw(self, stream: Stream, size: Size) -> ShadowDraw:
        """Draw darkness, number and softness of the shadows, and their shapes."""
        return ShadowDraw(
            darkness=stream.uniform(*self.darkness_range),
            count=stream.integer(*self.count_range),
            softness=stream.uniform(*self.softness_range),
            noise_seed=stream.noise_seed(),
        )

    def apply(self, image: Image, draw: ShadowDraw, view: View) -> Image:
        """Take light away inside the shapes."""
        settings = ShadowSettings(draw.darkness, draw.count, draw.softness, draw.noise_seed)
        return shaded(image, settings, view)
