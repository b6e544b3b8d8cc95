"""What writing shards costs beside writing files, by processor time.

    python -m tests.benchmarks.shards [--images 40] [--copies 4] [--rounds 9] [--side 480]

The same export to files and to shards of 10 MB, which take turns, with one worker and with two, of which what
they make goes through a pipe. A picture of 640x480, or of the side that is named, is augmented by four steps;
the smaller it is, the more all that is not pixels weighs. With two workers their start is in it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from functools import partial
from pathlib import Path

from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.images.codec import encode
from tests.benchmarks.export import PIPELINE, Runs
from tests.benchmarks.rivals import QUALITY
from tests.benchmarks.timing import measured, print_table
from tests.pictures import noise_picture

LIMIT = 10_000_000


def exported(runs: Runs, shards: int, workers: int = 1) -> None:
    """One export to a folder of its own."""
    options = ExportOptions(copies=runs.copies, quality=QUALITY, originals=False, shards=shards)
    run_export(ExportJob(runs.source, runs.out(), PIPELINE, options), RunOptions(workers=workers))


def with_workers(runs: Runs, rounds: int) -> dict[str, float]:
    """Median milliseconds of processor time for each output, of this process and of two workers."""
    times: dict[str, list[float]] = {"files": [], "shards": []}
    for _ in range(rounds):
        for name, limit in (("files", 0), ("shards", LIMIT)):
            begun = sum(os.times()[:4])
            exported(runs, limit, workers=2)
            times[name].append((sum(os.times()[:4]) - begun) * 1000 / runs.outputs)
    return {name: statistics.median(values) for name, values in times.items()}


def main() -> None:
    """Print both, for each output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--images", type=int, default=40)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--side", type=int, default=480)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(Path(folder), given.images, given.copies)
        if given.side != 480:
            for number, file in enumerate(runs.files):
                picture = noise_picture(given.side, given.side, seed=number)
                file.write_bytes(encode(picture, "jpeg", quality=QUALITY))
        ways = {"files": partial(exported, runs, 0), "shards": partial(exported, runs, LIMIT)}
        times = {name: value / runs.outputs for name, value in measured(ways, given.rounds).items()}
        both = with_workers(runs, given.rounds)
    print_table("one worker: processor time for each output, median", times, "files")
    print_table("two workers: that of all processes", both, "files")


if __name__ == "__main__":
    main()
