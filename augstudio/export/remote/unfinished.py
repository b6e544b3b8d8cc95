"""Exports to object stores that were stopped, and go on when they are run again; nothing is ever written."""

from __future__ import annotations

from augstudio.errors import AugStudioError
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST, PARTS
from augstudio.export.reading.recorded import read_recorded
from augstudio.export.reading.unfinished import Unfinished
from augstudio.export.remote.lease import check_seems_free
from augstudio.export.remote.working_copy import record_folder
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects


def unfinished_in_store(place: StoreAddress) -> Unfinished | None:
    """The export that was stopped in a place; None where there is none, or it is finished.

    Its record says a folder that is gone by then; its pipeline is to be used without.

    Raises:
        AugStudioError: It runs, or cannot be told of: files that its pipeline needs lie in the store.
        OSError: The store does not answer within seconds.
    """
    objects = Objects(place, patient=False)
    identity = objects.get_with_head(IDENTITY)
    has_journal = next(objects.listed(JOURNAL), None) is not None
    if identity is None or (not has_journal and objects.head(MANIFEST) is not None):
        return None
    if next(objects.listed(PARTS), None) is not None:
        return None  # it goes on part by part
    check_seems_free(objects)
    data, head = identity
    with record_folder(place) as folder:
        (folder / IDENTITY).write_bytes(data)
        recorded = read_recorded(folder)
    if any(not reference.shipped for reference in recorded.pipeline.references()):
        raise AugStudioError("files that the pipeline uses lie in {0}", str(place))
    return Unfinished(recorded, head.modified.timestamp())
