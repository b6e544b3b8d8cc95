"""A user takes the pipeline along as code for another library."""

from __future__ import annotations

import runpy
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.interop.code.target import Target
from augstudio.pipelines import Pipeline
from augstudio.transforms import Fog, Invert, Mixup
from augstudio.ui.main_window import MainWindow


def test_copied_code_runs(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.session.edit_pipeline(Pipeline.of([Invert()]), "negative")
    window.actions_.command_palette.trigger()
    palette = window.guide.palette
    qtbot.waitUntil(palette.search.hasFocus)
    QTest.keyClicks(palette.search, "copy as code numpy")
    assert palette.shown[0].full_text == "Pipeline › Copy as code › NumPy"
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.notice.label.text() == "Copied as code for NumPy."
    file = tmp_path / "copied.py"
    file.write_text(QGuiApplication.clipboard().text(), encoding="utf-8")
    image = np.full((4, 5, 3), 200, np.uint8)
    assert np.all(runpy.run_path(str(file))["augment"](image, 0) == 55)


def test_the_window_says_what_the_code_lacks(window: MainWindow, tmp_path: Path) -> None:
    window.session.edit_pipeline(Pipeline.of([Fog(), Invert(), Mixup(), Mixup()]), "more")
    window.session.save_pipeline(str(tmp_path / "mist.json"))
    window.actions_.code[Target.NUMPY].trigger()
    told = "Copied as code for NumPy. It lacks these steps, and says why: Fog, MixUp"
    assert window.notice.label.text() == told
    assert QGuiApplication.clipboard().text().startswith('# The pipeline "mist" for plain NumPy')
