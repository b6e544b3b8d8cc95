"""What an export costs around pictures that are small or many: PNGs of 32x32, three steps, one copy each.

    python -m tests.benchmarks.small_pictures [--pictures 3000] [--listed 100000] [--rounds 3]
        [--against FOLDER]

Processor time of a fresh process and all that it starts, the least of all rounds; another checkout takes
turns with this one. Sources and exports lie in the folder for temporary files, best one in memory.

Two more rows tell what no export can be faster than: loops of the same codecs, hashes and system calls,
without steps, draws, plans, records or anything that keeps an export safe but the renaming and the disk.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from augstudio.export.engines.memory import keep_freed_memory
from augstudio.images.codec import decode, encode
from tests.pictures import noise_picture

_FEW: Final = 40
_KINDS: Final = 1000  # different pictures, and how many there are in a folder
_EXPORT: Final = """
import sys
from pathlib import Path
from augstudio import Brightness, HorizontalFlip, Padding, PaddingMode, Pipeline, Rotate
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export

if __name__ == "__main__":
    source, out, workers, stop = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    steps = HorizontalFlip(), Rotate(), Brightness()
    pipeline = Pipeline.of(steps, Padding(mode=PaddingMode.REFLECT))
    done = []
    run_export(
        ExportJob(source, out, pipeline, ExportOptions(copies=1, originals=False)),
        RunOptions(workers=workers),
        on_progress=lambda progress: done.append(progress.done),
        cancelled=lambda: bool(stop) and bool(done) and done[-1] >= stop,
    )
"""


def written(folder: Path, count: int) -> Path:
    """A dataset of so many small pictures, of which every thousandth is the same file."""
    kinds = [encode(noise_picture(32, 32, seed=number), "png") for number in range(min(count, _KINDS))]
    for number in range(count):
        file = folder / f"{number // _KINDS:03}" / f"{number:06}.png"
        if number % _KINDS == 0:
            file.parent.mkdir(parents=True)
        if number < _KINDS:
            file.write_bytes(kinds[number])
        else:
            file.hardlink_to(folder / "000" / f"{number % _KINDS:06}.png")
    return folder


def seconds(checkout: Path, script: Path, source: Path, workers: int, stop: int) -> float:
    """Processor time of one export, of which only ``stop`` pictures are made where that is not 0."""
    out = source.with_name("out")
    command = (sys.executable, str(script), str(source), str(out), str(workers), str(stop))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=checkout, env=os.environ | {"PYTHONPATH": str(checkout)}, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    shutil.rmtree(out)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least_written(source: Path) -> float:
    """Seconds of processor time of reading, unpacking, packing, hashing, writing and syncing all pictures."""
    out = source.with_name("least")
    out.mkdir()
    files = [entry.path for folder in os.scandir(source) for entry in os.scandir(folder)]
    began = time.process_time()
    places = []
    for number, file in enumerate(files):
        with open(file, "rb") as stream:  # noqa: PTH123  (no time for a Path)
            data = stream.read()
        image = decode(data).image
        packed = encode(image, "png")
        for hashed in (data, image.tobytes(), packed):
            hashlib.sha256(hashed).hexdigest()
        unfinished, place = f"{out}/unfinished", f"{out}/{number}.png"
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.write(handle, packed)
        os.close(handle)
        os.rename(unfinished, place)  # noqa: PTH104
        places.append(place)
    for place in places:
        handle = os.open(place, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
    took = time.process_time() - began
    shutil.rmtree(out)
    return took


def least_listed(source: Path) -> float:
    """Seconds of processor time of listing all files in order, and hashing their names, sizes and times."""
    began = time.process_time()
    digest = hashlib.sha256()
    for folder in sorted(os.scandir(source), key=lambda entry: entry.name):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            state = entry.stat()
            digest.update(f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    digest.hexdigest()
    return time.process_time() - began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Exports of small pictures.")
    parser.add_argument("--pictures", type=int, default=3000)
    parser.add_argument("--listed", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--against", type=Path, help="another checkout")
    arguments = parser.parse_args()
    checkouts = [Path(__file__).parents[2], *filter(None, [arguments.against])]
    print(f"{'least seconds':<40}" + "".join(f"{checkout.name:>12}" for checkout in checkouts))
    with tempfile.TemporaryDirectory() as root:
        script = Path(root) / "export.py"
        script.write_text(_EXPORT, encoding="utf-8")
        few, many, all_listed = (
            written(Path(root) / str(count), count) for count in (_FEW, arguments.pictures, arguments.listed)
        )
        for name, source, workers, stop in (
            (f"{_FEW} pictures, one process", few, 1, 0),
            (f"{_FEW} pictures, up to two workers", few, 2, 0),
            (f"{arguments.pictures:,} pictures, one process", many, 1, 0),
            (f"{arguments.pictures:,} pictures, two workers", many, 2, 0),
            (f"{arguments.listed:,} pictures, to the first one", all_listed, 1, 1),
        ):
            found: list[list[float]] = [[] for _ in checkouts]
            for _ in range(arguments.rounds):
                for times, checkout in zip(found, checkouts, strict=True):
                    times.append(seconds(checkout, script, source, workers, stop))
            print(f"{name:<40}" + "".join(f"{min(times):>12.2f}" for times in found), flush=True)
        keep_freed_memory()
        for name, least, source in (
            (f"least for {arguments.pictures:,} pictures, no steps", least_written, many),
            (f"least for {arguments.listed:,} pictures, listed", least_listed, all_listed),
        ):
            print(f"{name:<40}{min(least(source) for _ in range(arguments.rounds)):>12.2f}", flush=True)


if __name__ == "__main__":
    main()
