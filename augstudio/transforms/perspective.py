"""Seen from another place."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, Point, drawn_point
from augstudio.core.image import Size
from augstudio.core.matrix import onto_corners
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Geometric, Placement

# Above two thirds, one corner could pass the line between its neighbours.
_DISTORTION_SCALE: Final = Slider(
    0,
    0.6,
    step=0.01,
    unit="%",
    shown_as=100,
    help="How far corners may move towards the centre, as a share of half the width and half the "
    "height; each moves by a random part of that.",
)


class PerspectiveDraw(Draw):
    """How far corners may move, and the part of it for each corner and way."""

    distortion_scale: Annotated[float, _DISTORTION_SCALE.drawn]
    upper_left: Point
    upper_right: Point
    lower_right: Point
    lower_left: Point


class Perspective(Geometric[PerspectiveDraw]):
    """Move each corner inwards by its own amount, as if the picture were seen from another place."""

    NAME = "perspective"
    TITLE = "Perspective"
    FACTOR = "2-4x"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"distortion_scale_range": (0, 0)}

    distortion_scale_range: Annotated[
        Range,
        _DISTORTION_SCALE,
    ] = Range(0.2, 0.5)

    def draw(self, stream: Stream, size: Size) -> PerspectiveDraw:
        """Draw how far corners may move, and the part of it for each corner and way."""
        return PerspectiveDraw(
            distortion_scale=stream.uniform(*self.distortion_scale_range),
            upper_left=drawn_point(stream),
            upper_right=drawn_point(stream),
            lower_right=drawn_point(stream),
            lower_left=drawn_point(stream),
        )

    def placement(self, draw: PerspectiveDraw, size: Size) -> Placement:
        """Map the picture's outline onto the moved corners."""
        width, height = size
        half = draw.distortion_scale / 2

        def moved(part: Point, *, right: bool, lower: bool) -> tuple[float, float]:
            x, y = half * width * part.x, half * height * part.y
            return width - 0.5 - x if right else x - 0.5, height - 0.5 - y if lower else y - 0.5

        corners = (
            moved(draw.upper_left, right=False, lower=False),
            moved(draw.upper_right, right=True, lower=False),
            moved(draw.lower_right, right=True, lower=True),
            moved(draw.lower_left, right=False, lower=True),
        )
        return Placement(onto_corners(size, corners), size)
