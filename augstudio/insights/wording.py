"""What an evaluation found, in words; the same on the command line, in reports and in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from augstudio.core.text import counted, printable
from augstudio.errors import Message
from augstudio.insights.evaluation import (
    LEAST_GAIN,
    NOTHING,
    Comparison,
    EvaluatedOn,
    Evaluation,
    LearnerName,
    LeftOut,
)
from augstudio.insights.reliance import CUE_TEXTS, Drop, Telling
from augstudio.insights.statistics import LEAST_SPLITS, Interval, Verdict
from augstudio.transforms import CATALOGUE

Tell: TypeAlias = Callable[[str], str]
"""Puts a message into a reader's language, and leaves a plain text as it is."""

_ONLY_TEXT: Final = Message(
    "{0} and {1} differ by one thing only: {2}. By it alone {3} of {4} pictures are told, without it {5}, by "
    "the whole picture {6} (chance: {7})"
)
_AS_WELL_TEXT: Final = Message(
    "{0} and {1} are told by one thing as well as by the whole picture: {2}. By it alone {3} of {4} pictures "
    "are told, without it {5}, by the whole picture {6} (chance: {7})"
)

LEARNER_TEXTS: Final = {
    LearnerName.FILTERS: Message("Fixed filters and ridge regression"),
    LearnerName.EFFICIENTNET: Message("EfficientNet-Lite0 and ridge regression"),
    LearnerName.CNN: Message("Small network from scratch"),
}
"""What each learner is."""

LEFT_OUT_TEXTS: Final = {
    LeftOut.STEPS: Message("No time was left to find out what each step adds."),
    LeftOut.RELIANCE: Message("No time was left to find out what training relies on."),
}
"""What is said of what was asked for, and left out."""

CUES_LEARNER: Final = Message(
    "Single cues were looked for with the fixed filters: they are a matter of the pictures, and a trained "
    "network is made to overlook some of them."
)
"""To be said where another learner found the rest."""


def points_text(gain: Interval) -> str:
    """A gain with its interval, without a unit: "+1.8 (+0.2 … +3.4)"."""
    return f"{gain.mean:+.1f} ({gain.low:+.1f} … {gain.high:+.1f})"


def title_of(name: str) -> str:
    """What a step is called, by its transform's name."""
    return next(kind.TITLE for kind in CATALOGUE if name == kind.NAME)


def arm_text(name: str) -> str:
    """What an arm is called: its name, which is the user's, or that nothing was augmented."""
    return Message("no augmentation") if name == NOTHING else printable(name)


def verdict_text(comparison: Comparison) -> Message:
    """What can be said of a pipeline, and where nothing can, how many pictures it would take."""
    if comparison.verdict is Verdict.PAYS:
        return Message("pays")
    if comparison.verdict is Verdict.HURTS:
        return Message("hurts")
    return unclear_text(comparison)


def contest_text(comparison: Comparison) -> Message:
    """What can be said of one pipeline against another."""
    if comparison.verdict is Verdict.PAYS:
        return Message("better")
    if comparison.verdict is Verdict.HURTS:
        return Message("worse")
    return unclear_text(comparison)


def unclear_text(comparison: Comparison) -> Message:
    """That nothing can be told, and how many pictures it would take."""
    if comparison.has_few_splits:
        return Message(
            "cannot tell: there was time for {0} of the {1} splits that it takes at least",
            comparison.splits,
            LEAST_SPLITS,
        )
    told = counted(comparison.pictures, "cannot tell with 1 picture", "cannot tell with {0} pictures")
    if comparison.needed is None:
        return Message("{0}: no difference was seen", told)
    gain = max(abs(comparison.gain.mean), LEAST_GAIN)
    return Message(
        "{0}; a difference of {1} points would need about {2}", told, f"{gain:.1f}", f"{comparison.needed:,}"
    )


def drop_text(drop: Drop) -> Message:
    """What a change of the tested pictures shows; ``drop.step`` is to be named beside it."""
    if not drop.is_missing:
        return Message("no sure drop")
    if drop.confusion is None:
        return Message("missing")
    found = drop.confusion
    return Message(
        "missing: {0} of 100 pictures of {1} are then taken for {2}",
        round(found.share),
        printable(found.name),
        printable(found.taken_for),
    )


def telling_text(telling: Telling) -> Message:
    """How well a cue tells two classes apart, by itself and where it is taken away."""
    names = [printable(name) for name in telling.pair]
    figures = telling.alone, telling.pictures, telling.without, telling.whole, telling.chance
    template = _ONLY_TEXT if telling.is_only else _AS_WELL_TEXT
    return Message(template, *names, CUE_TEXTS[telling.cue], *figures)


def measured_text(found: Evaluation) -> Message:
    """What was trained and tested, in one line."""
    classes = counted(len(found.classes), "1 class", "{0} classes")
    trained = counted(found.trained, "1 picture", "{0} pictures")
    copies = counted(found.copies, "1 copy of each", "{0} copies of each")
    splits = counted(found.splits, "1 split", "{0} splits")
    if found.evaluated_on is EvaluatedOn.FOLDS:
        return Message("{0}, {1}, {2}; {3} by folds", classes, trained, copies, splits)
    if found.evaluated_on is EvaluatedOn.VAL:
        tested = counted(found.tested, "1 picture for validation", "{0} pictures for validation")
    else:
        tested = counted(found.tested, "1 test picture", "{0} test pictures")
    return Message("{0}, {1}, {2}; {3}, {4} of half the others", classes, trained, copies, tested, splits)
