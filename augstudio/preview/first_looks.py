"""What is known of pictures before they are decoded: their sizes, and that some cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeVar

from augstudio.core.image import Size
from augstudio.datasets.base import PictureSource, Sample
from augstudio.datasets.store_pictures import StorePictures
from augstudio.errors import ImageError
from augstudio.images.codec import decoded_placement
from augstudio.images.reading import read_placement
from augstudio.preview.requests import Identity

_Value = TypeVar("_Value")

_MOST: Final = 4096


@dataclass
class FirstLooks:
    """Remembers sizes, and why pictures cannot be read, by the states of their files; thread-safe.

    A reason holds for drafts, which may come many times a second. What is exact is read again, as a drive may
    be there again without any change of a file.
    """

    _found: dict[tuple[Any, ...], Size | ImageError] = field(default_factory=dict)

    def size(self, pictures: PictureSource, sample: Sample, identity: Identity, *, exact: bool) -> Size:
        """Width and height of a sample's picture, from its header where that is a file's.

        Raises:
            ImageError: It cannot be read.
        """
        known = self._found.get((*identity, "size"))
        if isinstance(known, tuple):
            return known
        size = self.unless_failed((*identity, "size"), partial(_size, pictures, sample), again=exact)
        self._keep((*identity, "size"), size)
        return size

    def unless_failed(self, key: tuple[Any, ...], make: Callable[[], _Value], *, again: bool) -> _Value:
        """What a function gives, unless it is known to fail.

        Args:
            key: Names what is made, with the state of its file.
            make: Makes it.
            again: Whether to try again where it has failed.

        Raises:
            ImageError: It fails, or has failed.
        """
        known = self._found.get(key)
        if isinstance(known, ImageError) and not again:
            raise known.with_traceback(None)
        try:
            made = make()
        except ImageError as error:
            self._keep(key, error)
            raise
        if isinstance(known, ImageError):
            self._found.pop(key, None)
        return made

    def _keep(self, key: tuple[Any, ...], found: Size | ImageError) -> None:
        if len(self._found) >= _MOST:
            self._found.clear()  # all of it is soon found out again
        self._found[key] = found


def _size(pictures: PictureSource, sample: Sample) -> Size:
    """Width and height of a sample's picture.

    Raises:
        ImageError: It cannot be read.
    """
    if isinstance(pictures, StorePictures):  # its file here is empty
        return decoded_placement(pictures.read_bytes(sample))[0]
    return read_placement(sample.path)[0]
