"""Where the labels of a YOLO dataset's pictures are, and what they hold."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from augstudio.core.labels import Labels
from augstudio.core.text import printable
from augstudio.datasets.file_state import file_state
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelsRead
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.yolo.rows import RowRules, rows_of

MAX_BYTES: Final = 64 << 20
"""Label files larger than this are refused."""

_IMAGES: Final = f"{os.sep}images{os.sep}"
_LABELS: Final = f"{os.sep}labels{os.sep}"


def label_path(picture: str) -> str:
    """The label file of a picture: the last part ``images`` of its path becomes ``labels``.

    Where no part is called so, it lies beside the picture; its suffix is ``.txt``.

    Args:
        picture: The picture's absolute path.
    """
    return os.path.splitext(_LABELS.join(picture.rsplit(_IMAGES, 1)))[0] + ".txt"  # noqa: PTH122


@dataclass(frozen=True, slots=True)
class YoloLabels:
    """The label file of one picture.

    Attributes:
        path: The file, which may be missing.
        shown: Its path relative to the dataset.
        rules: What its rows must be.
    """

    path: Path
    shown: str
    rules: RowRules

    def state(self) -> str:
        """The file's size and time."""
        state = file_state(self.path)
        return f"{state.size} {state.modified}"

    def digest(self) -> str:
        """SHA-256 of the file and of what its rows must be; a missing one is as good as an empty one.

        Raises:
            DatasetError: It cannot be read.
        """
        return hashlib.sha256(f"{self.rules!r}\n".encode() + (self._data() or b"")).hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """The instances of the file's rows; rows that cannot be used are told.

        A picture without a file has no instances, as one with an empty file.

        Raises:
            DatasetError: The file cannot be read, or is no text.
        """
        data = self._data()
        shown = printable(self.shown)
        if data is None:
            return LabelsRead(Labels())  # that files are missing is told once for the dataset
        rows = list(rows_of(label_text(data, shown), self.rules, image.size))
        problems = tuple(LabelProblem(shown, row.line, oddity) for row in rows for oddity in row.oddities)
        instances = tuple(row.instance for row in rows if row.instance is not None)
        return LabelsRead(
            Labels(instances), problems, data if self.rules.are_written and not problems else b""
        )

    def _data(self) -> bytes | None:
        return label_bytes(self.path, self.shown, MAX_BYTES) if file_state(self.path).size >= 0 else None
