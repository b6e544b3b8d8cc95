"""Turn by quarter turns."""

from typing import Annotated

from pydantic import Field

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.matrix import Matrix, about_centre
from augstudio.core.parameters import Choice
from augstudio.core.randomness import Stream
from augstudio.core.transform import Geometric, Placement

_TURNS: dict[int, Matrix] = {
    1: ((0.0, 1.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),
    2: ((-1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, 1.0)),
    3: ((0.0, -1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),
}


class QuarterTurnDraw(Draw):
    """One of the chosen turns, in quarters counter-clockwise."""

    turns: Annotated[int, Field(ge=1, le=3)]


class QuarterTurn(Geometric[QuarterTurnDraw]):
    """Turn the picture by 90, 180 or 270 degrees counter-clockwise without any loss."""

    NAME = "quarter_turn"
    TITLE = "Quarter turn"
    FACTOR = "2-4x"

    turns: Annotated[
        tuple[int, ...],
        Choice(
            {1: "90°", 2: "180°", 3: "270°"},
            several=True,
            help="Turns to choose from, counter-clockwise; each copy draws one of them.",
        ),
    ] = (1, 2, 3)

    def draw(self, stream: Stream, size: Size) -> QuarterTurnDraw:
        """Draw one of the chosen turns."""
        return QuarterTurnDraw(turns=self.turns[stream.index(len(self.turns))])

    def placement(self, draw: QuarterTurnDraw, size: Size) -> Placement:
        """Turn about the centre; odd turns swap width and height."""
        turned = size if draw.turns == 2 else (size[1], size[0])
        return Placement(about_centre(_TURNS[draw.turns], size, turned), turned)
