"""Chooses pipeline files that an experiment compares the pipeline with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from augstudio.core.pipeline import Pipeline
from augstudio.core.text import printable
from augstudio.ui.mnemonics import marked
from augstudio.ui.pipeline_files import PIPELINE_FILTER
from augstudio.ui.theme import GRID


class RivalFiles(QWidget):
    """A button that adds files, their names, and one that takes them off again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: tuple[Path, ...] = ()
        self.add_button = QPushButton(marked(self.tr("Compare with pipeline files…"), "P"))
        self.remove_button = QPushButton(marked(self.tr("Compare with none"), "N"))
        self.names = QLabel()
        self.names.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.add_button)
        row.addWidget(self.names, 1)
        row.addWidget(self.remove_button)
        for button in (self.add_button, self.remove_button):
            button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.remove_button.clicked.connect(lambda: self.show_files(()))
        self.show_files(())

    def show_files(self, files: Sequence[Path]) -> None:
        """Compare with these files, each once."""
        self.files = tuple(dict.fromkeys(files))
        self.names.setText(", ".join(printable(name) for name in named(self.files, ())))
        self.remove_button.setVisible(bool(self.files))

    def _on_add_button_clicked(self) -> None:
        start = str(self.files[-1].parent if self.files else Path.home())
        title = self.tr("Compare with pipeline files")
        paths, _ = QFileDialog.getOpenFileNames(self, title, start, PIPELINE_FILTER)
        self.show_files((*self.files, *map(Path, paths)))


def named(files: Sequence[Path], taken: Collection[str]) -> dict[str, Path]:
    """Files by names that tell them apart from one another and from others: their stems, or their paths."""
    stems = [file.name.partition(".")[0] or file.name for file in files]
    clear = [stems.count(stem) == 1 and stem not in taken for stem in stems]
    return {stem if ok else str(file): file for file, stem, ok in zip(files, stems, clear, strict=True)}


def loaded_beside(own: dict[str, Pipeline], files: Sequence[Path]) -> dict[str, Pipeline]:
    """Pipelines and those of files; reads these.

    Raises:
        PipelineError: A file is not a valid pipeline.
    """
    return own | {name: Pipeline.load(file) for name, file in named(files, own).items()}
