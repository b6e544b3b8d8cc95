"""The comparison on show as one picture: to a file or to the clipboard."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QStandardPaths, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from augstudio.saving import save
from augstudio.ui.notice import NoticeBar
from augstudio.ui.preview.panel import PreviewPanel
from augstudio.ui.session import Session

if TYPE_CHECKING:
    from augstudio.kernels.viewing.sheet import Cell

PICTURE_FILTER = "PNG (*.png)"

_SMALLEST_TEXT = 8
_TOPIC = "sharing"


class ComparisonSharing(QObject):
    """Saves or copies what the preview shows as soon as it is exact, and says what became of it."""

    def __init__(self, session: Session, preview: PreviewPanel, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._preview = preview
        self._notice = notice
        self._window = window
        pictures = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        self._folder = pictures if pictures.is_dir() else Path.home()
        self._waiting: Callable[[QImage], None] | None = None
        preview.settled.connect(self._on_preview_settled)

    def ask_for_file(self) -> None:
        """Save to a file that the user chooses."""
        sample = self._session.sample
        if sample is None:
            self._say_nothing_shown()
            return
        name = f"{Path(sample.key).stem}-{self._preview.view.NAME}.png"
        title = self.tr("Save comparison as PNG")
        path, _ = QFileDialog.getSaveFileName(self._window, title, str(self._folder / name), PICTURE_FILTER)
        if path:
            self.save(Path(path if path.lower().endswith(".png") else f"{path}.png"))

    def save(self, path: Path) -> None:
        """Write the comparison to a PNG file; an existing one is replaced only by a complete one."""
        dataset = self._session.dataset
        if dataset is not None and dataset.root.resolve() in path.resolve().parents:
            text = self.tr("{0} lies in the dataset, which is never written to. Choose another place.")
            self._notice.show_error(text.format(path), topic=_TOPIC)
            return
        self._folder = path.parent
        self._once_exact(lambda image: self._write(image, path))

    def copy(self) -> None:
        """Put the comparison on the clipboard."""
        self._once_exact(self._put_on_clipboard)

    # -- how ----------------------------------------------------------------------------------------

    def _once_exact(self, share: Callable[[QImage], None]) -> None:
        self._waiting = share
        if not self._preview.controller.busy:
            self._on_preview_settled()

    @Slot()
    def _on_preview_settled(self) -> None:
        share, self._waiting = self._waiting, None
        if share is None:
            return
        shown = [(pane.caption, pane.shown_picture()) for pane in self._preview.panes]
        pictures = [(caption, picture) for caption, picture in shown if not picture.isNull()]
        if pictures:
            share(comparison_sheet(pictures, self._preview.arrangement.columns, self._window.font()))
        else:
            self._say_nothing_shown()

    def _say_nothing_shown(self) -> None:
        text = self.tr("There is no picture on show that could be saved.")
        self._notice.show_error(text, topic=_TOPIC)

    def _write(self, image: QImage, path: Path) -> None:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        try:
            save(path, bytes(data.data()))
        except OSError as error:
            text = self.tr("Cannot save {0}: {1}. Choose another place.")
            self._notice.show_error(text.format(path, error.strerror or error), topic=_TOPIC)
            return
        self._notice.withdraw(_TOPIC)
        self._notice.show_information(self.tr("Saved {0}").format(path))

    def _put_on_clipboard(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        text = self.tr("Copied the comparison: {0} × {1} pixels.")
        self._notice.show_information(text.format(image.width(), image.height()))


def comparison_sheet(pictures: Sequence[tuple[str, QImage]], columns: int, font: QFont) -> QImage:
    """Captions and pictures as one sheet, laid out as the command line's sheets are.

    Args:
        pictures: Captions in any script, and pictures without transparency; at least one.
        columns: Pictures in a row.
        font: For the captions; its size follows the pictures.
    """
    from augstudio.kernels.viewing.sheet import BACKGROUND, INK, LONGEST_CAPTION, sheet_layout

    metrics = QFontMetricsF(_sized(font, _SMALLEST_TEXT))
    needed = math.ceil(max(metrics.horizontalAdvance(caption) for caption, _ in pictures))
    sizes = [(picture.width(), picture.height()) for _, picture in pictures]
    layout = sheet_layout(sizes, columns, narrowest=min(needed, LONGEST_CAPTION))
    sheet = QImage(*layout.size, QImage.Format.Format_RGB32)
    sheet.fill(QColor(BACKGROUND, BACKGROUND, BACKGROUND))
    painter = QPainter(sheet)
    painter.setPen(QColor(INK, INK, INK))
    for (caption, picture), above, place in zip(pictures, layout.captions, layout.pictures, strict=True):
        _draw_caption(painter, caption, above, font)
        painter.drawImage(place.left, place.top, picture)
    painter.end()
    return sheet


def _draw_caption(painter: QPainter, text: str, box: Cell, font: QFont) -> None:
    """Text as large as its band allows, smaller where it is long, cut where it would become unreadable."""
    fitted = _sized(font, max(_SMALLEST_TEXT, round(box.height * 0.6)))
    needed = QFontMetrics(fitted).horizontalAdvance(text)
    if needed > box.width:
        fitted.setPixelSize(max(_SMALLEST_TEXT, fitted.pixelSize() * box.width // needed))
    painter.setFont(fitted)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width)
    painter.drawText(QRect(*box), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _sized(font: QFont, pixels: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    return sized
