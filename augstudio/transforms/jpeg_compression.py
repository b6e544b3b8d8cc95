"""JPEG's blocks and halos."""

from typing import Annotated, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.detail.resolution import JPEG_GRID, jpeg_compressed

_QUALITY: Final = IntSlider(1, 100, help="As libjpeg counts it.")


class JpegCompressionDraw(Draw):
    """The quality."""

    quality: Annotated[int, _QUALITY.drawn]


class JpegCompression(Pixel[JpegCompressionDraw]):
    """Compress the picture as JPEG and take what comes out of it, with blocks and halos at low quality."""

    NAME = "jpeg_compression"
    TITLE = "JPEG compression"
    FACTOR = "2x"
    GROUP = "Blur"

    quality_range: Annotated[IntRange, _QUALITY] = IntRange(20, 80)

    def draw(self, stream: Stream, size: Size) -> JpegCompressionDraw:
        """Draw the quality."""
        return JpegCompressionDraw(quality=stream.integer(*self.quality_range))

    def apply(self, image: Image, draw: JpegCompressionDraw, view: View) -> Image:
        """Encode and decode; a draft hides part of the loss, as reducing the result does."""
        quality = 100 - (100 - draw.quality) * min(1.0, view.scale)
        return jpeg_compressed(image, round(quality))

    def needs(self, part: Region, draw: JpegCompressionDraw, view: View) -> Region:
        """The part's blocks, those around them, and those that colour what is hidden in these."""
        return part.aligned(JPEG_GRID).grown(2 * JPEG_GRID)
