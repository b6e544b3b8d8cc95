"""Says whether the copies that a pipeline makes would help: trains with and without them, again and again.

The learners have nothing to be tuned (:mod:`augstudio.insights.learners`). They stand for the networks that
people train no better than any model stands for another; what they say is a hint about dataset and pipeline.
"""

from __future__ import annotations

import platform
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

import numpy as np

from augstudio import __version__
from augstudio.core.pipeline import Pipeline
from augstudio.core.selection import end_of_member
from augstudio.core.text import printable
from augstudio.datasets.base import Dataset
from augstudio.errors import DatasetError, PipelineError
from augstudio.images.codec import PILLOW_VERSION
from augstudio.insights.described import Chosen, Described, chosen_pictures, describe
from augstudio.insights.evaluation import (
    NOTHING,
    Arm,
    Comparison,
    EvaluatedOn,
    Evaluation,
    Example,
    LearnerName,
    LeftOut,
    LeftOutStep,
)
from augstudio.insights.learners import Learner, learner_of
from augstudio.insights.probing import find_reliance
from augstudio.insights.splits import Outcomes, run_splits
from augstudio.insights.statistics import LEVEL
from augstudio.kernels.threads import OPENCV_VERSION

# Of the time, until pictures are described, and until all is trained; what is left is for changed pictures.
_SHARES: Final = {False: (0.6, 1.0), True: (0.4, 0.7)}


class Stage(StrEnum):
    """What an evaluation is doing."""

    PICTURES = "pictures"
    SPLITS = "splits"
    RELIANCE = "changed pictures"


@dataclass(frozen=True)
class EvaluationProgress:
    """How far an evaluation is.

    Attributes:
        stage: What it is doing.
        done: How many pictures or splits are done.
        total: How many there are to be.
    """

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True)
class EvaluationOptions:
    """How an evaluation is made.

    Attributes:
        copies: How many copies of each picture, 1 or more.
        seed: Seed of draws, folds and subsets.
        splits: How often each arm is trained, 6 or more.
        minutes: After this time it ends with what it has, above 0, but for the first two splits (four where
            there are pictures for testing), which it waits for. Whatever ends by itself before hangs on the
            seed alone; what is cut short hangs on the computer's speed, too.
        pictures: How many pictures of each class take part, for training and for testing; None for all.
        leave_one_out: Whether to find out what each step of the first pipeline adds.
        invariances: Whether to find out what training relies on, by changed pictures and single cues;
            cues are always looked for with the fixed filters.
        learner: What learns.
    """

    copies: int = 4
    seed: int = 0
    splits: int = 50
    minutes: float = 5.0
    pictures: int | None = None
    leave_one_out: bool = False
    invariances: bool = False
    learner: LearnerName = LearnerName.FILTERS


def _nothing(_progress: EvaluationProgress) -> None:
    """Listens to no progress."""


def evaluate(
    dataset: Dataset,
    pipelines: Mapping[str, Pipeline],
    options: EvaluationOptions | None = None,
    *,
    on_progress: Callable[[EvaluationProgress], None] = _nothing,
    cancelled: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
) -> Evaluation | None:
    """Compare training with the copies that pipelines make to training without.

    Args:
        dataset: Pictures with one class each. Its pictures for testing are used as they are; without such,
            parts of the others are tested in turn. Tested pictures are never augmented.
        pipelines: One pipeline or more, by their names; the first is the one that others are compared to.
        options: How it is made.
        on_progress: Told how far it is.
        cancelled: Whether nobody waits for it any more; asked often.
        clock: Seconds that pass.

    Returns:
        What was found; None if cancelled.

    Raises:
        DatasetError: There are too few classes or pictures.
        PipelineError: A pipeline mixes pictures, a file that a step uses cannot be used, or a package that
            the learner needs is not installed.
    """
    options = options or EvaluationOptions()
    _check_mixing(pipelines)
    learner = learner_of(options.learner)
    shortened = _shortened(next(iter(pipelines.values()))) if options.leave_one_out else {}
    times = _times(options, clock, on_progress)
    chosen = chosen_pictures(dataset, options.seed, options.pictures)
    every = [*pipelines.values(), *shortened.values()]
    made = {"copies": options.copies, "seed": options.seed}
    go_on = times[Stage.PICTURES]
    described = describe(dataset, chosen, every, learner, **made, go_on=go_on, cancelled=cancelled)
    if described is None:
        return None
    _check_classes(described, chosen)
    wanted = learner, options.splits, options.seed, len(shortened)
    splits = times[Stage.SPLITS]
    outcomes = run_splits(described, len(chosen.classes), *wanted, time_left=splits, cancelled=cancelled)
    if outcomes is None:
        return None
    found = _evaluation(dataset, pipelines, shortened, options, chosen, described, outcomes, learner)
    if not options.invariances:
        return found
    return _relying(found, dataset, pipelines, learner, options.pictures, times[Stage.RELIANCE], cancelled)


@dataclass(frozen=True)
class _TimeLeft:
    """Tells how far a stage is, and says whether there is time for more of it."""

    stage: Stage
    end: float
    clock: Callable[[], float]
    on_progress: Callable[[EvaluationProgress], None]

    def __call__(self, done: int, total: int) -> bool:
        self.on_progress(EvaluationProgress(self.stage, done, total))
        return self.seconds() > 0

    def seconds(self) -> float:
        """How much time is left; below 0 where it is over."""
        return self.end - self.clock()


def _times(
    options: EvaluationOptions,
    clock: Callable[[], float],
    on_progress: Callable[[EvaluationProgress], None],
) -> dict[Stage, _TimeLeft]:
    """When each stage is to end; time that one does not need is the next one's."""
    start = clock()
    shares = *_SHARES[options.invariances], 1.0
    return {
        stage: _TimeLeft(stage, start + 60 * options.minutes * share, clock, on_progress)
        for stage, share in zip(Stage, shares, strict=True)
    }


def _relying(
    found: Evaluation,
    dataset: Dataset,
    pipelines: Mapping[str, Pipeline],
    learner: Learner,
    pictures: int | None,
    time_left: _TimeLeft,
    cancelled: Callable[[], bool],
) -> Evaluation | None:
    """The same with what training relies on; None if cancelled."""
    reliance = find_reliance(
        dataset, pipelines, learner, found.seed, pictures, go_on=time_left, cancelled=cancelled
    )
    return None if cancelled() else found.with_reliance(reliance)


def _check_mixing(pipelines: Mapping[str, Pipeline]) -> None:
    for name, pipeline in pipelines.items():
        if pipeline.mixes:
            raise PipelineError(
                "{0} mixes pictures, so that copies have no single class; switch off those steps",
                printable(name),
            )


def _shortened(pipeline: Pipeline) -> dict[int, Pipeline]:
    """The pipeline without each of its steps that take part; those that a step selects from go with it."""
    found: dict[int, Pipeline] = {}
    place = 0
    while place < len(pipeline.steps):
        step, end = pipeline.steps[place], end_of_member(pipeline.steps, place)
        if step.enabled:
            found[step.id] = pipeline.with_steps((*pipeline.steps[:place], *pipeline.steps[end:]))
        place = end
    return found


def _check_classes(described: Described, chosen: Chosen) -> None:
    counts = Counter(described.classes)
    for number, name in enumerate(chosen.classes):
        if counts[number] < 2:
            raise DatasetError(
                "the class {0} has not two usable pictures; add some, remove the class, or allow more time",
                printable(name),
            )


def _evaluation(
    dataset: Dataset,
    pipelines: Mapping[str, Pipeline],
    shortened: Mapping[int, Pipeline],
    options: EvaluationOptions,
    chosen: Chosen,
    described: Described,
    outcomes: Outcomes,
    learner: Learner,
) -> Evaluation:
    steps_left_out = (LeftOut.STEPS,) if outcomes.left_out else ()
    if steps_left_out:
        shortened = {}
    compared = partial(
        _compared, outcomes, [NOTHING, *pipelines, *_names_without(shortened)], described.count
    )
    # So many intervals at once: their level is raised so that with 95 % none of them is wrong (Bonferroni).
    level = 1 - (1 - LEVEL) / max(len(shortened), 1)
    first = next(iter(pipelines.values()))
    steps = [
        LeftOutStep(step_id, first.step(step_id).name, compared(1, number, level))
        for number, step_id in enumerate(shortened, start=len(pipelines) + 1)
    ]
    return Evaluation(
        dataset=dataset.root.name,
        fingerprint=described.fingerprint,
        classes=chosen.classes,
        trained=len(described.keys),
        tested=len(described.tested_classes),
        evaluated_on=EvaluatedOn.FOLDS if outcomes.fold_count else chosen.testing,
        copies=options.copies,
        seed=options.seed,
        splits=len(outcomes.tested),
        arms=_arms(pipelines, chosen.classes, outcomes),
        gains=tuple(compared(arm, 0) for arm in range(1, len(pipelines) + 1)),
        contests=tuple(compared(1, arm) for arm in range(2, len(pipelines) + 1)),
        steps=tuple(steps),
        self_check=outcomes.self_check,
        skipped=tuple(described.skipped),
        stopped_early=bool(steps_left_out) or not (described.is_whole and outcomes.is_whole),
        versions={**_versions(), **learner.versions},
        learner=learner.name,
        left_out=steps_left_out,
        examples=_examples(described, chosen.classes, len(pipelines)),
    )


def _arms(pipelines: Mapping[str, Pipeline], classes: Sequence[str], outcomes: Outcomes) -> tuple[Arm, ...]:
    """No augmentation and each pipeline; those that lack a step are no arms of their own."""
    made = [(NOTHING, None), *pipelines.items()]
    return tuple(
        Arm(
            name,
            pipeline,
            outcomes.accuracy(number),
            {label: outcomes.recall(number, place) for place, label in enumerate(classes)},
        )
        for number, (name, pipeline) in enumerate(made)
    )


def _names_without(step_ids: Iterable[int]) -> list[str]:
    return [f"without step {step_id}" for step_id in step_ids]


def _examples(described: Described, classes: Sequence[str], pipelines: int) -> tuple[Example, ...]:
    return tuple(
        Example(seen.key, classes[number], seen.image, seen.copies[:pipelines])
        for number, seen in sorted(described.seen.items())
    )


def _compared(
    outcomes: Outcomes, names: Sequence[str], pictures: int, arm: int, against: int, level: float = LEVEL
) -> Comparison:
    interval = outcomes.interval(arm, against, level)
    differences = tuple(outcomes.differences(arm, against).tolist())
    return Comparison(names[arm], names[against], interval, differences, pictures)


def _versions() -> dict[str, str]:
    return {
        "augstudio": __version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "opencv": OPENCV_VERSION,
        "pillow": PILLOW_VERSION,
    }
