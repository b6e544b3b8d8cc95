"""How long a slider's change takes until picture and labels are painted, beside the picture alone.

    python -m tests.benchmarks.labels [--frames 60] [--instances 50] [--shapes outlines] [--json FILE]

A picture of 1920x1080 with boxes and outlines of 30 corners, or with things that are given by their pixels,
in a window of that size: p50 and p95 of the time from the slider's change to the end of the painting that
shows it, by the clock, and as processor time of the window's thread and of all threads. With and without
labels meet the same machine, as they take turns.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from augstudio.datasets.formats import FORMATS
from augstudio.images.codec import encode
from augstudio.processes import starting
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
from augstudio.ui.threads import let_window_go_first
from tests.benchmarks.preview import PIPELINE, VIEWS, FrameTime, frames_of, percentiles, spin
from tests.datasets.box_file import FORMAT, NAME, write_labels
from tests.pictures import smooth_picture

SIZE: Final = (1920, 1080)
WARMING_FRAMES: Final = 5
ROUNDS: Final = 3
_ACROSS: Final = 10


SHAPES: Final = ("both", "outlines", "bitmaps", "one-bitmap")


def instances(count: int, shapes: str) -> list[dict[str, Any]]:
    """Things spread over the picture, as boxes and outlines by turns, or as what else is wanted."""
    rows: list[dict[str, Any]] = []
    width, height = SIZE[0] / _ACROSS, SIZE[1] / -(-count // _ACROSS)
    for number in range(count):
        left, top = number % _ACROSS * width, number // _ACROSS * height
        row: dict[str, Any] = {"class": number % 4 // 2}
        if shapes == "one-bitmap" and number == 0:
            row["pixels"] = [200, 200, 900, 800]
        elif shapes == "bitmaps":
            row["bits"] = [*map(round, _inner(left, top, width, height))]
        elif shapes == "outlines" or number % 2:
            turns = [2 * math.pi * corner / 30 for corner in range(30)]
            row["rings"] = [
                [
                    (
                        left + width * (0.5 + 0.45 * math.cos(turn)),
                        top + height * (0.5 + 0.45 * math.sin(turn)),
                    )
                    for turn in turns
                ]
            ]
        else:
            row["box"] = _inner(left, top, width, height)
        rows.append(row)
    return rows


def _inner(left: float, top: float, width: float, height: float) -> list[float]:
    """The corners of a box in a cell."""
    return [left + 0.1 * width, top + 0.1 * height, left + 0.9 * width, top + 0.9 * height]


def run(frames: int, count: int, shapes: str) -> dict[str, dict[str, list[FrameTime]]]:
    """Frame times in milliseconds: view, with or without labels."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    apply_theme(application, Theme.DARK)
    FORMATS[NAME] = FORMAT
    times: dict[str, dict[str, list[FrameTime]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "shown"
        root.mkdir()
        (root / "a.png").write_bytes(encode(smooth_picture(*SIZE), "png"))
        write_labels(root, {"a": instances(count, shapes)})
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        with starting():  # as the program does
            window = make_window(State(settings), root, None)
        window.resize(*SIZE)
        window.show()
        window.session.restore_pipeline(PIPELINE)
        spin(application, lambda: window.session.sample is not None)
        for view, name in VIEWS.items():
            window.preview.set_view(name)
            times[view] = {"without": [], "with": []}
            for turn in range(2 * ROUNDS):
                window.preview.viewport.labels.set_shown(bool(turn % 2))
                spin(application, lambda: not window.preview.controller.busy)
                measured = frames_of(window, frames + WARMING_FRAMES)[WARMING_FRAMES:]
                times[view]["with" if turn % 2 else "without"] += measured
                spin(application, lambda: not window.preview.controller.busy)
        window.close()
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Slider to painted frame, with and without labels.")
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--instances", type=int, default=50)
    parser.add_argument("--shapes", choices=SHAPES, default="both", help="what things are given by")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    let_window_go_first()  # as the program does
    times = run(arguments.frames, arguments.instances, arguments.shapes)
    table = {view: {key: percentiles(values) for key, values in row.items()} for view, row in times.items()}
    columns = [*table["side by side"]["with"]]
    print(f"{'view':<16}{'labels':<12}" + "".join(f"{name:>12}" for name in columns))
    for view, row in table.items():
        for key, values in row.items():
            print(f"{view:<16}{key:<12}" + "".join(f"{values[column]:>12.1f}" for column in columns))
    if arguments.json:
        arguments.json.write_text(json.dumps(table, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
