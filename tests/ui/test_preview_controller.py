"""What becomes of requests while newer ones wait, and of results that come late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import PreviewRequest, PreviewResult
from augstudio.transforms import HorizontalFlip
from augstudio.ui.preview.controller import MAX_ABANDONED, PreviewController
from tests.patience import WAIT_SECONDS
from tests.pictures import smooth_picture
from tests.windows import WAIT_MS

DRAFT, EXACT = False, True


@pytest.fixture
def request_(tmp_path: Path) -> PreviewRequest:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(encode(smooth_picture(64, 48), "png"))
    panes = Arrangement.in_columns(comparison.copies(Pipeline.of((HorizontalFlip(),)), 2), 2)
    return PreviewRequest(
        ImageFolder(tmp_path), Sample("a.png", str(tmp_path / "a.png")), 0, panes, (200, 200), None
    )


@dataclass
class Rendering:
    """What the renderer is called for, by serial and exactness; some calls wait until they are let go."""

    controller: PreviewController
    wanted: PreviewRequest | None
    exact_drafts: bool = False
    begun: list[tuple[int, bool]] = field(default_factory=list)
    ended: list[tuple[int, bool]] = field(default_factory=list)
    held: dict[tuple[int, bool], Future[None]] = field(default_factory=dict)
    shown: list[tuple[int, bool]] = field(default_factory=list)

    def hold(self, serial: int, exact: bool) -> None:
        self.held[serial, exact] = Future()

    def let_go(self, serial: int, exact: bool) -> None:
        self.held[serial, exact].set_result(None)

    def settle(self) -> None:
        """Let the time pass after which exact pictures are made."""
        self.controller._settle.timeout.emit()

    def render(self, real: PreviewResult | None) -> PreviewResult | None:
        """A result after its turn; drafts are no exact pictures although these are small."""
        assert real is not None
        request = real.request
        call = (request.serial, request.exact)
        self.begun.append(call)
        if call in self.held:
            self.held[call].result(timeout=WAIT_SECONDS)
        exact = request.exact or self.exact_drafts
        return replace(real, frames=tuple(replace(frame, exact=exact) for frame in real.frames))


@pytest.fixture
def rendering(request_: PreviewRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rendering]:
    real = PreviewRenderer.__call__

    def render(self: PreviewRenderer, request: PreviewRequest, mapper: object = map, *_: object) -> object:
        return calls.render(real(self, request))

    monkeypatch.setattr(PreviewRenderer, "__call__", render)
    controller = PreviewController(lambda: calls.wanted)
    for timer in (controller._settle, controller._patience):
        timer.setInterval(1_000_000)  # only as the test says
    calls = Rendering(controller, request_)
    controller.rendered.connect(
        lambda result: calls.shown.append((result.request.serial, result.request.exact))
    )
    for worker in (controller._drafts, controller._exact):
        worker.finished.connect(lambda request, _: calls.ended.append((request.serial, request.exact)))
    yield calls
    for gate in calls.held.values():
        if not gate.done():
            gate.set_result(None)
    controller.close()


def hold_exact(qtbot: QtBot, rendering: Rendering) -> None:
    """Have the exact picture of the first request under way, and another exact one behind it."""
    rendering.hold(1, EXACT)
    rendering.controller.update()
    rendering.settle()
    wait_begun(qtbot, rendering, 1, EXACT)
    rendering.controller.update()


def wait_begun(qtbot: QtBot, rendering: Rendering, serial: int, exact: bool) -> None:
    qtbot.waitUntil(lambda: (serial, exact) in rendering.begun, timeout=WAIT_MS)


def finish(qtbot: QtBot, rendering: Rendering, serial: int, exact: bool) -> None:
    rendering.let_go(serial, exact)
    qtbot.waitUntil(lambda: (serial, exact) in rendering.ended, timeout=WAIT_MS)


def test_an_exact_picture_that_waits_is_dropped_once_something_changes(
    qtbot: QtBot, rendering: Rendering
) -> None:
    hold_exact(qtbot, rendering)
    rendering.settle()
    rendering.controller.update()
    finish(qtbot, rendering, 1, EXACT)
    with qtbot.waitSignal(rendering.controller.settled, timeout=WAIT_MS):
        rendering.settle()
    assert [call for call in rendering.begun if call[1]] == [(1, EXACT), (3, EXACT)]


def test_an_exact_picture_that_waits_is_dropped_once_the_draft_is_exact(
    qtbot: QtBot, rendering: Rendering
) -> None:
    rendering.hold(2, DRAFT)
    hold_exact(qtbot, rendering)
    rendering.settle()
    rendering.exact_drafts = True
    with qtbot.waitSignal(rendering.controller.settled, timeout=WAIT_MS):
        rendering.let_go(2, DRAFT)
    assert not rendering.controller._settle.isActive()
    finish(qtbot, rendering, 1, EXACT)
    with qtbot.waitSignal(rendering.controller.settled, timeout=WAIT_MS):
        rendering.controller.update()
    assert (2, EXACT) not in rendering.begun


def test_nothing_is_rendered_once_there_is_nothing_to_show(qtbot: QtBot, rendering: Rendering) -> None:
    rendering.hold(1, DRAFT)
    rendering.controller.update()
    wait_begun(qtbot, rendering, 1, DRAFT)
    rendering.controller.update()
    wanted, rendering.wanted = rendering.wanted, None
    rendering.controller.update()
    assert not rendering.controller.busy
    assert not rendering.controller._settle.isActive()
    finish(qtbot, rendering, 1, DRAFT)
    rendering.wanted = wanted
    with qtbot.waitSignal(rendering.controller.rendered, timeout=WAIT_MS):
        rendering.controller.update()
    assert rendering.begun == [(1, DRAFT), (4, DRAFT)]
    assert rendering.shown == [(4, DRAFT)]


def test_a_late_exact_picture_neither_shows_nor_ends_the_wait(qtbot: QtBot, rendering: Rendering) -> None:
    hold_exact(qtbot, rendering)
    finish(qtbot, rendering, 1, EXACT)
    qtbot.waitUntil(lambda: (2, DRAFT) in rendering.shown, timeout=WAIT_MS)
    assert (1, EXACT) not in rendering.shown
    assert rendering.controller.busy, "a draft does not end it either"
    with qtbot.waitSignal(rendering.controller.settled, timeout=WAIT_MS):
        rendering.settle()
    assert rendering.shown[-1] == (2, EXACT)
    assert not rendering.controller.busy


def another_folder(request: PreviewRequest) -> PreviewRequest:
    folder = request.dataset.root / "sub"
    folder.mkdir()
    return replace(request, dataset=ImageFolder(folder))


def with_panes(request: PreviewRequest, count: int) -> PreviewRequest:
    panes = comparison.copies(Pipeline.of((HorizontalFlip(),)), count)
    return replace(request, arrangement=Arrangement.in_columns(panes, 2))


OTHERS: dict[str, tuple[Callable[[PreviewRequest], PreviewRequest], bool]] = {
    "pipeline": (lambda request: replace(with_panes(request, 2), seed=1), True),
    "view": (lambda request: replace(request, view="padding"), False),
    "picture": (
        lambda request: replace(request, sample=Sample("b.png", str(request.dataset.root / "b.png"))),
        False,
    ),
    "dataset": (another_folder, False),
    "number of panes": (lambda request: with_panes(request, 3), False),
    "panes laid on each other": (
        lambda request: replace(request, arrangement=replace(request.arrangement, per_widget=2)),
        False,
    ),
}


@pytest.mark.parametrize("other", OTHERS)
def test_an_old_draft_is_shown_while_it_is_of_the_same_view(
    qtbot: QtBot, rendering: Rendering, other: str
) -> None:
    change, shows = OTHERS[other]
    assert rendering.wanted is not None
    rendering.hold(1, DRAFT)
    rendering.hold(2, DRAFT)
    rendering.controller.update()
    wait_begun(qtbot, rendering, 1, DRAFT)
    rendering.wanted = change(rendering.wanted)
    rendering.controller.update()
    finish(qtbot, rendering, 1, DRAFT)
    assert rendering.shown == ([(1, DRAFT)] if shows else [])


def test_an_old_request_that_fails_does_not_end_the_wait_for_the_newest(
    qtbot: QtBot, request_: PreviewRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, real = Future[None](), Future[None](), PreviewRenderer.__call__

    def failing_first(
        self: PreviewRenderer, request: PreviewRequest, mapper: object = map, *_: object
    ) -> object:
        if request.serial == 1:
            begun.set_result(None)
            go_on.result(timeout=WAIT_SECONDS)
            raise RuntimeError("nobody expected this")
        return real(self, request)

    monkeypatch.setattr(PreviewRenderer, "__call__", failing_first)
    controller = PreviewController(lambda: request_)
    shown: list[PreviewResult] = []
    controller.rendered.connect(shown.append)
    try:
        with qtbot.waitSignals([controller.failed, controller.settled], timeout=WAIT_MS):
            controller.update()
            begun.result(timeout=WAIT_SECONDS)
            controller.update()
            go_on.set_result(None)
        assert [result.exact for result in shown] == [True]
        assert not controller.busy
    finally:
        controller.close()


def test_the_newest_request_that_fails_ends_the_wait(
    qtbot: QtBot, request_: PreviewRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(self: PreviewRenderer, request: PreviewRequest, mapper: object = map, *_: object) -> object:
        raise RuntimeError("nobody expected this")

    monkeypatch.setattr(PreviewRenderer, "__call__", failing)
    controller = PreviewController(lambda: request_)
    controller._settle.setInterval(1_000_000)
    try:
        with qtbot.waitSignal(controller.failed, timeout=WAIT_MS):
            controller.update()
        assert not controller.busy
        assert not controller._settle.isActive()
    finally:
        controller.close()


def test_pictures_that_do_not_come_are_left_behind_but_not_without_limit(
    qtbot: QtBot, rendering: Rendering
) -> None:
    controller, first = rendering.controller, rendering.wanted
    assert first is not None
    pictures = [f"{number}.png" for number in range(MAX_ABANDONED + 2)]
    for serial, key in enumerate(pictures, start=1):
        rendering.hold(serial, DRAFT)
        rendering.wanted = replace(first, sample=replace(first.sample, key=key))
        controller.update()
        if serial > 1:
            assert controller._patience.isActive(), "another picture holds it up"
            controller._patience.timeout.emit()
        if serial <= MAX_ABANDONED + 1:
            wait_begun(qtbot, rendering, serial, DRAFT)
    assert controller._drafts.abandoned == MAX_ABANDONED
    assert (len(pictures), DRAFT) not in rendering.begun
    for serial in range(1, len(pictures) + 1):
        rendering.let_go(serial, DRAFT)
    qtbot.waitUntil(lambda: (len(pictures), DRAFT) in rendering.shown, timeout=WAIT_MS)
    assert rendering.shown == [(len(pictures), DRAFT)]


def test_the_same_picture_is_waited_for(qtbot: QtBot, rendering: Rendering) -> None:
    rendering.hold(1, DRAFT)
    rendering.controller.update()
    wait_begun(qtbot, rendering, 1, DRAFT)
    rendering.controller.update()
    assert not rendering.controller._patience.isActive()
    rendering.controller._patience.timeout.emit()
    assert rendering.controller._drafts.abandoned == 0
    rendering.let_go(1, DRAFT)
    qtbot.waitUntil(lambda: rendering.shown == [(1, DRAFT), (2, DRAFT)], timeout=WAIT_MS)
