"""Normal noise."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider, Toggle
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View

# So many strengths there are in a range: each has tables, which many pictures then share.
STRENGTHS: Final = 32
_SIGMA: Final = Slider(0, 100, step=0.5, label="Sigma", help="Standard deviation in grey levels of 255.")


@cache
def _adding() -> Callable[..., Image]:
    """What adds it, imported where pictures are made; to import it again for each of them takes long."""
    from augstudio.kernels.noise.tables import add_gaussian_noise

    return add_gaussian_noise


class GaussianNoiseDraw(Draw):
    """Sigma and the seed of the noise field."""

    sigma: Annotated[float, _SIGMA.drawn]
    noise_seed: NoiseSeed


class GaussianNoise(Pixel[GaussianNoiseDraw]):
    """Add normal noise, as from a sensor in poor light; alpha stays as it is."""

    NAME = "gaussian_noise"
    TITLE = "Gaussian noise"
    FACTOR = "2x"
    GROUP = "Noise"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"sigma_range": (0, 0)}

    sigma_range: Annotated[Range, _SIGMA] = Range(0, 15)
    per_channel: Annotated[
        bool,
        Toggle(label="Coloured", help="Independent noise in red, green and blue; else grey noise."),
    ] = True

    def draw(self, stream: Stream, size: Size) -> GaussianNoiseDraw:
        """Draw sigma, one of 32 spread evenly over its range, and the seed of the noise field."""
        sigma = stream.spread(*self.sigma_range, STRENGTHS)
        return GaussianNoiseDraw(sigma=sigma, noise_seed=stream.noise_seed())

    def apply(self, image: Image, draw: GaussianNoiseDraw, view: View) -> Image:
        """Add the noise; in a draft it is as weak as averaging the draft's pixels would make it."""
        return _adding()(
            image,
            draw.sigma * min(1.0, view.scale),
            draw.noise_seed,
            per_channel=self.per_channel,
            corner=view.corner,
        )
