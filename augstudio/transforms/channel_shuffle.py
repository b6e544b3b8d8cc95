"""Red, green and blue exchanged."""

from __future__ import annotations

from typing import Annotated, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.colour.pixelwise import shuffled


class ChannelShuffle(Pixel):
    """Exchange red, green and blue; grey pictures stay as they are."""

    NAME: ClassVar[str] = "channel_shuffle"
    TITLE: ClassVar[str] = "Channel shuffle"
    FACTOR: ClassVar[str] = "2-4x"
    GROUP: ClassVar[str] = "Colour"

    orders: Annotated[
        tuple[str, ...],
        Choice(
            {"rbg": "R B G", "grb": "G R B", "gbr": "G B R", "brg": "B R G", "bgr": "B G R"},
            several=True,
            help="What becomes red, green and blue; each copy draws one of them.",
        ),
    ] = ("rbg", "grb", "gbr", "brg", "bgr")

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw one of the chosen orders."""
        return {"orders": self.orders[stream.index(len(self.orders))]}

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Take each colour from its channel."""
        red, green, blue = ("rgb".index(letter) for letter in str(draw["orders"]))
        return shuffled(image, (red, green, blue))
