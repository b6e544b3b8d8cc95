"""Asks what the folders of a dataset are, where their names do not say it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.text import printable
from augstudio.datasets.assumed import assumed_parts
from augstudio.datasets.base import Dataset
from augstudio.datasets.layout import CLASS, LEAVE_OUT, ROLES, Stated
from augstudio.datasets.recognising import assumption, folders_of, layout_of
from augstudio.datasets.splits import Split
from augstudio.ui.messages import explained, sentence
from augstudio.ui.theme import GRID


class LayoutDialog(QDialog):
    """One row for each folder that is a split, or lies beside splits or classes, with what it is."""

    def __init__(self, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._root = str(dataset.root)
        self._plain = Stated(copies=dataset.stated.copies)
        self.setWindowTitle(self.tr("Splits and classes"))
        self.roles: dict[str, QComboBox] = {}
        self.table = QTableWidget(0, 2)
        self.classes = QCheckBox(self.tr("Folders name classes"))
        self.classes.setChecked(dataset.stated.classes != ())
        self.copies = QCheckBox(self.tr("Take in augmented copies and exports that lie in the folder"))
        self.copies.setChecked(dataset.stated.copies)
        self._only = dataset.stated.classes or None
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.line.setObjectName("Muted")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.by_names = self._buttons.addButton(
            self.tr("By their names"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._build()
        self._fill(dataset.stated)
        self._connect()
        self._show_line()

    def _build(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Folder"), self.tr("Is")])
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setAccessibleName(self.tr("Folders"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(table, 1)
        column.addWidget(self.classes)
        column.addWidget(self.copies)
        column.addWidget(self.line)
        column.addWidget(self._buttons)
        self.resize(64 * GRID, 52 * GRID)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.by_names.clicked.connect(self._on_by_names_clicked)
        self.classes.toggled.connect(self._show_line)
        self.copies.toggled.connect(self._on_copies_toggled)

    def _fill(self, stated: Stated) -> None:
        """List the folders with what they are now."""
        layout = layout_of(self._root, stated)
        folders = folders_of(self._root, layout)
        self.roles.clear()
        self.table.setRowCount(len(folders))
        names = self._role_names()
        for row, path in enumerate(folders):
            item = QTableWidgetItem(printable(path))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, 0, item)
            box = QComboBox()
            box.setAccessibleName(printable(path))
            for role in ROLES:
                box.addItem(names[role], str(role))
            box.setCurrentIndex(box.findData(layout.role(path)))
            box.currentIndexChanged.connect(self._show_line)
            self.table.setCellWidget(row, 1, box)
            self.roles[path] = box

    def _role_names(self) -> dict[str, str]:
        return {
            Split.TRAIN: "train",
            Split.VAL: "val",
            Split.TEST: "test",
            Split.OTHER: self.tr("only copied, not augmented"),
            CLASS: self.tr("a class, or without a split"),
            LEAVE_OUT: self.tr("left out"),
        }

    def stated(self) -> Stated:
        """What is said in the dialog beyond what the folders' names say."""
        copies = self.copies.isChecked()
        by_names = layout_of(self._root, Stated(copies=copies))
        chosen = {path: str(box.currentData()) for path, box in self.roles.items()}
        roles = tuple((path, role) for path, role in chosen.items() if by_names.role(path) != role)
        return Stated(roles, self._only if self.classes.isChecked() else (), copies)

    def _show_line(self) -> None:
        found = assumption(self._root, layout_of(self._root, self.stated()))
        said = self.tr("; ").join(explained(part) for part in assumed_parts(found))
        self.line.setText(printable(sentence(said)))

    def _on_by_names_clicked(self) -> None:
        self._only = None
        self.classes.setChecked(True)
        self._fill(replace(self._plain, copies=self.copies.isChecked()))
        self._show_line()

    def _on_copies_toggled(self) -> None:
        self._fill(self.stated())
        self._show_line()
