"""Kills programs and workers at random times; the times are the same in every run."""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from augstudio.export.files import LOCK
from tests.__main__ import ROOT
from tests.faults.checks import check_nothing_half, is_finished, state
from tests.faults.server import Server
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

VICTIMS = ("worker", "program", "all", "asked")
"""Who is killed: a worker, the program without its workers, all of them; "asked" is asked to end."""

# What Python itself says of a worker whose program is gone before it has told it what to do.
_UNBORN = re.compile(r"Traceback .*\n(  .*\n)+EOFError: Ran out of input\n")
_PATIENCE = 60.0
_STOPPED = 130
_CODES = {"worker": None, "program": -signal.SIGKILL, "all": -signal.SIGKILL, "asked": _STOPPED}


@dataclass
class Ground:
    """Where exports run.

    Attributes:
        server: Runs undisturbed exports.
        dataset: The sources.
        out: The folder of the disturbed ones.
        whole: The state of an undisturbed one.
        seconds: How long an undisturbed one writes.
    """

    server: Server
    dataset: Path
    out: Path
    whole: dict[str, str]
    seconds: float


def prepared(server: Server, root: Path) -> Ground:
    """Pictures that keep two workers busy for about a second, and what comes of them undisturbed."""
    files = {
        f"{'abc'[number % 3]}/{number}.jpg": encoded(noise_picture(300, 200, seed=number), "JPEG")
        for number in range(24)
    }
    dataset = write_files(root / "in", {**files, "b/torn.png": b"torn"})
    assert server.export(dataset, root / "whole").code == 0
    ground = Ground(server, dataset, root / "out", state(root / "whole"), 0.0)
    with _started(ground) as program:
        begun = time.monotonic()
        assert _ended(program)[0] == 1
        ground.seconds = time.monotonic() - begun
    assert state(ground.out) == ground.whole
    return ground


def killed_and_mended(ground: Ground, victim: str, rounds: int) -> int:
    """Kill so many exports while they write, and check what each leaves; how many of them could be mended."""
    chance, sources = random.Random(victim), contents(ground.dataset)
    killed = mended = tries = 0
    while killed < rounds:
        tries += 1
        assert tries <= 3 * rounds + 10, f"only {killed} of {tries} were still running"
        shutil.rmtree(ground.out, ignore_errors=True)
        with _started(ground) as program:
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(chance.uniform(0, ground.seconds))
            hit = program.poll() is None and _struck(program, victim, chance)
            code, text = _ended(program)
        killed += hit
        where = f"round {killed}: {code}: {text}"
        assert "Traceback" not in (text if victim == "asked" else _UNBORN.sub("", text)), where
        assert contents(ground.dataset) == sources, where
        if code != 1:  # as it ends when a picture was left out
            # Once everything is written, it ends at a request as any program does.
            late = victim == "asked" and code == -signal.SIGTERM and is_finished(ground.out)
            assert late or code == _CODES[victim], where
            check_nothing_half(ground.out, ground.whole)
            again = ground.server.export(ground.dataset, ground.out)
            assert (again.code, again.text, len(again.skipped)) == (0, "", 1), f"{where}; again: {again}"
        assert state(ground.out) == ground.whole, where
        mended += hit
    return mended


@contextlib.contextmanager
def _started(ground: Ground) -> Iterator[subprocess.Popen[bytes]]:
    """The program, once it has begun to write."""
    command = [sys.executable, "-m", "augstudio", "export", str(ground.dataset), str(ground.out)]
    program = subprocess.Popen(
        [*command, "--copies", "2", "--workers", "2"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        while program.poll() is None and not (ground.out / LOCK).exists():
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(0.002)
        yield program
    finally:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGKILL)
            program.communicate()


def _ended(program: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Exit code and output, when the program and all workers, which share its output, have ended."""
    text = program.communicate(timeout=_PATIENCE)[0].decode(errors="replace")
    return program.returncode, text


def _struck(program: subprocess.Popen[bytes], victim: str, chance: random.Random) -> bool:
    """Whether there was somebody to kill."""
    if victim == "worker":
        workers = list(_workers_of(program.pid))
        if not workers:
            return False
        with contextlib.suppress(ProcessLookupError):
            os.kill(chance.choice(workers), signal.SIGKILL)
    elif victim == "all":
        os.killpg(program.pid, signal.SIGKILL)
    else:
        program.send_signal(signal.SIGTERM if victim == "asked" else signal.SIGKILL)
    return True


def _workers_of(parent: int) -> Iterator[int]:
    """Process numbers of a program's workers."""
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            fields = (place / "stat").read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent and b"spawn_main" in (place / "cmdline").read_bytes():
                yield int(place.name)
