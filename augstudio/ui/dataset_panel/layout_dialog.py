"""Asks what the folders of a dataset are, where their names do not say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Slot
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
from augstudio.datasets.layout import CLASS, LEAVE_OUT, ROLES, Layout, Stated
from augstudio.datasets.recognising import Assumption, assumption, folders_of, layout_of
from augstudio.datasets.splits import Split
from augstudio.ui.messages import explained, sentence
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID
from augstudio.ui.threads import LatestCall


@dataclass(frozen=True)
class _Answers:
    """What the dialog's controls say.

    Attributes:
        roles: What each folder in the table is said to be.
        classes: As in :class:`~augstudio.datasets.layout.Stated`.
        include_copies: Likewise.
    """

    roles: Mapping[str, str]
    classes: tuple[str, ...] | None
    include_copies: bool

    def stated(self, by_names: Layout) -> Stated:
        """What they say beyond what the folders' names say."""
        roles = tuple((path, role) for path, role in self.roles.items() if by_names.role(path) != role)
        return Stated(roles, self.classes, self.include_copies)


@dataclass(frozen=True)
class _Folders:
    """What the dataset's folders are, by answers.

    Attributes:
        by_names: What they are by their names alone.
        layout: What they are by the answers.
        paths: Those whose roles may be chosen.
        assumption: What the layout comes to.
        listed: Whether the table is to be made anew.
    """

    by_names: Layout
    layout: Layout
    paths: tuple[str, ...]
    assumption: Assumption
    listed: bool


def _looked_at(root: str, answers: _Answers, listed: bool, *_: object) -> _Folders:
    """Look at the folders; on a network's drive this may take long."""
    by_names = layout_of(root, Stated(include_copies=answers.include_copies))
    layout = layout_of(root, answers.stated(by_names))
    return _Folders(by_names, layout, folders_of(root, layout), assumption(root, layout), listed)


class LayoutDialog(QDialog):
    """One row for each folder that is a split, or lies beside splits or classes, with what it is.

    The folders are looked at beside the window, again with every change.
    """

    def __init__(self, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._root = str(dataset.root)
        self._by_names = Layout()
        self._looking = LatestCall(self)
        self.setWindowTitle(self.tr("Splits and classes"))
        self.roles: dict[str, QComboBox] = {}
        self.table = QTableWidget(0, 2)
        self.classes = QCheckBox(marked(self.tr("Folders are classes"), "F"))
        self.classes.setChecked(dataset.stated.classes != ())
        self.copies = QCheckBox(
            marked(self.tr("Include augmented copies and exports found in the folder"), "I")
        )
        self.copies.setChecked(dataset.stated.include_copies)
        self._only = dataset.stated.classes or None
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.line.setObjectName("Muted")
        self._buttons, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self.apply = self._buttons.addButton(marked(self.tr("Apply"), "A"), role.AcceptRole)
        self._buttons.addButton(marked(self.tr("Cancel"), "C"), role.RejectRole)
        self.by_names = self._buttons.addButton(marked(self.tr("Guess from names"), "G"), role.ResetRole)
        self._build()
        self._connect()
        self._look(dict(dataset.stated.roles), listed=True)

    def _build(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Folder"), self.tr("Is")])
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
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
        self.classes.toggled.connect(self._on_role_changed)
        self.copies.toggled.connect(self._on_copies_toggled)
        self._looking.succeeded.connect(self._on_looking_succeeded)
        self._looking.failed.connect(self._on_looking_failed)
        self.finished.connect(self._on_finished)

    @property
    def ready(self) -> bool:
        """Whether the folders have been looked at, so that the dialog can be accepted."""
        return self.apply.isEnabled()

    def _look(self, roles: Mapping[str, str], *, listed: bool) -> None:
        """Look at the folders by what the controls say; roles not given are those of the folders' names."""
        self._set_ready(ready=False)
        self.line.setText(self.tr("Looking at the folders…"))
        answers = _Answers(roles, self._chosen_classes, self.copies.isChecked())
        self._looking.start(partial(_looked_at, self._root, answers, listed))

    def _set_ready(self, *, ready: bool) -> None:
        self.apply.setEnabled(ready)

    @property
    def _chosen_roles(self) -> dict[str, str]:
        return {path: str(box.currentData()) for path, box in self.roles.items()}

    @property
    def _chosen_classes(self) -> tuple[str, ...] | None:
        return self._only if self.classes.isChecked() else ()

    def _fill(self, folders: _Folders) -> None:
        """List the folders with what they are now."""
        self.roles.clear()
        self.table.setRowCount(len(folders.paths))
        names = self._role_names()
        for row, path in enumerate(folders.paths):
            item = QTableWidgetItem(printable(path))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, 0, item)
            box = QComboBox()
            box.setAccessibleName(printable(path))
            for role in ROLES:
                box.addItem(names[role], str(role))
            box.setCurrentIndex(box.findData(folders.layout.role(path)))
            box.currentIndexChanged.connect(self._on_role_changed)
            self.table.setCellWidget(row, 1, box)
            self.roles[path] = box
        # Qt sizes columns by their texts, not by the boxes that are put in later; a line lies between cells.
        widths = (box.sizeHint().width() + 1 for box in self.roles.values())
        self.table.setColumnWidth(1, max(widths, default=self.table.columnWidth(1)))

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
        answers = _Answers(self._chosen_roles, self._chosen_classes, self.copies.isChecked())
        return answers.stated(self._by_names)

    @Slot(object)
    def _on_looking_succeeded(self, folders: _Folders) -> None:
        self._by_names = folders.by_names
        if folders.listed:
            self._fill(folders)
        said = self.tr("; ").join(explained(part) for part in assumed_parts(folders.assumption))
        self.line.setText(printable(sentence(said)))
        self._set_ready(ready=True)

    @Slot(object)
    def _on_looking_failed(self, error: Exception) -> None:
        self.line.setText(printable(sentence(explained(error))))

    @Slot()
    def _on_role_changed(self) -> None:
        self._look(self._chosen_roles, listed=False)

    @Slot()
    def _on_by_names_clicked(self) -> None:
        self._only = None
        self.classes.setChecked(True)
        self._look({}, listed=True)

    @Slot()
    def _on_copies_toggled(self) -> None:
        self._look(self._chosen_roles, listed=True)

    @Slot()
    def _on_finished(self) -> None:
        self._looking.close(0)
