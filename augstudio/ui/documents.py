"""Opening and saving: datasets and pipelines, by dialog, drop, recent list or command line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from augstudio.assets import sample_dataset
from augstudio.datasets.image_folder import open_dataset
from augstudio.errors import AugStudioError
from augstudio.ui.dataset_panel.panel import DatasetPanel
from augstudio.ui.notice import NoticeBar
from augstudio.ui.session import Session
from augstudio.ui.state import State

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
        """Open whatever a user may drop: a folder, a picture in its folder, or a pipeline."""
        if path.suffix.lower() == ".json":
            return self.open_pipeline(path)
        if path.is_dir():
            return self.open_dataset(path)
        return self.open_dataset(path.parent, key=path.name)

    def open_dataset(self, folder: Path, key: str = "") -> bool:
        """Open a dataset and show one of its pictures."""
        try:
            dataset = open_dataset(folder)
        except AugStudioError as error:
            self._notice.show_error(self.tr("Cannot open the dataset: {0}").format(error))
            self._state.forget_recent(str(folder))
            return False
        self._notice.hide()
        if dataset.root != sample_dataset():
            self._state.add_recent(dataset.root)
        self._session.open_dataset(dataset)
        if key:
            self._panel.select_key(key)
        return True

    def open_sample(self) -> bool:
        """Open the dataset that ships with the program."""
        return self.open_dataset(sample_dataset())

    def ask_for_dataset(self) -> None:
        """Let the user choose a folder to open."""
        dataset = self._session.dataset
        start = str(dataset.root.parent) if dataset else ""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of images"), start)
        if folder:
            self.open_dataset(Path(folder))

    # -- pipelines ----------------------------------------------------------------------------------

    def open_pipeline(self, path: Path) -> bool:
        """Replace the pipeline by a file's."""
        try:
            self._session.load_pipeline(str(path))
        except AugStudioError as error:
            self._notice.show_error(self.tr("Cannot open the pipeline: {0}").format(error))
            return False
        return True

    def save_pipeline(self, path: Path) -> bool:
        """Write the pipeline to a file."""
        try:
            self._session.save_pipeline(str(path))
        except AugStudioError as error:
            self._notice.show_error(self.tr("Cannot save the pipeline: {0}").format(error))
            return False
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
