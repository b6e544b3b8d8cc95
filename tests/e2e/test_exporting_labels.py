"""A user exports a labelled dataset from the window, in another format."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.export.reading.verify import Verification
from augstudio.pipelines import Pipeline
from augstudio.transforms import Translate
from tests.e2e.test_exporting import close_report, finish, wait_listed
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture
from tests.windows import WAIT_MS, MakeWindow


def said(notes: QListWidget) -> list[str]:
    return [notes.item(row).text() for row in range(notes.count())]


def test_labels_go_into_another_format_once_their_loss_is_accepted(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    row = b"0 0.1 0.1 0.6 0.1 0.6 0.5 0.1 0.5\n"
    files = {"data.yaml": b"train: images\nnames: [cat]\n"}
    for number in range(2):
        files[f"images/{number}.png"] = encoded(smooth_picture(30, 20 + number), "PNG")
        files[f"labels/{number}.txt"] = row
    files["labels/1.txt"] += b"7 0.1 0.1 0.6 0.1 0.6 0.5\n"
    dataset = write_files(tmp_path / "labelled", files)
    window = open_window(dataset)
    wait_listed(qtbot, window, 2)
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    form, target = dialog.form, tmp_path / "out"
    assert form.to_format.isVisible()
    assert not form.accept_loss.isVisible()
    form.target.setText(str(target))
    form.copies.setValue(1)
    form.to_format.setCurrentIndex(form.to_format.findData("yolo"))
    qtbot.waitUntil(form.accept_loss.isVisible, timeout=WAIT_MS)
    assert "“Leave out what this format cannot hold”" in dialog.problem.text()
    assert not dialog.start.isEnabled()
    lost = ["What YOLO cannot hold of the labels:", "outlines and masks that would become boxes: 2"]
    assert said(dialog.estimate_view.notes)[:2] == lost
    dialog.show_problem("A long reason. " * 60)
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.minimumHeightForWidth(dialog.width()), "nothing is squeezed"
    form.accept_loss.click()
    qtbot.waitUntil(dialog.start.isEnabled, timeout=WAIT_MS)
    assert said(dialog.estimate_view.notes)[:2] == lost
    with qtbot.waitSignal(dialog.accepted_job, timeout=WAIT_MS):
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    report = finish(qtbot, window)
    assert (report.written, report.skipped) == (4, ())
    assert (target / "labels/train/0__aug001.txt").is_file() or (target / "labels/0__aug001.txt").is_file()
    assert list(Verification(target, dataset).differences()) == []
    shown = window.exporting.report
    assert shown is not None
    assert "1 problem in the labels." in shown.details.text()
    name = shown.table.item(0, 0)
    assert name is not None
    assert name.text() == "labels/1.txt:2"
    close_report(window)


def test_what_copies_alone_lose_is_told_before_the_start(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    files = {"data.yaml": b"train: images\nnames: [cat]\n"}
    for number in range(2):
        files[f"images/{number}.png"] = encoded(smooth_picture(30, 20 + number), "PNG")
        files[f"labels/{number}.txt"] = b"0 0.2 0.5 0.2 0.4\n0 0.8 0.5 0.2 0.4\n"
    window = open_window(write_files(tmp_path / "labelled", files))
    wait_listed(qtbot, window, 2)
    away = Translate(x_range=Range(0.5, 0.5), y_range=Range(0, 0))
    window.session.restore_pipeline(Pipeline.of((away,), Padding(mode=PaddingMode.CONSTANT)))
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    dialog.form.target.setText(str(tmp_path / "out"))
    dialog.form.copies.setValue(60)
    told = ["kept: about 120", "outside the picture: about 120"]
    heading = "Labels of all copies, estimated from 4 copies that were tried:"
    qtbot.waitUntil(lambda: heading in said(dialog.estimate_view.notes), timeout=WAIT_MS)
    lines = said(dialog.estimate_view.notes)
    assert lines[lines.index(heading) + 1 :][:2] == told
    item = dialog.estimate_view.notes.item(lines.index(heading))
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Warning")
    window.session.restore_pipeline(Pipeline.of(()))
    qtbot.waitUntil(lambda: "kept: about 240" in said(dialog.estimate_view.notes), timeout=WAIT_MS)
    lines = said(dialog.estimate_view.notes)
    item = dialog.estimate_view.notes.item(lines.index(heading))
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Information")
    dialog.reject()
