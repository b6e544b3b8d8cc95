"""Turn about the centre."""

import math
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final, Literal

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.matrix import about_centre, on_grid, rotation
from augstudio.core.parameters import Choice, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Geometric, Placement

# A side that is a whole number but for rounding errors counts as whole.
_ROUNDING = 1e-6


_ANGLE: Final = Slider(-180, 180, step=1, unit="°", help="Angle to turn by; positive is counter-clockwise.")


class RotateDraw(Draw):
    """The angle in degrees."""

    angle: Annotated[float, _ANGLE.drawn]


class Rotate(Geometric[RotateDraw]):
    """Turn the picture about its centre; positive angles turn counter-clockwise."""

    NAME = "rotate"
    TITLE = "Rotate"
    FACTOR = "2-4x"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"angle_range": (0, 0)}

    angle_range: Annotated[Range, _ANGLE] = Range(-15, 15)
    size: Annotated[
        Literal["keep", "grow", "crop"],
        Choice(
            {"keep": "Keep size", "grow": "Grow canvas", "crop": "Crop clean"},
            help="Keep the picture's size and pad its corners, grow the canvas so that nothing is cut off, "
            "or crop to the largest rectangle that needs no padding.",
        ),
    ] = "keep"

    def draw(self, stream: Stream, size: Size) -> RotateDraw:
        """Draw the angle in degrees."""
        return RotateDraw(angle=stream.uniform(*self.angle_range))

    def placement(self, draw: RotateDraw, size: Size) -> Placement:
        """Turn about the centre of the picture onto the centre of the output."""
        angle = draw.angle
        target = size if self.size == "keep" else _TARGETS[self.size](size, angle)
        return Placement(about_centre(rotation(angle), size, target), target)


def _grown(size: Size, angle: float) -> Size:
    """The smallest canvas that holds the whole turned picture."""
    cosine, sine = _shares(angle)
    width, height = size
    return (
        math.ceil(width * cosine + height * sine - _ROUNDING),
        math.ceil(width * sine + height * cosine - _ROUNDING),
    )


def _clean(size: Size, angle: float) -> Size:
    """The largest upright rectangle whose pixel centres all lie within the turned picture's.

    With turned sides W >= H, either two opposite corners of the rectangle touch the two long sides (thin
    pictures: its diagonal is cut from the strip between them), or all four corners touch a side each.
    """
    cosine, sine = _shares(angle)
    width, height = size[0] - 1, size[1] - 1  # distances between outermost pixel centres
    long, short = max(width, height), min(width, height)
    if short <= 2 * sine * cosine * long or cosine == sine:
        half = short / 2
        across = half / sine if sine else float(long)
        down = half / cosine if cosine else float(long)
        spans = (across, down) if width >= height else (down, across)
    else:
        double = cosine * cosine - sine * sine
        spans = (
            (width * cosine - height * sine) / double,
            (height * cosine - width * sine) / double,
        )
    return math.floor(spans[0] + _ROUNDING) + 1, math.floor(spans[1] + _ROUNDING) + 1


def _shares(angle: float) -> tuple[float, float]:
    """Absolute cosine and sine, on the grid on which all machines agree."""
    (cosine, sine, _), _, _ = on_grid(rotation(angle))
    return abs(cosine), abs(sine)


_TARGETS: Final = {"grow": _grown, "crop": _clean}
