"""Pipelines as values, and their file: strict, readable, and never executed."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.pipeline import Pipeline
from augstudio.core.pipeline_format import SCHEMA_VERSION, make_transform
from augstudio.core.step import MAX_STEP_ID, Step
from augstudio.errors import PipelineError
from augstudio.transforms import CATALOGUE, GaussianNoise, HorizontalFlip, QuarterTurn, Rotate, SaltAndPepper
from tests.strategies import pipelines

THREE_NUMBERS = "must be three or four whole numbers from 0 to 255"
THREE = Pipeline.of((HorizontalFlip(), Rotate(), GaussianNoise()))


def refusal(data: Any) -> str:
    """The message with which file contents are refused."""
    text = data if isinstance(data, str) else json.dumps(data)
    with pytest.raises(PipelineError) as caught:
        Pipeline.from_json(text)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def refused_step(**fields: Any) -> str:
    return refusal({"augstudio": 1, "steps": [{"id": 1, "transform": "rotate"}, {"id": 2} | fields]})


# -- round trips ------------------------------------------------------------------------------------


@given(pipelines())
def test_round_trip(pipeline: Pipeline) -> None:
    again = Pipeline.from_json(pipeline.to_json())
    assert again.steps == pipeline.steps
    assert again.padding == pipeline.padding
    assert again.fingerprint() == pipeline.fingerprint()
    assert again.to_json() == pipeline.to_json()
    assert json.loads(pipeline.to_json()) == pipeline.to_dict()


@given(pipelines(), pipelines())
def test_fingerprints_tell_pipelines_apart(one: Pipeline, other: Pipeline) -> None:
    assert (one.fingerprint() == other.fingerprint()) == (one == other)


def test_fingerprint_does_not_depend_on_how_numbers_are_written() -> None:
    whole = '{"augstudio": 1, "steps": [{"id": 1, "transform": "rotate", "angle_range": [-10, 10]}]}'
    floats = whole.replace("-10, 10", "-1e1, 10.0").replace('"id": 1', '"probability": 1, "id": 1')
    assert Pipeline.from_json(whole).fingerprint() == Pipeline.from_json(floats).fingerprint()
    other = whole.replace("-10", "-10.5")
    assert Pipeline.from_json(whole).fingerprint() != Pipeline.from_json(other).fingerprint()


def test_file_reads_well() -> None:
    assert THREE.to_json() == (
        "{\n"
        '  "augstudio": 1,\n'
        '  "padding": {"mode": "reflect", "fill": [0, 0, 0]},\n'
        '  "steps": [\n'
        '    {"id": 1, "transform": "horizontal_flip", "probability": 1.0, "enabled": true},\n'
        '    {"id": 2, "transform": "rotate", "probability": 1.0, "enabled": true, '
        '"angle_range": [-15, 15], "size": "keep"},\n'
        '    {"id": 3, "transform": "gaussian_noise", "probability": 1.0, "enabled": true, '
        '"sigma_range": [0, 15], "per_channel": true}\n'
        "  ]\n"
        "}\n"
    )


def test_everything_but_version_and_names_may_be_left_out() -> None:
    assert Pipeline.from_json('{"augstudio": 1}') == Pipeline()
    short = Pipeline.from_json('{"augstudio": 1, "steps": [{"id": 4, "transform": "rotate"}]}')
    assert short.steps == (Step(id=4, transform=Rotate(), probability=1.0, enabled=True),)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(PipelineError):
        Pipeline.from_json(text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(pipelines(most=2), st.data())
def test_any_damage_is_read_or_refused(pipeline: Pipeline, data: st.DataObject) -> None:
    contents = pipeline.to_dict()
    places = [contents, contents["padding"], *contents["steps"]]
    place = data.draw(st.sampled_from(places))
    key = data.draw(st.sampled_from([*place, "surprise"]))
    place[key] = data.draw(json_values)
    with suppress(PipelineError):
        read = Pipeline.from_json(json.dumps(contents))
        assert Pipeline.from_json(read.to_json()) == read


# -- refusals ---------------------------------------------------------------------------------------


def test_unknown_transform_lists_the_known() -> None:
    message = refused_step(transform="rotat")
    assert message.startswith("step 2: unknown transform 'rotat'; known are ")
    assert all(kind.NAME in message for kind in CATALOGUE)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"transform": "rotate", "angle": 3},
            "(rotate): unknown field 'angle'; allowed are id, transform, probability, enabled, "
            "classes, not_classes, "
            "angle_range, size",
        ),
        (
            {"transform": "horizontal_flip", "x": 1},
            "(horizontal_flip): unknown field 'x'; allowed are id, transform, probability, enabled, "
            "classes, not_classes",
        ),
        (
            {"transform": "rotate", "angle_range": [10, -10]},
            "(rotate), angle_range: must have its low end first, got [10, -10]",
        ),
        (
            {"transform": "rotate", "angle_range": [-200, 0]},
            "(rotate), angle_range: must lie from -180 to 180, got -200",
        ),
        (
            {"transform": "rotate", "angle_range": [False, True]},
            "(rotate), angle_range: must be a number from -180 to 180, got False",
        ),
        (
            {"transform": "rotate", "angle_range": 5},
            "(rotate), angle_range: must be two numbers [low, high] from -180 to 180, got 5",
        ),
        (
            {"transform": "rotate", "size": "huge"},
            "(rotate), size: must be one of keep, grow, crop, got 'huge'",
        ),
        (
            {"transform": "quarter_turn", "turns": []},
            "(quarter_turn), turns: must be a list with any of 1, 2, 3",
        ),
        ({"transform": "quarter_turn", "turns": [True]}, "turns: must be any of 1, 2, 3, got True"),
        ({"transform": "salt_and_pepper", "salt_share": 2}, "salt_share: must lie from 0 to 1, got 2"),
        (
            {"transform": "gaussian_noise", "per_channel": 1},
            "(gaussian_noise), per_channel: must be true or false, got 1",
        ),
        (
            {"transform": "rotate", "probability": 1.5},
            "(rotate), probability: must be a number from 0 to 1, got 1.5",
        ),
        ({"transform": "rotate", "probability": True}, "probability: must be a number from 0 to 1, got True"),
        ({"transform": "rotate", "probability": None}, "probability: must be a number from 0 to 1, got None"),
        ({"transform": "rotate", "enabled": 1}, "(rotate), enabled: must be true or false, got 1"),
        (
            {"transform": "rotate", "id": 0},
            f"(rotate), id: must be a whole number from 1 to {MAX_STEP_ID}, got 0",
        ),
        (
            {"transform": "rotate", "id": True},
            f"id: must be a whole number from 1 to {MAX_STEP_ID}, got True",
        ),
        ({"transform": "rotate", "id": 2.0}, "id: must be a whole number"),
        ({"transform": "rotate", "id": "2"}, "id: must be a whole number"),
        ({"transform": "rotate", "id": 2**31}, "id: must be a whole number"),
    ],
)
def test_bad_step_names_step_field_and_what_is_allowed(fields: dict[str, Any], words: str) -> None:
    message = refused_step(**fields)
    assert message.startswith("step 2 (")
    assert words in message


def test_step_needs_id_and_transform() -> None:
    missing = refusal({"augstudio": 1, "steps": [{"transform": "rotate"}]})
    assert missing.startswith("step 1 (rotate), id: must be a whole number from 1")
    assert refused_step() == 'step 2: has no "transform"'
    assert "step 1: must be an object" in refusal({"augstudio": 1, "steps": ["rotate"]})


def test_two_steps_need_two_ids() -> None:
    message = refused_step(transform="rotate", id=1)
    assert message == "steps: two steps have the id 1; every step needs its own"


@pytest.mark.parametrize(
    ("padding", "words"),
    [
        (
            {"mode": "mirror"},
            "padding, mode: must be one of constant, edge, reflect, symmetric, wrap, got 'mirror'",
        ),
        ({"mode": 1}, "padding, mode: must be one of constant, edge, reflect, symmetric, wrap, got 1"),
        ({"fill": [0, 0, 256]}, f"padding, fill: {THREE_NUMBERS}, got [0, 0, 256]"),
        ({"fill": [0, True, 0]}, f"padding, fill: {THREE_NUMBERS}, got [0, True, 0]"),
        ({"fill": [0, 0]}, f"padding, fill: {THREE_NUMBERS}, got [0, 0]"),
        ({"fill": None}, f"padding, fill: {THREE_NUMBERS}, got None"),
        ({"colour": 1}, "padding: unknown field 'colour'; allowed are mode, fill"),
        (None, "padding: must be an object with a mode and a fill, got None"),
        ("edge", "padding: must be an object with a mode and a fill, got 'edge'"),
    ],
)
def test_bad_padding_names_field_and_what_is_allowed(padding: Any, words: str) -> None:
    assert refusal({"augstudio": 1, "padding": padding}) == words


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ({"padding": "keep"}, "labels, padding: must be one of replicate, ignore, drop, got 'keep'"),
        ({"min_visible": True}, "labels, min_visible: must be a number from 0 to 1, got True"),
        ({"min_pixels": -1}, "labels, min_pixels: must be a number from 0 to 1000000, got -1"),
        ({"boxes": "circle"}, "labels, boxes: must be one of hull, ellipse, got 'circle'"),
        (
            {"swap": "left_eye"},
            "labels, swap: must be auto, none or pairs as left_eye:right_eye,left_ear:right_ear, "
            "got 'left_eye'",
        ),
        (
            {"mode": 1},
            "labels: unknown field 'mode'; allowed are padding, min_visible, min_pixels, boxes, swap",
        ),
        ([], "labels: must be an object with a policy for labels, got []"),
    ],
)
def test_a_bad_policy_for_labels_names_field_and_what_is_allowed(labels: Any, words: str) -> None:
    assert refusal({"augstudio": 1, "labels": labels}) == words


def test_a_policy_for_labels_is_kept_in_files_and_by_edits_and_leaves_no_trace_where_there_is_none() -> None:
    policy = LabelPolicy(padding="drop", min_visible=0.25, swap="left:right")
    pipeline = THREE.with_labels(policy)
    assert Pipeline.from_json(pipeline.to_json()) == pipeline
    assert pipeline.with_steps(()).with_padding(Padding(mode=PaddingMode.WRAP)).labels == policy
    assert pipeline.fingerprint() != THREE.fingerprint()
    assert "labels" not in THREE.to_dict()
    assert '"labels"' not in THREE.to_json()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a pipeline file"),
        ("{", "not a pipeline file"),
        ("[]", 'no "augstudio" version'),
        ("{}", 'no "augstudio" version'),
        ("null", 'no "augstudio" version'),
        ('{"augstudio": "1"}', "must be the version of the file format, got '1'"),
        ('{"augstudio": true}', "must be the version of the file format, got True"),
        ('{"augstudio": 0}', "must be the version of the file format, got 0"),
        ('{"augstudio": 1.0}', "must be the version of the file format, got 1.0"),
        ('{"augstudio": 2}', "version 2, this program knows 1; please update"),
        (
            '{"augstudio": 1, "step": []}',
            "unknown field 'step'; allowed are augstudio, padding, labels,",
        ),
        ('{"augstudio": 1, "steps": {}}', '"steps" must be a list, got dict'),
        ('{"augstudio": 1, "augstudio": 1}', "the key 'augstudio' stands twice"),
        (
            '{"augstudio": 1, "steps": [{"id": 1, "id": 2, "transform": "rotate"}]}',
            "the key 'id' stands twice in one object",
        ),
        (
            '{"augstudio": 1, "steps": [{"id": 1, "transform": "rotate", "angle_range": [NaN, 1]}]}',
            "NaN is not a number that a pipeline may hold",
        ),
        ('{"augstudio": 1, "padding": {"fill": [0, 0, -Infinity]}}', "-Infinity is not a number"),
        (
            '{"augstudio": 1, "steps": [{"id": 1, "transform": "rotate", "angle_range": [0, 1e999]}]}',
            "step 1 (rotate), angle_range: must be a number from -180 to 180, got inf",
        ),
        ("[" * 100_000, "not a pipeline file"),
        ('{"augstudio": ' + "1" * 5000 + "}", "not a pipeline file"),
    ],
)
def test_what_is_no_pipeline_is_refused(text: str, words: str) -> None:
    assert words in refusal(text)


def test_huge_whole_numbers_are_refused_like_any_other() -> None:
    huge = 10**400
    assert "step 2 (rotate), angle_range: must be a number" in refused_step(
        transform="rotate", angle_range=[0, huge]
    )
    assert "step 2 (rotate), probability" in refused_step(transform="rotate", probability=huge)
    assert "please update AugStudio" in refusal({"augstudio": huge})


@pytest.mark.parametrize(
    "code",
    ["__import__('os').abort()", "!!python/object/apply:os.abort []", "${abort}", "{{ abort }}"],
)
def test_nothing_in_a_file_is_executed(code: str) -> None:
    for place in ("transform", "size", "id", "enabled", "angle_range"):
        fields = {"id": 1, "transform": "rotate"} | {place: code}
        assert "step 1" in refusal({"augstudio": 1, "steps": [fields]})
    assert "padding, mode" in refusal({"augstudio": 1, "padding": {"mode": code}})


def test_refused_constructions_say_where() -> None:
    assert make_transform("rotate", {"size": "grow"}, "--step") == Rotate(size="grow")
    with pytest.raises(PipelineError, match=r"^--step \(rotate\): unknown field 'x'"):
        make_transform("rotate", {"x": 1}, "--step")
    with pytest.raises(PipelineError, match=r"^--step: unknown transform"):
        make_transform("x", {}, "--step")


# -- steps ------------------------------------------------------------------------------------------


def ids(pipeline: Pipeline) -> list[int]:
    return [step.id for step in pipeline.steps]


def test_steps_are_added_moved_and_removed_under_their_ids() -> None:
    assert ids(THREE) == [1, 2, 3]
    assert ids(THREE.moving(3, 0)) == [3, 1, 2]
    assert ids(THREE.moving(1, 2)) == [2, 3, 1]
    assert ids(THREE.removing(2)) == [1, 3]
    assert ids(THREE.removing(2).adding(QuarterTurn())) == [1, 3, 4]
    assert ids(THREE.moving(3, 0).adding(QuarterTurn())) == [3, 1, 2, 4]
    assert THREE.moving(3, 0).step(3) == THREE.step(3)
    assert ids(THREE) == [1, 2, 3]


def test_an_added_steps_id_can_be_read_again() -> None:
    full = THREE.replacing(THREE.step(1)).with_steps((*THREE.steps, Step(id=MAX_STEP_ID, transform=Rotate())))
    assert ids(full.removing(2).adding(Rotate())) == [1, 3, MAX_STEP_ID, 2]
    again = full.adding(Rotate())
    assert ids(again) == [1, 2, 3, MAX_STEP_ID, 4]
    assert Pipeline.from_json(again.to_json()) == again


def test_replacing_changes_one_step_in_place() -> None:
    changed = Step(id=2, transform=SaltAndPepper(amount_range=Range(0, 0.1)), probability=0.5)
    replaced = THREE.replacing(changed)
    assert replaced.step(2) == changed
    assert [replaced.step(n) for n in (1, 3)] == [THREE.step(n) for n in (1, 3)]


@pytest.mark.parametrize("act", [lambda p: p.step(9), lambda p: p.removing(9), lambda p: p.moving(9, 0)])
def test_unknown_step_is_refused(act: Any) -> None:
    with pytest.raises(PipelineError, match="no step with the id 9"):
        act(THREE)


def test_pipelines_are_frozen_and_keep_their_kind() -> None:
    class Own(Pipeline):
        pass

    own = Own.of((Rotate(),)).with_padding(Padding(mode=PaddingMode.WRAP)).adding(Rotate())
    assert type(own) is Own
    assert own.padding.mode is PaddingMode.WRAP
    with pytest.raises(ValidationError):
        own.steps = ()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("id", value) for value in (-5, 0, MAX_STEP_ID + 1, True, "1", 1.0, None)),
        *(("probability", value) for value in (7, -0.1, 1.0000001, float("nan"), True, "0.5", None)),
        *(("enabled", value) for value in (1, "yes", None)),
        ("transform", None),
        ("transform", {}),
    ],
)
def test_a_step_that_no_file_could_hold_cannot_be_built(field: str, value: Any) -> None:
    sound = {"id": 1, "transform": Rotate(), "probability": 1, "enabled": True}
    assert Step(**sound).probability == 1.0
    with pytest.raises((ValidationError, TypeError)):
        Step(**sound | {field: value})


@given(st.integers(), st.floats(), st.booleans())
def test_what_can_be_built_can_be_read_again(number: int, probability: float, enabled: bool) -> None:
    try:
        step = Step(id=number, transform=Rotate(), probability=probability, enabled=enabled)
    except ValidationError:
        return
    assert Pipeline.from_json(Pipeline(steps=(step,)).to_json()).steps == (step,)


def test_version_written_is_the_version_read() -> None:
    assert json.loads(Pipeline().to_json())["augstudio"] == SCHEMA_VERSION


def test_a_pipeline_has_at_most_200_steps() -> None:
    flip = {"transform": "horizontal_flip"}
    most = {"augstudio": 1, "steps": [{"id": number, **flip} for number in range(1, 201)]}
    assert len(Pipeline.from_dict(most).steps) == 200
    more = {"augstudio": 1, "steps": [{"id": number, **flip} for number in range(1, 60_001)]}
    with pytest.raises(PipelineError, match="at most 200 steps, not 60000"):
        Pipeline.from_dict(more)
    with pytest.raises(ValueError, match="at most 200 steps, not 201"):
        Pipeline.of([HorizontalFlip()] * 201)
