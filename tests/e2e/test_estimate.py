"""A user sees what an export will come to before anything is written."""

from __future__ import annotations

import shutil
import threading
from collections import namedtuple
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from augstudio.export import Estimate, ExportJob, ExportOptions, RunOptions, run_export
from augstudio.export import estimate_export as look
from augstudio.pipelines import Pipeline
from augstudio.transforms import Rotate
from augstudio.ui.export_panel.amounts import size_text, time_text
from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.export_panel.picture_choice import OfferedKeys
from augstudio.ui.main_window import MainWindow
from augstudio.ui.theme import GRID
from tests.e2e.test_exporting import EXPORT_MS
from tests.folders import contents
from tests.windows import WAIT_MS, MakeWindow, write_dataset


@pytest.fixture
def lopsided(tmp_path: Path) -> Path:
    """A class of four pictures and one of two."""
    names = [f"cat/{number}.png" for number in range(4)] + [f"dog/{number}.png" for number in range(2)]
    return write_dataset(tmp_path / "lopsided", names)


def opened(qtbot: QtBot, window: MainWindow, target: Path) -> ExportDialog:
    """The dialog for an export to a folder, after it has been looked at."""
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    dialog.form.target.setText(str(target))
    looked(qtbot, dialog)
    return dialog


def looked(qtbot: QtBot, dialog: ExportDialog) -> None:
    """Wait until it is known what the export will come to, or why it is refused."""
    qtbot.waitUntil(lambda: dialog._found is not None or bool(dialog.problem.text()), timeout=WAIT_MS)


def table(dialog: ExportDialog) -> list[list[str]]:
    model = dialog.estimate_view.classes.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def notes(dialog: ExportDialog) -> str:
    box = dialog.estimate_view.notes
    return "\n".join(box.item(row).text() for row in range(box.count()))


def test_numbers_follow_the_options_and_nothing_is_written(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path
) -> None:
    window = open_window(lopsided)
    before = contents(lopsided)
    dialog = opened(qtbot, window, tmp_path / "out")
    assert dialog.estimate_view.files.text() == "30 from 6 pictures"
    assert table(dialog) == [["cat", "4", "16", "20"], ["dog", "2", "8", "10"]]
    assert "free" in dialog.estimate_view.room.text()
    assert dialog.estimate_view.basis.text() == "Estimated from 6 of the pictures, augmented in memory."
    assert dialog.start.isEnabled()
    dialog.form.copies.setValue(1)
    assert not dialog.estimate_view.files.isEnabled(), "numbers that are out of date are greyed"
    looked(qtbot, dialog)
    assert dialog.estimate_view.files.isEnabled()
    assert dialog.estimate_view.files.text() == "12 from 6 pictures"
    dialog.form.balanced.setChecked(True)
    looked(qtbot, dialog)
    assert table(dialog) == [["cat", "4", "0", "4"], ["dog", "2", "2", "4"]]
    assert not dialog.form.copies.isEnabled()
    dialog.form.balance.setValue(9)
    dialog.form.originals.setChecked(False)
    looked(qtbot, dialog)
    assert table(dialog) == [["cat", "4", "9", "9"], ["dog", "2", "9", "9"]]
    window.session.edit_pipeline(Pipeline(), "remove all steps")
    looked(qtbot, dialog)
    job = dialog.job()
    assert job is not None
    assert job.pipeline == Pipeline()
    assert contents(lopsided) == before
    assert not (tmp_path / "out").exists()
    dialog.reject()


def test_the_buttons_stay_where_they_are_while_the_warnings_come(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    least = dialog.minimumSizeHint()
    opened(qtbot, window, tmp_path / "out")
    assert not dialog.estimate_view.notes.isHidden()
    assert dialog.minimumSizeHint() == least


def test_an_export_that_is_not_divided_can_be_chosen_again(window: MainWindow) -> None:
    division = window.exporting.dialog.form.division
    line, listed = division.shares.lineEdit(), division.shares.view()
    assert line is not None
    words = line.placeholderText()
    assert line.fontMetrics().horizontalAdvance(words) <= line.sizeHint().width()
    delegate, first = listed.itemDelegate(), listed.model().index(0, 0)
    assert isinstance(delegate, QStyledItemDelegate)
    assert delegate.displayText(first.data(), QLocale()) == words
    division.choose("80/20", "image", stratify=False)
    assert division.divides
    division.shares.setCurrentIndex(0)
    assert not division.divides
    assert division.shares.currentText() == ""


def test_what_speaks_against_it_is_listed(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path
) -> None:
    (lopsided / "cat/9.png").write_bytes(b"broken")
    shutil.copy(lopsided / "dog/1.png", lopsided / "dog/1.PNG")
    dialog = opened(qtbot, open_window(lopsided), tmp_path / "out")
    text = notes(dialog)
    assert "have it divided by the export" in text
    assert "Will be left out: 1\ndog/1.png: its output dog/1.png would replace that of dog/1.PNG" in text
    assert "Unusable of 7 pictures tried: 1\ncat/9.png: not a picture of a known kind" in text
    assert dialog.estimate_view.files.text() == "30 from 6 pictures", "the broken one has no files"
    assert dialog.start.isEnabled(), "the rest can be exported"
    dialog.reject()


def test_augmented_copies_among_the_pictures_are_told_by_the_manifest_around_them(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path
) -> None:
    job = ExportJob(lopsided, tmp_path / "first", Pipeline.of([Rotate()]), ExportOptions(copies=1))
    run_export(job, RunOptions(workers=1))
    cats = tmp_path / "first" / "cat"
    (cats / "0__aug001.png").rename(cats / "photo.png")
    dialog = opened(qtbot, open_window(cats), tmp_path / "second")
    told = "1 of 5 pictures is an augmented copy, by an export's manifest: an export changes it again"
    qtbot.waitUntil(lambda: told in notes(dialog), timeout=WAIT_MS)
    _, _, below = notes(dialog).partition(told)
    assert below.splitlines()[2] == "photo.png", "after what to do"
    dialog.reject()


def test_what_only_informs_does_not_warn(qtbot: QtBot, open_window: MakeWindow, tmp_path: Path) -> None:
    root = write_dataset(tmp_path / "divided", ["train/cat/1.png", "train/dog/2.png", "val/cat/3.png"])
    dialog = opened(qtbot, open_window(root), tmp_path / "out")
    view = dialog.estimate_view
    assert dialog._found is not None
    found = replace(dialog._found, notes=("good to know",), leak_hint="", left_out_count=3)
    view.show_found(found, replacing=False)
    said = [view.notes.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["Warning: Will be left out: 3", "Information: Good to know"]
    signs = [view.notes.item(row).icon().pixmap(16).toImage() for row in range(2)]
    assert signs[0] != signs[1]
    dialog.reject()


def test_what_goes_by_classes_is_offered_where_there_are_any(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    root = write_dataset(tmp_path / "flat", ["1.png", "2.png"])
    window = open_window(root)
    qtbot.waitUntil(lambda: not window.dataset_panel.offered_keys.has_classes, timeout=WAIT_MS)
    form = opened(qtbot, window, tmp_path / "out").form
    form.division.shares.setCurrentText("50/50")
    by_class = (form.pictures.per_class, form.balanced, form.division.stratify)
    assert not any(widget.isVisible() for widget in by_class)
    form.offer_pictures(OfferedKeys())
    assert all(widget.isVisible() for widget in by_class)
    form.balanced.setChecked(True)
    form.offer_pictures(OfferedKeys(has_classes=False))
    assert form.balanced.isVisible(), "what is chosen stays on show"
    window.exporting.dialog.reject()


def test_refusals_keep_it_from_starting(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(lopsided)
    window = open_window(lopsided)
    dialog = opened(qtbot, window, lopsided / "inside")
    for target, reason in (
        (lopsided, "is the dataset or lies inside it"),
        (tmp_path / "link" / "x", "is the dataset or lies inside it"),
        (tmp_path, "has the dataset inside it"),
    ):
        dialog.form.target.setText(str(target))
        looked(qtbot, dialog)
        assert reason in dialog.problem.text()
        assert dialog.problem.isVisible()
        assert not dialog.start.isEnabled()
    dialog.form.target.clear()
    assert dialog.problem.text() == "Choose a folder."
    dialog.form.target.setText(str(tmp_path / "out"))
    dialog.form.originals.setChecked(False)
    dialog.form.copies.setValue(0)
    assert "Copies: must be at least 1" in dialog.problem.text()
    dialog.form.originals.setChecked(True)
    looked(qtbot, dialog)
    assert dialog.problem.text() == ""
    assert dialog.start.isEnabled()
    dialog.reject()


def test_an_export_that_is_there_goes_on_or_is_replaced(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run_export(ExportJob(lopsided, out, Pipeline.default(), ExportOptions(copies=1)), RunOptions(workers=1))
    window = open_window(lopsided)
    window.session.edit_pipeline(Pipeline.default(), "default pipeline")
    dialog = opened(qtbot, window, out)
    assert "its copies is 1, not 4" in dialog.problem.text()
    assert not dialog.start.isEnabled()
    assert dialog.form.replace.isVisible()
    dialog.form.copies.setValue(1)
    looked(qtbot, dialog)
    assert dialog.estimate_view.files.text() == "12 from 6 pictures, 12 there already"
    assert not dialog.form.replace.isVisible()
    dialog.form.copies.setValue(2)
    looked(qtbot, dialog)
    before = contents(out)
    dialog.form.replace.setChecked(True)
    looked(qtbot, dialog)
    assert "will be removed first" in notes(dialog)
    assert contents(out) == before
    with qtbot.waitSignal(window.exporting.runner.finished, timeout=EXPORT_MS) as finished:
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert finished.args is not None
    assert (finished.args[0].written, finished.args[0].reused) == (18, 0)
    assert window.exporting.report is not None
    window.exporting.report.close()


def test_a_disk_that_is_too_small(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(10_000, 9_000, 1_000))
    dialog = opened(qtbot, open_window(lopsided), tmp_path / "out")
    assert " there, but only 1.0 kB is free. Make room, or export less." in dialog.problem.text()
    assert not dialog.start.isEnabled()
    dialog.reject()


def test_a_place_that_does_not_say_what_is_free(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(0, 0, 0))
    dialog = opened(qtbot, open_window(lopsided), tmp_path / "out")
    assert "free space unknown" in dialog.estimate_view.room.text()
    assert dialog.problem.text() == ""
    assert dialog.start.isEnabled()


class SlowLook:
    """A look at the dataset that takes until it is told to go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_go_on = threading.Event()
        self.given_up: list[ExportJob] = []
        self.begun = threading.Event()
        monkeypatch.setattr("augstudio.export.estimate.estimate_export", self)

    def __call__(self, job: ExportJob, options: RunOptions, *, cancelled: Any) -> Estimate | None:
        self.begun.set()
        while not self.may_go_on.wait(0.01):
            if cancelled():
                self.given_up.append(job)
                return None
        return look(job, options, cancelled=cancelled)


def test_the_window_is_never_held_up(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SlowLook(monkeypatch)
    window = open_window(lopsided)
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    dialog.form.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(slow.begun.is_set, timeout=WAIT_MS)
    assert dialog.estimate_view.basis.text() == "Looking at the dataset…"
    dialog.form.copies.setValue(2)
    qtbot.waitUntil(lambda: len(slow.given_up) == 1, timeout=WAIT_MS)
    # A click counts although nothing is known yet; the export starts once nothing speaks against it.
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert not dialog.start.isEnabled()
    assert not window.exporting.runner.running
    with qtbot.waitSignal(window.exporting.runner.finished, timeout=EXPORT_MS) as finished:
        slow.may_go_on.set()
    assert finished.args is not None
    assert finished.args[0].written == 18
    assert window.exporting.report is not None
    window.exporting.report.close()


def test_a_click_that_was_too_early_starts_nothing_that_is_refused(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SlowLook(monkeypatch)
    window = open_window(lopsided)
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    dialog.form.target.setText(str(lopsided / "inside"))
    QTest.keyClick(dialog.form.target, Qt.Key.Key_Return)
    slow.may_go_on.set()
    looked(qtbot, dialog)
    assert "lies inside it" in dialog.problem.text()
    assert not window.exporting.runner.running
    assert dialog.isVisible()
    dialog.form.target.setText(str(lopsided.parent / "out"))
    looked(qtbot, dialog)
    assert not window.exporting.runner.running, "the click is forgotten"
    dialog.reject()


def test_closing_the_dialog_ends_the_look(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SlowLook(monkeypatch)
    window = open_window(lopsided)
    window.actions_.export.trigger()
    qtbot.waitUntil(slow.begun.is_set, timeout=WAIT_MS)
    window.exporting.dialog.reject()
    qtbot.waitUntil(lambda: len(slow.given_up) == 1, timeout=WAIT_MS)
    window.actions_.export.trigger()
    assert window.close()


def test_only_what_means_something_can_be_changed(window: MainWindow) -> None:
    form = window.exporting.dialog.form
    meaning = {"keep": (True, True), "jpeg": (True, False), "png": (False, False), "tiff": (False, False)}
    for name, (quality, lossless) in meaning.items():
        form.format.setCurrentIndex(form.format.findData(name))
        assert (form.quality.isEnabled(), form.lossless.isEnabled()) == (quality, lossless)
        assert not form.options(0).lossless
    form.format.setCurrentIndex(form.format.findData("webp"))
    form.lossless.setChecked(True)
    assert not form.quality.isEnabled()
    assert form.options(0).lossless
    form.format.setCurrentIndex(form.format.findData("png"))
    assert not form.options(0).lossless, "what is greyed does not count"


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 kB"), (23_400_000, "23 MB")]
)
def test_sizes_in_words(size: int, text: str) -> None:
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "under 1 s"),
        (42.4, "42 s"),
        (99.4, "99 s"),
        (100, "2 min"),
        (3599, "1 h 0 min"),
        (3540, "59 min"),
    ],
)
def test_times_in_words(seconds: float, text: str) -> None:
    assert time_text(seconds) == text


def test_the_list_of_notes_is_as_high_as_they_are(
    qtbot: QtBot, open_window: MakeWindow, lopsided: Path, tmp_path: Path
) -> None:
    dialog = opened(qtbot, open_window(lopsided), tmp_path / "out")
    view, start = dialog.estimate_view, dialog.start.mapToGlobal(QPoint())
    assert dialog._found is not None

    def is_fitted() -> bool:
        """Whether nothing of the list is empty, and no more of it is hidden than must be."""
        bottom = view.notes.visualItemRect(view.notes.item(view.notes.count() - 1)).bottom()
        is_full = view.notes.height() == view.notes.room.height()
        return 0 <= view.notes.viewport().height() - bottom <= 8 or (bottom > view.notes.height() and is_full)

    def show(*notes: str) -> int:
        """Show so many notes; the height of the list."""
        assert dialog._found is not None
        view.show_found(replace(dialog._found, notes=notes, leak_hint=""), replacing=False)
        qtbot.waitUntil(is_fitted, timeout=WAIT_MS)
        return view.notes.height()

    one, two = show("good to know"), show("good to know", "one line\n" * 5)
    assert one < 6 * GRID
    assert one < two < view.notes.room.height()
    assert not view.notes.verticalScrollBar().isVisible()
    assert show(*(f"note {number}" for number in range(40))) == view.notes.room.height()
    assert view.notes.verticalScrollBar().isVisible()
    assert show("good to know") == one
    assert dialog.start.mapToGlobal(QPoint()) == start, "the button does not move"
    dialog.reject()
