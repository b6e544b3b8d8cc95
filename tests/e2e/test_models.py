"""A user lets a neural network of their own change the pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from augstudio.core.reference import Reference
from augstudio.images.codec import decode
from augstudio.pipelines import Pipeline
from augstudio.transforms import ImageModel
from augstudio.ui.main_window import MainWindow
from augstudio.ui.pipeline_panel.files_field import FilesField
from tests import networks
from tests.e2e.test_exporting import close_report, finish, start_export, wait_listed
from tests.networks import stored
from tests.pictures import distance
from tests.windows import result, settle


def use(window: MainWindow, file: Path) -> None:
    step = ImageModel(model=(Reference.of(file),), strength_range=(1, 1))
    window.session.edit_pipeline(Pipeline.of((step,)), "edit")


def test_a_network_is_seen_and_exported(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    wait_listed(qtbot, window, 6)
    stored(networks.inverted(1), tmp_path, "own.onnx")
    use(window, tmp_path / "own.onnx")
    window.preview.viewport.set_zoom(1.0)
    settle(qtbot, window)
    before, after = window.preview.panes[0], result(window)
    assert before.frame is not None
    shown = before.frame.pixels[:, :, 2::-1]
    np.testing.assert_array_equal(after, 255 - shown)
    sample = window.session.sample
    assert sample is not None
    start_export(qtbot, window, tmp_path / "out", copies=1)
    assert finish(qtbot, window).skipped == ()
    close_report(window)
    (file,) = (tmp_path / "out" / Path(sample.key).parent).glob(f"{Path(sample.key).stem}__aug001.*")
    assert distance(decode(file.read_bytes()).image, after).mean() < 6  # it may be a JPEG


def test_a_file_that_is_no_network_is_explained(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    settle(qtbot, window)
    file = tmp_path / "own.onnx"
    file.write_bytes(b"not a network")
    use(window, file)
    settle(qtbot, window)
    assert "own.onnx cannot be used: it is not an ONNX file" in window.preview.panes[1].message
    stored(networks.inverted(1), tmp_path, "own.onnx")
    use(window, file)
    settle(qtbot, window)
    assert window.preview.panes[1].message == ""


def test_only_the_model_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    window.session.edit_pipeline(Pipeline.of((ImageModel(model=()),)), "edit")
    settle(qtbot, window)
    fields = {field.parameter.name: field for field in window.findChildren(FilesField)}
    texts = {
        name: [label.text() for label in field.findChildren(QLabel) if label.isVisibleTo(field)]
        for name, field in fields.items()
    }
    assert set(texts) == {"model", "style"}
    assert any("the step changes nothing" in text for text in texts["model"])
    assert not any("the step changes nothing" in text for text in texts["style"])
