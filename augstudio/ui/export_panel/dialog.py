"""Asks where and how to export, and shows what it will come to; never blocks the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.text import printable
from augstudio.errors import AugStudioError
from augstudio.export import ExportJob
from augstudio.export.reading.unfinished import Unfinished
from augstudio.ui import icons
from augstudio.ui.dataset_panel.format_text import translated_title
from augstudio.ui.export_panel.amounts import size_text
from augstudio.ui.export_panel.continue_bar import ContinueBar
from augstudio.ui.export_panel.estimate_view import EstimateView
from augstudio.ui.export_panel.estimator import Estimator
from augstudio.ui.export_panel.options_form import OptionsForm
from augstudio.ui.export_panel.picture_choice import OfferedKeys
from augstudio.ui.export_panel.proposals import Proposal, place_of, propose
from augstudio.ui.export_panel.room import RoomWatch
from augstudio.ui.fitting import FittingArea, make_room
from augstudio.ui.kept_exports import BegunExport, ExportChoices
from augstudio.ui.messages import explained, sentence
from augstudio.ui.mnemonics import marked, plain
from augstudio.ui.session import Session
from augstudio.ui.state import State
from augstudio.ui.theme import GRID
from augstudio.ui.threads import LatestCall
from augstudio.ui.undo_keys import commit_typing

if TYPE_CHECKING:
    from augstudio.export import Estimate

LOOK_MS = 200
"""How long nothing must change before the dataset is looked at again."""


class ExportDialog(QDialog):
    """The options of an export beside what they come to, which is looked at anew with every change.

    A click on the start while that is still being found out counts: the export starts once nothing speaks
    against it.

    Signals:
        accepted_job: The job to run, and whether it may replace another export.
        continued_job: A job that was stopped earlier and shall go on as it was begun.
        failed: An exception nobody expected.
    """

    accepted_job = Signal(object, bool)
    continued_job = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offered_keys: Callable[[], OfferedKeys] = OfferedKeys  # what of the list can be exported alone
        self._session, self._state = session, state
        self._place: Path | None = None
        self._offered, self._impatient = "", False
        self._proposed: Proposal | None = None
        self._asked: ExportJob | None = None
        self._found: Estimate | None = None
        self.setWindowTitle(self.tr("Export dataset"))
        self.continue_bar = ContinueBar()
        self.form = OptionsForm()
        self.estimate_view = EstimateView()
        self.estimator = Estimator(self)
        self.problem = QLabel()
        self._sign = icons.IconLabel("warning", 2 * GRID, QPalette.ColorRole.BrightText)
        self._room = RoomWatch(self)
        self._places = LatestCall(self)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._buttons, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self.start = self._buttons.addButton("", role.AcceptRole)
        self._buttons.addButton(marked(self.tr("Cancel"), "C"), role.RejectRole)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.problem.setWordWrap(True)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place = self.problem.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.problem.setSizePolicy(place)
        self.problem.setMinimumHeight(2 * self.problem.fontMetrics().lineSpacing())
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        line.setFrameShadow(QFrame.Shadow.Plain)
        self.form.setMinimumWidth(60 * GRID)
        self.estimate_view.setMinimumWidth(44 * GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        asked = QWidget()
        columns, left, foot = QHBoxLayout(asked), QVBoxLayout(), QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.continue_bar)
        column.addWidget(FittingArea(asked), 1)
        column.addLayout(foot)
        columns.setSpacing(2 * GRID)
        columns.addLayout(left, 1)
        left.setSpacing(2 * GRID)
        left.addWidget(self.form)
        left.addWidget(self.estimate_view.notes.room, 1)
        columns.addWidget(line)
        columns.addWidget(self.estimate_view, 1)
        foot.setSpacing(GRID)
        foot.addWidget(self._sign)
        foot.addWidget(self.problem, 1)
        foot.addWidget(self._buttons)

    def _connect(self) -> None:
        session = self._session
        self.form.browse.clicked.connect(self._on_browse_clicked)
        self.form.changed.connect(self._look_again)
        self.continue_bar.continue_requested.connect(self._on_continue_requested)
        self.continue_bar.anew_requested.connect(self._on_anew_requested)
        self._buttons.accepted.connect(self._on_buttons_accepted)
        self._buttons.rejected.connect(self.reject)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.estimator.estimated.connect(self._on_estimator_estimated)
        self.estimator.refused.connect(self._on_estimator_refused)
        self.estimator.failed.connect(self.failed)
        self._room.changed.connect(self._on_room_changed)
        self._room.failed.connect(self.failed)
        self._places.succeeded.connect(self._on_places_succeeded)
        self._places.failed.connect(self.failed)
        for signal in (session.pipeline_changed, session.draw_changed, session.dataset_changed):
            signal.connect(self._on_session_changed)

    # -- what is asked ------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Offer an export of the session's dataset."""
        sources = self._session.sources
        self.form.show_splits(sources)
        self.form.show_labels(sources is not None and sources.categories is not None)
        if sources is not None:
            self._turn_to(sources.reference.path)
            self.form.offer_pictures(self.offered_keys())
            if self.form.target.text() in ("", self._offered):
                self._offer(place_of(sources.root))
            known = [kept for kept in self._state.begun_exports if Path(kept.dataset) == self._place]
            begun = [kept.folder for kept in known if kept.store is None]
            look = partial(propose, sources.root, begun, self._session.pipeline, self._session.seed)
            self._places.start(lambda _report, _cancelled: look())
        self.estimate_view.clear()
        self._look_again()

    def _turn_to(self, place: Path) -> None:
        """Go over to another dataset, with what was chosen for it last; what was typed is not about it."""
        if place == self._place:
            return
        self._keep_choices()
        self._place, self._proposed = place, None
        self.continue_bar.hide()
        self.form.target.clear()
        self.form.choose(self._state.export_choices(place) or ExportChoices())

    def _keep_choices(self) -> None:
        if self._place is not None:
            self._state.keep_export_choices(self._place, self.form.choices)

    def close_threads(self) -> None:
        """Join the threads, or leave them behind."""
        self._places.close()
        self._room.close()
        self.estimator.close()

    def _offer(self, folder: Path) -> None:
        self._offered = str(folder)
        self.form.target.setText(self._offered)

    @Slot(object)
    def _on_places_succeeded(self, proposal: Proposal) -> None:
        self._proposed = proposal
        unfinished, untouched = proposal.unfinished, self.form.target.text() == self._offered
        if unfinished is None:
            self.continue_bar.hide()
        else:
            chosen = proposal.same and untouched and self._choose(unfinished)
            self.continue_bar.show_unfinished(unfinished, chosen=chosen)
            untouched = untouched and not chosen
        if untouched:
            self._offer(proposal.free)

    def _choose(self, unfinished: Unfinished) -> bool:
        """Set folder and options of an export that was stopped; False where the form cannot say them all."""
        recorded, before, sources = unfinished.recorded, self.form.choices, self._session.sources
        labelled = sources is not None and sources.categories is not None
        if recorded.source_format != (sources.reference.format if sources and labelled else ""):
            return False
        self.form.pictures.offer(self.offered_keys(), recorded.options.only)
        self.form.choose(ExportChoices.of(recorded.options, recorded.source_format))
        try:
            job = self.job()
        except AugStudioError:
            job = None
        if job is None or not unfinished.is_same_as(job):
            self.form.pictures.offer(self.offered_keys())
            self.form.choose(before)
            return False
        # What becomes of its labels was accepted before it wrote its first file.
        self.form.images_alone.setChecked(not labelled)
        self.form.accept_loss.setChecked(True)
        self._offer(unfinished.out)
        return True

    def _on_continue_requested(self) -> None:
        sources = self._session.sources
        if sources is not None and self._proposed is not None and self._proposed.unfinished is not None:
            unfinished = self._proposed.unfinished
            kept = {known.folder: known for known in self._state.begun_exports}.get(unfinished.out)
            begun = kept or BegunExport.found(unfinished, sources)
            self.continued_job.emit(begun.job(unfinished))

    def _on_anew_requested(self) -> None:
        if self._proposed is not None:
            self._offer(self._proposed.free)
            self.continue_bar.hide()

    def job(self) -> ExportJob | None:
        """The export as it stands in the dialog; None without dataset or target.

        Raises:
            ExportError: The options do not go together.
        """
        sources, target = self._session.sources, self.form.target.text().strip()
        if sources is None or not target:
            return None
        options = self.form.options(self._session.seed, sources.stated)
        alone = self.form.images_alone.isChecked()
        # What its folders mean now is found out anew, as they may have changed since it was opened.
        path, kind = sources.reference.path, sources.reference.format
        accepts = self.form.accept_loss.isChecked()
        others = {"dataset_format": kind, "as_image_folder": alone, "accept_loss": accepts}
        return ExportJob.to(path, target, self._session.pipeline, options=options, **others)

    def _look_again(self) -> None:
        """Something changed: say at once what is known to be wrong, and look at the rest."""
        self._found = self._asked = None
        for looking in (self._timer, self.estimator, self._room):
            looking.stop()
        if not self._impatient:
            self._name_start()
        try:
            job = self.job()
        except AugStudioError as error:
            self.estimate_view.clear()
            self.show_problem(sentence(explained(error)))
            return
        if job is None:
            known = self._session.sources is not None
            self.estimate_view.clear()
            self.show_problem(self.tr("Choose a folder.") if known else self.tr("Open a dataset first."))
            return
        self.show_problem("")
        self._asked = job
        self.estimate_view.show_pending()
        self._timer.start()

    # -- what comes of it ---------------------------------------------------------------------------

    def show_problem(self, problem: str) -> None:
        """Say why it cannot start; nothing stands in its way if empty."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._sign.setVisible(bool(problem))
        self.start.setEnabled(not problem)
        if problem:
            self._be_patient()
            make_room(self)

    def show_refusal(self, problem: str) -> None:
        """Say why an export that was started could not run or go on; it can be once nothing is in the way."""
        self._look_again()
        self.show_problem(problem)

    def _be_patient(self) -> None:
        self._impatient = False
        self._name_start()

    def _name_start(self) -> None:
        """Say what a click will do."""
        unfinished = None if self._proposed is None else self._proposed.unfinished
        goes_on = (
            unfinished is not None
            and self._found is not None
            and not self._found.replaces
            and Path(self.form.target.text()) == unfinished.out
        )
        self.start.setText(marked(self.tr("Continue export") if goes_on else self.tr("Start export"), "T"))

    def _on_timer_timeout(self) -> None:
        if self._asked is not None and self.isVisible():
            self.estimator.ask(self._asked)

    def _on_estimator_refused(self, job: ExportJob, reason: str) -> None:
        if job is self._asked:
            self.form.offer_replacing(False)
            self.form.offer_replacing_edited(False)
            self.estimate_view.clear()
            self.show_problem(sentence(explained(reason)))

    def _on_estimator_estimated(self, job: ExportJob, found: Estimate) -> None:
        if job is not self._asked:
            return
        self._found = found
        if not self._impatient:
            self._name_start()
        replacing = self.form.replace.isChecked()
        self.estimate_view.show_found(found, replacing=replacing)
        self.form.offer_replacing(bool(found.replaces))
        self.form.offer_images_alone(found.labels is not None)
        self.form.offer_loss(bool(found.losses.total()))
        self.form.offer_replacing_edited(bool(found.replaces or found.present_files))
        if found.replaces and not replacing:
            self.show_problem(sentence(explained(found.replaces)))
        elif found.labels is not None and not job.as_image_folder:
            text = self.tr("The images have labels ({0}: {1}), which would not be exported.")
            self.show_problem(text.format(found.labels.format, printable(found.labels.example)))
        elif found.losses.total() and not job.accept_loss and found.labelling is not None:
            text = self.tr("{0} cannot hold all labels. Tick “{1}”, or choose another format.")
            title, ticked = translated_title(found.labelling.title), self.form.accept_loss.text()
            self.show_problem(text.format(title, plain(ticked)))
        elif found.free is not None and not found.fits:
            self._say_too_little(found.missing_bytes, found.free)
            self._room.begin(job.out, found.free)
        elif not found.files:
            self.show_problem(self.tr("Nothing would be written."))
        elif self._impatient:
            self._accept(job)
        else:
            self.start.setEnabled(True)

    def _say_too_little(self, needed: int, free: int) -> None:
        text = self.tr("This needs about {0} there, but only {1} is free. Make room, or export less.")
        self.show_problem(text.format(size_text(needed), size_text(free)))

    def _on_room_changed(self, free: int | None) -> None:
        found = self._found
        if found is None or free is None or free >= found.missing_bytes:
            self._look_again()
        else:
            self._say_too_little(found.missing_bytes, free)

    def _on_buttons_accepted(self) -> None:
        commit_typing()
        if self._asked is None:
            return
        if self._found is not None:
            self._accept(self._asked)
            return
        self._impatient = True
        self.start.setEnabled(False)
        self.start.setText(self.tr("Checking…"))

    def _accept(self, job: ExportJob) -> None:
        self._be_patient()
        # It changes nothing of what was found out, so the job is not looked at anew for it.
        job = replace(job, replace_edited=self.form.replace_edited.isChecked())
        self.accepted_job.emit(job, self.form.replace.isChecked())

    def _on_session_changed(self) -> None:
        if self.isVisible():
            self.prepare()

    def _on_browse_clicked(self) -> None:
        target = self.form.target.text()
        start = str(Path(target).parent) if target else ""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export to"), start)
        if folder:
            self.form.target.setText(folder)

    def hideEvent(self, event: QHideEvent) -> None:
        for looking in (self._timer, self.estimator, self._room):
            looking.stop()
        self._be_patient()
        self._keep_choices()
        super().hideEvent(event)
