"""How fast and how exact the array functions are, beside OpenCV and other libraries, in one run.

    python -m tests.benchmarks.kernels [--rounds 15]

Processor time in one thread at 640x480 RGB unless a row says otherwise. Quality is the PSNR of the picture's
middle against the same geometry done at four times the size and then averaged. Libraries that are not
installed are left out.
"""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

import cv2
import numpy as np
from PIL import Image as Pillow
from skimage import transform, util

from augstudio.core.image import Image, size_of
from augstudio.core.matrix import (
    Matrix,
    about_centre,
    compose,
    inverse,
    resizing,
    rotation,
    scaling,
    translation,
)
from augstudio.core.padding import Padding, PaddingMode
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.noise.tables import add_gaussian_noise
from augstudio.kernels.sampling.padding import CV_BORDER
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from tests.benchmarks.peers import torchvision
from tests.benchmarks.rivals import SIGMA, albumentations_steps
from tests.benchmarks.timing import Way, measured, optional, print_table
from tests.pictures import smooth_picture

SIZE = (640, 480)
REFLECT = Padding(mode=PaddingMode.REFLECT)
OURS = "ours"
ANGLE, FACTOR, SHIFT = 11.0, 1.07, (27.4, -29.3)
STEPS: tuple[Matrix, ...] = (
    about_centre(rotation(ANGLE), SIZE),
    about_centre(scaling(FACTOR, FACTOR), SIZE),
    translation(*SHIFT),
)
FUSED = compose(*STEPS)
skimage_warp: Any = transform.warp  # it has no types
skimage_noise: Any = util.random_noise


def detailed_picture() -> Image:
    """Waves of all lengths down to a few pixels of a picture four times as large as it will be used."""
    rows, columns = np.mgrid[0 : 4 * SIZE[1], 0 : 4 * SIZE[0]].astype(np.float64)
    rings = 50 * np.cos((rows - 900) ** 2 / 9000 + (columns - 1100) ** 2 / 12000)
    lines = 30 * np.sin(columns / 7 + rows / 11)
    planes = [128 + rings + np.roll(lines, 40 * channel, 1) for channel in range(3)]
    return np.stack(planes, axis=2).round().clip(0, 255).astype(np.uint8)


def separate(image: Image) -> Image:
    """One resampling for each step, as if they were not fused."""
    for matrix in STEPS:
        image = warp(Pyramid(image), matrix, SIZE, REFLECT)
    return image


def fused(image: Image) -> Image:
    """One resampling for all."""
    return warp(Pyramid(image), FUSED, SIZE, REFLECT)


def raw_opencv(image: Image) -> Image:
    """One direct call."""
    matrix = np.array(FUSED[:2])
    warped = cv2.warpAffine(image, matrix, SIZE, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return np.asarray(warped, np.uint8)


def by_skimage(image: Image) -> Image:
    """scikit-image, linear."""
    back = np.array(inverse(FUSED))
    return np.asarray(
        skimage_warp(image, back, order=1, mode="reflect", preserve_range=True).round(), np.uint8
    )


def by_pillow(image: Image) -> Image:
    """Pillow, linear; it knows only black padding."""
    (a, b, c), (d, e, f), _ = inverse(FUSED)
    # It counts from pixel edges, not centres.
    back = (a, b, c + 0.5 - (a + b) / 2, d, e, f + 0.5 - (d + e) / 2)
    turned = Pillow.fromarray(image).transform(
        SIZE, Pillow.Transform.AFFINE, back, Pillow.Resampling.BILINEAR
    )
    return np.asarray(turned, np.uint8)


def torchvision_ways(image: Image) -> dict[str, Way]:
    """Torchvision's affine and noise on a tensor, ready made; none where it is not installed."""
    torch = optional("torch")
    if torch is None:
        return {}
    try:
        vision = torchvision().transforms.v2
    except ImportError:
        print("torchvision is not installed: its rows are left out")
        return {}
    tensor = torch.from_numpy(np.ascontiguousarray(image.transpose(2, 0, 1)))
    options = {
        "angle": -ANGLE,
        "translate": [round(SHIFT[0]), round(SHIFT[1])],
        "scale": FACTOR,
        "shear": [0.0],
    }
    mode = vision.InterpolationMode.BILINEAR
    return {
        "affine": lambda: vision.functional.affine(tensor, interpolation=mode, **options),
        "noise": lambda: vision.functional.gaussian_noise(tensor / 255, sigma=SIGMA / 255),
    }


def psnr(picture: Image, truth: Image) -> float:
    """Decibels, of the middle half."""
    middle = np.s_[SIZE[1] // 4 : 3 * SIZE[1] // 4, SIZE[0] // 4 : 3 * SIZE[0] // 4]
    error = (picture[middle].astype(np.float64) - truth[middle]) ** 2
    return float(10 * np.log10(255**2 / error.mean()))


def geometry(rounds: int, vision: dict[str, Way], image: Image, large: Image) -> None:
    """Rotate, scale and translate: speed and quality."""
    exact = {
        OURS: fused,
        "ours, one resampling for each step": separate,
        "cv2.warpAffine, direct": raw_opencv,
        "scikit-image": by_skimage,
        "Pillow (black padding)": by_pillow,
    }
    ways: dict[str, Way] = {name: partial(function, image) for name, function in exact.items()}
    for name, one in (("Albumentations, three steps", False), ("Albumentations, one Affine", True)):
        steps = albumentations_steps(fused=one, noise=False)
        if steps is not None:
            ways[name] = partial(steps, image=image)
    if vision:
        ways["torchvision v2 (black padding)"] = vision["affine"]
    print_table("rotate, scale, translate, reflect", measured(ways, rounds), OURS)
    bigger = compose(resizing(size_of(large), SIZE), FUSED, resizing(SIZE, size_of(large)))
    truth = shrink(warp(Pyramid(large), bigger, size_of(large), REFLECT), SIZE)
    for name, function in exact.items():
        print(f"  {name:<44}{psnr(function(image), truth):>10.1f} dB")


def noise(rounds: int, vision: dict[str, Way], image: Image) -> None:
    """Normal noise of sigma 10."""
    rng = np.random.default_rng(0)
    ready = (rng.standard_normal(image.shape) * SIGMA).round().astype(np.int16)
    seeds = iter(range(1 << 30))
    base = "cv2.add of ready noise"
    ways: dict[str, Way] = {
        base: lambda: cv2.add(image, ready, dtype=cv2.CV_8U),
        OURS: lambda: add_gaussian_noise(image, SIGMA, next(seeds)),
        "ours, another sigma each time": lambda: add_gaussian_noise(
            image, SIGMA + (n := next(seeds)) / 1e6, n
        ),
        "ours, grey": lambda: add_gaussian_noise(image, SIGMA, next(seeds), per_channel=False),
        "ours, sigma 50": lambda: add_gaussian_noise(image, 50, next(seeds)),
        "numpy, float32": lambda: numpy_noise(rng, image),
        "scikit-image": lambda: skimage_noise(image, var=(SIGMA / 255) ** 2),
    }
    module = optional("albumentations")
    if module is not None:
        step = module.GaussNoise(std_range=(SIGMA / 255, SIGMA / 255), p=1)
        ways["Albumentations"] = partial(step, image=image)
    if vision:
        ways["torchvision v2"] = vision["noise"]
    print_table("Gaussian noise", measured(ways, rounds), base)


def numpy_noise(rng: np.random.Generator, image: Image) -> Any:
    """What a loop of one's own does."""
    drawn = np.asarray(rng.standard_normal(image.shape, np.float32) * SIGMA)
    return cv2.add(image, drawn.round().astype(np.int16), dtype=cv2.CV_8U)


def padding_modes(rounds: int, image: Image) -> None:
    """Every mode through ours, OpenCV's own padding and scikit-image."""
    pyramid, matrix, back = Pyramid(image), np.array(FUSED[:2]), np.array(inverse(FUSED))
    ways: dict[str, Way] = {}
    for mode in PaddingMode:
        flags = {"flags": cv2.INTER_LINEAR, "borderMode": CV_BORDER[mode]}
        ways[f"ours, {mode}"] = partial(warp, pyramid, FUSED, SIZE, Padding(mode=mode))
        ways[f"cv2.warpAffine, {mode}"] = partial(cv2.warpAffine, image, matrix, SIZE, **flags)
        ways[f"scikit-image, {mode}"] = partial(
            skimage_warp, image, back, order=1, mode=mode.value, preserve_range=True
        )
    print_table("padding modes", measured(ways, max(3, rounds // 3)), f"ours, {PaddingMode.CONSTANT}")


def sizes(rounds: int) -> None:
    """One warp from tiny to large beside a direct call."""
    for side in (32, 64, 128, 256, 1024):
        picture = smooth_picture(side, side)
        pyramid, matrix = Pyramid(picture), about_centre(rotation(ANGLE), (side, side))
        direct, border = np.array(matrix[:2]), {"borderMode": cv2.BORDER_REFLECT_101}
        base = "cv2.warpAffine, direct"
        ways: dict[str, Way] = {
            base: partial(cv2.warpAffine, picture, direct, (side, side), **border),
            OURS: partial(warp, pyramid, matrix, (side, side), REFLECT),
        }
        steps = albumentations_steps(fused=True, noise=False)
        if steps is not None:
            ways["Albumentations, one Affine"] = partial(steps, image=picture)
        repeats = max(1, 200_000 // (side * side))
        print_table(f"one warp, {side}x{side}, reflect", measured(ways, rounds, repeats=repeats), base)


def transparency(rounds: int) -> None:
    """Pictures with alpha beside a direct call, which weighs nothing."""
    base = "cv2.warpAffine, direct"
    for size in ((224, 224), SIZE, (1280, 960)):
        rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
        inside = 0.36 * size[1] - np.hypot(columns - size[0] / 2, rows - size[1] / 2)
        planes = {
            "solid": np.full(inside.shape, 255),
            "a cut-out": 255 * (inside > 0),
            "a cut-out with a smooth outline": (255 * inside + 128).clip(0, 255),
            "a cut-out with a soft rim": (2550 / size[1] * inside + 128).clip(0, 255),
            "alpha that differs everywhere": columns * 255 // (size[0] - 1),
        }
        matrix = about_centre(rotation(ANGLE), size)
        for mode in (PaddingMode.REFLECT, PaddingMode.CONSTANT):
            flags = {"flags": cv2.INTER_LINEAR, "borderMode": CV_BORDER[mode]}
            image = smooth_picture(*size, 4)
            ways: dict[str, Way] = {base: partial(cv2.warpAffine, image, np.array(matrix[:2]), size, **flags)}
            for name, alpha in planes.items():
                image = np.dstack((image[:, :, :3], alpha.astype(np.uint8)))
                ways[name] = partial(rotated, image, matrix, Padding(mode=mode))
            title = f"rotate, {size[0]}x{size[1]}, {mode}, transparency"
            repeats = max(1, 200_000 // (size[0] * size[1]))
            print_table(title, measured(ways, rounds, repeats=repeats), base)


def rotated(image: Image, matrix: Matrix, padding: Padding) -> Image:
    """A picture that nothing is known of before."""
    return warp(Pyramid(image), matrix, size_of(image), padding)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Array functions beside other libraries.")
    parser.add_argument("--rounds", type=int, default=15)
    rounds: int = parser.parse_args().rounds
    cv2.setNumThreads(1)
    large = detailed_picture()
    image = shrink(large, SIZE)
    vision = torchvision_ways(image)
    geometry(rounds, vision, image, large)
    noise(rounds, vision, image)
    padding_modes(rounds, image)
    sizes(rounds)
    transparency(rounds)


if __name__ == "__main__":
    main()
