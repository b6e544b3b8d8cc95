"""One export: what, where to, with which pipeline and how."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import DatasetReference
from augstudio.export.options import ExportOptions


@dataclass(frozen=True)
class ExportJob:
    """One export: what, where to, with which pipeline and how.

    Attributes:
        dataset: The folder or file of the sources.
        out: The folder to write.
        pipeline: What makes the copies.
        options: How to export.
        dataset_format: Name of the dataset's format, one of those in :mod:`augstudio.datasets.formats`; empty
            has it recognised.
        replace_edited: Whether files in ``out`` that somebody changed, or put at the names of outputs, are
            replaced; else they stay. This is for one run and no part of the export.
        as_image_folder: Whether to export the pictures of a folder with labels alone, without the labels.
    """

    dataset: Path
    out: Path
    pipeline: Pipeline
    options: ExportOptions = field(default_factory=ExportOptions)
    dataset_format: str = ""
    replace_edited: bool = False
    as_image_folder: bool = False

    @property
    def source(self) -> DatasetReference:
        """What opens the dataset, in this process or in another one."""
        return DatasetReference(self.dataset, self.dataset_format, self.options.stated)
