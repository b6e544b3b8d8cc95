"""The negative."""

from augstudio.core.arrays import LevelTable
from augstudio.core.draws import NoDraw
from augstudio.core.image import Image
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.curves import inverted_from
from augstudio.kernels.colour.pixelwise import look_up


class Invert(Pixel[NoDraw]):
    """Show the negative of the picture; give it a probability of 0.5 to get both kinds."""

    NAME = "invert"
    TITLE = "Invert"
    FACTOR = "2x"
    GROUP = "Colour"

    def apply(self, image: Image, draw: NoDraw, view: View) -> Image:
        """Turn every level into its negative."""
        return look_up(image, self.table(draw))

    def table(self, draw: NoDraw) -> LevelTable:
        """Every level's negative."""
        return inverted_from(0)
