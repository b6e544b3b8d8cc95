"""Four pictures in one."""

from typing import Annotated, Final

from pydantic import Field

from augstudio.core.draws import Index
from augstudio.core.image import Size
from augstudio.core.matrix import compose, resizing, translation
from augstudio.core.mixing import Composition, Layer, Mixing, MixingDraw, PartnerDraw
from augstudio.core.parameters import Choice, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.transforms.resize import CROP, FIT, STRETCH, scaled_size

_ACROSS: Final = Slider(
    0.1,
    0.9,
    step=0.01,
    unit="%",
    shown_as=100,
    help="Where the four pictures meet, as a share of the width from the left.",
)
_DOWN: Final = Slider(
    0.1,
    0.9,
    step=0.01,
    unit="%",
    shown_as=100,
    help="Where the four pictures meet, as a share of the height from the top.",
)


class MosaicDraw(MixingDraw):
    """Where the pictures meet, as shares of both sides, and in which quarter the picture itself lies."""

    across: Annotated[float, _ACROSS.drawn]
    down: Annotated[float, _DOWN.drawn]
    quarter: Annotated[Index, Field(lt=4)]


class Mosaic(Mixing[MosaicDraw]):
    """Put the picture and three others into four quarters around a point (Bochkovskiy et al., 2020).

    Objects get smaller and meet in new surroundings, as detectors are trained with. The size stays.
    """

    NAME = "mosaic"
    TITLE = "Mosaic"
    FACTOR = "any"
    PARTNERS = 3

    across_range: Annotated[Range, _ACROSS] = Range(0.3, 0.7)
    down_range: Annotated[Range, _DOWN] = Range(0.3, 0.7)
    method: Annotated[
        str,
        Choice(
            {CROP: "Fill, crop the rest", FIT: "Fit, pad the rest", STRETCH: "Stretch"},
            help="Crop fills the quarter without padding and cuts off what is too much, evenly on both "
            "sides; fit shows all of a picture and pads what is left; stretch changes the proportions.",
        ),
    ] = CROP

    def draw(self, stream: Stream, size: Size) -> MosaicDraw:
        """Draw the point and the quarter of the picture itself."""
        return MosaicDraw(
            across=stream.uniform(*self.across_range),
            down=stream.uniform(*self.down_range),
            quarter=stream.index(4),
        )

    def composition(self, draw: MosaicDraw, size: Size) -> Composition:
        """The four pictures, each scaled to its quarter; the partners in reading order."""
        pictures: list[PartnerDraw | None] = list(draw.partners)
        pictures.insert(draw.quarter, None)
        places = zip(pictures, _quarters(draw, size), strict=True)
        layers = (self._layer(picture, size, place) for picture, place in places)
        return Composition(size, tuple(layer for layer in layers if layer.area), on_picture=False)

    def _layer(self, partner: PartnerDraw | None, size: Size, place: Region) -> Layer:
        source = size if partner is None else partner.size
        wanted = max(1, place.width), max(1, place.height)
        scaled = scaled_size(source, wanted, self.method)
        left, top = ((whole - part) // 2 for whole, part in zip(wanted, scaled, strict=True))
        matrix = compose(resizing(source, scaled), translation(left, top))
        return Layer(partner, source, place, matrix, resizes=True)


def _quarters(draw: MosaicDraw, size: Size) -> list[Region]:
    """The quarters in reading order; of small pictures some may be empty."""
    across, down = round(draw.across * size[0]), round(draw.down * size[1])
    columns, rows = ((0, across), (across, size[0])), ((0, down), (down, size[1]))
    return [Region.between(left, top, right, bottom) for top, bottom in rows for left, right in columns]
