"""Chooses pictures by their labels: with or without, or of one class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from augstudio.core.labels import Categories
from augstudio.core.text import printable, shortened
from augstudio.datasets.label_scan import ScannedLabels

_LONGEST_NAME = 40


@dataclass(frozen=True)
class LabelFilter:
    """Which pictures are listed, by what is known of their labels.

    Attributes:
        labelled: Whether they must have labels, or must not; either if None.
        category: The class that they must have; any if None.
    """

    labelled: bool | None = None
    category: int | None = None

    def accepts(self, classes: frozenset[int] | None) -> bool:
        """Whether a picture is listed.

        Args:
            classes: The classes of its labels; None where it has none, or they are not known yet.
        """
        if self.category is not None:
            return classes is not None and self.category in classes
        return self.labelled is None or self.labelled == bool(classes)


class LabelFilterBox(QComboBox):
    """Offers what is known of the labels so far, with the number of pictures behind each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._categories = Categories()
        self._counts: Counter[int] = Counter()
        self._total = self._labelled = 0
        self.setAccessibleName(self.tr("Labels"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.hide()

    def start(self, categories: Categories | None) -> None:
        """Offer the classes of a dataset; hidden where it has no labels."""
        self._categories = categories or Categories()
        self._counts.clear()
        self._total = self._labelled = 0
        self.setVisible(categories is not None)
        self.clear()
        self._fill()

    @property
    def filter(self) -> LabelFilter:
        """What is chosen."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, LabelFilter) else LabelFilter()

    def add(self, scanned: Iterable[ScannedLabels]) -> None:
        """Count some more pictures."""
        for each in scanned:
            self._total += 1
            self._labelled += bool(each.classes)
            self._counts.update(each.classes or ())
        self._fill()

    def _fill(self) -> None:
        chosen = self.filter
        blocked = self.blockSignals(True)
        self.clear()
        entries = [
            (self.tr("All labels"), self._total, LabelFilter()),
            (self.tr("With labels"), self._labelled, LabelFilter(labelled=True)),
            (self.tr("Without labels"), self._total - self._labelled, LabelFilter(labelled=False)),
        ]
        for position, category in enumerate(self._categories.all):
            name = printable(shortened(category.name, _LONGEST_NAME))
            entries.append((name, self._counts[position], LabelFilter(category=position)))
        for text, count, choice in entries:
            self.addItem(f"{text} ({count:,})", choice)
        filters = [choice for _, _, choice in entries]
        self.setCurrentIndex(filters.index(chosen) if chosen in filters else 0)
        self.blockSignals(blocked)
