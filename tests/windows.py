"""Fixtures and gestures for tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.datasets.formats import FORMATS
from augstudio.images.codec import encode
from augstudio.kernels.viewing.display import from_bgra
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.mnemonics import plain
from augstudio.ui.pipeline_panel.browser import Browser
from augstudio.ui.pipeline_panel.browser_rows import ENTRY_ROLE
from augstudio.ui.pipeline_panel.fields import RangeField
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
from augstudio.ui.threads import running_threads
from tests import patience
from tests.datasets.box_file import FORMAT, NAME, write_labels
from tests.pictures import smooth_picture

WAIT_MS = patience.WAIT_MS

MakeWindow = Callable[..., MainWindow]


def write_dataset(root: Path, names: list[str], size: tuple[int, int] = (96, 64)) -> Path:
    """A dataset of small PNGs that all differ."""
    for number, name in enumerate(names):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(encode(np.roll(smooth_picture(*size), 7 * number, axis=1), "png"))
    return root


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Two classes with three pictures each."""
    names = [f"{kind}/{number}.png" for kind in ("cat", "dog") for number in (1, 2, 3)]
    return write_dataset(tmp_path / "pets", names)


@pytest.fixture
def labelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pictures, of which one has a box of each of two classes, in a format of the tests."""
    monkeypatch.setitem(FORMATS, NAME, FORMAT)
    root = write_dataset(tmp_path / "boxes", ["a.png", "b.png"])
    boxes = [{"class": 0, "box": [10, 10, 40, 40]}, {"class": 1, "box": [50, 20, 80, 50]}]
    return write_labels(root, {"a": boxes, "b": []})


@pytest.fixture
def state(tmp_path: Path) -> State:
    """Settings of this test's own."""
    return State(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture(autouse=True)
def no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a thread running or a window alive."""
    apply_theme(qapp, Theme.LIGHT)
    before = set(qapp.topLevelWidgets())
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert running_threads() == 0, "a thread of the window is still running"
    left = [widget for widget in set(qapp.topLevelWidgets()) - before if widget.isVisible()]
    assert not left, f"windows are still open: {left}"


@pytest.fixture
def open_window(qtbot: QtBot, state: State, dataset: Path) -> Iterator[MakeWindow]:
    """Opens the window on a dataset and waits for its first settled picture."""
    windows: list[MainWindow] = []

    def open_it(folder: Path | None = None, pipeline: Path | None = None) -> MainWindow:
        window = make_window(state, folder or dataset, pipeline)
        windows.append(window)
        # Where the test before left the pointer, 100 % would show what lies there.
        QCursor.setPos(-1, -1)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
        wait_opened(qtbot, window)
        settle(qtbot, window)
        return window

    yield open_it
    for window in windows:
        window.exporting.runner.close()
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: MakeWindow) -> MainWindow:
    """The window on a dataset of six pictures."""
    return open_window()


def wait_opened(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what is being opened is open, or refused."""
    openers = (window.documents.opener, window.pipelines.opener)
    qtbot.waitUntil(lambda: all(opener.path is None for opener in openers), timeout=WAIT_MS)


def press(box: QMessageBox, words: str) -> None:
    """Answer a question by the button with these words."""
    (button,) = (each for each in box.buttons() if plain(each.text()) == words)
    button.click()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what is on show is exact."""
    qtbot.waitUntil(
        lambda: not window.session.selecting and not window.preview.controller.busy, timeout=WAIT_MS
    )


def picture(pane: ImagePane) -> Image:
    """The colours a pane shows, ``(H, W, 3)`` RGB."""
    assert pane.frame is not None, pane.message
    return from_bgra(pane.frame.pixels)


def result(window: MainWindow) -> Image:
    """What the side-by-side view shows as the result."""
    return picture(window.preview.panes[1])


def drag(widget: QWidget, start: QPoint, *stops: QPoint, between: Callable[[], None] | None = None) -> None:
    """Press, move over some stops, release; ``between`` is called at every stop."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for stop in stops:
        send_move(widget, stop)
        if between is not None:
            between()
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=stops[-1])


def send_move(
    widget: QWidget, place: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Move the mouse with its left button down; QTest.mouseMove presses no button, which a drag needs."""
    pressed, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    screen = QPointF(widget.mapToGlobal(place))
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), screen, none, pressed, keys)
    QApplication.sendEvent(widget, move)


def upper_handle(field: RangeField) -> QPoint:
    """Where the upper handle of a range slider is."""
    return field.slider.handle_rect(1).center()


def row_center(browser: Browser, name: str) -> QPoint:
    """Where an entry's row has its centre in the viewport of a browser's list."""
    rows = browser.list.model()
    for row in range(rows.rowCount()):
        entry = rows.index(row, 0).data(ENTRY_ROLE)
        if entry is not None and entry.name == name:
            return browser.list.visualRect(rows.index(row, 0)).center()
    raise KeyError(name)
