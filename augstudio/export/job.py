"""One export: what, where to, with which pipeline and how."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from augstudio.datasets.base import Dataset, DatasetReference, Sample
from augstudio.datasets.formats import IMAGE_FOLDER
from augstudio.export.files import LocalWorkspace
from augstudio.export.options import ExportOptions

if TYPE_CHECKING:
    from augstudio.core.pipeline import Pipeline
    from augstudio.datasets.store_listing import StoreListing
    from augstudio.export.labels.labelling import Labelling
    from augstudio.export.part import Part
    from augstudio.export.partners import PartnerPool
    from augstudio.export.shards.plan import ShardPlan
    from augstudio.export.workspace import Workspace
    from augstudio.stores.address import StoreAddress


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
        as_image_folder: Whether to export the pictures alone where they have labels of a kind that is not
            read; also labels of other kinds are left behind where no format is named.
        accept_loss: Whether labels may be lost that the format to write cannot hold; for one run, likewise.
        part: Which of its tasks are run, where others run the rest; None for all. This and the next are for
            one run, likewise.
        finishes: Whether no task is run, but what parts have written is put together.
        labelling: How labels are written; None where there are none, and before the dataset was opened.
        partners: The pictures that steps may mix in; None where no step does, and before the dataset was
            listed.
        store: The place in an object store to write to; None for a folder. ``out`` is then a copy of its
            records, which the export makes for itself.
        shards: What the shards have in common that are written; None where each picture is a file, and before
            the dataset was listed.
        source_store: The place in an object store that has the pictures, or the object there by which their
            labels are opened; None where ``dataset`` has. That lies then in a listing of it, which the export
            makes for itself.
        source_listing: That listing; None before.
    """

    dataset: Path
    out: Path
    pipeline: Pipeline
    options: ExportOptions = field(default_factory=ExportOptions)
    dataset_format: str = ""
    replace_edited: bool = False
    as_image_folder: bool = False
    accept_loss: bool = False
    part: Part | None = None
    finishes: bool = False
    labelling: Labelling | None = None
    partners: PartnerPool | None = None
    store: StoreAddress | None = None
    shards: ShardPlan | None = None
    source_store: StoreAddress | None = None
    source_listing: StoreListing | None = None

    @classmethod
    def to(cls, dataset: str | Path, out: str, pipeline: Pipeline, **others: Any) -> Self:
        """An export from and to folders, or places in object stores, by their paths or addresses.

        Args:
            dataset: The folder or file of the sources, or its address.
            out: Where to write, such as ``s3://bucket/prefix``.
            pipeline: What makes the copies.
            others: Other attributes.

        Raises:
            ExportError: It is an address that cannot be used.
        """
        from augstudio.stores.address import StoreAddress

        source, store = StoreAddress.parsed(str(dataset)), StoreAddress.parsed(out)
        folder = Path(out) if store else Path(out).expanduser()
        return cls(Path(dataset), folder, pipeline, store=store, source_store=source, **others)

    @property
    def place(self) -> str:
        """Path or address of what is written, for people."""
        return str(self.store or self.out)

    def workspace(self, *, holds_folders: bool = False) -> Workspace:
        """The place to write in; what a part keeps until the export is finished lies in its own."""
        own = "" if self.part is None else self.part.folder
        if self.store is not None:
            from augstudio.export.remote.workspace import StoreWorkspace

            return StoreWorkspace(self.store, self.out, own)
        return LocalWorkspace(self.out, own, holds_folders=holds_folders)

    def unit(self, number: int, sample: Sample) -> int:
        """What parts divide among themselves: tasks by their places in the plan, or whole shards.

        Args:
            number: The task's place in the plan, from 0.
            sample: The sample that it is of.
        """
        return number if self.shards is None else self.shards.unit(number, sample.split)

    def as_listed(self, dataset: Dataset) -> Self:
        """The same for those who run its tasks: they need not recognise the dataset's format again."""
        return replace(self, dataset_format=dataset.reference.format)

    @property
    def source(self) -> DatasetReference:
        """What opens the dataset, in this process or in another one."""
        if self.labelling is not None:
            return self.labelling.reference
        name = self.dataset_format or (IMAGE_FOLDER if self.as_image_folder else "")
        return DatasetReference(self.dataset, name, self.options.stated, None, self.source_listing)
