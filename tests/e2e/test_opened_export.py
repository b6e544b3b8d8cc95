"""A user opens a finished export and sees how each of its files was made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.core.image import pixels_digest
from augstudio.datasets.image_folder import ImageFolder
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.export.reading.reader import OpenedExport
from augstudio.images.reading import read_image
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import RangeEnd
from augstudio.preview.draw_text import describe_draws
from augstudio.transforms.salt_and_pepper import SaltAndPepper
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.preview.updates import Progress
from augstudio.ui.preview.views import VariationsView
from augstudio.ui.preview.views.variations import Wall
from augstudio.ui.state import State
from tests.e2e.test_exporting import EXPORT_MS, start_export
from tests.folders import contents
from tests.windows import WAIT_MS, result, settle, wait_opened

SAME = "The result is the exported file, pixel for pixel."


def export_of(dataset: Path, out: Path, **options: Any) -> Path:
    """A finished export with a seed that the window does not have."""
    chosen = ExportOptions(**{"copies": 2, "seed": 11, "format": "png", **options})
    run_export(ExportJob(dataset, out, Pipeline.default(), chosen), RunOptions(workers=1))
    return out


def lines_of(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]


def opened(qtbot: QtBot, window: MainWindow, count: int) -> None:
    """Wait until an export of so many files is listed and shown."""
    qtbot.waitUntil(lambda: isinstance(window.session.dataset, OpenedExport), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.dataset_panel.model.total == count, timeout=WAIT_MS)
    compared(qtbot, window)


def compared(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what is on show is exact and compared with the export."""
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.opened.comparison is not None, timeout=WAIT_MS)


def click(qtbot: QtBot, window: MainWindow, file: str) -> None:
    """Click on an output in the list."""
    view, model = window.dataset_panel.view, window.dataset_panel.model
    row = model.row_of(file)
    assert row is not None
    index: QModelIndex = model.index(row)
    view.scrollTo(index)
    place: QPoint = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.session.sample == model.sample(row), timeout=WAIT_MS)
    compared(qtbot, window)


def test_export_open_click_and_see_the_same_pixels(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    window.actions_.full_size.trigger()
    window.session.set_seed(3)
    with qtbot.waitSignal(window.exporting.runner.finished, timeout=EXPORT_MS):
        start_export(qtbot, window, out)
    window.session.set_seed(4)
    window.session.edit_pipeline(Pipeline(), "another pipeline")
    assert window.exporting.report is not None
    QTest.mouseClick(window.exporting.report.result_button, Qt.MouseButton.LeftButton)
    opened(qtbot, window, 18)
    before = contents(out), contents(dataset)
    assert window.session.seed == 3
    assert window.session.pipeline == Pipeline.default()
    window.actions_.full_size.trigger()
    for line in lines_of(out)[:7]:
        click(qtbot, window, line["file"])
        assert np.array_equal(result(window), read_image(out / line["file"]))
        frame = window.preview.panes[1].frame
        assert frame is not None
        assert [draw.to_dict() for draw in frame.draws] == line["draws"]
        assert window.session.copy == line["copy"]
        assert window._drawn.text() == describe_draws(frame.draws)
        assert window.opened.label.text() == SAME
        assert window.opened.isVisible()
    assert (contents(out), contents(dataset)) == before


def test_lossy_files_are_shown_as_they_were_before_encoding(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    out = export_of(dataset, tmp_path / "out", format="jpeg")
    window.documents.open_path(out)
    opened(qtbot, window, 18)
    window.actions_.full_size.trigger()
    for line in lines_of(out)[:3]:
        click(qtbot, window, line["file"])
        assert pixels_digest(result(window)) == line["pixels"]
        found = window.opened.comparison
        assert not isinstance(found, str | None)
        assert found.distance
        assert f"differs from it by {found.distance:.2f} grey levels" in window.opened.label.text()


def test_the_recorded_draws_count_not_new_ones(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    out = export_of(dataset, tmp_path / "out")
    lines = lines_of(out)
    angle = next(line["draw"] for line in lines[1]["draws"] if "angle" in line["draw"])
    angle["angle"] += 30.0
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (out / "manifest.jsonl").write_text(text, encoding="utf-8")
    window.documents.open_path(out)
    opened(qtbot, window, 18)
    click(qtbot, window, lines[1]["file"])
    frame = window.preview.panes[1].frame
    assert frame is not None
    assert [draw.to_dict() for draw in frame.draws] == lines[1]["draws"]
    assert "the pixels are not those of the manifest" in window.opened.label.text()


def test_changing_the_pipeline_leaves_the_export_alone(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    out = export_of(dataset, tmp_path / "out")
    before = contents(out), contents(dataset)
    window.documents.open_path(out)
    opened(qtbot, window, 18)
    window.actions_.full_size.trigger()
    click(qtbot, window, "cat/1__aug002.png")
    assert window.preview.panes[1].caption == "Copy 2, as exported"
    window.session.edit_pipeline(Pipeline.default().adding(SaltAndPepper()), "a step more")
    settle(qtbot, window)
    frame = window.preview.panes[1].frame
    assert frame is not None
    recorded = next(line for line in lines_of(out) if line["file"] == "cat/1__aug002.png")
    assert [draw.to_dict() for draw in frame.draws][:-1] == recorded["draws"], "drawn for the source's key"
    window.session.edit_pipeline(Pipeline(), "remove all steps")
    window.session.set_seed(99)
    settle(qtbot, window)
    assert np.array_equal(result(window), read_image(dataset / "cat/1.png"))
    assert "No longer the exported output" in window.opened.label.text()
    assert window.preview.panes[1].caption == "Copy 2"
    QTest.mouseClick(window.opened.back_button, Qt.MouseButton.LeftButton)
    compared(qtbot, window)
    assert np.array_equal(result(window), read_image(out / "cat/1__aug002.png"))
    assert window.opened.label.text() == SAME
    assert not window.opened.back_button.isVisible()
    assert (contents(out), contents(dataset)) == before


def test_an_end_that_is_dragged_is_never_called_exported(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    window.documents.open_path(export_of(dataset, tmp_path / "out"))
    opened(qtbot, window, 18)
    click(qtbot, window, "cat/1__aug002.png")
    session, pane, state = window.session, window.preview.panes[1], window.info.state
    pixels = result(window)

    def look() -> None:
        assert "as exported" not in pane.caption + state.text()
        assert window.preview.state.progress is not Progress.EXACT
        assert window.opened.label.text() != SAME

    qtbot.waitUntil(lambda: state.text() == "as exported")
    session.hold_end(RangeEnd(2, "angle_range", 1))  # before it has moved, or back where it was
    assert pane.pending
    look()
    settle(qtbot, window)
    assert pane.caption == "Copy 2 at +15°"
    look()
    session.hold_end(None)
    assert pane.caption == "Copy 2 at +15°", "until the draw is back"
    look()
    compared(qtbot, window)
    assert pane.caption == "Copy 2, as exported"
    np.testing.assert_array_equal(result(window), pixels)


def test_a_step_shown_alone_is_not_called_the_exported_file(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    window.documents.open_path(export_of(dataset, tmp_path / "out"))
    opened(qtbot, window, 18)
    bar, session = window.opened, window.session
    edits = session.undo_stack.count()
    assert bar.label.text() == SAME
    session.show_alone(session.pipeline.steps[0].id)
    settle(qtbot, window)
    assert bar.label.text() == "No longer the exported output. The export stays as it is."
    assert "as exported" not in window.preview.panes[1].caption
    QTest.mouseClick(bar.back_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert session.solo is None
    assert bar.label.text() == SAME
    assert session.undo_stack.count() == edits


def test_lost_sources_are_told_and_chosen(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = export_of(dataset, tmp_path / "out")
    moved = dataset.rename(tmp_path / "moved")
    window.documents.open_path(out)
    qtbot.waitUntil(lambda: window.dataset_panel.model.total == 18, timeout=WAIT_MS)
    settle(qtbot, window)
    assert "Choose their folder" in window.opened.label.text()
    assert "is not known" in window.preview.panes[1].message
    (tmp_path / "empty").mkdir()
    chosen = [str(tmp_path / "empty"), str(moved)]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen.pop(0))
    QTest.mouseClick(window.opened.folder_button, Qt.MouseButton.LeftButton)
    wait_opened(qtbot, window)
    assert "does not contain the pictures" in window.notice.label.text()
    QTest.mouseClick(window.opened.folder_button, Qt.MouseButton.LeftButton)
    wait_opened(qtbot, window)
    opened(qtbot, window, 18)
    assert window.opened.label.text() == SAME
    (moved / "cat/2.png").write_bytes((moved / "cat/1.png").read_bytes())
    click(qtbot, window, "cat/2__aug001.png")
    assert "not the file it was made from" in window.opened.label.text()
    assert "changed since the export" in window.preview.panes[1].message
    (moved / "cat/3.png").unlink()
    click(qtbot, window, "cat/3__aug001.png")
    assert "Its source cat/3.png is missing in" in window.opened.label.text()
    assert window.opened.folder_button.isVisible()


def test_it_is_open_again_at_the_next_start(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path, state: State
) -> None:
    out = export_of(dataset, tmp_path / "out")
    window.documents.open_path(out / "manifest.jsonl")
    opened(qtbot, window, 18)
    click(qtbot, window, "dog/2__aug001.png")
    window.session.edit_pipeline(Pipeline(), "remove all steps")
    assert window.close()
    again = make_window(state, None, None)
    qtbot.addWidget(again)
    again.show()
    opened(qtbot, again, 18)
    assert again.session.sample is not None
    assert again.session.sample.key == "dog/2__aug001.png"
    assert again.session.pipeline == Pipeline(), "the work that was left is not replaced"
    assert again.close()


def test_an_export_opened_as_a_dataset_offers_more(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    out = export_of(dataset, tmp_path / "out")
    window.documents.open_dataset(out)
    wait_opened(qtbot, window)
    assert type(window.session.dataset) is ImageFolder
    assert not window.opened.isVisible()
    assert "This folder is an export" in window.notice.label.text()
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    opened(qtbot, window, 18)
    window.documents.open_dataset(dataset)
    wait_opened(qtbot, window)
    assert not window.opened.isVisible()
    assert window.session.recorded is None


def test_only_copies_of_an_opened_export_make_a_wall(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    wall = window.preview.views[VariationsView.NAME]
    assert isinstance(wall, VariationsView)
    window.preview.set_view(wall.NAME)
    wall.wall_box.setCurrentIndex(wall.wall_box.findData(Wall.PICTURES))
    assert len(window.preview.panes) == 6
    window.documents.open_export(export_of(dataset, tmp_path / "out"))
    opened(qtbot, window, 18)
    assert not wall.wall_box.isEnabled()
    assert wall.wall_box.currentText() == "Copies of this picture"
    assert "open the dataset" in wall.wall_box.toolTip()
    assert [pane.caption for pane in window.preview.panes[:2]] == ["Copy 1", "Copy 2"]
    window.documents.open_dataset(dataset)
    wait_opened(qtbot, window)
    assert wall.wall_box.isEnabled()
    settle(qtbot, window)


def test_what_is_no_export_is_refused(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(dataset))
    before = window.session.dataset
    window.actions_.open_export.trigger()
    wait_opened(qtbot, window)
    assert "is not an export" in window.notice.label.text()
    assert window.session.dataset is before


def test_an_export_from_an_opened_export_reads_its_sources(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    out = export_of(dataset, tmp_path / "out")
    window.documents.open_path(out)
    opened(qtbot, window, 18)
    before = contents(out)
    with qtbot.waitSignal(window.exporting.runner.finished, timeout=EXPORT_MS) as finished:
        start_export(qtbot, window, tmp_path / "second")
    assert finished.args is not None
    assert finished.args[0].skipped == ()
    assert window.exporting.report is not None
    window.exporting.report.close()
    assert {line["key"] for line in lines_of(tmp_path / "second")} == {
        path.relative_to(dataset).as_posix() for path in dataset.rglob("*.png")
    }
    assert contents(out) == before
