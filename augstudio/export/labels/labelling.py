"""How an export writes labels: what is the same for all of its pictures."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from augstudio.core.labels import Categories
from augstudio.datasets.base import Dataset, DatasetReference
from augstudio.datasets.formats import FORMATS, label_writer
from augstudio.datasets.label_reading import LabelSource
from augstudio.datasets.label_writing import LabelWriter
from augstudio.errors import DatasetError, ExportError, message_of

_NOT_LABELLED: Final = "not labelled"


@dataclass(frozen=True)
class Labelling:
    """How an export writes labels; sent to other processes once, with the job.

    Attributes:
        reference: What opens the dataset again, without reading all of it.
        format: Name of the format in which they are written.
        writer: What writes them.
        categories: The dataset's classes.
    """

    reference: DatasetReference
    format: str
    writer: LabelWriter
    categories: Categories
    _categories_text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make once what is hashed for each sample."""
        text = json.dumps(asdict(self.categories), sort_keys=True, ensure_ascii=False)
        object.__setattr__(self, "_categories_text", text)

    @property
    def source_format(self) -> str:
        """Name of the format in which the dataset has them."""
        return self.reference.format

    @property
    def keeps_format(self) -> bool:
        """Whether labels stay in the dataset's format."""
        return self.format == self.source_format

    @property
    def title(self) -> str:
        """The name, for people, of the format in which they are written."""
        return title_of(self.format)

    @property
    def categories_text(self) -> str:
        """The classes as canonical JSON."""
        return self._categories_text

    def class_list(self) -> dict[str, Any]:
        """The format and its classes, for those who read labels without the files that all pictures share."""
        numbers = self.writer.class_numbers()
        classes = []
        for position, item in enumerate(self.categories.all):
            told = {
                "number": numbers[position] if numbers else None,
                "name": item.name,
                "supercategory": item.supercategory,
                "keypoints": list(item.keypoints),
                "skeleton": [list(pair) for pair in item.skeleton],
            }
            classes.append({name: value for name, value in told.items() if value not in (None, "", [])})
        return {"format": self.format, "classes": classes}

    def to_dict(self) -> dict[str, Any]:
        """What stands beside the manifest: the two formats."""
        return {"source format": self.source_format, "format": self.format}


def labelling_of(dataset: Dataset, to_format: str) -> Labelling | None:
    """How the labels of a dataset are written; None where it has none.

    Args:
        dataset: The dataset.
        to_format: Name of the format to write; empty for the dataset's own.

    Raises:
        ExportError: They cannot be written in that format.
    """
    categories, own = dataset.categories, dataset.reference.format
    if categories is None:
        if to_format not in ("", own):
            raise ExportError("the dataset has no labels that could be written as {0}", to_format)
        return None
    name = to_format or own
    try:
        writer = label_writer(name, dataset)
        if writer is not None:
            return Labelling(dataset.reference, name, writer, categories)
    except DatasetError as error:
        raise ExportError(message_of(error)) from None
    raise ExportError("labels cannot be written as {0}; choose {1}", name, ", ".join(writable_formats()))


def labels_digest(labelling: Labelling, source: LabelSource | None) -> str:
    """SHA-256 of all that the labels of a sample are made from.

    Raises:
        DatasetError: A file cannot be read.
    """
    read = _NOT_LABELLED if source is None else source.digest()
    return hashlib.sha256(f"{read}\n{labelling.categories_text}".encode()).hexdigest()


def title_of(name: str) -> str:
    """A format's name for people."""
    return FORMATS[name].title or name


def writable_formats() -> tuple[str, ...]:
    """Names of the formats in which labels can be written."""
    return tuple(name for name, kind in FORMATS.items() if kind.writer is not None)
