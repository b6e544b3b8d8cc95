"""A place in an object store as a folder on this computer, in which pictures have no bytes.

It has an empty file of the same name and size for each object, which holds none of its bytes and takes no
room; only files that say something about pictures are fetched whole. What all of it means is found out there,
by the same code as for a folder, so that an export of either is the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

import xxhash

from augstudio.images.suffixes import IMAGE_SUFFIXES
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects, Tag

_AT_ONCE: Final = 32
_NOTES: Final = frozenset(
    (
        ".txt", ".json", ".jsonl", ".ndjson", ".xml", ".csv", ".tsv", ".lst", ".yaml", ".yml", ".names",
    )
)  # fmt: skip
_FOLDERS_OF_NOTES: Final = frozenset(("annotations", "annotation", "anns", "labels", "json", "jsons"))


@dataclass(frozen=True, slots=True)
class StoreListing:
    """A folder that stands for a place in an object store.

    Attributes:
        address: The place.
        folder: The folder, absolute.
    """

    address: StoreAddress
    folder: Path

    def name_of(self, file: Path) -> str | None:
        """The name of the object that a file stands for; None where it lies elsewhere."""
        if self.folder not in file.parents or ".." in file.parts:
            return None
        return PurePosixPath(*file.relative_to(self.folder).parts).as_posix()


def listed_place(address: StoreAddress) -> tuple[StoreAddress, str]:
    """The place that must be listed to open what an address names, and the name of its file there.

    An address may be that of an object that describes a dataset, as ``…/data.yaml`` or
    ``…/annotations/instances.json``. Then its folder is listed, or that around it where it says that it holds
    no pictures; the name is empty where the address is no such object's.

    Raises:
        OSError: The store cannot be reached.
    """
    name = address.prefix.rpartition("/")[2]
    if PurePosixPath(name).suffix.lower() not in _NOTES:
        return address, ""
    outer = address.around()[0]
    if Objects(outer).head(name) is None:
        return address, ""
    inner = outer.prefix.rpartition("/")[2]
    if inner.casefold() not in _FOLDERS_OF_NOTES:
        return outer, name
    return outer.around()[0], f"{inner}/{name}"


def write_listing(listing: StoreListing, most_notes: int | None = None) -> None:
    """List a place into its empty folder, while it comes, and fetch the files that are text.

    Args:
        listing: The place and the folder.
        most_notes: How many of these are fetched; None for all.

    Raises:
        OSError: The store cannot be reached, or this computer's disk is full.
    """
    notes, made, folder = list[str](), set[str](), listing.folder
    for name, size, tag in Objects(listing.address).listed():
        place = folder / name
        is_note = place.suffix.lower() in _NOTES
        # An empty object marks a folder for some tools: "a/", which obstore calls "a".
        if not size and not is_note and place.suffix.lower() not in IMAGE_SUFFIXES:
            continue
        parent = os.path.dirname(name)  # noqa: PTH120  (for each object)
        if parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(parent)
        with place.open("wb") as stream:
            stream.truncate(size)
        os.utime(place, ns=(0, stamp(tag)))
        if size and is_note and (most_notes is None or len(notes) < most_notes):
            notes.append(name)
    fetch(listing, notes)


def fetch(listing: StoreListing, names: Iterable[str]) -> None:
    """Have files of a listing hold the bytes of their objects; one whose object is gone is removed.

    Raises:
        OSError: The store cannot be reached, or this computer's disk is full.
    """
    objects = Objects(listing.address)

    def bring(name: str) -> None:
        place = listing.folder / name
        try:
            with place.open("wb") as stream:
                tag = objects.copy(name, stream)
        except FileNotFoundError:
            place.unlink(missing_ok=True)
            return
        os.utime(place, ns=(0, stamp(tag)))

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(bring, names):
            pass


def stamp(tag: Tag) -> int:
    """A state of an object, as a time that file systems keep: a microsecond within thirty years."""
    return xxhash.xxh3_64_intdigest(f"{tag.e_tag}\0{tag.version}".encode()) % 10**15 * 1000
