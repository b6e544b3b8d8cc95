"""Datasets that are a folder of pictures, with or without a folder for each class and split."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from augstudio.core.cached import cached_property
from augstudio.core.sorting import sorted_in_steps
from augstudio.core.text import printable
from augstudio.datasets import recognising
from augstudio.datasets.base import DatasetReference, LinkListener, Sample, Skipped, ignore
from augstudio.datasets.entries import is_file, is_folder, is_utf8
from augstudio.datasets.files import PictureFiles, Unlabelled
from augstudio.datasets.labelled import FoundLabels, find_labels
from augstudio.datasets.layout import Layout, Place, Stated
from augstudio.datasets.left_out import (
    FIRST_OF_FOREIGN,
    Kind,
    LeftOut,
    LeftOutListener,
    copies_among,
    has_picture_suffix,
    is_export_folder,
    is_foreign,
    pictures_below,
)
from augstudio.datasets.packed_pictures import packed_error
from augstudio.datasets.splits import nfc, nfc_order
from augstudio.errors import DatasetError, Message, message_of
from augstudio.images.suffixes import IMAGE_SUFFIXES

_FIRST_OF_OTHERS: Final = FIRST_OF_FOREIGN | {"."}  # in names that need a closer look

NAME: Final = "image-folder"
"""The format's name."""


def _alone(_folder: Path) -> None:
    """No dataset of which a folder is a part."""


def _is_plain(_folder: Path) -> bool:
    return False


class ImageFolder(PictureFiles, Unlabelled):
    """A folder of pictures: ``[split/][class/][...]name.jpg``.

    The first folder below the root, or below a split, names the class; which folders are splits is
    recognised by their names (``train``, ``dev``, ``test_images``, ``images/val``, ...). Hidden files, what
    file servers keep beside pictures, exports of this program and augmented copies beside their originals are
    no part of the dataset, nor are files without a picture's suffix; pictures whose decoder is not installed
    are left out with this reason.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        stated: Stated | None = None,
        *,
        layout: Layout | None = None,
        whole_of: Callable[[Path], Path | None] = _alone,
        is_labelled: Callable[[Path], bool] = _is_plain,
    ) -> None:
        """Check that the folder can be listed; no picture is read yet.

        Args:
            path: The folder.
            stated: What is said about the folders in it; None leaves all to their names.
            layout: What was found out before, to be kept though its folders may change.
            whole_of: Finds the labelled dataset of which a folder is a part, for what is told of labels and
                of folders without pictures; by itself a folder knows no other format.
            is_labelled: Tells whether a folder inside is a labelled dataset, for what is told of labels.

        Raises:
            DatasetError: It is missing, not a folder, or not readable.
        """
        self._given = path
        self._root = Path(path).absolute()
        self._stated = stated or Stated()
        self._layout = layout
        self._whole_of, self._is_labelled = whole_of, is_labelled
        try:
            os.scandir(self._root).close()
        except FileNotFoundError:
            raise DatasetError(
                "there is no folder {0}; check the spelling, or create it", printable(str(path))
            ) from None
        except NotADirectoryError:
            packed = packed_error(self._root, printable(str(path)))
            raise packed or DatasetError(
                "{0} is not a folder; name the folder that holds the pictures", printable(str(path))
            ) from None
        except (OSError, ValueError) as error:
            raise DatasetError(
                "the folder {0} cannot be read: {1}", printable(str(path)), message_of(error)
            ) from None

    @property
    def root(self) -> Path:
        """The folder it lives in, absolute."""
        return self._root

    @property
    def reference(self) -> DatasetReference:
        """What opens it again with the layout that it has now."""
        return DatasetReference(self._root, NAME, self._stated, self.layout)

    @cached_property
    def layout(self) -> Layout:
        """What its folders mean, found out when it is first asked for."""
        known = self._layout
        return recognising.layout_of(str(self._root), self._stated) if known is None else known

    @property
    def stated(self) -> Stated:
        """What was said about its folders."""
        return self._stated

    @cached_property
    def assumption(self) -> recognising.Assumption:
        """How its folders are taken, for people."""
        return recognising.assumption(str(self._root), self.layout)

    def check_stated(self) -> None:
        """Refuse what was said about folders and classes that are not there.

        Raises:
            DatasetError: The text names the first one.
        """
        recognising.check_stated(str(self._root), self._stated)

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """The first labels found with its pictures; None if there are none, or if cancelled."""
        found = find_labels(self._root, cancelled)
        if found is None:
            return None
        if not found.example.startswith("../"):
            return replace(found, inner=self._inner_of(found.example))
        return replace(found, whole=str(self._whole_of(self._root) or ""))

    def _inner_of(self, example: str) -> str:
        """The outermost folder above a file of labels that is a dataset of its own; else empty."""
        above = [self._root / path for path in PurePosixPath(example).parents][:-1]
        return next((str(folder) for folder in reversed(above) if self._is_labelled(folder)), "")

    @property
    def has_splits(self) -> bool:
        """Whether some of its folders are splits."""
        return self.layout.is_divided

    def __iter__(self) -> Iterator[Sample]:
        """All pictures, in the order of :meth:`samples`."""
        return (item for item in self.samples() if isinstance(item, Sample))

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """All pictures, and what had to be left out, listed folder by folder while this is consumed.

        The order is that of the keys' parts, compared one by one in NFC; it depends on nothing but the names.
        A folder that several links lead to is listed once.

        Args:
            on_link: Called with every link to a folder, or to nothing yet, before it is followed.
            on_left_out: Called with what is no part of the dataset though it holds pictures.
        """
        walk = _Walk(on_link, on_left_out, any_copy=is_export_folder(str(self._root)))
        stack = [self._listing(str(self._root), (), walk)]
        while stack:
            for found in stack[-1]:
                if isinstance(found, tuple):
                    stack.append(self._listing(*found, walk))
                    break
                yield found
            else:
                stack.pop()

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """The error for a folder whose listing gave no picture, from what had to be left out."""
        shown = printable(str(self._given))
        if any(found.kind in (Kind.COPY, Kind.EXPORT) for found in left_out):
            return DatasetError(
                "the pictures in {0} are augmented copies; open the export itself, or say that "
                "copies shall be taken in",
                shown,
            )
        if skipped is not None:
            first = Message("{0}: {1}", printable(skipped.name), skipped.reason)
            return DatasetError("no picture in {0} can be used; {1}", shown, first)
        whole = self._whole_of(self._root)
        if whole is not None:
            return DatasetError(
                "no images found in {0}; open {1}, of which this is a part", shown, printable(str(whole))
            )
        packed = packed_error(self._root, shown)
        return packed or DatasetError(
            "no images found in {0}; expected a folder with pictures ({1}) or with a sub-folder "
            "of pictures for each class",
            shown,
            ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES)),
        )

    def _listing(
        self, folder: str, parts: tuple[str, ...], walk: _Walk
    ) -> Iterator[Sample | Skipped | tuple[str, tuple[str, ...]]]:
        """One folder's samples; a sub-folder is given as its path and parts where its samples belong."""
        try:
            if not walk.is_new(folder):
                yield Skipped("/".join(parts), Message("a link to a folder that is listed already"))
                return
            with os.scandir(folder) as entries:
                found = list(entries)
            place = self.layout.place(parts)
            if place.left_out or (parts and not self.layout.include_copies and walk.is_export(folder, parts)):
                return
            shown = walk.shown(found, "/".join(parts), include_copies=self.layout.include_copies)
            items = {nfc_order(item.name): item for item in shown}
        except OSError as error:
            yield Skipped("/".join(parts), Message("the folder cannot be read: {0}", message_of(error)))
            return
        from augstudio.images.reading import suffixes_without_decoder

        undecodable = suffixes_without_decoder()
        last, before, fine, usual = None, "".join(f"{part}/" for part in parts), "", "/"
        class_name, split = place.class_name, place.split
        for order in sorted_in_steps(list(items)):
            item = items[order]
            raw = item.name
            if raw.endswith(usual) and raw != last and raw.isascii() and is_file(item):
                last = raw
                yield Sample(before + raw, item.path, class_name, split)
                continue
            name = nfc(raw)
            key = before + name
            if not (raw.isascii() or is_utf8(raw)):
                yield Skipped(printable(key), Message("the name is not valid UTF-8; rename it"))
            elif name == last:
                yield Skipped(key, Message("its name differs from another one only in its Unicode form"))
            elif is_folder(item):
                yield item.path, (*parts, name)
            else:
                # Most have the suffix of the one before, which can be decoded.
                suffix = raw[raw.rfind(".") :]
                if suffix != fine and suffix.lower() not in undecodable:
                    fine = suffix
                    usual = suffix if suffix[0] == "." else usual
                yield _sample(item, key, place, may_be_decoded=suffix == fine)
            last = name


class _Walk:
    """What one listing of a folder's tree has come across."""

    def __init__(self, on_link: LinkListener, on_left_out: LeftOutListener, *, any_copy: bool) -> None:
        self._on_link = on_link
        self._on_left_out = on_left_out
        self._any_copy = any_copy
        self._visited: set[tuple[int, int]] = set()

    def is_new(self, folder: str) -> bool:
        """Whether a folder was not listed yet, through a link."""
        status = os.stat(folder)  # noqa: PTH116  (Path objects are too slow here)
        known = (status.st_dev, status.st_ino) in self._visited
        self._visited.add((status.st_dev, status.st_ino))
        return not known

    def is_export(self, folder: str, parts: tuple[str, ...]) -> bool:
        """Whether a folder is left out because it holds an export of this program."""
        if not is_export_folder(folder):
            return False
        if self._on_left_out is not ignore:
            self._on_left_out(LeftOut(Kind.EXPORT, "/".join(parts), *pictures_below(folder)))
        return True

    def shown(
        self, found: list[os.DirEntry[str]], path: str, *, include_copies: bool
    ) -> Iterator[os.DirEntry[str]]:
        """Those of a folder's entries that are pictures by their suffix, or folders to be listed."""
        copied = (
            frozenset[str]()
            if include_copies
            else copies_among([item.name for item in found], any_stem=self._any_copy)
        )
        usual = "/"  # the suffix of the latest picture
        for item in found:
            name = item.name
            if (
                not copied
                and name.endswith(usual)
                and name[0] not in _FIRST_OF_OTHERS
                and not item.is_symlink()
            ):
                yield item
                continue
            suffix = name[name.rfind(".") :]
            is_picture = suffix == usual or suffix.lower() in IMAGE_SUFFIXES
            if is_picture:
                usual = suffix
            if name[0] == ".":
                self._leave_out(Kind.HIDDEN, "", item)
            elif name in copied:
                self._leave_out(Kind.COPY, f"{path}/{name}" if path else name, item)
            elif is_picture or is_folder(item):
                if name[0] in FIRST_OF_FOREIGN and is_foreign(name) and is_folder(item):
                    self._leave_out(Kind.FOREIGN, name, item)
                    continue
                if item.is_symlink() and not is_file(item):
                    self._on_link(Path(item.path))
                yield item
            elif item.is_symlink() and not is_file(item):
                self._on_link(Path(item.path))
                if "." not in name:  # most likely a folder that is not there now, as of a disk that is away
                    yield item

    def _leave_out(self, kind: Kind, name: str, item: os.DirEntry[str]) -> None:
        if self._on_left_out is ignore or item.is_symlink():
            return
        if is_folder(item):
            self._on_left_out(LeftOut(kind, name, *pictures_below(item.path)))
        elif has_picture_suffix(item.name):
            self._on_left_out(LeftOut(kind, name, 1))


def _sample(item: os.DirEntry[str], key: str, place: Place, *, may_be_decoded: bool) -> Sample | Skipped:
    try:
        if not item.is_file():
            from augstudio.images.reading import kind_of_file

            return Skipped(key, Message("not a regular file but {0}", kind_of_file(item.stat().st_mode)))
    except FileNotFoundError:
        return Skipped(key, Message("a link that leads nowhere"))
    except OSError as error:
        return Skipped(key, Message("cannot be read: {0}", message_of(error)))
    if not may_be_decoded:
        from augstudio.images.reading import missing_decoder

        missing = missing_decoder(item.path, _suffix(item.name))
        if missing is not None:
            return Skipped(key, missing)
    return Sample(key, item.path, place.class_name, place.split)


def _suffix(name: str) -> str:
    """A visible file's suffix, in lower case."""
    return name[name.rfind(".") :].lower()
