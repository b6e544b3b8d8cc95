from __future__ import annotations

from augstudio.core.draws import NoDraw
from augstudio.core.parameters import parameters_of
from augstudio.core.randomness import stream
from augstudio.core.step import Step
from augstudio.core.transform import catalogue
from augstudio.preview.draw_text import describe_draw, describe_draws
from augstudio.render.resolve import StepDraw
from augstudio.transforms.gaussian_noise import GaussianNoiseDraw
from augstudio.transforms.policies import OperationDraw
from augstudio.transforms.quarter_turn import QuarterTurnDraw
from augstudio.transforms.rand_augment import RandAugmentDraw
from augstudio.transforms.rotate import RotateDraw
from augstudio.transforms.translate import TranslateDraw
from augstudio.transforms.trivial_augment import TrivialAugmentDraw


def test_draws_in_words() -> None:
    assert describe_draw(StepDraw(1, "rotate", RotateDraw(angle=-7.25))) == "Rotate: angle −7.2°"
    assert describe_draw(StepDraw(1, "horizontal_flip", NoDraw())) == "Horizontal flip"
    assert describe_draw(StepDraw(1, "quarter_turn", QuarterTurnDraw(turns=1))) == "Quarter turn: turns 90°"
    noise = StepDraw(2, "gaussian_noise", GaussianNoiseDraw(sigma=12.3, noise_seed=99))
    assert describe_draw(noise) == "Gaussian noise: sigma 12.30"
    turned = OperationDraw(operation="rotate", strength=-0.5)
    nothing = OperationDraw(operation="identity", strength=0.3)
    stretched = OperationDraw(operation="autocontrast", strength=0.3)
    chosen = RandAugmentDraw(operations=(turned, nothing, stretched))
    described = describe_draw(StepDraw(1, "rand_augment", chosen))
    assert described == "RandAugment: Rotate (angle −15.0°), Autocontrast (cutoff 0.00 %, strength 100.0 %)"
    drawn = TrivialAugmentDraw(operations=(nothing,))
    assert describe_draw(StepDraw(1, "trivial_augment", drawn)) == "TrivialAugment: –"
    shift = StepDraw(3, "translate", TranslateDraw(x=0.041, y=-0.02))
    text = describe_draws((noise, shift))
    assert text.endswith("Translate: x +4.1 %, y −2.0 %")


def test_every_drawn_number_but_seeds_is_named() -> None:
    for kind in catalogue():
        step = Step(id=1, transform=kind())
        values = step.transform.draw(stream(0, "k", 1, 1), (40, 30))
        text = describe_draw(StepDraw(1, kind.NAME, values))
        assert text.startswith(kind.TITLE)
        for parameter in parameters_of(kind):
            if parameter.name.removesuffix("_range") in values.to_dict():
                assert parameter.label.lower() in text.lower()
