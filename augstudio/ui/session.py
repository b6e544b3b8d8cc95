"""The one mutable holder: dataset, pipeline, seed, copy, selected sample and undo stack.

A gesture makes a new frozen value, the session keeps it and tells the panels; panels never echo.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from augstudio.datasets.formats import IMAGE_FOLDER
from augstudio.errors import AugStudioError
from augstudio.export.reading.reader import OpenedExport, RecordedDraws
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import RangeEnd, Setting, fixing
from augstudio.render.step_results import StepResults
from augstudio.ui.pipeline_history import PipelineEdit, Version, new_origin, same_steps
from augstudio.ui.threads import LatestCall

if TYPE_CHECKING:
    from augstudio.datasets.base import Dataset, PictureSource, Sample

MAX_SEED = 2**31 - 1
MAX_COPY = 9999


class Session(QObject):
    """What the window works on.

    Attributes:
        step_results: Results of costly steps, shared by all that shows pictures.

    Signals:
        dataset_changed: Another dataset was opened.
        sample_changed: Another sample was selected, or none.
        pipeline_changed: The pipeline was edited, undone or redone.
        draw_changed: Seed or copy changed.
        file_changed: The pipeline's file, or whether it holds the pipeline as it is, changed.
        snapshot_changed: Another pipeline was kept for comparison.
        solo_changed: Another step is shown alone, or all are again.
        pipeline_previewed: Another pipeline is to be shown for a moment, or the session's own again.
        failed: An exception nobody expected.
    """

    dataset_changed = Signal(object)
    sample_changed = Signal(object)
    pipeline_changed = Signal(object)
    draw_changed = Signal()
    file_changed = Signal()
    snapshot_changed = Signal()
    solo_changed = Signal()
    pipeline_previewed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dataset: Dataset | OpenedExport | None = None
        self.sample: Sample | None = None
        self.recorded: RecordedDraws | None = None
        self.pipeline: Pipeline = Pipeline.default()
        self.seed = 0
        self.copy = 1
        self.pipeline_file: str | None = None
        self.snapshot: Pipeline = self.pipeline
        self.snapshot_name = ""
        self.step_results = StepResults()
        self._previewed: Pipeline | None = None
        self._origin = 0  # which pipeline it is, however it is edited
        self._solo: int | None = None
        self._held_end: RangeEnd | None = None
        self._wanted: Sample | None = None
        self._lines = LatestCall(self)
        self._lines.succeeded.connect(self._on_lines_succeeded)
        self._lines.failed.connect(self._on_lines_failed)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.file_changed)

    # -- dataset ------------------------------------------------------------------------------------

    def open_dataset(self, dataset: Dataset | OpenedExport) -> None:
        """Work on another dataset; no sample is selected yet."""
        self._forget_wanted()
        self.dataset = dataset
        self.sample = None
        self.recorded = None
        self.dataset_changed.emit(dataset)
        self.sample_changed.emit(None)

    def select_sample(self, sample: Sample | None) -> None:
        """Show another sample; of an opened export, also the copy that it is, once its line has been read."""
        opened = self.dataset
        if sample == self.sample:
            self._forget_wanted()
        elif sample is None or not isinstance(opened, OpenedExport):
            self._forget_wanted()
            self._show_sample(sample, None)
        elif sample != self._wanted:
            self._wanted = sample
            self._lines.start(lambda _report, _cancelled: (sample, _recorded_of(opened, sample)))

    @property
    def selecting(self) -> bool:
        """Whether a sample that was selected is not on show yet, as its line in a manifest is being read."""
        return self._wanted is not None

    def close(self) -> None:
        """Join the thread that reads lines, or leave it behind."""
        self._wanted = None
        self._lines.close()

    def _forget_wanted(self) -> None:
        self._wanted = None
        self._lines.cancel()

    @Slot(object)
    def _on_lines_succeeded(self, found: tuple[Sample, RecordedDraws | None]) -> None:
        self._wanted = None
        self._show_sample(*found)

    @Slot(object)
    def _on_lines_failed(self, error: Exception) -> None:
        # Nobody may wait for it any more; the picture is there all the same.
        wanted, self._wanted = self._wanted, None
        self._show_sample(wanted, None)
        self.failed.emit(error)

    def _show_sample(self, sample: Sample | None, recorded: RecordedDraws | None) -> None:
        self.sample = sample
        self.recorded = recorded
        moved = recorded is not None and recorded.copy != self.copy
        if recorded is not None:
            self.copy = recorded.copy
        self.sample_changed.emit(sample)
        if moved:
            self.draw_changed.emit()

    @property
    def sources(self) -> Dataset | None:
        """The dataset that exports read: the open one, or the one that an opened export was made from."""
        return self.dataset.sources if isinstance(self.dataset, OpenedExport) else self.dataset

    @property
    def listed_pictures(self) -> PictureSource | None:
        """What the list shows small: the dataset's pictures, or the outputs of an opened export."""
        return self.dataset.outputs if isinstance(self.dataset, OpenedExport) else self.dataset

    @property
    def place(self) -> Path | None:
        """What opens again what is open: a folder, or a file; None if nothing is open."""
        dataset = self.dataset
        if dataset is None or isinstance(dataset, OpenedExport):
            return None if dataset is None else dataset.root
        reference = dataset.reference
        return dataset.root if reference.format == IMAGE_FOLDER else reference.path.absolute()

    @property
    def format(self) -> str:
        """The name of the open dataset's format; empty if none is open, or an export."""
        dataset = self.dataset
        return "" if dataset is None or isinstance(dataset, OpenedExport) else dataset.reference.format

    @property
    def labelled(self) -> Dataset | None:
        """Where the labels of what is on show are read from; None where there are none."""
        return None if isinstance(self.dataset, OpenedExport) else self.dataset

    @property
    def label_format(self) -> str:
        """Name of the format of the labels that lie with what is open; empty where there are none."""
        dataset = self.dataset
        name = dataset.label_format if isinstance(dataset, OpenedExport) else self.format
        return "" if name == IMAGE_FOLDER else name

    @property
    def as_exported(self) -> bool:
        """Whether what is on show is an export's output as it was recorded, with all of its steps."""
        recorded = self.recorded
        return (
            recorded is not None
            and self.held_setting is None
            and recorded.pipeline == self.shown_pipeline
            and (recorded.seed, recorded.copy) == (self.seed, self.copy)
        )

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

    def edit_pipeline(self, pipeline: Pipeline, text: str, gesture: int | None = None) -> None:
        """Replace the pipeline as one step of the undo history.

        Args:
            pipeline: The new value; an equal one changes nothing.
            text: Names the step, after "Undo".
            gesture: Edits in a row with the same number count as one step (the drag of a slider).
        """
        if pipeline != self.pipeline:
            self._push(Version(pipeline, self.pipeline_file, self._origin), text, gesture)

    def replace_pipeline(self, pipeline: Pipeline, text: str, file: str | None = None) -> None:
        """Put another pipeline in the place of this one, as one step of the undo history.

        Its steps are others, even where they have the ids of former ones.

        Args:
            pipeline: The other pipeline; an equal one changes nothing.
            text: Names the step, after "Undo".
            file: Its file, if it has another one; undo goes back to the one before.
        """
        if pipeline != self.pipeline:
            self._push(Version(pipeline, file or self.pipeline_file, new_origin()), text)

    def _push(self, after: Version, text: str, gesture: int | None = None) -> None:
        before = Version(self.pipeline, self.pipeline_file, self._origin)
        self.undo_stack.push(PipelineEdit(self._take_back, before, after, text, gesture))

    def take_pipeline(self, pipeline: Pipeline, path: str) -> None:
        """Replace the pipeline by one that was read from a file; can be undone."""
        self.replace_pipeline(pipeline, self.tr("open a pipeline"), file=path)
        self._keep_file(path)

    def save_pipeline(self, path: str) -> None:
        """Write the pipeline to a file.

        Raises:
            PipelineError: It cannot be written.
        """
        self.pipeline.save(path)
        self._keep_file(path)

    def restore_pipeline(self, pipeline: Pipeline, file: str | None = None, *, saved: bool = True) -> None:
        """Start with a pipeline and its file, with nothing to undo.

        Args:
            pipeline: The pipeline.
            file: Its file; None if it has none.
            saved: Whether the file holds it as it is.
        """
        self.undo_stack.clear()
        self.pipeline_file = file
        self._show_pipeline(pipeline, new_origin())
        if not saved:
            self.undo_stack.resetClean()
        self.file_changed.emit()

    def _take_back(self, version: Version) -> None:
        """Show a pipeline of the history with the file that it had."""
        self._show_pipeline(version.pipeline, version.origin)
        if version.file != self.pipeline_file:
            self.pipeline_file = version.file
            self.file_changed.emit()

    def _show_pipeline(self, pipeline: Pipeline, origin: int) -> None:
        """Take over a pipeline and tell the panels; what was tried out with a step ends with that step."""
        same = same_steps(self.pipeline, pipeline) if origin == self._origin else set[int]()
        self.pipeline, self._origin = pipeline, origin
        self._previewed = None
        if self._held_end is not None and self._held_end.step not in same:
            self._held_end = None
        lost = self._solo is not None and self._solo not in same
        if lost:
            self._solo = None
        self.pipeline_changed.emit(pipeline)
        if lost:
            self.solo_changed.emit()

    # -- trying out ---------------------------------------------------------------------------------

    @property
    def solo(self) -> int | None:
        """The id of the step that is shown alone; None where all are."""
        return self._solo

    def show_alone(self, step_id: int | None) -> None:
        """Show one step without the others; the pipeline, its history and exports stay as they are.

        Args:
            step_id: The step's id; None shows all steps again.
        """
        if step_id != self._solo:
            self._solo = step_id
            self.solo_changed.emit()
            self.pipeline_previewed.emit()

    @property
    def visible_pipeline(self) -> Pipeline:
        """The pipeline, or the one step of it that is shown alone."""
        return self.pipeline if self._solo is None else self.pipeline.only(self._solo)

    @property
    def shown_pipeline(self) -> Pipeline:
        """What the pictures are rendered with: the visible pipeline, or one that is being tried out."""
        return self.visible_pipeline if self._previewed is None else self._previewed

    @property
    def trying_out(self) -> bool:
        """Whether pictures are rendered with a pipeline that is not the user's."""
        return self._previewed is not None and self._previewed != self.pipeline

    def preview_pipeline(self, pipeline: Pipeline | None) -> None:
        """Show pictures with another pipeline for a moment; nothing is edited, so nothing can be undone.

        Args:
            pipeline: The pipeline to try, or None to go back to the session's own.
        """
        before = self.shown_pipeline
        self._previewed = pipeline
        if self.shown_pipeline != before:
            self.pipeline_previewed.emit()

    @property
    def held_setting(self) -> Setting | None:
        """The end of a range that is shown while it is dragged; None for the draw."""
        held = self._held_end
        return None if held is None or self.trying_out else held.setting(self.shown_pipeline)

    @property
    def result_pipeline(self) -> Pipeline:
        """What single results are rendered with: the pipeline on show, fixed at the end that is dragged."""
        setting = self.held_setting
        return self.shown_pipeline if setting is None else fixing(self.shown_pipeline, (setting,))

    def hold_end(self, held: RangeEnd | None) -> None:
        """Show an end of a range while it is dragged; None goes back to the draw."""
        before = self.held_setting
        self._held_end = held
        # Pixels may be the same, but not what they are: an end is no draw, and no copy is exported so.
        if self.held_setting != before:
            self.pipeline_previewed.emit()

    # -- snapshot -----------------------------------------------------------------------------------

    def keep_snapshot(self, pipeline: Pipeline, name: str) -> None:
        """Keep a pipeline to compare with.

        Args:
            pipeline: The value to keep; edits leave it alone.
            name: What people call it, as the name of its file.
        """
        if (pipeline, name) != (self.snapshot, self.snapshot_name):
            self.snapshot, self.snapshot_name = pipeline, name
            self.snapshot_changed.emit()

    def _keep_file(self, path: str) -> None:
        self.pipeline_file = path
        self.undo_stack.setClean()
        self.file_changed.emit()


def _recorded_of(opened: OpenedExport, sample: Sample) -> RecordedDraws | None:
    try:
        return opened.draws(sample)
    except AugStudioError:  # the preview says what is wrong with it
        return None
