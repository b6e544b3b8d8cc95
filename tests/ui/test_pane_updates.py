"""Captions and pixels belong together, however slow the steps are and whatever is done meanwhile."""

from __future__ import annotations

import random
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.transform import View
from augstudio.images.codec import encode
from augstudio.kernels.viewing.display import from_bgra
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import RangeEnd
from augstudio.preview.requests import Frame
from augstudio.render.resolve import resolve
from augstudio.transforms import Brightness
from augstudio.transforms.brightness import BrightnessDraw
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.updates import TELLING_MS, Progress
from augstudio.ui.preview.views import VariationsView
from tests.windows import WAIT_MS, MakeWindow, settle

SIZE = (24, 16)
GREYS = {"a.png": 210, "b.png": 225, "c.png": 240}
"""What pictures show; the slow step makes darker ones."""


@dataclass
class Gate:
    """Holds up the slow step: each permit lets one picture through."""

    permits: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    open: bool = False

    def apply(self, _step: Brightness, image: Image, draw: BrightnessDraw, _view: View) -> Image:
        """Paint a picture in one grey that tells what was drawn, once there is a permit."""
        while not self.open and not self.permits.acquire(timeout=0.02):
            checkpoint()
        return np.full_like(image, grey_of(draw.shift))


def grey_of(shift: float) -> int:
    return round(100 + 100 * shift)


def shifted_by(share: float) -> Pipeline:
    return Pipeline.of((Brightness(shift_range=(share - 0.2, share)),))


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(open=True)

    def apply(step: Brightness, image: Image, draw: BrightnessDraw, view: View) -> Image:
        return gate.apply(step, image, draw, view)

    monkeypatch.setattr(Brightness, "apply", apply)
    yield gate
    gate.open = True


@pytest.fixture
def slow_window(open_window: MakeWindow, tmp_path: Path, gate: Gate, qtbot: QtBot) -> MainWindow:
    """The window on three grey pictures, with a slow step that is held up from now on."""
    root = tmp_path / "grey"
    root.mkdir()
    for name, grey in GREYS.items():
        (root / name).write_bytes(encode(np.full((SIZE[1], SIZE[0], 3), grey, np.uint8), "png"))
    window = open_window(root)
    window.session.restore_pipeline(shifted_by(0.5))
    window.session.keep_snapshot(shifted_by(0.7), "kept")
    settle(qtbot, window)
    gate.open = False
    return window


def wanted_greys(window: MainWindow) -> list[tuple[str, int]]:
    """Captions of all renderings that are wanted, with the grey that each must show; by the library alone."""
    session, arrangement = window.session, window.preview.arrangement
    assert session.sample is not None
    greys = []
    for caption, pane in zip(arrangement.captions, arrangement.panes, strict=True):
        sample = pane.sample or session.sample
        key, grey = sample.origin, GREYS[sample.key]
        if pane.copy:
            draws = resolve(pane.pipeline, SIZE, seed=session.seed, key=key, copy=pane.copy).draws
            for drawn in draws:
                assert isinstance(drawn.draw, BrightnessDraw)
                grey = grey_of(drawn.draw.shift)
        greys.append((caption, grey))
    return greys


def wall_of(window: MainWindow) -> VariationsView:
    wall = window.preview.views[VariationsView.NAME]
    assert isinstance(wall, VariationsView)
    return wall


def grey_in(frame: Frame) -> int:
    shades = np.unique(from_bgra(frame.pixels))
    assert len(shades) == 1
    return int(shades[0])


@dataclass
class Truth:
    """The invariant, and what has been wanted so far.

    Attributes:
        meant: For each view and caption, what it has stood for.
    """

    window: MainWindow
    meant: defaultdict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))

    def check(self) -> None:
        """Caption and pixels of a pane belong together; what is not wanted is known to be pending."""
        preview = self.window.preview
        view, wanted = preview.view.NAME, wanted_greys(self.window)
        for caption, grey in wanted:
            self.meant[view, caption].add(grey)
        pending = 0
        each = preview.arrangement.per_widget
        for index, pane in enumerate(preview.panes):
            assert not pane.message
            shown = [*zip(pane.captions, map(grey_in, pane.frames), strict=False)]
            for caption, grey in shown:
                assert grey in self.meant[view, caption], "a picture stands under a caption of another one"
            if pane.pending:
                pending += 1
            else:
                assert shown == wanted[index * each : (index + 1) * each]
        state = preview.state
        assert (state.progress is Progress.NOTHING) == (not preview.panes)
        assert state.ready == len(preview.panes) - pending
        if state.progress is Progress.EXACT or self.window.info.state.text() == "as exported":
            assert not pending
            assert self.window.session.held_setting is None
            assert all(frame.exact for pane in preview.panes for frame in pane.frames)


def changes(window: MainWindow, gate: Gate, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What a user may do, and what the slow step may do meanwhile."""
    session, preview = window.session, window.preview
    return {
        "edit": lambda: session.edit_pipeline(shifted_by(chance.choice((0.1, 0.3, 0.5, 0.7))), "edit"),
        "undo": session.undo_stack.undo,
        "copy": lambda: session.set_copy(chance.randint(1, 4)),
        "seed": lambda: session.set_seed(chance.randint(0, 3)),
        "picture": lambda: window.dataset_panel.select_key(chance.choice(list(GREYS))),
        "view": lambda: preview.set_view(chance.choice(list(preview.views))),
        "wall": lambda: wall_of(window).wall_box.setCurrentIndex(chance.randint(0, 2)),
        "zoom": lambda: preview.viewport.set_zoom(chance.choice((1.0, 3.0))),
        "fit": preview.viewport.fit_pictures,
        "hold": lambda: preview.view.hold(chance.random() < 0.3),
        "drag an end": lambda: session.hold_end(RangeEnd(1, "shift_range", chance.randint(0, 1))),
        "let it go": lambda: session.hold_end(None),
        "work": lambda: gate.permits.release(chance.randint(1, 8)),
        "exact": preview.controller._settle.timeout.emit,
        "patience": preview.updates.tell_now,
    }


@pytest.mark.parametrize("seed", range(3))
def test_caption_and_pixels_are_never_apart(
    qtbot: QtBot, slow_window: MainWindow, gate: Gate, seed: int
) -> None:
    chance, truth = random.Random(seed), Truth(slow_window)
    truth.check()
    for _ in range(60):
        todo = changes(slow_window, gate, chance)
        todo[chance.choice(list(todo))]()
        truth.check()
        QApplication.processEvents()
        truth.check()
    slow_window.preview.view.hold(False)
    slow_window.session.hold_end(None)
    slow_window.preview.set_view("side_by_side")  # others may show values that are fixed
    gate.open = True
    settle(qtbot, slow_window)
    truth.check()
    assert slow_window.preview.state.progress is Progress.EXACT
    qtbot.waitUntil(lambda: slow_window.info.state.text() == "as exported", timeout=WAIT_MS)


def test_an_edit_that_takes_long_is_told_at_once(qtbot: QtBot, slow_window: MainWindow, gate: Gate) -> None:
    preview, info = slow_window.preview, slow_window.info
    qtbot.waitUntil(lambda: info.state.text() == "as exported", timeout=WAIT_MS)
    slow_window.session.edit_pipeline(shifted_by(0.1), "edit")
    original, result = preview.panes
    assert info.state.text() == "draft", "never as exported beside another picture"
    assert not original.pending, "no step changes the original"
    assert result.pending
    qtbot.waitUntil(lambda: result.tells_pending, timeout=WAIT_MS)
    assert TELLING_MS < 40, "some ms go to the edit itself and to painting"
    assert not original.tells_pending
    assert result._pending_tag.isVisible()
    assert info.state.text() == "updating… 1 of 2"
    gate.open = True
    settle(qtbot, slow_window)
    assert not result.tells_pending
    assert not result._pending_tag.isVisible()


def test_panes_of_another_view_are_emptied_and_filled_one_by_one(
    qtbot: QtBot, slow_window: MainWindow, gate: Gate
) -> None:
    preview = slow_window.preview
    preview.controller._settle.setInterval(1_000_000)  # drafts alone take the permits
    preview.set_view("variations")
    assert not any(pane.frames for pane in preview.panes)
    qtbot.waitUntil(lambda: all(pane.tells_pending for pane in preview.panes), timeout=WAIT_MS)
    for count in range(1, 4):
        gate.permits.release()
        text = f"updating… {count} of 12"
        qtbot.waitUntil(lambda text=text: slow_window.info.state.text() == text, timeout=WAIT_MS)  # type: ignore[misc]
        Truth(slow_window).check()
    gate.open = True
    preview.controller._settle.timeout.emit()
    settle(qtbot, slow_window)


def test_different_pictures_are_filled_one_by_one_and_stay_while_one_is_opened(
    qtbot: QtBot, slow_window: MainWindow, gate: Gate
) -> None:
    preview, session, truth = slow_window.preview, slow_window.session, Truth(slow_window)
    gate.open = True
    wall_of(slow_window).wall_box.setCurrentIndex(1)
    settle(qtbot, slow_window)
    gate.open = False
    preview.controller._settle.setInterval(1_000_000)  # drafts alone take the permits
    preview.set_view("variations")
    truth.check()
    qtbot.waitUntil(lambda: slow_window.info.state.text() == "updating… 0 of 3", timeout=WAIT_MS)
    gate.permits.release()
    qtbot.waitUntil(lambda: slow_window.info.state.text() == "updating… 1 of 3", timeout=WAIT_MS)
    truth.check()
    gate.open = True
    preview.controller._settle.timeout.emit()
    settle(qtbot, slow_window)
    truth.check()
    gate.open = False
    preview.panes[1].picked.emit()
    assert session.sample is not None
    assert session.sample.key == "b.png"
    assert not any(pane.pending for pane in preview.panes), "they show what they showed"
    truth.check()
    gate.open = True
    settle(qtbot, slow_window)


def test_a_picture_of_the_dataset_does_not_stay_for_another_one(
    qtbot: QtBot, slow_window: MainWindow, gate: Gate
) -> None:
    original, result = slow_window.preview.panes
    slow_window.dataset_panel.select_key("b.png")
    qtbot.waitUntil(lambda: result.tells_pending, timeout=WAIT_MS)
    assert not result.frames
    qtbot.waitUntil(lambda: bool(original.frames), timeout=WAIT_MS)
    assert grey_in(original.frames[0]) == GREYS["b.png"]
    gate.open = True
    settle(qtbot, slow_window)


def test_the_pane_under_the_cursor_is_made_first(
    slow_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow_window.preview.set_view("variations")
    monkeypatch.setattr(slow_window.preview.panes[7], "underMouse", lambda: True)
    request = slow_window.preview._request()
    assert request is not None
    assert request.first == 7
