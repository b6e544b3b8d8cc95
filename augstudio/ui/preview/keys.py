"""Keys over the pictures: plain ones while the pictures have the focus, and zooming at the cursor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QAction, QCursor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from augstudio.ui.actions import Actions
from augstudio.ui.mnemonics import plain
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.panel import PreviewPanel
from augstudio.ui.preview.viewport import ZOOM_STEP


class PreviewKeys(QObject):
    """Connects the actions of the view, and adds keys that work only while a picture has the focus."""

    def __init__(self, preview: PreviewPanel, actions: Actions) -> None:
        super().__init__(preview)
        self._preview = preview
        self._held = False
        actions.fit.triggered.connect(preview.viewport.fit_pictures)
        actions.full_size.triggered.connect(lambda: self._zoom_to(1.0))
        actions.zoom_in.triggered.connect(lambda: self.zoom(ZOOM_STEP))
        actions.zoom_out.triggered.connect(lambda: self.zoom(1 / ZOOM_STEP))
        self._add(plain(actions.next_image.text()), ("Right", "PgDown"), actions.next_image.trigger)
        self._add(plain(actions.previous_image.text()), ("Left", "PgUp"), actions.previous_image.trigger)
        self._add(_tr("Zoom in at the cursor"), ("+", "="), actions.zoom_in.trigger)
        self._add(_tr("Zoom out at the cursor"), ("-",), actions.zoom_out.trigger)
        self._add(_tr("Fit"), ("0",), actions.fit.trigger)
        self._add(_tr("100 % at the cursor"), ("1",), actions.full_size.trigger)
        self._add(plain(actions.labels.text()), ("L",), actions.labels.trigger)
        self.hold_action = self._add(_tr("Hold to see the original"), ("Space",), self._press)
        self.hold_action.setAutoRepeat(False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_application_focus_changed)

    @staticmethod
    def title() -> str:
        """What these keys have in common, for lists of them."""
        return _tr("On the pictures")

    @property
    def held(self) -> bool:
        """Whether the original is on show because its key is held."""
        return self._held

    def zoom(self, factor: float) -> None:
        """Zoom at the cursor if it is over a picture, else at the middle."""
        self._zoom_to(self._zoomed().zoom * factor)

    def _zoom_to(self, zoom: float) -> None:
        pane = self._zoomed()
        place = pane.mapFromGlobal(QPointF(QCursor.pos()))
        anchor = pane.picture_share(place) if _covers(pane, place) else None
        self._preview.viewport.set_zoom(zoom, anchor, pane.zoom)

    def _zoomed(self) -> ImagePane:
        """The pane under the cursor; else the one in use, or the first."""
        panes, cursor = self._preview.panes, QPointF(QCursor.pos())
        under = [pane for pane in panes if _covers(pane, pane.mapFromGlobal(cursor))]
        return next(iter((*under, *(pane for pane in panes if pane.chosen), *panes)))

    def _add(self, text: str, keys: tuple[str, ...], run: Callable[[], object]) -> QAction:
        action = QAction(text, self._preview)
        action.setShortcuts([QKeySequence(name) for name in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(run)
        self._preview.addAction(action)
        return action

    # -- hold ---------------------------------------------------------------------------------------

    def _press(self) -> None:
        application = QApplication.instance()
        if not self._held and application is not None:
            self._held = True
            # The release goes to whatever has the focus then.
            application.installEventFilter(self)
            self._preview.view.hold(True)

    def _release(self) -> None:
        application = QApplication.instance()
        if self._held and application is not None:
            self._held = False
            application.removeEventFilter(self)
            self._preview.view.hold(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
                self._release()
        elif event.type() == QEvent.Type.ApplicationDeactivate:
            self._release()
        return super().eventFilter(watched, event)

    def _on_application_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._held and (new is None or not self._preview.isAncestorOf(new)):
            self._release()


def _covers(pane: ImagePane, place: QPointF) -> bool:
    return pane.isVisible() and pane.rect().contains(place.toPoint())


def _tr(text: str) -> str:
    return QCoreApplication.translate("PreviewKeys", text)
