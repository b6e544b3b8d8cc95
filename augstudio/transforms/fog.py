"""Fog."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.weather.precipitation import FogSettings, fog

_DENSITY: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How much it covers where it is thickest."
)
_HORIZON: Final = Slider(
    0,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    help="Height of the horizon, from the top; fog is thickest there.",
)
_PATCHES: Final = Slider(0, 1, step=0.01, unit="%", shown_as=100, help="How uneven the fog is; 0 is smooth.")


class FogDraw(Draw):
    """Density, horizon and unevenness, and the pattern of the patches."""

    density: Annotated[float, _DENSITY.drawn]
    horizon: Annotated[float, _HORIZON.drawn]
    patches: Annotated[float, _PATCHES.drawn]
    noise_seed: NoiseSeed


class Fog(Pixel[FogDraw]):
    """Let fog hang over the picture, thick at the horizon and thin at the bottom, which is near."""

    NAME = "fog"
    TITLE = "Fog"
    FACTOR = "2x"
    GROUP = "Weather and season"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"density_range": (0, 0)}

    density_range: Annotated[Range, _DENSITY] = Range(0.4, 0.8)
    horizon_range: Annotated[Range, _HORIZON] = Range(0.3, 0.5)
    patches_range: Annotated[Range, _PATCHES] = Range(0.2, 0.6)

    def draw(self, stream: Stream, size: Size) -> FogDraw:
        """Draw density, horizon and unevenness, and the pattern of the patches."""
        return FogDraw(
            density=stream.uniform(*self.density_range),
            horizon=stream.uniform(*self.horizon_range),
            patches=stream.uniform(*self.patches_range),
            noise_seed=stream.noise_seed(),
        )

    def apply(self, image: Image, draw: FogDraw, view: View) -> Image:
        """Blend to the fog's colour, each pixel by its height and its patch."""
        settings = FogSettings(draw.density, draw.horizon, draw.patches, draw.noise_seed)
        return fog(image, settings, view)
