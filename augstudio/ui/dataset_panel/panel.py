"""Lists a dataset and lets the user choose a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.text import printable
from augstudio.datasets.assumed import assumed_parts
from augstudio.datasets.base import Sample, SampleSource, Skipped
from augstudio.datasets.label_scan import ScannedLabels
from augstudio.datasets.splits import Split
from augstudio.export.reading.outputs import OutputSample
from augstudio.export.reading.reader import OpenedExport
from augstudio.export.sample_keys import SampleKeys
from augstudio.ui import icons
from augstudio.ui.dataset_panel.delegate import SampleDelegate
from augstudio.ui.dataset_panel.format_text import described_format
from augstudio.ui.dataset_panel.label_filter import LabelFilterBox
from augstudio.ui.dataset_panel.label_problems import LabelProblemsButton
from augstudio.ui.dataset_panel.label_scanner import LabelScanner
from augstudio.ui.dataset_panel.list_menu import ListMenu
from augstudio.ui.dataset_panel.listing import Batch, Facts, list_dataset
from augstudio.ui.dataset_panel.model import SampleFilter, SampleModel
from augstudio.ui.dataset_panel.thumbnails import ThumbnailLoader
from augstudio.ui.dataset_panel.unusable import UnusableBar
from augstudio.ui.dataset_panel.view import SampleView
from augstudio.ui.export_panel.picture_choice import OfferedKeys
from augstudio.ui.file_drops import FileDrops
from augstudio.ui.long_lived import MANY, LongLived
from augstudio.ui.messages import explained, sentence
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID
from augstudio.ui.threads import LatestCall
from augstudio.ui.wrapping import ElidedLabel


class DatasetPanel(QWidget):
    """Thumbnails of a dataset with search, class and split; lists folders of any size in the background.

    Signals:
        listed: Listing has ended; the number of samples and what was skipped.
        labels_found: The pictures have labels, the first of which these are.
        failed: An exception nobody expected.
    """

    labels_found = Signal(object)
    listed = Signal(int, object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listing = LatestCall(self)
        # Once all others have taken notice of the dataset: a thread that computes makes each of them wait.
        self._listed_next: SampleSource | None = None
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.timeout.connect(self._on_begin_timeout)
        self._listed_all = False
        self._long_lived = LongLived()
        self._skipped: list[Skipped] = []
        self._wanted_key: str | None = None
        self.thumbnails = ThumbnailLoader(self)
        self.thumbnails.failed.connect(self.failed)
        self.model = SampleModel(self.thumbnails, self)
        self.title = ElidedLabel()
        self.assumed = QLabel()
        self.assumed.setObjectName("Muted")
        self.assumed.setWordWrap(True)
        self.assumed.hide()
        self.problems, self.unusable = LabelProblemsButton(), UnusableBar()
        self.scanner = LabelScanner(self)
        self.search = QLineEdit()
        self.class_box = QComboBox()
        self.split_box = QComboBox()
        self.label_box = LabelFilterBox()
        self.view = SampleView()
        self._delegate = SampleDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.position = QLabel()
        self.position.setObjectName("Muted")
        self._nothing = QLabel(self.tr("No picture matches."))
        self._nothing.setObjectName("Muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(GRID, 3 * GRID, 2 * GRID, GRID)
        self._nothing.hide()
        self._build()
        self.menu = ListMenu(self.view, self.model, self._delegate, self._file_of)
        self._head.addWidget(self.menu.button)
        self.model.listed_anew.connect(self._on_filtered)
        self._listing.reported.connect(self._on_listing_reported)
        self._listing.succeeded.connect(self._on_listing_succeeded)
        self._listing.failed.connect(self.failed)
        self.model.former.ended.connect(self._spare_collector)
        self.scanner.scanned.connect(self._on_scanner_scanned)
        self.scanner.problems_found.connect(self.problems.add)
        self.scanner.failed.connect(self.failed)
        session.dataset_changed.connect(self._on_session_dataset_changed)
        session.sample_changed.connect(self._on_session_sample_changed)

    # -- parts --------------------------------------------------------------------------------------

    def _build(self) -> None:
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setText(self.tr("Dataset"))
        self.search.setPlaceholderText(self.tr("Search names"))
        self.search.setClearButtonEnabled(True)
        FileDrops(self.search)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setAccessibleName(self.tr("Search names"))
        self.class_box.setAccessibleName(self.tr("Class"))
        self.split_box.setAccessibleName(self.tr("Split"))
        self._set_up_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, 0, 0)
        column.setSpacing(GRID // 2)
        head = QVBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(0, 0, GRID, GRID // 2)
        self._head = QHBoxLayout()
        head.addLayout(self._head)
        self._head.addWidget(self.title, 1)
        head.addWidget(self.assumed)
        head.addWidget(self.search)
        for box in (self.class_box, self.split_box, self.label_box):  # beside each other they would be cut
            head.addWidget(box)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        # What is found while the user works must not move anything under the cursor.
        for found in (self.problems, self.unusable, self.position):
            column.addWidget(found)
        self.search.textChanged.connect(self._filter)
        self.class_box.activated.connect(self._filter)
        self.split_box.activated.connect(self._filter)
        self.label_box.activated.connect(self._filter)
        self.unusable.filter_changed.connect(self._filter)
        self.model.unreadable_found.connect(self.unusable.add_unreadable)
        self._show_counts()

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setViewMode(QListView.ViewMode.ListMode)
        view.setFlow(QListView.Flow.LeftToRight)
        view.setWrapping(True)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(2000)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setAccessibleName(self.tr("Pictures"))
        self.model.thumbnail_changed.connect(view.update)
        view.selectionModel().currentChanged.connect(self._on_view_current_changed)
        view.selectionModel().selectionChanged.connect(self._show_position)

    # -- listing ------------------------------------------------------------------------------------

    def _on_session_dataset_changed(self, dataset: SampleSource) -> None:
        self.thumbnails.set_pictures(self._session.listed_pictures)
        self.model.clear()
        self._skipped = []
        self.scanner.stop()
        self.problems.clear()
        self.unusable.clear()
        labelled = self._session.labelled
        self.label_box.start(None if labelled is None else labelled.categories)
        self.search.clear()
        self._show_counts()
        self._filter()
        self.title.setText(dataset.root.name or str(dataset.root))
        self.title.setToolTip(str(dataset.root))
        self.assumed.hide()
        self._listed_all = False
        self._listing.cancel()
        self._listed_next = dataset
        self._begin.start()

    @Slot()
    def _on_begin_timeout(self) -> None:
        dataset, self._listed_next = self._listed_next, None
        if dataset is not None:
            self._listing.start(lambda report, cancelled: list_dataset(dataset, report, cancelled))

    def select_key(self, key: str) -> None:
        """Select the sample with this key as soon as it is listed."""
        self._wanted_key = key
        self._select_wanted()

    @Slot(object)
    def _on_listing_reported(self, batch: Batch) -> None:
        self._skipped.extend(batch.skipped)
        self.model.append(batch.samples)
        self._long_lived.note(self.model.total)
        self._show_counts()
        self._show_position()
        self._select_wanted()
        if not self._wanted_key:
            self._select_any()
        batch.taken.set()  # at the end, so that the listing takes no turns from all this

    def _select_any(self) -> None:
        """Select the first sample where none is."""
        session = self._session
        if session.sample is None and not session.selecting and self.model.rowCount():
            self.view.go_to(0)

    @Slot(object)
    def _on_listing_succeeded(self, facts: Facts | None) -> None:
        self.model.settle_order()
        if facts is not None:
            self._show_facts(facts)
        labelled = self._session.labelled
        if labelled is not None and labelled.categories is not None:
            self.scanner.start(labelled, self.model.samples)
        self._wanted_key = None
        self._listed_all = True
        self._spare_collector()
        self._select_any()
        self.unusable.set_skipped(self._skipped)
        self.listed.emit(self.model.total, tuple(self._skipped))

    @Slot()
    def _spare_collector(self) -> None:
        """Hide samples from the garbage collector no longer than there are very many."""
        if self._listed_all and not self.model.former.busy and self.model.total < MANY:
            self._long_lived.end()

    def _show_facts(self, facts: Facts) -> None:
        """Say what the folders were taken for, where that is not plain, and tell of labels."""
        dataset, name = self._session.dataset, self._session.label_format
        if dataset is not None and name:
            parts = [*described_format(name, self.model.splits, dataset.categories)]
        else:
            parts = [explained(part) for part in assumed_parts(facts.assumption)]
        said = self.tr("; ").join(parts)
        notes = [sentence(explained(note)) for note in facts.left_out]
        self.assumed.setText(printable(" ".join((sentence(said), *notes))))
        self.assumed.setVisible(not facts.is_plain or bool(name))
        if facts.labels is not None:
            self.labels_found.emit(facts.labels)

    def _select_wanted(self) -> None:
        row = self.model.row_of(self._wanted_key) if self._wanted_key else None
        if row is not None:
            self._wanted_key = None
            self.view.go_to(row)

    def close_threads(self) -> None:
        """Join the panel's threads."""
        self._begin.stop()
        self._listing.close()
        self._long_lived.end()
        self.scanner.close()
        self.thumbnails.close()

    @property
    def class_names(self) -> tuple[str, ...]:
        """Names of all classes that are known so far: those of the labels, and those of whole pictures."""
        dataset = self._session.dataset
        categories = None if dataset is None else dataset.categories
        named = () if categories is None else (category.name for category in categories.all)
        return tuple(dict.fromkeys((*named, *sorted(self.model.classes))))

    @property
    def offered_keys(self) -> OfferedKeys:
        """What of the list can be exported alone: the samples selected, and those listed."""
        listed = self.model.listed
        selected = [listed[part.start : part.stop] for part in self.view.selected_ranges()]
        filtered = None if len(listed) == self.model.total else self._origins([listed[:]])
        return OfferedKeys(self._origins(selected), filtered, bool(self.class_names) or not self._listed_all)

    def _origins(self, parts: Sequence[Sequence[Sample]]) -> SampleKeys:
        """Keys of the pictures that some samples were made from; several outputs may be made from one."""
        several = isinstance(self._session.dataset, OpenedExport)
        origins = (sample.origin for part in parts for sample in part)
        return SampleKeys(origins, None if several else sum(map(len, parts)))

    # -- filter and selection -----------------------------------------------------------------------

    def _filter(self) -> None:
        self.model.set_filter(
            SampleFilter(
                text=self.search.text().casefold(),
                class_name=self.class_box.currentData(),
                split=self.split_box.currentData(),
                labels=self.label_box.filter,
                unreadable=self.unusable.only_unreadable,
            )
        )
        self._on_filtered()

    def _on_filtered(self) -> None:
        self._nothing.setVisible(self.model.total > 0 and self.model.rowCount() == 0)
        self._on_session_sample_changed(self._session.sample)
        self._show_position()

    @Slot()
    def _show_position(self) -> None:
        """Say which picture is on show of how many, or how many are selected."""
        row, listed = self.view.currentIndex().row() + 1, self.model.rowCount()
        # Ranges are few, where there may be many indexes.
        ranges = self.view.selectionModel().selection().toList()
        chosen = sum(part.bottom() - part.top() + 1 for part in ranges)
        text = self.tr("{0} of {1}").format(f"{row:,}", f"{listed:,}") if row else f"{listed:,}"
        if listed != self.model.total:
            text = self.tr("{0} ({1} in all)").format(text, f"{self.model.total:,}")
        if chosen > 1:
            text = self.tr("{0}, {1} selected").format(text, f"{chosen:,}")
        self.position.setText(text if self.model.total else "")

    def _file_of(self, sample: Sample) -> Path:
        """Where the file is that the list shows."""
        listed = self._session.listed_pictures
        of_export = isinstance(sample, OutputSample) and listed is not None
        return listed.root / sample.key if of_export and listed is not None else sample.path

    @Slot(object)
    def _on_scanner_scanned(self, scanned: tuple[ScannedLabels, ...]) -> None:
        self.label_box.add(scanned)
        self.problems.add(problem for each in scanned for problem in each.problems)
        self.model.note_labels(scanned)

    def _show_counts(self) -> None:
        _refill(self.class_box, self.tr("All classes"), self.model.total, self.model.classes)
        named = {Split.OTHER: self.tr("other folders")}
        _refill(self.split_box, self.tr("All splits"), self.model.total, self.model.splits, named)

    def step(self, places: int) -> None:
        """Select the next or previous picture."""
        row = self.view.currentIndex().row() + places
        if 0 <= row < self.model.rowCount():
            self.view.go_to(row)

    def _on_view_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._session.select_sample(self.model.sample(current.row()))

    def _on_session_sample_changed(self, sample: Sample | None) -> None:
        row = self.model.row_of(sample.key) if sample else None
        if row is not None and row != self.view.currentIndex().row():
            self.view.go_to(row)


def _refill(
    box: QComboBox, everything: str, total: int, counts: Any, named: Mapping[Any, str] = MappingProxyType({})
) -> None:
    """Offer everything and each counted value, keeping what is chosen; hidden where there is no choice."""
    chosen = box.currentData()
    box.clear()
    box.addItem(f"{everything} ({total:,})", None)
    for value in sorted(counts):
        box.addItem(f"{named.get(value, value)} ({counts[value]:,})", value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setVisible(len(counts) > 0)
