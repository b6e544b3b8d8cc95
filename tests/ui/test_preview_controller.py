"""What becomes of requests that fail while newer ones wait."""

from __future__ import annotations

from concurrent.futures import Future
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
from augstudio.ui.preview.controller import PreviewController
from tests.pictures import smooth_picture
from tests.windows import WAIT_MS


@pytest.fixture
def request_(tmp_path: Path) -> PreviewRequest:
    (tmp_path / "a.png").write_bytes(encode(smooth_picture(64, 48), "png"))
    panes = Arrangement.in_columns(comparison.original_and_result(Pipeline.of((HorizontalFlip(),)), 1), 2)
    return PreviewRequest(
        ImageFolder(tmp_path), Sample("a.png", tmp_path / "a.png"), 0, panes, (200, 200), None
    )


def test_an_old_request_that_fails_does_not_end_the_wait_for_the_newest(
    qtbot: QtBot, request_: PreviewRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, real = Future[None](), Future[None](), PreviewRenderer.__call__

    def failing_first(self: PreviewRenderer, request: PreviewRequest, mapper: object = map) -> object:
        if request.serial == 1:
            begun.set_result(None)
            go_on.result(timeout=10)
            raise RuntimeError("nobody expected this")
        return real(self, request)

    monkeypatch.setattr(PreviewRenderer, "__call__", failing_first)
    controller = PreviewController(lambda: request_)
    shown: list[PreviewResult] = []
    controller.rendered.connect(shown.append)
    try:
        with qtbot.waitSignals([controller.failed, controller.settled], timeout=WAIT_MS):
            controller.update()
            begun.result(timeout=10)
            controller.update()
            go_on.set_result(None)
        assert [result.exact for result in shown] == [True]
        assert not controller.busy
    finally:
        controller.close()
