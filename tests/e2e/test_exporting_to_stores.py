"""A user exports to an object store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.remote.lease import leased
from augstudio.export.remote.unfinished import unfinished_in_store
from augstudio.stores import objects
from augstudio.stores.objects import Objects
from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.kept_exports import BegunExport
from augstudio.ui.main_window import MainWindow
from augstudio.ui.state import State
from tests.e2e.test_continuing import started
from tests.e2e.test_exporting import EXPORT_MS
from tests.export.jobs import job_for, stop_after
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


def test_one_that_was_stopped_is_offered_at_the_next_start(
    qtbot: QtBot,
    endpoint: str,
    open_window: MakeWindow,
    state: State,
    dataset: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = new_place("s3")
    job = replace(job_for(dataset, Path(str(place))), store=place)
    stop_after(job, 2)
    state.keep_begun(BegunExport.of(job))
    window = open_window()
    qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)
    assert f"The export to {place} is unfinished." in window.notice.label.text()
    (begun,) = started(window, window.notice.button, monkeypatch)
    assert (begun.store, begun.dataset) == (place, dataset)
    report = run_export(begun, RunOptions(workers=1))
    assert report.reused
    window.exporting._job = begun
    window.exporting.runner.finished.emit(report)
    assert not state.begun_exports
    run_export(replace(job, out=tmp_path / "local", store=None), RunOptions(workers=1))
    assert objects_in(place) == {
        name: (tmp_path / "local" / name).read_bytes() for name in contents(tmp_path / "local")
    }
    assert window.exporting.report is not None
    window.exporting.report.close()


def test_a_finished_one_is_forgotten_and_one_in_use_is_kept(
    endpoint: str, dataset: Path, tmp_path: Path
) -> None:
    place = new_place("s3")
    job = replace(job_for(dataset, tmp_path, copies=1), store=place)
    assert unfinished_in_store(place) is None
    stop_after(job, 1)
    with leased(Objects(place)), pytest.raises(ExportError, match="another export is running"):
        unfinished_in_store(place)
    found = unfinished_in_store(place)
    assert found is not None
    assert found.recorded.options == job.options
    run_export(job, RunOptions(workers=1))
    assert unfinished_in_store(place) is None
