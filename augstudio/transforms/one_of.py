"""One step out of several."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar

from augstudio.core.draws import Draw, Share
from augstudio.core.image import Size
from augstudio.core.parameters import IntSlider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Selector


class OneOfDraw(Draw):
    """A place on the line of all weights, 0..1."""

    choice: Share


class OneOf(Selector[OneOfDraw]):
    """Let exactly one of the steps that follow take part; their probabilities are their weights."""

    NAME = "one_of"
    TITLE = "One of"
    FACTOR = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {}

    count: Annotated[
        int,
        IntSlider(
            2,
            10,
            label="Steps",
            help="How many of the steps below belong to it. One of them is chosen for each copy; how often "
            "is decided by their probabilities, taken as weights. Switched off, none of them takes part.",
        ),
    ] = 2

    @property
    def members(self) -> int:
        """The declared number."""
        return self.count

    def draw(self, stream: Stream, size: Size) -> OneOfDraw:
        """Draw a place on the line of all weights, 0..1."""
        return OneOfDraw(choice=stream.unit())

    def chosen(self, draw: OneOfDraw, weights: Sequence[float]) -> int | None:
        """The member on whose stretch of the line the drawn place lies."""
        place = draw.choice * sum(weights)
        for number, weight in enumerate(weights):
            if place < weight:
                return number
            place -= weight
        # Rounding may leave the very end of the line to nobody: it belongs to the last one wanted.
        wanted = [number for number, weight in enumerate(weights) if weight]
        return wanted[-1] if wanted else None
