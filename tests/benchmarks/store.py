"""What becomes of an export to an object store whose process is killed again and again.

    python -m tests.benchmarks.store [--kills 50] [--seed 0] [--workers 2] [--shards SIZE] [--parts N]
        [--json FILE]

A stand-in for S3 (moto) runs in a process of its own. An export to it is killed with its workers, by SIGKILL,
after a random time of up to that of a whole one, and begun again, until it ends by itself; then the next
begins in a new place. After each kill, every object in the store is compared with an undisturbed export to
a folder: an output is whole and right or not there (half), and none that was there is gone (lost). In the end
all must be equal, byte for byte. Outputs may be shards, and an export may run in so many parts, each time one
that has not ended yet; then they are put together.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.export.files import JOURNAL, LOCK, RESERVED
from augstudio.export.shards.size import parsed_limit
from augstudio.pipelines import Pipeline
from augstudio.stores.address import StoreAddress
from tests.folders import encoded, write_files
from tests.pictures import noise_picture
from tests.stand_in import BUCKET, environment, make_bucket, objects_in

_ROOT = Path(__file__).parents[2]
_PATIENCE = 120.0
_SERVER = """
import logging, sys
logging.getLogger("werkzeug").setLevel(logging.ERROR)
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(*server.get_host_and_port(), flush=True)
sys.stdin.read()
"""


@dataclass
class Counts:
    """What was seen.

    Attributes:
        kills: Exports that were killed.
        early: Those that had put no output by then.
        ends: Exports that ended by themselves, in a new place each.
        outputs: Outputs that were looked at after kills.
        half: Those that were not as they must be.
        lost: Those that were there after an earlier kill, and no more.
        different: Objects of finished exports that are not those of the folder, or missing, or too many.
        objects: Objects of finished exports.
    """

    kills: int = 0
    early: int = 0
    ends: int = 0
    outputs: int = 0
    half: int = 0
    lost: int = 0
    different: int = 0
    objects: int = 0


@contextlib.contextmanager
def _server() -> Iterator[None]:
    """A stand-in in a process of its own, to which the environment leads."""
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        endpoint = ":".join(process.stdout.readline().split())
        make_bucket(f"http://{endpoint}")
        os.environ.update(environment(f"http://{endpoint}"))
        yield
    finally:
        process.kill()
        process.communicate()


def _sources(root: Path) -> Path:
    files = {
        f"{'abc'[number % 3]}/{number}.jpg": encoded(noise_picture(300, 200, seed=number), "JPEG")
        for number in range(40)
    }
    return write_files(root, {**files, "b/torn.png": b"torn"})


@dataclass(frozen=True)
class Trial:
    """What is tried.

    Attributes:
        dataset: The pictures.
        workers: Of each export.
        shards: How large shards are; "" writes files.
        parts: How many parts an export has; 0 for one run.
    """

    dataset: Path
    workers: int
    shards: str
    parts: int

    @property
    def steps(self) -> list[str]:
        """What has to be run, in any order."""
        return [f"{index}/{self.parts}" for index in range(self.parts)] or [""]

    def begun(self, place: StoreAddress, step: str) -> subprocess.Popen[bytes]:
        """A process that runs one of them; "finish" puts parts together."""
        command = [sys.executable, "-m", "augstudio"]
        if step == "finish":
            command += ["finish", str(place)]
        else:
            command += ["export", str(self.dataset), str(place), "--workers", str(self.workers)]
            command += ["--copies", "3", *(("--part", step) if step else ())]
            command += ["--format", "jpeg", "--shards", self.shards] if self.shards else []
        return subprocess.Popen(
            command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )

    def whole(self, out: Path) -> dict[str, bytes]:
        """The files of an undisturbed export to a folder."""
        limit = parsed_limit(self.shards) if self.shards else 0
        options = ExportOptions(copies=3, shards=limit, format="jpeg" if limit else "keep")
        run_export(ExportJob(self.dataset, out, Pipeline.default(), options), RunOptions(workers=1))
        files = (path for path in out.rglob("*") if path.is_file())
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def _is_output(name: str) -> bool:
    return name.partition("/")[0] not in RESERVED and not name.startswith((JOURNAL, LOCK))


def _killed(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Kill an export with its workers after a time; False where it had ended."""
    try:
        _, said = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=_PATIENCE)
        return True
    # One picture is torn, which is told of by the code 1 of the part that has it.
    assert process.returncode in (0, 1), said.decode()
    return False


def tortured(trial: Trial, whole: dict[str, bytes], kills: int, seed: int) -> Counts:
    """Kill exports so many times."""
    counts, chance, number = Counts(), random.Random(seed), 0
    began = time.monotonic()
    _killed(trial.begun(StoreAddress("s3", BUCKET, "first"), trial.steps[0]), _PATIENCE)
    longest = time.monotonic() - began
    place, before, steps = StoreAddress("s3", BUCKET, "place0"), set[str](), trial.steps
    while counts.kills < kills or before:
        ends = counts.kills >= kills
        seconds = _PATIENCE if ends else chance.uniform(0.3, 1) * longest
        step = chance.choice(steps)
        was_killed = _killed(trial.begun(place, step), seconds)
        there = objects_in(place)
        outputs = {name for name in there if _is_output(name)}
        counts.half += sum(there[name] != whole.get(name) for name in outputs)
        counts.lost += len(before - outputs)
        counts.outputs += len(outputs)
        before = outputs
        if was_killed:
            counts.kills += 1
            counts.early += not outputs
            continue
        steps.remove(step)
        if not steps and trial.parts and step != "finish":
            steps = ["finish"]
        if steps:
            continue
        counts.ends += 1
        counts.objects += len(there)
        counts.different += sum(there.get(name) != whole.get(name) for name in there.keys() | whole.keys())
        number += 1
        place, before, steps = StoreAddress("s3", BUCKET, f"place{number}"), set(), trial.steps
    return counts


def main() -> int:
    """Run it; 1 where anything was half, lost or different."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--shards", default="")
    parser.add_argument("--parts", type=int, default=0)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _server():
        trial = Trial(_sources(Path(folder) / "in"), given.workers, given.shards, given.parts)
        counts = tortured(trial, trial.whole(Path(folder) / "out"), given.kills, given.seed)
    for name, count in asdict(counts).items():
        print(f"{name:10} {count:7,}")
    if given.json:
        given.json.write_text(json.dumps(asdict(counts)) + "\n", encoding="utf-8")
    return 1 if counts.half or counts.lost or counts.different or not counts.ends else 0


if __name__ == "__main__":
    sys.exit(main())
