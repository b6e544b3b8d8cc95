"""Makes the pictures of README.md from the real window.

    xvfb-run -a -s "-screen 0 1600x1000x24" python screenshots/make.py

Needs the project installed and an X display, which may be a virtual one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QPoint, QSettings
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from augstudio.assets import sample_dataset
from augstudio.core.padding import Padding, PaddingMode
from augstudio.export import ExportJob, ExportOptions
from augstudio.library import Pipeline
from augstudio.transforms import GaussianNoise, HorizontalFlip, Rotate, SaltAndPepper, Scale, Translate
from augstudio.ui.app import make_window
from augstudio.ui.main_window import MainWindow
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme

FOLDER = Path(__file__).resolve().parent
SIZE = (1440, 900)
TIMEOUT_MS = 30_000

TUNED = Pipeline.of(
    (
        HorizontalFlip(),
        Rotate(angle_range=(-24, 24)),
        Scale(factor_range=(0.75, 1.2)),
        Translate(x_range=(-0.15, 0.15), y_range=(-0.1, 0.1)),
        GaussianNoise(sigma_range=(4, 14)),
    ),
    Padding(mode=PaddingMode.REFLECT),
)

ZOOMED_OUT = Pipeline.of(
    (Rotate(angle_range=(14, 14)), Scale(factor_range=(0.55, 0.55)), Translate(x_range=(0.08, 0.08))),
    Padding(mode=PaddingMode.WRAP),
)


class Photographer:
    """Brings the window into a state, waits until it is settled, and keeps its picture."""

    def __init__(self, application: QApplication, theme: Theme, folder: Path) -> None:
        self._application = application
        self._theme = theme
        self._folder = folder
        apply_theme(application, theme)
        settings = QSettings(str(folder / f"{theme}.ini"), QSettings.Format.IniFormat)
        state = State(settings)
        state.keep_theme(theme)
        self.window: MainWindow = make_window(state, sample_dataset(), None)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.session.restore_pipeline(TUNED)
        self.until(lambda: self.window.dataset_panel.model.total >= 50)

    def until(self, done: Callable[[], bool]) -> None:
        """Run the event loop until ``done``."""
        clock = QElapsedTimer()
        clock.start()
        while not done():
            self._application.processEvents()
            if clock.elapsed() > TIMEOUT_MS:
                raise TimeoutError("the window did not get there")

    def settle(self) -> None:
        """Wait for exact pictures, and for thumbnails and painting."""
        self.until(lambda: not self.window.preview.controller.busy)
        clock = QElapsedTimer()
        clock.start()
        self.until(lambda: clock.elapsed() > 700)

    def show(self, key: str, view: str, *, seed: int = 0, copy: int = 1) -> None:
        """Show a picture in a view."""
        window = self.window
        window.preview.set_view(view)
        window.session.set_seed(seed)
        window.session.set_copy(copy)
        window.dataset_panel.select_key(key)
        self.settle()

    def take(self, name: str) -> None:
        """Keep the window as it is on the screen."""
        QCursor.setPos(self.window.mapToGlobal(QPoint(SIZE[0] // 2, SIZE[1] - 4)))
        self._application.processEvents()
        picture = self.window.screen().grabWindow(self.window.winId())
        picture.save(str(FOLDER / f"{name}-{self._theme}.png"))

    def export(self) -> None:
        """Photograph a running export and cancel it."""
        options = ExportOptions(copies=40)
        out = self._folder / f"export-{self._theme}"
        seen: list[int] = []
        self.window.exporting.runner.progressed.connect(lambda progress: seen.append(progress.written))
        self.window.exporting.runner.start(
            ExportJob(sample_dataset(), out, self.window.session.pipeline, options)
        )
        self.until(lambda: bool(seen) and seen[-1] > 300)
        self.take("export")
        self.window.exporting.runner.cancel()
        self.until(lambda: not self.window.exporting.runner.running)
        if self.window.exporting.report is not None:
            self.window.exporting.report.close()


def main() -> None:
    """Take all pictures in both themes."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        for theme in (Theme.LIGHT, Theme.DARK):
            camera = Photographer(application, theme, Path(folder))
            camera.show("buildings/pagoda.jpg", "side_by_side", seed=5)
            camera.take("main")
            camera.window.session.edit_pipeline(ZOOMED_OUT, "another pipeline")
            camera.show("animals/heron-on-mangrove.jpg", "padding", seed=2)
            camera.take("padding")
            camera.window.session.edit_pipeline(TUNED, "the first pipeline")
            camera.show("flowers/dahlia.jpg", "variations", copy=3)
            camera.take("variations")
            camera.window.session.edit_pipeline(TUNED.adding(SaltAndPepper()), "one more step")
            camera.show("space/astronaut.jpg", "side_by_side", seed=1)
            camera.export()
            camera.window.close()


if __name__ == "__main__":
    main()
