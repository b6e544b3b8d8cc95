"""How long a slider's change takes until picture and labels are painted, beside the picture alone.

    python -m tests.benchmarks.labels [--frames 60] [--instances 50] [--masks] [--json FILE]

A picture of 1920x1080 with boxes and outlines of 30 corners, in a window of that size: p50 and p95 of the
time from the slider's change to the end of the painting that shows it. With and without labels meet the same
machine, as they take turns.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from augstudio.datasets.formats import FORMATS
from augstudio.images.codec import encode
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
from tests.benchmarks.preview import PIPELINE, VIEWS, frame_times, spin
from tests.benchmarks.smoothness import percentile
from tests.datasets.box_file import FORMAT, NAME, write_labels
from tests.pictures import smooth_picture

SIZE: Final = (1920, 1080)
WARMING_FRAMES: Final = 5
ROUNDS: Final = 3
_ACROSS: Final = 10


def instances(count: int, *, masks: bool) -> list[dict[str, Any]]:
    """Boxes and outlines by turns, spread over the picture; the first as pixels where masks are wanted."""
    rows: list[dict[str, Any]] = []
    width, height = SIZE[0] / _ACROSS, SIZE[1] / -(-count // _ACROSS)
    for number in range(count):
        left, top = number % _ACROSS * width, number // _ACROSS * height
        if masks and number == 0:
            rows.append({"class": 0, "pixels": [200, 200, 900, 800]})
        elif number % 2:
            turns = [2 * math.pi * corner / 30 for corner in range(30)]
            ring = [
                (left + width * (0.5 + 0.45 * math.cos(turn)), top + height * (0.5 + 0.45 * math.sin(turn)))
                for turn in turns
            ]
            rows.append({"class": number % 4 // 2, "rings": [ring]})
        else:
            box = [left + 0.1 * width, top + 0.1 * height, left + 0.9 * width, top + 0.9 * height]
            rows.append({"class": number % 4 // 2, "box": box})
    return rows


def run(frames: int, count: int, *, masks: bool) -> dict[str, dict[str, list[float]]]:
    """Sorted frame times in milliseconds: view, with or without labels."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    apply_theme(application, Theme.DARK)
    FORMATS[NAME] = FORMAT
    times: dict[str, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "shown"
        root.mkdir()
        (root / "a.png").write_bytes(encode(smooth_picture(*SIZE), "png"))
        write_labels(root, {"a": instances(count, masks=masks)})
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
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
                measured = frame_times(window, frames + WARMING_FRAMES)[WARMING_FRAMES:]
                times[view]["with" if turn % 2 else "without"] += measured
                spin(application, lambda: not window.preview.controller.busy)
        window.close()
    return {view: {key: sorted(values) for key, values in row.items()} for view, row in times.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Slider to painted frame, with and without labels.")
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--instances", type=int, default=50)
    parser.add_argument("--masks", action="store_true", help="one instance and a class map by pixels, too")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    times = run(arguments.frames, arguments.instances, masks=arguments.masks)
    table = {
        view: {
            key: {"p50": statistics.median(values), "p95": percentile(values, 0.95)}
            for key, values in row.items()
        }
        for view, row in times.items()
    }
    print(f"{'view':<16}{'labels':<12}{'p50 ms':>9}{'p95 ms':>9}")
    for view, row in table.items():
        for key, values in row.items():
            print(f"{view:<16}{key:<12}{values['p50']:>9.1f}{values['p95']:>9.1f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(table, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
