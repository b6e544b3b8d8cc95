"""Mirror top and bottom."""

from augstudio.core.draws import NoDraw
from augstudio.core.image import Size
from augstudio.core.matrix import about_centre, scaling
from augstudio.core.transform import Geometric, Placement


class VerticalFlip(Geometric[NoDraw]):
    """Mirror the picture top to bottom; sensible where up and down do not matter, as from above."""

    NAME = "vertical_flip"
    TITLE = "Vertical flip"
    FACTOR = "2x"

    def placement(self, draw: NoDraw, size: Size) -> Placement:
        """Mirror about the horizontal line through the centre."""
        return Placement(about_centre(scaling(1, -1), size), size)
