"""At 100 % one picture pixel is one pixel of the device, whatever the screen's scale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from augstudio.images.codec import encode
from tests.pictures import noise_picture

SHOW = """
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication

from augstudio.core.image import Image
from augstudio.kernels.viewing.display import from_bgra
from augstudio.ui.make_window import make_window
from augstudio.ui.qimage import bgra_from_qimage
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme

application = QApplication([])
apply_theme(application, Theme.LIGHT)
folder, ratio = Path(sys.argv[1]), float(sys.argv[2])
state = State(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
window = make_window(state, folder / "data", None)
window.resize(1283, 717)
window.show()
preview = window.preview


def show() -> None:
    while window.session.sample is None or preview.controller.busy:
        application.processEvents()


show()
preview.viewport.set_zoom(1.0)
show()
assert preview.panes[0].devicePixelRatioF() == ratio
picture = window.grab().toImage().convertToFormat(preview.panes[0].shown_picture().format())
screen = from_bgra(bgra_from_qimage(picture))
for pane in preview.panes:
    frame = pane.frame
    assert frame is not None and frame.exact and frame.scale == 1 and frame.size == (97, 61)
    wanted = from_bgra(frame.pixels)
    corner = pane.mapTo(window, QPoint(0, 0))
    target = pane._target(frame)
    left, top = round(corner.x() * ratio + target.x()), round(corner.y() * ratio + target.y())
    places = [(top + down, left + right) for down in (-1, 0, 1) for right in (-1, 0, 1)]
    crops = [screen[y : y + 61, x : x + 97] for y, x in places]
    differences = [np.count_nonzero(crop != wanted) for crop in crops]
    assert min(differences) == 0, f"{pane.caption}: {min(differences)} values differ"
window.close()
print("exact")
"""


@pytest.mark.parametrize("ratio", ["1", "1.25", "1.5", "1.75", "2"])
def test_full_size_is_exact_in_device_pixels(tmp_path: Path, ratio: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "noise.png").write_bytes(encode(noise_picture(97, 61), "png"))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio}
    command = [sys.executable, "-c", SHOW, str(tmp_path), ratio]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "exact"
