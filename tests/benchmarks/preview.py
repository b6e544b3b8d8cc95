"""How long a slider's change takes until the new picture is painted, or is said to be coming.

    python -m tests.benchmarks.preview [--frames 60] [--json FILE]

For pictures of three sizes and the side-by-side and padding views, in a window of 1920x1080: p50 and p95 of
the time from the slider's change to the end of the painting that shows it. Every change waits for its frame.
Beside it the processor time of the window's thread, and that of all threads together, which other programs on
the machine change less.

With the slowest step in the pipeline: the time from the slider's change to the painting of "updating…",
or of the draft where that is there before.
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
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from augstudio.core.padding import Padding, PaddingMode
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.preview.requests import PreviewResult
from augstudio.processes import starting
from augstudio.transforms import GaussianNoise, Rotate, Scale, StyleTransfer, Translate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.pipeline_panel.fields import RangeField
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
from augstudio.ui.threads import let_window_go_first
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


class FrameTime(NamedTuple):
    """Milliseconds from a slider's change to its painted frame.

    Attributes:
        wall: By the clock.
        window: Processor time of the window's thread.
        all: Processor time of all threads.
    """

    wall: float
    window: float
    all: float

    @classmethod
    def now(cls) -> FrameTime:
        """The clocks as they stand."""
        clocks = time.perf_counter(), time.thread_time(), time.process_time()
        return cls(*(1000 * seconds for seconds in clocks))

    def since(self, other: FrameTime) -> FrameTime:
        """What has passed."""
        return FrameTime(*(now - before for now, before in zip(self, other, strict=True)))


class Stopwatch:
    """Knows when the wanted result has been painted in all panes."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.done = True
        self.painted_at = FrameTime.now()
        self._loop = QEventLoop()
        window.preview.result_shown.connect(self._on_result_shown)

    def _on_result_shown(self, result: PreviewResult) -> None:
        preview = self._window.preview
        if not self.done and result.request.panes == preview.arrangement.panes:
            # At once, instead of at the event loop's next turn; it paints all that waits to be painted.
            preview.panes[1].repaint()
            self.painted_at = FrameTime.now()
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


def frames_of(window: MainWindow, frames: int) -> list[FrameTime]:
    """What each change of the rotation slider takes until its frame is painted."""
    watch = Stopwatch(window)
    field = window.pipeline_panel.card(1).fields["angle_range"]
    assert isinstance(field, RangeField)
    times = []
    for number in range(frames):
        watch.done = False
        begun = FrameTime.now()
        field.slider.set_numbers((5, 30 + number))
        watch.wait()
        times.append(watch.painted_at.since(begun))
    return times


def frame_times(window: MainWindow, frames: int) -> list[float]:
    """Milliseconds by the clock from each change of the rotation slider to its painted frame."""
    return [frame.wall for frame in frames_of(window, frames)]


def percentiles(times: list[FrameTime]) -> dict[str, float]:
    """Of frame times, in milliseconds."""
    table = {}
    for name, values in zip(FrameTime._fields, map(sorted, zip(*times, strict=True)), strict=True):
        table[f"{name} p50"] = statistics.median(values)
        table[f"{name} p95"] = values[min(len(values) - 1, round(0.95 * len(values)))]
    return table


def measure(window: MainWindow, frames: int) -> dict[str, float]:
    """Percentiles of the frame times, in milliseconds."""
    return percentiles(frames_of(window, frames + 5)[5:])


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
    with starting():  # as the program does
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
    """The whole table: view, size, clock and percentile."""
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


class PaintedAt(QObject):
    """Notes when a pane's word or its new picture is painted, and ends the loop that waits for it."""

    def __init__(self, loop: QEventLoop, pane: ImagePane) -> None:
        super().__init__()
        self.at: FrameTime | None = None
        self._loop, self._pane = loop, pane

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painted = event.type() == QEvent.Type.Paint and (watched is not self._pane or not self._pane.pending)
        if painted and self.at is None:
            self.at = FrameTime.now()
            QTimer.singleShot(0, self._loop.quit)
        return False


def told_after(edits: int = 30) -> list[FrameTime]:
    """How long after an edit a pane says that its picture is still to come, with the slowest step.

    Where a draft is there before that, it is the first that is seen.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    times = []
    with tempfile.TemporaryDirectory() as folder:
        root = write_source(Path(folder) / "shown", (1920, 1080))
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(State(settings), root, None)
        window.resize(1920, 1080)
        window.show()
        window.session.restore_pipeline(
            Pipeline.of((*(step.transform for step in PIPELINE.steps), StyleTransfer()))
        )
        spin(application, lambda: window.session.sample is not None)
        field = window.pipeline_panel.card(1).fields["angle_range"]
        assert isinstance(field, RangeField)
        for number in range(edits):
            spin(application, lambda: all(pane.frames and not pane.pending for pane in window.preview.panes))
            loop = QEventLoop()
            QTimer.singleShot(60_000, loop.quit)
            pane = window.preview.panes[1]
            painted = PaintedAt(loop, pane)
            for widget in (pane, pane._pending_tag):
                widget.installEventFilter(painted)
            begun = FrameTime.now()
            field.slider.set_numbers((5, 30 + number))
            loop.exec()
            for widget in (pane, pane._pending_tag):
                widget.removeEventFilter(painted)
            assert painted.at is not None
            times.append(painted.at.since(begun))
        window.close()
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Slider to painted frame, in milliseconds.")
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    let_window_go_first()  # as the program does
    table = run(arguments.frames)
    columns = [*next(iter(next(iter(table.values())).values()))]
    print(f"{'view':<16}{'source':<12}" + "".join(f"{name:>12}" for name in columns))
    for view, rows in table.items():
        for name, row in rows.items():
            print(f"{view:<16}{name:<12}" + "".join(f"{row[column]:>12.1f}" for column in columns))
    told = percentiles(told_after())
    print(f"{'updating…':<28}" + "".join(f"{told[column]:>12.1f}" for column in columns))
    seconds = first_picture()
    print(f"first picture of 50,000 files: {seconds:.2f} s")
    found = {"milliseconds": table, "told_milliseconds": told, "first_picture_seconds": seconds}
    text = json.dumps(found, indent=2)
    print(text)
    if arguments.json:
        arguments.json.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
