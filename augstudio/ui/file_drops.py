"""What becomes of files that are dropped on a text field: Qt would write their addresses into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit


class FileDrops(QObject):
    """Has a text field leave files to its window, or take the path of a folder; texts it takes itself."""

    def __init__(self, field: QLineEdit, take_folder: Callable[[Path], object] | None = None) -> None:
        """Look after a field.

        Args:
            field: The field; it owns this.
            take_folder: Called with a folder that is dropped by itself; None leaves folders, too.
        """
        super().__init__(field)
        self._take_folder = take_folder
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped before the field does."""
        if not isinstance(event, (QDragEnterEvent, QDragMoveEvent, QDropEvent)):
            return super().eventFilter(watched, event)
        if not event.mimeData().hasUrls():
            return super().eventFilter(watched, event)
        folder = None if self._take_folder is None else _folder_in(event.mimeData())
        if folder is None or self._take_folder is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if type(event) is QDropEvent:
            self._take_folder(folder)
        return True


def _folder_in(data: QMimeData) -> Path | None:
    """The one folder that is dragged; None where it is something else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == len(data.urls()) == 1 and paths[0].is_dir() else None
