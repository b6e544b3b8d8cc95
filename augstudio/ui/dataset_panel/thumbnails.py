"""Thumbnails, made when they come into view and kept within a budget."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPixmap

from augstudio.core.image import Image
from augstudio.datasets.base import PictureSource, Sample
from augstudio.errors import AugStudioError, message_of
from augstudio.ui.qimage import qimage_from_image
from augstudio.ui.threads import NewestFirstThread

SIDE = 128
"""Longest side of a stored thumbnail in pixels; enough for 200 % screens."""

KEPT = 1200
"""Thumbnails kept, at most 64 kB each."""

PATIENCE_MS = 3000
"""How long one thumbnail may hold up the others: between this and twice as long."""

MAX_PASSED_OVER = 4
"""Threads that may be left waiting for pictures that do not come; then the others wait, too."""

_Request = tuple[PictureSource, Sample]


class ThumbnailLoader(QObject):
    """Loads thumbnails beside the GUI thread.

    Signals:
        loaded: The sample whose thumbnail, or the reason why there is none, is now known.
        failed: An exception nobody expected.
    """

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: PictureSource | None = None
        self._kept: OrderedDict[str, QPixmap | str] = OrderedDict()
        self._thread = NewestFirstThread(_load, parent=self)
        self._thread.finished.connect(self._on_thread_finished)
        self._thread.failed.connect(self.failed)
        self._watched: _Request | None = None
        self._patience = QTimer(self)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)

    def set_pictures(self, pictures: PictureSource | None) -> None:
        """Load another source of pictures from now on."""
        self._pictures = pictures
        self._kept.clear()
        self._patience.stop()
        self._thread.let_go()

    def thumbnail(self, sample: Sample) -> QPixmap | str | None:
        """The thumbnail, a reason why there is none, or None while it is being loaded."""
        known = self.peek(sample)
        if known is None and self._pictures is not None:
            self._thread.submit((self._pictures, sample))
            if not self._patience.isActive():
                self._watched = None
                self._patience.start()
        return known

    def peek(self, sample: Sample) -> QPixmap | str | None:
        """Like :meth:`thumbnail`, but loads nothing."""
        if sample.key in self._kept:
            self._kept.move_to_end(sample.key)
        return self._kept.get(sample.key)

    def close(self) -> None:
        """Join the thread."""
        self._patience.stop()
        self._thread.close()

    @Slot(object, object)
    def _on_thread_finished(self, request: _Request, result: Image | str) -> None:
        pictures, sample = request
        if pictures is not self._pictures:
            return
        made = result if isinstance(result, str) else QPixmap.fromImage(qimage_from_image(result))
        self._keep(sample, made)

    @Slot()
    def _on_patience_timeout(self) -> None:
        """Go on without a picture that was being loaded the last time, too."""
        current: _Request | None = self._thread.current
        if current is None:
            self._patience.stop()
        elif current is self._watched and self._thread.abandoned < MAX_PASSED_OVER:
            self._thread.pass_over()
            self._keep(current[1], self.tr("its file does not answer; the others are loaded meanwhile"))
        self._watched = current

    def _keep(self, sample: Sample, made: QPixmap | str) -> None:
        self._kept[sample.key] = made
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.loaded.emit(sample)


def _load(request: _Request) -> Image | str:
    pictures, sample = request
    try:
        return pictures.thumbnail(sample, SIDE)
    except AugStudioError as error:
        return message_of(error)
