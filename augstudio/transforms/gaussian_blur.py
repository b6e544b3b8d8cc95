"""Out of focus, softly."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.detail.blur import gaussian_blur, gaussian_reach

_SIGMA: Final = Slider(0, 20, step=0.1, unit="px", help="Standard deviation of the blur.")


class GaussianBlurDraw(Draw):
    """Sigma in pixels."""

    sigma: Annotated[float, _SIGMA.drawn]


class GaussianBlur(Pixel[GaussianBlurDraw]):
    """Blur the picture with Gaussian weights; sizes are in pixels of the picture."""

    NAME = "gaussian_blur"
    TITLE = "Gaussian blur"
    FACTOR = "2x"
    GROUP = "Blur"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"sigma_range": (0, 0)}

    sigma_range: Annotated[Range, _SIGMA] = Range(0.5, 2)

    def draw(self, stream: Stream, size: Size) -> GaussianBlurDraw:
        """Draw sigma in pixels."""
        return GaussianBlurDraw(sigma=stream.uniform(*self.sigma_range))

    def apply(self, image: Image, draw: GaussianBlurDraw, view: View) -> Image:
        """Blur; in a draft by as much less as it is smaller."""
        return gaussian_blur(image, draw.sigma * view.scale)

    def needs(self, part: Region, draw: GaussianBlurDraw, view: View) -> Region:
        """Three sigma about the part."""
        return part.grown(gaussian_reach(draw.sigma * view.scale))
