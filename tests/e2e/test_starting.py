"""What a user finds when the program starts: what was named, or what was left."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from augstudio import ui
from augstudio.assets import labelled_sample, sample_dataset
from augstudio.datasets.formats import open_dataset
from augstudio.export import RunOptions, run_export
from augstudio.export.reading.reader import OpenedExport
from augstudio.pipelines import Pipeline
from augstudio.transforms import Rotate, VerticalFlip
from augstudio.ui import app, threads
from augstudio.ui.autosave import Work
from augstudio.ui.crash_dialog import CrashReports
from augstudio.ui.first_paint import FirstPaint
from augstudio.ui.host import Host
from augstudio.ui.inspection import Known, inspect_path
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.mnemonics import plain
from augstudio.ui.session import Session
from augstudio.ui.start_folders import datasets_folder, pipelines_folder
from augstudio.ui.state import State
from tests.export.jobs import job_for
from tests.windows import WAIT_MS, settle, wait_opened

BEHIND_QT = """
import sys
from augstudio.ui.app import import_without_qt
import_without_qt()
assert "PySide6" not in sys.modules
import augstudio.ui.host, augstudio.ui.inspection
from augstudio.pipelines import Pipeline
Pipeline.default()
names = [name for name in sys.modules if name.startswith(("augstudio.", "PySide6"))]
before = names[:names.index("PySide6")]
behind = [name for name in names[len(before):] if not name.startswith(("augstudio.ui", "PySide6"))]
assert len(behind) < len(before) / 10, behind
unwanted = {"augstudio.transforms.catalogue", "augstudio.export.run", "augstudio.insights.material"}
unwanted |= {"cv2", "PIL", "augstudio.render.pixels", "augstudio.images.codec"}
assert not unwanted & set(sys.modules), unwanted & set(sys.modules)
import augstudio.ui.export_panel.dialog  # which imports in a thread what looks at the dataset
assert "augstudio.export.scan" not in sys.modules
"""


def start(qtbot: QtBot, state: State, named: Path | None = None) -> MainWindow:
    window = make_window(state, named, None)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    wait_opened(qtbot, window)
    settle(qtbot, window)
    return window


def test_a_picture_is_shown_in_its_folder(qtbot: QtBot, state: State, dataset: Path) -> None:
    window = start(qtbot, state, dataset / "dog" / "2.png")
    session = window.session
    assert session.dataset is not None
    assert session.dataset.root == dataset / "dog"
    assert session.sample is not None
    assert session.sample.key == "2.png"


def test_a_pipeline_goes_with_what_was_open_last(
    qtbot: QtBot, state: State, dataset: Path, tmp_path: Path
) -> None:
    file = tmp_path / "flip.json"
    Pipeline.of((VerticalFlip(),)).save(file)
    state.keep_place(dataset, "dog/3.png")
    session = start(qtbot, state, file).session
    assert session.pipeline == Pipeline.load(file)
    assert session.pipeline_file == str(file)
    assert session.dataset is not None
    assert session.dataset.root == dataset
    assert session.sample is not None
    assert session.sample.key == "dog/3.png"
    assert state.recent_pipelines == [str(file)]


def test_the_patience_with_a_drive_begins_once_all_is_imported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def result(function: Callable[[], str | None], _seconds: float) -> str | None:
        assert "augstudio.ui.inspection" in sys.modules
        return function()

    monkeypatch.delattr(ui, "inspection")
    monkeypatch.delitem(sys.modules, "augstudio.ui.inspection")
    monkeypatch.setattr(threads, "result_within", result)
    monkeypatch.setattr(app, "window_problem", lambda: None)
    assert app.run(tmp_path / "holidays", None) == app.WRONG_USAGE


def test_an_export_is_opened_as_one(qtbot: QtBot, state: State, dataset: Path, tmp_path: Path) -> None:
    run_export(job_for(dataset, tmp_path / "out", copies=1), RunOptions(workers=1))
    assert isinstance(start(qtbot, state, tmp_path / "out").session.dataset, OpenedExport)


@pytest.mark.parametrize("saved", [True, False])
def test_file_and_unsaved_mark_of_the_pipeline_survive(
    qtbot: QtBot, state: State, dataset: Path, tmp_path: Path, saved: bool
) -> None:
    state.keep_place(dataset, "")
    file = tmp_path / "mine.json"
    window = start(qtbot, state)
    assert window.pipelines.save_pipeline(file)
    if not saved:
        window.session.edit_pipeline(Pipeline.of((Rotate(),)), "edit")
    title = window.windowTitle()
    assert window.isWindowModified() is not saved
    window.close()
    again = start(qtbot, state)
    assert (again.windowTitle(), again.isWindowModified()) == (title, not saved)
    assert again.session.pipeline_file == str(file)
    assert title.startswith("mine.json[*]")
    menu = again.menus.recent_pipelines
    menu.aboutToShow.emit()
    assert [plain(action.text()) for action in menu.actions()] == [str(file)]
    menu.actions()[0].trigger()
    wait_opened(qtbot, again)
    assert not again.isWindowModified()
    assert again.session.pipeline == Pipeline.load(file)
    settle(qtbot, again)


def test_a_crash_leaves_file_and_mark_too(qtbot: QtBot, state: State, dataset: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "mine.json")
    pipeline = Pipeline.of((Rotate(),))
    state.folder.mkdir(parents=True)
    work = Work(pipeline, 5, 4, dataset, "", file=file, saved=False)
    (state.folder / "work-1.json").write_text(work.to_json())
    window = start(qtbot, state)
    assert (window.session.pipeline_file, window.session.pipeline) == (file, pipeline)
    assert window.isWindowModified()


def test_a_missing_last_dataset_is_named(qtbot: QtBot, state: State, tmp_path: Path) -> None:
    state.keep_place(tmp_path / "holidays", "")
    window = start(qtbot, state)
    assert window.session.dataset is not None
    assert window.session.dataset.root == sample_dataset()
    assert window.notice.isVisible()
    assert str(tmp_path / "holidays") in window.notice.label.text()
    assert state.is_on("greeted") is False, "the greeting would take its place"


def test_dialogs_begin_at_home_and_later_where_the_user_was(
    qtbot: QtBot, state: State, dataset: Path, tmp_path: Path
) -> None:
    session = Session()
    assert datasets_folder(session, state) == pipelines_folder(session, state) == Path.home()
    for shipped in (sample_dataset(), labelled_sample()):
        session.open_dataset(open_dataset(shipped))
        assert datasets_folder(session, state) == Path.home()
    state.add_recent(tmp_path / "a" / "b")
    assert datasets_folder(session, state) == tmp_path / "a"
    session.open_dataset(open_dataset(dataset))
    assert datasets_folder(session, state) == tmp_path
    state.add_recent_pipeline(str(tmp_path / "p" / "x.json"))
    assert pipelines_folder(session, state) == tmp_path / "p"
    session.restore_pipeline(Pipeline(), str(tmp_path / "q" / "y.json"))
    assert pipelines_folder(session, state) == tmp_path / "q"


class Paintings(QObject):
    """Notes when a widget is painted."""

    def __init__(self, widget: QWidget, noted: list[str]) -> None:
        super().__init__(widget)
        self._noted = noted
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._noted.append("painted")
        return super().eventFilter(watched, event)


def test_the_window_is_painted_before_any_drive_is_looked_at(
    qtbot: QtBot, state: State, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[str] = []

    def looked(path: Path, known: Known) -> object:
        noted.append("looked")
        return inspect_path(path, known)

    monkeypatch.setattr("augstudio.ui.documents.inspect_path", looked)
    window = make_window(state, dataset, None, paints_first=True)
    qtbot.addWidget(window)
    Paintings(window, noted)
    assert window.documents.opener.path == dataset
    window.show()
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    assert noted[0] == "painted"
    assert noted.count("looked") == 1


def test_a_window_that_closes_before_it_is_painted_opens_the_same_the_next_time(
    qtbot: QtBot, state: State, dataset: Path
) -> None:
    window = make_window(state, dataset, None, paints_first=True)
    qtbot.addWidget(window)
    window.close()
    assert state.last_dataset == dataset


def test_a_window_that_is_never_painted_works_all_the_same(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(FirstPaint(widget).passed, timeout=WAIT_MS):
        QCoreApplication.sendEvent(widget, QShowEvent())


def test_the_first_window_has_the_style_sheet(
    qapp: QApplication, qtbot: QtBot, state: State, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("install", "remove"):
        monkeypatch.setattr(CrashReports, name, lambda _self: None)
    wanted = qapp.styleSheet()
    qapp.setStyleSheet("")
    host = Host(qapp, state)
    window = host.open(dataset, None)
    qtbot.addWidget(window)
    assert qapp.styleSheet() == wanted
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    host.close()


def test_little_is_imported_behind_qt_that_needs_none_and_nothing_that_no_window_needs() -> None:
    ended = subprocess.run([sys.executable, "-c", BEHIND_QT], check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
