"""A dataset of one picture: what the window says of one thing reads as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from augstudio.datasets.base import Skipped
from augstudio.export import Report
from augstudio.ui.export_panel import estimate_view
from augstudio.ui.export_panel.amounts import size_text
from augstudio.ui.export_panel.report import ReportDialog
from tests.e2e.test_estimate import opened
from tests.windows import WAIT_MS, MakeWindow, write_dataset


def test_window_and_dialog_speak_of_one_picture(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(estimate_view, "WORKERS", 1)
    window = open_window(write_dataset(tmp_path / "one", ["cat/1.png"]))
    qtbot.waitUntil(lambda: window._counts.text() == "1 image, 1 class", timeout=WAIT_MS)
    dialog = opened(qtbot, window, tmp_path / "out")
    assert dialog.estimate_view.files.text() == f"{dialog.form.copies.value() + 1} from 1 picture"
    assert dialog.estimate_view.time.text().endswith(" with 1 process, roughly")


def test_a_report_speaks_of_one_file(open_window: MakeWindow, tmp_path: Path) -> None:
    skipped = (Skipped("a.png", "the file is empty"),)
    report = Report(tmp_path, 3, 1, 1, skipped, cancelled=False, seconds=1.0)
    dialog = ReportDialog(report, open_window(write_dataset(tmp_path / "one", ["cat/1.png"])))
    assert dialog._details().splitlines()[:3] == [
        "1 file written in 1.0 s.",
        "1 file was already there.",
        "1 file was skipped.",
    ]
    assert size_text(1) == "1 byte"


@pytest.mark.parametrize("reused", [0, 2])
def test_a_report_promises_to_continue_only_what_was_begun(qtbot: QtBot, tmp_path: Path, reused: int) -> None:
    dialog = ReportDialog(Report(tmp_path / "out", 9, 0, reused, (), cancelled=True, seconds=6.1))
    qtbot.addWidget(dialog)
    told = dialog.details.text()
    assert ("No image was finished this time; files of those begun are kept." in told) == (not reused)
    assert ("can continue where it stopped" in told) == bool(reused)
    assert not dialog.continue_button.isHidden()


def test_a_report_cuts_no_reason(qtbot: QtBot, tmp_path: Path) -> None:
    reasons = ("the file is empty", "something that takes very many words to be said. " * 6)
    skipped = tuple(Skipped(f"{number}.png", reason) for number, reason in enumerate(reasons))
    dialog = ReportDialog(Report(tmp_path, 3, 1, 0, skipped, cancelled=False, seconds=1.0))
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.table
    qtbot.waitUntil(lambda: table.rowHeight(1) > 2 * table.rowHeight(0), timeout=WAIT_MS)
    assert table.rowHeight(1) >= table.sizeHintForRow(1)
