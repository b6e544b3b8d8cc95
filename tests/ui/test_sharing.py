"""The comparison as one picture: its layout is that of the command line's sheets."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from augstudio.kernels.viewing.sheet import BACKGROUND, INK
from augstudio.ui.preview.sharing import comparison_sheet
from augstudio.ui.qimage import bgra_from_qimage


def grey(width: int, height: int) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(BACKGROUND, BACKGROUND, BACKGROUND))
    return picture


def ink(picture: QImage) -> int:
    """How wide what is written on grey is, in pixels."""
    _, columns = np.nonzero(bgra_from_qimage(picture)[:, :, 0] > BACKGROUND + 20)
    return int(np.ptp(columns)) + 1


@pytest.mark.parametrize("caption", ["Copy 3", "Gaussian noise: sigma 15.0", "高斯雜訊：標準差 15.0"])
@pytest.mark.parametrize("width", [1, 28])
def test_captions_of_small_pictures_are_written_whole(qtbot: QtBot, caption: str, width: int) -> None:
    alone, font = grey(400, 20), QFont()
    font.setPixelSize(8)
    painter = QPainter(alone)
    painter.setFont(font)
    painter.setPen(QColor(INK, INK, INK))
    painter.drawText(QPoint(4, 14), caption)
    painter.end()
    sheet = comparison_sheet([(caption, grey(width, 4)), ("", grey(width, 4))], 2, QFont())
    assert ink(sheet) == pytest.approx(ink(alone), abs=1)
