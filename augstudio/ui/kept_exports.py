"""What is remembered of exports: the choices that were made for each dataset, and those that were begun."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from augstudio.datasets.formats import IMAGE_FOLDER
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export.balance import LARGEST, MAX_TARGET
from augstudio.export.shards.size import MAX_BYTES, SAMPLES
from augstudio.stores.address import StoreAddress
from augstudio.ui.kept_layouts import LONGEST, absolute

if TYPE_CHECKING:
    from augstudio.datasets.base import Dataset
    from augstudio.export import ExportJob, ExportOptions
    from augstudio.export.reading.unfinished import Unfinished

LONGEST_NAME = 80
"""Characters of a name or a colour."""

_LONGEST_PATH = 4096

_Name = Annotated[str, Field(max_length=LONGEST_NAME)]
_Path = Annotated[str, Field(min_length=1, max_length=_LONGEST_PATH, pattern=r"^[^\x00]*$")]


class _Kept(BaseModel):
    """A small record of the settings."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def as_text(self) -> str:
        """The record as JSON."""
        return self.model_dump_json()


_Record = TypeVar("_Record", bound=_Kept)


class ExportChoices(_Kept):
    """What the form of an export says, apart from the folder.

    Attributes:
        copies: Copies of each picture, 0 or more.
        balanced: Whether classes are balanced instead.
        balance: Files that each class shall have; 0 for as many as the largest has.
        originals: Whether originals are written.
        format: Name of the format of pictures.
        quality: 1..100.
        lossless: Whether WebP files lose nothing.
        background: A colour, or nothing.
        splits: What is augmented.
        to_format: Name of the format of labels; empty for the dataset's own.
        per_class: Pictures of each class; 0 for all.
        divide: Shares of train, val and test, or nothing.
        divide_by: What stays on one side.
        stratify: Whether each class is divided by itself.
        shards: Bytes of a shard, or a number of samples as ``10000samples``; 0 for a file for each picture.
    """

    copies: Annotated[int, Field(ge=0)] = 4
    balanced: bool = False
    balance: Annotated[int, Field(ge=0, le=MAX_TARGET)] = 0
    originals: bool = True
    format: _Name = "keep"
    quality: Annotated[int, Field(ge=1, le=100)] = 95
    lossless: bool = False
    background: _Name = ""
    splits: tuple[Split, ...] = (Split.TRAIN,)
    to_format: _Name = ""
    per_class: Annotated[int, Field(ge=0, le=MAX_TARGET)] = 0
    divide: _Name = ""
    divide_by: _Name = "image"
    stratify: bool = False
    shards: Annotated[int, Field(ge=0, le=MAX_BYTES)] | Annotated[str, Field(pattern=SAMPLES)] = 0

    @classmethod
    def of(cls, options: ExportOptions, dataset_format: str = "") -> ExportChoices:
        """The choices that gave these options.

        Args:
            options: The options of an export.
            dataset_format: Name of the format in which the dataset has its labels.
        """
        balance = options.balance if isinstance(options.balance, int) else 0
        return cls(
            copies=options.copies or (4 if options.is_balanced else 0),
            balanced=options.is_balanced,
            balance=0 if options.balance == LARGEST else balance,
            originals=options.originals,
            format=options.format,
            quality=options.quality,
            lossless=options.lossless,
            background=options.background,
            splits=options.splits,
            to_format="" if options.to_format == dataset_format else options.to_format,
            per_class=options.per_class,
            divide=options.divide,
            divide_by=options.divide_by,
            stratify=options.stratify,
            shards=options.shards,
        )

    @classmethod
    def from_text(cls, text: str) -> ExportChoices:
        """Read what was kept; what is damaged takes its default."""
        return _read(cls, text) or cls()


class BegunExport(_Kept):
    """An export that was begun, and may not have come to its end.

    Attributes:
        out: Its folder, or its address in an object store.
        dataset: The folder or file of its dataset.
        dataset_format: Name of the dataset's format.
        images_alone: Whether labels stay behind.
    """

    out: _Path
    dataset: _Path
    dataset_format: _Name = ""
    images_alone: bool = False

    @classmethod
    def of(cls, job: ExportJob) -> BegunExport:
        """What to remember of an export that begins."""
        return cls(
            out=str(job.store or absolute(job.out)),
            dataset=absolute(job.dataset),
            dataset_format=job.dataset_format,
            images_alone=job.as_image_folder,
        )

    @classmethod
    def found(cls, unfinished: Unfinished, sources: Dataset) -> BegunExport:
        """The same of an export that was begun elsewhere, as from the command line, and of its dataset."""
        written = unfinished.recorded.source_format
        alone = not written and sources.categories is not None
        reference = sources.reference
        return cls(
            out=absolute(unfinished.out),
            dataset=absolute(sources.root if alone else reference.path),
            dataset_format=IMAGE_FOLDER if alone else reference.format,
            images_alone=not written,
        )

    @classmethod
    def from_text(cls, text: str) -> BegunExport | None:
        """Read what was kept; None where it is no such record."""
        return _read(cls, text)

    @property
    def folder(self) -> Path:
        """Its folder; a path at which nothing is where it lies in a store."""
        return Path(self.out)

    @property
    def store(self) -> StoreAddress | None:
        """Its place in an object store; None where it lies in a folder."""
        try:
            return StoreAddress.parsed(self.out)
        except ExportError:
            return None

    def job(self, unfinished: Unfinished) -> ExportJob:
        """The export as it goes on: with the pipeline and the options with which it was begun.

        What its labels lose was accepted before it wrote its first file.
        """
        begun = unfinished.recorded.job(Path(self.dataset))
        kind = self.dataset_format or begun.dataset_format
        out = begun.out if self.store is None else self.folder
        begun = replace(begun, out=out, store=self.store, accept_loss=True)
        return replace(begun, dataset_format=kind, as_image_folder=self.images_alone)


def _read(kind: type[_Record], text: str) -> _Record | None:
    if len(text) > LONGEST:
        return None
    try:
        return kind.model_validate_json(text)
    except ValidationError:
        return None
