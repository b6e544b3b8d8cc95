"""Other ways to augment a folder of JPEGs, without manifest, hashes, checks or atomic files."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from tests.benchmarks.timing import optional

QUALITY = 90
SIGMA = 10
Pixels = npt.NDArray[np.uint8]


def read(file: Path) -> Pixels:
    """Decode by OpenCV, in its own order of channels."""
    image = cv2.imdecode(np.frombuffer(file.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    return np.asarray(image, np.uint8)


def written(image: Pixels) -> bytes:
    """Encode by OpenCV."""
    return cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()


def opencv_change(rng: np.random.Generator, image: Pixels) -> Pixels:
    """One warp and numpy's normal noise."""
    height, width = image.shape[:2]
    centre = ((width - 1) / 2, (height - 1) / 2)
    matrix = cv2.getRotationMatrix2D(centre, rng.uniform(-15, 15), rng.uniform(0.9, 1.1))
    matrix[:, 2] += rng.uniform(-0.1, 0.1, 2) * np.array([width, height])
    warped = cv2.warpAffine(
        image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    noise = np.asarray(rng.standard_normal(warped.shape, np.float32) * SIGMA)
    return np.asarray(cv2.add(warped, noise.astype(np.int16), dtype=cv2.CV_8U), np.uint8)


def least_work(files: Sequence[Path], out: Path, copies: int) -> None:
    """What no export by OpenCV can do without: the loop with noise that lies ready, and a border made once.

    Nothing is drawn, hashed, checked, named or made safe.
    """
    cv2.setNumThreads(1)
    out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    noise = np.asarray(rng.normal(0, SIGMA, (480, 640, 3)).round(), np.int8)
    for file in files:
        image = read(file)
        height, width = image.shape[:2]
        down, across = height // 4, width // 4
        border = cv2.copyMakeBorder(image, down, down, across, across, cv2.BORDER_REFLECT_101)
        for copy in range(copies):
            matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 12 - 8 * copy, 1.05)
            matrix[:, 2] -= matrix[:, :2] @ np.array([across, down])
            warped = cv2.warpAffine(border, matrix, (width, height), flags=cv2.INTER_LINEAR)
            shifted = np.bitwise_xor(warped, np.uint8(128)).view(np.int8)
            cv2.add(shifted, noise, dst=shifted)
            noisy = np.bitwise_xor(shifted.view(np.uint8), np.uint8(128))
            (out / f"{file.stem}_{copy}.jpg").write_bytes(written(noisy))


@cache
def albumentations_steps(*, fused: bool, noise: bool, boxes: bool = False) -> Any:
    """Rotate, scale, translate and noise as Albumentations steps; None where it is not installed."""
    module = optional("albumentations")
    if module is None:
        return None
    affine = partial(module.Affine, border_mode=cv2.BORDER_REFLECT_101, p=1)
    shift = {"x": (-0.1, 0.1), "y": (-0.1, 0.1)}
    if fused:
        steps = [affine(rotate=(-15, 15), scale=(0.9, 1.1), translate_percent=shift)]
    else:
        rotate = module.Rotate(limit=15, border_mode=cv2.BORDER_REFLECT_101, p=1)
        steps = [rotate, affine(scale=(0.9, 1.1)), affine(translate_percent=shift)]
    if noise:
        steps.append(module.GaussNoise(std_range=(SIGMA / 255, SIGMA / 255), p=1))
    return module.Compose(
        steps, bbox_params=module.BboxParams("pascal_voc", label_fields=()) if boxes else None
    )


def albumentations_labelled(*, fused: bool) -> Any:
    """The four steps for a picture with upright boxes and a mask; None where it is not installed."""
    return albumentations_steps(fused=fused, noise=True, boxes=True)


def albumentations_change(image: Pixels, *, fused: bool = False, noise: bool = True) -> Pixels:
    """The steps."""
    return np.asarray(albumentations_steps(fused=fused, noise=noise)(image=image)["image"], np.uint8)


def loop(files: Sequence[Path], out: Path, copies: int, change: Callable[[Pixels], Pixels]) -> None:
    """Decode, change, encode, write."""
    cv2.setNumThreads(1)
    out.mkdir(parents=True, exist_ok=True)
    for file in files:
        image = read(file)
        for copy in range(copies):
            (out / f"{file.stem}_{copy}.jpg").write_bytes(written(change(image)))


def two_at_once(
    files: Sequence[Path], out: Path, copies: int, change: Callable[[Pixels], Pixels], *, threads: bool
) -> float:
    """Seconds of the loop in two threads or two processes, each with half of the files, once they run."""
    jobs = [(half, out, copies, change) for half in (files[::2], files[1::2])]
    if threads:
        with ThreadPoolExecutor(2) as pool:
            return max(waiting.result() for waiting in [pool.submit(_timed_loop, *job) for job in jobs])
    with multiprocessing.get_context("spawn").Pool(2) as processes:
        return max(processes.starmap(_timed_loop, jobs))


def _timed_loop(files: Sequence[Path], out: Path, copies: int, change: Callable[[Pixels], Pixels]) -> float:
    """Seconds of the loop; what the first picture needs to be imported is left out."""
    change(read(files[0]))
    begun = time.perf_counter()
    loop(files, out, copies, change)
    return time.perf_counter() - begun
