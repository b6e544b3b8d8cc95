"""What can be done with one picture of the preview: take its copy, or make it again elsewhere."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, QPoint, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from augstudio.errors import AugStudioError
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import Pane
from augstudio.ui.messages import explained
from augstudio.ui.mnemonics import marked
from augstudio.ui.notice import NoticeBar
from augstudio.ui.session import Session


class PaneMenu(QObject):
    """The menu of a picture."""

    def __init__(self, session: Session, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._window = window

    def popup(self, pane: Pane, place: QPoint) -> None:
        """Open the menu at a place of the screen."""
        if self._session.sample is not None:
            menu = self.menu_for(pane)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def menu_for(self, pane: Pane) -> QMenu:
        """The menu for one rendering."""
        menu = QMenu(self._window)
        if pane.copy and pane.copy != self._session.copy:
            taking = menu.addAction(marked(self.tr("Work with copy {0}").format(pane.copy), "W"))
            taking.triggered.connect(lambda: self._session.set_copy(pane.copy))
            menu.addSeparator()
        entries: dict[str, Callable[[], None]] = {
            marked(self.tr("Copy command that makes this picture"), "C"): lambda: self._copy_command(pane),
            marked(self.tr("Copy seed and copy number"), "S"): lambda: self._copy_numbers(pane),
        }
        for text, do in entries.items():
            menu.addAction(text).triggered.connect(do)
        return menu

    def command(self, pane: Pane) -> list[str]:
        """The command line that makes a picture again.

        A pipeline that is in no file is written to one of the program's own, named by its content.

        Raises:
            PipelineError: It cannot be written.
        """
        session = self._session
        assert session.dataset is not None
        sample = pane.sample or session.sample
        assert sample is not None
        key = sample.origin
        dataset = session.sources or session.dataset
        words = ["augstudio", "preview", str(dataset.root), f"{PurePosixPath(key).stem}.png"]
        file = self._file_of(Pipeline.from_dict(pane.pipeline.to_dict()))
        words += ["--pipeline", str(file)] if file else []
        return [*words, "--image", key, "--seed", str(session.seed), "--copy", str(pane.copy)]

    def _file_of(self, pipeline: Pipeline) -> Path | None:
        """A file that holds the pipeline; None for the one that is used where none is named."""
        session = self._session
        if pipeline == Pipeline.default():
            return None
        saved = session.pipeline_file
        if saved and session.undo_stack.isClean() and pipeline == session.pipeline:
            return Path(saved)
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
        file = folder / "pipelines" / f"{pipeline.fingerprint()[:16]}.json"
        if not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            pipeline.save(file)
        return file

    def _copy_command(self, pane: Pane) -> None:
        try:
            words = self.command(pane)
        except (AugStudioError, OSError) as error:
            self._notice.show_error(
                self.tr("Cannot write the pipeline for the command: {0}").format(explained(error))
            )
            return
        text = subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
        QGuiApplication.clipboard().setText(text)
        self._notice.show_information(self.tr("Copied the command: {0}").format(text))

    def _copy_numbers(self, pane: Pane) -> None:
        sample = pane.sample or self._session.sample
        assert sample is not None
        text = f"seed={self._session.seed} copy={pane.copy} key={sample.origin}"
        QGuiApplication.clipboard().setText(text)
        self._notice.show_information(self.tr("Copied: {0}").format(text))
