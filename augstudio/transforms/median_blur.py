"""The middle of the neighbours."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import IntRange, IntSlider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.detail.blur import median_blur

_RADIUS: Final = IntSlider(
    0,
    10,
    unit="px",
    help="Pixels to each side that count; 0 changes nothing.",
)


class MedianBlurDraw(Draw):
    """The radius in pixels."""

    radius: Annotated[int, _RADIUS.drawn]


class MedianBlur(Pixel[MedianBlurDraw]):
    """Replace every pixel by the median about it: fine detail goes, edges stay."""

    NAME = "median_blur"
    TITLE = "Median blur"
    FACTOR = "2x"
    GROUP = "Blur"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"radius_range": (0, 0)}

    radius_range: Annotated[IntRange, _RADIUS] = IntRange(1, 3)

    def draw(self, stream: Stream, size: Size) -> MedianBlurDraw:
        """Draw the radius in pixels."""
        return MedianBlurDraw(radius=stream.integer(*self.radius_range))

    def apply(self, image: Image, draw: MedianBlurDraw, view: View) -> Image:
        """Take the median; in a draft of a smaller square."""
        return median_blur(image, round(draw.radius * view.scale))

    def needs(self, part: Region, draw: MedianBlurDraw, view: View) -> Region:
        """The radius about the part, and about hidden pixels there."""
        return part.grown(2 * round(draw.radius * view.scale))
