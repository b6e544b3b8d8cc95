"""A pipeline called on one picture after another, as in training, beside Albumentations, in one run.

    python -m tests.benchmarks.calls [--rounds 9] [--only NAME …]

Prints a table in Markdown: microseconds of processor time for each call in one thread, taken in turns on
photographs from 32x32 pixels to 1080p; above 1 ours is the faster one. Both always flip, draw anew for each
call, and pad by mirroring. Ours draws by seed, key and copy, so that each call can be repeated; theirs goes
on with one generator. Needs the ``bench`` extra.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from itertools import count
from typing import Any, Final

import cv2

from augstudio.core.image import Image, Size
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.transform import Transform
from augstudio.pipelines import Pipeline
from augstudio.transforms import (
    Brightness,
    Contrast,
    GaussianBlur,
    GaussianNoise,
    HorizontalFlip,
    Hue,
    Rotate,
    Saturation,
    Scale,
    Translate,
)
from tests.benchmarks.catalogue import photograph, versions
from tests.benchmarks.peers import albumentations, use_one_thread
from tests.benchmarks.rivals import SIGMA
from tests.benchmarks.timing import Way, measured

PHOTOGRAPH: Final = "food/spices.jpg"
SIZES: Final = ((32, 32), (224, 224), (512, 512), (1920, 1080))
# A turn lasts so long that the clock can tell.
LEAST_MS: Final = 20.0

OURS_GEOMETRY: Final = (HorizontalFlip(), Rotate(), Scale(), Translate())
OURS_COLOUR: Final = (Brightness(), Contrast(), Saturation(), Hue(), GaussianBlur())
OURS_NOISE: Final = GaussianNoise(sigma_range=Range(SIGMA, SIGMA))
OURS_SEVEN: Final = (*OURS_GEOMETRY, Brightness(), Contrast(), OURS_NOISE)


@dataclass(frozen=True)
class Case:
    """The same steps here and there.

    Attributes:
        name: For the reader.
        ours: Our steps.
        theirs: Makes theirs.
    """

    name: str
    ours: tuple[Transform, ...]
    theirs: Callable[[], list[Any]]


def _flip() -> list[Any]:
    return [albumentations().HorizontalFlip(p=1)]


def _one_affine() -> list[Any]:
    return [_affine(rotate=(-15, 15), scale=(0.9, 1.1), translate_percent=(-0.1, 0.1))]


def _three_affines() -> list[Any]:
    rotated = albumentations().Rotate(limit=15, border_mode=cv2.BORDER_REFLECT_101, p=1)
    return [rotated, _affine(scale=(0.9, 1.1)), _affine(translate_percent=(-0.1, 0.1))]


def _affine(**ranges: tuple[float, float]) -> Any:
    return albumentations().Affine(border_mode=cv2.BORDER_REFLECT_101, p=1, **ranges)


def _tones() -> list[Any]:
    change = partial(albumentations().RandomBrightnessContrast, p=1)
    return [
        change(brightness_limit=0.2, contrast_limit=0),
        change(brightness_limit=0, contrast_limit=0.2),
    ]


def _colour() -> list[Any]:
    module = albumentations()
    return [
        *_tones(),
        module.HueSaturationValue(0, 30, 0, p=1),
        module.HueSaturationValue(20, 0, 0, p=1),
        module.GaussianBlur(sigma_limit=(0.5, 2), blur_limit=0, p=1),
    ]


def _noise(least: float = SIGMA, most: float = SIGMA) -> list[Any]:
    return [albumentations().GaussNoise(std_range=(least / 255, most / 255), p=1)]


CASES: Final = (
    Case("flip", (HorizontalFlip(),), _flip),
    Case("geometry: flip, rotate, scale, translate; theirs as flip and one Affine", OURS_GEOMETRY,
         lambda: _flip() + _one_affine()),
    Case("colour: brightness, contrast, saturation, hue, Gaussian blur", OURS_COLOUR, _colour),
    Case("noise: sigma 10", (OURS_NOISE,), _noise),
    Case("noise of a drawn strength: sigma 0 to 15", (GaussianNoise(),), lambda: _noise(0, 15)),
    Case("seven steps: geometry, brightness, contrast, noise", OURS_SEVEN,
         lambda: _flip() + _three_affines() + _tones() + _noise()),
    Case("the same, theirs with one Affine", OURS_SEVEN,
         lambda: _flip() + _one_affine() + _tones() + _noise()),
)  # fmt: skip


@cache
def picture(size: Size) -> Image:
    """The photograph at this size."""
    return photograph(PHOTOGRAPH, size)


def ours(case: Case, image: Image) -> Way:
    """A call with a copy of its own each time."""
    pipeline = Pipeline.of(case.ours, Padding(mode=PaddingMode.REFLECT))
    copies = count(1)
    return lambda: pipeline(image, seed=0, copy=next(copies), key="cat/7.jpg")


def theirs(case: Case, image: Image) -> Way:
    """A call that goes on with the generator."""
    steps = albumentations().Compose(case.theirs(), seed=0)
    return lambda: steps(image=image)


def times(case: Case, size: Size, rounds: int) -> tuple[float, float]:
    """Microseconds for each call: theirs, ours."""
    image = picture(size)
    ways = {"theirs": theirs(case, image), "ours": ours(case, image)}
    quickest = min(measured(ways, 3).values())
    found = measured(ways, rounds, repeats=max(1, round(LEAST_MS / max(quickest, 0.01))))
    return 1000 * found["theirs"], 1000 * found["ours"]


def cell(case: Case, size: Size, rounds: int) -> str:
    """Their time, ours, and how many times as fast ours is."""
    there, here = times(case, size, rounds)
    return f"{there:.0f} / {here:.0f}: **{there / here:.2f}x**"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Calls of a pipeline beside Albumentations.")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", nargs="*", default=[], help="cases whose names begin so")
    options = parser.parse_args()
    use_one_thread()
    albumentations()
    print(f"{versions()}\n\nMicroseconds for each call: theirs / ours.\n")
    print(f"| steps | {' | '.join(f'{width}x{height}' for width, height in SIZES)} |")
    print(f"| --- |{' --: |' * len(SIZES)}")
    for case in CASES:
        if not options.only or case.name.startswith(tuple(options.only)):
            cells = [cell(case, size, options.rounds) for size in SIZES]
            print(f"| {case.name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
