"""Opens the dataset that a command is given: a folder, a file, or a place in an object store."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from augstudio.cli.folders import chosen_format
from augstudio.datasets.base import DatasetReference
from augstudio.errors import DatasetError, message_of
from augstudio.export.remote.working_copy import listed_dataset
from augstudio.stores.address import StoreAddress


@contextlib.contextmanager
def dataset_at(place: str, as_format: str = "") -> Iterator[DatasetReference]:
    """What opens a dataset, for as long as it is looked at.

    Args:
        place: Its path or address.
        as_format: The format that was named; recognised if empty.

    Raises:
        DatasetError: There is no such format, or a store cannot be reached.
        ExportError: It is an address that cannot be used.
    """
    name, address = chosen_format(as_format), StoreAddress.parsed(place)
    if address is None:
        yield DatasetReference(Path(place).absolute(), name)
        return
    try:
        with listed_dataset(address, name) as reference:
            yield reference
    except OSError as error:
        raise DatasetError("the place {0} cannot be used: {1}", str(address), message_of(error)) from None
