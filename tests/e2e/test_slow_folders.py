"""A folder that does not answer, as on a network's drive, holds up neither the window nor its end."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.datasets.image_folder import ImageFolder
from augstudio.export import RunOptions, run_export
from augstudio.export.reading.reader import OpenedExport
from augstudio.images.reading import read_image
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip
from augstudio.ui import background_opener, threads
from augstudio.ui.dataset_panel.layout_dialog import LayoutDialog
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State
from tests.export.jobs import job_for
from tests.windows import WAIT_MS, picture, settle, wait_opened, write_dataset


class Drive:
    """Whatever asks for a thing on it waits until it answers."""

    def __init__(self) -> None:
        self.silent: Path | None = None
        self.asked = threading.Event()
        self.answers = threading.Event()

    def ask(self, path: object) -> None:
        """Wait, if that is a thing on this drive."""
        if self.silent is not None and Path(str(path)).is_relative_to(self.silent):
            assert threading.current_thread() is not threading.main_thread(), "the window waits for it"
            self.asked.set()
            self.answers.wait()


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drive]:
    """A drive of which a part can be made silent; all that hangs goes on when the test is over."""
    drive, left = Drive(), list[Any]()
    monkeypatch.setattr(threads, "CLOSING_MS", 200)
    monkeypatch.setattr(background_opener, "_CLOSING_MS", 200)
    monkeypatch.setattr(threads, "_LEFT_BEHIND", left)

    def asking(real: Callable[..., Any], place: int) -> Callable[..., Any]:
        def asked(*arguments: Any) -> Any:
            drive.ask(getattr(arguments[place], "path", arguments[place]))
            return real(*arguments)

        return asked

    monkeypatch.setattr(os, "scandir", asking(os.scandir, 0))
    monkeypatch.setattr(Path, "exists", asking(Path.exists, 0))
    monkeypatch.setattr(OpenedExport, "draws", asking(OpenedExport.draws, 1))
    monkeypatch.setattr(Pipeline, "load", staticmethod(asking(Pipeline.load, 0)))
    for name in ("read", "thumbnail", "state"):
        monkeypatch.setattr(ImageFolder, name, asking(getattr(ImageFolder, name), 1))
    yield drive
    drive.answers.set()
    for thread, _owner in left:
        assert thread.wait(WAIT_MS)


def shown(window: MainWindow) -> Path:
    assert window.session.dataset is not None
    return window.session.dataset.root


def original(window: MainWindow) -> Image:
    return picture(window.preview.panes[0])


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    return write_dataset(tmp_path / "slow", ["a/1.png", "a/few/folders/deep/2.png", "b/3.png"])


@pytest.fixture
def waiting(qtbot: QtBot, window: MainWindow, slow: Path, drive: Drive) -> MainWindow:
    """A window that waits for a folder."""
    drive.silent = slow
    window.documents.open_dataset(slow)
    qtbot.waitUntil(drive.asked.is_set, timeout=WAIT_MS)
    return window


def test_all_goes_on_while_a_folder_is_waited_for(
    qtbot: QtBot, waiting: MainWindow, dataset: Path, slow: Path, drive: Drive
) -> None:
    window = waiting
    assert shown(window) == dataset
    assert window._counts.text() == "Opening slow…"
    before = original(window)
    window.actions_.next_image.trigger()
    settle(qtbot, window)
    assert (original(window) != before).any()
    qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)
    assert window.notice.label.text() == "Opening slow…"
    drive.answers.set()
    wait_opened(qtbot, window)
    assert shown(window) == slow
    assert not window.notice.isVisible()
    qtbot.waitUntil(lambda: window._counts.text() == "3 images, 2 classes", timeout=WAIT_MS)
    settle(qtbot, window)


def test_it_is_cancelled_by_escape(qtbot: QtBot, waiting: MainWindow, dataset: Path, drive: Drive) -> None:
    window = waiting
    assert window.actions_.cancel_opening.isEnabled()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.documents.opener.path is None
    assert not window.actions_.cancel_opening.isEnabled()
    assert window._counts.text() == "6 images, 2 classes"
    drive.answers.set()
    other = dataset / "dog"
    window.documents.open_dataset(other)
    wait_opened(qtbot, window)
    assert shown(window) == other, "what was cancelled does not come back"
    settle(qtbot, window)


def test_another_one_takes_its_place(qtbot: QtBot, waiting: MainWindow, dataset: Path, drive: Drive) -> None:
    window = waiting
    (hanging,) = (window.documents.opener._call._latest,)
    assert hanging is not None
    window.documents.open_path(dataset / "dog" / "2.png")
    wait_opened(qtbot, window)
    assert shown(window) == dataset / "dog"
    drive.answers.set()
    qtbot.waitUntil(lambda: not hanging.running, timeout=WAIT_MS)
    settle(qtbot, window)
    assert shown(window) == dataset / "dog"


def test_closing_does_not_wait_for_it(qtbot: QtBot, waiting: MainWindow) -> None:
    assert waiting.close()
    assert not waiting.isVisible()
    assert len(threads._LEFT_BEHIND) == 1


def test_the_window_starts_although_its_last_dataset_does_not_answer(
    qtbot: QtBot, state: State, slow: Path, dataset: Path, drive: Drive
) -> None:
    state.keep_place(slow, "b/3.png")
    drive.silent = slow
    window = make_window(state, None, None)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(drive.asked.is_set, timeout=WAIT_MS)
    assert not window.welcome.isVisible()
    window.actions_.cancel_opening.trigger()
    assert window.welcome.isVisible()
    window.documents.open_dataset(slow)
    assert window.close()
    assert (state.last_dataset, state.last_key) == (slow, "b/3.png"), "and it is not forgotten"


@pytest.mark.parametrize("part", ["a/few/folders/deep", "a/1.png"], ids=["folder", "picture"])
def test_another_dataset_opens_whatever_hangs_in_the_one_before(
    qtbot: QtBot, window: MainWindow, dataset: Path, slow: Path, drive: Drive, part: str
) -> None:
    drive.silent = slow / part
    window.documents.open_dataset(slow)
    wait_opened(qtbot, window)
    qtbot.waitUntil(drive.asked.is_set, timeout=WAIT_MS)
    if part == "a/few/folders/deep":  # where formats are not looked for any more
        qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
        settle(qtbot, window)
    assert window.dataset_panel.model.total >= 1, "the first picture is there at once"
    window.documents.open_dataset(dataset)
    wait_opened(qtbot, window)
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    panel = window.dataset_panel
    qtbot.waitUntil(lambda: panel.thumbnails.peek(panel.model.sample(0)) is not None, timeout=WAIT_MS)
    # Pictures are shown while others are still being listed.
    qtbot.waitUntil(lambda: window._counts.text() == "6 images, 2 classes", timeout=WAIT_MS)


def test_the_export_dialog_does_not_wait_for_the_sources_of_an_opened_export(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path, drive: Drive
) -> None:
    run_export(job_for(dataset, tmp_path / "out", copies=1), RunOptions(workers=1))
    window.documents.open_export(tmp_path / "out", dataset)
    wait_opened(qtbot, window)
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    drive.silent = dataset
    window.actions_.export.trigger()
    assert window.exporting.dialog.isVisible()
    window.exporting.dialog.reject()


@pytest.mark.parametrize("action", ["open_pipeline", "open_snapshot"])
def test_all_goes_on_while_a_pipeline_is_waited_for(
    qtbot: QtBot,
    window: MainWindow,
    dataset: Path,
    tmp_path: Path,
    drive: Drive,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
) -> None:
    file, flip = tmp_path / "slow" / "p.json", Pipeline.of((HorizontalFlip(),))
    file.parent.mkdir()
    flip.save(file)
    drive.silent = file.parent
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    getattr(window.actions_, action).trigger()
    qtbot.waitUntil(drive.asked.is_set, timeout=WAIT_MS)
    assert window.actions_.cancel_opening.isEnabled()
    assert window._counts.text() == "Opening p.json…"
    window.documents.open_dataset(dataset / "dog")
    qtbot.waitUntil(lambda: window.documents.opener.path is None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    assert flip not in (window.session.pipeline, window.session.snapshot)
    drive.answers.set()
    wait_opened(qtbot, window)
    opened = window.session.pipeline if action == "open_pipeline" else window.session.snapshot
    assert opened == flip
    assert not window.actions_.cancel_opening.isEnabled()
    qtbot.waitUntil(lambda: window._counts.text() == "3 images", timeout=WAIT_MS)
    settle(qtbot, window)


def test_another_picture_is_shown_although_one_does_not_come(
    qtbot: QtBot, window: MainWindow, dataset: Path, drive: Drive
) -> None:
    drive.silent = dataset / "cat" / "2.png"
    window.actions_.next_image.trigger()
    controller = window.preview.controller
    for worker in (controller._drafts, controller._exact):
        qtbot.waitUntil(lambda: worker.current is not None, timeout=WAIT_MS)  # noqa: B023
    window.actions_.next_image.trigger()
    assert window.session.sample is not None
    assert window.session.sample.key == "cat/3.png"
    settle(qtbot, window)
    assert (original(window) == read_image(dataset / "cat" / "3.png")[:, :, :3]).all()
    window.actions_.previous_image.trigger()
    assert controller.busy
    drive.answers.set()
    settle(qtbot, window)
    assert (original(window) == read_image(dataset / "cat" / "2.png")[:, :, :3]).all()


def test_the_export_dialog_opens_although_the_place_beside_the_dataset_does_not_answer(
    qtbot: QtBot, window: MainWindow, dataset: Path, drive: Drive
) -> None:
    place = dataset.parent / "pets-augmented"
    place.mkdir()
    drive.silent = place
    dialog = window.exporting.dialog
    window.actions_.export.trigger()
    qtbot.waitUntil(drive.asked.is_set, timeout=WAIT_MS)
    assert dialog.isVisible()
    assert Path(dialog.form.target.text()) == place
    drive.answers.set()
    qtbot.waitUntil(
        lambda: dialog.form.target.text() == str(dataset.parent / "pets-augmented-2"), timeout=WAIT_MS
    )
    dialog.reject()


def test_another_output_is_shown_although_the_line_of_one_does_not_come(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path, drive: Drive
) -> None:
    run_export(job_for(dataset, tmp_path / "out", copies=1), RunOptions(workers=1))
    window.documents.open_export(tmp_path / "out", dataset)
    wait_opened(qtbot, window)
    session = window.session
    qtbot.waitUntil(lambda: session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    first = session.sample
    drive.silent = dataset / "cat" / "2.png"
    panel = window.dataset_panel
    slow, other = (
        next(sample for sample in map(panel.model.sample, range(panel.model.total)) if name in sample.key)
        for name in ("cat/2", "dog/3")
    )
    panel.select_key(slow.key)
    qtbot.waitUntil(drive.asked.is_set, timeout=WAIT_MS)
    assert session.selecting
    assert session.sample == first, "until its line is read"
    panel.select_key(other.key)
    settle(qtbot, window)
    assert session.sample == other
    assert session.recorded is not None
    drive.answers.set()
    panel.select_key(slow.key)
    settle(qtbot, window)
    assert session.sample == slow


def test_the_dialog_of_folders_opens_although_they_do_not_answer(
    window: MainWindow, qtbot: QtBot, dataset: Path, drive: Drive
) -> None:
    drive.silent = dataset
    window.actions_.layout.trigger()
    (dialog,) = window.findChildren(LayoutDialog)
    qtbot.waitUntil(drive.asked.is_set, timeout=WAIT_MS)
    assert dialog.isVisible()
    assert not dialog.ready
    assert "Looking at the folders" in dialog.line.text()
    dialog.reject()
    assert not dialog.isVisible()
