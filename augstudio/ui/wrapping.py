"""Breaks words into lines where there is little room, and shortens what has none."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextEdit, QWidget

_LEAST = "…"
_MOST_WIDTHS = 16  # so many are remembered


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The lines of a text, broken where words end, and within words that are too long.

    Args:
        text: The text; its own line breaks count too.
        font: What it is written in.
        width: The room of a line in logical pixels.
        most: The number of lines there is room for, at least one; the last one then ends with an ellipsis.
    """
    lines = [line for part in text.split("\n") for line in _lines(part, font, width)]
    if len(lines) <= most:
        return lines
    last = QFontMetrics(font).elidedText(" ".join(lines[most - 1 :]), Qt.TextElideMode.ElideRight, width)
    return [*lines[: most - 1], last]


def _lines(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return found


class WrappedText(QTextEdit):
    """Words to be read and copied, broken within long words too, as names of files have no spaces.

    It scrolls where it is lower than they need.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def text(self) -> str:
        """The words."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Have other words, whatever signs are in them."""
        self.setPlainText(text)
        self.setAccessibleName(text)

    def fit_height(self, most: int) -> None:
        """Be as high as the words need at the present width, but no higher than so many logical pixels."""
        wanted = self._height_at(self.width())
        policy = Qt.ScrollBarPolicy
        # Left to itself, a scroll bar that was needed for a moment takes the room that it then is needed for.
        shown = policy.ScrollBarAlwaysOn if wanted > most else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)
        self.setFixedHeight(max(self.minimumSizeHint().height(), min(wanted, most)))

    def _height_at(self, width: int) -> int:
        whole = self.document().clone()
        whole.setDefaultFont(self.font())
        whole.setTextWidth(width)
        height = ceil(whole.size().height())
        whole.deleteLater()
        return height

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing())


class ElidedLabel(QLabel):
    """A line that ends with an ellipsis where it has too little room; its tip is then the whole of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._widths: dict[str, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        """The whole text, however much of it is on show."""
        return self._text

    @property
    def shown_text(self) -> str:
        """What there is room for."""
        return super().text()

    def setText(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._elide()
            self.updateGeometry()

    def clear(self) -> None:
        self.setText("")

    def sizeHint(self) -> QSize:
        return QSize(self._wanted(self._text), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wanted(_LEAST if self._text else ""), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._widths.clear()
        super().changeEvent(event)

    def _wanted(self, text: str) -> int:
        """What a text needs; layouts ask for it over and over."""
        margins, known = self.contentsMargins(), self._widths.get(text)
        if known is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            known = self._widths[text] = _width(text, self.fontMetrics())
        return known + margins.left() + margins.right()

    def _elide(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        if shown != super().text():
            super().setText(shown)
        self.setToolTip("" if shown == self._text else self._text.replace("   ", "\n"))


def _width(text: str, metrics: QFontMetrics) -> int:
    """The least room in logical pixels in which a line is not cut."""
    width = metrics.horizontalAdvance(text)
    # Where fonts are mixed in a line, Qt finds it too wide for the width that it gives itself.
    most = width + 2 * metrics.height()
    while width < most and metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) != text:
        width += 1
    return width
