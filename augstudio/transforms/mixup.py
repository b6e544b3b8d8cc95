"""Two pictures through each other."""

from typing import Annotated, Final

from augstudio.core.image import Size
from augstudio.core.matrix import compose, resizing, translation
from augstudio.core.mixing import Composition, Layer, Mixing, MixingDraw
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.transforms.resize import CROP, scaled_size

_SHARE: Final = Slider(
    0.0, 1.0, step=0.01, unit="%", shown_as=100, help="How much the other picture shows through."
)


class MixupDraw(MixingDraw):
    """How much the other picture shows through, 0..1."""

    share: Annotated[float, _SHARE.drawn]


class Mixup(Mixing[MixupDraw]):
    """Lay another picture over the picture, half transparent (Zhang et al., 2018).

    The other one fills the picture and is cut evenly on both sides. Objects of both are labelled; classes of
    whole pictures get the shares of the two.
    """

    NAME = "mixup"
    TITLE = "MixUp"
    FACTOR = "any"

    share_range: Annotated[Range, _SHARE] = Range(0.2, 0.5)

    def draw(self, stream: Stream, size: Size) -> MixupDraw:
        """Draw the share."""
        return MixupDraw(share=stream.uniform(*self.share_range))

    def composition(self, draw: MixupDraw, size: Size) -> Composition:
        """The other picture on the whole of this one."""
        [partner] = draw.partners
        scaled = scaled_size(partner.size, size, CROP)
        left, top = ((whole - part) // 2 for whole, part in zip(size, scaled, strict=True))
        matrix = compose(resizing(partner.size, scaled), translation(left, top))
        layer = Layer(partner, partner.size, Region.whole(size), matrix, draw.share, resizes=True)
        return Composition(size, (layer,), on_picture=True)
