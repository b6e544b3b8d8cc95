"""What you see is what you export: the settled preview at 100 % is the exported pixels, bit for bit."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from augstudio.core.image import pixels_digest
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.step import Step
from augstudio.core.transform import catalogue
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.ui.main_window import MainWindow
from augstudio.ui.qimage import bgra_from_qimage
from tests.pictures import noise_picture, smooth_picture
from tests.windows import MakeWindow, result, settle

PICTURES_ALONE = [kind for kind in catalogue() if not getattr(kind, "PASTES", False)]
"""Steps that want no labels."""


def some_pipeline(number: int) -> Pipeline:
    """A pipeline of three to six random steps with random probabilities and padding."""
    choose = random.Random(number)
    kinds = [choose.choice(PICTURES_ALONE) for _ in range(choose.randint(3, 6))]
    steps = [
        Step(id=place, transform=kind(), probability=choose.choice([1.0, 0.5]))
        for place, kind in enumerate(kinds, start=1)
    ]
    fill = (choose.randrange(256), choose.randrange(256), choose.randrange(256))
    return Pipeline(steps=tuple(steps), padding=Padding(mode=choose.choice(list(PaddingMode)), fill=fill))


def settled_hash(qtbot: QtBot, window: MainWindow) -> str:
    window.preview.viewport.set_zoom(1.0)
    settle(qtbot, window)
    frame = window.preview.panes[1].frame
    assert frame is not None
    assert frame.exact
    assert frame.scale == 1
    return pixels_digest(result(window))


def test_settled_preview_equals_export(qtbot: QtBot, open_window: MakeWindow, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "wide.png").write_bytes(encode(smooth_picture(331, 120), "png"))
    (folder / "tall.jpg").write_bytes(encode(noise_picture(90, 270), "jpeg"))
    window = open_window(folder)
    window.resize(2000, 1900)  # room for the largest result
    for number in range(7):
        pipeline = some_pipeline(number)
        out = tmp_path / f"out{number}"
        run_export(
            ExportJob(folder, out, pipeline, ExportOptions(copies=2, seed=number, format="png")),
            RunOptions(workers=1),
        )
        lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
        exported = {(line["key"], line["copy"]): line["pixels"] for line in lines}
        window.session.edit_pipeline(pipeline, "edit")
        window.session.set_seed(number)
        for row in range(2):
            window.dataset_panel.view.setCurrentIndex(window.dataset_panel.model.index(row))
            sample = window.session.sample
            assert sample is not None
            for copy in (1, 2):
                window.session.set_copy(copy)
                assert settled_hash(qtbot, window) == exported[(sample.key, copy)]


def test_zoomed_out_preview_is_the_export_reduced(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "large.png").write_bytes(encode(smooth_picture(2400, 1600), "png"))
    window = open_window(folder)
    settle(qtbot, window)
    sample = window.session.sample
    assert sample is not None
    exact = window.session.pipeline(smooth_picture(2400, 1600), seed=0, copy=1, key=sample.key)
    shown = result(window)
    assert shown.shape[0] < 1600
    # Every shown pixel is the mean of the exported pixels it stands for.
    factor = 2400 / shown.shape[1]
    row, column = shown.shape[0] // 2, shown.shape[1] // 3
    area = exact[
        round(row * factor) : round((row + 1) * factor), round(column * factor) : round((column + 1) * factor)
    ]
    assert np.abs(area.mean(axis=(0, 1)) - shown[row, column]).max() < 6


def test_any_visible_part_equals_the_export(qtbot: QtBot, open_window: MakeWindow, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "large.png").write_bytes(encode(noise_picture(1700, 1300), "png"))
    other = noise_picture(300, 200, seed=1)
    (folder / "other.png").write_bytes(encode(other, "png"))
    window = open_window(folder)
    viewport = window.preview.viewport
    for number in range(5):
        pipeline = some_pipeline(number)
        window.session.edit_pipeline(pipeline, "edit")
        window.session.set_copy(number + 1)
        large = noise_picture(1700, 1300)
        exported = pipeline(large, seed=0, copy=number + 1, key="large.png", partners={"other.png": other})
        choose = random.Random(number)
        for _ in range(3):
            viewport.set_zoom(choose.choice([1.0, 2.0, 7.5]), QPointF(choose.random(), choose.random()))
            viewport.move_centre(choose.uniform(-0.4, 0.4), choose.uniform(-0.4, 0.4))
            settle(qtbot, window)
            frame = window.preview.panes[1].frame
            assert frame is not None
            assert frame.exact
            shown = result(window)
            assert shown.shape[0] * shown.shape[1] < 0.6 * exported.shape[0] * exported.shape[1]
            part = exported[frame.top : frame.top + shown.shape[0], frame.left : frame.left + shown.shape[1]]
            assert np.array_equal(shown, part)


def test_the_screen_shows_exactly_these_pixels_at_full_size(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "large.png").write_bytes(encode(noise_picture(1700, 1300), "png"))
    window = open_window(folder)
    window.preview.viewport.set_zoom(1.0, QPointF(0.3, 0.8))
    settle(qtbot, window)
    pane = window.preview.panes[1]
    exported = window.session.pipeline(noise_picture(1700, 1300), seed=0, copy=1, key="large.png")
    painted = bgra_from_qimage(pane.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    height, width = painted.shape[:2]
    centre = window.preview.viewport.centre
    left, top = round(width / 2 - centre.x() * 1700), round(height / 2 - centre.y() * 1300)
    # Below the caption, where nothing is painted over the picture.
    seen = painted[60:-10, 10:-10, 2::-1]
    assert np.array_equal(seen, exported[60 - top : height - 10 - top, 10 - left : width - 10 - left])
