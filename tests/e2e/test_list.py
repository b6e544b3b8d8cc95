"""The list of pictures: its look, its order, its menu, and opening again what changed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.ui.dataset_panel.list_menu import ListLook
from augstudio.ui.main_window import MainWindow
from tests.folders import encoded
from tests.windows import WAIT_MS, MakeWindow, picture, settle, wait_opened, write_dataset


def names(window: MainWindow) -> list[str]:
    model = window.dataset_panel.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def listed(qtbot: QtBot, window: MainWindow, count: int) -> None:
    model = window.dataset_panel.model
    qtbot.waitUntil(lambda: model.rowCount() == count, timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("large name without", ListLook("large", "name", suffixes=False)),
        ("huge name with", ListLook()),
        ("large", ListLook()),
        ("", ListLook()),
    ],
)
def test_a_look_that_is_damaged_takes_its_default(text: str, look: ListLook) -> None:
    assert ListLook.from_text(text) == look
    assert ListLook.from_text(look.as_text()) == look


def test_the_list_is_sorted_sized_and_kept_so(qtbot: QtBot, open_window: MakeWindow, tmp_path: Path) -> None:
    folder = write_dataset(tmp_path / "numbered", ["z/2.png", "z/10.png", "cat/3.png", "dog/3.png"])
    window = open_window(folder)
    listed(qtbot, window, 4)
    panel = window.dataset_panel
    assert names(window) == ["cat/3.png", "dog/3.png", "10.png", "2.png"]
    assert panel.position.text() == "1 of 4"
    shown = window.session.sample
    panel.menu.orders["name"].trigger()
    assert names(window) == ["2.png", "cat/3.png", "dog/3.png", "10.png"]
    assert window.session.sample == shown
    assert panel.position.text() == "2 of 4"
    panel.menu.orders["class"].trigger()
    assert names(window) == ["cat/3.png", "dog/3.png", "2.png", "10.png"]
    small = panel.view.visualRect(panel.model.index(0)).size()
    panel.menu.sizes["large"].trigger()
    panel.menu.suffixes.setChecked(False)
    large = panel.view.visualRect(panel.model.index(0)).size()
    assert large.width() > 1.5 * small.width()
    panel.search.setText("3")
    assert panel.position.text() == "1 of 2 (4 in all)"
    assert ListLook.from_text(window.state.list_look) == ListLook("large", "class", suffixes=False)
    again = open_window(folder)
    listed(qtbot, again, 4)
    qtbot.waitUntil(lambda: names(again)[2:] == ["2.png", "10.png"], timeout=WAIT_MS)
    assert again.dataset_panel.menu.sizes["large"].isChecked()


def test_the_menu_shows_copies_and_exports_what_is_selected(
    qtbot: QtBot, window: MainWindow, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(qtbot, window, 6)
    panel = window.dataset_panel
    select = panel.view.selectionModel().select
    select(panel.model.index(4), QItemSelectionModel.SelectionFlag.Select)
    assert panel.position.text() == "1 of 6, 2 selected"
    panel.menu.copy_path.trigger()
    paths = [str(dataset / name) for name in ("cat/1.png", "dog/2.png")]
    assert QGuiApplication.clipboard().text().splitlines() == paths
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr("sys.platform", "linux")
    panel.menu.show_file.trigger()
    assert [url.toLocalFile() for url in opened] == [str(dataset / "cat")]
    panel.menu.export_selected.trigger()
    dialog = window.exporting.dialog
    assert dialog.isVisible()
    assert dialog.form.pictures.only == ("cat/1.png", "dog/2.png")
    dialog.reject()
    panel.view.selectionModel().clearSelection()
    panel.menu.menu.aboutToShow.emit()
    assert not panel.menu.copy_path.isEnabled()


def test_what_is_open_is_opened_again_as_it_is_now(qtbot: QtBot, window: MainWindow, dataset: Path) -> None:
    listed(qtbot, window, 6)
    window.dataset_panel.step(2)
    settle(qtbot, window)
    shown = window.session.sample
    write_dataset(dataset, ["cat/4.png"])
    window.actions_.reload.trigger()
    wait_opened(qtbot, window)
    listed(qtbot, window, 7)
    assert window.session.sample == shown
    settle(qtbot, window)


def test_a_picture_that_changed_is_shown_as_it_is_now(
    qtbot: QtBot, window: MainWindow, dataset: Path
) -> None:
    listed(qtbot, window, 6)
    settle(qtbot, window)
    panel = window.dataset_panel
    sample = panel.model.sample(0)

    def colour() -> int:
        found = panel.thumbnails.thumbnail(sample)
        return found.toImage().pixelColor(3, 3).red() if isinstance(found, QPixmap) else -1

    qtbot.waitUntil(lambda: colour() >= 0, timeout=WAIT_MS)
    assert colour() != 201
    sample.path.write_bytes(encoded(np.full((24, 32, 3), 201, np.uint8), "PNG"))
    window.actions_.reload.trigger()
    wait_opened(qtbot, window)
    listed(qtbot, window, 6)
    settle(qtbot, window)
    assert (picture(window.preview.panes[0]) == 201).all()
    qtbot.waitUntil(lambda: colour() == 201, timeout=WAIT_MS)


def test_who_goes_on_by_keys_with_control_selects_one_picture(qtbot: QtBot, window: MainWindow) -> None:
    listed(qtbot, window, 6)
    settle(qtbot, window)
    panel, handle = window.dataset_panel, window.windowHandle()
    for key, row in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1)):
        QTest.keyClick(handle, key, Qt.KeyboardModifier.ControlModifier)
        assert panel.view.currentIndex().row() == row
        assert panel.view.selected_rows() == [row]
