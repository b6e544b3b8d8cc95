"""A user drops things on the window: what fits is opened, and what is not is said."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from augstudio.assets import labelled_sample
from augstudio.export import RunOptions, run_export
from augstudio.pipelines import Pipeline
from augstudio.transforms import Rotate
from augstudio.ui.dropping import Dropped
from augstudio.ui.main_window import MainWindow
from tests.datasets.rewriting import opened, rewritten
from tests.export.jobs import job_for
from tests.windows import WAIT_MS, settle, wait_opened, write_dataset

_BUTTON, _COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
_NOTHING = Qt.KeyboardModifier.NoModifier


def drop(qtbot: QtBot, window: MainWindow, *things: Path | str) -> bool:
    """Drag files and addresses onto the window and let them go; whether they were taken at the edge."""
    data = QMimeData()
    data.setUrls(
        [QUrl(thing) if isinstance(thing, str) else QUrl.fromLocalFile(str(thing)) for thing in things]
    )
    entered = QDragEnterEvent(QPoint(9, 9), _COPY, data, _BUTTON, _NOTHING)
    entered.accept()
    window.dragEnterEvent(entered)
    window.dropEvent(QDropEvent(QPointF(9, 9), _COPY, data, _BUTTON, _NOTHING))
    wait_opened(qtbot, window)
    return entered.isAccepted()


def root(window: MainWindow) -> Path:
    assert window.session.dataset is not None
    return window.session.dataset.root


def told(window: MainWindow) -> list[str]:
    """What the window says, one message after the other."""
    found = []
    while window.notice.isVisible():
        found.append(window.notice.label.text())
        window.notice.dismiss()
    return found


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Things of every kind."""
    place = write_dataset(tmp_path / "place", ["one/1.png", "two/2.png", "loose/3.png", "loose/4.png"])
    for name in ("notes.txt", "loose/run.py", "loose/.hidden", "loose/film.mp4"):
        (place / name).write_text("nothing to see")
    Pipeline.of((Rotate(),)).save(place / "turn.json")
    Pipeline.of(()).save(place / "none.json")
    return place


NO_PICTURES = [["notes.txt"], ["loose/run.py", "loose/film.mp4"], ["loose/.hidden"], ["gone"], ["gone.png"]]


def test_what_is_no_picture_is_refused(qtbot: QtBot, window: MainWindow, dataset: Path, place: Path) -> None:
    for things in NO_PICTURES:
        assert not drop(qtbot, window, *(place / thing for thing in things))
        assert root(window) == dataset
        (said,) = told(window)
        assert said.startswith("Cannot be opened: ")
        assert all(Path(thing).name in said for thing in things)
    assert not drop(qtbot, window, "https://example.org/cat.png")
    assert root(window) == dataset
    assert "https://example.org/cat.png" in told(window)[0]
    settle(qtbot, window)


def test_of_several_things_none_is_passed_over_in_silence(
    qtbot: QtBot, window: MainWindow, place: Path
) -> None:
    things = [place / name for name in ("notes.txt", "one", "two", "turn.json", "none.json")]
    assert drop(qtbot, window, *things)
    assert root(window) == place / "one"
    assert [step.name for step in window.session.pipeline.steps] == ["rotate"]
    surplus, unknown = told(window)
    assert surplus.startswith("Not opened: two, none.json. ")
    assert unknown.startswith("Cannot be opened: notes.txt. ")
    settle(qtbot, window)


def test_pictures_of_one_folder_are_shown_together(qtbot: QtBot, window: MainWindow, place: Path) -> None:
    assert drop(qtbot, window, place / "loose/4.png", place / "loose/3.png")
    assert root(window) == place / "loose"
    qtbot.waitUntil(lambda: window.session.sample is not None and window.session.sample.key == "4.png")
    assert told(window) == []
    assert drop(qtbot, window, place / "one/1.png", place / "loose/3.png")
    assert root(window) == place / "one"
    assert told(window)[0].startswith("Not opened: 3.png. ")
    settle(qtbot, window)


def test_many_names_are_not_all_named(qtbot: QtBot, window: MainWindow, place: Path) -> None:
    names = [place / f"{'x' * 90}{number}.txt" for number in range(9)]
    drop(qtbot, window, *names)
    (said,) = told(window)
    assert "… (+6)" in said
    assert len(said) < 400


def test_an_export_is_opened_by_its_record(qtbot: QtBot, window: MainWindow, place: Path) -> None:
    run_export(job_for(place / "one", place / "out", copies=1), RunOptions(workers=1))
    assert drop(qtbot, window, place / "out" / "augstudio.json")
    assert root(window) == place / "out"
    assert told(window) == []
    settle(qtbot, window)


def test_an_error_goes_with_the_next_success(qtbot: QtBot, window: MainWindow, place: Path) -> None:
    (place / "broken.json").write_text("{")
    (place / "empty").mkdir()
    for bad, good in product(("broken.json", "empty", "notes.txt"), ("one", "turn.json", "loose/3.png")):
        drop(qtbot, window, place / bad)
        assert window.notice.isVisible()
        assert drop(qtbot, window, place / good)
        assert not window.notice.isVisible(), (bad, good, told(window))
    qtbot.waitUntil(lambda: not window.preview.controller.busy, timeout=WAIT_MS)


@pytest.fixture
def boxes(tmp_path: Path) -> Path:
    """A dataset of YOLO."""
    rewritten(opened(labelled_sample(), "coco"), "yolo", tmp_path / "boxes")
    return tmp_path / "boxes"


TOGETHER = [
    (("data.yaml", "images", "labels"), "", ()),
    (("images", "labels"), "", ()),
    (("images/train", "data.yaml"), "data.yaml", ()),
    (("images/train", "labels/train"), "images/train", ("train",)),
]


@pytest.mark.parametrize(("parts", "dataset", "surplus"), TOGETHER)
def test_parts_of_a_labelled_dataset_are_that_dataset(
    parts: tuple[str, ...], dataset: str, surplus: tuple[str, ...], boxes: Path
) -> None:
    found = Dropped.of([(boxes / part, part) for part in parts])
    assert (found.dataset, found.surplus, found.unknown) == (boxes / dataset, surplus, ())


def test_labelled_datasets_that_lie_side_by_side_are_several(tmp_path: Path, boxes: Path) -> None:
    other = rewritten(opened(boxes, "yolo"), "coco", tmp_path / "others").root
    assert Dropped.of([(boxes, ""), (other, "")]).surplus == ("others",)


def test_an_archive_is_to_be_unpacked(qtbot: QtBot, window: MainWindow, place: Path) -> None:
    (place / "all.zip").write_bytes(b"PK")
    assert not drop(qtbot, window, place / "all.zip")
    assert told(window)[0].endswith("Unpack all.zip first, and drop the folder.")
    settle(qtbot, window)


def test_a_text_field_leaves_files_to_the_window(qtbot: QtBot, window: MainWindow, place: Path) -> None:
    search = window.dataset_panel.search
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(place / "one"))])
    data.setText(data.urls()[0].toString())  # as file managers and X11 offer it, too
    entered = QDragEnterEvent(QPoint(9, 9), _COPY, data, _BUTTON, _NOTHING)
    QApplication.sendEvent(search, entered)
    assert entered.isAccepted()
    assert window.drop_zone.isVisible()
    QApplication.sendEvent(search, QDropEvent(QPointF(9, 9), _COPY, data, _BUTTON, _NOTHING))
    wait_opened(qtbot, window)
    assert (root(window), search.text()) == (place / "one", "")
    data = QMimeData()
    data.setText("cat")
    QApplication.sendEvent(search, QDragEnterEvent(QPoint(9, 9), _COPY, data, _BUTTON, _NOTHING))
    QApplication.sendEvent(search, QDropEvent(QPointF(9, 9), _COPY, data, _BUTTON, _NOTHING))
    assert search.text() == "cat", "a text is one"
    settle(qtbot, window)


def test_a_folder_is_dropped_on_the_target_of_an_export(
    qtbot: QtBot, window: MainWindow, place: Path
) -> None:
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    target = dialog.form.target
    for things, said in (([place / "loose/3.png"], None), ([place / "one"], str(place / "one"))):
        before, data = target.text(), QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(thing)) for thing in things])
        entered = QDragEnterEvent(QPoint(9, 9), _COPY, data, _BUTTON, _NOTHING)
        QApplication.sendEvent(target, entered)
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), _COPY, data, _BUTTON, _NOTHING))
        assert entered.isAccepted() == (said is not None)
        assert target.text() == (said or before)
    dialog.reject()
    settle(qtbot, window)


def test_a_picture_of_the_open_dataset_is_shown_in_it(
    qtbot: QtBot, window: MainWindow, dataset: Path
) -> None:
    drop(qtbot, window, dataset / "none.txt")
    assert window.notice.isVisible()
    assert drop(qtbot, window, dataset / "dog/2.png")
    assert root(window) == dataset
    assert window.session.sample is not None
    assert window.session.sample.key == "dog/2.png"
    assert not window.notice.isVisible()
    settle(qtbot, window)
    window.dataset_panel.search.setText("cat")
    drop(qtbot, window, dataset / "dog/3.png")
    qtbot.waitUntil(lambda: window.session.sample is not None and window.session.sample.key == "3.png")
    assert root(window) == dataset / "dog", "what is not listed is opened"
    settle(qtbot, window)
