"""The samples of a dataset as a list model; only what is filtered in is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPixmap

from augstudio.datasets.base import Sample
from augstudio.datasets.label_scan import ScannedLabels
from augstudio.datasets.splits import Split
from augstudio.ui.dataset_panel.label_filter import LabelFilter
from augstudio.ui.dataset_panel.relisting import ORDERS, Relisted, relisting
from augstudio.ui.dataset_panel.thumbnails import ThumbnailLoader
from augstudio.ui.messages import explained
from augstudio.ui.slices import Disposal, Slices

SAMPLE_ROLE = Qt.ItemDataRole.UserRole
ERROR_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class SampleFilter:
    """Which samples are listed.

    Attributes:
        text: Must occur in the key, whatever its case.
        class_name: Must be the class, or any if None.
        split: Must be the split, or any if None.
        labels: What the labels must be.
        unreadable: Whether only pictures are listed that were found to be unreadable.
    """

    text: str = ""
    class_name: str | None = None
    split: Split | None = None
    labels: LabelFilter = LabelFilter()  # noqa: RUF009  (a frozen value)
    unreadable: bool = False

    def accepts(self, sample: Sample, classes: frozenset[int] | None = None) -> bool:
        """Whether a sample is listed, by the classes of its labels, too."""
        return (
            (self.class_name is None or sample.class_name == self.class_name)
            and (self.split is None or sample.split == self.split)
            and (not self.text or self.text in sample.key.casefold())
            and self.labels.accepts(classes)
        )


class SampleModel(QAbstractListModel):
    """All samples listed so far, and those of them that the filter lets through.

    Where there are very many, another filter or order takes some turns of the event loop; until then the
    former list stays.

    Attributes:
        former: Lets go of what was listed before.

    Signals:
        listed_anew: Another filter or order is on show.
        thumbnail_changed: The index of a sample whose thumbnail is known now. It is not told by
            ``dataChanged``, on which a list view would lay out all its items again and lose its place.
        unreadable_found: The key of a sample that cannot be read, and why.
    """

    listed_anew = Signal()
    thumbnail_changed = Signal(QModelIndex)
    unreadable_found = Signal(str, str)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._all: list[Sample] = []
        self._shown: list[Sample] = []
        self._rows: dict[str, int] = {}
        self._filter = SampleFilter()
        self._unreadable: set[str] = set()
        self._order = ORDERS[0]
        self._listing, self.former = Slices(self), Disposal(self)
        self._outdated = False
        self._names: Counter[str] = Counter()
        self._classes: dict[str, frozenset[int] | None] = {}
        self._first_of_classes: dict[str, Sample] | None = None
        self.classes: Counter[str] = Counter()
        self.splits: Counter[Split] = Counter()
        thumbnails.loaded.connect(self._on_thumbnails_loaded)

    @property
    def total(self) -> int:
        """Samples listed so far, filtered or not."""
        return len(self._all)

    def clear(self) -> None:
        """Forget all samples."""
        self._listing.cancel()
        self._outdated = False
        self.beginResetModel()
        former = self._all, self._shown, self._rows, self._classes, self._names
        self._all, self._shown, self._rows, self._classes = [], [], {}, {}
        self._first_of_classes = None
        self._unreadable.clear()
        self.classes.clear()
        self.splits.clear()
        self._names = Counter()
        self.endResetModel()
        self.former.take(*former)

    def append(self, samples: Sequence[Sample]) -> None:
        """List more samples."""
        self._all.extend(samples)
        self._names.update(sample.key.rpartition("/")[2] for sample in samples)
        self.classes.update(sample.class_name for sample in samples if sample.class_name is not None)
        self.splits.update(sample.split for sample in samples if sample.split is not None)
        if not self._listing.busy:  # else they are looked at with the others
            self._show_more(samples)

    def _show_more(self, samples: Sequence[Sample]) -> None:
        accepted = [sample for sample in samples if self._accepts(sample)]
        if not accepted:
            return
        first = len(self._shown)
        self.beginInsertRows(QModelIndex(), first, first + len(accepted) - 1)
        self._shown.extend(accepted)
        if self._first_of_classes is not None:
            _note_first(self._first_of_classes, accepted)
        self._rows.update((sample.key, first + place) for place, sample in enumerate(accepted))
        self.endInsertRows()

    def set_order(self, order: str) -> None:
        """List in another of the :data:`ORDERS`."""
        if order != self._order:
            self._order = order
            self._list_anew()

    def settle_order(self) -> None:
        """Put into order what was listed meanwhile."""
        if self._order != ORDERS[0]:
            self._list_anew()

    def set_filter(self, wanted: SampleFilter) -> None:
        """List only what the filter lets through."""
        if wanted == self._filter:
            return
        self._filter = wanted
        self._list_anew()

    def note_labels(self, scanned: Iterable[ScannedLabels]) -> None:
        """Take in what is known of some labels; what is listed by labels is listed anew."""
        self._classes.update((each.key, each.classes) for each in scanned)
        if self._filter.labels == LabelFilter():
            return
        if self._listing.busy:
            self._outdated = True  # it comes to its end first, as this may be told often
        else:
            self._list_anew()

    @property
    def busy(self) -> bool:
        """Whether another filter or order is on its way."""
        return self._listing.busy

    def _accepts(self, sample: Sample) -> bool:
        if self._filter.unreadable and sample.key not in self._unreadable:
            return False
        return self._filter.accepts(sample, self._classes.get(sample.key))

    def _list_anew(self) -> None:
        self._outdated = False
        self._listing.start(relisting(self._all, self._accepts, self._order), self._take)

    def _take(self, found: Relisted) -> None:
        self.beginResetModel()
        former = self._shown, self._rows
        self._shown, self._rows = found.samples, found.rows
        self._first_of_classes = None
        self.endResetModel()
        self._show_more(self._all[found.seen :])
        self.listed_anew.emit()
        self.former.take(*former)
        if self._outdated:
            self._list_anew()

    @property
    def samples(self) -> tuple[Sample, ...]:
        """All samples listed so far, filtered or not."""
        return tuple(self._all)

    def sample(self, row: int) -> Sample:
        """The sample in a row."""
        return self._shown[row]

    @property
    def listed(self) -> Sequence[Sample]:
        """What the filter lets through, in order."""
        return self._shown

    @property
    def first_of_classes(self) -> tuple[Sample, ...]:
        """The first listed sample of each class, in the order of the list."""
        if self._first_of_classes is None:
            self._first_of_classes = {}
            _note_first(self._first_of_classes, self._shown)
        return tuple(self._first_of_classes.values())

    def name_of(self, sample: Sample) -> str:
        """The name of a sample's file; those that there are several of are told apart by their folders."""
        path = PurePosixPath(sample.key)
        return f"{path.parent.name}/{path.name}" if self._names[path.name] > 1 else path.name

    def shown(self, rows: Iterable[int]) -> list[Sample]:
        """The samples in some rows."""
        return [self._shown[row] for row in rows]

    def row_of(self, key: str) -> int | None:
        """The row of the sample with this key, if it is listed."""
        return self._rows.get(key)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        sample = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name_of(sample)
        if role == Qt.ItemDataRole.DecorationRole:
            thumbnail = self._thumbnails.thumbnail(sample)
            return thumbnail if isinstance(thumbnail, QPixmap) else None
        if role == ERROR_ROLE:
            thumbnail = self._thumbnails.peek(sample)
            return explained(thumbnail) if isinstance(thumbnail, str) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._describe(sample)
        if role == SAMPLE_ROLE:
            return sample
        return None

    def _describe(self, sample: Sample) -> str:
        problem = self._thumbnails.peek(sample)
        return f"{sample.key}\n{explained(problem)}" if isinstance(problem, str) else sample.key

    def _on_thumbnails_loaded(self, sample: Sample) -> None:
        problem = self._thumbnails.peek(sample)
        if isinstance(problem, str) and sample.key not in self._unreadable:
            self._unreadable.add(sample.key)
            self.unreadable_found.emit(sample.key, explained(problem))
        row = self._rows.get(sample.key)
        if row is not None:
            self.thumbnail_changed.emit(self.index(row))


def _note_first(found: dict[str, Sample], samples: Iterable[Sample]) -> None:
    """Take in the first sample of each class that is not there yet."""
    for sample in samples:
        if sample.class_name is not None:
            found.setdefault(sample.class_name, sample)
