"""What datasets have in common whose annotations name pictures that are files of their own."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Callable, Container, Iterator
from pathlib import Path

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories
from augstudio.core.sorting import sorted_in_steps
from augstudio.core.text import counted, printable
from augstudio.datasets.base import DatasetReference, LinkListener, Sample, Skipped, ignore
from augstudio.datasets.entries import is_folder, is_utf8
from augstudio.datasets.files import PictureFiles
from augstudio.datasets.label_reading import LabelProblem, LabelSource
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import (
    COPY_NAME,
    Kind,
    LeftOut,
    LeftOutListener,
    has_picture_suffix,
    is_foreign,
)
from augstudio.datasets.recognising import Assumption
from augstudio.datasets.splits import Split, nfc, nfc_order
from augstudio.errors import DatasetError, Message, message_of
from augstudio.images.reading import kind_of_file, missing_decoder


class AnnotatedPictures(PictureFiles):
    """A dataset in whose annotations all is written: which pictures there are, their splits and labels.

    A format gives :meth:`found`, :attr:`categories` and :meth:`label_source`, and says what is odd in
    :meth:`label_problems`.
    """

    def __init__(self, reference: DatasetReference, root: Path) -> None:
        """Keep what it was opened by.

        Args:
            reference: What opens it again.
            root: The folder that keys are relative to.
        """
        self._reference = reference
        self._root = root.absolute()

    @property
    def root(self) -> Path:
        """The folder it lives in, absolute."""
        return self._root

    @property
    def reference(self) -> DatasetReference:
        """What opens it again as it is now."""
        return self._reference

    @property
    def stated(self) -> Stated:
        """What was said about its folders."""
        return self._reference.stated

    @property
    def layout(self) -> Layout:
        """That no folder names a class; which folders are splits, where the format has such."""
        known = self._reference.layout
        if known is not None:
            return known
        return Layout(self.split_folders, classes=(), include_copies=self.stated.include_copies)

    @property
    def split_folders(self) -> tuple[tuple[str, Split | None], ...]:
        """Folders that are splits, by their paths relative to the root; none where annotations say it."""
        return ()

    @cached_property
    def assumption(self) -> Assumption:
        """How it is taken, for people."""
        categories = self.categories or Categories()
        return Assumption(
            self.layout,
            format=self._reference.format,
            categories=len(categories),
            divided=self.has_splits and not self.layout.is_divided,
        )

    @property
    def has_splits(self) -> bool:
        """Whether it is divided into splits."""
        return self.layout.is_divided

    @property
    @abstractmethod
    def categories(self) -> Categories | None:
        """The classes of its labels."""

    @abstractmethod
    def label_source(self, sample: Sample) -> LabelSource | None:
        """Where a sample's labels are; None where it is not labelled."""

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """What is broken or odd in files that are read for all samples together."""
        return ()

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """None, as its labels are read."""
        return None

    def check_stated(self) -> None:
        """Refuse what is said about folders, as annotations say it here.

        Raises:
            DatasetError: Something is said.
        """
        if self.stated.roles:
            raise DatasetError(
                "split folders: the annotations of {0} say which pictures belong to which split; change them "
                "there, or take it as a folder of pictures: --as image-folder",
                printable(str(self._reference.path)),
            )

    @abstractmethod
    def found(self) -> Iterator[Sample | Skipped]:
        """All samples, and what had to be left out, in a fixed order."""

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """All samples, and what had to be left out, in a fixed order and while this is consumed.

        What is called as copies are comes last, when it is known whether originals are there.

        Args:
            on_link: Not called, as no links are followed.
            on_left_out: Called with augmented copies beside their originals, which are no part of it.
        """
        originals: set[str] = set()
        held: list[Sample] = []
        for item in self.found():
            if isinstance(item, Sample) and "__aug" in item.key and not self.stated.include_copies:
                held.append(item)
                continue
            if isinstance(item, Sample):
                originals.add(_without_suffix(item.key))
            yield item
        for sample in held:
            original = COPY_NAME.fullmatch(_without_suffix(sample.key))
            if original is not None and original["stem"] in originals:
                on_left_out(LeftOut(Kind.COPY, sample.key, 1))
            else:
                yield sample

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """The error for a dataset whose listing gave no picture, from what had to be left out."""
        shown = printable(str(self._reference.path))
        if skipped is not None:
            first = Message("{0}: {1}", printable(skipped.name), skipped.reason)
            return DatasetError("no picture in {0} can be used; {1}", shown, first)
        if left_out:
            return DatasetError(
                "the pictures in {0} are augmented copies; open the export itself, or say that "
                "copies shall be taken in",
                shown,
            )
        for problem in self.label_problems()[:1]:
            said = problem.file, problem.line, problem.reason
            first = Message("{0}, line {1}: {2}", *said) if problem.line else Message("{0}: {1}", *said[::2])
            return DatasetError("no picture in {0} can be used; {1}", shown, first)
        return DatasetError("the annotations in {0} name no picture; check that they are complete", shown)


def picture_sample(
    root: str, path: str, split: Split | None, class_name: str | None = None
) -> Sample | Skipped:
    """The sample of a picture's file, or why it cannot be one.

    Args:
        root: The dataset's root.
        path: The file, in the root.
        split: The split it belongs to.
        class_name: Its class, where the format says one for the whole picture.
    """
    key = key_of(root, path)
    if not is_utf8(key):
        return Skipped(printable(key), Message("the name is not valid UTF-8; rename it"))
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  (Path objects are too slow here)
    except FileNotFoundError:
        return Skipped(key, Message("there is no such picture"))
    except (OSError, ValueError) as error:
        return Skipped(key, Message("cannot be read: {0}", message_of(error)))
    if not os.path.isfile(path):  # noqa: PTH113
        return Skipped(key, Message("not a regular file but {0}", kind_of_file(mode)))
    if not has_picture_suffix(path):
        return Skipped(key, Message("not a picture by its suffix"))
    missing = missing_decoder(path, os.path.splitext(path)[1].lower())  # noqa: PTH122
    return Sample(key, path, class_name, split) if missing is None else Skipped(key, missing)


def key_of(root: str, path: str) -> str:
    """The key of a file: its NFC POSIX path relative to the root."""
    inner = path[len(root) + 1 :] if path.startswith(root + os.sep) else os.path.relpath(path, root)
    return nfc(inner.replace(os.sep, "/"))


def unnamed_problem(root: Path, known: Container[str], file: str) -> Iterator[LabelProblem]:
    """Pictures below a dataset's root that its annotations do not name, all in one problem.

    Args:
        root: The root.
        known: The keys of those that are named.
        file: The file that does not name them, relative to the root.
    """
    unnamed = [key for path in pictures_in(str(root)) if (key := key_of(str(root), path)) not in known]
    if unnamed:
        reason = counted(
            len(unnamed),
            "1 picture is not named here, and is left out: {1}",
            "{0} pictures are not named here, and are left out; the first is {1}",
            printable(unnamed[0]),
        )
        yield LabelProblem(printable(file), 0, reason)


def pictures_in(folder: str) -> Iterator[str]:
    """Paths of the pictures in a folder and those in it, ordered by their names in NFC.

    Hidden files and what file servers keep beside pictures are passed over; a folder that several links lead
    to is listed once. A folder that cannot be read has none.
    """
    yield from _pictures_in(folder, set())


def _pictures_in(folder: str, seen: set[tuple[int, int]]) -> Iterator[str]:
    try:
        status = os.stat(folder)  # noqa: PTH116
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            items = {nfc_order(item.name): (nfc(item.name), item.path, is_folder(item)) for item in entries}
    except OSError:
        return
    for name, path, inner in map(items.__getitem__, sorted_in_steps(list(items))):
        if name[0] == "." or (inner and is_foreign(name)):
            continue
        if inner:
            yield from _pictures_in(path, seen)
        elif has_picture_suffix(name):
            yield path


def _without_suffix(key: str) -> str:
    return os.path.splitext(key)[0]  # noqa: PTH122
