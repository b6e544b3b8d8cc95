"""Opening and saving: datasets and pipelines, by dialog, drop, recent list or command line."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from augstudio.assets import sample_dataset
from augstudio.core.text import printable
from augstudio.datasets.image_folder import open_dataset
from augstudio.datasets.labelled import Labels
from augstudio.datasets.layout import Stated
from augstudio.datasets.recognising import without_missing
from augstudio.errors import AugStudioError
from augstudio.export.opened import OpenedExport, is_export, open_export
from augstudio.ui.autosave import Work
from augstudio.ui.dataset_panel.layout_dialog import LayoutDialog
from augstudio.ui.dataset_panel.panel import DatasetPanel
from augstudio.ui.dropping import Dropped, can_be_opened, is_pipeline, is_record, named
from augstudio.ui.messages import explained
from augstudio.ui.notice import Notice, NoticeBar
from augstudio.ui.session import Session
from augstudio.ui.state import State
from augstudio.ui.undo_keys import commit_typing

PIPELINE_FILTER = "AugStudio (*.json)"


class Documents(QObject):
    """Opens and saves for the window; what cannot be done is said in the notice bar, and nothing is lost."""

    def __init__(
        self, session: Session, state: State, panel: DatasetPanel, notice: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._state = state
        self._panel = panel
        self._notice = notice
        self._window = window

    # -- datasets -----------------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Open whatever a user may drop: a folder, an export, a picture in its folder, or a pipeline."""
        if is_record(path):
            return self.open_export(path.parent)
        if is_export(path):
            return self.open_export(path)
        if is_pipeline(path):
            return self.open_pipeline(path)
        if os.path.isdir(path):  # noqa: PTH112
            return self.open_dataset(path)
        if can_be_opened(path):
            return self.open_dataset(path.parent, key=path.name)
        self._say_not_opened((path.name,))
        return False

    def open_dropped(self, dropped: Dropped) -> None:
        """Open a dataset and a pipeline of what was dropped, and say what is not opened with them."""
        for path in (dropped.dataset, dropped.pipeline):
            if path is not None:
                self.open_path(path)
        if dropped.surplus:
            text = self.tr("Not opened: {0}. Drop one dataset and one pipeline at a time.")
            self._notice.show_error(text.format(named(dropped.surplus)), topic="drop")
        if dropped.unknown:
            self._say_not_opened(dropped.unknown)

    def _say_not_opened(self, names: Sequence[str]) -> None:
        text = self.tr(
            "Cannot be opened: {0}. Drop a folder of pictures, a picture, a pipeline or an export."
        )
        self._notice.show_error(text.format(named(names)), topic="dropped kind")

    def _settle(self, topic: str) -> None:
        """Withdraw what is out of date once something was opened or saved."""
        self._notice.withdraw(topic)
        for other in ("dataset", "pipeline", "drop", "dropped kind"):
            self._notice.withdraw(other, errors_only=True)

    def open_dataset(
        self, folder: Path, key: str = "", *, settles: bool = True, stated: Stated | None = None
    ) -> bool:
        """Open a dataset and show one of its pictures.

        Args:
            folder: Its folder.
            key: Key of the picture to show; the first one if empty.
            settles: Whether a message about another dataset is out of date then.
            stated: What is said about its folders from now on; what was said last if None.
        """
        try:
            dataset = open_dataset(folder, self._remembered(folder) if stated is None else stated)
        except AugStudioError as error:
            self._notice.show_error(
                self.tr("Cannot open the dataset: {0}").format(explained(error)), topic="dataset"
            )
            self._state.forget_recent(str(folder))
            return False
        if settles:
            self._settle("dataset")
        if dataset.root != sample_dataset():
            self._state.add_recent(dataset.root)
        if is_export(dataset.root):
            self._state.keep_sources(dataset.root, None)
            self._offer_export(dataset.root)
        if stated is not None:
            self._state.keep_stated(dataset.root, stated)
        self._session.open_dataset(dataset)
        if key:
            self._panel.select_key(key)
        return True

    def _remembered(self, folder: Path) -> Stated:
        """What was said about a dataset's folders before, as far as they are still there."""
        stated = self._state.stated_of(folder)
        return stated if stated == Stated() else without_missing(str(folder), stated)

    # -- exports ------------------------------------------------------------------------------------

    def open_export(
        self, folder: Path, sources: Path | None = None, *, key: str = "", takes_over: bool = True
    ) -> bool:
        """Open a finished export, with its pipeline and seed, and show one of its outputs.

        Args:
            folder: The export's folder.
            sources: The dataset it was made from; looked for if None.
            key: The output to show; the first one if empty.
            takes_over: Whether to take its pipeline and seed, or to leave those in use.
        """
        try:
            opened = open_export(folder, [sources] if sources else self._candidates(folder))
        except AugStudioError as error:
            self._notice.show_error(
                self.tr("Cannot open the export: {0}").format(explained(error)), topic="dataset"
            )
            return False
        self._settle("dataset")
        self._state.keep_sources(opened.root, opened.sources.root if opened.sources else None)
        session = self._session
        if takes_over:
            session.edit_pipeline(opened.pipeline, self.tr("open of an export"))
            session.set_seed(opened.seed)
        session.open_dataset(opened)
        if key:
            self._panel.select_key(key)
        return True

    def _candidates(self, out: Path) -> list[Path]:
        """Folders that an export may have been made from, the likeliest first."""
        kept, sources = self._state.sources_of(out), self._session.sources
        beside = out.parent / re.sub(r"-augmented(-\d+)?$", "", out.name)
        found = [kept, sources.root if sources else None, beside, *map(Path, self._state.recent)]
        return [folder for folder in (*found, sample_dataset()) if folder is not None and folder != out]

    def ask_for_export(self) -> None:
        """Let the user choose a finished export to open."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open an export"), "")
        if folder:
            self.open_export(Path(folder))

    def ask_for_sources(self) -> None:
        """Let the user choose the dataset that the open export was made from."""
        opened, sample = self._session.dataset, self._session.sample
        if not isinstance(opened, OpenedExport):
            return
        title = self.tr("Choose the folder of the pictures that the export was made from")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(opened.root.parent))
        if not folder:
            return
        if open_export(opened.root, [Path(folder)]).sources is None:
            text = self.tr("{0} does not hold the pictures that the export was made from.")
            self._notice.show_error(text.format(folder), topic="dataset")
            return
        self.open_export(opened.root, Path(folder), key=sample.key if sample else "", takes_over=False)

    # -- datasets -----------------------------------------------------------------------------------

    def open_sample(self) -> bool:
        """Open the dataset that ships with the program."""
        return self.open_dataset(sample_dataset())

    def open_last(self, folder: Path | None, key: str) -> None:
        """Open the dataset that was open last, else the sample; a reason why stays on show."""
        if folder is not None and is_export(folder) and self._state.sources_of(folder) is not None:
            if self.open_export(folder, key=key, takes_over=False):
                return
        elif folder is not None and self.open_dataset(folder, key):
            return
        self.open_dataset(sample_dataset(), key, settles=False)
        if folder is None:
            self._greet()

    def _offer_export(self, folder: Path) -> None:
        """Say that a folder that was opened as a dataset is an export."""
        text = self.tr("This folder is an export. Opened as one, it shows how each of its files was made.")
        open_it = partial(self.open_export, folder)
        self._notice.add(Notice(text, button=self.tr("Open as an export"), action=open_it, topic="dataset"))

    def _greet(self) -> None:
        """Say once that these are not the user's own pictures."""
        if self._session.dataset is None or self._state.is_on("greeted"):
            return
        self._state.keep_on("greeted", True)
        text = self.tr("This is the sample dataset. Open a folder of your own images, or drop one here.")
        self._notice.add(
            Notice(text, button=self.tr("Open folder…"), action=self.ask_for_dataset, topic="dataset")
        )

    def ask_for_dataset(self) -> None:
        """Let the user choose a folder to open."""
        dataset = self._session.dataset
        start = str(dataset.root.parent) if dataset else ""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of images"), start)
        if folder:
            self.open_dataset(Path(folder))

    def tell_of_labels(self, labels: Labels) -> None:
        """Say that the pictures have labels, which stay behind."""
        text = self.tr(
            "The images have labels ({0}: {1}), which do not follow the pixels yet. They can be looked at; "
            "an export asks whether you want the images alone."
        )
        said = text.format(labels.format, printable(labels.example))
        self._notice.add(Notice(said, error=True, topic="dataset"))

    def ask_for_layout(self) -> None:
        """Let the user say what the folders of the open dataset are."""
        dataset, sample = self._session.sources, self._session.sample
        if dataset is None:
            return
        dialog = LayoutDialog(dataset, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = sample.key if sample is not None else ""
        dialog.accepted.connect(lambda: self.open_dataset(dataset.root, key, stated=dialog.stated()))
        dialog.open()

    # -- pipelines ----------------------------------------------------------------------------------

    def restore(self, work: Work, *, ask: bool) -> None:
        """Take up the work that a crash has left, as one step that undo takes back.

        Args:
            work: What was kept.
            ask: Only offer it, as something else was asked for.
        """
        if work.pipeline == self._session.pipeline and not ask:
            self._restore(work)
            return
        # Work that was taken up before and crashed again may be the cause: then it is only offered.
        if ask or work.recovered:
            text = self.tr("The program ended without being closed. The pipeline of that time was kept.")
            self._notice.add(Notice(text, button=self.tr("Restore"), action=lambda: self._restore(work)))
            return
        before = self._session.undo_stack.index()
        self._restore(work)
        text = self.tr("The program ended without being closed. The pipeline is as you left it.")
        # Whatever has been edited since, this leads back to what the program started with.
        go_back = partial(self._session.undo_stack.setIndex, before)
        self._notice.add(Notice(text, button=self.tr("Undo"), action=go_back))

    def say_left_alone(self, files: Sequence[Path]) -> None:
        """Say which files of the program's own cannot be used; they are left for whoever wants to look."""
        if files:
            text = self.tr("What was kept for this start cannot be read. It was left alone: {0}")
            self._notice.show_error(text.format(", ".join(printable(str(file)) for file in files)))

    def _restore(self, work: Work) -> None:
        self._session.set_seed(work.seed)
        self._session.set_copy(work.copy)
        self._session.edit_pipeline(work.pipeline, self.tr("recovery of the pipeline"))

    def open_pipeline(self, path: Path) -> bool:
        """Replace the pipeline by a file's."""
        try:
            self._session.load_pipeline(str(path))
        except AugStudioError as error:
            self._notice.show_error(
                self.tr("Cannot open the pipeline: {0}").format(explained(error)), topic="pipeline"
            )
            return False
        self._settle("pipeline")
        return True

    def save_pipeline(self, path: Path) -> bool:
        """Write the pipeline to a file."""
        commit_typing()
        try:
            self._session.save_pipeline(str(path))
        except AugStudioError as error:
            self._notice.show_error(
                self.tr("Cannot save the pipeline: {0}").format(explained(error)), topic="pipeline"
            )
            return False
        self._settle("pipeline")
        self._notice.show_information(self.tr("Saved {0}").format(path))
        return True

    def ask_for_pipeline(self) -> None:
        """Let the user choose a pipeline file to open."""
        title = self.tr("Open pipeline")
        path, _ = QFileDialog.getOpenFileName(self._window, title, "", PIPELINE_FILTER)
        if path:
            self.open_pipeline(Path(path))

    def save(self) -> None:
        """Write the pipeline to its file, or to one the user chooses."""
        if self._session.pipeline_file is None:
            self.save_as()
        else:
            self.save_pipeline(Path(self._session.pipeline_file))

    def save_as(self) -> None:
        """Write the pipeline to a file that the user chooses."""
        start = self._session.pipeline_file or "pipeline.json"
        title = self.tr("Save pipeline")
        path, _ = QFileDialog.getSaveFileName(self._window, title, start, PIPELINE_FILTER)
        if path:
            self.save_pipeline(Path(path if Path(path).suffix else f"{path}.json"))
