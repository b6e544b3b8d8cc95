"""Keeps other exports out of the place that one writes to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from augstudio.export.job import ExportJob
from augstudio.export.lock import check_free, locked
from augstudio.export.own_files import checked_place
from augstudio.export.parts import check_no_part_runs
from augstudio.export.remote import lease
from augstudio.export.remote.working_copy import fetch_records
from augstudio.stores.objects import Objects


@contextmanager
def kept_out(job: ExportJob) -> Iterator[None]:
    """Keep others out of what an export writes: of the whole place, or of what a part keeps in it.

    The records of a place in a store are fetched once more, as others may have been there.

    Raises:
        ExportError: Another export, or the same part, runs there.
        OSError: The folder cannot be made or written.
    """
    if job.store is not None:
        with _leased(job, Objects(job.store)):
            fetch_records(job.store, job.out, "" if job.part is None else job.part.name)
            yield
        return
    place = job.out if job.part is None else checked_place(job.out, job.part.folder)
    with locked(place):
        # Whoever comes second finds the other one, as both look after they have locked their own.
        if job.part is None:
            check_no_part_runs(job.out)
        else:
            check_free(job.out)
        yield


@contextmanager
def _leased(job: ExportJob, objects: Objects) -> Iterator[None]:
    """The same of a place in a store."""
    with lease.leased(objects, "" if job.part is None else job.part.folder):
        if job.part is None:
            lease.check_no_part_runs(objects)
        else:
            lease.check_free(objects)
        yield
