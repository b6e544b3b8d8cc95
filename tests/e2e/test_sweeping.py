"""A user sweeps a parameter, looks at the extremes, and takes the comparison along as a picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.core.step import Step
from augstudio.images.reading import read_image
from augstudio.kernels.viewing.sheet import LONGEST_CAPTION
from augstudio.pipelines import Pipeline
from augstudio.preview.requests import Frame
from augstudio.transforms import HorizontalFlip, Rotate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.sharing import comparison_sheet
from augstudio.ui.preview.views import AvailableSpace, SweepView
from tests.windows import WAIT_MS, MakeWindow, picture, settle


def sweep_of(window: MainWindow) -> SweepView:
    view = window.preview.views["sweep"]
    assert isinstance(view, SweepView)
    return view


def captions(window: MainWindow) -> list[str]:
    return [pane.caption for pane in window.preview.panes]


def offered(window: MainWindow) -> list[str]:
    box = sweep_of(window).parameter_box
    return [box.itemText(index) for index in range(box.count())]


def choose(window: MainWindow, text: str) -> None:
    """Choose a parameter with the keyboard, as far as the list is long."""
    box = sweep_of(window).parameter_box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(offered(window).index(text)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == text


def without(pipeline: Pipeline, *names: str) -> Pipeline:
    return pipeline.with_steps(step for step in pipeline.steps if step.name not in names)


def off(step: Step) -> Step:
    return step.model_copy(update={"enabled": False})


# -- sweep ----------------------------------------------------------------------------------------------


def test_a_sweep_of_the_angle_on_one_draw(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F5)
    settle(qtbot, window)
    assert sweep_of(window).parameter_box.isVisible()
    expected = ["angle −15°", "angle −7.5°", "angle 0°", "angle +7.5°", "angle +15°"]
    assert captions(window) == [*expected, "Original"]
    draws = [{draw.transform: draw.draw.to_dict() for draw in frame.draws} for frame in frames(window)[:5]]
    assert [draw.pop("rotate") for draw in draws] == [{"angle": angle} for angle in (-15, -7.5, 0, 7.5, 15)]
    assert draws == 5 * draws[:1]
    pictures = [picture(pane) for pane in window.preview.panes]
    assert all(not np.array_equal(pictures[0], other) for other in pictures[1:])
    QTest.mouseClick(window.preview.panes[0], Qt.MouseButton.LeftButton)
    assert not window.session.undo_stack.count(), "a click changes nothing"


def test_fixed_values_are_not_called_exported(qtbot: QtBot, window: MainWindow) -> None:
    state = window.info.state
    qtbot.waitUntil(lambda: state.text() == "as exported", timeout=WAIT_MS)
    for name in ("sweep", "extremes"):
        window.preview.set_view(name)
        settle(qtbot, window)
        qtbot.waitUntil(lambda: state.text() == "fixed values", timeout=WAIT_MS)
    window.preview.set_view("padding")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: state.text() == "as exported", timeout=WAIT_MS)


def test_another_parameter_and_another_number_of_values(qtbot: QtBot, window: MainWindow) -> None:
    window.preview.set_view("sweep")
    choose(window, "Translate: x")
    assert captions(window)[:5] == ["x −10 %", "x −5 %", "x 0 %", "x +5 %", "x +10 %"]
    count = sweep_of(window).count_box
    count.setFocus()
    for _ in range(9):
        QTest.keyClick(count, Qt.Key.Key_Up)
    assert len(captions(window)) == 9
    for _ in range(9):
        QTest.keyClick(count, Qt.Key.Key_Down)
    assert captions(window)[:3] == ["x −10 %", "x 0 %", "x +10 %"]
    choose(window, "Rotate: size")
    assert captions(window)[:3] == ["size keep size", "size grow canvas", "size crop clean"]
    assert not count.isEnabled(), "options are shown all"
    settle(qtbot, window)
    assert len({frame.size for frame in frames(window)[:3]}) == 3


def test_a_sweep_follows_the_pipeline(window: MainWindow) -> None:
    session = window.session
    window.preview.set_view("sweep")
    choose(window, "Scale: factor")
    scale = next(step for step in session.pipeline.steps if step.name == "scale")
    wider = scale.transform.model_copy(update={"factor_range": Range(0.5, 1.5)})
    session.edit_pipeline(session.pipeline.replacing(scale.model_copy(update={"transform": wider})), "")
    assert captions(window)[0] == "factor 0.50×"
    session.edit_pipeline(session.pipeline.adding(Rotate()), "")
    assert captions(window)[0] == "factor 0.50×"
    assert "Rotate 1: angle" in offered(window)
    assert "Rotate 2: angle" in offered(window)
    session.edit_pipeline(session.pipeline.replacing(off(session.pipeline.step(scale.id))), "")
    assert captions(window)[0] == "angle −15°", "the first there is"
    session.undo_stack.undo()
    assert captions(window)[0] == "factor 0.50×", "the choice comes back"


def test_nothing_to_sweep_is_said(qtbot: QtBot, window: MainWindow) -> None:
    window.preview.set_view("sweep")
    window.session.edit_pipeline(Pipeline.of((HorizontalFlip(),)), "")
    assert captions(window) == ["Nothing to sweep: no enabled step has a parameter"]
    assert not sweep_of(window).parameter_box.isEnabled()
    assert not sweep_of(window).count_box.isEnabled()
    settle(qtbot, window)
    assert frames(window)[0].draws == ()
    window.preview.set_view("extremes")
    assert captions(window) == ["No extremes: no enabled step has a range"]


# -- extremes -------------------------------------------------------------------------------------------


def test_extremes_of_every_step_and_the_worst_case(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F6)
    settle(qtbot, window)
    assert set(captions(window)) == {
        "Rotate: angle −15°", "Rotate: angle 0°", "Rotate: angle +15°",
        "Scale: factor 0.90×", "Scale: factor 1.00×", "Scale: factor 1.10×",
        "Translate: x −10 %, y −10 %", "Translate: x 0 %, y 0 %", "Translate: x +10 %, y +10 %",
        "Gaussian noise: sigma 0.0", "Gaussian noise: sigma 7.5", "Gaussian noise: sigma 15.0",
        "Original", "All at their middle", "Worst case",
    }  # fmt: skip
    shown = dict(zip(captions(window), frames(window), strict=True))
    drawn = {draw.transform: draw.draw.to_dict() for draw in shown["Worst case"].draws}
    assert drawn["rotate"] == {"angle": 15}
    assert drawn["scale"]["factor"] == 1.1
    assert shown["Original"].draws == ()


def test_extremes_of_a_step_stand_side_by_side_or_below_each_other(window: MainWindow) -> None:
    window.preview.set_view("extremes")
    pipeline = window.session.pipeline
    window.session.edit_pipeline(without(pipeline, "scale", "translate", "gaussian_noise"), "")
    view = window.preview.view
    beside = view.arrangement(AvailableSpace(400, 1200, 1.0))
    below = view.arrangement(AvailableSpace(1200, 400, 1.0))
    assert (beside.columns, below.columns) == (2, 3)
    assert beside.captions[:2] == ("Rotate: angle −15°", "Original")
    assert below.captions[:2] == ("Rotate: angle −15°", "Rotate: angle 0°")
    for arrangement in (beside, below):
        assert arrangement.captions[-1] == "Worst case"
        assert arrangement.panes[-1].caption == "worst case"


# -- taking it along ------------------------------------------------------------------------------------


def test_a_comparison_is_saved_as_it_is_on_show(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.preview.set_view("padding")
    target, asked = tmp_path / "out" / "sheet", []
    target.parent.mkdir()

    def chosen(*arguments: object) -> tuple[str, str]:
        asked.append(str(arguments[2]))
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    shown: list[list[Image]] = []
    window.preview.settled.connect(lambda: shown.append(shown_pictures(window)))
    QTest.keyClick(
        window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    file = target.with_suffix(".png")
    assert window.preview.controller.busy
    assert not file.exists(), "it waits for the exact pictures"
    qtbot.waitUntil(file.is_file)
    assert Path(asked[0]).name == "1-padding.png"
    assert f"Saved {file}" in window.notice.label.text()
    found = read_image(file)
    assert len(shown[0]) == 6
    assert all(contains(found, part) for part in shown[0])
    assert list(target.parent.iterdir()) == [file]


def test_a_sheet_shows_the_pictures_of_the_panes(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    for pane in window.preview.panes:
        assert np.array_equal(picture_of(pane.shown_picture()), picture(pane))
    window.preview.viewport.set_zoom(16.0)
    settle(qtbot, window)
    pane = window.preview.panes[0]
    assert pane.shown_picture().size().toTuple() == pane.device_size


def test_a_comparison_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    window.preview.set_view("sweep")
    settle(qtbot, window)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    shown = shown_pictures(window)
    window.actions_.copy_comparison.trigger()
    copied = clipboard.image()
    assert f"{copied.width()} × {copied.height()}" in window.notice.label.text()
    assert len(shown) == 6
    assert all(contains(picture_of(copied), part) for part in shown)
    clipboard.clear()


def test_places_that_cannot_be_saved_to(qtbot: QtBot, window: MainWindow, dataset: Path) -> None:
    inside = dataset / "cat" / "sheet.png"
    window.sharing.save(inside)
    assert "lies in the dataset" in window.notice.label.text()
    assert not inside.exists()
    window.sharing.save(dataset.parent / "missing" / "sheet.png")
    qtbot.waitUntil(lambda: "Cannot save" in window.notice.label.text())
    assert "Choose another place" in window.notice.label.text()


def test_without_a_picture_there_is_nothing_to_share(open_window: MakeWindow) -> None:
    window = open_window()
    window.session.select_sample(None)
    window.actions_.copy_comparison.trigger()
    assert "no picture on show" in window.notice.label.text()
    window.notice.hide()
    window.actions_.save_comparison.trigger()
    assert "no picture on show" in window.notice.label.text()
    assert window.notice.isVisible()


def test_captions_in_other_scripts_are_drawn(window: MainWindow) -> None:
    blank = QImage(200, 100, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.black)
    bands = []
    for caption, cell in (("", 200), ("角度 −15°", 200), ("ÄÖÜ" * 80, LONGEST_CAPTION)):
        sheet = picture_of(comparison_sheet([(caption, blank)], 1, window.font()))
        assert sheet.shape[1] == cell + 2 * 12, "a cell grows with its caption, but not without end"
        bands.append(sheet[: -100 - 12])
        left = 12 + (cell - 200) // 2
        assert (sheet[-112:-12, left : left + 200] == 0).all(), "the picture is left alone"
    plain, chinese, long = bands
    assert (plain == 64).all()
    assert not np.array_equal(chinese, plain)
    assert (long[:, :12] == 64).all()
    assert (long[:, 12 + LONGEST_CAPTION :] == 64).all(), "a long caption stays in its cell"
    text = "Translate: x −10 %, y −10 % and {}"
    one, other = (
        picture_of(comparison_sheet([(text.format(end), blank)], 1, window.font())) for end in ("A", "B")
    )
    assert not np.array_equal(one, other), "a caption that is a bit long is drawn smaller, not cut"


def frames(window: MainWindow) -> list[Frame]:
    """The frames on show."""
    return [pane.frame for pane in window.preview.panes if pane.frame is not None]


def shown_pictures(window: MainWindow) -> list[Image]:
    """What the panes show, without captions."""
    return [picture_of(pane.shown_picture()) for pane in window.preview.panes]


def picture_of(image: QImage) -> Image:
    """A Qt picture as ``(H, W, 3)`` RGB."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()


def contains(sheet: Image, part: Image) -> bool:
    """Whether a picture lies somewhere in a sheet, pixel for pixel."""
    height, width = part.shape[:2]
    corners = np.argwhere((sheet[: -height + 1, : -width + 1] == part[0, 0]).all(axis=2))
    return any(np.array_equal(sheet[top : top + height, left : left + width], part) for top, left in corners)
