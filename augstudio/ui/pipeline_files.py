"""Opening and saving the pipeline, by dialog or command line, and what a crash has left of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from augstudio.core.text import printable
from augstudio.errors import AugStudioError
from augstudio.ui.autosave import Work
from augstudio.ui.background_opener import BackgroundOpener, OpeningNotice, withdraw_outdated
from augstudio.ui.inspection import FoundPipeline, Refused, inspect_pipeline
from augstudio.ui.kept_layouts import absolute
from augstudio.ui.messages import explained
from augstudio.ui.notice import Notice, NoticeBar
from augstudio.ui.session import Session
from augstudio.ui.start_folders import pipelines_folder
from augstudio.ui.state import State
from augstudio.ui.undo_keys import commit_typing

PIPELINE_FILTER = "AugStudio (*.json)"


class PipelineFiles(QObject):
    """Opens and saves the session's pipeline; what cannot be done is said, and nothing is lost."""

    def __init__(self, session: Session, state: State, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._state = state
        self._notice = notice
        self._window = window
        self.opener = BackgroundOpener(self)
        OpeningNotice(self.opener, notice, topic="opening pipeline")

    # -- files --------------------------------------------------------------------------------------

    def open_pipeline(self, path: Path) -> None:
        """Replace the pipeline by a file's, once that has been read beside the window."""
        self.read(path, self.take)

    def read(self, path: Path, then: Callable[[FoundPipeline], object]) -> None:
        """Read a pipeline's file beside the window, and go on with it; say why if it cannot be opened."""

        def take(found: FoundPipeline | Refused) -> None:
            if isinstance(found, Refused):
                self.refuse(found)
            else:
                then(found)

        self.opener.begin(path, partial(inspect_pipeline, path), take)

    def take(self, found: FoundPipeline) -> None:
        """Replace the pipeline by one that was read."""
        file = absolute(found.file)
        self._session.take_pipeline(found.pipeline, file)
        self._state.add_recent_pipeline(file)
        withdraw_outdated(self._notice, "pipeline")

    def refuse(self, refused: Refused) -> None:
        """Say why a pipeline cannot be opened."""
        self._state.forget_recent_pipeline(absolute(refused.path))
        text = self.tr("Cannot open the pipeline: {0}")
        self._notice.show_error(text.format(explained(refused.error)), topic="pipeline")

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
        self._state.add_recent_pipeline(absolute(path))
        withdraw_outdated(self._notice, "pipeline")
        self._notice.show_information(self.tr("Saved {0}").format(path))
        return True

    def ask_for_pipeline(self) -> None:
        """Let the user choose a pipeline file to open."""
        title = self.tr("Open pipeline")
        start = str(pipelines_folder(self._session, self._state))
        path, _ = QFileDialog.getOpenFileName(self._window, title, start, PIPELINE_FILTER)
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
        folder = pipelines_folder(self._session, self._state)
        start = self._session.pipeline_file or str(folder / "pipeline.augstudio.json")
        title = self.tr("Save pipeline")
        path, _ = QFileDialog.getSaveFileName(self._window, title, start, PIPELINE_FILTER)
        if path:
            self.save_pipeline(Path(path if Path(path).suffix else f"{path}.augstudio.json"))

    # -- after a crash ------------------------------------------------------------------------------

    def restore(self, work: Work, *, ask: bool) -> None:
        """Take up the work that a crash has left, as one step that undo takes back.

        Args:
            work: What was kept.
            ask: Only offer it, as something else was asked for.
        """
        if work.pipeline == self._session.pipeline and not ask:
            self._session.set_seed(work.seed)
            self._session.set_copy(work.copy)
            self._session.restore_pipeline(work.pipeline, work.file or None, saved=work.saved)
            return
        # Work that was taken up before and crashed again may be the cause: then it is only offered.
        if ask or work.recovered:
            text = self.tr("AugStudio did not close properly last time. The pipeline from then was kept.")
            self._notice.add(Notice(text, button=self.tr("Restore"), action=lambda: self._restore(work)))
            return
        before = self._session.undo_stack.index()
        self._restore(work)
        text = self.tr("AugStudio did not close properly last time. The pipeline is as you left it.")
        # Whatever has been edited since, this leads back to what the program started with.
        go_back = partial(self._session.undo_stack.setIndex, before)
        self._notice.add(Notice(text, button=self.tr("Undo"), action=go_back))

    def say_left_alone(self, files: Sequence[Path]) -> None:
        """Say which files of the program's own cannot be used; they are left for whoever wants to look."""
        if files:
            text = self.tr("What was kept from last time cannot be read. It was left untouched: {0}")
            self._notice.show_error(text.format(", ".join(printable(str(file)) for file in files)))

    def _restore(self, work: Work) -> None:
        self._session.set_seed(work.seed)
        self._session.set_copy(work.copy)
        self._session.replace_pipeline(work.pipeline, self.tr("recover the pipeline"), file=work.file or None)
        if work.saved:
            self._session.undo_stack.setClean()
