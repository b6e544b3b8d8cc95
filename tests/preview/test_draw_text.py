from __future__ import annotations

from augstudio.core.parameters import parameters_of
from augstudio.core.randomness import stream
from augstudio.core.step import Step
from augstudio.core.transform import Draw, catalogue
from augstudio.preview.draw_text import describe_draw, describe_draws
from augstudio.render.resolve import StepDraw


def test_draws_in_words() -> None:
    assert describe_draw(StepDraw(1, "rotate", {"angle": -7.25})) == "Rotate: angle −7.2°"
    assert describe_draw(StepDraw(1, "horizontal_flip", {})) == "Horizontal flip"
    assert describe_draw(StepDraw(1, "quarter_turn", {"turns": 1})) == "Quarter turn: turns 90°"
    noise = StepDraw(2, "gaussian_noise", {"sigma": 12.3, "noise_seed": 99})
    assert describe_draw(noise) == "Gaussian noise: sigma 12.30"
    chosen: Draw = {"operation1": "rotate", "strength1": -0.5, "operation2": "identity", "strength2": 0.3}
    more: Draw = {"operation3": "autocontrast", "strength3": 0.3}
    described = describe_draw(StepDraw(1, "rand_augment", {**chosen, **more}))
    assert described == "RandAugment: Rotate (angle −15.0°), Autocontrast (cutoff 0.00 %, strength 100.0 %)"
    nothing: Draw = {"operation1": "identity", "strength1": 0.5}
    assert describe_draw(StepDraw(1, "trivial_augment", nothing)) == "TrivialAugment: –"
    shift = StepDraw(3, "translate", {"x": 0.041, "y": -0.02})
    text = describe_draws((noise, shift))
    assert text.endswith("Translate: x +4.1 %, y −2.0 %")


def test_every_drawn_number_but_seeds_is_named() -> None:
    for kind in catalogue():
        step = Step(id=1, transform=kind())
        values = step.transform.draw(stream(0, "k", 1, 1), (40, 30))
        text = describe_draw(StepDraw(1, kind.NAME, values))
        assert text.startswith(kind.TITLE)
        for parameter in parameters_of(kind):
            if parameter.name.removesuffix("_range") in values:
                assert parameter.label.lower() in text.lower()
