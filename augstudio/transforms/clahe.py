"""Local contrast."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.equalizing import clahe

_CLIP: Final = Slider(
    1, 10, step=0.1, unit="×", help="How many times the average a level may count; more is stronger."
)
_STRENGTH: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How far to go; 0 leaves the picture."
)


class ClaheDraw(Draw):
    """The limit and the strength."""

    clip: Annotated[float, _CLIP.drawn]
    strength: Annotated[float, _STRENGTH.drawn]


class Clahe(Pixel[ClaheDraw]):
    """Raise local contrast by contrast-limited adaptive histogram equalisation (Zuiderveld, 1994)."""

    NAME = "clahe"
    TITLE = "CLAHE"
    FACTOR = "2x"
    GROUP = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    clip_range: Annotated[Range, _CLIP] = Range(1, 4)
    strength_range: Annotated[Range, _STRENGTH] = Range(1, 1)
    tiles: Annotated[
        int,
        Choice(
            {2: "2 × 2", 4: "4 × 4", 8: "8 × 8", 16: "16 × 16"},
            help="Parts of the picture that get curves of their own.",
        ),
    ] = 8

    def draw(self, stream: Stream, size: Size) -> ClaheDraw:
        """Draw the limit and the strength."""
        return ClaheDraw(clip=stream.uniform(*self.clip_range), strength=stream.uniform(*self.strength_range))

    def apply(self, image: Image, draw: ClaheDraw, view: View) -> Image:
        """Equalise the luma tile by tile; the colours move along."""
        return clahe(image, draw.strength, clip=draw.clip, tiles=self.tiles)

    def needs(self, part: Region, draw: ClaheDraw, view: View) -> Region:
        """The whole picture: its histogram counts."""
        return view.frame
