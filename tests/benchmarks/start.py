"""How much the program takes to start: to the painted window, and for commands that only tell something.

    python -m tests.benchmarks.start [--rounds 7] [--against FOLDER]

Processor time of everything that is started until the first picture of the window is painted, off the screen,
with the sample and nothing remembered; the least of all rounds. Another checkout takes turns with this one.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

_PAINTED: Final = """
import os
import augstudio.__main__ as program
import augstudio.ui.app as app

opened = app._opened

def watched(*arguments):
    application, state, host = opened(*arguments)
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and watched is host.window:
                QTimer.singleShot(0, lambda: os._exit(0))
            return False

    application.watch = Watch()
    application.installEventFilter(application.watch)
    return application, state, host

app._opened = watched
program.main()
"""
_WAYS: Final = {
    "augstudio --version": ("-m", "augstudio", "--version"),
    "augstudio transforms": ("-m", "augstudio", "transforms"),
    "to the painted window": ("-c", _PAINTED),
}


def seconds(command: tuple[str, ...], checkout: Path) -> float:
    """Processor time of one start."""
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home)
        surroundings = os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(checkout)}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            (sys.executable, *command),
            cwd=checkout,
            env=surroundings,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=60,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Processor time of starts.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--against", type=Path, help="another checkout")
    arguments = parser.parse_args()
    checkouts = [Path(__file__).parents[2], *filter(None, [arguments.against])]
    print(f"{'least seconds':<30}" + "".join(f"{checkout.name:>12}" for checkout in checkouts))
    for name, command in _WAYS.items():
        found: list[list[float]] = [[] for _ in checkouts]
        for _ in range(arguments.rounds):
            for times, checkout in zip(found, checkouts, strict=True):
                times.append(seconds(command, checkout))
        print(f"{name:<30}" + "".join(f"{min(times):>12.2f}" for times in found))


if __name__ == "__main__":
    main()
