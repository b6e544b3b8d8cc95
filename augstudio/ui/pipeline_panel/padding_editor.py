"""Chooses the padding mode and the fill colour."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.padding import Fill, Padding, PaddingMode
from augstudio.ui.messages import sentence
from augstudio.ui.padding_names import mode_name, mode_use
from augstudio.ui.theme import GRID

_SWATCH = 16


class PaddingEditor(QWidget):
    """One choice for the whole pipeline; the colour counts for ``constant`` only.

    Below it stands when the chosen mode suits, and in the list the same of every mode.

    Signals:
        edited: The new padding.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._padding = Padding()
        self._swatched: Fill | None = None
        self.mode_box = QComboBox()
        self.mode_box.setAccessibleName(self.tr("Padding mode"))
        helps = self._helps()
        for mode in PaddingMode:
            self.mode_box.addItem(mode_name(mode), mode)
            self.mode_box.setItemData(self.mode_box.count() - 1, helps[mode], Qt.ItemDataRole.ToolTipRole)
        view = self.mode_box.view()
        view.setItemDelegate(_ModeDelegate(view))
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * GRID)
        self.use_label = QLabel()
        self.use_label.setObjectName("Muted")
        self.use_label.setWordWrap(True)
        self.colour_button = QToolButton()
        self.colour_button.setToolTip(
            self.tr("Fill colour; in pictures with transparency its alpha counts, too.")
        )
        self.colour_button.setAccessibleName(self.tr("Fill colour"))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        row = QHBoxLayout()
        column.addLayout(row)
        column.addWidget(self.use_label)
        label = QLabel(self.tr("Padding"))
        label.setToolTip(
            self.tr("What fills the area outside the picture; the names are those of numpy.pad.")
        )
        row.addWidget(label)
        row.addStretch()
        row.addWidget(self.mode_box)
        row.addWidget(self.colour_button)
        self.mode_box.activated.connect(self._on_mode_box_activated)
        self.colour_button.clicked.connect(self._on_colour_button_clicked)
        self._show(self._padding)

    def set_padding(self, padding: Padding) -> None:
        """Show a padding without telling anyone."""
        if padding is not self._padding:  # every edit of a step comes here
            self._padding = padding
            self._show(padding)

    def _show(self, padding: Padding) -> None:
        self.mode_box.setCurrentIndex(list(PaddingMode).index(padding.mode))
        self.use_label.setText(sentence(mode_use(padding.mode)))
        self.mode_box.setAccessibleDescription(self.use_label.text())
        self.colour_button.setEnabled(padding.mode is PaddingMode.CONSTANT)
        if padding.fill != self._swatched:
            self._swatched = padding.fill
            self.colour_button.setIcon(_swatch(padding.fill))

    def set_fill(self, colour: QColor) -> None:
        """Choose a fill colour; wholly transparent, its alpha need not be said."""
        fill: Fill = (colour.red(), colour.green(), colour.blue())
        if colour.alpha():
            fill = (*fill[:3], colour.alpha())
        self.edited.emit(self._padding.model_copy(update={"fill": fill}))

    def _on_mode_box_activated(self, index: int) -> None:
        self.edited.emit(self._padding.model_copy(update={"mode": list(PaddingMode)[index]}))

    def _on_colour_button_clicked(self) -> None:
        red, green, blue, alpha = (*self._padding.fill, 0)[:4]
        with_alpha = QColorDialog.ColorDialogOption.ShowAlphaChannel
        title = self.tr("Fill colour")
        colour = QColorDialog.getColor(QColor(red, green, blue, alpha), self, title, with_alpha)
        if colour.isValid():
            self.set_fill(colour)

    def _helps(self) -> dict[PaddingMode, str]:
        return {
            PaddingMode.CONSTANT: self.tr("One colour."),
            PaddingMode.EDGE: self.tr("The outermost pixels, repeated."),
            PaddingMode.REFLECT: self.tr("The picture mirrored, without repeating its outermost pixels."),
            PaddingMode.SYMMETRIC: self.tr("The picture mirrored, with its outermost pixels repeated."),
            PaddingMode.WRAP: self.tr("The picture again, from its opposite side."),
        }


class _ModeDelegate(QStyledItemDelegate):
    """Writes behind each mode when it suits."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        mode = PaddingMode(index.data(Qt.ItemDataRole.UserRole))
        option.text = f"{mode_name(mode)} · {mode_use(mode)}"

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).grownBy(QMargins(0, GRID // 2, GRID, GRID // 2))


def _swatch(fill: Fill) -> QIcon:
    """The colour as pictures without transparency get it, and to the right as others do."""
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(QColor(*fill[:3]))
    painter = QPainter(picture)
    half = (_SWATCH // 2, 0, _SWATCH // 2, _SWATCH)
    painter.fillRect(*half, QColor(Qt.GlobalColor.white))
    painter.fillRect(*half, QBrush(QColor(Qt.GlobalColor.lightGray), Qt.BrushStyle.Dense4Pattern))
    painter.fillRect(*half, QColor(*(*fill, 0)[:4]))
    painter.end()
    return QIcon(picture)
