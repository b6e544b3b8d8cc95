"""The middle of the neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.detail.blur import median_blur


class MedianBlur(Pixel):
    """Replace every pixel by the median about it: fine detail goes, edges stay."""

    NAME: ClassVar[str] = "median_blur"
    TITLE: ClassVar[str] = "Median blur"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Blur"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"radius_range": (0, 0)}

    radius_range: Annotated[
        IntRange,
        IntSlider(
            0,
            10,
            unit="px",
            help="Pixels to each side that count; 0 changes nothing.",
        ),
    ] = IntRange(1, 3)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the radius in pixels."""
        return {"radius": stream.integer(*self.radius_range)}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Take the median; in a draft of a smaller square."""
        return median_blur(image, round(float(draw["radius"]) * view.scale))

    def needs(self, part: Region, draw: Draw, view: View) -> Region:
        """The radius about the part, and about hidden pixels there."""
        return part.grown(2 * round(float(draw["radius"]) * view.scale))
