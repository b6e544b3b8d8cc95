"""Blurred along a line."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.detail.blur import Weights, filtered, line_weights

_LENGTH: Final = Slider(
    1,
    100,
    step=1,
    unit="px",
    help="How far everything moves while the shutter is open; 1 px is sharp.",
)
_ANGLE: Final = Slider(
    -180,
    180,
    step=1,
    unit="°",
    help="Direction of the movement; positive is counter-clockwise from the right.",
)


class MotionBlurDraw(Draw):
    """The length in pixels and the direction in degrees."""

    length: Annotated[float, _LENGTH.drawn]
    angle: Annotated[float, _ANGLE.drawn]


class MotionBlur(Pixel[MotionBlurDraw]):
    """Blur the picture along a line, as by a moving camera or subject."""

    NAME = "motion_blur"
    TITLE = "Motion blur"
    FACTOR = "2x"
    GROUP = "Blur"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"length_range": (1, 1)}

    length_range: Annotated[Range, _LENGTH] = Range(3, 12)
    angle_range: Annotated[Range, _ANGLE] = Range(-180, 180)

    def draw(self, stream: Stream, size: Size) -> MotionBlurDraw:
        """Draw the length in pixels and the direction in degrees."""
        return MotionBlurDraw(
            length=stream.uniform(*self.length_range), angle=stream.uniform(*self.angle_range)
        )

    def apply(self, image: Image, draw: MotionBlurDraw, view: View) -> Image:
        """Average along the line; in a draft along a shorter one."""
        return filtered(image, self._weights(draw, view))

    def needs(self, part: Region, draw: MotionBlurDraw, view: View) -> Region:
        """Half the line about the part."""
        return part.grown(len(self._weights(draw, view)) // 2)

    @staticmethod
    def _weights(draw: MotionBlurDraw, view: View) -> Weights:
        length = 1 + (draw.length - 1) * view.scale
        return line_weights(length, draw.angle)
