"""Formats of datasets in the user's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from augstudio.core.labels import Categories
from augstudio.core.text import counted
from augstudio.datasets.formats import FORMATS
from augstudio.datasets.splits import Split
from augstudio.ui.messages import sentence


def format_title(name: str) -> str:
    """What people call a format."""
    kind = FORMATS.get(name)
    return translated_title(kind.title if kind is not None and kind.title else name)


def translated_title(title: str) -> str:
    """A format's title in the user's language, as it begins a sentence."""
    return sentence(QCoreApplication.translate("Formats", title))


def described_format(name: str, splits: Mapping[Split, int], classes: Categories | None) -> Iterator[str]:
    """A labelled dataset in few words: "YOLO", "train 80, val 20", "3 classes".

    Args:
        name: Its format.
        splits: Its pictures in each split.
        classes: Its classes; None where they are not known.
    """
    yield format_title(name)
    if splits:
        yield ", ".join(f"{split.value} {splits[split]:,}" for split in Split if splits.get(split))
    if classes is not None:
        yield counted(len(classes), _tr("1 class"), _tr("{0} classes"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DatasetPanel", text)
