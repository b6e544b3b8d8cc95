"""Proposes a pipeline from what can happen to pictures in real life, with a reason for each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any, Final, Self, TypeAlias

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.core.text import counted
from augstudio.core.transform import Transform
from augstudio.errors import Message
from augstudio.insights.looks import is_colourless, is_ink
from augstudio.insights.material import Material
from augstudio.insights.questionnaire import Answer, Answers, Topic
from augstudio.transforms import (
    Brightness,
    ColorTemperature,
    Contrast,
    Cutout,
    Fog,
    GaussianBlur,
    GaussianNoise,
    HorizontalFlip,
    Hue,
    JpegCompression,
    OneOf,
    QuarterTurn,
    Rain,
    Rotate,
    Saturation,
    Scale,
    Shadow,
    Snow,
    Translate,
)

_LOOKED_AT: Final = 40
_USUAL_SIDE: Final = 500
_BLUR_TEXT: Final = (
    "{0} of 100 copies are blurred, by up to {1} pixels, as pictures have {2} on the shorter side"
)

_Made: TypeAlias = tuple[type[Transform], Mapping[str, Any], float, Message]


@dataclass(frozen=True, slots=True)
class Facts:
    """What ranges and padding hang on.

    Attributes:
        side: The shorter side of a picture in pixels, in the median.
        is_grey: Whether most pictures have no colours.
        is_ink: Whether most are dark signs on a light ground, or the reverse.
        has_objects: Whether pictures have labels of objects.
    """

    side: int = _USUAL_SIDE
    is_grey: bool = False
    is_ink: bool = False
    has_objects: bool = False

    @classmethod
    def of(cls, material: Material) -> Self:
        """Those of the pictures that were looked at; usual ones where there are none."""
        looks = material.looks[:_LOOKED_AT]
        if not looks:
            return cls()
        half = len(looks) / 2
        return cls(
            round(median(min(look.size) for look in looks)),
            sum(map(is_colourless, looks)) > half,
            sum(map(is_ink, looks)) > half,
            bool(material.labelled),
        )


@dataclass(frozen=True, slots=True)
class Proposed:
    """A step that is proposed.

    Attributes:
        topic: The question whose answer it follows from.
        step: The step; steps that :class:`~augstudio.transforms.OneOf` chooses from come behind it.
        reason: Why, with the range.
    """

    topic: Topic
    step: Step
    reason: Message


@dataclass(frozen=True, slots=True)
class Proposal:
    """What follows from answers.

    Attributes:
        pipeline: The proposed steps.
        steps: The same with their reasons.
        notes: What else was decided, or left out, and why.
    """

    pipeline: Pipeline
    steps: tuple[Proposed, ...]
    notes: tuple[Message, ...] = ()


def propose(answers: Answers, facts: Facts | None = None) -> Proposal:
    """The pipeline that follows from answers.

    Each answer gives steps that do to pictures what it says, in the order in which it happens: what is seen
    first, then light, weather, what stands before it, and the camera last. Nothing is done that no answer
    asks for.

    Args:
        answers: What can happen to the pictures.
        facts: What the pictures are like; usual photographs where None.
    """
    facts = facts or Facts()
    steps: list[Proposed] = []
    for topic, made in _wanted(answers, facts):
        for kind, fields, probability, reason in made:
            transform = kind.model_validate(fields)
            step = Step(id=len(steps) + 1, transform=transform, probability=probability)
            steps.append(Proposed(topic, step, reason))
    notes = []
    if facts.is_grey and answers[Topic.COLOURS] is not Answer.NO:
        notes.append(Message("no step for colours, as most of your pictures have none"))
    padding, why = _padding(facts)
    if _moves(answers):
        notes.append(why)
    return Proposal(
        Pipeline(steps=tuple(item.step for item in steps), padding=padding), tuple(steps), tuple(notes)
    )


def _wanted(answers: Answers, facts: Facts) -> Iterator[tuple[Topic, Iterator[_Made]]]:
    if answers[Topic.MIRRORED] is Answer.YES:
        yield Topic.MIRRORED, _mirrored()
    if answers[Topic.ANY_WAY] is Answer.YES:
        yield Topic.ANY_WAY, _any_way()
    for topic, make in (
        (Topic.TURNED, _turned),
        (Topic.DISTANCE, _distance),
        (Topic.LIGHT, _light),
        (Topic.COLOURS, _colours),
        (Topic.WEATHER, _weather),
        (Topic.COVERED, _covered),
    ):
        if answers[topic] is not Answer.NO and not (topic is Topic.COLOURS and facts.is_grey):
            yield topic, make(answers[topic] is Answer.MUCH)
    if answers[Topic.CAMERA] is not Answer.NO:
        yield Topic.CAMERA, _camera(facts.side, answers[Topic.CAMERA] is Answer.MUCH)


def _moves(answers: Answers) -> bool:
    """Whether copies show what lies outside their pictures."""
    return any(answers[topic] is not Answer.NO for topic in (Topic.TURNED, Topic.DISTANCE))


def _padding(facts: Facts) -> tuple[Padding, Message]:
    """What is put where pictures end, and why."""
    if facts.is_ink:
        why = Message("padding edge: your pictures have a plain ground, which goes on outside them")
        return Padding(mode=PaddingMode.EDGE), why
    if facts.has_objects:
        why = Message("padding edge: mirrored or repeated borders would show objects that have no label")
        return Padding(mode=PaddingMode.EDGE), why
    return Padding(mode=PaddingMode.REFLECT), Message(
        "padding reflect: it leaves no border by which a network could know copies"
    )


def _mirrored() -> Iterator[_Made]:
    reason = Message("a mirror image is as likely as the picture: half of the copies are mirrored")
    yield HorizontalFlip, {}, 0.5, reason


def _any_way() -> Iterator[_Made]:
    reason = Message("all four ways round are equally likely; quarter turns lose nothing")
    yield QuarterTurn, {"turns": [1, 2, 3]}, 0.75, reason


def _turned(much: bool) -> Iterator[_Made]:
    angle = 30 if much else 10
    reason = Message("pictures may be askew by up to {0} degrees to both sides", angle)
    yield Rotate, {"angle_range": [-angle, angle]}, 1.0, reason


def _distance(much: bool) -> Iterator[_Made]:
    low, high, shift = (0.7, 1.4, 0.15) if much else (0.9, 1.1, 0.05)
    reason = Message("things may be nearer or farther: {0} to {1} times as large", low, high)
    yield Scale, {"factor_range": [low, high]}, 1.0, reason
    reason = Message("things may be off the centre, by up to {0} % of width and height", round(100 * shift))
    yield Translate, {"x_range": [-shift, shift], "y_range": [-shift, shift]}, 1.0, reason


def _light(much: bool) -> Iterator[_Made]:
    shift, low, high = (0.25, 0.6, 1.5) if much else (0.1, 0.85, 1.2)
    reason = Message("light may be brighter or darker, by up to {0} % of white", round(100 * shift))
    yield Brightness, {"shift_range": [-shift, shift]}, 1.0, reason
    reason = Message("light may be softer or harsher: {0} to {1} times the contrast", low, high)
    yield Contrast, {"factor_range": [low, high]}, 1.0, reason


def _colours(much: bool) -> Iterator[_Made]:
    warm, cold, low, high = (3500, 12000, 0.5, 1.6) if much else (5000, 8500, 0.8, 1.25)
    reason = Message(
        "light may be warmer or colder: {0} to {1} K; 6,500 K changes nothing", f"{warm:,}", f"{cold:,}"
    )
    yield ColorTemperature, {"temperature_range": [warm, cold]}, 1.0, reason
    reason = Message("colours may be paler or richer: {0} to {1} times", low, high)
    yield Saturation, {"factor_range": [low, high]}, 1.0, reason
    if much:
        reason = Message("cameras may show another tone: up to {0} degrees of hue", 10)
        yield Hue, {"angle_range": [-10, 10]}, 1.0, reason


def _weather(much: bool) -> Iterator[_Made]:
    fog, rain, snow = ([0.3, 0.7], [0.3, 0.7], [0.3, 0.7]) if much else ([0.1, 0.4], [0.1, 0.4], [0.1, 0.3])
    share = 0.5 if much else 0.3
    reason = Message("{0} of 100 copies have one kind of weather", round(100 * share))
    yield OneOf, {"count": 4}, share, reason
    reason = Message("one of the kinds of weather")
    yield Fog, {"density_range": fog}, 1.0, reason
    yield Rain, {"amount_range": rain}, 1.0, reason
    yield Snow, {"amount_range": snow}, 1.0, reason
    yield Shadow, {"darkness_range": [0.3, 0.6] if much else [0.2, 0.4]}, 1.0, reason


def _covered(much: bool) -> Iterator[_Made]:
    count, size = ([1, 3], [0.15, 0.35]) if much else ([1, 1], [0.1, 0.25])
    reason = counted(
        count[1],
        "half of the copies are covered in 1 place, by up to {1} % of the shorter side",
        "half of the copies are covered in up to {0} places, each by up to {1} % of the shorter side",
        round(100 * size[1]),
    )
    yield Cutout, {"count_range": count, "size_range": size}, 0.5, reason


def _camera(side: int, much: bool) -> Iterator[_Made]:
    share = 0.5 if much else 0.3
    hundred = round(100 * share)
    # Blur is in pixels; what a camera loses is about the same share of any picture.
    sigma = round(min(4.0 if much else 2.0, max(0.4, side * (0.006 if much else 0.003))), 1)
    reason = Message(_BLUR_TEXT, hundred, sigma, side)
    yield GaussianBlur, {"sigma_range": [0, sigma]}, share, reason
    noise = 20 if much else 10
    reason = Message("{0} of 100 copies have noise of up to {1} levels of 255", hundred, noise)
    yield GaussianNoise, {"sigma_range": [0, noise]}, share, reason
    low = 30 if much else 60
    reason = Message("{0} of 100 copies went through JPEG of quality {1} to 95", hundred, low)
    yield JpegCompression, {"quality_range": [low, 95]}, share, reason
