"""The policy without anything to tune."""

from typing import Annotated

from pydantic import Field

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import CompositeTransform, Transform
from augstudio.transforms.policies import LARGEST, WIDE, OperationDraw, acting_parts, drawn_operation


class TrivialAugmentDraw(Draw):
    """The one operation with its strength."""

    operations: Annotated[tuple[OperationDraw], Field(strict=False)]


class TrivialAugment(CompositeTransform[TrivialAugmentDraw]):
    """Apply one operation chosen at random, at a strength chosen at random, after TrivialAugment (2021).

    Its fourteen operations are those of RandAugment, but they can be much stronger.
    """

    NAME = "trivial_augment"
    TITLE = "TrivialAugment"
    FACTOR = "any"

    magnitude_range: Annotated[
        Range,
        Slider(0, LARGEST, step=1, help="How strong the operation may be; the paper uses the whole range."),
    ] = Range(0, LARGEST)

    def draw(self, stream: Stream, size: Size) -> TrivialAugmentDraw:
        """Draw one operation with its strength, -1..1."""
        return TrivialAugmentDraw(
            operations=(drawn_operation(stream.uniform(*self.magnitude_range), stream),)
        )

    def parts(self, draw: TrivialAugmentDraw) -> tuple[tuple[Transform, Draw], ...]:
        """The operation drawn."""
        return acting_parts(draw.operations, WIDE)
