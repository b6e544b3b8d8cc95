"""A part of another picture in the picture."""

import math
from typing import Annotated, Final

from pydantic import Field

from augstudio.core.image import Size
from augstudio.core.matrix import compose, resizing, translation
from augstudio.core.mixing import Composition, Layer, Mixing, MixingDraw
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.transforms.resize import CROP, scaled_size

_AREA: Final = Slider(
    0.01, 0.99, step=0.01, unit="%", shown_as=100, help="Share of the picture that is replaced."
)


class CutmixDraw(MixingDraw):
    """Share of the area that is replaced, and where it begins, as a share of the room that is left."""

    area: Annotated[float, _AREA.drawn]
    across: Annotated[float, Field(ge=0, le=1)]
    down: Annotated[float, Field(ge=0, le=1)]


class Cutmix(Mixing[CutmixDraw]):
    """Replace a rectangle of the picture by the same part of another one (Yun et al., 2019).

    The other one is scaled to fill the picture, cut evenly on both sides. The rectangle has the picture's
    proportions and lies wholly in it. Objects that it hides wholly are no longer labelled, others keep their
    outlines, as under cutout; classes of whole pictures get the shares of the areas.
    """

    NAME = "cutmix"
    TITLE = "CutMix"
    FACTOR = "any"

    area_range: Annotated[Range, _AREA] = Range(0.1, 0.4)

    def draw(self, stream: Stream, size: Size) -> CutmixDraw:
        """Draw size and place of the rectangle."""
        return CutmixDraw(
            area=stream.uniform(*self.area_range), across=stream.uniform(0, 1), down=stream.uniform(0, 1)
        )

    def composition(self, draw: CutmixDraw, size: Size) -> Composition:
        """The other picture on a rectangle of this one; of the smallest pictures it may be all."""
        [partner] = draw.partners
        side = math.sqrt(draw.area)
        width, height = (max(1, round(length * side)) for length in size)
        left = round((size[0] - width) * draw.across)
        top = round((size[1] - height) * draw.down)
        place = Region.between(left, top, left + width, top + height)
        scaled = scaled_size(partner.size, size, CROP)
        corner = ((whole - part) // 2 for whole, part in zip(size, scaled, strict=True))
        shift = (there - here for there, here in zip(corner, (left, top), strict=True))
        matrix = compose(resizing(partner.size, scaled), translation(*shift))
        return Composition(
            size, (Layer(partner, partner.size, place, matrix, resizes=True),), on_picture=True
        )
