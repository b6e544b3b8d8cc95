"""Red, green and blue exchanged."""

from typing import Annotated, Literal, TypeAlias

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.colour.pixelwise import shuffled

Order: TypeAlias = Literal["rbg", "grb", "gbr", "brg", "bgr"]
"""What becomes red, green and blue."""


class ChannelShuffleDraw(Draw):
    """One of the chosen orders."""

    orders: Order


class ChannelShuffle(Pixel[ChannelShuffleDraw]):
    """Exchange red, green and blue; grey pictures stay as they are."""

    NAME = "channel_shuffle"
    TITLE = "Channel shuffle"
    FACTOR = "2-4x"
    GROUP = "Colour"

    orders: Annotated[
        tuple[Order, ...],
        Choice(
            {"rbg": "R B G", "grb": "G R B", "gbr": "G B R", "brg": "B R G", "bgr": "B G R"},
            several=True,
            help="What becomes red, green and blue; each copy draws one of them.",
        ),
    ] = ("rbg", "grb", "gbr", "brg", "bgr")

    def draw(self, stream: Stream, size: Size) -> ChannelShuffleDraw:
        """Draw one of the chosen orders."""
        return ChannelShuffleDraw(orders=self.orders[stream.index(len(self.orders))])

    def apply(self, image: Image, draw: ChannelShuffleDraw, view: View) -> Image:
        """Take each colour from its channel."""
        red, green, blue = ("rgb".index(letter) for letter in draw.orders)
        return shuffled(image, (red, green, blue))
