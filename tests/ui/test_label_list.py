"""The list of pictures knows their labels: filters, problems, and the line about the format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from augstudio.datasets.label_reading import LabelProblem, Severity
from augstudio.ui.dataset_panel.label_filter import LabelFilter
from augstudio.ui.dataset_panel.label_problems import (
    MOST_LISTED,
    LabelProblemsButton,
    LabelProblemsDialog,
)
from augstudio.ui.main_window import MainWindow
from tests.datasets.box_file import write_labels
from tests.windows import WAIT_MS, MakeWindow, write_dataset


def wait_scanned(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.dataset_panel.scanner.busy, timeout=WAIT_MS)


def choose(window: MainWindow, text: str) -> list[str]:
    """Choose an entry of the filter by its beginning; gives the names that are listed then."""
    box, model = window.dataset_panel.label_box, window.dataset_panel.model
    box.setCurrentIndex(next(row for row in range(box.count()) if box.itemText(row).startswith(text)))
    box.activated.emit(box.currentIndex())
    return [model.sample(row).key for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("entry", "count", "names"),
    [
        ("With labels", 2, ["a.png", "c.png"]),
        ("Without labels", 2, ["b.png", "d.png"]),
        ("person", 1, ["a.png"]),
        ("car", 2, ["a.png", "c.png"]),
    ],
)
def test_pictures_are_listed_by_their_labels(
    qtbot: QtBot, open_window: MakeWindow, labelled: Path, entry: str, count: int, names: list[str]
) -> None:
    write_dataset(labelled, ["c.png", "d.png"])
    write_labels(labelled, {"c": [{"class": 1, "box": [1, 1, 9, 9]}]})
    window = open_window(labelled)
    wait_scanned(qtbot, window)
    assert choose(window, entry) == names
    assert window.dataset_panel.label_box.currentText() == f"{entry} ({count})"
    assert choose(window, "All labels") == ["a.png", "b.png", "c.png", "d.png"]


def test_folders_without_labels_have_no_such_filter(window: MainWindow) -> None:
    assert not window.dataset_panel.label_box.isVisible()
    assert not window.dataset_panel.problems.isVisible()
    assert not window.dataset_panel.scanner.busy


def test_problems_are_counted_and_listed(qtbot: QtBot, open_window: MakeWindow, labelled: Path) -> None:
    write_labels(labelled, {"a": [{"class": 0, "box": [1, 1, 9, 9]}, {"class": 7}, {"class": 8}]})
    (labelled / "b.json").write_text("no", encoding="utf-8")
    window = open_window(labelled)
    wait_scanned(qtbot, window)
    button = window.dataset_panel.problems
    assert button.isVisible()
    assert button.text() == "3 problems with labels…"
    button.click()
    dialog = window.findChild(LabelProblemsDialog)
    assert isinstance(dialog, LabelProblemsDialog)
    cells = [[dialog.table.item(row, column) for column in range(3)] for row in range(3)]
    assert [[cell.text() for cell in row if cell is not None] for row in cells] == [
        ["a.json", "2", "no such class"],
        ["a.json", "3", "no such class"],
        ["b.png", "", "b.json is no JSON"],
    ]
    dialog.reject()


def test_a_long_list_is_cut_and_says_so(qtbot: QtBot) -> None:
    button = LabelProblemsButton()
    qtbot.addWidget(button)
    problems = [LabelProblem("a.txt", line, "odd") for line in range(1, MOST_LISTED + 2)]
    button.add(problems)
    button.add(problems)
    assert button.text() == f"{MOST_LISTED + 1:,} problems with labels…"
    dialog = LabelProblemsDialog(button.problems)
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == MOST_LISTED


def test_notes_are_counted_apart_and_listed_after_the_problems(qtbot: QtBot) -> None:
    button = LabelProblemsButton()
    qtbot.addWidget(button)
    note = LabelProblem("a.txt", 0, "usual", Severity.NOTE)
    button.add([note])
    assert button.text() == "1 note on labels…"
    alone = LabelProblemsDialog(button.problems)
    qtbot.addWidget(alone)
    assert alone.windowTitle() == "Notes on labels"
    button.add([LabelProblem("b.txt", 0, "odd"), replace(note, file="c.txt")])
    assert button.text() == "1 problem and 2 notes on labels…"
    dialog = LabelProblemsDialog(button.problems)
    qtbot.addWidget(dialog)
    cells = [dialog.table.item(row, 2) for row in range(3)]
    assert [cell.text() for cell in cells if cell is not None] == ["odd", "note: usual", "note: usual"]


def test_what_it_is_is_said_in_one_line(open_window: MakeWindow, labelled: Path) -> None:
    window = open_window(labelled)
    assert window.dataset_panel.assumed.isVisible()
    assert window.dataset_panel.assumed.text() == "Boxes of tests; 2 classes"


def test_what_is_not_known_yet_is_in_no_class() -> None:
    assert not LabelFilter(category=1).accepts(None)
    assert not LabelFilter(labelled=True).accepts(frozenset())
    assert LabelFilter(labelled=False).accepts(frozenset())
    assert LabelFilter().accepts(None)
