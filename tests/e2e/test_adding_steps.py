"""A user adds steps by searching and by looking at what they do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.mixing import Mixing
from augstudio.core.padding import Padding
from augstudio.core.transform import catalogue, transform_named
from augstudio.preview.thumbnails import demonstration
from augstudio.ui.main_window import MainWindow
from augstudio.ui.pipeline_panel.browser_rows import THUMBNAIL_ROLE
from augstudio.ui.pipeline_panel.step_browser import StepBrowser
from tests.windows import WAIT_MS, row_center


@pytest.fixture
def browser(window: MainWindow) -> Iterator[StepBrowser]:
    yield window.pipeline_panel.browser
    window.pipeline_panel.browser.close()


def names(browser: StepBrowser) -> list[str]:
    return [entry.name for entry in browser.shown]


def pictures(browser: StepBrowser) -> dict[str, object]:
    model = browser.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return {str(row.data()): row.data(THUMBNAIL_ROLE) for row in rows if row.data(THUMBNAIL_ROLE) is not None}


def test_type_to_filter_and_enter_to_add(window: MainWindow, browser: StepBrowser) -> None:
    window.resize(1280, 500)
    window.actions_.add_step.trigger()
    assert browser.isVisible()
    assert names(browser) == [kind.NAME for kind in catalogue()]
    QTest.keyClicks(browser.search, "rot")
    assert "rotate" in names(browser)
    assert "translate" not in names(browser)
    QTest.keyClick(browser.search, Qt.Key.Key_Return)
    assert not browser.isVisible()
    assert window.session.pipeline.steps[-1].name == "rotate"
    assert window.session.undo_stack.undoText() == "add Rotate"
    card = window.pipeline_panel.steps.cards[-1]
    assert window.focusWidget() is card
    area = window.pipeline_panel.area
    bottom = card.mapTo(area.viewport(), card.rect().bottomLeft()).y()
    assert area.verticalScrollBar().value() > 0
    assert bottom <= area.viewport().height(), "the new card is in sight"


def test_a_new_step_goes_behind_the_card_that_was_worked_on(window: MainWindow, browser: StepBrowser) -> None:
    before = [step.name for step in window.session.pipeline.steps]
    card = window.pipeline_panel.steps.cards[1]
    card.probability.setFocus()
    assert card.property("current")
    QTest.mouseClick(window.pipeline_panel.header.add_button, Qt.MouseButton.LeftButton)
    browser.search.setText("invert")
    QTest.keyClick(browser.search, Qt.Key.Key_Return)
    names_now = [step.name for step in window.session.pipeline.steps]
    assert names_now == [*before[:2], "invert", *before[2:]]
    assert window.focusWidget() is window.pipeline_panel.steps.cards[2]
    assert not card.property("current")
    window.session.undo_stack.undo()
    assert [step.name for step in window.session.pipeline.steps] == before


def test_the_search_finds_name_title_and_description(window: MainWindow, browser: StepBrowser) -> None:
    window.pipeline_panel.header.add_button.click()
    for typed, found in (
        ("salt_and", "salt_and_pepper"),
        ("QUARTER tu", "quarter_turn"),
        ("sensor", "gaussian_noise"),
    ):
        browser.search.clear()
        QTest.keyClicks(browser.search, typed)
        assert found in names(browser)
        assert len(names(browser)) < len(catalogue())
    for typed, first in (
        ("erase", "cutout"),
        ("affine", "rotate"),
        ("RandomErasing", "cutout"),
        ("ToGray", "grayscale"),
        ("shiftscalerotate", "rotate"),
        ("coarse dropout", "cutout"),
        ("camera gain", "iso_noise"),
        ("scale", "scale"),
    ):
        browser.search.setText(typed)
        assert browser.current is not None
        assert browser.current.name == first, typed
    for typed, meant in (("blurr", "gaussian_blur"), ("roatte", "rotate"), ("colour jiter", "color_jitter")):
        browser.search.setText(typed)
        assert meant in names(browser), typed
    browser.search.setText("zzz")
    assert names(browser) == []
    assert browser.current is None
    QTest.keyClick(browser.search, Qt.Key.Key_Return)
    assert browser.isVisible(), "there is nothing to add"
    assert window.session.undo_stack.count() == 0


def test_arrows_go_over_headings_and_escape_closes(window: MainWindow, browser: StepBrowser) -> None:
    window.pipeline_panel.browse_steps()

    def current() -> str:
        assert browser.current is not None
        return browser.current.name

    seen = []
    for _ in catalogue():
        seen.append(current())
        QTest.keyClick(browser.search, Qt.Key.Key_Down)
    assert seen == [kind.NAME for kind in catalogue()]
    assert current() == seen[-1]
    QTest.keyClick(browser.search, Qt.Key.Key_Up)
    assert current() == seen[-2]
    QTest.keyClick(browser.search, Qt.Key.Key_Escape)
    assert not browser.isVisible()
    assert window.session.undo_stack.count() == 0


def test_a_click_adds(window: MainWindow, browser: StepBrowser) -> None:
    window.pipeline_panel.browse_steps()
    browser.search.setText("flip")
    QTest.mouseClick(
        browser.list.viewport(), Qt.MouseButton.LeftButton, pos=row_center(browser, "vertical_flip")
    )
    assert window.session.pipeline.steps[-1].name == "vertical_flip"
    assert not browser.isVisible()


def test_a_click_on_a_heading_adds_nothing(window: MainWindow, browser: StepBrowser) -> None:
    window.pipeline_panel.browse_steps()
    QTest.mouseClick(browser.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert browser.isVisible()
    assert window.session.undo_stack.count() == 0


def test_every_step_shows_what_it_does_to_the_current_picture(
    qtbot: QtBot, window: MainWindow, browser: StepBrowser
) -> None:
    window.pipeline_panel.browse_steps()
    # Pictures without labels hold nothing that could be pasted.
    made = {kind.TITLE for kind in catalogue() if not (issubclass(kind, Mixing) and kind.PASTES)}
    qtbot.waitUntil(lambda: set(pictures(browser)) == made, timeout=WAIT_MS)
    first = {title: picture.toImage() for title, picture in pictures(browser).items()}  # type: ignore[attr-defined]
    for title, picture in first.items():
        others = [other for name, other in first.items() if name != title]
        assert all(picture != other for other in others), f"{title} looks like another step"
    browser.close()
    window.actions_.next_image.trigger()
    window.pipeline_panel.browse_steps()
    assert pictures(browser) == {}, "pictures of another image are not shown"
    qtbot.waitUntil(lambda: set(pictures(browser)) == made, timeout=WAIT_MS)
    assert pictures(browser)["Rotate"].toImage() != first["Rotate"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "field", "end"),
    [
        ("rotate", "angle_range", 15),
        ("random_crop", "area_range", 0.6),
        ("gaussian_noise", "sigma_range", 15),
    ],
)
def test_a_demonstration_takes_the_end_that_shows_more(name: str, field: str, end: float) -> None:
    kind = transform_named(name)
    step = demonstration(kind, Padding()).steps[0]
    assert getattr(step.transform, field) == (end, end)
