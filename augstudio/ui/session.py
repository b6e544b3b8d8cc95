"""The one mutable holder: dataset, pipeline, seed, copy, selected sample and undo stack.

A gesture makes a new frozen value, the session keeps it and tells the panels; panels never echo.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.library import Pipeline

MAX_SEED = 2**31 - 1
MAX_COPY = 9999


class Session(QObject):
    """What the window works on.

    Signals:
        dataset_changed: Another dataset was opened.
        sample_changed: Another sample was selected, or none.
        pipeline_changed: The pipeline was edited, undone or redone.
        draw_changed: Seed or copy changed.
        file_changed: The pipeline's file, or whether it holds the pipeline as it is, changed.
    """

    dataset_changed = Signal(object)
    sample_changed = Signal(object)
    pipeline_changed = Signal(object)
    draw_changed = Signal()
    file_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dataset: ImageFolder | None = None
        self.sample: Sample | None = None
        self.pipeline: Pipeline = Pipeline.default()
        self.seed = 0
        self.copy = 1
        self.pipeline_file: str | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.file_changed)

    # -- dataset ------------------------------------------------------------------------------------

    def open_dataset(self, dataset: ImageFolder) -> None:
        """Work on another dataset; no sample is selected yet."""
        self.dataset = dataset
        self.sample = None
        self.dataset_changed.emit(dataset)
        self.sample_changed.emit(None)

    def select_sample(self, sample: Sample | None) -> None:
        """Show another sample."""
        if sample != self.sample:
            self.sample = sample
            self.sample_changed.emit(sample)

    # -- draw ---------------------------------------------------------------------------------------

    def set_seed(self, seed: int) -> None:
        """Draw everything anew under another seed."""
        if seed != self.seed:
            self.seed = seed
            self.draw_changed.emit()

    def set_copy(self, copy: int) -> None:
        """Look at another copy."""
        if copy != self.copy:
            self.copy = copy
            self.draw_changed.emit()

    # -- pipeline -----------------------------------------------------------------------------------

    def edit_pipeline(self, pipeline: Any, text: str, gesture: int | None = None) -> None:
        """Replace the pipeline as one step of the undo history.

        Args:
            pipeline: The new value; an equal one changes nothing.
            text: Names the step, after "Undo".
            gesture: Edits in a row with the same number count as one step (the drag of a slider).
        """
        if pipeline != self.pipeline:
            self.undo_stack.push(_PipelineEdit(self, self.pipeline, pipeline, text, gesture))

    def load_pipeline(self, path: str) -> None:
        """Replace the pipeline by a file's; can be undone.

        Raises:
            PipelineError: The file is not a valid pipeline.
        """
        pipeline = Pipeline.load(path)
        self.edit_pipeline(pipeline, self.tr("open of pipeline"))
        self._keep_file(path)

    def save_pipeline(self, path: str) -> None:
        """Write the pipeline to a file.

        Raises:
            PipelineError: It cannot be written.
        """
        self.pipeline.save(path)
        self._keep_file(path)

    def restore_pipeline(self, pipeline: Pipeline) -> None:
        """Start with a pipeline, with nothing to undo."""
        self.undo_stack.clear()
        self.show_pipeline(pipeline)

    def show_pipeline(self, pipeline: Pipeline) -> None:
        """Take over a pipeline and tell the panels; the undo history is the caller's business."""
        self.pipeline = pipeline
        self.pipeline_changed.emit(pipeline)

    def _keep_file(self, path: str) -> None:
        self.pipeline_file = path
        self.undo_stack.setClean()
        self.file_changed.emit()


class _PipelineEdit(QUndoCommand):
    """One step of the history: the pipeline before and after."""

    def __init__(
        self, session: Session, before: Pipeline, after: Pipeline, text: str, gesture: int | None
    ) -> None:
        super().__init__(text)
        self._session, self._before, self._after = session, before, after
        self._gesture = gesture

    def id(self) -> int:
        return -1 if self._gesture is None else self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _PipelineEdit) or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def undo(self) -> None:
        self._session.show_pipeline(self._before)

    def redo(self) -> None:
        self._session.show_pipeline(self._after)
