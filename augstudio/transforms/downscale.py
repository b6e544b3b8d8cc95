"""Less resolution."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final, Literal

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.detail.resolution import downscaled

_FACTOR: Final = Slider(
    0.05,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    help="Share of width and height that is left in between.",
)


class DownscaleDraw(Draw):
    """The share."""

    factor: Annotated[float, _FACTOR.drawn]


class Downscale(Pixel[DownscaleDraw]):
    """Lose resolution: reduce the picture and enlarge it again to its size."""

    NAME = "downscale"
    TITLE = "Downscale"
    FACTOR = "2x"
    GROUP = "Blur"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"factor_range": (1, 1)}

    factor_range: Annotated[Range, _FACTOR] = Range(0.3, 0.8)
    enlarging: Annotated[
        Literal["smooth", "blocks"],
        Choice(
            {"smooth": "Smooth", "blocks": "Blocks"},
            help="Enlarge smoothly, or show the coarse pixels as squares.",
        ),
    ] = "smooth"

    def draw(self, stream: Stream, size: Size) -> DownscaleDraw:
        """Draw the share."""
        return DownscaleDraw(factor=stream.uniform(*self.factor_range))

    def apply(self, image: Image, draw: DownscaleDraw, view: View) -> Image:
        """Reduce and enlarge; a draft that is coarser already stays."""
        factor = min(1.0, draw.factor / view.scale)
        size = max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor))
        return downscaled(image, size, self.enlarging)

    def needs(self, part: Region, draw: DownscaleDraw, view: View) -> Region:
        """The whole picture, so that the coarse pixels lie where they always do."""
        return view.frame
