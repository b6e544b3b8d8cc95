"""COCO's format, for the registry."""

from __future__ import annotations

from typing import Final

from augstudio.datasets.base import DatasetFormat
from augstudio.datasets.coco.dataset import NAME, CocoDataset, sniff
from augstudio.datasets.coco.writing import writer_for

COCO_FORMATS: Final[dict[str, DatasetFormat]] = {NAME: DatasetFormat(sniff, CocoDataset, writer=writer_for)}
"""The format by its name."""
