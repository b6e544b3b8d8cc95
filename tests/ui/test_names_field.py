"""Names are typed one after the other, and stay as they are until something else is typed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.parameters import parameters_of
from augstudio.transforms import CopyPaste
from augstudio.ui.pipeline_panel.fields import NamesField, make_field


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("cat", [("cat",)]),
        (" cat ;né; cat;", [("cat", "n\u00e9")]),
        ("tench, Tinca tinca; dog", [("tench, Tinca tinca", "dog")]),
        ("", [()]),
        ("old", []),
    ],
)
def test_typed_names_are_told_once_and_in_one_form(
    qtbot: QtBot, typed: str, told: list[tuple[str, ...]]
) -> None:
    parameter = next(each for each in parameters_of(CopyPaste) if each.name == "only_classes")
    field = make_field(parameter)
    assert isinstance(field, NamesField)
    qtbot.addWidget(field)
    field.set_value(("old",))
    edits: list[Any] = []
    field.edited.connect(lambda value, _gesture: edits.append(value))
    field.line.setText(typed)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert edits == told
