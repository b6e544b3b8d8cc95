"""A few questions about what can happen to the pictures of a dataset in real life, and their answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self, TypeVar

from augstudio.errors import DatasetError, Message

_Word = TypeVar("_Word", bound=StrEnum)


class Answer(StrEnum):
    """How much of something there is."""

    NO = "no"
    YES = "yes"
    SOME = "some"
    MUCH = "much"


class Topic(StrEnum):
    """What is asked about."""

    MIRRORED = "mirrored"
    ANY_WAY = "any-way"
    TURNED = "turned"
    DISTANCE = "distance"
    LIGHT = "light"
    COLOURS = "colours"
    WEATHER = "weather"
    COVERED = "covered"
    CAMERA = "camera"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        topic: What it is about.
        text: The question.
        help: What decides the answer.
        choices: The answers that there are, each with its words; the first one is no.
    """

    topic: Topic
    text: Message
    help: Message
    choices: Mapping[Answer, Message]


_NO: Final = Message("no")
_YES_OR_NO: Final = {Answer.NO: _NO, Answer.YES: Message("yes")}
_HOW_MUCH: Final = {Answer.NO: _NO, Answer.SOME: Message("somewhat"), Answer.MUCH: Message("much")}

QUESTIONS: Final = (
    Question(
        Topic.MIRRORED,
        Message("Could a picture just as well be its mirror image?"),
        Message("Not with writing, or where left and right are different classes."),
        _YES_OR_NO,
    ),
    Question(
        Topic.ANY_WAY,
        Message("May a picture lie any way round?"),
        Message("As those from above or through a microscope; other pictures have an up and a down."),
        _YES_OR_NO,
    ),
    Question(
        Topic.TURNED,
        Message("Are pictures askew at times?"),
        Message("Cameras held by hand are, by a few degrees; those on a mast are not."),
        {
            Answer.NO: _NO,
            Answer.SOME: Message("by up to 10 degrees"),
            Answer.MUCH: Message("by up to 30 degrees"),
        },
    ),
    Question(
        Topic.DISTANCE,
        Message("Are things nearer, farther or off the centre at times?"),
        Message("Not where a mount holds them in place, or where size tells classes apart."),
        _HOW_MUCH,
    ),
    Question(
        Topic.LIGHT,
        Message("Does the light change?"),
        Message("With the time of day, the exposure or the lamps; not in a scanner."),
        _HOW_MUCH,
    ),
    Question(
        Topic.COLOURS,
        Message("Do colours change?"),
        Message("With lamps, cameras and shade; not where colour tells classes apart."),
        _HOW_MUCH,
    ),
    Question(
        Topic.WEATHER,
        Message("Does the weather change?"),
        Message("Outdoors alone: fog, rain, snow and shadows."),
        _HOW_MUCH,
    ),
    Question(
        Topic.COVERED,
        Message("Is a part of what is shown covered at times?"),
        Message("By what stands before it, as leaves, hands or other cars."),
        _HOW_MUCH,
    ),
    Question(
        Topic.CAMERA,
        Message("Are there other cameras, or files of poorer quality?"),
        Message("They add noise, blur and traces of JPEG compression."),
        _HOW_MUCH,
    ),
)
"""All questions, in the order in which they are asked."""

_CHOICES: Final = {question.topic: question.choices for question in QUESTIONS}


@dataclass(frozen=True)
class Answers:
    """What was answered; what was not counts as no.

    Attributes:
        given: Answers by topic.

    Raises:
        DatasetError: A question has no such answer.
    """

    given: Mapping[Topic, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse answers that a question does not have."""
        for topic, answer in self.given.items():
            if answer not in _CHOICES[topic]:
                raise DatasetError(
                    "{0} can be answered by {1}, not by {2}", topic, ", ".join(_CHOICES[topic]), answer
                )

    def __getitem__(self, topic: Topic) -> Answer:
        """What was answered."""
        return self.given.get(topic, Answer.NO)

    def answering(self, topic: Topic, answer: Answer) -> Self:
        """The same with another answer."""
        return type(self)({**self.given, topic: answer})

    def to_text(self) -> str:
        """As it is written down: ``mirrored=yes,light=some``, without what was answered by no."""
        return ",".join(f"{topic}={self[topic]}" for topic in Topic if self[topic] is not Answer.NO)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """What was written down.

        Raises:
            DatasetError: It names no question, or an answer that the question does not have.
        """
        given: dict[Topic, Answer] = {}
        for part in filter(None, (part.strip() for part in text.split(","))):
            name, _, word = (piece.strip() for piece in part.partition("="))
            topic = _known(Topic, name, part)
            given[topic] = _known(Answer, word, part)
        return cls(given)


def _known(kind: type[_Word], word: str, part: str) -> _Word:
    try:
        return kind(word)
    except ValueError:
        raise DatasetError(
            "{0}: {1} is none of {2}; write as in mirrored=yes,light=some",
            part,
            word or "''",
            ", ".join(kind),
        ) from None
