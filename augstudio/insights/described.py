"""Pictures and their copies as the learner sees them: chosen, rendered and described by numbers, once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.pipeline import Pipeline
from augstudio.core.text import printable
from augstudio.datasets.base import Dataset, Sample, Skipped, only_samples
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError, ImageError, message_of
from augstudio.images.codec import decode_small
from augstudio.insights.evaluation import EvaluatedOn
from augstudio.insights.folds import ordered_by_lot
from augstudio.insights.learners import Learner

Floats: TypeAlias = npt.NDArray[np.floating[Any]]

LONGEST_SIDE: Final = 512
"""Larger pictures are reduced to this before they are augmented: learners see 224 x 224 pixels at most."""

SHOWN_CLASSES: Final = 6
"""Of so many classes a picture is kept to be shown."""

SHOWN_COPIES: Final = 4
"""So many of its copies are kept, for each pipeline."""


@dataclass(frozen=True)
class Chosen:
    """The pictures that take part, in the order in which they are described.

    Any beginning of the order has the classes, and the pictures for testing, in about the same shares.

    Attributes:
        samples: The samples with the number of their class, and whether they are for testing alone.
        classes: Names of the classes.
        testing: Which pictures are for testing.
    """

    samples: tuple[tuple[Sample, int, bool], ...]
    classes: tuple[str, ...]
    testing: EvaluatedOn


def chosen_pictures(dataset: Dataset, seed: int, at_most: int | None) -> Chosen:
    """Find the pictures for training and for testing.

    Args:
        dataset: A dataset whose pictures have one class each; others are left out.
        seed: Decides which pictures are taken where there are more than ``at_most``.
        at_most: How many of each class are taken for training, and how many for testing; None for all.

    Raises:
        DatasetError: There are not two classes with two pictures each.
    """
    found = [sample for sample in only_samples(dataset.samples()) if len(sample.classes) == 1]
    testing = EvaluatedOn.FOLDS
    if dataset.has_splits:
        present = {sample.split for sample in found}
        for split, name in ((Split.VAL, EvaluatedOn.VAL), (Split.TEST, EvaluatedOn.TEST)):
            testing = name if split in present else testing
    trained = [sample for sample in found if not dataset.has_splits or sample.split is Split.TRAIN]
    names = sorted({sample.classes[0] for sample in trained})
    if len(names) < 2:
        raise DatasetError(
            "{0} has not two classes with pictures for training; open a folder with a folder for each class",
            printable(str(dataset.root)),
        )
    numbers = {name: number for number, name in enumerate(names)}
    tested: list[Sample] = []
    if testing is not EvaluatedOn.FOLDS:
        tested = [
            sample
            for sample in found
            if sample.split == Split(testing.value) and sample.classes[0] in numbers
        ]
        if len(tested) < 2:
            tested, testing = [], EvaluatedOn.FOLDS
    ranked = [*_ranked(trained, numbers, seed, at_most), *_ranked(tested, numbers, seed, at_most, True)]
    ranked.sort(key=lambda item: (item[0], item[1][1], item[1][2]))
    return Chosen(tuple(item for _, item in ranked), tuple(names), testing)


def _ranked(
    samples: Sequence[Sample],
    numbers: Mapping[str, int],
    seed: int,
    at_most: int | None,
    is_test: bool = False,
) -> list[tuple[float, tuple[Sample, int, bool]]]:
    """Samples with their place among those of their class, above 0 and below 1."""
    classes = [numbers[sample.classes[0]] for sample in samples]
    ranked = []
    for places in ordered_by_lot([sample.key for sample in samples], classes, seed, "pictures"):
        kept = places[:at_most]
        for rank, place in enumerate(kept):
            ranked.append(((rank + 0.5) / len(kept), (samples[place], classes[place], is_test)))
    return ranked


@dataclass(frozen=True)
class Seen:
    """A picture that is kept to be shown.

    Attributes:
        key: Its key.
        image: The picture as it was augmented.
        copies: For each pipeline its first copies, at most :data:`SHOWN_COPIES`.
    """

    key: str
    image: Image
    copies: tuple[tuple[Image, ...], ...]


@dataclass
class Described:
    """What the learner knows of the pictures.

    Attributes:
        keys: Keys of the pictures for training.
        classes: Their classes.
        arms: For each pipeline, ``(n, 1 + copies, p)`` float32: a picture, then its copies.
        tested: ``(t, p)`` float32, the pictures for testing alone.
        tested_classes: Their classes.
        skipped: What could not be used.
        is_whole: Whether all chosen pictures were reached in time.
        fingerprint: SHA-256 over keys, classes and contents, in hexadecimal digits.
        seen: For the first classes one picture to be shown.
    """

    keys: list[str] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    arms: list[Floats] = field(default_factory=list)
    tested: Floats = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    tested_classes: list[int] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    is_whole: bool = True
    fingerprint: str = ""
    seen: dict[int, Seen] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many pictures take part."""
        return len(self.keys) + len(self.tested_classes)


def describe(
    dataset: Dataset,
    chosen: Chosen,
    pipelines: Sequence[Pipeline],
    learner: Learner,
    *,
    copies: int,
    seed: int,
    go_on: Callable[[int, int], bool],
    cancelled: Callable[[], bool],
) -> Described | None:
    """Describe the chosen pictures, and the copies that pipelines make of those for training.

    Copies are those that an export with this seed makes, of pictures reduced to :data:`LONGEST_SIDE`. A
    picture that cannot be read, or whose copies cannot be made, takes no part in any arm.

    Args:
        dataset: The dataset.
        chosen: Its pictures.
        pipelines: What makes copies.
        learner: What describes pictures.
        copies: How many copies of each picture, 1 or more.
        seed: The seed of their draws.
        go_on: Told before each picture how many are done, and of how many; says whether there is time.
        cancelled: Whether nobody waits for it any more; then None is given.

    Raises:
        PipelineError: A file that a step uses is missing or cannot be used.
    """
    gathered = _Gathered(len(pipelines))
    for done, (sample, number, is_test) in enumerate(chosen.samples):
        if cancelled():
            return None
        if not go_on(done, len(chosen.samples)):
            gathered.found.is_whole = False
            break
        try:
            data = dataset.read_bytes(sample)
            with interruptible(cancelled):
                made = _made(data, sample, () if is_test else pipelines, copies, seed)
                blocks = _blocks(made, learner)
        except ImageError as error:
            gathered.found.skipped.append(Skipped(printable(sample.key), message_of(error)))
            continue
        except Interrupted:
            return None
        gathered.add(made, number, blocks, is_test=is_test)
        gathered.note(f"{sample.key}\0{number}\0{is_test}", data)
    return gathered.described(chosen.classes)


class _Gathered:
    """What is known of the pictures so far."""

    def __init__(self, arms: int) -> None:
        self.found = Described()
        self._contents: list[str] = []
        self._rows: list[list[Floats]] = [[] for _ in range(arms)]
        self._tested: list[Floats] = []

    def note(self, what: str, data: bytes) -> None:
        self._contents.append(f"{what}\0{hashlib.sha256(data).hexdigest()}\n")

    def add(self, made: Seen, number: int, blocks: Sequence[Floats], *, is_test: bool) -> None:
        if is_test:
            self._tested.append(blocks[0][0])
            self.found.tested_classes.append(number)
            return
        if number < SHOWN_CLASSES and number not in self.found.seen:
            shown = tuple(images[:SHOWN_COPIES] for images in made.copies)
            self.found.seen[number] = Seen(made.key, made.image, shown)
        self.found.keys.append(made.key)
        self.found.classes.append(number)
        for rows, block in zip(self._rows, blocks[1:], strict=True):
            rows.append(block)

    def described(self, classes: Sequence[str]) -> Described:
        found = self.found
        found.arms = [np.stack(rows) for rows in self._rows if rows]
        found.tested = np.stack(self._tested) if self._tested else found.tested
        whole = "".join([*classes, "\n", *sorted(self._contents)])
        found.fingerprint = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
        return found


def _made(data: bytes, sample: Sample, pipelines: Sequence[Pipeline], copies: int, seed: int) -> Seen:
    """The picture, and all of its copies by each pipeline."""
    image = decode_small(data, LONGEST_SIDE)
    every = (
        tuple(pipeline(image, seed, copy, sample.key, sample.classes) for copy in range(1, copies + 1))
        for pipeline in pipelines
    )
    return Seen(sample.key, image, tuple(every))


def _blocks(made: Seen, learner: Learner) -> list[Floats]:
    """The picture alone, and for each pipeline the picture with its copies; each ``(rows, p)``."""
    own = learner.describe(made.image)
    return [own[None], *(np.stack([own, *map(learner.describe, images)]) for images in made.copies)]
