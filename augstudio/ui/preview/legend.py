"""The classes on show with their colours; a click hides a class or shows it again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from augstudio.core.labels import Categories
from augstudio.core.text import printable, shortened
from augstudio.preview.label_marks import classes_shown
from augstudio.preview.requests import PreviewResult
from augstudio.ui import icons
from augstudio.ui.preview.label_display import LabelDisplay
from augstudio.ui.theme import GRID

_SWATCH = 10
_GAP = 4
_MOST = 24
_LONGEST_NAME = 24


class LabelLegend(QWidget):
    """One line under the pictures; classes for which there is no room are in a menu at its end."""

    def __init__(self, display: LabelDisplay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self._categories = Categories()
        self._listed: tuple[int, ...] = ()
        self.buttons: dict[int, QToolButton] = {}
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more_button = QToolButton()
        self.more_button.setAutoRaise(True)
        self.more_button.setMenu(self.menu)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setIcon(icons.icon("expanded"))
        self.more_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
        self.more_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Classes"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, 2, GRID, 0)
        self._row.setSpacing(2)
        self._row.addStretch()
        self._row.addWidget(self.more_button)
        display.filtered.connect(self._on_display_filtered)
        self.hide()

    @Slot(object)
    def show_result(self, result: PreviewResult) -> None:
        """List the classes of what is on show."""
        shown = [frame.labels for frame in result.frames if frame.labels is not None]
        if not shown:
            if not result.error:
                self.hide()
            return
        found = {position for each in shown for position in classes_shown(each.labels, each.areas)}
        listed = tuple(sorted(found | self._display.hidden))
        categories = shown[0].categories
        if categories is not self._categories or listed != self._listed:
            self._categories, self._listed = categories, listed
            self._fill()
        self.setVisible(bool(listed))

    @Slot()
    def clear(self) -> None:
        """Show nothing of another dataset's classes."""
        self.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fill(self) -> None:
        """Have a button for each listed class; those that stay are kept, with the focus."""
        for position in [each for each in self.buttons if each not in self._listed[:_MOST]]:
            button = self.buttons.pop(position)
            self._row.removeWidget(button)
            button.deleteLater()
        for place, position in enumerate(self._listed[:_MOST]):
            button = self.buttons.get(position) or self._new_button(position)
            self._row.insertWidget(place, button)
            _show_class(button, self._categories, position)
        self._show_filter()
        self._fit()

    def _new_button(self, position: int) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(_SWATCH + _GAP, _SWATCH))
        button.toggled.connect(lambda checked: self._set_shown(position, shown=checked))
        self.buttons[position] = button
        return button

    def _set_shown(self, position: int, *, shown: bool) -> None:
        hidden = self._display.hidden
        self._display.set_hidden(hidden - {position} if shown else hidden | {position})

    @Slot()
    def _on_display_filtered(self) -> None:
        self._show_filter()

    def _show_filter(self) -> None:
        for position, button in self.buttons.items():
            shown = position not in self._display.hidden
            blocked = button.blockSignals(True)
            button.setChecked(shown)
            button.blockSignals(blocked)
            button.setIcon(_swatch(self._categories.colour(position), filled=shown))
            button.setToolTip(self.tr("Hide this class") if shown else self.tr("Show this class"))

    # -- room ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many buttons as there is room for, and a menu of all classes."""
        count = len(self._categories)
        self.more_button.setText(self.tr("All classes"))
        self.more_button.setVisible(count > 1)
        room = self.width() - 3 * GRID - (self.more_button.sizeHint().width() if count > 1 else 0)
        for position in self._listed[:_MOST]:
            button = self.buttons[position]
            room -= button.sizeHint().width() + self._row.spacing()
            button.setVisible(room >= 0)

    @Slot()
    def _fill_menu(self) -> None:
        self.menu.clear()
        everything = frozenset(range(len(self._categories)))
        for text, hidden in (
            (self.tr("Show all"), frozenset[int]()),
            (self.tr("Hide all"), everything),
        ):
            chosen = self.menu.addAction(text).triggered
            chosen.connect(lambda _=False, hidden=hidden: self._display.set_hidden(hidden))
        self.menu.addSeparator()
        for position, category in enumerate(self._categories.all):
            action = QAction(printable(shortened(category.name, _LONGEST_NAME)).replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(position not in self._display.hidden)
            action.setIcon(_swatch(self._categories.colour(position), filled=True))
            action.toggled.connect(
                lambda checked, position=position: self._set_shown(position, shown=checked)
            )
            self.menu.addAction(action)


def _show_class(button: QToolButton, categories: Categories, position: int) -> None:
    name = categories[position].name if position < len(categories) else str(position)
    shown = printable(shortened(name, _LONGEST_NAME))
    button.setText(shown.replace("&", "&&"))
    button.setAccessibleName(shown)


def _swatch(colour: tuple[int, int, int], *, filled: bool) -> QIcon:
    """A square of the colour, or its edge alone."""
    side = 2 * _SWATCH  # so that it is crisp where the screen has more pixels
    picture = QPixmap(side + 2 * _GAP, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(QColor(*colour))
    if filled:
        painter.fillRect(0, 0, side, side, QColor(*colour))
    for inset in range(3):
        painter.drawRect(inset, inset, side - 1 - 2 * inset, side - 1 - 2 * inset)
    painter.end()
    return QIcon(picture)
