"""Datasets that are a folder of pictures, with or without a folder for each class and split."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final, TypeAlias

from augstudio.core.image import Image, Size
from augstudio.core.text import printable
from augstudio.datasets.base import Sample, Skipped, Split
from augstudio.errors import DatasetError
from augstudio.images.codec import IMAGE_SUFFIXES
from augstudio.images.reading import kind_of_file, read_image, read_reduced, read_thumbnail

SPLIT_NAMES: Final = {
    "train": Split.TRAIN,
    "training": Split.TRAIN,
    "val": Split.VAL,
    "valid": Split.VAL,
    "validation": Split.VAL,
    "dev": Split.VAL,
    "development": Split.VAL,
    "test": Split.TEST,
    "testing": Split.TEST,
    "eval": Split.TEST,
    "evaluation": Split.TEST,
}
"""Names, in lower case, that make a top-level folder a split."""

SYSTEM_FOLDERS: Final = frozenset(
    (
        "@eadir",
        "#recycle",
        "#snapshot",
        "$recycle.bin",
        "lost+found",
        "system volume information",
        "__macosx",
    )
)
"""Folders, in lower case, in which file servers and systems keep what is theirs: no part of a dataset."""

FOREIGN_SUFFIXES: Final = frozenset((".gif", ".heic", ".heif", ".avif", ".jxl", ".jp2"))
"""Suffixes, in lower case, of pictures that cannot be read; folders say so instead of passing them over."""

_LISTED: Final = IMAGE_SUFFIXES | FOREIGN_SUFFIXES

LinkListener: TypeAlias = Callable[[Path], None]


def _ignore(link: Path) -> None:
    """What listens to links where nobody does."""


class ImageFolder:
    """A folder of pictures: ``[split/][class/][...]name.jpg``.

    The first folder below the root, or below a split, names the class. Top-level folders are splits if two of
    them have names of different splits, if one is called train or training and holds folders, or if none but
    splits holds anything. Hidden files, folders of file servers and systems and files
    without a picture's suffix are no part of the dataset; pictures of kinds that cannot be read are left out
    with this reason.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Check that the folder can be listed; nothing is read yet.

        Raises:
            DatasetError: It is missing, not a folder, or not readable.
        """
        self._root = Path(path).absolute()
        try:
            os.scandir(self._root).close()
        except FileNotFoundError:
            raise DatasetError(
                f"there is no folder {printable(str(path))}; check the spelling, or create it"
            ) from None
        except NotADirectoryError:
            raise DatasetError(
                f"{printable(str(path))} is not a folder; name the folder that holds the pictures"
            ) from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise DatasetError(f"the folder {printable(str(path))} cannot be read: {reason}") from None

    @property
    def root(self) -> Path:
        """The folder it lives in, absolute."""
        return self._root

    @property
    def has_splits(self) -> bool:
        """Whether the top-level folders are splits."""
        return bool(self._splits)

    def __iter__(self) -> Iterator[Sample]:
        """All pictures, in the order of :meth:`samples`."""
        return (item for item in self.samples() if isinstance(item, Sample))

    def samples(self, on_link: LinkListener = _ignore) -> Iterator[Sample | Skipped]:
        """All pictures, and what had to be left out, listed folder by folder while this is consumed.

        The order is that of the keys' parts, compared one by one in NFC; it depends on nothing but the names.
        A folder that several links lead to is listed once.

        Args:
            on_link: Called with every link to a folder, or to nothing yet, before it is followed.
        """
        visited: set[tuple[int, int]] = set()
        stack = [self._listing(str(self._root), (), visited, on_link)]
        while stack:
            found = next(stack[-1], None)
            if found is None:
                stack.pop()
            elif isinstance(found, tuple):
                stack.append(self._listing(*found, visited, on_link))
            else:
                yield found

    def read(self, sample: Sample) -> Image:
        """Decode a sample's picture.

        Raises:
            ImageError: It is damaged, too large or of an unsupported kind.
        """
        return read_image(sample.path)

    def thumbnail(self, sample: Sample, side: int) -> Image:
        """A small version that fits a square of ``side`` pixels.

        Raises:
            ImageError: It cannot be decoded.
        """
        return read_thumbnail(sample.path, side)

    def reduced(self, sample: Sample, side: int) -> tuple[Image, Size] | None:
        """A reduced picture with the size of the full one, where that is much faster than reading it.

        Raises:
            ImageError: It cannot be decoded.
        """
        return read_reduced(sample.path, side)

    @cached_property
    def _splits(self) -> dict[str, Split]:
        """Top-level folders that are splits, by their names in NFC."""
        try:
            with os.scandir(self._root) as entries:
                folders = {
                    _nfc(item.name): item.path for item in entries if not _is_hidden(item) and item.is_dir()
                }
        except OSError:
            return {}
        splits = {name: SPLIT_NAMES[name.lower()] for name in folders if name.lower() in SPLIT_NAMES}
        kinds = set(splits.values())
        others = [place for name, place in folders.items() if name not in splits]
        divided = len(kinds) > 1 or not any(map(_holds, others))
        if kinds == {Split.TRAIN}:  # beside classes, one may be called so, too
            divided |= any(_holds(folders[name], folders_only=True) for name in splits)
        return splits if divided else {}

    def _listing(
        self, folder: str, parts: tuple[str, ...], visited: set[tuple[int, int]], on_link: LinkListener
    ) -> Iterator[Sample | Skipped | tuple[str, tuple[str, ...]]]:
        """One folder's samples; a sub-folder is given as its path and parts where its samples belong."""
        try:
            status = os.stat(folder)  # noqa: PTH116  (Path objects are too slow here)
            if (status.st_dev, status.st_ino) in visited:
                yield Skipped("/".join(parts), "a link to a folder that is listed already")
                return
            visited.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                shown = [item for item in entries if not _is_hidden(item)]
            for item in shown:
                if item.is_symlink() and not _is_file(item):
                    on_link(Path(item.path))
            items = sorted((_nfc(item.name), item.name, item) for item in shown if _wanted(item))
        except OSError as error:
            yield Skipped("/".join(parts), f"the folder cannot be read: {error.strerror or error}")
            return
        last = None
        for name, raw, item in items:
            here = (*parts, name)
            if not _is_utf8(raw):
                yield Skipped(printable("/".join(here)), "the name is not valid UTF-8; rename it")
            elif name == last:
                yield Skipped("/".join(here), "its name differs from another one only in its Unicode form")
            elif _is_folder(item):
                yield item.path, here
            else:
                yield self._sample(item, here)
            last = name

    def _sample(self, item: os.DirEntry[str], parts: tuple[str, ...]) -> Sample | Skipped:
        key = "/".join(parts)
        suffix = _suffix(item)
        if suffix in FOREIGN_SUFFIXES:
            return Skipped(key, f"{suffix[1:]} pictures cannot be read; save it as PNG or JPEG")
        try:
            if not item.is_file():
                return Skipped(key, f"not a regular file but {kind_of_file(item.stat().st_mode)}")
        except FileNotFoundError:
            return Skipped(key, "a link that leads nowhere")
        except OSError as error:
            return Skipped(key, f"cannot be read: {error.strerror or error}")
        split = self._splits.get(parts[0]) if len(parts) > 1 else None
        inner = parts if split is None else parts[1:]
        return Sample(key, Path(item.path), inner[0] if len(inner) > 1 else None, split)


def open_dataset(path: str | os.PathLike[str]) -> ImageFolder:
    """Open a folder that holds at least one picture.

    Raises:
        DatasetError: It cannot be listed, or there is no picture in it.
    """
    dataset = ImageFolder(path)
    if not any(isinstance(found, Sample) for found in dataset.samples()):
        suffixes = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
        raise DatasetError(
            f"no images found in {printable(str(path))}; expected a folder with pictures ({suffixes}) "
            "or with a sub-folder of pictures for each class"
        )
    return dataset


def _nfc(name: str) -> str:
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _is_hidden(item: os.DirEntry[str]) -> bool:
    return item.name[0] == "." or item.name.lower() in SYSTEM_FOLDERS


def _holds(folder: str, *, folders_only: bool = False) -> bool:
    """Whether there is anything in a folder, or any folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        return any(item.is_dir() or not folders_only for item in entries if not _is_hidden(item))
    return False


def _wanted(item: os.DirEntry[str]) -> bool:
    """Whether an entry is a picture by its suffix, or a folder."""
    return _suffix(item) in _LISTED or _is_folder(item)


def _suffix(item: os.DirEntry[str]) -> str:
    return os.path.splitext(item.name)[1].lower()  # noqa: PTH122  (Path objects are too slow here)


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False


def _is_file(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_file()
    except OSError:
        return False


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
