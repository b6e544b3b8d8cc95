"""Every call by which an export changes its folder fails once, or is the last one: SQLite's method.

A loop goes on until a run needs fewer calls than the number of the one that fails. After each fault the
sources are untouched, nothing half stands under a final name, and a rerun equals the undisturbed export byte
for byte.
"""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from augstudio.export.files import IDENTITY, JOURNAL, LOCK, UNFINISHED
from tests.faults.checks import check_nothing_half, is_finished, state
from tests.faults.server import REFUSED, Ended, Server
from tests.faults.shim import Action, Levers
from tests.folders import contents

MINE = b"retouched by hand for hours"
"""What somebody writes into an export's files."""

OTHER: dict[str, Any] = {"seed": 7, "copies": 3, "format": "png"}
"""Options of the export that is to be replaced."""


@dataclass
class Bench:
    """What a loop needs.

    Attributes:
        levers: Make calls fail.
        server: Runs exports that the levers reach.
        dataset: The sources.
        out: The export's folder, removed before each fault.
        whole: The state of the undisturbed export.
    """

    levers: Levers
    server: Server
    dataset: Path
    out: Path
    whole: dict[str, str]

    def run(self, *, target: int = 0, action: Action = Action.NOTHING, error: int = 0, **how: Any) -> Ended:
        """One run, with a fault at the chosen call; the sources stay as they are."""
        sources = contents(self.dataset)
        self.levers.set(self.out, self.dataset, target=target, action=action, error=error)
        ended = self.server.export(self.dataset, self.out, **how)
        assert self.levers.trespasses == 0, self.levers.where
        assert contents(self.dataset) == sources, self.levers.where
        return ended


@dataclass(frozen=True)
class Fault:
    """What happens at the chosen call, and around it.

    Attributes:
        action: What happens.
        error: The ``errno`` of a call that fails.
        replaces: Whether another export stands in the folder, to be replaced.
        powerless: Whether the power goes with the program.
    """

    action: Action
    error: int = 0
    replaces: bool = False
    powerless: bool = False


FAULTS = {
    "EIO": Fault(Action.FAIL_ONCE, errno.EIO),
    "ENOSPC": Fault(Action.FAIL_ONCE, errno.ENOSPC),
    "EIO from then on": Fault(Action.FAIL_ALWAYS, errno.EIO),
    "ENOSPC from then on": Fault(Action.FAIL_ALWAYS, errno.ENOSPC),
    "kill": Fault(Action.KILL_PROCESS),
    "kill all": Fault(Action.KILL_GROUP),
    "power cut": Fault(Action.KILL_GROUP, powerless=True),
    "EIO in replacing": Fault(Action.FAIL_ONCE, errno.EIO, replaces=True),
    "kill in replacing": Fault(Action.KILL_GROUP, replaces=True),
}


def loop(bench: Bench, fault: Fault, *, stride: int = 1, workers: int = 1) -> int:
    """Let one call after the other fail, until a run needs no more of them.

    Args:
        bench: Where.
        fault: What happens.
        stride: 1 tries every call, 3 every third one.
        workers: Worker processes of the run that is disturbed.

    Returns:
        The number of calls in an undisturbed run.
    """
    other = bench.out.with_name("other")
    if fault.replaces and not other.exists():
        assert bench.server.export(bench.dataset, other, **OTHER).code == 0
    target = 1
    while True:
        shutil.rmtree(bench.out, ignore_errors=True)
        if fault.replaces:
            shutil.copytree(other, bench.out)
        ended = bench.run(
            target=target, action=fault.action, error=fault.error, workers=workers, overwrite=fault.replaces
        )
        where = f"call {target}: {bench.levers.where}: {ended}"
        if not bench.levers.fired:
            assert (ended.code, ended.text) == (0, ""), where
            assert state(bench.out) == bench.whole, where
            return bench.levers.count
        _check_disturbed(bench, fault, ended, where)
        if fault.powerless:
            cut_power(bench.out)
        again = bench.run(overwrite=fault.replaces)
        assert (again.code, again.text) == (0, ""), f"{where}; again: {again}"
        assert state(bench.out) == bench.whole, where
        target += stride


def _check_disturbed(bench: Bench, fault: Fault, ended: Ended, where: str) -> None:
    """What must hold at once, before anything is run again."""
    assert "Traceback" not in ended.text, where
    if ended.code == 0:  # it did without the call, or a worker was replaced
        left = {name: digest for name, digest in state(bench.out).items() if not name.startswith(UNFINISHED)}
        assert left == bench.whole, where
    elif fault.error:
        assert ended.code == REFUSED, where
        assert "cannot write" in ended.text, where
    else:
        assert ended.code < 0 or ended.code == REFUSED, where
    if not fault.replaces:
        check_nothing_half(bench.out, bench.whole)


def cut_power(out: Path) -> None:
    """Lose what the system was not told to put on the disk: pictures' contents, the journal's last lines."""
    if is_finished(out):
        return
    for place in out.rglob("*"):
        if place.is_file() and place.suffix in (".jpg", ".png", ".webp"):
            os.truncate(place, 0)
        elif place.name == JOURNAL:
            os.truncate(place, place.stat().st_size // 2)


def loop_of_strangers(bench: Bench, *, stride: int = 1) -> int:
    """Kill an export in one call after the other, and replace what it left by another one.

    What was in flight is in no manifest; it must not stay, while a file of the user's own must.
    """
    own = "a/0__aug009.png"
    target = 1
    while True:
        shutil.rmtree(bench.out, ignore_errors=True)
        bench.run(target=target, action=Action.KILL_GROUP, **OTHER)
        if not bench.levers.fired:
            return bench.levers.count
        where = f"call {target}: {bench.levers.where}"
        (bench.out / own).parent.mkdir(parents=True, exist_ok=True)
        (bench.out / own).write_bytes(b"not one of the export's")
        ended = bench.run(overwrite=True)
        found = state(bench.out)
        assert found.pop(own, None), where
        if ended.code == REFUSED:  # it was killed before the folder was known to be an export's
            assert "holds other files" in ended.text, where
            assert all(name == LOCK or name.startswith(UNFINISHED) for name in found), where
        else:
            assert (ended.code, found) == (0, bench.whole), where
        target += stride


def loop_of_editors(bench: Bench, *, stride: int = 1) -> int:
    """Kill an export in one call after the other, edit what stands there, put a file where none is, go on.

    Both stay and are named, by the file or by its picture, until they shall be replaced.
    """
    target = 1
    while True:
        shutil.rmtree(bench.out, ignore_errors=True)
        bench.run(target=target, action=Action.KILL_GROUP)
        if not bench.levers.fired:
            return bench.levers.count
        where = f"call {target}: {bench.levers.where}"
        target += stride
        outputs = sorted(name for name in bench.whole if "/" in name)
        mine = [name for name in outputs if (bench.out / name).exists()][-1:]
        mine += [name for name in outputs if not (bench.out / name).exists()][:1]
        if not (bench.out / IDENTITY).exists():  # what lies there would be refused as other files
            continue
        for name in mine:
            (bench.out / name).parent.mkdir(parents=True, exist_ok=True)
            (bench.out / name).write_bytes(MINE)
        ended = bench.run()
        assert ended.code == 0, f"{where}: {ended}"
        for name in mine:
            assert (bench.out / name).read_bytes() == MINE, where
            assert any(name in told for told in (*ended.skipped, *ended.skipped.values())), (
                f"{where}: {ended}"
            )
        again = bench.run(replace_edited=True)
        assert (again.code, again.text) == (0, ""), f"{where}: {again}"
        assert state(bench.out) == bench.whole, where
