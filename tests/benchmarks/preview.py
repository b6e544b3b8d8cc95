"""How long a slider's change takes until the new picture is painted.

    python -m tests.benchmarks.preview [--frames 60] [--json FILE]

For pictures of three sizes and the side-by-side and padding views, in a window of 1920x1080: p50 and p95 of
the time from the slider's change to the end of the painting that shows it. Every change waits for its frame.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtWidgets import QApplication

from augstudio.core.padding import Padding, PaddingMode
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.preview.requests import PreviewResult
from augstudio.transforms import GaussianNoise, Rotate, Scale, Translate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.pipeline_panel.fields import RangeField
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
from tests.pictures import smooth_picture

SIZES = {"640x480": (640, 480), "1920x1080": (1920, 1080), "24 MP": (6000, 4000)}
VIEWS = {"side by side": "side_by_side", "padding modes": "padding"}

PIPELINE = Pipeline.of(
    (
        Rotate(angle_range=(5, 25)),
        Scale(factor_range=(0.8, 1.2)),
        Translate(),
        GaussianNoise(sigma_range=(10, 10)),
    ),
    Padding(mode=PaddingMode.REFLECT),
)


class Stopwatch:
    """Knows when the wanted result has been painted in all panes."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.done = True
        self.painted_at = 0.0
        self._loop = QEventLoop()
        window.preview.result_shown.connect(self._on_result_shown)

    def _on_result_shown(self, result: PreviewResult) -> None:
        preview = self._window.preview
        if not self.done and result.request.panes == preview.arrangement.panes:
            # At once, instead of at the event loop's next turn; it paints all that waits to be painted.
            preview.panes[0].repaint()
            self.painted_at = time.perf_counter()
            self.done = True
            self._loop.quit()

    def wait(self) -> None:
        """Let the event loop sleep and wake as it does in the program, until the result is painted."""
        self._loop.exec()


def spin(application: QApplication, done: Any) -> None:
    """Run the event loop until ``done``."""
    limit = time.perf_counter() + 60
    while not done():
        application.processEvents()
        if time.perf_counter() > limit:
            raise TimeoutError("no picture for a minute")


def frame_times(window: MainWindow, frames: int) -> list[float]:
    """Milliseconds from each change of the rotation slider to its painted frame."""
    watch = Stopwatch(window)
    field = window.pipeline_panel.card(1).fields["angle_range"]
    assert isinstance(field, RangeField)
    times = []
    for number in range(frames):
        watch.done = False
        begun = time.perf_counter()
        field.slider.setValue((5, 30 + number))
        watch.wait()
        times.append((watch.painted_at - begun) * 1000)
    return times


def measure(window: MainWindow, frames: int) -> dict[str, float]:
    """Percentiles of the frame times, in milliseconds."""
    times = sorted(frame_times(window, frames + 5)[5:])
    return {
        "p50": statistics.median(times),
        "p95": times[min(len(times) - 1, round(0.95 * len(times)))],
    }


def write_source(root: Path, size: tuple[int, int]) -> Path:
    """A dataset of one JPEG of this size."""
    root.mkdir()
    tile = smooth_picture(min(size[0], 1200), min(size[1], 1000))
    repeats = (-(-size[1] // tile.shape[0]), -(-size[0] // tile.shape[1]), 1)
    picture = np.tile(tile, repeats)[: size[1], : size[0]]
    (root / "a.jpg").write_bytes(encode(np.ascontiguousarray(picture), "jpeg"))
    return root


def measure_views(application: QApplication, root: Path, frames: int) -> dict[str, dict[str, float]]:
    """Percentiles for every view of one source."""
    settings = QSettings(str(root / "settings.ini"), QSettings.Format.IniFormat)
    window = make_window(State(settings), root, None)
    window.resize(1920, 1080)
    window.show()
    window.session.restore_pipeline(PIPELINE)
    rows = {}
    for view, mode in VIEWS.items():
        window.preview.set_view(mode)
        spin(application, lambda: window.session.sample is not None)
        spin(application, lambda: not window.preview.controller.busy)
        rows[view] = measure(window, frames)
        spin(application, lambda: not window.preview.controller.busy)
    window.close()
    return rows


def run(frames: int) -> dict[str, dict[str, dict[str, float]]]:
    """The whole table: view, size, percentile."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    apply_theme(application, Theme.DARK)
    table: dict[str, dict[str, dict[str, float]]] = {view: {} for view in VIEWS}
    with tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            root = write_source(Path(folder) / name.replace(" ", ""), size)
            for view, row in measure_views(application, root, frames).items():
                table[view][name] = row
    return table


def first_picture(files: int = 50_000) -> float:
    """Seconds from choosing a folder of so many files to the first exact picture on show."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        small = write_source(Path(folder) / "small", (640, 480))
        many = Path(folder) / "many"
        for number in range(files):
            file = many / f"c{number // 1000:02}" / f"{number:05}.jpg"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.hardlink_to(small / "a.jpg")
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(State(settings), small, None)
        window.resize(1920, 1080)
        window.show()
        spin(application, lambda: window.session.sample is not None)
        spin(application, lambda: not window.preview.controller.busy)
        begun = time.perf_counter()
        window.documents.open_dataset(many)
        spin(application, lambda: window.documents.opener.path is None)
        spin(application, lambda: window.session.sample is not None)
        spin(application, lambda: not window.preview.controller.busy)
        seconds = time.perf_counter() - begun
        window.close()
    return seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Slider to painted frame, in milliseconds.")
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    table = run(arguments.frames)
    print(f"{'view':<16}{'source':<12}{'p50 ms':>9}{'p95 ms':>9}{'p95 to 640x480':>17}")
    for view, rows in table.items():
        for name, row in rows.items():
            ratio = row["p95"] / rows["640x480"]["p95"]
            print(f"{view:<16}{name:<12}{row['p50']:>9.1f}{row['p95']:>9.1f}{ratio:>17.2f}")
    seconds = first_picture()
    print(f"first picture of 50,000 files: {seconds:.2f} s")
    text = json.dumps({"milliseconds": table, "first_picture_seconds": seconds}, indent=2)
    print(text)
    if arguments.json:
        arguments.json.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
