"""A user compares the pipeline with one kept before."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.kernels.viewing.display import from_bgra
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import RangeEnd
from augstudio.transforms import GaussianNoise, HorizontalFlip, Rotate, SaltAndPepper
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.comparison_pane import ComparisonPane, Presentation
from augstudio.ui.preview.views import AbView
from augstudio.ui.qimage import bgra_from_qimage
from tests.windows import WAIT_MS, MakeWindow, drag, picture, settle, wait_opened

FLIPPED = Pipeline.of((HorizontalFlip(),))
NOISY = Pipeline.of((HorizontalFlip(), GaussianNoise(sigma_range=Range(30, 30))))


def exported(window: MainWindow, pipeline: Pipeline) -> Image:
    """What an export writes for the picture and copy on show."""
    session = window.session
    assert session.dataset is not None
    assert session.sample is not None
    image = session.dataset.read(session.sample)
    return pipeline(image, seed=session.seed, copy=session.copy, key=session.sample.key)


def view_of(window: MainWindow) -> AbView:
    view = window.preview.views["ab"]
    assert isinstance(view, AbView)
    return view


def compare(
    qtbot: QtBot, window: MainWindow, presentation: Presentation, a: Pipeline = FLIPPED, b: Pipeline = NOISY
) -> ComparisonPane:
    """Show A and B at 100 % in one pane."""
    window.session.keep_snapshot(a, "a.json")
    window.session.edit_pipeline(b, "b")
    view_of(window).set_presentation(presentation)
    window.preview.set_view("ab")
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not view_of(window).measuring, timeout=WAIT_MS)
    pane = window.preview.panes[0]
    assert isinstance(pane, ComparisonPane)
    return pane


def painted(pane: ComparisonPane, size: tuple[int, int]) -> Image:
    """The middle of what a pane has on screen, in so many pixels."""
    screen = from_bgra(bgra_from_qimage(pane.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)))
    left, top = (round(full / 2 - part / 2) for full, part in zip(pane.device_size, size, strict=True))
    return screen[top : top + size[1], left : left + size[0]]


def test_kept_pipeline_beside_the_one_being_edited(qtbot: QtBot, window: MainWindow) -> None:
    start = window.session.pipeline
    window.session.edit_pipeline(NOISY, "other")
    QTest.keyClick(window, Qt.Key.Key_F7)
    view_of(window).set_presentation(Presentation.SIDE)
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    first, second = window.preview.panes
    assert (first.caption, second.caption) == ("A · at the start", "B · now")
    assert np.array_equal(picture(first), exported(window, start))
    assert np.array_equal(picture(second), exported(window, NOISY))
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert first.caption.startswith("A · kept at ")
    assert second.caption == "B · now, the same as A"
    assert np.array_equal(picture(first), exported(window, NOISY))


def test_kept_pipeline_is_there_at_the_next_start(open_window: MakeWindow) -> None:
    first = open_window()
    first.session.edit_pipeline(NOISY, "other")
    first.actions_.keep_snapshot.trigger()
    name = first.session.snapshot_name
    first.session.edit_pipeline(FLIPPED, "another")
    first.close()
    second = open_window()
    assert second.session.pipeline == FLIPPED
    assert (second.session.snapshot, second.session.snapshot_name) == (NOISY, name)


def test_a_from_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    NOISY.save(good)
    bad.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))
    window.actions_.open_snapshot.trigger()
    wait_opened(qtbot, window)
    settle(qtbot, window)
    assert window.preview.view.NAME == "ab"
    assert window.session.snapshot == NOISY
    assert window.preview.panes[0].caption.startswith("A · good.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
    window.actions_.open_snapshot.trigger()
    wait_opened(qtbot, window)
    assert window.session.snapshot == NOISY
    assert "bad.json" in window.notice.label.text()


def test_split_shows_exported_pixels_on_both_sides_of_its_handle(qtbot: QtBot, window: MainWindow) -> None:
    pane = compare(qtbot, window, Presentation.SPLIT)
    assert [picture_.shape for picture_ in (frame.pixels for frame in pane.frames)] == [(64, 96, 4)] * 2
    first, second = exported(window, FLIPPED), exported(window, NOISY)
    middle, line = QPoint(pane.width() // 2, 20), pane.width() // 2
    drag(pane, middle, QPoint(line + 20, 20), QPoint(line + 30, 20))
    assert pane.split == (line + 30) / pane.width()
    assert window.preview.viewport.centre.x() == 0.5, "the picture was moved instead of the handle"
    shown = painted(pane, (96, 64))
    # The handle and its grip hide the pixels around it.
    assert np.array_equal(shown[:, :62], first[:, :62])
    assert np.array_equal(shown[:, 93:], second[:, 93:])
    drag(pane, QPoint(line + 30, 20), QPoint(line, 20), QPoint(line - 30, 20))
    shown = painted(pane, (96, 64))
    assert np.array_equal(shown[:, :3], first[:, :3])
    assert np.array_equal(shown[:, 33:], second[:, 33:])


def test_handle_is_moved_by_keys_and_the_rest_moves_the_picture(qtbot: QtBot, window: MainWindow) -> None:
    pane = compare(qtbot, window, Presentation.SPLIT)
    sample = window.session.sample
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Right)
    assert pane.split == pytest.approx(0.51)
    QTest.keyClick(pane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert pane.split == pytest.approx(0.41)
    QTest.keyClick(pane, Qt.Key.Key_End)
    QTest.keyClick(pane, Qt.Key.Key_Right)
    assert pane.split == 1
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert pane.split == 0
    assert window.session.sample == sample, "the arrows chose another picture"
    drag(pane, QPoint(200, 60), QPoint(220, 60), QPoint(240, 60))
    assert pane.split == 0
    assert window.preview.viewport.centre.x() < 0.5


def test_blink_shows_a_only_while_it_is_held(qtbot: QtBot, window: MainWindow) -> None:
    pane = compare(qtbot, window, Presentation.BLINK)
    view = view_of(window)
    first, second = exported(window, FLIPPED), exported(window, NOISY)
    assert np.array_equal(painted(pane, (96, 64)), second)
    assert view.hold_button.isVisible()
    QTest.mousePress(view.hold_button, Qt.MouseButton.LeftButton)
    assert np.array_equal(painted(pane, (96, 64)), first)
    QTest.mouseRelease(view.hold_button, Qt.MouseButton.LeftButton)
    assert np.array_equal(painted(pane, (96, 64)), second)
    window.dataset_panel.view.setFocus()
    QTest.keyPress(window, Qt.Key.Key_QuoteLeft)
    assert np.array_equal(painted(pane, (96, 64)), first)
    QTest.keyRelease(window, Qt.Key.Key_QuoteLeft)
    assert np.array_equal(painted(pane, (96, 64)), second)
    assert len(window.preview.panes) == 1


def test_difference_is_that_of_exported_pixels(qtbot: QtBot, window: MainWindow) -> None:
    peppered = Pipeline.of((HorizontalFlip(), SaltAndPepper(amount_range=Range(0.2, 0.2))))
    pane = compare(qtbot, window, Presentation.DIFFERENCE, FLIPPED, peppered)
    first, second = exported(window, FLIPPED).astype(int), exported(window, peppered).astype(int)
    exact = np.abs(first - second)
    assert exact.any()
    assert np.array_equal(painted(pane, (96, 64)), exact)
    mean, share = exact.mean(), (exact > 0).any(axis=2).mean()
    assert f"mean {mean:.2f} of 255" in pane.summary()
    assert f"{100 * share:.1f} % of pixels differ" in pane.summary()
    view_of(window).gain_box.setCurrentIndex(2)
    settle(qtbot, window)
    assert np.array_equal(painted(pane, (96, 64)), np.minimum(16 * exact, 255))
    # Zoomed out, the numbers stay those of all exported pixels.
    told = pane.summary()
    window.preview.viewport.set_zoom(0.5)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not view_of(window).measuring, timeout=WAIT_MS)
    assert pane.summary() == told
    assert pane.measured is not None
    assert pane.measured.pixels is not None
    assert pane.measured.pixels.shape == (32, 48, 3)
    # Means of differences, not differences of means: noise does not vanish from the map.
    boxes = exact.reshape(32, 2, 48, 2, 3).mean(axis=(1, 3))
    assert np.abs(pane.measured.pixels - boxes).max() <= 0.5


def test_an_end_that_is_held_is_not_the_same_as_a(qtbot: QtBot, window: MainWindow) -> None:
    pane = compare(qtbot, window, Presentation.SPLIT, Pipeline.default(), Pipeline.default())
    assert pane.captions[1] == "B · now, the same as A"
    window.session.hold_end(RangeEnd(2, "angle_range", 1))
    settle(qtbot, window)
    assert pane.captions[1] == "B · now at +15°"


def test_difference_of_equal_pipelines_is_none(qtbot: QtBot, window: MainWindow) -> None:
    pane = compare(qtbot, window, Presentation.DIFFERENCE, NOISY, NOISY)
    assert "no pixel differs" in pane.summary()
    assert not painted(pane, (96, 64)).any()


def test_difference_follows_an_edit_marked_as_a_draft(qtbot: QtBot, window: MainWindow) -> None:
    pane = compare(qtbot, window, Presentation.DIFFERENCE)
    before, told, seen = pane.summary(), [], []

    def look() -> None:
        told.append(pane.summary())
        seen.append(painted(pane, (96, 64)))

    window.preview.result_shown.connect(look)
    window.session.edit_pipeline(Pipeline.of((Rotate(angle_range=Range(30, 30)),)), "other")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not view_of(window).measuring, timeout=WAIT_MS)
    assert "≈" in told[0]
    assert "≈" not in pane.summary() != before
    # At 100 % even the draft is made of exported pixels.
    assert seen[0].any()
    assert np.array_equal(seen[0], painted(pane, (96, 64)))


def test_pictures_of_different_size_are_laid_centre_on_centre(qtbot: QtBot, window: MainWindow) -> None:
    grown = Pipeline.of((Rotate(angle_range=Range(20, 20), size="grow"),))
    kept = Pipeline.of(())
    pane = compare(qtbot, window, Presentation.DIFFERENCE, kept, grown)
    small, large = exported(window, kept), exported(window, grown)
    height, width = small.shape[:2]
    assert large.shape[0] > height
    assert large.shape[1] > width
    top, left = (large.shape[0] - height) // 2, (large.shape[1] - width) // 2
    exact = np.abs(large[top : top + height, left : left + width].astype(int) - small)
    assert pane.measured is not None
    assert pane.measured.pixels is not None
    assert np.array_equal(pane.measured.pixels, exact)
    sizes = f"A {width} × {height}, B {large.shape[1]} × {large.shape[0]}"
    told = f"Sizes differ: {sizes}; they lie centre on centre"
    assert pane.summary().endswith(told)
    assert pane.note == ""
    view_of(window).set_presentation(Presentation.BLINK)
    settle(qtbot, window)
    assert pane.note == told
    pane.set_holding(True)
    # A lies on B by the same rule.
    whole = painted(pane, (large.shape[1], large.shape[0]))
    assert np.array_equal(whole[top : top + height, left : left + width], small)
