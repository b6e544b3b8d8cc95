"""Out of focus, as by a lens."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.detail.blur import disk_weights, filtered

_RADIUS: Final = Slider(0, 20, step=0.5, unit="px", help="Radius of the disk that a point becomes.")


class DefocusDraw(Draw):
    """The radius in pixels."""

    radius: Annotated[float, _RADIUS.drawn]


class Defocus(Pixel[DefocusDraw]):
    """Blur the picture with a disk, as a lens does that is focused at another distance."""

    NAME = "defocus"
    TITLE = "Defocus"
    FACTOR = "2x"
    GROUP = "Blur"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"radius_range": (0, 0)}

    radius_range: Annotated[Range, _RADIUS] = Range(1, 4)

    def draw(self, stream: Stream, size: Size) -> DefocusDraw:
        """Draw the radius in pixels."""
        return DefocusDraw(radius=stream.uniform(*self.radius_range))

    def apply(self, image: Image, draw: DefocusDraw, view: View) -> Image:
        """Average over the disk; in a draft over a smaller one."""
        return filtered(image, disk_weights(draw.radius * view.scale))

    def needs(self, part: Region, draw: DefocusDraw, view: View) -> Region:
        """The disk's radius about the part."""
        return part.grown(len(disk_weights(draw.radius * view.scale)) // 2)
