"""Tests of windows wait as long as a machine may take that others use, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.patience import WAIT_MS


def test_waiting_is_patient_unless_said_otherwise(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = []
    monkeypatch.setattr(QtBot, "waitUntil", lambda _bot, _true, *, timeout: limits.append(timeout))
    qtbot.waitUntil(lambda: True)
    qtbot.waitUntil(lambda: True, timeout=7)
    assert limits == [WAIT_MS, 7]
    timer = QTimer(singleShot=True, interval=0)
    with qtbot.waitSignal(timer.timeout) as waited:
        timer.start()
    assert waited.timeout == WAIT_MS
