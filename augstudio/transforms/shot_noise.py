"""Poisson noise of few photons."""

from typing import Annotated, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.noise.sensor import add_level_noise, shot_amplitudes, shot_noise

_PHOTONS: Final = Slider(4, 2000, step=1, help="Photons that a white pixel counts; fewer is noisier.")

# A draft takes the counts of more photons than this for normal numbers, which need no tables of their own.
_MANY: Final = 200.0


class ShotNoiseDraw(Draw):
    """The photons, evenly in the strength of the noise, and the seed of the noise field."""

    photons: Annotated[float, _PHOTONS.drawn]
    noise_seed: NoiseSeed


class ShotNoise(Pixel[ShotNoiseDraw]):
    """Count photons instead of measuring light: Poisson noise, as in very little light."""

    NAME = "shot_noise"
    TITLE = "Shot noise"
    FACTOR = "2x"
    GROUP = "Noise"

    photons_range: Annotated[Range, _PHOTONS] = Range(60, 600)

    def draw(self, stream: Stream, size: Size) -> ShotNoiseDraw:
        """Draw the photons, evenly in the strength of the noise, and the seed of the noise field."""
        low, high = self.photons_range
        drawn = stream.uniform(high**-0.5, low**-0.5) ** -2
        return ShotNoiseDraw(photons=min(high, max(low, drawn)), noise_seed=stream.noise_seed())

    def apply(self, image: Image, draw: ShotNoiseDraw, view: View) -> Image:
        """Count; a draft's pixel counts the photons of all those it stands for."""
        photons = draw.photons / min(1.0, view.scale) ** 2
        if view.scale < 1 and photons > _MANY:
            return add_level_noise(image, shot_amplitudes(photons), draw.noise_seed, corner=view.corner)
        return shot_noise(image, photons, draw.noise_seed, corner=view.corner)
