"""Finds out beside the window whether the pipeline pays, and shows what was found."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QProgressBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.pipeline import Pipeline
from augstudio.core.text import printable
from augstudio.datasets.base import DatasetReference
from augstudio.datasets.formats import reopened
from augstudio.datasets.shipped_benchmark import opened_benchmark
from augstudio.errors import AugStudioError, message_of
from augstudio.export.reading.reader import OpenedExport
from augstudio.insights.evaluate import EvaluationOptions, EvaluationProgress, Stage, evaluate
from augstudio.insights.evaluation import Evaluation
from augstudio.insights.report import report_page
from augstudio.insights.wording import (
    title_of,
)
from augstudio.saving import save
from augstudio.ui.experiment_results import ExperimentResults
from augstudio.ui.language import page_language
from augstudio.ui.learner_field import LearnerField
from augstudio.ui.messages import explained, sentence
from augstudio.ui.mnemonics import marked
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.rival_files import RivalFiles, loaded_beside
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID
from augstudio.ui.threads import LatestCall
from augstudio.ui.undo_keys import commit_typing

_TALL = 80 * GRID  # with results; fits a screen of 1280 x 720


class ExperimentDialog(QDialog):
    """Trains a simple learner with and without the pipeline's copies; the window can be used meanwhile.

    Signals:
        failed: An exception nobody expected.
    """

    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pipelines: dict[str, Pipeline] = {}
        self._found: Evaluation | None = None
        self._asked: tuple[Pipeline, Path | None] | None = None  # None for the pictures that ship
        self._found_for: tuple[Pipeline, Path | None] | None = None
        self._running = False
        self._call = LatestCall(self)
        self.setWindowTitle(self.tr("Experiment: does it pay?"))
        self.setMinimumWidth(70 * GRID)
        self.copies, self.minutes = _number(1, 20, 4), _number(1, 60, 5)
        self.learner = LearnerField()
        self.missing = QLabel(self.learner.reasons)
        self.missing.setObjectName("Muted")
        self.with_steps = QCheckBox(self.tr("Find out what each step adds"))
        self.with_changes = QCheckBox(self.tr("Find out what training relies on"))
        self.with_changes.setToolTip(
            self.tr(
                "Tests with mirrored, turned, darkened, blurred … pictures, and tells classes apart by "
                "direction, brightness, background or size alone."
            )
        )
        self.with_snapshot = QCheckBox(self.tr("Compare with A, the pipeline that was kept"))
        self.on_benchmark = QCheckBox(self.tr("Try it on Fashion-MNIST instead of your pictures"))
        self.on_benchmark.setToolTip(
            self.tr(
                "1,500 small grey pictures of clothes that ship with the program, 1,000 of them for testing. "
                "They show what the experiment says of a pipeline, not what yours does for your pictures."
            )
        )
        self.rivals = RivalFiles()
        own = self.with_steps, self.with_changes, self.with_snapshot
        self._choices = *own, self.rivals, self.on_benchmark
        self.progress = QProgressBar()
        self.state = QLabel()
        self.former = QLabel()
        self.results = ExperimentResults()
        buttons, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self.start = buttons.addButton("", role.ActionRole)
        self.save_button = buttons.addButton(marked(self.tr("Save report…"), "S"), role.ActionRole)
        close = buttons.addButton(marked(self.tr("Close"), "C"), role.RejectRole)
        close.setAutoDefault(False)
        self._build(buttons)
        buttons.rejected.connect(self.close)
        self._connect()
        self._show_running(False)

    def _connect(self) -> None:
        self.on_benchmark.toggled.connect(self.prepare)
        self.start.clicked.connect(self._on_start_clicked)
        self.save_button.clicked.connect(self._ask_for_file)
        self._call.reported.connect(self._on_call_reported)
        self._call.succeeded.connect(self._on_call_succeeded)
        self._call.failed.connect(self._on_call_failed)
        self._session.pipeline_changed.connect(self._tell_former)
        self._session.dataset_changed.connect(self._on_session_dataset_changed)

    def _build(self, buttons: QDialogButtonBox) -> None:
        intro = QLabel(
            self.tr(
                "A simple learner is trained with your pictures alone and with the copies that the pipeline "
                "makes of them, again and again. Each picture needs one class."
            )
        )
        for label in (intro, self.missing, self.state, self.former):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the experiment"))
        form = QFormLayout()
        form.setSpacing(GRID)
        form.addRow(marked(self.tr("Copies of each picture"), "O"), self.copies)
        form.addRow(marked(self.tr("Minutes at most"), "M"), self.minutes)
        form.addRow(marked(self.tr("Learner"), "L"), self.learner)
        if self.missing.text():
            form.addRow(self.missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(intro)
        column.addLayout(form)
        for widget in (*self._choices, self.progress, self.state, self.former):
            column.addWidget(widget)
        column.addWidget(self.results, 1)
        column.addWidget(buttons)
        self.results.hide()
        self.save_button.setEnabled(False)

    # -- running ------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Look at what can be evaluated now."""
        usable = self.on_benchmark.isChecked() or self._reference is not None
        kept = self._session.snapshot != self._session.pipeline
        self.with_snapshot.setEnabled(kept)
        self.with_snapshot.setChecked(self.with_snapshot.isChecked() and kept)
        self.start.setEnabled(usable)
        if not usable:
            self.state.setText(self.tr("Open a dataset with a folder for each class first."))
        elif not self._running:
            self.state.setText("")

    @property
    def _reference(self) -> DatasetReference | None:
        """What opens the dataset again beside the window; None where there is none, or a finished export."""
        dataset = self._session.dataset
        return None if dataset is None or isinstance(dataset, OpenedExport) else dataset.reference

    def _on_start_clicked(self) -> None:
        if self._running:
            self._call.cancel()
            self._show_running(False)
            self.state.setText(self.tr("Stopped."))
            return
        commit_typing()
        reference = None if self.on_benchmark.isChecked() else self._reference
        if reference is None and not self.on_benchmark.isChecked():
            self.prepare()
            return
        session = self._session
        name = Path(session.pipeline_file).stem if session.pipeline_file else self.tr("The pipeline")
        self._pipelines = {name: session.pipeline}
        if self.with_snapshot.isChecked():
            self._pipelines[f"A: {session.snapshot_name}" if session.snapshot_name else "A"] = (
                session.snapshot
            )
        options = EvaluationOptions(
            copies=self.copies.value(),
            seed=session.seed,
            minutes=self.minutes.value(),
            leave_one_out=self.with_steps.isChecked(),
            invariances=self.with_changes.isChecked(),
            learner=self.learner.learner,
        )
        self._asked = session.pipeline, None if reference is None else session.place
        self._show_running(True)
        self._call.start(partial(_evaluated, reference, dict(self._pipelines), self.rivals.files, options))

    def _show_running(self, running: bool) -> None:
        self._running = running
        self.start.setText(marked(self.tr("Stop"), "T") if running else marked(self.tr("Start"), "T"))
        self.progress.setVisible(running)
        self.progress.setRange(0, 0)
        for widget in (self.copies, self.minutes, self.learner, *self._choices):
            widget.setEnabled(not running)
        self._tell_former()

    @Slot()
    def _on_session_dataset_changed(self) -> None:
        if self.isVisible():
            self.prepare()
        self._tell_former()

    @Slot()
    def _tell_former(self) -> None:
        """Say of results on show that they are not of what would be evaluated now."""
        text, session = "", self._session
        if self._found is not None and self._found_for is not None:
            pipeline, place = self._found_for
            if self._running:
                text = self.tr("The results of the run before:")
            elif place is not None and place != session.place:
                text = self.tr("Another dataset is open now. These results are of {0}.")
                text = text.format(printable(place.name or str(place)))
            elif pipeline != session.pipeline:
                text = self.tr("The pipeline was changed since. These results are of it as it was.")
        self.former.setText(text)
        self.former.setVisible(bool(text))

    @Slot(object)
    def _on_call_reported(self, progress: EvaluationProgress) -> None:
        words = self.tr("Looking at pictures: {0} of {1}")
        if progress.stage is Stage.SPLITS:
            words = self.tr("Training: {0} of {1}")
        elif progress.stage is Stage.RELIANCE:
            words = self.tr("Changing pictures: {0} of {1}")
        self.state.setText(words.format(f"{progress.done:,}", f"{progress.total:,}"))
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)

    @Slot(object)
    def _on_call_failed(self, error: Exception) -> None:
        self._show_running(False)
        self.prepare()
        if isinstance(error, AugStudioError):
            self.state.setText(sentence(explained(error)))
        else:
            self.state.setText("")
            self.failed.emit(error)

    # -- what was found -----------------------------------------------------------------------------

    @Slot(object)
    def _on_call_succeeded(self, found: Evaluation) -> None:
        self._found, self._found_for = found, self._asked
        self._show_running(False)
        self.prepare()
        self.state.setText(self.tr("Time ran out before all was done.") if found.stopped_early else "")
        self.results.show_evaluation(found, next(iter(self._pipelines.values())))
        self._make_room()
        self.save_button.setEnabled(True)

    def _make_room(self) -> None:
        """Grow for the results, and stay on the screen."""
        lines = self.results.fit_width(self.width() - 4 * GRID)
        self.missing.hide()  # the learner's field says it, too
        screen = self.screen().availableGeometry()
        wanted = max(self.height(), _TALL, self.minimumSizeHint().height() + lines)
        self.resize(self.width(), max(_TALL, min(wanted, screen.height() - 10 * GRID)))
        frame = self.frameGeometry()
        below = max(0, frame.bottom() - screen.bottom())
        self.move(self.x(), max(screen.top(), self.y() - below))

    def _ask_for_file(self) -> None:
        if self._found is None:
            return
        start = str(Path.home() / f"{self._found.dataset}-experiment.html")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save report"), start, "HTML (*.html)")
        if path:
            self.save_report(Path(path if path.lower().endswith((".html", ".htm")) else f"{path}.html"))

    def save_report(self, path: Path) -> None:
        """Write the page, and beside it the same as JSON.

        Args:
            path: The page's file; an existing one is replaced.
        """
        assert self._found is not None
        dataset = self._session.dataset
        if dataset is not None and dataset.root.resolve() in path.resolve().parents:
            text = self.tr("{0} lies in the dataset, which is never written to. Choose another place.")
            self.state.setText(text.format(printable(str(path))))
            return
        data = json.dumps(self._found.to_dict(), ensure_ascii=False, indent=2)
        try:
            page = report_page(
                self._found, explained, page_language(), lambda name: translated(title_of(name))
            )
            save(path, page.encode())
            save(path.with_suffix(".json"), f"{data}\n".encode())
        except OSError as error:
            text = self.tr("{0} cannot be written: {1}")
            self.state.setText(text.format(printable(str(path)), explained(message_of(error))))
        else:
            self.state.setText(self.tr("Saved as {0}, with the numbers as JSON beside it.").format(path.name))

    # -- Qt -----------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        self._stop()
        super().reject()

    def _stop(self) -> None:
        if self._running:
            self._call.cancel()
            self._show_running(False)
            self.state.setText(self.tr("Stopped."))

    def close_threads(self) -> None:
        """Stop, and join the threads."""
        self._call.close()


def _number(low: int, high: int, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(low, high)
    field.setValue(value)
    return field


def _evaluated(
    reference: DatasetReference | None,
    pipelines: dict[str, Pipeline],
    rivals: tuple[Path, ...],
    options: EvaluationOptions,
    report: Callable[[EvaluationProgress], None],
    cancelled: Callable[[], bool],
) -> Evaluation | None:
    """Evaluate beside the window; the dataset is opened anew, as files are read here, None is what ships."""
    pipelines = loaded_beside(pipelines, rivals)
    with opened_benchmark() if reference is None else nullcontext(reopened(reference)) as dataset:
        return evaluate(dataset, pipelines, options, on_progress=report, cancelled=cancelled)
