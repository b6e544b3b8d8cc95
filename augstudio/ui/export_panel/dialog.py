"""Asks where and how to export; never blocks the window."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from augstudio.assets import sample_dataset
from augstudio.datasets.base import Split
from augstudio.export import ExportJob, ExportOptions
from augstudio.ui import icons
from augstudio.ui.session import MAX_COPY, Session
from augstudio.ui.theme import GRID

FORMATS = ("keep", "jpeg", "png", "webp")


class ExportDialog(QDialog):
    """The options of an export.

    Signals:
        accepted_job: The job to run.
    """

    accepted_job = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._total = 0
        self._offered = ""
        self.setWindowTitle(self.tr("Export dataset"))
        self.setMinimumWidth(520)
        self.target = QLineEdit()
        self.target.setPlaceholderText(self.tr("A new or empty folder"))
        self.target.setAccessibleName(self.tr("Target folder"))
        self.browse = QPushButton(icons.icon("folder"), self.tr("Browse…"))
        self.copies = QSpinBox()
        self.copies.setRange(0, MAX_COPY)
        self.copies.setValue(4)
        self.originals = QCheckBox(self.tr("Write the originals too"))
        self.originals.setChecked(True)
        self.format = QComboBox()
        for name in FORMATS:
            self.format.addItem(self.tr("As in the dataset") if name == "keep" else name.upper(), name)
        self.quality = QSpinBox()
        self.quality.setRange(1, 100)
        self.quality.setValue(95)
        self.splits = {split: QCheckBox(split.value) for split in Split}
        self.splits[Split.TRAIN].setChecked(True)
        self._split_row = QWidget()
        self._summary = QLabel()
        self._problem = QLabel()
        self._buttons = QDialogButtonBox()
        self.start = self._buttons.addButton(self.tr("Start export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.target, 1)
        row.addWidget(self.browse)
        split_row = QHBoxLayout(self._split_row)
        split_row.setContentsMargins(0, 0, 0, 0)
        for box in self.splits.values():
            split_row.addWidget(box)
        split_row.addStretch()
        self._form = QFormLayout()
        self._form.setVerticalSpacing(GRID)
        self._form.setHorizontalSpacing(2 * GRID)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.addRow(self.tr("Target folder"), row)
        self._form.addRow(self.tr("Copies per image"), self.copies)
        self._form.addRow("", self.originals)
        self._form.addRow(self.tr("Augment"), self._split_row)
        self._form.addRow(self.tr("Format"), self.format)
        self._form.addRow(self.tr("Quality"), self.quality)
        self._summary.setObjectName("Muted")
        self._problem.setWordWrap(True)
        self._problem.setStyleSheet("color: palette(bright-text);")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(self._form)
        column.addWidget(self._summary)
        column.addWidget(self._problem)
        column.addStretch()
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self.browse.clicked.connect(self._on_browse_clicked)
        self._buttons.accepted.connect(self._on_buttons_accepted)
        self._buttons.rejected.connect(self.reject)
        self.copies.valueChanged.connect(self._show_summary)
        self.originals.toggled.connect(self._show_summary)
        self.target.textChanged.connect(self._show_summary)
        self.format.currentIndexChanged.connect(self._show_summary)

    def prepare(self, total: int) -> None:
        """Offer an export of the session's dataset, which has so many samples."""
        self._total = total
        dataset = self._session.dataset
        self._form.setRowVisible(self._split_row, dataset is not None and dataset.has_splits)
        if dataset is not None and self.target.text() in ("", self._offered):
            self._offered = str(_free_folder(dataset.root))
            self.target.setText(self._offered)
        self.show_problem("")
        self._show_summary()

    def show_problem(self, problem: str) -> None:
        """Say why the export was refused."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def job(self) -> ExportJob | None:
        """The export as it stands in the dialog; None without dataset or target.

        Raises:
            ExportError: An option is not allowed.
        """
        dataset, target = self._session.dataset, self.target.text().strip()
        if dataset is None or not target:
            return None
        options = ExportOptions(
            copies=self.copies.value(),
            seed=self._session.seed,
            format=self.format.currentData(),
            quality=self.quality.value(),
            splits=tuple(split for split, box in self.splits.items() if box.isChecked()),
            originals=self.originals.isChecked(),
        )
        return ExportJob(dataset.root, Path(target).expanduser(), self._session.pipeline, options)

    def _show_summary(self) -> None:
        each = self.copies.value() + self.originals.isChecked()
        text = self.tr("{0} images × {1} = up to {2} files, drawn with seed {3}")
        self._summary.setText(
            text.format(f"{self._total:,}", each, f"{self._total * each:,}", self._session.seed)
        )
        self.start.setEnabled(bool(self.target.text().strip()) and each > 0 and self._total > 0)
        self.quality.setEnabled(self.format.currentData() != "png")
        self.show_problem("")

    def _on_browse_clicked(self) -> None:
        start = str(Path(self.target.text()).parent) if self.target.text() else ""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export to"), start)
        if folder:
            self.target.setText(folder)

    def _on_buttons_accepted(self) -> None:
        job = self.job()
        if job is not None:
            self.accepted_job.emit(job)


def _free_folder(dataset: Path) -> Path:
    """A folder beside the dataset that does not exist yet; at home for datasets in no place of the user's."""
    own = dataset != sample_dataset() and os.access(dataset.parent, os.W_OK)
    place = dataset.parent if own else Path.home()
    name, number = f"{dataset.name}-augmented", 1
    while (place / name).exists():
        number += 1
        name = f"{dataset.name}-augmented-{number}"
    return place / name
