"""Refuses output folders in which an export could harm something; nothing is written."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from augstudio.core.text import printable
from augstudio.errors import ExportError, Message, message_of
from augstudio.export.files import IDENTITY, JOURNAL, LEFT_BY_SYSTEMS, LOCK, PARTS, RESERVED, UNFINISHED
from augstudio.export.job import ExportJob
from augstudio.export.own_files import checked_place
from augstudio.export.reading.recorded import read_identity
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects


def check_output_folder(job: ExportJob) -> None:
    """Refuse folders in which an export could harm its own dataset or something else.

    Raises:
        ExportError: ``out`` is, holds or lies in the dataset, is a file, cannot be written, or holds
            other files.
    """
    if job.store is not None:
        _check_store(job.store, printable(job.place))
        if job.source_store is not None:
            _check_apart(job.store, job.source_store)
        return
    out, shown = job.out, printable(str(job.out))
    if _lies_in(out, job.dataset):
        raise ExportError("the output folder {0} is the dataset or lies inside it; choose another one", shown)
    if _lies_in(job.dataset, out):
        raise ExportError("the output folder {0} has the dataset inside it; choose another one", shown)
    try:
        if not out.is_dir():
            if os.path.lexists(out):
                raise ExportError("the output {0} is a file; name a folder", shown)
            _check_writable(_existing(out))
            return
        for name in sorted(RESERVED):
            _check_kind(out, name)
        own = (UNFINISHED, PARTS, *LEFT_BY_SYSTEMS)
        present = [item.name for item in out.iterdir() if item.name not in own]
    except OSError as error:
        reason = message_of(error)
        if error.errno == errno.ELOOP:
            reason = Message("{0}: {1}", printable(str(error.filename)), reason)
        raise ExportError("the output folder {0} cannot be used: {1}", shown, reason) from None
    if present and IDENTITY not in present:
        raise ExportError(
            "the output folder {0} holds other files, such as {1}; choose a new or empty one",
            shown,
            printable(min(present)),
        )
    _check_writable(out)


def _check_store(store: StoreAddress, shown: str) -> None:
    """The same of a place in an object store.

    Raises:
        ExportError: It cannot be reached, holds other objects, or lies in another export.
    """
    try:
        objects = Objects(store)
        if objects.head(IDENTITY) is None:
            other = next((name for name, _, _ in objects.listed() if _is_foreign(name)), None)
            if other is not None:
                raise ExportError(
                    "the place {0} holds other objects, such as {1}; choose a new or empty one",
                    shown,
                    printable(other),
                )
        for around in store.around():
            if Objects(around).head(IDENTITY) is not None:
                raise ExportError(
                    "the place {0} lies inside the export in {1}; choose one outside it", shown, str(around)
                )
    except OSError as error:
        raise ExportError("the place {0} cannot be used: {1}", shown, message_of(error)) from None


def _check_apart(store: StoreAddress, source: StoreAddress) -> None:
    """The same where the dataset is in a store, too.

    Raises:
        ExportError: One lies in the other.
    """
    if store.holds(source) or source.holds(store):
        raise ExportError(
            "the place {0} and the dataset {1} lie in one another; choose another one",
            str(store),
            str(source),
        )


def _is_foreign(name: str) -> bool:
    """Whether an object is none that an export keeps for itself."""
    top = name.partition("/")[0]
    return top not in (PARTS, JOURNAL, UNFINISHED) and not top.startswith(LOCK)


def _check_kind(out: Path, name: str) -> None:
    """Refuse something that is no file, or no folder, at the name of one that an export keeps for itself.

    Raises:
        ExportError: It is a pipe, a device, or a folder in the place of a file.
        OSError: It is a link, or cannot be told.
    """
    with contextlib.suppress(FileNotFoundError):
        mode = checked_place(out, name).lstat().st_mode
        if not (stat.S_ISDIR(mode) if name in (UNFINISHED, PARTS) else stat.S_ISREG(mode)):
            raise ExportError(
                "{0} is not what an export keeps under this name, but something else; move it away, "
                "or choose another folder",
                printable(str(out / name)),
            )


def check_link(job: ExportJob, link: Path) -> None:
    """Refuse a link in the dataset that makes the export's own files part of it.

    Raises:
        ExportError: It leads to ``out``, into it, or to a folder around it; ``out`` need not be there yet.
    """
    if _lies_in(link, job.out) or _lies_in(job.out, link):
        raise ExportError(
            "the dataset's link {0} leads to the output folder {1} or to one around it; choose "
            "another output folder, or remove the link",
            printable(str(link)),
            printable(str(job.out)),
        )


def check_not_in_export(out: Path) -> None:
    """Refuse an output folder inside another export, whose files would be mixed up with its own.

    Raises:
        ExportError: A folder around it is an export of this program.
    """
    for folder in Path(os.path.realpath(out)).parents:
        try:
            read_identity(folder)
        except ExportError:  # there is none, or it only has that name
            continue
        raise ExportError(
            "the output folder {0} lies inside the export in {1}; choose one outside it",
            printable(str(out)),
            printable(str(folder)),
        )


def _lies_in(inner: Path, outer: Path) -> bool:
    """Whether a path is a folder or lies in it, by the files themselves, so that links do not hide it."""
    resolved = Path(os.path.realpath(inner))  # which takes links that lead in circles as they are
    return any(_same(place, outer) for place in (resolved, *resolved.parents))


def _same(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:
        return first == Path(os.path.realpath(second))


def _existing(path: Path) -> Path:
    return next(place for place in path.absolute().parents if place.exists())


def _check_writable(folder: Path) -> None:
    if not folder.is_dir():
        raise ExportError("{0} is not a folder; name another output folder", printable(str(folder)))
    effective = os.access in os.supports_effective_ids
    if not os.access(folder, os.W_OK | os.X_OK, effective_ids=effective):
        raise ExportError(
            "no permission to write in {0}; choose another output folder", printable(str(folder))
        )
