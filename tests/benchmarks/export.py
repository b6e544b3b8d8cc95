"""How fast an export is beside a bare OpenCV loop, in one run.

    python -m tests.benchmarks.export [--images 40] [--copies 4] [--rounds 3] [--json FILE]

Both decode 640x480 JPEGs, warp and noise every copy and encode it at quality 90. The bare loop has no
manifest, hashes, checks or atomic files; its noise is numpy's, its padding a direct call of OpenCV.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from augstudio.core.padding import Padding, PaddingMode
from augstudio.datasets.codec import encode
from augstudio.export import ExportJob, ExportOptions, run_export
from augstudio.library import Pipeline
from augstudio.transforms import GaussianNoise, Rotate, Scale, Translate
from tests.pictures import smooth_picture

QUALITY = 90
SIGMA = 10
PIPELINE = Pipeline.of(
    (Rotate(), Scale(), Translate(), GaussianNoise(sigma_range=(SIGMA, SIGMA))),
    Padding(mode=PaddingMode.REFLECT),
)


def write_sources(folder: Path, images: int) -> None:
    """JPEGs of 640x480 that all differ."""
    rng = np.random.default_rng(0)
    for number in range(images):
        picture = np.roll(smooth_picture(640, 480), 13 * number, axis=1)
        grain = rng.integers(-6, 7, picture.shape)
        noisy = (picture.astype(int) + grain).clip(0, 255).astype(np.uint8)
        (folder / f"{number:04}.jpg").write_bytes(encode(noisy, "jpeg", quality=QUALITY))


def bare_loop(source: Path, out: Path, copies: int) -> None:
    """Decode, warp, noise, encode, write: nothing else, in one thread."""
    cv2.setNumThreads(1)
    rng = np.random.default_rng(0)
    out.mkdir(parents=True)
    for file in sorted(source.iterdir()):
        image = cv2.imdecode(np.frombuffer(file.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
        assert image is not None
        height, width = image.shape[:2]
        for copy in range(copies):
            centre = ((width - 1) / 2, (height - 1) / 2)
            matrix = cv2.getRotationMatrix2D(centre, rng.uniform(-15, 15), rng.uniform(0.9, 1.1))
            matrix[:, 2] += rng.uniform(-0.1, 0.1, 2) * np.array([width, height])
            warped = cv2.warpAffine(
                image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
            )
            noise = np.asarray(rng.standard_normal(warped.shape, np.float32) * SIGMA)
            noisy = cv2.add(warped, noise.astype(np.int16), dtype=cv2.CV_8U)
            _, data = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
            (out / f"{file.stem}_{copy}.jpg").write_bytes(data.tobytes())


def our_export(source: Path, out: Path, copies: int, workers: int) -> None:
    """The same through the program's own export."""
    options = ExportOptions(copies=copies, quality=QUALITY, originals=False)
    run_export(ExportJob(source, out, PIPELINE, options), workers=workers)


def run(images: int, copies: int, rounds: int) -> dict[str, float]:
    """Median images per second of each way, measured in turn."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        source = root / "source"
        source.mkdir()
        write_sources(source, images)
        ways: dict[str, Callable[[Path], None]] = {
            "bare OpenCV loop, 1 thread": lambda out: bare_loop(source, out, copies),
            "export, 1 worker": lambda out: our_export(source, out, copies, 1),
            "export, 2 workers": lambda out: our_export(source, out, copies, 2),
        }
        rates: dict[str, list[float]] = {name: [] for name in ways}
        for number in range(rounds):
            for name, way in ways.items():
                begun = time.perf_counter()
                way(root / f"{name.replace(' ', '-')}-{number}")
                rates[name].append(images * copies / (time.perf_counter() - begun))
    return {name: statistics.median(values) for name, values in rates.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Outputs per second beside a bare OpenCV loop.")
    parser.add_argument("--images", type=int, default=40)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rates = run(arguments.images, arguments.copies, arguments.rounds)
    bare = rates["bare OpenCV loop, 1 thread"]
    print(f"{'way':<30}{'outputs/s':>12}{'to the loop':>14}")
    for name, rate in rates.items():
        print(f"{name:<30}{rate:>12.1f}{rate / bare:>14.2f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(rates, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
