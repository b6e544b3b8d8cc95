"""JPEG's blocks and halos."""

from __future__ import annotations

from typing import Annotated, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.detail.resolution import JPEG_GRID, jpeg_compressed


class JpegCompression(Pixel):
    """Compress the picture as JPEG and take what comes out of it, with blocks and halos at low quality."""

    NAME: ClassVar[str] = "jpeg_compression"
    TITLE: ClassVar[str] = "JPEG compression"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Blur"

    quality_range: Annotated[
        IntRange,
        IntSlider(1, 100, help="As libjpeg counts it."),
    ] = IntRange(20, 80)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the quality."""
        return {"quality": stream.integer(*self.quality_range)}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Encode and decode; a draft hides part of the loss, as reducing the result does."""
        quality = 100 - (100 - float(draw["quality"])) * min(1.0, view.scale)
        return jpeg_compressed(image, round(quality))

    def needs(self, part: Region, draw: Draw, view: View) -> Region:
        """The part's blocks, those around them, and those that colour what is hidden in these."""
        return part.aligned(JPEG_GRID).grown(2 * JPEG_GRID)
