"""How much the program takes to start: to the painted window, and for commands that only tell something.

    python -m tests.benchmarks.start [--rounds 7] [--against FOLDER]

Processor time of everything that is started until the window is painted, and until the sample's first picture
is shown in it, off the screen and with nothing remembered; the least of all rounds, and what it took by the
clock. Another checkout takes turns with this one.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

_WINDOW: Final = """
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
    if {to_picture}:
        host.window.preview.result_shown.connect(lambda _: os._exit(0))
    else:
        application.installEventFilter(application.watch)
    return application, state, host

app._opened = watched
program.main()
"""
_WAYS: Final = {
    "augstudio --version": ("-m", "augstudio", "--version"),
    "augstudio transforms": ("-m", "augstudio", "transforms"),
    "to the painted window": ("-c", _WINDOW.format(to_picture=False)),
    "to the first picture in it": ("-c", _WINDOW.format(to_picture=True)),
}


def seconds(command: tuple[str, ...], checkout: Path) -> tuple[float, float]:
    """Processor time of one start, and what it took by the clock."""
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home)
        surroundings = os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(checkout)}
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(
            (sys.executable, *command),
            cwd=checkout,
            env=surroundings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=60,
        )
        after, took = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Processor time of starts.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--against", type=Path, help="another checkout")
    arguments = parser.parse_args()
    checkouts = [Path(__file__).parents[2], *filter(None, [arguments.against])]
    print(f"{'least seconds: processor, clock':<32}" + "".join(f"{each.name:>20}" for each in checkouts))
    for name, command in _WAYS.items():
        found: list[list[tuple[float, float]]] = [[] for _ in checkouts]
        for _ in range(arguments.rounds):
            for times, checkout in zip(found, checkouts, strict=True):
                times.append(seconds(command, checkout))
        least = ((min(each[0] for each in times), min(each[1] for each in times)) for times in found)
        print(f"{name:<32}" + "".join(f"{used:>13.2f}{took:>7.2f}" for used, took in least), flush=True)


if __name__ == "__main__":
    main()
