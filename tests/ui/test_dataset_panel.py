"""Names under the pictures of the list."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from augstudio.ui.dataset_panel.delegate import fitting_name


def test_a_long_name_loses_its_suffix_first_and_then_its_middle(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    room = metrics.horizontalAdvance("12__aug001")
    assert fitting_name("12.webp", metrics, room) == "12.webp"
    assert fitting_name("12__aug001.webp", metrics, room) == "12__aug001"
    longer = fitting_name("a-very-long-name__aug001.webp", metrics, room)
    assert longer.startswith("a")
    assert "…" in longer
    assert longer.endswith("1")
    assert metrics.horizontalAdvance(longer) <= room
    assert fitting_name("." + 40 * "x", metrics, room).startswith(".x")
