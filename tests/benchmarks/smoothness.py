"""Whether the window stays smooth while it exports.

    python -m tests.benchmarks.smoothness [--frames 60] [--rounds 5] [--json FILE]

An export of thousands of pictures runs beside a window of 1920x1080, with as many workers as the program
takes. It is paused and goes on by turns, so that frames with and without it meet the same machine. A frame is
the time from a slider's change to the end of the painting that shows it; every change waits for its frame.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from augstudio.export import ExportJob, ExportOptions, Progress
from augstudio.images.codec import encode
from augstudio.ui.export_panel.runner import WORKERS
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
from tests.benchmarks.preview import PIPELINE, frame_times, spin, write_source
from tests.pictures import smooth_picture

SOURCES = 3_000
COPIES = 4
WARMING_FRAMES = 5
SETTLING_MS = 300


def write_sources(root: Path) -> Path:
    """Pictures of 640x480 to export."""
    root.mkdir()
    for number in range(8):
        picture = np.roll(smooth_picture(640, 480), 13 * number, axis=1)
        (root / f"{number:05}.jpg").write_bytes(encode(np.ascontiguousarray(picture), "jpeg"))
    for number in range(8, SOURCES):
        (root / f"{number:05}.jpg").hardlink_to(root / f"{number % 8:05}.jpg")
    return root


class Pausable:
    """The window's own export, which is either running or at rest."""

    def __init__(self, window: MainWindow, application: QApplication) -> None:
        self._runner = window.exporting.runner
        self._application = application
        self._paused = False
        self._runner.progressed.connect(self._on_runner_progressed)

    def _on_runner_progressed(self, progress: Progress) -> None:
        self._paused = progress.paused

    def start(self, source: Path, out: Path) -> None:
        """Start it, and wait until its workers write."""
        job = ExportJob(source, out, PIPELINE, ExportOptions(copies=COPIES))
        self._runner.start(job)
        spin(self._application, lambda: len(list(out.glob("*__aug*"))) > 2 * WORKERS)

    def set_paused(self, paused: bool) -> None:
        """Have it rest or go on; returns when the workers do."""
        self._runner.set_paused(paused)
        spin(self._application, lambda: self._paused == paused)
        settled = QEventLoop()  # the workers finish the file that they are at
        QTimer.singleShot(SETTLING_MS, settled.quit)
        settled.exec()

    def stop(self) -> None:
        """Cancel it, and wait for its end."""
        self._runner.close()


def run(frames: int, rounds: int) -> dict[str, list[float]]:
    """Sorted frame times in milliseconds, at rest and beside an export."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    apply_theme(application, Theme.DARK)
    times: dict[str, list[float]] = {"idle": [], "exporting": []}
    with tempfile.TemporaryDirectory() as folder:
        shown, source = write_source(Path(folder) / "shown", (1920, 1080)), Path(folder) / "source"
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(State(settings), shown, None)
        window.resize(1920, 1080)
        window.show()
        window.session.restore_pipeline(PIPELINE)
        spin(application, lambda: window.session.sample is not None)
        spin(application, lambda: not window.preview.controller.busy)
        export = Pausable(window, application)
        export.start(write_sources(source), Path(folder) / "out")
        for number in range(2 * rounds):
            name = "exporting" if number % 2 else "idle"
            export.set_paused(name == "idle")
            times[name] += frame_times(window, frames + WARMING_FRAMES)[WARMING_FRAMES:]
            spin(application, lambda: not window.preview.controller.busy)
        export.stop()
        window.close()
    return {name: sorted(values) for name, values in times.items()}


def percentile(ordered: list[float], share: float) -> float:
    """Of sorted values."""
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Frames of the preview beside an export.")
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    times = run(arguments.frames, arguments.rounds)
    table = {
        name: {"p50": statistics.median(values), "p95": percentile(values, 0.95)}
        for name, values in times.items()
    }
    print(f"{f'1920x1080, {WORKERS} workers':<24}{'p50 ms':>9}{'p95 ms':>9}")
    for name, row in table.items():
        print(f"{name:<24}{row['p50']:>9.1f}{row['p95']:>9.1f}")
    ratios = {key: table["exporting"][key] / table["idle"][key] for key in ("p50", "p95")}
    print(f"{'ratio':<24}{ratios['p50']:>9.2f}{ratios['p95']:>9.2f}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"milliseconds": table, "ratio": ratios}), encoding="utf-8")


if __name__ == "__main__":
    main()
