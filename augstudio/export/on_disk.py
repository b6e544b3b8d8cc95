"""Puts many files that were written on the disk, with their names."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Iterable
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from augstudio.export.no_links import LINK, opened_folder
from augstudio.export.own_files import CAREFUL, check_place, is_of_one_place
from augstudio.saving import put_folder_on_disk, put_on_disk

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

# Disks take in several files at once; a bundle of names is looked at at a time.
_AT_ONCE: Final = 16
_BUNDLE: Final = 1024
_FIRST_BUNDLE: Final = 4
_LONG_SECONDS: Final = 1e-4  # for a file
_FLAGS: Final = os.O_RDWR if os.name == "nt" else os.O_RDONLY


def put_files_on_disk(root: Path, files: Iterable[str]) -> bool:
    """Put files below a folder on the disk, with their names; missing ones are passed over.

    Several at once where it takes a while: a disk puts a bundle in its place in little more time than a
    single one. Where it takes none, as in memory, threads would only wait for one another.

    Args:
        root: The folder.
        files: POSIX paths relative to it; neighbours in one folder are found faster.

    Returns:
        Whether all could be; some file systems cannot.

    Raises:
        OSError: The disk failed, or a file is reached through a link.
    """
    folders, all_could = {""}, True
    waiting, count, takes_long = iter(files), _FIRST_BUNDLE, False
    with contextlib.ExitStack() as stack:
        threads: ThreadPoolExecutor | None = None
        while bundle := tuple(islice(waiting, _BUNDLE if takes_long else count)):
            if takes_long:
                threads = threads or stack.enter_context(_threads())
                shares = [(root, bundle[start::_AT_ONCE]) for start in range(_AT_ONCE)]
                found = [*threads.map(_put_some, shares)]
            else:
                began = time.perf_counter()
                found = [_put_some((root, bundle))]
                takes_long = time.perf_counter() - began > _LONG_SECONDS * len(bundle)
                count = min(2 * count, _BUNDLE)
            for could, inside in found:
                all_could = all_could and could
                folders |= inside
    for folder in folders:
        all_could = put_folder_on_disk(root / folder) and all_could
    return all_could


def _threads() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # most often nobody needs it

    return ThreadPoolExecutor(_AT_ONCE)


def put_file_on_disk(place: str, flags: int, folder: int | None = None) -> bool:
    """Put a file on the disk; whether its file system can do that.

    Args:
        place: Its path, or its name in an open folder.
        flags: How to open it.
        folder: The open folder's handle.

    Raises:
        OSError: It is missing or a link, or the disk failed.
    """
    try:
        handle = os.open(place, flags | CAREFUL, dir_fd=folder)
    except OSError as error:
        # What may not be read was edited; the export wrote none such.
        if not is_of_one_place(error):
            raise
        return True
    try:
        return put_on_disk(handle, place)
    finally:
        os.close(handle)


def _put_some(given: tuple[Path, Iterable[str]]) -> tuple[bool, set[str]]:
    """Put files of a root on the disk; whether all could be, and the folders on the way to them."""
    root, files = given
    folders, all_could = {""}, True
    for folder, inside in groupby(files, os.path.dirname):
        all_could = _put_some_of(root, folder, inside) and all_could
        above = folder
        while above not in folders:
            folders.add(above)
            above = os.path.dirname(above)  # noqa: PTH120
    return all_could, folders


def _put_some_of(root: Path, folder: str, files: Iterable[str]) -> bool:
    """Put files of one folder on the disk, which stays open meanwhile; whether all could be."""
    all_could = True
    with contextlib.ExitStack() as stack:
        try:
            held = stack.enter_context(opened_folder(root, f"{folder}/0"))
        except OSError as error:
            if is_of_one_place(error) or error.errno == errno.ENOENT:  # none of them is there
                return True
            raise
        for file in files:
            place = check_place(root, file) if held.folder is None else os.path.basename(file)  # noqa: PTH119
            try:
                all_could = put_file_on_disk(place, _FLAGS, held.folder) and all_could
            except FileNotFoundError:
                continue
            except OSError as error:
                if error.errno == errno.ELOOP:
                    raise OSError(errno.ELOOP, LINK, str(root / file)) from None
                raise OSError(error.errno, error.strerror, str(root / file)) from None
    return all_could
