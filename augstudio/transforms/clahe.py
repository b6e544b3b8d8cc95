"""Local contrast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.colour.equalizing import clahe


class Clahe(Pixel):
    """Raise local contrast by contrast-limited adaptive histogram equalisation (Zuiderveld, 1994)."""

    NAME: ClassVar[str] = "clahe"
    TITLE: ClassVar[str] = "CLAHE"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    clip_range: Annotated[
        Range,
        Slider(
            1, 10, step=0.1, unit="×", help="How many times the average a level may count; more is stronger."
        ),
    ] = Range(1, 4)
    strength_range: Annotated[
        Range,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="How far to go; 0 leaves the picture."),
    ] = Range(1, 1)
    tiles: Annotated[
        int,
        Choice(
            {2: "2 × 2", 4: "4 × 4", 8: "8 × 8", 16: "16 × 16"},
            help="Parts of the picture that get curves of their own.",
        ),
    ] = 8

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the limit and the strength."""
        return {"clip": stream.uniform(*self.clip_range), "strength": stream.uniform(*self.strength_range)}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Equalise the luma tile by tile; the colours move along."""
        return clahe(image, float(draw["strength"]), clip=float(draw["clip"]), tiles=self.tiles)

    def needs(self, part: Region, draw: Draw, view: View) -> Region:
        """The whole picture: its histogram counts."""
        return view.frame
