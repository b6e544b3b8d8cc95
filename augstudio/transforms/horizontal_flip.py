"""Mirror left and right."""

from augstudio.core.draws import NoDraw
from augstudio.core.image import Size
from augstudio.core.matrix import about_centre, scaling
from augstudio.core.transform import Geometric, Placement


class HorizontalFlip(Geometric[NoDraw]):
    """Mirror the picture left to right; give it a probability of 0.5 to get both kinds."""

    NAME = "horizontal_flip"
    TITLE = "Horizontal flip"
    FACTOR = "2x"

    def placement(self, draw: NoDraw, size: Size) -> Placement:
        """Mirror about the vertical line through the centre."""
        return Placement(about_centre(scaling(-1, 1), size), size)
