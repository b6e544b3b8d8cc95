"""The policy that has one magnitude for all operations."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from pydantic import Field

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.parameters import IntSlider, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import CompositeTransform, Transform
from augstudio.transforms.policies import LARGEST, MODERATE, OperationDraw, acting_parts, drawn_operation

_COUNT: Final = IntSlider(
    0, 4, label="Operations", help="How many operations are applied, one after the other."
)


class RandAugmentDraw(Draw):
    """Operations with their strengths, in the order in which they are applied."""

    operations: Annotated[tuple[OperationDraw, ...], Field(strict=False, max_length=_COUNT.high)]


class RandAugment(CompositeTransform[RandAugmentDraw]):
    """Apply a few operations chosen at random, all about equally strong, after RandAugment (2020).

    Fourteen operations take part: geometry, tone and colour. Brightness shifts levels and negative sharpness
    blurs, where the paper's implementation mixes with black and with a smoothed picture.
    """

    NAME = "rand_augment"
    TITLE = "RandAugment"
    FACTOR = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"count": 0}

    count: Annotated[
        int,
        _COUNT,
    ] = 2
    magnitude_range: Annotated[
        Range,
        Slider(0, LARGEST, step=1, help="How strong the operations are; each draws its own from this range."),
    ] = Range(9, 9)

    def draw(self, stream: Stream, size: Size) -> RandAugmentDraw:
        """Draw operations with their strengths, -1..1."""
        return RandAugmentDraw(
            operations=tuple(
                drawn_operation(stream.uniform(*self.magnitude_range), stream) for _ in range(self.count)
            )
        )

    def parts(self, draw: RandAugmentDraw) -> tuple[tuple[Transform, Draw], ...]:
        """The operations drawn."""
        return acting_parts(draw.operations, MODERATE)
