"""Drives the real window with random input, and fails where something breaks, hangs or lies.

    python -m tests.random_input [--seed 0] [--seconds 180] [--events N] [--small]

Clicks on whatever can be seen, drags, wheel, keys, shortcuts, menus, file dialogs, files that are dropped,
exports that are begun and cancelled, another start after the window was closed; with slow steps among the
pipelines and labelled datasets among the pictures. It fails on an error that nobody catches, a warning of
Qt, a turn of the event loop that takes more than five seconds, the words "as exported" beside pixels that are
not those of an export, a source that was written to, a thread that is left, and a crash.

What is done is printed. The same seed chooses alike where it finds the same; how quick the machine is changes
what it finds. The window runs in a process of its own, in a folder of its own, which is removed.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

SCREEN: Final = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96}
LIMIT_SECONDS: Final = 900
"""How long a run may take beside its time for input."""


def arguments_of(given: list[str] | None = None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.random_input", description="Random input.")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=180.0)
    parser.add_argument("--events", type=int, default=sys.maxsize, help="end after so many gestures")
    parser.add_argument("--small", action="store_true", help="small pictures of few formats only")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(given)


def ended(code: int) -> str:
    """What an exit status says; empty where all is well."""
    if code < 0:
        return f"crashed by {signal.Signals(-code).name}"
    return f"failed with status {code}" if code else ""


def in_a_process(arguments: argparse.Namespace, told: Callable[[str], object] = print) -> int:
    """Run in a process and a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="random-input-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        screen = home / "screen.json"
        # Every third run has a screen of two device pixels for each logical one.
        ratio = 2 if arguments.seed % 3 == 2 else 1
        screen.write_text(json.dumps({"screens": [{**SCREEN, "dpr": ratio}]}), encoding="utf-8")
        environment = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "HOME": str(home),
            "PYTHONPATH": os.pathsep.join(filter(None, (str(Path.cwd()), os.environ.get("PYTHONPATH", "")))),
            **{f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        }
        command = [sys.executable, "-X", "faulthandler", "-m", "tests.random_input", *_passed_on(arguments)]
        command += ["--inside", folder]
        try:
            done = subprocess.run(
                command, env=environment, cwd=folder, check=False, timeout=arguments.seconds + LIMIT_SECONDS
            )
            problem = ended(done.returncode)
        except subprocess.TimeoutExpired:
            problem = "did not end"
    told(f"seed {arguments.seed}: {problem or 'nothing broke'}")
    return 1 if problem else 0


def _passed_on(arguments: argparse.Namespace) -> list[str]:
    given = ["--seed", str(arguments.seed), "--seconds", str(arguments.seconds)]
    return [*given, "--events", str(arguments.events), *(["--small"] if arguments.small else [])]


def main() -> int:
    """Run as asked for."""
    arguments = arguments_of()
    if arguments.inside is None:
        return in_a_process(arguments)
    from tests.random_input.run import run

    return run(arguments.inside, arguments.seed, arguments.seconds, arguments.events, small=arguments.small)


if __name__ == "__main__":
    sys.exit(main())
