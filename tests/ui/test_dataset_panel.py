"""Pictures of the list and the names under them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from augstudio.core.image import Size
from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.ui.dataset_panel.delegate import CELL, SampleDelegate, name_lines, without_suffix
from augstudio.ui.dataset_panel.thumbnails import SIDE
from augstudio.ui.qimage import bgra_from_qimage, fitted_size, qimage_from_image
from tests.folders import encoded, write_files
from tests.pictures import plain_picture
from tests.windows import MakeWindow, write_dataset


def test_a_long_name_takes_two_lines_and_keeps_its_ends(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    room = metrics.horizontalAdvance("basking.webpw")
    assert name_lines("12.webp", metrics, room) == ["12.webp"]
    assert name_lines("otter-basking.webp", metrics, room) == ["otter-", "basking.webp"]
    first, second = name_lines("a-very-long-name-of-a-picture__aug001.webp", metrics, room)
    assert first.startswith("a-very-")
    assert "…" in second
    assert second.endswith("p")
    assert max(map(metrics.horizontalAdvance, (first, second))) <= room
    few = metrics.horizontalAdvance("a/pictures1.jp")
    assert name_lines("a/pictures1.jpg", metrics, few) == ["a/pictures1", ".jpg"]
    assert name_lines("." + 60 * "x", metrics, room)[0].startswith(".x")
    assert name_lines("abc", metrics, -8)[0] == "a"  # before the list is laid out


@pytest.mark.parametrize(
    ("name", "shown"), [("a.png", "a"), ("a.b.png", "a.b"), (".png", ".png"), ("a", "a")]
)
def test_names_are_shown_without_what_they_end_in(name: str, shown: str) -> None:
    assert without_suffix(name) == shown


# -- long and thin pictures ---------------------------------------------------------------------------

THIN = [(5000, 1), (1, 5000), (30000, 200), (3, 2000), (1, 1), (300, 200)]


@pytest.fixture
def thumbnail(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> QPixmap:
    """The thumbnail of a white picture of a size, as the list has it."""
    size: Size = request.param
    write_files(tmp_path, {"thin.png": encoded(plain_picture(*size, value=255), "PNG")})
    folder = ImageFolder(tmp_path)
    (sample,) = (item for item in folder.samples() if isinstance(item, Sample))
    return QPixmap.fromImage(qimage_from_image(folder.thumbnail(sample, SIDE)))


def drawn(delegate: SampleDelegate, item: QStandardItem, size: QSize, ratio: float) -> tuple[int, int]:
    """Width and height of what a delegate paints white on black, in device pixels."""
    model = QStandardItemModel()
    model.appendRow(item)
    canvas = QImage(size * ratio, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(QColor(0, 0, 0))
    option = QStyleOptionViewItem()
    option.rect = QRect(QPoint(), size)
    painter = QPainter(canvas)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    rows, columns = np.nonzero(bgra_from_qimage(canvas)[:, :, :3].min(axis=2) > 230)
    return len(set(columns.tolist())), len(set(rows.tolist()))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("thumbnail", THIN, ids=str, indirect=True)
def test_long_and_thin_pictures_are_seen_in_the_list(qtbot: QtBot, thumbnail: QPixmap, ratio: float) -> None:
    item = QStandardItem("")
    item.setData(thumbnail, Qt.ItemDataRole.DecorationRole)
    width, height = drawn(SampleDelegate(), item, CELL, ratio)
    assert min(width, height) >= 2
    assert max(width, height) >= 59 * ratio


@pytest.mark.parametrize("size", THIN, ids=str)
def test_a_picture_of_any_size_fits_its_room(size: Size) -> None:
    room = QSize(48, 32)
    fitted = fitted_size(QSize(*size), room, 1.25)
    assert fitted.boundedTo(room) == fitted
    assert min(fitted.toTuple()) >= 2


def test_no_words_of_the_filters_are_cut(open_window: MakeWindow, tmp_path: Path) -> None:
    names = [f"{split}/{name}/{number}.png" for split in ("train", "val") for name in "ab" for number in "12"]
    panel = open_window(write_dataset(tmp_path / "split", names)).dataset_panel
    for box in (panel.class_box, panel.split_box):
        assert box.isVisible()
        assert box.width() >= box.sizeHint().width()
