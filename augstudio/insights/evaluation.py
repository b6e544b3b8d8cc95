"""What an evaluation found, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Self

from augstudio.core.image import Image
from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import Skipped
from augstudio.insights.reliance import Reliance
from augstudio.insights.statistics import LEAST_SPLITS, Interval, Verdict

NOTHING: Final = "no augmentation"
"""Name of the arm that trains with the pictures alone."""

LEAST_GAIN: Final = 1.0
"""How many pictures would be needed is said for a gain of this many points where what was measured is
less."""

FORMAT_VERSION: Final = 1
"""Version of the JSON."""


class LearnerName(StrEnum):
    """Who learns."""

    FILTERS = "filters"
    """Ridge regression on what fixed filters find."""
    EFFICIENTNET = "efficientnet"
    """Ridge regression on what a network finds that was trained with the photographs of ImageNet."""
    CNN = "cnn"
    """A small convolutional network that begins with nothing."""


class EvaluatedOn(StrEnum):
    """Which pictures were used for testing."""

    FOLDS = "folds"
    """Parts of the training pictures in turn, as there are no others."""
    TEST = "test"
    """The dataset's test pictures."""
    VAL = "val"
    """The dataset's pictures for validation, as there are none for testing."""


class LeftOut(StrEnum):
    """What was asked for, and left out as there was no time for it."""

    STEPS = "steps"
    """What each step of the first pipeline adds."""
    RELIANCE = "reliance"
    """What training relies on."""


@dataclass(frozen=True)
class Arm:
    """What came of training in one way.

    Attributes:
        name: What is trained with.
        pipeline: What made its copies; None where there are none.
        accuracy: Share of the tested pictures that were recognised, in percent, over all splits.
        recalls: The same for each class, over the splits that test it.
    """

    name: str
    pipeline: Pipeline | None
    accuracy: float
    recalls: Mapping[str, float]


@dataclass(frozen=True)
class Comparison:
    """One arm against another on the same splits.

    Attributes:
        name: The arm that may be better.
        against: The other one.
        gain: Its accuracy less the other's, in points.
        differences: The same for each split.
        pictures: How many pictures took part.
    """

    name: str
    against: str
    gain: Interval
    differences: tuple[float, ...]
    pictures: int

    @property
    def wins(self) -> int:
        """In how many splits it was better."""
        return sum(difference > 0 for difference in self.differences)

    @property
    def losses(self) -> int:
        """In how many splits it was worse; in the rest both were equally good."""
        return sum(difference < 0 for difference in self.differences)

    @property
    def splits(self) -> int:
        """How many splits there were."""
        return len(self.differences)

    @property
    def verdict(self) -> Verdict:
        """What can be said of it; nothing after too few splits."""
        return Verdict.CANNOT_TELL if self.has_few_splits else self.gain.verdict

    @property
    def has_few_splits(self) -> bool:
        """Whether time ran out before there were enough splits to tell anything."""
        return self.splits < LEAST_SPLITS

    @property
    def needed(self) -> int | None:
        """About how many pictures it would take to tell; None where it was told, or nothing is known."""
        return None if self.has_few_splits else self.gain.needed(self.pictures, LEAST_GAIN)

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON; points with three decimals."""
        return {
            "name": self.name,
            "against": self.against,
            "gain": round(self.gain.mean, 3),
            "low": round(self.gain.low, 3),
            "high": round(self.gain.high, 3),
            "level": round(self.gain.level, 6),
            "wins": self.wins,
            "losses": self.losses,
            "splits": self.splits,
            "differences": [round(difference, 3) for difference in self.differences],
            "verdict": self.verdict.value,
            "pictures_needed": self.needed,
        }


@dataclass(frozen=True)
class LeftOutStep:
    """What one step of a pipeline adds to the others.

    Attributes:
        step_id: The step's id.
        step_name: Its transform's name.
        comparison: The whole pipeline against the one without the step.
    """

    step_id: int
    step_name: str
    comparison: Comparison


@dataclass(frozen=True)
class Example:
    """A picture with its first copies.

    Attributes:
        key: The picture's key.
        class_name: Its class.
        image: The picture, reduced.
        copies: For each pipeline its first copies.
    """

    key: str
    class_name: str
    image: Image
    copies: tuple[tuple[Image, ...], ...]


@dataclass(frozen=True)
class Evaluation:
    """What was found.

    Attributes:
        dataset: Name of the dataset's folder.
        fingerprint: SHA-256 over keys, classes and contents of the pictures that took part.
        classes: Names of the classes.
        trained: How many pictures there were for training.
        tested: How many there were for testing alone; 0 where these are folds.
        evaluated_on: Which ones they were.
        copies: How many copies were made of each picture.
        seed: The seed of draws, folds and subsets.
        splits: How many splits there were.
        arms: Training in each way, without augmentation first.
        gains: Each pipeline against no augmentation.
        contests: The first pipeline against each other one.
        steps: What each step of the first pipeline adds; empty where that was not asked for, or left out.
        self_check: The gain of copies that are no different from their pictures, in points; 0 unless
            something is wrong.
        skipped: Pictures that could not be used.
        stopped_early: Whether time ran out, so that some pictures or splits are missing.
        versions: What it was made with.
        learner: What learned.
        reliance: What training relies on; None where that was not asked for, or left out.
        left_out: What was asked for, and left out as there was no time for it.
        examples: Pictures of some classes with copies, for people to see; not in the JSON.
    """

    dataset: str
    fingerprint: str
    classes: tuple[str, ...]
    trained: int
    tested: int
    evaluated_on: EvaluatedOn
    copies: int
    seed: int
    splits: int
    arms: tuple[Arm, ...]
    gains: tuple[Comparison, ...]
    contests: tuple[Comparison, ...]
    steps: tuple[LeftOutStep, ...]
    self_check: float
    skipped: tuple[Skipped, ...]
    stopped_early: bool
    versions: Mapping[str, str]
    learner: LearnerName = LearnerName.FILTERS
    reliance: Reliance | None = None
    left_out: tuple[LeftOut, ...] = ()
    examples: tuple[Example, ...] = field(default=(), compare=False)

    @property
    def pictures(self) -> int:
        """How many pictures took part."""
        return self.trained + self.tested

    def with_reliance(self, reliance: Reliance | None) -> Self:
        """The same with what training relies on; None where there was no time for it."""
        early = self.stopped_early or reliance is None or not reliance.is_whole
        left_out = (*self.left_out, LeftOut.RELIANCE) if reliance is None else self.left_out
        return replace(self, reliance=reliance, stopped_early=early, left_out=left_out)

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON. It holds no times and no paths: equal evaluations give equal bytes."""
        return {
            "augstudio_evaluation": FORMAT_VERSION,
            "versions": dict(self.versions),
            "learner": self.learner.value,
            "dataset": {
                "name": self.dataset,
                "fingerprint": self.fingerprint,
                "classes": list(self.classes),
                "trained": self.trained,
                "tested": self.tested,
                "testing": self.evaluated_on.value,
            },
            "copies": self.copies,
            "seed": self.seed,
            "splits": self.splits,
            "stopped_early": self.stopped_early,
            "left_out": [part.value for part in self.left_out],
            "self_check": round(self.self_check, 3),
            "arms": [
                {
                    "name": arm.name,
                    "accuracy": round(arm.accuracy, 3),
                    "recall": {name: round(recall, 3) for name, recall in arm.recalls.items()},
                    "pipeline": None if arm.pipeline is None else arm.pipeline.to_dict(),
                }
                for arm in self.arms
            ],
            "gains": [gain.to_dict() for gain in self.gains],
            "contests": [contest.to_dict() for contest in self.contests],
            "steps": [
                {"id": step.step_id, "step": step.step_name, **step.comparison.to_dict()}
                for step in self.steps
            ],
            **({} if self.reliance is None else {"reliance": self.reliance.to_dict()}),
            "skipped": [{"name": skipped.name, "reason": str(skipped.reason)} for skipped in self.skipped],
        }
