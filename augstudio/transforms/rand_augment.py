"""The policy that has one magnitude for all operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Size
from augstudio.core.parameters import IntSlider, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Composite, Draw, Transform
from augstudio.transforms.policies import LARGEST, MODERATE, drawn_operation, drawn_parts


class RandAugment(Composite):
    """Apply a few operations chosen at random, all about equally strong, after RandAugment (2020).

    Fourteen operations take part: geometry, tone and colour. Brightness shifts levels and negative sharpness
    blurs, where the paper's implementation mixes with black and with a smoothed picture.
    """

    NAME: ClassVar[str] = "rand_augment"
    TITLE: ClassVar[str] = "RandAugment"
    FACTOR: ClassVar[str] = "any"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"count": 0}

    count: Annotated[
        int,
        IntSlider(0, 4, label="Operations", help="How many operations are applied, one after the other."),
    ] = 2
    magnitude_range: Annotated[
        Range,
        Slider(0, LARGEST, step=1, help="How strong the operations are; each draws its own from this range."),
    ] = Range(9, 9)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw operations with their strengths, -1..1."""
        drawn: dict[str, float | str] = {}
        for number in range(1, self.count + 1):
            drawn |= drawn_operation(number, stream.uniform(*self.magnitude_range), MODERATE, stream)
        return drawn

    def parts(self, draw: Draw) -> tuple[tuple[Transform, Draw], ...]:
        """The operations drawn."""
        return drawn_parts(draw, MODERATE)
