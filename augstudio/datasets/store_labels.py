"""Brings the labels of a dataset in an object store to this computer, while its pictures stay there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from augstudio.datasets.base import Dataset, DatasetReference, only_samples
from augstudio.datasets.formats import FORMATS, IMAGE_FOLDER, recognised_format
from augstudio.datasets.label_reading import MaskSource
from augstudio.datasets.store_listing import StoreListing, fetch, write_listing
from augstudio.errors import DatasetError

_MOST_LOOKED_AT: Final = 64


def write_dataset(listing: StoreListing, name: str = "", format_name: str = "") -> None:
    """List a place into a folder, with all that its pictures' labels are read from.

    These are its files of text, and masks. Where the pictures alone are wanted only the first files of text
    are fetched, by which labels are noticed.

    Args:
        listing: The place and its folder, which is empty.
        name: The file by which the dataset is opened; empty where the place is opened as a whole.
        format_name: The format, where it is said.

    Raises:
        OSError: The store cannot be reached, or this computer's disk is full.
    """
    write_listing(listing, _MOST_LOOKED_AT if format_name == IMAGE_FOLDER else None)
    path = listing.folder / name
    format_name = format_name or recognised_format(path)
    if format_name == IMAGE_FOLDER or format_name not in FORMATS:
        return
    with suppress(DatasetError):  # who opens it hears of that
        dataset = FORMATS[format_name].open(DatasetReference(path, format_name))
        fetch(listing, list(_masks(dataset, listing)))


def _masks(dataset: Dataset, listing: StoreListing) -> Iterator[str]:
    """The masks of a dataset's pictures."""
    for sample in only_samples(dataset.samples()):
        source = dataset.label_source(sample)
        if source is None:
            continue
        if not isinstance(source, MaskSource):
            return
        for file in source.masks():
            name = listing.name_of(Path(file))
            if name is not None:
                yield name
