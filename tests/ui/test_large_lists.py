"""Very many pictures in the list: nothing goes through all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.sorting import RUN, sorted_in_steps, sorting
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.image_folder import ImageFolder
from augstudio.ui.dataset_panel.delegate import SampleDelegate
from augstudio.ui.dataset_panel.list_menu import ListLook, ListMenu
from augstudio.ui.dataset_panel.listing import BATCHES, Batch, list_dataset
from augstudio.ui.dataset_panel.model import SampleFilter, SampleModel
from augstudio.ui.dataset_panel.relisting import STEP, relisting
from augstudio.ui.dataset_panel.thumbnails import ThumbnailLoader
from augstudio.ui.dataset_panel.view import SampleView
from augstudio.ui.slices import Disposal, Slices
from tests.folders import encoded, write_files
from tests.pictures import plain_picture

MANY = 10 * STEP + 1


def sample(name: str, class_name: str | None = None) -> Sample:
    return Sample(name, str(Path("/pictures") / name), class_name)


SAMPLES = [sample(f"{number:06}.png") for number in range(MANY)]


class CountingModel(SampleModel):
    """Counts how often it is asked for its length, as it is for each row that is gone through."""

    asked = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        self.asked += 1
        return super().rowCount(parent)


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[CountingModel]:
    thumbnails = ThumbnailLoader()
    yield CountingModel(thumbnails)
    thumbnails.close()


@pytest.fixture
def view(qtbot: QtBot, model: SampleModel) -> SampleView:
    view = SampleView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setWrapping(True)
    view.setSelectionMode(SampleView.SelectionMode.ExtendedSelection)
    view.resize(400, 300)
    view.show()
    return view


def keys(model: SampleModel) -> list[str]:
    return [each.key for each in model.shown(range(model.rowCount()))]


def settled(qtbot: QtBot, model: SampleModel) -> None:
    qtbot.waitUntil(lambda: not model.busy)


# -- sorting ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 1, RUN, RUN + 1, 5 * RUN + 3])
def test_names_are_sorted_in_short_steps(count: int) -> None:
    names = [f"{(number * 7919) % (count + 1)}" for number in range(count)]
    assert sorted_in_steps(names) == sorted(names)
    assert sum(1 for _ in sorting(names)) >= count // RUN - (count <= RUN)


def by_parts(item: Sample) -> Any:
    parts = re.split(r"(\d+)", PurePosixPath(item.key).name.casefold())
    return [(int(part), part) if place % 2 else part for place, part in enumerate(parts)], item.key


FILE_NAMES = st.text("aAb10249٣²- .é", min_size=1, max_size=6).filter(lambda name: name not in (".", ".."))


@given(st.lists(FILE_NAMES, unique=True, max_size=12))
def test_names_are_in_the_order_of_people(names: list[str]) -> None:
    samples = [sample(f"x/{name}") for name in names]
    steps = relisting(samples, lambda _sample: True, "name")
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert end.value.value.samples == sorted(samples, key=by_parts)


# -- list ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["filter", "order"])
def test_a_long_list_changes_in_slices(qtbot: QtBot, model: SampleModel, change: str) -> None:
    model.append(SAMPLES)
    before = keys(model)
    if change == "filter":
        model.set_filter(SampleFilter(text="7"))
        wanted = [key for key in before if "7" in key]
    else:
        model.append([sample("9.png")])
        before = keys(model)
        model.set_order("name")
        wanted = [*before[:10], "9.png", *before[10:-1]]
    assert model.busy, "it takes more than one step"
    assert keys(model) == before, "until it is whole"
    with qtbot.waitSignal(model.listed_anew):
        pass
    assert keys(model) == wanted
    assert [model.row_of(key) for key in wanted] == list(range(len(wanted)))


def test_what_is_listed_meanwhile_is_not_lost(qtbot: QtBot, model: SampleModel) -> None:
    model.append(SAMPLES)
    model.set_filter(SampleFilter(text="z"))
    model.append([sample("z1.png"), sample("a.png")])
    settled(qtbot, model)
    assert keys(model) == ["z1.png"]


def test_the_last_filter_counts(qtbot: QtBot, model: SampleModel) -> None:
    model.append(SAMPLES)
    model.set_filter(SampleFilter(text="no"))
    model.set_filter(SampleFilter(text="000001"))
    settled(qtbot, model)
    assert keys(model) == ["000001.png"]
    model.set_filter(SampleFilter())
    model.clear()
    model.append([sample("b.png")])
    settled(qtbot, model)
    assert keys(model) == ["b.png"]


def test_work_in_slices_ends_with_its_result(qtbot: QtBot) -> None:
    slices, ended = Slices(), list[str]()

    def steps(name: str) -> Iterator[None]:
        yield
        ended.append(name)

    slices.start(steps("first"), lambda _: ended.append("never"))  # type: ignore[arg-type]
    slices.start(steps("second"), lambda _: ended.append("then"))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: not slices.busy)
    assert ended == ["second", "then"]
    assert not slices.busy


# -- selection ----------------------------------------------------------------------------------------


def test_selecting_all_does_not_ask_for_each(qtbot: QtBot, model: CountingModel, view: SampleView) -> None:
    model.append(SAMPLES)
    view.visualRect(model.index(0))  # lays all out
    model.asked = 0
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_rows() == list(range(MANY))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert view.selected_rows() == [0]
    assert model.asked < STEP


def test_all_paths_are_copied_in_slices(qtbot: QtBot, model: SampleModel, view: SampleView) -> None:
    model.append(SAMPLES)
    menu = ListMenu(view, model, SampleDelegate(view), lambda each: each.path)
    menu.show_look(ListLook())
    view.selectAll()
    QGuiApplication.clipboard().setText("before")
    menu.copy_path.trigger()
    assert QGuiApplication.clipboard().text() == "before"
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "before")
    assert QGuiApplication.clipboard().text().split("\n") == [str(each.path) for each in SAMPLES]


# -- listing ------------------------------------------------------------------------------------------


class ManyPictures(ImageFolder):
    """A folder with very many pictures, of which none is looked at."""

    def samples(self, *_listeners: object, **_named: object) -> Iterator[Sample | Skipped]:
        return iter(SAMPLES)


@pytest.fixture
def many(tmp_path: Path) -> ManyPictures:
    return ManyPictures(write_files(tmp_path, {"a.png": encoded(plain_picture(4, 4), "PNG")}))


@pytest.mark.parametrize("stopped", [False, True])
def test_one_batch_waits_to_be_taken_in(many: ManyPictures, stopped: bool) -> None:
    waiting, most = list[Batch](), list[int]()

    def cancelled() -> bool:
        most.append(sum(not batch.taken.is_set() for batch in waiting))
        if not stopped or len(waiting) < len(BATCHES):
            for batch in waiting:
                batch.taken.set()
        return stopped and len(waiting) == len(BATCHES)

    facts = list_dataset(many, waiting.append, cancelled)
    assert max(most) == 1
    assert (facts is None) == stopped
    assert sum(len(batch.samples) for batch in waiting) == (sum(BATCHES) if stopped else MANY)


def test_what_is_let_go_waits_for_what_was_before(qtbot: QtBot, model: CountingModel) -> None:
    first = model._all
    model.append(SAMPLES)
    names = model._names
    model.clear()
    second = model._all
    model.append(SAMPLES)
    assert len(first) > MANY / 2, "not all at once"
    model.clear()
    assert len(first) > MANY / 2, "what is let go next leaves it to its turn"
    assert len(second) == MANY
    qtbot.waitUntil(lambda: not (first or second or names))


def test_each_turn_lets_go_of_some(qtbot: QtBot) -> None:
    disposal, some, more = Disposal(), list(range(5000)), dict.fromkeys(range(5000))
    disposal.take(some, more)
    assert disposal.busy
    assert 0 < len(some) < 5000
    assert len(more) == 5000
    qtbot.waitUntil(lambda: not disposal.busy)
    assert (some, more) == ([], {})
