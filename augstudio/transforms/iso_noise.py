"""Grain of a camera at high sensitivity."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size, is_grey
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.noise.sensor import add_level_noise, grain_amplitudes

_GRAIN: Final = Slider(
    0, 50, step=0.5, help="Standard deviation of the brightness at mid grey, in levels of 255."
)
_COLOR: Final = Slider(
    0,
    50,
    step=0.5,
    label="Colour",
    help="Standard deviation of each colour at mid grey, in levels of 255.",
)


class IsoNoiseDraw(Draw):
    """Both strengths and the seeds of both noise fields."""

    grain: Annotated[float, _GRAIN.drawn]
    color: Annotated[float, _COLOR.drawn]
    noise_seed: NoiseSeed
    color_seed: NoiseSeed


class IsoNoise(Pixel[IsoNoiseDraw]):
    """Add a camera's grain at high sensitivity, stronger in the light; grey pictures get no colour."""

    NAME = "iso_noise"
    TITLE = "ISO noise"
    FACTOR = "2x"
    GROUP = "Noise"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"grain_range": (0, 0), "color_range": (0, 0)}

    grain_range: Annotated[Range, _GRAIN] = Range(2, 8)
    color_range: Annotated[Range, _COLOR] = Range(1, 5)

    def draw(self, stream: Stream, size: Size) -> IsoNoiseDraw:
        """Draw both strengths and the seeds of both noise fields."""
        return IsoNoiseDraw(
            grain=stream.uniform(*self.grain_range),
            color=stream.uniform(*self.color_range),
            noise_seed=stream.noise_seed(),
            color_seed=stream.noise_seed(),
        )

    def apply(self, image: Image, draw: IsoNoiseDraw, view: View) -> Image:
        """Add grain, then colour; in a draft as weak as averaging would make it."""
        faint = min(1.0, view.scale)
        grain, color = (grain_amplitudes(sigma * faint) for sigma in (draw.grain, draw.color))
        grey = add_level_noise(image, grain, draw.noise_seed, per_channel=False, corner=view.corner)
        if is_grey(image):
            return grey
        return add_level_noise(grey, color, draw.color_seed, corner=view.corner)
