"""Crisper edges."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.detail.blur import gaussian_reach, sharpen

_AMOUNT: Final = Slider(
    0,
    3,
    step=0.05,
    unit="%",
    shown_as=100,
    help="How much of the difference from a blurred picture is added.",
)
_SIGMA: Final = Slider(
    0.5, 5, step=0.1, unit="px", help="Standard deviation of that blur; larger for coarser detail."
)


class SharpenDraw(Draw):
    """The amount and sigma in pixels."""

    amount: Annotated[float, _AMOUNT.drawn]
    sigma: Annotated[float, _SIGMA.drawn]


class Sharpen(Pixel[SharpenDraw]):
    """Sharpen the picture by unsharp masking, as cameras and photo programs do."""

    NAME = "sharpen"
    TITLE = "Sharpen"
    FACTOR = "2x"
    GROUP = "Blur"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"amount_range": (0, 0)}

    amount_range: Annotated[Range, _AMOUNT] = Range(0.3, 1)
    sigma_range: Annotated[Range, _SIGMA] = Range(1, 1)

    def draw(self, stream: Stream, size: Size) -> SharpenDraw:
        """Draw the amount and sigma in pixels."""
        return SharpenDraw(amount=stream.uniform(*self.amount_range), sigma=stream.uniform(*self.sigma_range))

    def apply(self, image: Image, draw: SharpenDraw, view: View) -> Image:
        """Add what a blur takes away; in a draft a finer one."""
        return sharpen(image, draw.amount, draw.sigma * view.scale)

    def needs(self, part: Region, draw: SharpenDraw, view: View) -> Region:
        """Three sigma about the part."""
        return part.grown(gaussian_reach(draw.sigma * view.scale))
