"""The policy without anything to tune."""

from __future__ import annotations

from typing import Annotated, ClassVar

from augstudio.core.image import Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Composite, Draw, Transform
from augstudio.transforms.policies import LARGEST, WIDE, drawn_operation, drawn_parts


class TrivialAugment(Composite):
    """Apply one operation chosen at random, at a strength chosen at random, after TrivialAugment (2021).

    Its fourteen operations are those of RandAugment, but they can be much stronger.
    """

    NAME: ClassVar[str] = "trivial_augment"
    TITLE: ClassVar[str] = "TrivialAugment"
    FACTOR: ClassVar[str] = "any"

    magnitude_range: Annotated[
        Range,
        Slider(0, LARGEST, step=1, help="How strong the operation may be; the paper uses the whole range."),
    ] = Range(0, LARGEST)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw one operation with its strength, -1..1."""
        return drawn_operation(1, stream.uniform(*self.magnitude_range), WIDE, stream)

    def parts(self, draw: Draw) -> tuple[tuple[Transform, Draw], ...]:
        """The operation drawn."""
        return drawn_parts(draw, WIDE)
