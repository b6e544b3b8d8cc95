"""Crisper edges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.detail.blur import gaussian_reach, sharpen


class Sharpen(Pixel):
    """Sharpen the picture by unsharp masking, as cameras and photo programs do."""

    NAME: ClassVar[str] = "sharpen"
    TITLE: ClassVar[str] = "Sharpen"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Blur"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"amount_range": (0, 0)}

    amount_range: Annotated[
        Range,
        Slider(
            0,
            3,
            step=0.05,
            unit="%",
            shown_as=100,
            help="How much of the difference from a blurred picture is added.",
        ),
    ] = Range(0.3, 1)
    sigma_range: Annotated[
        Range,
        Slider(
            0.5, 5, step=0.1, unit="px", help="Standard deviation of that blur; larger for coarser detail."
        ),
    ] = Range(1, 1)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the amount and sigma in pixels."""
        return {"amount": stream.uniform(*self.amount_range), "sigma": stream.uniform(*self.sigma_range)}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Add what a blur takes away; in a draft a finer one."""
        return sharpen(image, float(draw["amount"]), float(draw["sigma"]) * view.scale)

    def needs(self, part: Region, draw: Draw, view: View) -> Region:
        """Three sigma about the part."""
        return part.grown(gaussian_reach(float(draw["sigma"]) * view.scale))
