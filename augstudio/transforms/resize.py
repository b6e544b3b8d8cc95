"""Bring every picture to one size."""

from typing import Annotated, Final

from augstudio.core.draws import NoDraw
from augstudio.core.image import Size
from augstudio.core.matrix import compose, resizing, translation
from augstudio.core.parameters import Choice, IntSlider
from augstudio.core.transform import Geometric, Placement

STRETCH: Final = "stretch"
FIT: Final = "fit"
CROP: Final = "crop"

_SIDE: Final = IntSlider(1, 8192, unit="px", help="In pixels, whatever the size of the picture.")


class Resize(Geometric[NoDraw]):
    """Give every copy the same size; originals keep theirs."""

    NAME = "resize"
    TITLE = "Resize"
    FACTOR = "1x"

    width: Annotated[int, _SIDE] = 640
    height: Annotated[int, _SIDE] = 640
    method: Annotated[
        str,
        Choice(
            {FIT: "Fit, pad the rest", CROP: "Fill, crop the rest", STRETCH: "Stretch"},
            help="Fit shows all of the picture and pads what is left (letterbox); crop fills the size "
            "without padding and cuts off what is too much, evenly on both sides; stretch changes the "
            "proportions.",
        ),
    ] = FIT

    def placement(self, draw: NoDraw, size: Size) -> Placement:
        """Scale the picture to whole pixels, and put it into the middle of the wanted size."""
        wanted = self.width, self.height
        scaled = scaled_size(size, wanted, self.method)
        left, top = ((whole - part) // 2 for whole, part in zip(wanted, scaled, strict=True))
        matrix = compose(resizing(size, scaled), translation(left, top))
        return Placement(matrix, wanted, resizes=True)


def scaled_size(size: Size, wanted: Size, method: str) -> Size:
    """The size in which a picture is shown in a frame, by one of the methods of :class:`Resize`.

    Args:
        size: Width and height of the picture.
        wanted: Those of the frame.
        method: :data:`FIT`, :data:`CROP` or :data:`STRETCH`.
    """
    return wanted if method == STRETCH else _in_proportion(size, wanted, method == CROP)


def _in_proportion(size: Size, wanted: Size, covers: bool) -> Size:
    """A picture's size once it fits the wanted one, or covers it, in whole pixels, at least 1."""
    width, height = size
    is_wide = width * wanted[1] > height * wanted[0]
    if is_wide is covers:
        return max(1, wanted[0] if covers else 0, _scaled(width, wanted[1], height)), wanted[1]
    return wanted[0], max(1, wanted[1] if covers else 0, _scaled(height, wanted[0], width))


def _scaled(side: int, wanted: int, other: int) -> int:
    """``side * wanted / other``, rounded, in whole numbers alone."""
    return (2 * side * wanted + other) // (2 * other)
