"""How long a large COCO file takes until its first picture has its labels, and how much memory.

    python -m tests.benchmarks.coco [--annotations 100000] [--images 20000] [--corners 30]

Processor time, and the memory of the whole process beyond what the imports need. The goals: open within 3 s
and 300 MB, the first picture within 1 s.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np

from augstudio.datasets.base import Dataset, only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.label_reading import ImageInfo

SIZE = (640, 480)
_T = TypeVar("_T")


def write_file(file: Path, images: int, annotations: int, corners: int) -> None:
    """A file of outlines about circles, and as many empty files as pictures."""
    draws = np.random.default_rng(0)
    turns = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    circle = np.stack((np.cos(turns), np.sin(turns)), axis=1)

    def rows() -> Iterator[str]:
        for number in range(1, annotations + 1):
            ring = (circle * draws.uniform(5, 100) + draws.uniform(100, 380, 2)).round(2)
            (left, top), (right, bottom) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
            yield json.dumps(
                {
                    "segmentation": [ring.ravel().tolist()],
                    "area": round((right - left) * (bottom - top), 3),
                    "iscrowd": 0,
                    "image_id": int(draws.integers(images)),
                    "bbox": [left, top, round(right - left, 2), round(bottom - top, 2)],
                    "category_id": int(draws.integers(80)) + 1,
                    "id": number,
                }
            )

    names = [f"{number:012d}.jpg" for number in range(images)]
    listed = [
        {"id": number, "file_name": name, "width": SIZE[0], "height": SIZE[1]}
        for number, name in enumerate(names)
    ]
    categories = [{"id": number, "name": f"class {number}"} for number in range(1, 81)]
    with file.open("w", encoding="utf-8") as stream:
        stream.write(f'{{"images": {json.dumps(listed)}, "categories": {json.dumps(categories)}, ')
        stream.write('"annotations": [')
        for number, row in enumerate(rows()):
            stream.write(f"{', ' if number else ''}{row}")
        stream.write("]}")
    for name in names:
        (file.parent / name).write_bytes(b"no picture is read")


def timed(name: str, work: Callable[[], _T]) -> _T:
    """Do something; print how long it took, and the most memory so far."""
    begun, clock = time.process_time(), time.perf_counter()
    result = work()
    took, waited = time.process_time() - begun, time.perf_counter() - clock
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<30}{took:>9.2f} s{waited:>12.2f} s{memory:>12.0f} MB")
    return result


def first_picture(dataset: Dataset) -> int:
    """Instances of the first picture."""
    return labels_of(dataset, 1)


def labels_of(dataset: Dataset, count: int) -> int:
    """Instances of some pictures."""
    total = 0
    for _, sample in zip(range(count), only_samples(dataset.samples()), strict=False):
        source = dataset.label_source(sample)
        labels = None if source is None else source.read(ImageInfo(SIZE)).labels
        total += 0 if labels is None else len(labels.instances)
    return total


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--annotations", type=int, default=100_000)
    parser.add_argument("--images", type=int, default=20_000)
    parser.add_argument("--corners", type=int, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "instances.json"
        write_file(file, given.images, given.annotations, given.corners)
        print(f"{file.stat().st_size / 1e6:.0f} MB of JSON{'processor':>25}{'clock':>14}{'memory':>15}")
        timed("imports", lambda: None)
        dataset = timed("open", lambda: open_dataset(file))
        timed("labels of the first picture", lambda: first_picture(dataset))
        timed("list all pictures", lambda: sum(1 for _ in dataset.samples()))
        timed("labels of 1,000 pictures", lambda: labels_of(dataset, 1000))


if __name__ == "__main__":
    main()
