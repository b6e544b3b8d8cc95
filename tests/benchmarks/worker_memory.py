"""Page faults and processor time of an export's worker process for each output, without its start.

    python -m tests.benchmarks.worker_memory [--pictures 120]

Photographs of 640x480 with four copies each, written to memory where the machine has such a file system. What
a short export takes is subtracted from a long one, so that start and imports do not count.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from pathlib import Path

from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.export.engines.pool import Pool
from augstudio.pipelines import Pipeline
from tests.benchmarks.export import GEOMETRY, PADDING, PIPELINE, Runs, in_memory
from tests.benchmarks.rivals import QUALITY

_FEW = 24


def worker_costs(runs: Runs, pictures: int) -> tuple[int, float, float]:
    """Page faults, seconds of a worker itself and seconds of the system for it, of an export."""
    source = runs.out()
    source.mkdir()
    for number in range(pictures):
        (source / f"{number:05}.jpg").hardlink_to(runs.files[number % len(runs.files)])
    options = ExportOptions(copies=runs.copies, quality=QUALITY, originals=False)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run_export(ExportJob(source, runs.out(), runs.pipeline, options), RunOptions(engine=Pool(1)))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (
        after.ru_minflt - before.ru_minflt,
        after.ru_utime - before.ru_utime,
        after.ru_stime - before.ru_stime,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a worker's memory costs.")
    parser.add_argument("--pictures", type=int, default=120, help="of the long export, more than 24")
    pictures = parser.parse_args().pictures
    print(f"{'for each output':<24}{'page faults':>12}{'own ms':>10}{'system ms':>12}")
    ways = {"geometry": Pipeline.of(GEOMETRY, PADDING), "geometry and noise": PIPELINE}
    for name, pipeline in ways.items():
        with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
            runs = Runs(Path(folder), _FEW, 4, pipeline)
            few, many = worker_costs(runs, _FEW), worker_costs(runs, pictures)
        count = (pictures - _FEW) * runs.copies
        faults, own, system = ((b - a) / count for a, b in zip(few, many, strict=True))
        print(f"{name:<24}{faults:>12.0f}{own * 1000:>10.3f}{system * 1000:>12.3f}", flush=True)


if __name__ == "__main__":
    main()
