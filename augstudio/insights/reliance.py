"""What a classifier relies on, as values: which changes confuse it, and what alone tells classes apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from augstudio.errors import Message
from augstudio.insights.statistics import Interval, Verdict


class Change(StrEnum):
    """What is done to tested pictures to see whether they are still recognised."""

    MIRRORED = "mirrored"
    UPSIDE_DOWN = "upside-down"
    TURNED = "turned"
    NEARER = "nearer"
    FARTHER = "farther"
    TWICE_AS_LARGE = "twice-as-large"
    HALF_AS_LARGE = "half-as-large"
    SHIFTED = "shifted"
    DARKENED = "darkened"
    LIGHTENED = "lightened"
    GREY = "grey"
    BLURRED = "blurred"
    NOISY = "noisy"


CHANGE_TEXTS: Final = {
    Change.MIRRORED: Message("mirrored"),
    Change.UPSIDE_DOWN: Message("turned upside down"),
    Change.TURNED: Message("turned by 20 degrees"),
    Change.NEARER: Message("1.4 times as large"),
    Change.FARTHER: Message("0.7 times as large"),
    Change.TWICE_AS_LARGE: Message("twice as large"),
    Change.HALF_AS_LARGE: Message("half as large"),
    Change.SHIFTED: Message("shifted by 15 %"),
    Change.DARKENED: Message("darkened by 20 % of white"),
    Change.LIGHTENED: Message("lightened by 20 % of white"),
    Change.GREY: Message("without colours"),
    Change.BLURRED: Message("blurred"),
    Change.NOISY: Message("with noise"),
}
"""What each change is, in words."""


class Cue(StrEnum):
    """What may tell classes apart though it is not what they are about."""

    LEFT_RIGHT = "left-right"
    UP_DOWN = "up-down"
    BRIGHTNESS = "brightness"
    BACKGROUND = "background"
    OBJECT_SIZE = "object-size"
    SIZE = "size"


CUE_TEXTS: Final = {
    Cue.LEFT_RIGHT: Message("direction, left or right"),
    Cue.UP_DOWN: Message("direction, up or down"),
    Cue.BRIGHTNESS: Message("brightness"),
    Cue.BACKGROUND: Message("background, the border of the pictures"),
    Cue.OBJECT_SIZE: Message("how large things are in the pictures"),
    Cue.SIZE: Message("the pictures' width and height"),
}
"""What each cue is, in words."""

REMEDIES: Final = {
    Cue.LEFT_RIGHT: Message("mirror copies (Horizontal flip), unless left and right are what classes mean"),
    Cue.UP_DOWN: Message(
        "turn copies (Vertical flip, Quarter turn), unless up and down are what classes mean"
    ),
    Cue.BRIGHTNESS: Message(
        "vary the light (Brightness, Contrast, Gamma), or take both classes in the same light"
    ),
    Cue.BACKGROUND: Message(
        "no step makes other backgrounds: take both classes in the same places, unless places are what "
        "classes mean"
    ),
    Cue.OBJECT_SIZE: Message(
        "vary the distance (Scale), or take both classes from the same distance, unless size is what classes "
        "mean"
    ),
    Cue.SIZE: Message("bring all pictures to one size before training, and vary the distance (Scale)"),
}
"""What to do where classes differ by a cue only."""

STEPS: Final[Mapping[Cue, tuple[str, ...]]] = {
    Cue.LEFT_RIGHT: ("horizontal_flip",),
    Cue.UP_DOWN: ("vertical_flip", "quarter_turn"),
    Cue.BRIGHTNESS: ("brightness", "contrast", "gamma"),
    Cue.BACKGROUND: (),
    Cue.OBJECT_SIZE: ("scale",),
    Cue.SIZE: ("scale",),
}
"""Names of the transforms that these remedies name."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """Which class is taken for which, once pictures are changed.

    Attributes:
        name: The class.
        taken_for: What its changed pictures are taken for most.
        share: How many of 100 of them are.
    """

    name: str
    taken_for: str
    share: float


@dataclass(frozen=True, slots=True)
class Drop:
    """What a change of the tested pictures does to a classifier.

    Attributes:
        change: What is done to the pictures.
        step: Name of the transform whose copies would teach that it does not matter.
        arm: What was trained with.
        gain: Accuracy on changed pictures less that on the pictures as they are, in points.
        confusion: Where it surely drops, which class is taken for which.
    """

    change: Change
    step: str
    arm: str
    gain: Interval
    confusion: Confusion | None = None

    @property
    def is_missing(self) -> bool:
        """Whether the classifier surely does worse on changed pictures."""
        return self.gain.verdict is Verdict.HURTS

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        found = self.confusion
        return {
            "change": self.change.value,
            "step": self.step,
            "arm": self.arm,
            "difference": round(self.gain.mean, 3),
            "low": round(self.gain.low, 3),
            "high": round(self.gain.high, 3),
            "level": round(self.gain.level, 6),
            "missing": self.is_missing,
            "confusion": None
            if found is None
            else {"class": found.name, "taken_for": found.taken_for, "share": round(found.share, 1)},
        }


@dataclass(frozen=True, slots=True)
class Telling:
    """How well two classes are told apart by a cue alone, and without it.

    Attributes:
        cue: The cue.
        pair: The two classes.
        pictures: How many pictures were asked about.
        chance: How many of them are right by always naming the larger class.
        whole: How many are right by the whole picture.
        alone: The same by the cue alone.
        without: The same by the picture without it.
        is_only: Whether nothing is left to tell them by without the cue.
    """

    cue: Cue
    pair: tuple[str, str]
    pictures: int
    chance: int
    whole: int
    alone: int
    without: int
    is_only: bool

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        return {
            "cue": self.cue.value,
            "classes": list(self.pair),
            "pictures": self.pictures,
            "chance": self.chance,
            "whole": self.whole,
            "alone": self.alone,
            "without": self.without,
            "only": self.is_only,
            "steps": list(STEPS[self.cue]),
        }


@dataclass(frozen=True, slots=True)
class Reliance:
    """What classifiers of a dataset rely on.

    Attributes:
        trained: How many pictures there were for training.
        tested: How many pictures were changed.
        drops: For each change what it does, first without augmentation, then with each pipeline.
        tellings: Pairs of classes that one cue tells apart as well as the whole picture does.
        is_whole: Whether there was time for all pictures.
    """

    trained: int
    tested: int
    drops: tuple[Drop, ...]
    tellings: tuple[Telling, ...]
    is_whole: bool = True

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        return {
            "trained": self.trained,
            "tested": self.tested,
            "changes": [drop.to_dict() for drop in self.drops],
            "cues": [telling.to_dict() for telling in self.tellings],
        }
