"""Which pictures are exported, and how they are divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.text import counted
from augstudio.export.balance import MAX_TARGET
from augstudio.export.division import GROUPS
from augstudio.export.sample_keys import SampleKeys
from augstudio.ui.kept_exports import LONGEST_NAME
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID

_ALL: Final = "all"
_PATTERN: Final = ""
_SHARES: Final = ("", "80/20", "80/10/10", "70/15/15")


@dataclass(frozen=True)
class OfferedKeys:
    """What of the window's list can be exported alone, by the keys of samples.

    Attributes:
        selected: What is selected.
        filtered: What is listed; None where that is everything.
        has_classes: Whether the pictures have classes, as far as is known.
    """

    selected: SampleKeys = field(default_factory=lambda: SampleKeys(()))
    filtered: SampleKeys | None = None
    has_classes: bool = True


class PictureChoice(QWidget):
    """All pictures, those selected or listed, or so many of each class.

    Signals:
        changed: Something else is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, Sequence[str] | None] = {_ALL: None}
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Images"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.per_class = QSpinBox()
        self.per_class.setRange(0, MAX_TARGET)
        self.per_class.setSpecialValueText(self.tr("all of each class"))
        self.per_class.setSuffix(self.tr(" of each class"))
        self.per_class.setGroupSeparatorShown(True)
        self.per_class.setAccessibleName(self.tr("Images of each class"))
        self.per_class.setToolTip(
            self.tr("This many images of each class and split, chosen by the seed; no others.")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.box, 1)
        row.addWidget(self.per_class)
        self.offer(OfferedKeys())
        self.box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.per_class.valueChanged.connect(lambda _: self.changed.emit())

    @property
    def only(self) -> Sequence[str] | None:
        """Keys of the samples to export; None for all."""
        return self._keys[self.box.currentData()]

    def offer(self, offered: OfferedKeys, kept: Sequence[str] | None = None) -> None:
        """Offer what is selected and listed, and take up a choice that was made before.

        Args:
            offered: What the list has.
            kept: The samples of an export that goes on; None for all, or where there is none.
        """
        entries = (
            ("selected", offered.selected, self.tr("Selected: 1"), self.tr("Selected: {0}")),
            ("listed", offered.filtered or (), self.tr("Shown: 1"), self.tr("Shown: {0}")),
            ("before", kept or (), self.tr("As before: 1"), self.tr("As before: {0}")),
        )
        # What is set goes on being shown: it is part of what will be exported.
        self.per_class.setVisible(offered.has_classes or self.per_class.value() > 0)
        chosen = "before" if kept else self.box.currentData()
        self._keys = {_ALL: None}
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(self.tr("All images"), _ALL)
            for kind, keys, one, many in entries:
                if keys:
                    self._keys[kind] = keys
                    self.box.addItem(counted(len(keys), one, many), kind)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))

    def choose_selected(self) -> None:
        """Choose what is selected in the list."""
        self.box.setCurrentIndex(max(0, self.box.findData("selected")))


class _NotDivided(QStyledItemDelegate):
    """Shows an entry without shares as the line does."""

    def __init__(self, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line

    def displayText(self, value: str, locale: QLocale | QLocale.Language) -> str:
        return value or self._line.placeholderText()


class DivisionChoice(QWidget):
    """Shares of train, val and test, what stays together, and whether by classes.

    Attributes:
        stratify_offered: Whether there are classes that can be divided.

    Signals:
        changed: Something else is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stratify_offered = True
        self.shares = QComboBox()
        self.shares.setEditable(True)
        self.shares.addItems(list(_SHARES))
        self.shares.setAccessibleName(self.tr("Shares of train, val and test"))
        line = self.shares.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("not divided"))
        self.shares.setItemDelegate(_NotDivided(line, self.shares))
        self.by = QComboBox()
        for name, text in (
            ("image", self.tr("each image by itself")),
            ("folder", self.tr("folders stay together")),
            ("name", self.tr("numbered images stay together")),
            (_PATTERN, self.tr("what a pattern finds stays together")),
        ):
            self.by.addItem(text, name)
        self.by.setAccessibleName(self.tr("What stays together"))
        self.by.setToolTip(
            self.tr(
                "An image and its copies always stay in the same split. Numbered images "
                "are, for example, clip7_001 and clip7_002."
            )
        )
        self.pattern = self._pattern_line()
        self.stratify = QCheckBox(marked(self.tr("Divide each class separately"), "D"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(GRID)
        row.addWidget(self.shares, 1)
        row.addWidget(self.by, 1)
        column.addWidget(self.pattern)
        column.addWidget(self.stratify)
        self.pattern.textChanged.connect(self._on_changed)
        self.shares.editTextChanged.connect(self._on_changed)
        self.by.currentIndexChanged.connect(self._on_changed)
        self.stratify.toggled.connect(self._on_changed)
        self._enable()

    def _pattern_line(self) -> QLineEdit:
        """Where a pattern is typed."""
        line = QLineEdit()
        line.setPlaceholderText(r"(patient\d+)_")
        line.setMaxLength(LONGEST_NAME)
        line.setAccessibleName(self.tr("Pattern of what stays together"))
        line.setToolTip(
            self.tr(
                "A regular expression; images in whose path the part in parentheses finds the same "
                "stay in the same split."
            )
        )
        return line

    @property
    def stratify_offered(self) -> bool:
        return self._stratify_offered

    @stratify_offered.setter
    def stratify_offered(self, offered: bool) -> None:
        self._stratify_offered = offered
        self._enable()

    @property
    def divides(self) -> bool:
        """Whether the export divides the dataset."""
        return bool(self.shares_text) and self.isEnabled()

    @property
    def shares_text(self) -> str:
        """The shares as they are typed."""
        return self.shares.currentText().replace(" ", "")

    @property
    def by_text(self) -> str:
        """What stays together: its name, or a pattern as it is typed."""
        chosen: str = self.by.currentData()
        return self.pattern.text() if chosen == _PATTERN else chosen

    def choose(self, shares: str, by: str, *, stratify: bool) -> None:
        """Show another choice."""
        self.shares.setCurrentText(shares)
        self.pattern.setText("" if by in GROUPS else by)
        self.by.setCurrentIndex(self.by.findData(by if by in GROUPS else _PATTERN))
        self.stratify.setChecked(stratify)

    def _on_changed(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        for widget in (self.by, self.stratify):
            widget.setEnabled(bool(self.shares_text))
        self.pattern.setVisible(bool(self.shares_text) and self.by.currentData() == _PATTERN)
        offered = self._stratify_offered or self.stratify.isChecked()
        self.stratify.setVisible(bool(self.shares_text) and offered)
