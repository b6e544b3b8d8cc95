"""Normal noise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider, Toggle
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.noise.tables import add_gaussian_noise


class GaussianNoise(Pixel):
    """Add normal noise, as from a sensor in poor light; alpha stays as it is."""

    NAME: ClassVar[str] = "gaussian_noise"
    TITLE: ClassVar[str] = "Gaussian noise"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Noise"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"sigma_range": (0, 0)}

    sigma_range: Annotated[
        Range,
        Slider(0, 100, step=0.5, label="Sigma", help="Standard deviation in grey levels of 255."),
    ] = Range(0, 15)
    per_channel: Annotated[
        bool,
        Toggle(label="Coloured", help="Independent noise in red, green and blue; else grey noise."),
    ] = True

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw sigma and the seed of the noise field."""
        return {"sigma": stream.uniform(*self.sigma_range), "noise_seed": stream.noise_seed()}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Add the noise; in a draft it is as weak as averaging the draft's pixels would make it."""
        return add_gaussian_noise(
            image,
            float(draw["sigma"]) * min(1.0, view.scale),
            int(draw["noise_seed"]),
            per_channel=self.per_channel,
            left=view.left,
            top=view.top,
        )
