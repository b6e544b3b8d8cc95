"""Rows of Hugging Face tables, which say of each copy which picture it is of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from augstudio.core.pipeline import Pipeline
from augstudio.images.pillow import as_pillow
from augstudio.interop.file_copies import FileCopies
from augstudio.interop.online import OnlineDataset

INDEX: Final = "index"
"""Column with the places of the pictures in their dataset."""
COPY: Final = "copy"
"""Column with the numbers of the copies."""
_BOXES: Final = ("bbox", "bboxes", "boxes", "keypoints", "segmentation", "polygons")

_Places: TypeAlias = Mapping[str, list[int]]
_Columns: TypeAlias = dict[str, list[Any]]


def online_rows(online: OnlineDataset, batch: _Places) -> _Columns:
    """The columns ``image``, ``label``, ``key`` and ``copy`` of copies of a dataset of this program."""
    made = [online.sample(index, copy) for index, copy in zip(batch[INDEX], batch[COPY], strict=True)]
    return {
        "image": [as_pillow(sample.image) for sample in made],
        "label": [sample.label for sample in made],
        "key": [sample.key for sample in made],
        COPY: list(batch[COPY]),
    }


class TableRows:
    """Makes rows with copies of a table's pictures."""

    def __init__(
        self, table: Any, pipeline: Pipeline, seed: int, image: str, key: str | None, label: str | None
    ) -> None:
        """Take a ``datasets.Dataset``; see :func:`augstudio.huggingface.copies`."""
        from datasets import ClassLabel, Image

        features = table.features
        left = [name for name, kind in features.items() if name != image and _stays(kind, name)]
        if left:
            raise ValueError(f"{left} would stay as they are beside the moved pictures: remove these columns")
        # The files themselves, as Hugging Face's own decoding is more lenient and knows fewer kinds.
        self._table = table.cast_column(image, Image(decode=False))
        self._image, self._key = image, key
        self._label = label if isinstance(features.get(label), ClassLabel) else None
        self._copies = FileCopies(pipeline, seed, features[self._label].names if self._label else ())

    def __call__(self, batch: _Places) -> _Columns:
        """The rows of the table, each with a new Pillow picture and the number of its copy."""
        rows, copies = self._table[list(batch[INDEX])], list(batch[COPY])
        keys = batch[INDEX] if self._key is None else rows[self._key]
        # Pictures without a class have None, or -1 in test splits.
        labels = rows[self._label] if self._label else [None] * len(copies)
        files = [file["bytes"] or Path(file["path"]).read_bytes() for file in rows[self._image]]
        made = map(self._copies, files, copies, map(str, keys), labels)
        return {**rows, self._image: [as_pillow(image) for image in made], COPY: copies}


def _stays(kind: Any, name: str) -> bool:
    """Whether a column has pictures or places in them."""
    from datasets import Image

    inner = getattr(kind, "feature", kind)
    if isinstance(inner, Mapping):
        return any(_stays(one, part) for part, one in inner.items())
    return isinstance(inner, Image) or name in _BOXES
