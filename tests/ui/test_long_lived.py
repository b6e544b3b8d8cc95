from __future__ import annotations

import gc
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from augstudio.ui import long_lived
from augstudio.ui.dataset_panel import panel as dataset_panel
from augstudio.ui.main_window import MainWindow
from tests.windows import WAIT_MS, settle, write_dataset


def is_hidden(kept: object) -> bool:
    """Whether the garbage collector passes a thing by."""
    return not any(known is kept for known in gc.get_objects())


def test_samples_are_hidden_from_the_collector_while_there_are_many(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (long_lived, dataset_panel):
        monkeypatch.setattr(module, "MANY", 8)
    panel, few = window.dataset_panel, window.session.dataset
    assert few is not None
    many = write_dataset(tmp_path / "many", [f"{number}.png" for number in range(12)])
    window.documents.open_dataset(many)
    qtbot.waitUntil(lambda: panel.model.total == 12, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: is_hidden(panel.model.sample(11)), timeout=WAIT_MS)
    garbage: list[object] = []
    garbage.append(garbage)
    assert not is_hidden(garbage), "what comes later is seen"
    window.documents.open_dataset(few.root)
    qtbot.waitUntil(lambda: panel.model.total == 6, timeout=WAIT_MS)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not is_hidden(panel.model.sample(0)) and not is_hidden(window), timeout=WAIT_MS)
