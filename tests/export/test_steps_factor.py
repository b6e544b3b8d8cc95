"""How many times a whole pipeline can sensibly multiply a dataset."""

from __future__ import annotations

import pytest

from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.core.transform import Transform
from augstudio.export.steps_factor import steps_factor
from augstudio.transforms import GaussianNoise, HorizontalFlip, OneOf, Rotate, Translate, VerticalFlip


@pytest.mark.parametrize(
    ("transforms", "factor"),
    [
        ((), "1x"),
        ((HorizontalFlip(), VerticalFlip()), "4x"),
        ((Rotate(), GaussianNoise()), "4-8x"),
        ((HorizontalFlip(), Translate()), "any"),
        ((OneOf(count=2), HorizontalFlip(), Rotate(), GaussianNoise()), "any"),
    ],
)
def test_what_steps_are_good_for_is_multiplied(transforms: tuple[Transform, ...], factor: str) -> None:
    assert steps_factor(Pipeline.of(transforms)) == factor


def test_steps_that_never_take_part_count_nothing() -> None:
    off = Step(id=1, transform=HorizontalFlip(), enabled=False)
    never = Step(id=2, transform=Rotate(), probability=0)
    assert steps_factor(Pipeline(steps=(off, never, Step(id=3, transform=GaussianNoise())))) == "2x"
