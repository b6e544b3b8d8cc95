"""Pictures that were decoded once and are kept for the epochs that follow.

Each picture of a dataset is wanted once in each epoch, in an order without a pattern, so none is worth more
than another: what is kept stays, and where there is no room the rest is decoded each time.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Collection
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import xxhash

from augstudio import __version__
from augstudio.core.image import Image, Size, size_of
from augstudio.core.text import printable
from augstudio.datasets.file_state import FileState
from augstudio.errors import DatasetError, message_of
from augstudio.images.codec import PILLOW_VERSION
from augstudio.images.formats import decoder_versions
from augstudio.images.jpeg import SIMPLEJPEG_VERSION
from augstudio.interop.cache_file import CacheFile, Entry, prepare
from augstudio.kernels.threads import OPENCV_VERSION

DEFAULT_BYTES: Final = 10_000_000_000
"""So large the cache of one dataset and size gets where nothing is said."""
_KEYS_REMEMBERED: Final = 1 << 16
# So many characters of a dataset's path stand in its cache, for people.
_NAMED: Final = 1000


class Picture(NamedTuple):
    """A picture as copies are made of it.

    Attributes:
        image: ``(H, W, C)`` uint8, upright, perhaps reduced; not to be written to.
        size: Width and height of the picture as its labels see it, decoded whole.
        orientation: The EXIF orientation that was applied, 1..8; 1 is upright.
        eighths: At how many eighths of its size it was decoded, 8 where at all of it. A JPEG's last column
            and row, as they lie in the file, then reach beyond the picture, as its blocks do.
    """

    image: Image
    size: Size
    orientation: int
    eighths: int = 8


class PictureCache:
    """Keeps pictures in one file for each dataset and size, shared by all processes that train on it.

    A picture is known by its sample's key and its source's content: a source whose size or time has changed
    is read again, and decoded again where it says something else. It can be sent to another process.
    """

    def __init__(
        self,
        root: Path,
        made: dict[str, Any],
        keys: Collection[str],
        *,
        folder: Path | None = None,
        limit: int = DEFAULT_BYTES,
    ) -> None:
        """Make the file, or go on with it.

        Args:
            root: The dataset's folder, absolute.
            made: How pictures are made, but for the programs that do it.
            keys: Those of all pictures of the dataset.
            folder: Where the file lies; None for the place that the system has for caches.
            limit: How many bytes the file may have.

        Raises:
            DatasetError: It cannot be made there, or the file is another one's.
        """
        place = _default_folder() if folder is None else folder.expanduser().absolute()
        named = {"dataset": str(root)[-_NAMED:], "sha256": hashlib.sha256(os.fsencode(root)).hexdigest()}
        owner = json.dumps(named).encode() + b"\n"
        identity = owner + json.dumps({**made, "versions": _versions(keys)}, sort_keys=True).encode()
        self.path = place / _file_name(root, made)
        self._limit = limit
        self._prepared = identity, owner, len(keys)
        self._opened: tuple[int, CacheFile | None] | None = None
        try:
            prepare(self.path, *self._prepared, limit)
        except OSError as error:
            shown = printable(str(self.path))
            raise DatasetError(
                "the cache {0} cannot be written: {1}; name another folder for it", shown, message_of(error)
            ) from None

    def __getstate__(self) -> dict[str, Any]:
        """All but the open file."""
        return {**self.__dict__, "_opened": None}

    @property
    def file(self) -> CacheFile | None:
        """The file as this process has it open; a forked one opens its own.

        Where it was deleted since it was made, or begun anew by another program, it is made once more; None
        where that cannot be done, and nothing is kept.
        """
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = os.getpid(), self._opened_file()
        return self._opened[1]

    def _opened_file(self) -> CacheFile | None:
        try:
            # Whatever its size has become: another dataset object may allow more.
            prepare(self.path, *self._prepared, sys.maxsize)
            return CacheFile(self.path, self._limit)
        except (OSError, DatasetError):  # which costs no training run that has begun
            return None

    def get(
        self, key: str, state: FileState, read: Callable[[], bytes], make: Callable[[bytes], Picture]
    ) -> Picture:
        """A picture, from the file or made.

        Args:
            key: Its sample's key.
            state: Of its source, found out before it is read.
            read: Gives the source's bytes.
            make: Makes the picture of them, the same one of the same bytes.
        """
        file, digest = self.file, _digest(key)
        if file is None:
            return make(read())
        entry = file.entry(digest)
        image = None if entry is None else file.image(entry)
        if entry and image is not None and (entry.file_size, entry.modified) == (state.size, state.modified):
            return _picture(entry, image)
        data = read()
        content = xxhash.xxh3_128_digest(data)
        if entry and image is not None and entry.content == content:
            file.restate(entry._replace(file_size=state.size, modified=state.modified))
            return _picture(entry, image)
        made = make(data)
        file.keep(_entry(digest, content, state, made), made.image)
        return made


def _picture(entry: Entry, image: Image) -> Picture:
    return Picture(image, (entry.full_width, entry.full_height), entry.orientation, entry.eighths)


def _entry(key: bytes, content: bytes, state: FileState, made: Picture) -> Entry:
    width, height = size_of(made.image)
    channels = made.image.shape[2]
    read = made.orientation, made.eighths
    return Entry(key, content, state.size, state.modified, 0, 0, width, height, *made.size, channels, *read)


@lru_cache(_KEYS_REMEMBERED)
def _digest(key: str) -> bytes:
    return bytes(xxhash.xxh3_128_digest(key.encode()))


def _versions(keys: Collection[str]) -> dict[str, str]:
    """What pictures are decoded and reduced with."""
    return {
        **decoder_versions({key[key.rfind(".") :].lower() for key in keys}),
        "augstudio": __version__,
        "opencv": OPENCV_VERSION,
        "pillow": PILLOW_VERSION,
        "simplejpeg": SIMPLEJPEG_VERSION,
    }


def _file_name(root: Path, made: dict[str, Any]) -> str:
    """One for each dataset and size, that tells people whose it is."""
    told = json.dumps([str(root), made], sort_keys=True).encode()
    name = re.sub(r"[^\w.-]+", "_", root.name)[:40] or "dataset"
    return f"{name}-{hashlib.sha256(told).hexdigest()[:12]}.pixels"


def _default_folder() -> Path:
    """Where the system wants what can be made again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(base) / "AugStudio" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "AugStudio"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "augstudio"
