"""Copies made by PyTorch's loader, by ours and by Albumentations: ``python -m tests.benchmarks.online``.

Two workers read JPEGs of 500 x 375 and make batches of 224 x 224. What is counted is the processor time of
all processes for each picture, the least of several epochs that take turns, with that of the loader itself:
ours is the one of ``augstudio.torch.loader``, theirs and the blank one are PyTorch's own.
All do the same in the same order: a flip, one rotation, scaling and translation with reflected padding, the
size, brightness and contrast, and noise of a drawn strength where there is some. Albumentations does it also
in the order that suits it best, the size first. Each way keeps its loader and the workers from epoch to epoch
(``persistent_workers``), as long trainings do; where the system does not tell the time of processes that have
not ended, workers begin anew, for all ways alike. The epoch that fills the cache has workers that begin.
What nobody can do without is measured, too: to decode a JPEG, to move a picture once; and all of it in
PyTorch's loader, with nothing that is drawn, checked or kept.

It needs PyTorch, and Albumentations or AlbumentationsX, of which the one that is installed takes part.
"""

from __future__ import annotations

import argparse
import multiprocessing
import platform
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.pipeline import Pipeline
from augstudio.images.jpeg import strict_pixels
from augstudio.interop.online import CopySampler, OnlineDataset, OnlineSample
from augstudio.interop.picture_cache import PictureCache
from augstudio.kernels.colour.pixelwise import look_up
from augstudio.kernels.noise.tables import add_gaussian_noise
from augstudio.torch import TorchDataset, as_tensors, loader
from augstudio.transforms import Brightness, Contrast, GaussianNoise, HorizontalFlip, Rotate, Scale, Translate
from augstudio.transforms.gaussian_noise import STRENGTHS
from tests.benchmarks.timing import optional

SIDE = 224
WIDTH, HEIGHT = 500, 375
SIGMA = 15
QUALITY = 92
BATCH = 32
ALONE = 300
WORKERS_STAY = platform.system() == "Linux"
SAMPLES = Path(__file__).parents[2] / "resources" / "sample"


def pictures(root: Path, count: int) -> None:
    """Different parts of the shipped photographs, as files of their own."""
    files = [cv2.imread(str(file)) for file in sorted(SAMPLES.glob("*/*.jpg"))]
    rng = np.random.default_rng(0)
    for number, image in enumerate(islice(cycle(files), count)):
        assert image is not None
        share = rng.uniform(0.75, 1)
        width = int(min(image.shape[1], image.shape[0] * WIDTH / HEIGHT) * share)
        height = width * HEIGHT // WIDTH
        left, top = (
            int(rng.integers(0, room + 1)) for room in (image.shape[1] - width, image.shape[0] - height)
        )
        part = cv2.resize(
            image[top : top + height, left : left + width], (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA
        )
        data = cv2.imencode(".jpg", part, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()
        (root / f"{number % 4}").mkdir(exist_ok=True)
        (root / f"{number % 4}" / f"{number:05}.jpg").write_bytes(data)


def pipeline(*, noise: bool) -> Pipeline:
    """What ours does; the size is put behind the geometry by the dataset."""
    moving = (HorizontalFlip(), Rotate(), Scale(), Translate())
    last = (GaussianNoise(sigma_range=Range(0, SIGMA)),) if noise else ()
    return Pipeline.of((*moving, Brightness(), Contrast(), *last), Padding(mode=PaddingMode.REFLECT))


def composed(module: Any, *, noise: bool, size_first: bool) -> Any:
    """The same by Albumentations."""
    moving = [
        module.HorizontalFlip(p=0.5),
        module.Affine(
            rotate=(-15, 15),
            scale=(0.9, 1.1),
            translate_percent={"x": (-0.1, 0.1), "y": (-0.1, 0.1)},
            border_mode=cv2.BORDER_REFLECT_101,
            p=1,
        ),
    ]
    size = [module.Resize(SIDE, SIDE)]
    colours = [module.RandomBrightnessContrast(p=1)]
    noises = [module.GaussNoise(std_range=(0, SIGMA / 255), p=1)] if noise else []
    first = size + moving if size_first else moving + size
    return module.Compose([*first, *colours, *noises])


class Theirs:
    """A map-style dataset as people write it, with a cache of the same pictures or without."""

    def __init__(self, root: Path, change: Any, online: OnlineDataset | None) -> None:
        self._files = sorted(root.glob("*/*.jpg"))
        self._change = change
        self._online = online

    def __len__(self) -> int:
        return len(self._files)

    def __getitem__(self, place: tuple[int, int]) -> tuple[Any, int]:
        cv2.setNumThreads(1)
        index, copy = place
        if self._online is None:
            read = cv2.imread(str(self._files[index]), cv2.IMREAD_COLOR_RGB)
            assert read is not None
            image = np.asarray(read, np.uint8)
        else:
            image = self._online._picture(self._online.samples[index]).image
        changed = np.ascontiguousarray(self._change(image=image)["image"])
        return as_tensors(OnlineSample(changed, index % 4, None, "", copy))


class Blank:
    """A dataset that does nothing."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._item = as_tensors(OnlineSample(np.zeros((SIDE, SIDE, 3), np.uint8), 0, None, "", 0))

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: tuple[int, int]) -> tuple[Any, int]:
        return self._item


class Bare:
    """A dataset that does what nobody can do without, to each picture the same, and nothing else.

    With ``whole`` pictures are decoded as they are and reduced by two taps each way, which aliases.
    """

    def __init__(self, root: Path, *, noise: bool, whole: bool) -> None:
        self._files = sorted(root.glob("*/*.jpg"))
        self._noise = noise
        self._whole = whole

    def __len__(self) -> int:
        return len(self._files)

    def __getitem__(self, place: tuple[int, int]) -> tuple[Any, int]:
        cv2.setNumThreads(1)
        index, copy = place
        data, small = self._files[index].read_bytes(), (SIDE * WIDTH // HEIGHT + 1, SIDE)
        image = strict_pixels(data, "RGB", (0, 0) if self._whole else small)
        assert image is not None
        changed = moved(np.asarray(cv2.resize(image, small), np.uint8) if self._whole else image)
        if self._noise:
            changed = add_gaussian_noise(changed, strength_of(index), index)
        return as_tensors(OnlineSample(changed, index % 4, None, "", copy))


MATRIX = np.array(((0.99, 0.1, 8.0), (-0.1, 0.99, 10.0)))
LEVELS = np.arange(255, -1, -1).astype(np.uint8)


def moved(image: np.ndarray[Any, np.dtype[np.uint8]]) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The picture padded, turned a little by one warp, and its levels looked up."""
    padded = cv2.copyMakeBorder(image, 20, 20, 20, 20, cv2.BORDER_REFLECT_101)
    made = cv2.warpAffine(padded, MATRIX, (SIDE, SIDE), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    return look_up(np.asarray(made, np.uint8), LEVELS)


def strength_of(number: int) -> float:
    """One of the strengths that noise has a table for."""
    return SIGMA * (number % STRENGTHS + 0.5) / STRENGTHS


def used() -> float:
    """Seconds of processor time, of workers that go on and of processes that have ended, too."""
    going_on = multiprocessing.active_children() if WORKERS_STAY else ()
    # What glibc's clock_getcpuclockid gives for a process.
    live = sum(time.clock_gettime(~process.pid << 3 | 2) for process in going_on if process.pid)
    each = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return live + sum(usage.ru_utime + usage.ru_stime for usage in each)


def epochs(dataset: Any) -> Callable[[int], float]:
    """Gives what tells an epoch's milliseconds of processor time for each picture, of all processes."""
    from torch.utils.data import DataLoader

    sampler = CopySampler(len(dataset))
    make = loader if isinstance(dataset, OnlineDataset) else DataLoader
    batches = make(dataset, BATCH, sampler=sampler, num_workers=2, persistent_workers=WORKERS_STAY)

    def epoch(number: int) -> float:
        sampler.set_epoch(number)
        begun, seen = used(), 0
        for images, _ in batches:
            assert images.shape[1:] == (3, SIDE, SIDE)
            seen += len(images)
        assert seen == len(dataset)
        return (used() - begun) * 1000 / seen

    return epoch


def alone(change: Callable[[int], object], count: int) -> Callable[[int], float]:
    """The same for what is done in this process to each of some pictures, without a loader."""

    def epoch(_number: int) -> float:
        begun = used()
        for number in range(count):
            change(number)
        return (used() - begun) * 1000 / count

    return epoch


def floors(root: Path, online: OnlineDataset) -> Iterator[tuple[str, Callable[[int], float]]]:
    """What no program of this kind can do without, by OpenCV, StringZilla and libjpeg-turbo."""
    samples = online.samples[:ALONE]
    data = [(root / sample.key).read_bytes() for sample in samples]
    planes = np.empty((3, SIDE, SIDE), np.uint8)
    image = np.full((SIDE, SIDE, 3), 128, np.uint8)

    def one_warp(number: int) -> None:
        cv2.split(moved(online._picture(samples[number]).image), list(planes))

    def noised(number: int) -> None:
        add_gaussian_noise(image, strength_of(number), number)

    def decoded(number: int) -> None:
        strict_pixels(data[number], "RGB", (299, SIDE))

    def read(number: int) -> None:
        cv2.imread(str(root / samples[number].key))

    count = len(samples)
    yield "alone: cv2.imread", alone(read, count)
    yield "alone: libjpeg-turbo at 5/8, strictly", alone(decoded, count)
    yield "alone: padding, one warp, one look-up, planes", alone(one_warp, count)
    yield "alone: noise as ours, of one of 32 strengths", alone(noised, count)


def ways(
    root: Path, caches: Path, module: Any, *, noise: bool
) -> Iterator[tuple[str, Callable[[int], float]]]:
    """What is compared, each with what gives the time of one epoch."""
    chain = pipeline(noise=noise)

    def first(number: int) -> float:
        folder = caches / f"first-{noise}-{number}"
        took = epochs(OnlineDataset(root, chain, size=SIDE, cache=folder))(number)
        shutil.rmtree(folder)
        return took

    later = OnlineDataset(root, chain, size=SIDE, cache=caches / "later")
    epochs(later)(0)
    yield "ours, no cache", epochs(OnlineDataset(root, chain, size=SIDE))
    yield "ours, first epoch that fills the cache", first
    yield "ours, epochs from the cache", epochs(later)
    yield "ours, from the cache, PyTorch's own loader", epochs(TorchDataset(later))
    yield "a dataset that does nothing, PyTorch's own loader", epochs(Blank(len(later)))
    yield "bare: 5/8, one warp, one look-up", epochs(Bare(root, noise=noise, whole=False))
    yield "bare: reduced by two taps", epochs(Bare(root, noise=noise, whole=True))
    yield from () if noise else floors(root, later)
    if module is None:
        return
    for size_first, order in ((False, "same order"), (True, "size first")):
        change = composed(module, noise=noise, size_first=size_first)
        plain, cached = Theirs(root, change, None), Theirs(root, change, later)
        yield f"theirs, {order}, no cache", epochs(plain)
        yield f"theirs, {order}, from the cache", epochs(cached)


def name_of_theirs() -> str:
    """Which of the two packages it is, with its version."""
    for package in ("albumentationsx", "albumentations"):
        try:
            return f"{package} {version(package)}"
        except PackageNotFoundError:
            continue
    return ""


def report(cache: PictureCache, files: int, count: int) -> None:
    """What a cache takes."""
    stat = cache.path.stat()
    disk = stat.st_blocks * 512 / 1e6
    print(
        f"\ncache: {count} pictures, {stat.st_size / 1e6:.1f} MB long, {disk:.1f} MB on disk, "
        f"{stat.st_size / count / 1000:.0f} kB each; the JPEGs are {files / 1e6:.1f} MB"
    )


def memory(online: OnlineDataset, workers: int) -> None:
    """What a loader's processes take after an epoch from the cache; Linux alone tells it."""
    if not Path("/proc/self/smaps_rollup").exists():
        return
    made = loader(online, BATCH, num_workers=workers, persistent_workers=True)
    for _ in made:
        pass
    sums = dict.fromkeys(("Rss", "Pss", "Pss_Anon", "Pss_File", "Pss_Shmem"), 0.0)
    for process in multiprocessing.active_children():
        for line in Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines():
            name, _, rest = line.partition(":")
            if name in sums:
                sums[name] += int(rest.split()[0]) / 1024
    told = ", ".join(f"{name} {value / workers:.0f}" for name, value in sums.items())
    print(f"memory of each of {workers} workers after an epoch from the cache, MB: {told}")


def compare(table: dict[str, Callable[[int], float]], *, noise: bool, rounds: int) -> None:
    """Print the least of some epochs of each way; workers that stay end with it."""
    times = dict.fromkeys(table, float("inf"))
    for number in range(1, rounds + 1):
        for name, way in table.items():
            times[name] = min(times[name], way(number))
    print(f"\n{'with' if noise else 'without'} noise: ms of processor time a picture")
    for name, value in times.items():
        shares = [
            f"{value / times[ours]:5.2f}x" for ours in list(table)[:3] if name.startswith(("theirs", "bare"))
        ]
        print(f"  {name:<50}{value:8.3f}   {'  '.join(shares)}")
    print("  (over ours: no cache, first epoch, from the cache)")


def main() -> None:
    """Print a table without noise and one with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3, help="workers begin in the first one")
    given = parser.parse_args()
    torch = optional("torch")
    if torch is None:
        return
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    module = optional("albumentations")
    print(f"torch {torch.__version__}, {name_of_theirs()}, {given.pictures} JPEGs, 2 workers")
    with tempfile.TemporaryDirectory() as folder:
        root, caches = Path(folder) / "pictures", Path(folder) / "caches"
        root.mkdir()
        pictures(root, given.pictures)
        for noise in (False, True):
            compare(dict(ways(root, caches, module, noise=noise)), noise=noise, rounds=given.rounds)
        online = OnlineDataset(root, pipeline(noise=False), size=SIDE, cache=caches / "later")
        assert online.cache is not None
        files = sum(file.stat().st_size for file in root.glob("*/*.jpg"))
        report(online.cache, files, given.pictures)
        for workers in (2, 8):
            memory(online, workers)


if __name__ == "__main__":
    main()
