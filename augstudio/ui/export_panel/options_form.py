"""The options of an export as a form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from augstudio.datasets.base import Dataset
from augstudio.datasets.layout import Stated
from augstudio.datasets.picture_places import has_several_splits
from augstudio.datasets.splits import Split
from augstudio.export import ExportOptions
from augstudio.export.balance import LARGEST, MAX_TARGET, OFF
from augstudio.export.labels.labelling import writable_formats
from augstudio.export.options import OUTPUT_FORMATS
from augstudio.export.shards.size import samples_of
from augstudio.stores.objects import is_there
from augstudio.ui import icons
from augstudio.ui.dataset_panel.format_text import format_title
from augstudio.ui.export_panel.amounts import size_text
from augstudio.ui.export_panel.picture_choice import DivisionChoice, OfferedKeys, PictureChoice
from augstudio.ui.file_drops import FileDrops
from augstudio.ui.kept_exports import LONGEST_NAME, ExportChoices
from augstudio.ui.mnemonics import marked
from augstudio.ui.session import MAX_COPY
from augstudio.ui.theme import GRID


class OptionsForm(QWidget):
    """Where and how to export.

    Signals:
        changed: An option, or the folder, is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = self._target_field()
        self.browse = QPushButton(icons.icon("folder"), marked(self.tr("Browse…"), "B"))
        self.replace = QCheckBox(marked(self.tr("Replace the existing export"), "R"))
        self.replace_edited = QCheckBox(marked(self.tr("Replace edited files too"), "E"))
        self.replace_edited.setToolTip(
            self.tr(
                "Files in the folder that you edited, or that have names of outputs. Otherwise they stay."
            )
        )
        self.copies = QSpinBox()
        self.copies.setRange(0, MAX_COPY)
        self.copies.setValue(4)
        self.balanced = QCheckBox(marked(self.tr("Raise every class to"), "V"))
        self.balanced.setToolTip(
            self.tr("Copies are distributed so that every class ends up with exactly this number of files.")
        )
        self.balance = QSpinBox()
        self.balance.setRange(0, MAX_TARGET)
        self.balance.setSpecialValueText(self.tr("the largest class"))
        self.balance.setGroupSeparatorShown(True)
        self.balance.setAccessibleName(self.tr("Files for each class"))
        self.originals = QCheckBox(marked(self.tr("Include originals"), "I"))
        self.originals.setChecked(True)
        self.to_format = self._label_formats()
        self.accept_loss = QCheckBox(marked(self.tr("Leave out what this format cannot hold"), "L"))
        self.images_alone = QCheckBox(marked(self.tr("Export the images alone, without their labels"), "X"))
        self.format = QComboBox()
        for name in OUTPUT_FORMATS:
            self.format.addItem(self.tr("As in the dataset") if name == "keep" else _NAMES[name], name)
        self.shards = self._shard_sizes()
        self.quality = QSpinBox()
        self.quality.setRange(1, 100)
        self.quality.setValue(95)
        self.quality.setAccessibleName(self.tr("Quality"))
        self.lossless = QCheckBox(marked(self.tr("Lossless WebP"), "W"))
        self.background = QLineEdit()
        FileDrops(self.background)
        self.background.setPlaceholderText(self.tr("none; for example #ffffff"))
        self.background.setToolTip(
            self.tr("Transparent images are put on this colour where the format has no transparency.")
        )
        self.splits = self._split_boxes()
        self._split_row, self._balance_row = QWidget(), QWidget()
        self.pictures = PictureChoice()
        self.division = DivisionChoice()
        self._build()
        self._connect()
        self._enable()

    def _target_field(self) -> QLineEdit:
        """Where to export to; addresses of object stores are offered where the extra for them is there."""
        field = QLineEdit()
        FileDrops(field, lambda folder: field.setText(str(folder)))
        field.setAccessibleName(self.tr("Target folder"))
        field.setPlaceholderText(self.tr("A new or empty folder"))
        if is_there():
            field.setPlaceholderText(self.tr("A new or empty folder, or s3://…"))
            field.setToolTip(
                self.tr("A folder, or a place in an object store: s3://bucket/prefix, gs://… or az://…")
            )
        return field

    def _split_boxes(self) -> dict[Split, QCheckBox]:
        """Which splits are augmented."""
        named = {Split.OTHER: self.tr("other folders")}
        boxes = {split: QCheckBox(named.get(split, split.value)) for split in Split}
        boxes[Split.TRAIN].setChecked(True)
        return boxes

    def _label_formats(self) -> QComboBox:
        """The formats in which labels can be written."""
        box = QComboBox()
        box.addItem(self.tr("As in the dataset"), "")
        for name in writable_formats():
            box.addItem(format_title(name), name)
        box.setToolTip(self.tr("The format in which the labels of the images are written."))
        return box

    def _shard_sizes(self) -> QComboBox:
        """How the files are written, each by itself or packed."""
        box = QComboBox()
        box.addItem(self.tr("One for each image"), 0)
        for size in _SHARD_BYTES:
            box.addItem(self._limit_text(size), size)
        box.setToolTip(self.tr("Shards are tar files as WebDataset and Hugging Face read them."))
        return box

    def _choose_shards(self, limit: int | str) -> None:
        """Show a size, also one that is not offered otherwise."""
        if self.shards.findData(limit) < 0:
            self.shards.addItem(self._limit_text(limit), limit)
        self.shards.setCurrentIndex(self.shards.findData(limit))

    def _limit_text(self, limit: int | str) -> str:
        """How large shards are, for people."""
        if isinstance(limit, int):
            return self.tr("Shards of {0}").format(size_text(limit))
        samples = samples_of(limit) or 0
        if samples == 1:
            return self.tr("Shards of 1 sample")
        return self.tr("Shards of {0} samples").format(f"{samples:,}")

    def _build(self) -> None:
        places = QHBoxLayout()
        places.addWidget(self.target, 1)
        places.addWidget(self.browse)
        splits = QHBoxLayout(self._split_row)
        splits.setContentsMargins(0, 0, 0, 0)
        for box in self.splits.values():
            splits.addWidget(box)
        splits.addStretch()
        balance = QHBoxLayout(self._balance_row)
        balance.setContentsMargins(0, 0, 0, 0)
        balance.setSpacing(GRID)
        balance.addWidget(self.balanced)
        balance.addWidget(self.balance, 1)
        encoding = QHBoxLayout()
        encoding.addWidget(self.quality)
        encoding.addSpacing(GRID)
        encoding.addWidget(self.lossless)
        encoding.addStretch()
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(GRID + GRID // 2)
        form.setHorizontalSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Target folder"), places)
        form.addRow("", self.replace)
        form.addRow("", self.replace_edited)
        form.addRow("", self.images_alone)
        form.addRow(self.tr("Labels"), self.to_format)
        form.addRow("", self.accept_loss)
        form.addRow(self.tr("Images"), self.pictures)
        form.addRow(self.tr("Divide"), self.division)
        form.addRow(self.tr("Copies per image"), self.copies)
        form.addRow(self.tr("Balance"), self._balance_row)
        form.addRow("", self.originals)
        form.addRow(self.tr("Augment"), self._split_row)
        form.addRow(self.tr("Files"), self.shards)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Quality"), encoding)
        form.addRow(self.tr("Background"), self.background)
        form.setRowVisible(self.replace, False)
        form.setRowVisible(self.images_alone, False)
        form.setRowVisible(self.to_format, False)
        form.setRowVisible(self.accept_loss, False)
        form.setRowVisible(self.replace_edited, False)

    def _connect(self) -> None:
        self.target.textChanged.connect(self._on_changed)
        self.background.textChanged.connect(self._on_changed)
        self.pictures.changed.connect(self._on_changed)
        self.division.changed.connect(self._on_changed)
        self.format.currentIndexChanged.connect(self._on_changed)
        self.to_format.currentIndexChanged.connect(self._on_changed)
        self.shards.currentIndexChanged.connect(self._on_changed)
        for number in (self.copies, self.balance, self.quality):
            number.valueChanged.connect(self._on_changed)
        for box in (
            self.replace,
            self.images_alone,
            self.accept_loss,
            self.balanced,
            self.originals,
            self.lossless,
            *self.splits.values(),
        ):
            box.toggled.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        """Only what has a meaning with the other options can be changed."""
        balanced, name = self.balanced.isChecked(), self.format.currentData()
        self.copies.setEnabled(not balanced)
        self.balance.setEnabled(balanced)
        self._split_row.setEnabled(not balanced)
        self.lossless.setEnabled(name in ("keep", "webp"))
        lossy = name in ("keep", "jpeg") or (name == "webp" and not self.lossless.isChecked())
        self.quality.setEnabled(lossy)
        self.background.setEnabled(name in ("keep", "jpeg"))

    def show_splits(self, dataset: Dataset | None) -> None:
        """Offer the splits, where the dataset has any, and a division, where it has not several."""
        divisible = dataset is None or not has_several_splits(dataset)
        self._form.setRowVisible(self._split_row, dataset is not None and dataset.has_splits)
        self._form.setRowVisible(self.division, divisible)
        self.division.setEnabled(divisible)

    def offer_pictures(self, offered: OfferedKeys) -> None:
        """Offer what of the list can be exported, and what is done by classes, where there are any.

        What is chosen already stays on show.
        """
        self.pictures.offer(offered)
        self.division.stratify_offered = offered.has_classes
        self._form.setRowVisible(self._balance_row, offered.has_classes or self.balanced.isChecked())

    def show_labels(self, shown: bool) -> None:
        """Offer the formats of labels, where the dataset has labels that are read."""
        self._form.setRowVisible(self.to_format, shown)
        if not shown:
            self.to_format.setCurrentIndex(0)

    def offer_loss(self, offered: bool) -> None:
        """Offer to leave out of the labels what their format cannot hold, where that is something."""
        self._form.setRowVisible(self.accept_loss, offered)
        if not offered:
            self.accept_loss.setChecked(False)

    def offer_images_alone(self, offered: bool) -> None:
        """Offer to leave the labels of the images behind, where they have some."""
        self._form.setRowVisible(self.images_alone, offered)
        if not offered:
            self.images_alone.setChecked(False)

    def offer_replacing(self, offered: bool) -> None:
        """Offer to replace another export that is in the folder."""
        self._form.setRowVisible(self.replace, offered)
        if not offered:
            self.replace.setChecked(False)

    def offer_replacing_edited(self, offered: bool) -> None:
        """Offer to replace what somebody edited in the folder, where it has files of an export."""
        self._form.setRowVisible(self.replace_edited, offered)
        if not offered:
            self.replace_edited.setChecked(False)

    @property
    def choices(self) -> ExportChoices:
        """What the form says, apart from the folder."""
        return ExportChoices(
            copies=self.copies.value(),
            balanced=self.balanced.isChecked(),
            balance=self.balance.value(),
            originals=self.originals.isChecked(),
            format=self.format.currentData(),
            quality=self.quality.value(),
            lossless=self.lossless.isChecked(),
            background=self.background.text()[:LONGEST_NAME],
            splits=tuple(split for split, box in self.splits.items() if box.isChecked()),
            to_format=self.to_format.currentData(),
            per_class=self.pictures.per_class.value(),
            divide=self.division.shares_text[:LONGEST_NAME],
            divide_by=self.division.by_text[:LONGEST_NAME],
            stratify=self.division.stratify.isChecked(),
            shards=self.shards.currentData(),
        )

    def choose(self, choices: ExportChoices) -> None:
        """Show other choices, as one change."""
        before = self.blockSignals(True)
        self.copies.setValue(choices.copies)
        self.balanced.setChecked(choices.balanced)
        self.balance.setValue(choices.balance)
        self.originals.setChecked(choices.originals)
        self.format.setCurrentIndex(max(0, self.format.findData(choices.format)))
        self.quality.setValue(choices.quality)
        self.lossless.setChecked(choices.lossless)
        self.background.setText(choices.background)
        for split, box in self.splits.items():
            box.setChecked(split in choices.splits)
        self.to_format.setCurrentIndex(max(0, self.to_format.findData(choices.to_format)))
        self.pictures.per_class.setValue(choices.per_class)
        self.division.choose(choices.divide, choices.divide_by, stratify=choices.stratify)
        self._choose_shards(choices.shards)
        self.blockSignals(before)
        self._on_changed()

    def options(self, seed: int, stated: Stated | None = None) -> ExportOptions:
        """The options as they stand, with what is said about the dataset's folders.

        Raises:
            ExportError: They do not go together.
        """
        balanced, said, divides = self.balanced.isChecked(), stated or Stated(), self.division.divides
        chosen = tuple(split for split, box in self.splits.items() if box.isChecked())
        return ExportOptions(
            copies=self.copies.value(),
            seed=seed,
            format=self.format.currentData(),
            quality=self.quality.value(),
            splits=(Split.TRAIN,) if balanced else chosen,
            originals=self.originals.isChecked(),
            lossless=self.lossless.isChecked() and self.lossless.isEnabled(),
            balance=(self.balance.value() or LARGEST) if balanced else OFF,
            background=self.background.text().strip() if self.background.isEnabled() else "",
            split_folders=said.roles,
            classes=said.classes,
            include_copies=said.include_copies,
            to_format=self.to_format.currentData(),
            only=self.pictures.only,
            per_class=self.pictures.per_class.value(),
            divide=self.division.shares_text if divides else "",
            divide_by=self.division.by_text if divides else "image",
            stratify=divides and self.division.stratify.isChecked(),
            shards=self.shards.currentData(),
        )


_SHARD_BYTES = (100_000_000, 1_000_000_000, 10_000_000_000)

_NAMES = {"jpeg": "JPEG", "png": "PNG", "webp": "WebP", "tiff": "TIFF"}
