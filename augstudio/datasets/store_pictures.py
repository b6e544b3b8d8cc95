"""A dataset whose pictures are in an object store.

A picture is fetched when its task runs; its ETag, which the time of its file in the listing stands for, tells
whether it is the one that was listed. Its labels are here, as they were when it was listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from augstudio.core.image import Image, Size
from augstudio.core.labels import Categories
from augstudio.core.text import printable
from augstudio.datasets.base import Dataset, DatasetReference, LinkListener, Sample, Skipped, ignore
from augstudio.datasets.file_state import FileState, file_state
from augstudio.datasets.label_reading import LabelProblem, LabelSource
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import LeftOut, LeftOutListener
from augstudio.datasets.recognising import Assumption
from augstudio.datasets.store_listing import StoreListing, stamp
from augstudio.errors import DatasetError, ImageError, Message, message_of
from augstudio.images.codec import decode, decode_small
from augstudio.images.reading import MAX_FILE_BYTES, is_reducible, reduced_of
from augstudio.stores.objects import Objects


class StorePictures:
    """The pictures of a listing, fetched from the store that was listed.

    Attributes:
        listed: The listing as a dataset, with the labels.
    """

    def __init__(self, listed: Dataset, listing: StoreListing) -> None:
        """Take a listing.

        Args:
            listed: What :func:`~augstudio.datasets.store_labels.write_dataset` has written, opened.
            listing: What it is of.
        """
        self.listed, self._listing, self._objects = listed, listing, Objects(listing.address)
        self._latest: tuple[str, FileState] | None = None

    @property
    def root(self) -> Path:
        """The folder of the listing."""
        return self.listed.root

    @property
    def reference(self) -> DatasetReference:
        """What opens it again on this computer while the listing is there."""
        return replace(self.listed.reference, store=self._listing)

    @property
    def layout(self) -> Layout:
        """What its folders mean."""
        return self.listed.layout

    @property
    def stated(self) -> Stated:
        """What was said about its folders."""
        return self.listed.stated

    @property
    def assumption(self) -> Assumption:
        """How its folders are taken, for people."""
        return self.listed.assumption

    @property
    def has_splits(self) -> bool:
        """Whether some of its folders are splits."""
        return self.listed.has_splits

    def check_stated(self) -> None:
        """Refuse what was said about folders and classes that are not there.

        Raises:
            DatasetError: The text names the first one.
        """
        self.listed.check_stated()

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """The first labels found with its pictures; None if there are none, or if cancelled."""
        return self.listed.found_labels(cancelled)

    @property
    def categories(self) -> Categories | None:
        """The classes of its labels; None where its format has none."""
        return self.listed.categories

    def label_source(self, sample: Sample) -> LabelSource | None:
        """Where a sample's labels are; None where it is not labelled."""
        return self.listed.label_source(sample)

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """What is broken or odd in files that are read for all samples together."""
        return self.listed.label_problems()

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """All pictures as they were listed; see :meth:`~augstudio.datasets.base.SampleSource.samples`."""
        for item in self.listed.samples(on_link, on_left_out):
            if isinstance(item, Sample) and self._listing.name_of(item.path) is None:
                reason = Message("lies outside of the place {0}", str(self._listing.address))
                yield Skipped(printable(item.key), reason)
            else:
                yield item

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """The error for a place whose listing gave no picture."""
        return self.listed.nothing_usable(skipped, left_out)

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
        name = self._listing.name_of(sample.path) or sample.key
        try:
            found = self._objects.get_with_head(name)
        except OSError as error:
            raise ImageError("cannot be read: {0}", message_of(error)) from None
        if found is None:
            raise ImageError("there is no such file any more")
        data, head = found
        self._latest = sample.key, FileState(head.size, stamp(head.tag))
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
