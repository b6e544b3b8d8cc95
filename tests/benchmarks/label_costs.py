"""What labels cost: beside a copy's own work, beside a picture's warp, and beside Albumentations.

    python -m tests.benchmarks.label_costs [--rounds 30] [--all] [--export]

640x480 JPEGs of quality 90, rotated, scaled, shifted, with Gaussian noise, each decoded once for four copies;
instances are outlines of 30 corners inside the picture, written as rows of YOLO. The maps are a class map and
a map of 50 instances of a picture of one megapixel. What an export makes of the labels once for all copies of
a picture lies ready; with ``--export`` whole exports are run as well, with all that they read and write,
but not removing it.
Rows of one table take turns. Albumentations needs the ``bench`` extra.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from augstudio.core.image import Image, Size, pixels_digest
from augstudio.core.labels import Bitmap, Box, Instance, Labels, Outline, SemanticMask
from augstudio.core.padding import Padding, PaddingMode
from augstudio.datasets.label_writing import WrittenImage
from augstudio.datasets.yolo.rows import Task
from augstudio.datasets.yolo.writing import YoloWriter
from augstudio.export import ExportJob, RunOptions, run_export
from augstudio.export.options import ExportOptions
from augstudio.images.codec import decode, encode
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.pipelines import Pipeline
from augstudio.render.labelling.composing import Moving
from augstudio.render.labels import prepared, relabel, relabel_together
from augstudio.render.pixels import render
from augstudio.render.resolve import Resampling, Resolved, resolve
from augstudio.transforms import GaussianNoise, Rotate, Scale, Translate
from tests.benchmarks.rivals import QUALITY, SIGMA, albumentations_labelled, written
from tests.benchmarks.timing import Way, measured, print_table
from tests.labelled import drawn_map, star
from tests.pictures import smooth_picture

SIZE = (640, 480)
COPIES = 4
PICTURES = 20
LARGE = (1152, 868)
WRITER = YoloWriter(Task.SEGMENT, ("thing",))
STEPS = (Rotate(), Scale(), Translate(), GaussianNoise(sigma_range=(SIGMA, SIGMA)))


def shapes(count: int, size: Size, corners: int = 30) -> list[Outline]:
    """Outlines of things within a picture, from 20 to 100 pixels wide."""
    random = np.random.default_rng(count)
    found = []
    for number in range(count):
        reach = random.uniform(10, 50)
        centre = random.uniform(0, size[0] - 1), random.uniform(0, size[1] - 1)
        ring = star(number, corners, centre, (0.8 * reach, reach))
        found.append(Outline((np.clip(ring, -0.5, (size[0] - 0.5, size[1] - 0.5)),)))
    return found


def outlines(count: int) -> Labels:
    """Labels of so many outlines."""
    return Labels(tuple(Instance(category=0, shape=shape) for shape in shapes(count, SIZE)))


def draws(padding: PaddingMode, size: Size, steps: Any = STEPS) -> Iterator[Resolved]:
    """One draw after another, the same ones in every run."""
    pipeline = Pipeline.of(steps, Padding(mode=padding))
    made = [resolve(pipeline, size, seed=0, key="k", copy=copy) for copy in range(1, 17)]
    return itertools.cycle(made)


def copies_of_one(encoded: bytes, draw: Iterator[Resolved], labels: Moving | None) -> list[str]:
    """What an export does for the copies of a picture, but for the files: the digests that it records."""
    decoded = decode(encoded)
    many = list(itertools.islice(draw, COPIES))
    files: list[bytes] = []
    for moved in [] if labels is None else relabel_together(labels, many):
        assert moved is not None
        WRITER.losses(moved.labels)
        encoded_labels = WRITER.encode(WrittenImage("a.jpg", SIZE, None, "a.jpg", 1), moved.labels)
        files += filter(None, encoded_labels.files)
    digests = [hashlib.sha256(data).hexdigest() for data in files]
    for resolved in many:
        image = render(decoded.image, resolved)
        data = encode(image, "jpeg", quality=QUALITY)
        digests += [pixels_digest(image), hashlib.sha256(data).hexdigest()]
    return digests


def copies(mode: PaddingMode) -> dict[str, Way]:
    """Copies without labels and with them."""
    encoded = written(smooth_picture(*SIZE)[:, :, ::-1])
    ways: dict[str, Way] = {"without labels": partial(copies_of_one, encoded, draws(mode, SIZE), None)}
    for count in (20, 100):
        labels = prepared(outlines(count))
        ways[f"{count} outlines"] = partial(copies_of_one, encoded, draws(mode, SIZE), labels)
    return ways


def exports(folder: Path) -> dict[str, Way]:
    """Exports to ``folder / "out"`` of pictures without labels and with them, all in this process."""
    encoded = written(smooth_picture(*SIZE)[:, :, ::-1])
    ways: dict[str, Way] = {}
    for count in (0, 20, 100):
        root = folder / f"in{count}"
        rows = WRITER.encode(WrittenImage("a.jpg", SIZE, None, "a.jpg", 0), outlines(count)).files[0]
        for number in range(PICTURES):
            files = {f"images/train/{number}.jpg": encoded}
            files |= {f"labels/train/{number}.txt": rows} if count and rows else {}
            for name, data in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(data)
        if count:
            (root / "data.yaml").write_text("train: images/train\nval: images/train\nnames: [thing]\n")

        def run(root: Path = root) -> None:
            options = ExportOptions(copies=COPIES)
            job = ExportJob(root, folder / "out", Pipeline.of(STEPS), options, accept_loss=True)
            run_export(job, RunOptions(workers=1))

        ways[f"{count} outlines" if count else "without labels"] = run
    return ways


def mapped(mode: PaddingMode) -> dict[str, Way]:
    """The warp of a picture of one megapixel, and its maps."""
    picture = smooth_picture(*LARGE)
    layer = drawn_map(shapes(50, LARGE), LARGE)
    numbers = [number for number in range(1, 51) if np.any(layer == number)]
    instances = tuple(Instance(category=0, shape=Bitmap(0, number)) for number in numbers)
    labels = prepared(Labels(instances, (layer,), SemanticMask((layer % 20).astype(np.uint8), 255)))
    warping, mapping = (draws(mode, LARGE, STEPS[:3]) for _ in range(2))

    def warped() -> Image:
        stage = next(warping).stages[0]
        assert isinstance(stage, Resampling)
        return warp(Pyramid(picture), stage.matrix, stage.target, Padding(mode=mode))

    return {
        "the picture's warp": warped,
        "class map and instance map": lambda: relabel(labels, next(mapping)),
    }


def beside_albumentations() -> dict[str, Way]:
    """A picture with 20 boxes and a mask through the same four steps."""
    picture = smooth_picture(*SIZE)
    corners = [shape.rings[0] for shape in shapes(20, SIZE)]
    boxes = [(*ring.min(axis=0).tolist(), *ring.max(axis=0).tolist()) for ring in corners]
    edges = np.array(boxes) + 0.5  # of pixels, as others count them
    mask = (drawn_map(shapes(20, SIZE), SIZE) % 20).astype(np.uint8)
    labels = Labels(
        tuple(Instance(category=0, shape=Box(*box)) for box in boxes), semantic=SemanticMask(mask)
    )
    draw = draws(PaddingMode.REFLECT, SIZE)

    def ours() -> object:
        resolved = next(draw)
        return render(picture, resolved), relabel(labels, resolved)

    ways: dict[str, Way] = {"AugStudio": ours}
    for fused in (False, True):
        change: Callable[..., object] | None = albumentations_labelled(fused=fused)
        if change is not None:
            name = "Albumentations, one Affine step" if fused else "Albumentations, four steps"
            ways[name] = partial(change, image=picture, bboxes=edges, mask=mask)
    return ways


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--all", action="store_true", help="all padding modes, not only reflect")
    parser.add_argument("--export", action="store_true", help="whole exports as well")
    rounds = parser.parse_args().rounds
    cv2.setNumThreads(1)
    for mode in PaddingMode if parser.parse_args().all else (PaddingMode.REFLECT,):
        print_table(f"four copies, {mode}", measured(copies(mode), rounds, repeats=4), "without labels")
        print_table(f"maps, {mode}", measured(mapped(mode), rounds), "the picture's warp")
    if parser.parse_args().export:
        with tempfile.TemporaryDirectory() as name:
            ways, removing = exports(Path(name)), partial(shutil.rmtree, Path(name) / "out")
            times = measured(ways, rounds, between=removing)
            print_table(f"{PICTURES} pictures exported", times, "without labels")
    print_table("20 boxes and a mask", measured(beside_albumentations(), rounds, repeats=4), "AugStudio")


if __name__ == "__main__":
    main()
