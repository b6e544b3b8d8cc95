"""Noise as a share of the level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.noise.sensor import add_level_noise, speckle_amplitudes


class Speckle(Pixel):
    """Add normal noise in proportion to the level, as in radar and ultrasound pictures."""

    NAME: ClassVar[str] = "speckle"
    TITLE: ClassVar[str] = "Speckle"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Noise"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"sigma_range": (0, 0)}

    sigma_range: Annotated[
        Range,
        Slider(
            0, 0.5, step=0.01, unit="%", shown_as=100, help="Standard deviation as a share of each level."
        ),
    ] = Range(0, 0.15)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw sigma and the seed of the noise field."""
        return {"sigma": stream.uniform(*self.sigma_range), "noise_seed": stream.noise_seed()}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Add the noise; in a draft as weak as averaging would make it."""
        return add_level_noise(
            image,
            speckle_amplitudes(float(draw["sigma"]) * min(1.0, view.scale)),
            int(draw["noise_seed"]),
            left=view.left,
            top=view.top,
        )
