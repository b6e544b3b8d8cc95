"""Steps that follow from what can happen to pictures, and what the pictures say to them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from augstudio.core.padding import PaddingMode
from augstudio.errors import DatasetError
from augstudio.insights.proposal import Facts, propose
from augstudio.insights.questionnaire import QUESTIONS, Answer, Answers, Question, Topic
from augstudio.pipelines import Pipeline
from tests.insights.sets import dataset as folder
from tests.insights.sets import half, said, scenes, seen, signs


def names(answers: str, facts: Facts | None = None) -> list[str]:
    return [item.step.name for item in propose(Answers.from_text(answers), facts).steps]


def test_nothing_is_proposed_that_no_answer_asks_for() -> None:
    proposal = propose(Answers())
    assert (proposal.steps, proposal.notes, proposal.pipeline.steps) == ((), (), ())


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.topic for question in QUESTIONS])
def test_every_answer_but_no_gives_steps_of_its_own_that_change_pictures(question: Question) -> None:
    image = np.random.default_rng(5).integers(0, 256, (40, 60, 3), dtype=np.uint8)
    changes = []
    for answer in list(question.choices)[1:]:
        proposal = propose(Answers({question.topic: answer}))
        assert {item.topic for item in proposal.steps} == {question.topic}
        assert proposal.pipeline == Pipeline.from_json(proposal.pipeline.to_json())
        made = [proposal.pipeline(image, 0, copy, "a") for copy in range(1, 9)]
        same = [copy for copy in made if copy.shape == image.shape]
        assert any(copy.shape != image.shape or not np.array_equal(copy, image) for copy in made)
        changes.append(sum(float(np.abs(copy.astype(int) - image).mean()) for copy in same))
    assert changes == sorted(changes)  # much is more than somewhat


def test_steps_come_in_the_order_in_which_it_happens() -> None:
    wanted = "camera=some,light=some,mirrored=yes,covered=some,turned=some"
    order = names(wanted)
    assert order[:2] == ["horizontal_flip", "rotate"]
    assert order.index("brightness") < order.index("cutout") < order.index("jpeg_compression")
    assert order[-1] == "jpeg_compression"


def test_ranges_and_padding_hang_on_the_pictures(tmp_path: Path) -> None:
    small, large = (propose(Answers.from_text("camera=much"), Facts(side=side)) for side in (32, 2000))
    blurs = [item.pipeline.to_dict()["steps"][0]["sigma_range"][1] for item in (small, large)]
    assert blurs == [0.4, 4.0]
    ink = Facts.of(seen(signs(tmp_path / "signs", {"1": "1", "2": "2", "3": "3"})))
    assert ink == Facts(side=32, is_grey=True, is_ink=True)
    turned = propose(Answers.from_text("turned=some,colours=much"), ink)
    assert turned.pipeline.padding.mode is PaddingMode.EDGE
    assert [item.step.name for item in turned.steps] == ["rotate"]
    assert turned.notes[0].partition(",")[0] == "no step for colours"
    scene = Facts.of(seen(scenes(tmp_path / "scenes")))
    assert not scene.is_grey
    assert propose(Answers.from_text("turned=some"), scene).pipeline.padding.mode is PaddingMode.REFLECT
    assert propose(Answers.from_text("turned=some"), Facts(has_objects=True)).pipeline.padding.mode == "edge"


def test_what_pictures_speak_against_is_said_of_what_is_proposed(tmp_path: Path) -> None:
    pictures = {
        f"{side}/{number}.png": half(side, number) for side in ("left", "right") for number in range(8)
    }
    material = seen(folder(tmp_path, pictures))
    proposal = propose(Answers.from_text("mirrored=yes"), Facts.of(material))
    assert said(material, proposal.pipeline)["left-right"].step_id == proposal.steps[0].step.id
    assert "left-right" not in said(material, propose(Answers.from_text("turned=some")).pipeline)


def test_answers_are_written_down_and_read_again() -> None:
    answers = Answers.from_text(" light=much , mirrored=yes,turned=no")
    assert answers[Topic.LIGHT] is Answer.MUCH
    assert answers.to_text() == "mirrored=yes,light=much"
    assert Answers.from_text(answers.to_text()).to_text() == answers.to_text()
    assert Answers.from_text("")[Topic.CAMERA] is Answer.NO
    for text, wrong in (("lights=some", "lights"), ("light=often", "often"), ("light", "''")):
        with pytest.raises(DatasetError, match=wrong):
            Answers.from_text(text)
    with pytest.raises(DatasetError, match="mirrored can be answered by no, yes, not by much"):
        Answers.from_text("mirrored=much")
