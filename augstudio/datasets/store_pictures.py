"""A folder of pictures in an object store.

It is listed once, into a folder on this computer with an empty file of the same name and size for each
picture, which holds none of its bytes and takes no room. What the folders mean is found out there, by the
same code as for a folder, so that an export of either is the same. A picture is fetched when its task runs;
its ETag, which the file's time stands for, tells whether it is the one that was listed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

import xxhash

from augstudio.core.image import Image, Size
from augstudio.datasets.base import Dataset, DatasetReference, LinkListener, Sample, Skipped, ignore
from augstudio.datasets.file_state import FileState, file_state
from augstudio.datasets.files import Unlabelled
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import LeftOut, LeftOutListener
from augstudio.datasets.recognising import Assumption
from augstudio.errors import DatasetError, ImageError, message_of
from augstudio.images.codec import decode, decode_small
from augstudio.images.reading import MAX_FILE_BYTES, is_reducible, reduced_of
from augstudio.images.suffixes import IMAGE_SUFFIXES
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects, Tag

_AT_ONCE: Final = 16
_MOST_LOOKED_AT: Final = 64
_MOST_NOTE_BYTES: Final = 16 << 20
_NOTES: Final = frozenset((".txt", ".json", ".jsonl", ".xml", ".csv", ".yaml", ".yml", ".names"))


def write_listing(address: StoreAddress, folder: Path) -> None:
    """List a place into an empty folder, while it comes.

    Of files that may say something about the pictures the first few are fetched whole, so that labels are
    recognised.

    Raises:
        OSError: The store cannot be reached, or this computer's disk is full.
    """
    objects, notes, made = Objects(address), list[str](), set[str]()
    for name, size, tag in objects.listed():
        place = folder / name
        # An empty object marks a folder for some tools: "a/", which obstore calls "a".
        if not size and place.suffix.lower() not in IMAGE_SUFFIXES:
            continue
        parent = os.path.dirname(name)  # noqa: PTH120  (for each object)
        if parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(parent)
        with place.open("wb") as stream:
            stream.truncate(size)
        os.utime(place, ns=(0, _stamp(tag)))
        if place.suffix.lower() in _NOTES and size <= _MOST_NOTE_BYTES and len(notes) < _MOST_LOOKED_AT:
            notes.append(name)
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for name, data in zip(notes, threads.map(objects.get, notes), strict=True):
            (folder / name).write_bytes(data or b"")


def _stamp(tag: Tag) -> int:
    """A state of an object, as a time that file systems keep: a microsecond within thirty years."""
    return xxhash.xxh3_64_intdigest(f"{tag.e_tag}\0{tag.version}".encode()) % 10**15 * 1000


class StorePictures(Unlabelled):
    """The pictures of a listing, fetched from the store that was listed."""

    def __init__(self, listing: Dataset, address: StoreAddress) -> None:
        """Take a listing.

        Args:
            listing: The folder that :func:`write_listing` has written, opened.
            address: What it is of.

        Raises:
            DatasetError: The dataset has labels.
        """
        if listing.categories is not None:
            raise DatasetError(
                "the dataset in {0} has labels ({1}), which are not read from an object store: copy it to a "
                "folder, or --as image-folder takes the pictures alone",
                str(address),
                listing.reference.format,
            )
        self._listing, self._address, self._objects = listing, address, Objects(address)
        self._latest: tuple[str, FileState] | None = None

    @property
    def root(self) -> Path:
        """The folder of the listing."""
        return self._listing.root

    @property
    def reference(self) -> DatasetReference:
        """What opens it again on this computer while the listing is there."""
        return replace(self._listing.reference, store=self._address)

    @property
    def layout(self) -> Layout:
        """What its folders mean."""
        return self._listing.layout

    @property
    def stated(self) -> Stated:
        """What was said about its folders."""
        return self._listing.stated

    @property
    def assumption(self) -> Assumption:
        """How its folders are taken, for people."""
        return self._listing.assumption

    @property
    def has_splits(self) -> bool:
        """Whether some of its folders are splits."""
        return self._listing.has_splits

    def check_stated(self) -> None:
        """Refuse what was said about folders and classes that are not there.

        Raises:
            DatasetError: The text names the first one.
        """
        self._listing.check_stated()

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """The first labels found with its pictures; None if there are none, or if cancelled."""
        return self._listing.found_labels(cancelled)

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """All pictures as they were listed; see :meth:`~augstudio.datasets.base.SampleSource.samples`."""
        return self._listing.samples(on_link, on_left_out)

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """The error for a place whose listing gave no picture."""
        return self._listing.nothing_usable(skipped, left_out)

    def state(self, sample: Sample) -> FileState:
        """The state in which a sample's picture was read last, else in which it was listed."""
        if self._latest is not None and self._latest[0] == sample.key:
            return self._latest[1]
        return file_state(sample.path)

    def read_bytes(self, sample: Sample) -> bytes:
        """Fetch a picture as it is encoded.

        Raises:
            ImageError: It is missing, empty, too large, or the store cannot be reached.
        """
        if file_state(sample.path).size > MAX_FILE_BYTES:
            raise ImageError("the file is larger than {0} MB", MAX_FILE_BYTES >> 20)
        name = PurePosixPath(*sample.path.relative_to(self.root).parts).as_posix()
        try:
            found = self._objects.get_with_head(name)
        except OSError as error:
            raise ImageError("cannot be read: {0}", message_of(error)) from None
        if found is None:
            raise ImageError("there is no such file any more")
        data, head = found
        self._latest = sample.key, FileState(head.size, _stamp(head.tag))
        if not data:
            raise ImageError("the file is empty")
        return data

    def read(self, sample: Sample) -> Image:
        """Decode a sample's picture: ``(H, W, C)`` uint8, upright.

        Raises:
            ImageError: It is damaged, too large or of an unsupported kind.
        """
        return decode(self.read_bytes(sample)).image

    def thumbnail(self, sample: Sample, side: int) -> Image:
        """A small version that fits a square of ``side`` pixels.

        Raises:
            ImageError: It cannot be decoded.
        """
        return decode_small(self.read_bytes(sample), side)

    def reduced(self, sample: Sample, side: int) -> tuple[Image, Size] | None:
        """A reduced picture with the size of the full one, where that is much faster than reading it.

        Raises:
            ImageError: It cannot be decoded.
        """
        return reduced_of(self.read_bytes(sample), side) if is_reducible(sample.path.suffix) else None
