"""What is said about a picture: its labels beside its name, or why there is none."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from PySide6.QtCore import QCoreApplication

from augstudio.core.text import printable
from augstudio.datasets.base import Sample
from augstudio.preview.labelling import described_labels
from augstudio.preview.requests import Frame
from augstudio.ui.messages import explained, sentence

BETWEEN: Final = " · "
"""Stands between the parts of a caption."""


def why_none(error: str, sample: Sample) -> str:
    """Why a picture cannot be shown, with its name."""
    return f"{sentence(explained(error))}\n{printable(PurePosixPath(sample.key).name)}"


def labels_told(frame: Frame | None) -> str:
    """Words for the labels of a frame, behind its caption."""
    described = () if frame is None or frame.labels is None else described_labels(frame.labels)
    between = QCoreApplication.translate("ImagePane", ", ")
    return BETWEEN + between.join(map(explained, described)) if described else ""
