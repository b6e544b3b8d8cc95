"""Original and result lie as the window has most room for them, or as the user likes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.kernels.viewing.display import from_bgra
from augstudio.pipelines import Pipeline
from augstudio.transforms import Invert, QuarterTurn, Rotate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.comparison_pane import ComparisonPane
from augstudio.ui.preview.views.base import AvailableSpace
from augstudio.ui.preview.views.side_by_side import PairLayout, SideBySideView
from augstudio.ui.qimage import bgra_from_qimage
from tests.windows import MakeWindow, drag, settle

TURNED = Pipeline.of((Rotate(angle_range=(90, 90)),))


def view_of(window: MainWindow) -> SideBySideView:
    view = window.preview.view
    assert isinstance(view, SideBySideView)
    return view


@pytest.mark.parametrize(
    ("size", "aspect", "layout", "columns"),
    [
        ((1600, 900), 1.5, PairLayout.AUTOMATIC, 2),
        ((870, 750), 1.5, PairLayout.AUTOMATIC, 1),
        ((870, 750), 0.7, PairLayout.AUTOMATIC, 2),
        ((1000, 690), 1.5, PairLayout.AUTOMATIC, 2),
        ((870, 750), 1.5, PairLayout.BESIDE, 2),
        ((1600, 900), 0.7, PairLayout.STACKED, 1),
    ],
)
def test_they_lie_so_that_they_are_large(
    window: MainWindow, size: tuple[int, int], aspect: float, layout: PairLayout, columns: int
) -> None:
    view = view_of(window)
    view.set_layout(layout)
    assert view.arrangement(AvailableSpace(*size, aspect)).columns == columns


def test_the_layout_is_chosen_by_keys_and_kept(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window()
    box = view_of(window).layout_box
    assert box.isVisible()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    settle(qtbot, window)
    (pane,) = window.preview.panes
    assert isinstance(pane, ComparisonPane)
    window.close()
    again = open_window()
    assert view_of(again).layout is PairLayout.WIPE
    box = view_of(again).layout_box
    again.preview.set_view("padding")
    qtbot.waitUntil(lambda: not box.isVisible())  # other views have other tools


def test_the_handle_wipes_between_original_and_result(qtbot: QtBot, window: MainWindow) -> None:
    window.session.edit_pipeline(TURNED, "turn")
    view_of(window).set_layout(PairLayout.WIPE)
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    (pane,) = window.preview.panes
    assert isinstance(pane, ComparisonPane)
    assert pane.captions == ("Original", "Copy 1")
    session = window.session
    assert session.dataset is not None
    assert session.sample is not None
    image = session.dataset.read(session.sample)
    result = TURNED(image, seed=session.seed, copy=1, key=session.sample.key)
    first, second = pane.frames
    np.testing.assert_array_equal(first.pixels[:, :, 2::-1], image)
    np.testing.assert_array_equal(second.pixels[:, :, 2::-1], result)
    line = QPoint(pane.width() // 2, 20)
    right = QPoint(pane.width() - 5, 20)
    drag(pane, line, line + QPoint(10, 0), right)
    assert pane.split > 0.98
    np.testing.assert_array_equal(middle_of(pane), image[22:42, 38:58])
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert pane.split == 0
    np.testing.assert_array_equal(middle_of(pane), result[22:42, 38:58])


def test_wiped_pictures_are_named_and_their_sizes_told(qtbot: QtBot, window: MainWindow) -> None:
    view_of(window).set_layout(PairLayout.WIPE)
    window.session.edit_pipeline(Pipeline.of((Invert(),)), "invert")
    settle(qtbot, window)
    (pane,) = window.preview.panes
    place = QPointF(10.5 / 96, 20.5 / 64)
    assert [text.split()[0] for _, text in pane.readings(place)] == ["Original", "Result"]
    assert pane.note == "", "both are of one size"
    window.session.edit_pipeline(Pipeline.of((QuarterTurn(turns=(1,)),)), "turn")
    settle(qtbot, window)
    told = "Sizes differ: Original 96 × 64, Result 64 × 96; they lie centre on centre"
    assert pane.note == told
    assert told in pane.accessibleDescription()


def middle_of(pane: ComparisonPane) -> Image:
    """The middle 20 x 20 pixels of what a pane has on the screen."""
    screen = from_bgra(bgra_from_qimage(pane.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)))
    left, top = (side // 2 - 10 for side in pane.device_size)
    return screen[top : top + 20, left : left + 20]
