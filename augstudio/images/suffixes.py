"""By which suffixes picture files of each kind are known; imports nothing that takes time to load."""

from __future__ import annotations

from typing import Final

SUFFIXES: Final = {
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "png": (".png",),
    "webp": (".webp",),
    "tiff": (".tif", ".tiff"),
    "bmp": (".bmp",),
    "ppm": (".ppm", ".pgm"),
    "gif": (".gif",),
    "avif": (".avif",),
    "jpeg2000": (".jp2", ".j2k", ".jpx", ".jpf", ".jpc", ".j2c"),
    "heif": (".heic", ".heif", ".hif"),
    "jxl": (".jxl",),
}
"""File suffixes of every kind that is read, in lower case, the usual one first."""

ALL_SUFFIXES: Final = tuple(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
"""Suffixes of all kinds that are read, in lower case."""

IMAGE_SUFFIXES: Final = frozenset(ALL_SUFFIXES)
"""Suffixes, in lower case, by which folders are searched for pictures."""
