"""Boxes that hide parts."""

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import Field, model_validator

from augstudio.core.draws import Point, drawn_point
from augstudio.core.image import Size
from augstudio.core.parameters import IntRange, IntSlider, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.errors import Message
from augstudio.transforms.occlusion import Fill, Occlusion, OcclusionDraw

_COUNT: Final = IntSlider(0, 20, help="How many boxes.")
_SIZE: Final = Slider(
    0,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    help="Side of a square box as a share of the picture's shorter side.",
)
_ASPECT: Final = Slider(
    0.2, 5, step=0.01, unit="×", help="Width to height of a box; its area stays the same."
)


class CutoutDraw(OcclusionDraw):
    """Number, size and proportions of the boxes, and the centre of each as shares of both sides."""

    count: Annotated[int, _COUNT.drawn]
    size: Annotated[float, _SIZE.drawn]
    aspect: Annotated[float, _ASPECT.drawn]
    centres: Annotated[tuple[Point, ...], Field(strict=False, max_length=_COUNT.high)]

    @model_validator(mode="after")
    def _check_count(self) -> Self:
        if len(self.centres) != self.count:
            raise ValueError(
                Message("count is {0}, but the number of centres is {1}", self.count, len(self.centres))
            )
        return self


class Cutout(Occlusion[CutoutDraw]):
    """Hide boxes anywhere in the picture, so that no single part is relied on (DeVries and Taylor, 2017)."""

    NAME = "cutout"
    TITLE = "Cutout"
    FACTOR = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"count_range": (0, 0)}

    count_range: Annotated[
        IntRange,
        _COUNT,
    ] = IntRange(1, 3)
    size_range: Annotated[
        Range,
        _SIZE,
    ] = Range(0.1, 0.3)
    aspect_range: Annotated[
        Range,
        _ASPECT,
    ] = Range(0.5, 2)
    fill: Fill = "grey"

    def draw(self, stream: Stream, size: Size) -> CutoutDraw:
        """Draw number, size and proportions of the boxes, and the centre of each as shares of both sides."""
        count = stream.integer(*self.count_range)
        return CutoutDraw(
            count=count,
            size=stream.uniform(*self.size_range),
            aspect=stream.uniform(*self.aspect_range),
            noise_seed=stream.noise_seed(),
            centres=tuple(drawn_point(stream) for _ in range(count)),
        )

    def boxes(self, draw: CutoutDraw, size: Size) -> list[Region]:
        """The boxes, each about its centre."""
        side, root = draw.size * min(size), math.sqrt(draw.aspect)
        width, height = round(side * root), round(side / root)
        return [
            Region(
                round(centre.x * size[0] - width / 2),
                round(centre.y * size[1] - height / 2),
                width,
                height,
            )
            for centre in draw.centres
        ]
