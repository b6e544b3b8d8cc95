"""Kinds of picture whose decoders are optional parts of the program, imported when they are needed."""

from __future__ import annotations

import importlib
import io
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any, Final

from PIL import Image as Pillow
from PIL.ImageFile import ImageFile

from augstudio.errors import ImageError, Message
from augstudio.images.jxl import codestream, jxl_header


@dataclass(frozen=True)
class Extra:
    """A decoder that may be missing.

    Attributes:
        name: Name of the optional part, as in ``pip install 'augstudio[heif]'``.
        title: What people call the kind of picture.
        package: The package that reads it.
        module: The package's module.
    """

    name: str
    title: str
    package: str
    module: str

    @property
    def missing(self) -> Message | None:
        """Why pictures of this kind cannot be read; None where they can."""
        if is_there(self.module):
            return None
        return Message(
            "{0} is read by {1}, which is not installed; install augstudio[{2}]",
            self.title,
            self.package,
            self.name,
        )

    @property
    def version(self) -> str | None:
        """The installed version; None where there is none."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version(self.package)
        except PackageNotFoundError:
            return None

    def imported(self) -> Any:
        """The module.

        Raises:
            ImageError: It is missing, or does not work here.
        """
        if self.missing is not None:
            raise ImageError(self.missing)
        try:
            return importlib.import_module(self.module)
        except ImportError:
            raise ImageError(
                "{0} does not work here; install augstudio[{1}] again", self.package, self.name
            ) from None


# The decoder starts as many threads as there are processors; it gives the same pixels with any number.
_THREADS: Final = -1

HEIF: Final = Extra("heif", "HEIC", "pillow-heif", "pillow_heif")
JXL: Final = Extra("jxl", "JPEG XL", "pillow-jxl-plugin", "pillow_jxl")
EXTRAS: Final = {"heif": HEIF, "jxl": JXL}
"""By the names of the formats that need them."""


@cache
def is_there(module: str) -> bool:
    """Whether a module is installed."""
    return find_spec(module) is not None


def open_heif(data: io.BytesIO) -> ImageFile:
    """The header of a HEIC file; its decoder turns it upright.

    Raises:
        ImageError: The decoder is missing.
    """
    found: ImageFile = HEIF.imported().as_plugin.HeifImageFile(data)
    return found


class JxlFile(ImageFile):
    """A JPEG XL picture of which only the header is read until it is loaded; the decoder turns it upright."""

    format = "JXL"
    format_description = "JPEG XL"

    def _open(self) -> None:
        assert self.fp is not None
        self._codestream = codestream(self.fp.read())
        header = jxl_header(self._codestream)
        self._size, self._mode = header.upright_size, header.mode
        self._header = header
        self._decoder = JXL.imported().Decoder
        self.tile = []

    def load(self) -> Any:
        """Decode the picture."""
        if self._im is None:
            _, about, pixels, profile, *_ = self._decoder(num_threads=_THREADS)(self._codestream)
            if (about.width, about.height, about.mode) != (*self.size, self.mode):
                raise ValueError("the decoder's picture is another one")
            self.im = Pillow.frombytes(self.mode, self.size, pixels).im
            if profile and not self._header.is_srgb:
                self.info["icc_profile"] = profile
        return super().load()
