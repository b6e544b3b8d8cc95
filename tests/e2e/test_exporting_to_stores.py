"""A user exports to an object store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.export import RunOptions, run_export
from augstudio.stores import objects
from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.main_window import MainWindow
from tests.e2e.test_exporting import EXPORT_MS
from tests.folders import contents
from tests.stand_in import SECRET, environment, new_place, objects_in, s3_server
from tests.windows import WAIT_MS, MakeWindow


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with s3_server() as address:
        for name, value in environment(address).items():
            monkeypatch.setenv(name, value)
        yield address


def opened(qtbot: QtBot, window: MainWindow, target: str) -> ExportDialog:
    """The dialog for an export to an address, after the store has answered or has not."""
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    dialog.form.target.setText(target)
    qtbot.waitUntil(lambda: dialog._found is not None or bool(dialog.problem.text()), timeout=WAIT_MS)
    return dialog


def test_an_address_in_the_field_of_the_folder_is_exported_to(
    qtbot: QtBot, endpoint: str, window: MainWindow, tmp_path: Path
) -> None:
    place = new_place("s3")
    dialog = opened(qtbot, window, str(place))
    assert dialog.problem.text() == ""
    job = dialog.job()
    assert job is not None
    assert job.place == str(place)
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.exporting.report is not None, timeout=EXPORT_MS)
    report = window.exporting.report
    assert report is not None
    assert str(place) in report.details.text()
    assert report.open_button.isHidden()
    assert report.result_button.isHidden()
    assert not window.exporting._state.begun_exports
    out = tmp_path / "local"
    run_export(job.to(job.dataset, str(out), job.pipeline, options=job.options), RunOptions(workers=1))
    assert objects_in(place) == {name: (out / name).read_bytes() for name in contents(out)}
    report.close()


def test_a_place_that_cannot_be_used_is_told_of_and_nothing_starts(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment("http://127.0.0.1:9").items():
        monkeypatch.setenv(name, value)
    dialog = opened(qtbot, window, "s3://bucket/x")
    assert dialog.problem.text().startswith(
        "The place s3://bucket/x cannot be used: the store does not answer"
    )
    assert SECRET not in dialog.problem.text()
    assert not dialog.start.isEnabled()
    dialog = opened(qtbot, window, f"s3://me:{SECRET}@bucket/x")
    assert "holds no name and no password" in dialog.problem.text()
    assert SECRET not in dialog.problem.text()
    dialog.reject()


@pytest.mark.parametrize("there", [True, False])
def test_addresses_are_offered_only_with_the_extra(
    open_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    has: Callable[[str], object] = lambda name: object() if there else None  # noqa: E731
    monkeypatch.setattr(objects, "find_spec", has)
    form = open_window().exporting.dialog.form
    assert ("s3://" in form.target.placeholderText()) is there
    assert ("gs://" in form.target.toolTip()) is there
