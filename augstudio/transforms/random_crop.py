"""Cut out a part and resize it back."""

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, Share
from augstudio.core.image import Size
from augstudio.core.matrix import compose, scaling, translation
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Geometric, Placement

_AREA: Final = Slider(
    0.05, 1, step=0.01, unit="%", shown_as=100, help="Share of the picture's area that is kept."
)
_ASPECT: Final = Slider(
    0.5,
    2,
    step=0.01,
    unit="×",
    help="Width to height of the part, relative to the picture; 1 keeps its proportions.",
)


class RandomCropDraw(Draw):
    """Area, aspect and the place (0 is left or top, 1 is right or bottom)."""

    area: Annotated[float, _AREA.drawn]
    aspect: Annotated[float, _ASPECT.drawn]
    x: Share
    y: Share


class RandomCrop(Geometric[RandomCropDraw]):
    """Cut out a random part of the picture and resize it back to the picture's size."""

    NAME = "random_crop"
    TITLE = "Random crop"
    FACTOR = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"area_range": (1, 1), "aspect_range": (1, 1)}

    area_range: Annotated[Range, _AREA] = Range(0.6, 1)
    aspect_range: Annotated[Range, _ASPECT] = Range(1, 1)

    def draw(self, stream: Stream, size: Size) -> RandomCropDraw:
        """Draw area, aspect and the place (0 is left or top, 1 is right or bottom)."""
        return RandomCropDraw(
            area=stream.uniform(*self.area_range),
            aspect=stream.uniform(*self.aspect_range),
            x=stream.unit(),
            y=stream.unit(),
        )

    def placement(self, draw: RandomCropDraw, size: Size) -> Placement:
        """Map the part's outermost pixel centres onto the picture's, so that a crop never needs padding.

        A part that its aspect makes wider or higher than the picture is cut at the picture's edge.
        """
        area, aspect = draw.area, draw.aspect
        across = min(1.0, math.sqrt(area * aspect))
        down = min(1.0, math.sqrt(area / aspect))
        left = draw.x * (1 - across) * (size[0] - 1)
        top = draw.y * (1 - down) * (size[1] - 1)
        return Placement(compose(translation(-left, -top), scaling(1 / across, 1 / down)), size)
