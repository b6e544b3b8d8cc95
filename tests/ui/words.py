"""Finds words that are not in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QSpinBox,
    QWidget,
)

from augstudio.core.padding import PaddingMode
from augstudio.ui.language import Language, speak
from augstudio.ui.mnemonics import plain
from augstudio.ui.preview.pane import ImagePane
from tests.translations import HOLE, LANGUAGES, pending

# Names of programs, formats, keys, modes and languages; of the test's own files; of values in pipeline files.
NAMES = {
    *(
        "Bochkovskiy",
        "Brown",
        "Chen",
        "DeVries",
        "Yun",
        "Zhang",
        "Ghiasi",
        "ISO",
        "Kantorovich",
        "Monge",
        "Python",
        "Reinhard",
        "Simard",
        "Taylor",
    ),
    *("Caffe", "CartoonGAN", "CutMix", "CycleGAN", "MixUp", "ONNX", "RandAugment", "TrivialAugment"),
    *("BGR", "CLAHE", "Lab", "SVG", "Zuiderveld", "hueRotate", "libjpeg", "px"),
    *("AugStudio", "English", "Language", "MIT", "Qt", "RGB", "UTF", "Unicode", "numpy", "pad"),
    *("AVIF", "BMP", "GIF", "HEIC", "XL", "JSON", "JPEG", "PNG", "PPM", "TIFF", "WEBP", "WebP"),
    *("COCO", "CSV", "CVAT", "Face", "Hugging", "Label", "LabelMe", "Pascal", "Studio", "VOC", "YOLO"),
    *("Albumentations", "Keras", "NumPy", "TensorFlow", "image", "scikit", "torchvision"),
    *("GB", "MB", "WebDataset", "tar"),
    *("Alt", "Ctrl", "Del", "End", "Esc", "Home", "PgDown", "PgUp", "Return", "Shift", "Space", "Tab"),
    *("augmented", "cat", "clip", "dog", "json", "mine", "patient", "pets", "png"),
    *("crop", "false", "grow", "keep", "test", "train", "true", "val"),
    *PaddingMode,
}
FIELD = re.compile(r"^\w+: ", re.MULTILINE)
PATH = re.compile(r"\S*/\S+")
COLOUR = re.compile(r"#[0-9a-f]{6}\b")


@pytest.fixture
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    numbers, font = QLocale(), qapp.font()
    yield
    speak(qapp, Language.ENGLISH)
    QLocale.setDefault(numbers)
    qapp.setFont(font)


# Both kinds of Chinese have the same texts of about the same length, and one check of what is missing.
@pytest.fixture(params=[name for name in LANGUAGES if name != "zh_CN"])
def language(request: pytest.FixtureRequest, qapp: QApplication, english_afterwards: None) -> Language:
    return speak(qapp, Language(request.param))


@lru_cache
def pending_patterns() -> tuple[re.Pattern[str], ...]:
    """Texts that are not translated yet, longest first; the translations have a check of their own."""
    texts = sorted((text for _, text in pending()), key=len, reverse=True)
    return tuple(re.compile(HOLE.sub(".*", re.sub(r"\\([{}])", r"\1", re.escape(text)))) for text in texts)


def foreign(text: str) -> list[str]:
    """English words of a text that are not names, nor in a text that is not translated yet."""
    for pattern in pending_patterns():
        text = pattern.sub("", text)
    plain = PATH.sub("", FIELD.sub("", COLOUR.sub("", text.replace("[*]", ""))))
    return [word for word in re.findall(r"[A-Za-z]{2,}", plain) if word not in NAMES]


def texts(thing: Any) -> Iterator[str]:
    """Everything that one widget or action says."""
    names = ["toolTip", "accessibleName", "accessibleDescription", "windowTitle", "placeholderText", "title"]
    # A dialog's text, unlike a button's, is what it copies for a report.
    names += [] if isinstance(thing, QDialog) else ["text"]
    names += ["message", "caption"] if isinstance(thing, ImagePane) else []
    names += ["prefix", "suffix"] if isinstance(thing, QSpinBox | QDoubleSpinBox) else []
    for name in names:
        said = getattr(thing, name, None)
        said = said() if callable(said) else said
        if isinstance(said, str):
            yield plain(said)
    if isinstance(thing, QComboBox | QAbstractItemView):
        yield from _items(thing.model())


def _items(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row, column in product(range(model.rowCount()), range(columns)):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.index(row, column).data(role) or "")
    for section in range(columns):
        yield str(model.headerData(section, Qt.Orientation.Horizontal) or "")


def said_in(root: QWidget) -> set[str]:
    """Everything that a window and its actions say."""
    things = [root, *root.findChildren(QWidget), *root.findChildren(QAction)]
    return {text for thing in things if not _is_of_qt(thing) for text in texts(thing)}


def _is_of_qt(thing: Any) -> bool:
    return thing.objectName().startswith("qt_") or type(thing).__name__ == "QComboBoxPrivateContainer"


def untranslated(root: QWidget) -> list[str]:
    return sorted(text for text in said_in(root) if foreign(text))
