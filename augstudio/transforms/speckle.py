"""Noise as a share of the level."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.noise.sensor import add_level_noise, speckle_amplitudes

_SIGMA: Final = Slider(
    0, 0.5, step=0.01, unit="%", shown_as=100, help="Standard deviation as a share of each level."
)


class SpeckleDraw(Draw):
    """Sigma and the seed of the noise field."""

    sigma: Annotated[float, _SIGMA.drawn]
    noise_seed: NoiseSeed


class Speckle(Pixel[SpeckleDraw]):
    """Add normal noise in proportion to the level, as in radar and ultrasound pictures."""

    NAME = "speckle"
    TITLE = "Speckle"
    FACTOR = "2x"
    GROUP = "Noise"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"sigma_range": (0, 0)}

    sigma_range: Annotated[Range, _SIGMA] = Range(0, 0.15)

    def draw(self, stream: Stream, size: Size) -> SpeckleDraw:
        """Draw sigma and the seed of the noise field."""
        return SpeckleDraw(sigma=stream.uniform(*self.sigma_range), noise_seed=stream.noise_seed())

    def apply(self, image: Image, draw: SpeckleDraw, view: View) -> Image:
        """Add the noise; in a draft as weak as averaging would make it."""
        return add_level_noise(
            image,
            speckle_amplitudes(draw.sigma * min(1.0, view.scale)),
            draw.noise_seed,
            corner=view.corner,
        )
