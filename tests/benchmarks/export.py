"""How fast an export is, as a share of what the codecs allow and beside other loops, in one run.

    python -m tests.benchmarks.export [--images 40] [--copies 4] [--rounds 5] [--long 400] [--large]
        [--geometry] [--json FILE]

Photographs as JPEGs of 640x480, quality 90; rotate, scale, translate, Gaussian noise; reflect. Rows of one
table take turns; files lie in memory where the machine has such a file system.
The limit decodes every source once and encodes every output once, by OpenCV, and does nothing else. The least
is what remains of an export without drawing, random noise, hashes, manifest and safe files. The rivals have
no manifest, hashes, checks or atomic files. Albumentations needs the ``bench`` extra. With ``--geometry``
there is no noise, and all that is measured is the processor time beside the rivals' loops.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from augstudio.core.image import size_of
from augstudio.core.padding import Padding, PaddingMode
from augstudio.export import ExportJob, ExportOptions, Progress, RunOptions, run_export
from augstudio.images.codec import decode, encode
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import GaussianNoise, Rotate, Scale, Translate
from tests.benchmarks.catalogue import photograph
from tests.benchmarks.rivals import (
    QUALITY,
    SIGMA,
    Pixels,
    albumentations_change,
    albumentations_steps,
    least_work,
    loop,
    opencv_change,
    read,
    two_at_once,
    written,
)
from tests.benchmarks.stages import stages_timed
from tests.benchmarks.timing import Way, measured, print_table
from tests.pictures import smooth_picture

SAMPLES = Path(__file__).parents[2] / "resources" / "sample"
MEMORY = Path("/dev/shm")
GEOMETRY = (Rotate(), Scale(), Translate())
NOISE = GaussianNoise(sigma_range=(SIGMA, SIGMA))
PADDING = Padding(mode=PaddingMode.REFLECT)
PIPELINE = Pipeline.of((*GEOMETRY, NOISE), PADDING)
LIMIT = "codecs alone"
OURS = "export, 1 worker"


class Runs:
    """Gives every run an output folder of its own.

    Attributes:
        pipeline: What is exported.
    """

    def __init__(self, root: Path, images: int, copies: int, pipeline: Pipeline = PIPELINE) -> None:
        self.pipeline = pipeline
        self.source = root / "source"
        self.copies = copies
        self.outputs = images * copies
        self._root = root
        self._count = 0
        self.source.mkdir()
        write_sources(self.source, images)
        self.files = sorted(self.source.iterdir())

    def out(self) -> Path:
        """A folder that does not exist yet."""
        self._count += 1
        return self._root / f"out-{self._count}"


def write_sources(folder: Path, images: int) -> None:
    """The sample's photographs as JPEGs of 640x480 that all differ: those that come again are moved along."""
    names = sorted(file.relative_to(SAMPLES).as_posix() for file in SAMPLES.glob("*/*.jpg"))
    for number in range(images):
        turn, place = divmod(number, len(names))
        picture = np.roll(photograph(names[place], (640, 480)), 13 * turn, axis=1)
        (folder / f"{number:04}.jpg").write_bytes(encode(picture, "jpeg", quality=QUALITY))


def in_memory() -> Path | None:
    """A folder of a file system in memory, where the machine has one; disks differ too much."""
    return MEMORY if MEMORY.is_dir() else None


def our_export(source: Path, out: Path, copies: int, workers: int, pipeline: Pipeline = PIPELINE) -> None:
    """The steps through the program's own export."""
    options = ExportOptions(copies=copies, quality=QUALITY, originals=False)
    run_export(ExportJob(source, out, pipeline, options), RunOptions(workers=workers))


def rendered(runs: Runs) -> Iterator[Pixels]:
    """What an export encodes, in OpenCV's order of channels."""
    for file in runs.files:
        image = decode(file.read_bytes()).image
        for copy in range(1, runs.copies + 1):
            resolved = resolve(runs.pipeline, size_of(image), seed=0, key=file.name, copy=copy)
            yield render(image, resolved)[:, :, ::-1].copy()


def processor_times(runs: Runs, rounds: int) -> dict[str, float]:
    """Milliseconds of processor time for each output, in one process."""
    outputs = list(rendered(runs))

    def codecs() -> None:
        for number, file in enumerate(runs.files):
            read(file)
            for image in outputs[number * runs.copies : (number + 1) * runs.copies]:
                written(image)

    change = partial(opencv_change, np.random.default_rng(0))
    ways: dict[str, Way] = {
        LIMIT: codecs,
        OURS: lambda: our_export(runs.source, runs.out(), runs.copies, 1, runs.pipeline),
    }
    noise = NOISE in (step.transform for step in runs.pipeline.steps)
    if noise:
        ways["the least that OpenCV must do"] = lambda: least_work(runs.files, runs.out(), runs.copies)
        ways["OpenCV loop, one warp"] = lambda: loop(runs.files, runs.out(), runs.copies, change)
    if albumentations_steps(fused=False, noise=noise) is not None:
        for name, fused in (
            ("Albumentations loop, single steps", False),
            ("…, geometry in one Affine", True),
        ):
            step = partial(albumentations_change, fused=fused, noise=noise)
            ways[name] = partial(lambda step: loop(runs.files, runs.out(), runs.copies, step), step)
    times = measured(ways, rounds)
    return {name: value / runs.outputs for name, value in times.items()}


def shares(runs: Runs) -> dict[str, float]:
    """Share of the processor time that each stage of an export takes."""
    begun = time.process_time()
    with stages_timed() as seconds:
        our_export(runs.source, runs.out(), runs.copies, 1)
    total = time.process_time() - begun
    seconds["everything else"] = total - sum(seconds.values())
    return {stage: value / total for stage, value in seconds.items()}


@dataclass(frozen=True)
class Steady:
    """An export by the clock, in parts.

    Attributes:
        start: Seconds to the first finished sample: listing, and starting the workers.
        rate: Outputs per second from then to the last one.
        end: Seconds for the finished manifest, all files put on the disk.
    """

    start: float
    rate: float
    end: float


def steady(runs: Runs, source: Path, workers: int) -> Steady:
    """Time an export's parts."""
    seen: list[tuple[float, int]] = []
    options = ExportOptions(copies=runs.copies, quality=QUALITY, originals=False)
    job = ExportJob(source, runs.out(), PIPELINE, options)
    begun = time.perf_counter()
    run_export(
        job,
        RunOptions(workers=workers),
        on_progress=lambda progress: seen.append((time.perf_counter(), progress.done)),
    )
    end = time.perf_counter()
    (first, before), (last, done) = seen[workers], seen[-1]
    return Steady(first - begun, (done - before) / (last - first), end - last)


def two_workers(runs: Runs, images: int, rounds: int) -> dict[str, float]:
    """By the clock once they run: two workers, one, and a rival in two threads and two processes."""
    source = runs.out()
    source.mkdir()
    for number in range(images):
        (source / f"{number:05}.jpg").hardlink_to(runs.files[number % len(runs.files)])
    files = sorted(source.iterdir())
    rival = albumentations_steps(fused=False, noise=True) is not None
    one, two = [], []
    rivals: dict[str, list[float]] = {"threads": [], "processes": []} if rival else {}
    for _ in range(rounds):
        one.append(steady(runs, source, 1))
        two.append(steady(runs, source, 2))
        for name, seen in rivals.items():
            change, threads = albumentations_change, name == "threads"
            seconds = two_at_once(files, runs.out(), runs.copies, change, threads=threads)
            seen.append(images * runs.copies / seconds)
    found = {
        "outputs": images * runs.copies,
        "1 worker, 1/s": statistics.median(run.rate for run in one),
        "2 workers, 1/s": statistics.median(run.rate for run in two),
        "efficiency of two": statistics.median(b.rate / a.rate / 2 for a, b in zip(one, two, strict=True)),
        "start of 1, s": statistics.median(run.start for run in one),
        "start of 2, s": statistics.median(run.start for run in two),
        "end, s": statistics.median(run.end for run in two),
    }
    rates = {f"Albumentations, 2 {name}, 1/s": statistics.median(seen) for name, seen in rivals.items()}
    if rates:
        found |= rates
        found["2 workers, x Albumentations"] = found["2 workers, 1/s"] / max(rates.values())
    return found


def worker_megabytes(runs: Runs) -> float:
    """The most memory that a worker process had while two exported."""
    peaks = [0.0]

    def look(_progress: Progress) -> None:
        for process in multiprocessing.active_children():
            status = Path(f"/proc/{process.pid}/status")
            if status.exists():
                peaks.append(high_water(status))

    options = ExportOptions(copies=runs.copies, quality=QUALITY, originals=False)
    run_export(ExportJob(runs.source, runs.out(), PIPELINE, options), RunOptions(workers=2), on_progress=look)
    return max(peaks)


def _small_export(folder: str, count: int, queue: Any) -> None:
    """Export so many small pictures, 1,000 to a folder, in this process; give what :func:`_watched` does."""
    source, out = Path(folder) / f"small-{count}", Path(folder) / f"small-{count}-out"
    picture = encode(smooth_picture(32, 32), "jpeg", quality=QUALITY)
    for number in range(count):
        file = source / f"{number // 1000:03}" / f"{number:06}.jpg"
        if number % 1000 == 0:  # file systems limit how many names a file may have
            file.parent.mkdir(parents=True)
            file.write_bytes(picture)
        else:
            file.hardlink_to(file.with_name(f"{number // 1000 * 1000:06}.jpg"))
    queue.put(_watched(lambda: our_export(source, out, 1, 1)))


def _large_export(folder: str, source: str, queue: Any) -> None:
    queue.put(_watched(lambda: our_export(Path(source), Path(folder) / "watched", 4, 1)))


def _watched(work: Callable[[], None]) -> tuple[float, float, float]:
    """Seconds, peak megabytes, and those beyond what there was before."""
    before = peak_megabytes()
    begun = time.perf_counter()
    work()
    seconds, peak = time.perf_counter() - begun, peak_megabytes()
    return seconds, peak, peak - before


def peak_megabytes() -> float:
    """The most memory that this process had at any time."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would count what the parent had
        return high_water(status)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def high_water(status: Path) -> float:
    """The most megabytes that the process had whose status this is."""
    text = status.read_text(encoding="ascii", errors="replace")
    return int(text.split("VmHWM:")[1].split()[0]) / 1024 if "VmHWM:" in text else 0.0


def in_fresh_process(target: Callable[..., None], *arguments: Any) -> tuple[float, float, float]:
    """Seconds, peak megabytes, and those beyond what its modules need, of work in a new process."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    process = context.Process(target=target, args=(*arguments, queue))
    process.start()
    while queue.empty():
        process.join(0.1)
        if process.exitcode:
            raise RuntimeError(f"{target.__name__} failed in its process")
    answer: tuple[float, float, float] = queue.get()
    process.join()
    return answer


def print_shares(found: dict[str, float]) -> None:
    """One line for each stage."""
    print("\nshare of an export's processor time")
    for stage, share in found.items():
        print(f"  {stage:<44}{share:>10.1%}")


def print_values(title: str, values: dict[str, float]) -> None:
    """One line for each."""
    print(f"\n{title}")
    for name, value in values.items():
        print(f"  {name:<44}{value:>10.4g}")


def print_scaling(folder: str, counts: list[int]) -> dict[str, tuple[float, float, float]]:
    """Small pictures by the thousand: time for each and memory must not grow."""
    print(f"\n{'32x32, 1 copy, 1 worker':<46}{'ms each':>10}{'peak MB':>14}{'beyond start':>14}")
    found = {}
    for count in counts:
        seconds, peak, extra = in_fresh_process(_small_export, folder, count)
        found[str(count)] = (seconds / count * 1000, peak, extra)
        print(f"  {count:<44,}{seconds / count * 1000:>10.3f}{peak:>14.0f}{extra:>14.0f}")
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="An export beside its codecs and other loops.")
    parser.add_argument("--images", type=int, default=40)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--long", type=int, default=400, help="pictures of the run that shows the efficiency")
    parser.add_argument("--large", action="store_true", help="100,000 small pictures too")
    parser.add_argument("--geometry", action="store_true", help="without noise: processor times alone")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
        pipeline = Pipeline.of(GEOMETRY, PADDING) if arguments.geometry else PIPELINE
        runs = Runs(Path(folder), arguments.images, arguments.copies, pipeline)
        times = processor_times(runs, arguments.rounds)
        print_table("processor time for each output", times, OURS)
        print(f"  share of the limit reached: {times[LIMIT] / times[OURS]:.0%}")
        if arguments.geometry:
            return
        parts = shares(runs)
        print_shares(parts)
        together = two_workers(runs, arguments.long, max(1, arguments.rounds // 2))
        print_values("two workers once they run, by the clock", together)
        memory = {
            "a worker process": worker_megabytes(runs),
            "all in one process": in_fresh_process(_large_export, folder, str(runs.source))[1],
        }
        print_values("peak memory at 640x480, MB", memory)
        scaling = print_scaling(folder, [1_000, 10_000, *([100_000] if arguments.large else [])])
    if arguments.json:
        found = {
            "ms": times,
            "shares": parts,
            "two_workers": together,
            "memory_mb": memory,
            "scaling": scaling,
        }
        arguments.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
