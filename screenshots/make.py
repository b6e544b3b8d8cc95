"""Makes the pictures of README.md, and one of every view in every language and theme, from the real window.

    xvfb-run -a -s "-screen 0 1600x1000x24" python screenshots/make.py [NAME ...]

Needs the project installed with its extra "models" and an X display, which may be a virtual one. With names
(main, padding, …) only those are made; "catalogue" makes the sheets of what every transform does.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QPoint, QSettings, QThread
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication

from augstudio.assets import labelled_sample, sample_dataset
from augstudio.core.image import size_of
from augstudio.core.mixing import Mixing
from augstudio.core.padding import Padding, PaddingMode
from augstudio.datasets.base import Sample
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.image_folder import ImageFolder
from augstudio.export import ExportJob, ExportOptions, run_export
from augstudio.images.codec import encode
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.kernels.viewing.display import from_bgra
from augstudio.kernels.viewing.sheet import sheet
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.partners import PartnerReading
from augstudio.render.pixels import render, scaled_size
from augstudio.render.resolve import resolve
from augstudio.transforms import (
    CATALOGUE,
    GaussianNoise,
    HorizontalFlip,
    OneOf,
    Rotate,
    SaltAndPepper,
    Scale,
    Season,
    StyleTransfer,
    Translate,
    VerticalFlip,
)
from augstudio.ui.language import Language, speak
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.preview.comparison_pane import Presentation
from augstudio.ui.preview.views import AbView, SideBySideView, VariationsView
from augstudio.ui.preview.views.side_by_side import PairLayout
from augstudio.ui.preview.views.variations import Wall
from augstudio.ui.qimage import bgra_from_qimage
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme

FOLDER = Path(__file__).resolve().parent
SIZE = (1440, 900)
TIMEOUT_MS = 180_000
LANGUAGES = tuple(language for language in Language if language is not Language.SYSTEM)
THEMES = (Theme.LIGHT, Theme.DARK)
CATALOGUE_PICTURE = "buildings/pagoda.jpg"
STYLED_COPY = 2
LABELLED_PICTURE = "images/train/dogs-at-window.jpg"
LABELLED_PICTURES = 10

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


GHOSTLY = Pipeline.of(
    (Rotate(angle_range=(12, 12)), Scale(factor_range=(0.6, 0.6)), Translate(x_range=(0.1, 0.1))),
    Padding(mode=PaddingMode.REFLECT),
)


class Photographer:
    """Brings the window into a state, waits until it is settled, and keeps its picture."""

    def __init__(self, application: QApplication, theme: Theme, language: Language, folder: Path) -> None:
        self._application = application
        self._suffix = f"{language}-{theme}"
        self._folder = folder
        speak(application, language)
        apply_theme(application, theme)
        settings = QSettings(str(folder / f"{self._suffix}.ini"), QSettings.Format.IniFormat)
        state = State(settings)
        state.keep_theme(theme)
        self.window: MainWindow = make_window(state, sample_dataset(), None)
        self.window.resize(*SIZE)
        self.window.show()
        self.until(lambda: self.window.dataset_panel.model.total >= 50)
        self.window.notice.dismiss()

    # -- the pictures -------------------------------------------------------------------------------

    def main(self) -> None:
        """The original beside a copy, with the histogram."""
        self.use(TUNED)
        self.window.actions_.histogram.setChecked(True)
        self.show("buildings/pagoda.jpg", "side_by_side", seed=5)
        self.take("main")
        self.window.actions_.histogram.setChecked(False)

    def padding(self) -> None:
        """All padding modes, with what they invent hatched."""
        self.use(ZOOMED_OUT)
        self.show("animals/heron-on-mangrove.jpg", "padding", seed=2)
        self.take("padding")
        self.window.actions_.hatch.setChecked(True)
        self.take("hatch")
        self.window.actions_.hatch.setChecked(False)

    def labels(self) -> None:
        """What every padding mode does to labels."""
        self.window.documents.open_path(labelled_sample())
        self.until(lambda: self.window.session.labelled is not None and self.window.session.format == "coco")
        self.until(lambda: self.window.dataset_panel.model.total >= LABELLED_PICTURES)
        self.window.notice.dismiss()
        self.use(GHOSTLY)
        self.show(LABELLED_PICTURE, "padding", seed=2)
        self.take("labels")
        self.show(LABELLED_PICTURE, "side_by_side", seed=2)
        self.take("labels-side")
        self.window.documents.open_path(sample_dataset())
        self.until(lambda: self.window.dataset_panel.model.total == 53)

    def variations(self) -> None:
        """A wall of copies."""
        self.use(TUNED)
        self.show("flowers/dahlia.jpg", "variations", copy=3)
        self.take("variations")

    def pictures(self) -> None:
        """A wall of different pictures."""
        self.use(TUNED)
        self.show("animals/heron-on-mangrove.jpg", "variations", copy=2)
        view = self.window.preview.view
        assert isinstance(view, VariationsView)
        view.wall_box.setCurrentIndex(view.wall_box.findData(Wall.PICTURES))
        self.settle()
        self.take("pictures")
        view.wall_box.setCurrentIndex(view.wall_box.findData(Wall.COPIES))

    def wipe(self) -> None:
        """Original and result on one place, with a handle between them, and one step alone."""
        self.use(TUNED)
        self.show("buildings/pagoda.jpg", "side_by_side", seed=5)
        view = self.window.preview.view
        assert isinstance(view, SideBySideView)
        view.set_layout(PairLayout.WIPE)
        self.window.session.show_alone(TUNED.steps[-1].id)
        self.settle()
        self.take("wipe")
        self.window.session.show_alone(None)
        view.set_layout(PairLayout.AUTOMATIC)

    def sweep(self) -> None:
        """One parameter across its range."""
        self.use(TUNED)
        self.show("food/coffee-cup.jpg", "sweep", seed=1)
        self.take("sweep")

    def extremes(self) -> None:
        """The ends of every range."""
        self.use(TUNED)
        self.show("landscapes/mountain-lake.jpg", "extremes", seed=1)
        self.take("extremes")

    def ab(self) -> None:
        """Two pipelines: split, and their difference."""
        self.use(TUNED)
        rotate = TUNED.steps[1].model_copy(update={"transform": Rotate(angle_range=(-23, 23))})
        other = TUNED.replacing(rotate).with_padding(Padding(mode=PaddingMode.EDGE))
        self.window.session.keep_snapshot(other, "edge.json")
        self.show("space/astronaut.jpg", "ab", seed=4)
        view = self.window.preview.view
        assert isinstance(view, AbView)
        for presentation in (Presentation.SPLIT, Presentation.DIFFERENCE):
            view.set_presentation(presentation)
            view.gain_box.setCurrentIndex(1)
            self.settle()
            self.take(f"ab-{presentation}")

    def steps(self) -> None:
        """The searchable list of steps."""
        self.use(TUNED)
        self.show("animals/osprey-on-branch.jpg", "side_by_side", seed=3)
        self.window.actions_.add_step.trigger()
        self.settle()
        self.take("steps")
        popup = self._application.activePopupWidget()
        if popup is not None:
            popup.close()

    def style(self) -> None:
        """A painting's strokes and a choice of one step out of several."""
        brushes = StyleTransfer(resolution=512)
        self.use(Pipeline.of((OneOf(), brushes, Season(season="winter"), HorizontalFlip())))
        self.show("landscapes/autumn-mountain.jpg", "side_by_side", seed=2, copy=STYLED_COPY)
        self.take("style")

    def advice(self) -> None:
        """What makes no sense, beside the steps that do it."""
        told: list[object] = []
        self.window.advising.advised.connect(told.append)
        self.use(Pipeline.of((VerticalFlip(), GaussianNoise(sigma_range=(60, 90)))))
        self.show("buildings/pagoda.jpg", "side_by_side", seed=3)
        self.until(lambda: bool(told))
        self.settle()
        self.take("advice")
        self.window.advising.advised.disconnect(told.append)

    def experiment(self) -> None:
        """Whether the pipeline pays."""
        self.use(TUNED)
        self.show("landscapes/mountain-lake.jpg", "side_by_side", seed=1)
        self.window.experiments.ask()
        dialog = self.window.experiments.dialog
        assert dialog is not None
        dialog.start.click()
        self.until(dialog.save_button.isEnabled)
        dialog.move(self.window.mapToGlobal(QPoint((SIZE[0] - dialog.width()) // 2, 120)))
        self.settle()
        self.take("experiment")
        dialog.close()

    def dialog(self) -> None:
        """What an export will come to, with balanced classes."""
        self.use(TUNED)
        self.show("landscapes/mountain-lake.jpg", "side_by_side", seed=1)
        exporting = self.window.exporting
        exporting.ask()
        dialog = exporting.dialog
        foreseen: list[object] = []
        dialog.estimator.estimated.connect(lambda job, found: foreseen.append(found))
        dialog.form.target.setText("/data/photos-augmented")
        dialog.form.balanced.setChecked(True)
        self.until(lambda: bool(foreseen))
        self.settle()
        self.take("dialog")
        dialog.reject()

    def opened(self) -> None:
        """A finished export, opened again."""
        out = self._folder / f"opened-{self._suffix}"
        run_export(ExportJob(sample_dataset(), out, TUNED, ExportOptions(copies=2, seed=3)))
        self.window.documents.open_path(out)
        self.until(lambda: self.window.dataset_panel.model.total >= 150)
        self.show("animals/osprey-on-branch__aug001.jpg", "side_by_side", seed=3)
        self.window.notice.dismiss()
        self.settle()
        self.take("opened")
        self.window.documents.open_path(sample_dataset())
        self.until(lambda: self.window.dataset_panel.model.total == 53)

    def export(self) -> None:
        """A running export; it is cancelled afterwards."""
        self.use(TUNED.adding(SaltAndPepper()))
        self.show("space/astronaut.jpg", "side_by_side", seed=1)
        out = self._folder / f"export-{self._suffix}"
        seen: list[int] = []
        exporting = self.window.exporting
        exporting.runner.progressed.connect(lambda progress: seen.append(progress.written))
        options = ExportOptions(copies=40)
        exporting.runner.start(ExportJob(sample_dataset(), out, self.window.session.pipeline, options))
        self.until(lambda: bool(seen) and seen[-1] > 300)
        self.take("export")
        exporting.runner.cancel()
        self.until(lambda: not exporting.runner.running)
        if exporting.report is not None:
            exporting.report.close()

    # -- how they are made --------------------------------------------------------------------------

    def until(self, done: Callable[[], bool]) -> None:
        """Run the event loop until ``done``."""
        clock = QElapsedTimer()
        clock.start()
        while not done():
            self._application.processEvents()
            QThread.msleep(2)  # what is waited for needs the processor, too
            if clock.elapsed() > TIMEOUT_MS:
                raise TimeoutError("the window did not get there")

    def settle(self) -> None:
        """Wait for exact pictures, and for thumbnails and painting."""
        self.until(lambda: not self.window.preview.controller.busy)
        clock = QElapsedTimer()
        clock.start()
        self.until(lambda: clock.elapsed() > 700)

    def use(self, pipeline: Pipeline) -> None:
        """Go on with another pipeline."""
        self.window.session.edit_pipeline(pipeline, "another pipeline")

    def show(self, key: str, view: str, *, seed: int = 0, copy: int = 1) -> None:
        """Show a picture in a view."""
        window = self.window
        window.preview.set_view(view)
        window.session.set_seed(seed)
        window.session.set_copy(copy)
        window.dataset_panel.select_key(key)
        self.settle()

    def take(self, name: str) -> None:
        """Keep the window as it is on the screen, popups included."""
        QCursor.setPos(self.window.mapToGlobal(QPoint(SIZE[0] // 2, SIZE[1] - 4)))
        self._application.processEvents()
        corner = self.window.mapToGlobal(QPoint(0, 0))
        picture = self.window.screen().grabWindow(0, corner.x(), corner.y(), *SIZE)
        pixels = from_bgra(bgra_from_qimage(picture.toImage().convertToFormat(QImage.Format.Format_RGB32)))
        (FOLDER / f"{name}-{self._suffix}.webp").write_bytes(encode(pixels, "webp", quality=80))


PICTURES = (
    "main",
    "padding",
    "labels",
    "variations",
    "pictures",
    "wipe",
    "sweep",
    "extremes",
    "ab",
    "steps",
    "style",
    "advice",
    "experiment",
    "dialog",
    "export",
    "opened",
)


def catalogue() -> None:
    """Make a sheet for every group of transforms: low, middle and high, on one photograph.

    What mixes pictures is shown on one whose things have outlines, so that some can be pasted.
    """
    for group in dict.fromkeys(kind.GROUP for kind in CATALOGUE):
        mixes = any(issubclass(kind, Mixing) for kind in CATALOGUE if group == kind.GROUP)
        dataset = open_dataset(labelled_sample()) if mixes else ImageFolder(sample_dataset())
        key = LABELLED_PICTURE if mixes else CATALOGUE_PICTURE
        sample = next(item for item in dataset.samples() if isinstance(item, Sample) and item.key == key)
        pyramid, partners = Pyramid(dataset.read(sample)), PartnerReading().of(dataset, sample)
        kinds = [kind for kind in CATALOGUE if group == kind.GROUP]
        shown = []
        for pane in chain(*comparison.catalogue_panes(kinds, Padding(mode=PaddingMode.REFLECT), 1)):
            resolved = resolve(
                pane.pipeline, pyramid.size, seed=0, key=sample.key, copy=pane.copy, partners=partners
            )
            picture = render(pyramid, resolved, partners=partners)
            shown.append((pane.caption, shrink(picture, scaled_size(size_of(picture), 0.5))))
        name = group.split()[0].lower()
        (FOLDER / f"catalogue-{name}.webp").write_bytes(encode(sheet(shown, 3), "webp", quality=85))


def main() -> None:
    """Take the pictures in all languages and themes."""
    if not sys.argv[1:] or "catalogue" in sys.argv[1:]:
        catalogue()
    names = [name for name in sys.argv[1:] if name != "catalogue"] or (() if sys.argv[1:] else PICTURES)
    if names:
        photograph(names)


def photograph(names: Sequence[str]) -> None:
    """Take pictures of the window."""
    application = QApplication(sys.argv[:1])
    for language in LANGUAGES:
        for theme in THEMES:
            with tempfile.TemporaryDirectory() as folder:
                camera = Photographer(application, theme, language, Path(folder))
                for name in names:
                    getattr(camera, name)()
                camera.window.close()


if __name__ == "__main__":
    main()
