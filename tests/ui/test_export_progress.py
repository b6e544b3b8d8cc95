"""The running export in the status bar."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from augstudio.export import Progress
from augstudio.ui.export_panel.progress import ExportProgress


@pytest.fixture
def shown(qtbot: QtBot) -> ExportProgress:
    progress = ExportProgress()
    qtbot.addWidget(progress)
    progress.begin()
    return progress


def test_many_reports_are_shown_a_few_at_a_time_and_the_last_one_always(
    qtbot: QtBot, shown: ExportProgress
) -> None:
    texts: list[str] = []
    for done in range(1, 900):
        shown.show_progress(Progress(done=done, total=900, current=f"{done}.jpg"))
        texts.append(shown.text.text())
    assert texts[0].startswith("Exporting 1 of 900")
    assert len(set(texts)) < 90
    qtbot.waitUntil(lambda: shown.text.text().startswith("Exporting 899 of 900"))
    assert shown.bar.value() == 899


def test_a_pause_is_shown_at_once(shown: ExportProgress) -> None:
    shown.show_progress(Progress(done=3, total=9))
    shown.show_progress(Progress(done=4, total=9, paused=True))
    assert shown.text.text() == "Paused at 4 of 9"
    shown.show_progress(Progress(done=4, total=9))
    assert shown.text.text().startswith("Exporting 4 of 9")


def test_nothing_of_an_export_is_left_for_the_next_one(qtbot: QtBot, shown: ExportProgress) -> None:
    for done in (3, 4):
        shown.show_progress(Progress(done=done, total=9))
    shown.end()
    shown.begin()
    assert shown.text.text() == "Preparing export…"
    shown.show_progress(Progress(done=1, total=2))
    assert shown.text.text().startswith("Exporting 1 of 2")
