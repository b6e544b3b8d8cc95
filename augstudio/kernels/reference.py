"""The contents of the files that a pipeline uses, read once per process and checked against their hashes."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from augstudio.assets import asset
from augstudio.core.image import Image
from augstudio.core.parameters import Files
from augstudio.core.reference import SHIPPED, Reference, read_file
from augstudio.errors import ImageError, PipelineError
from augstudio.images.codec import decode

MAX_PICTURE_SIDE: Final = 1024
"""Longest side, in pixels, at which a reference picture is used; larger ones are reduced."""


def reference_file(reference: Reference) -> Path:
    """Where the file lies on this machine.

    Raises:
        PipelineError: It is named as a shipped one that does not exist.
    """
    if not reference.shipped:
        return Path(reference.path)
    place = reference.path.removeprefix(SHIPPED)
    root = asset().resolve()
    file = (root / place).resolve()
    if not file.is_relative_to(root):
        raise PipelineError(
            f"{reference.path} does not come with this program; choose another file in the step"
        )
    return file


def shipped_references(files: Files) -> tuple[Reference, ...]:
    """What comes with the program for a declared field, by name; not pinned yet."""
    if not files.shipped:
        return ()
    names = sorted(file.name for file in asset(files.shipped).glob("*") if file.suffix in files.suffixes)
    return tuple(Reference(f"{SHIPPED}{files.shipped}/{name}") for name in names)


def read_reference(reference: Reference) -> bytes:
    """The file's contents, if they still are what was chosen.

    Raises:
        PipelineError: It is missing, cannot be read, or was changed.
    """
    file = reference_file(reference)
    data = read_file(file)
    if reference.sha256 and hashlib.sha256(data).hexdigest() != reference.sha256:
        raise PipelineError(
            f"the file {file} is no longer the one that was chosen; put that one back, or choose this one "
            "again in the step"
        )
    return data


def pinned(reference: Reference) -> Reference:
    """The reference with the hash of its file, where it had none.

    Raises:
        PipelineError: The file cannot be read.
    """
    if reference.sha256:
        return reference
    data = read_file(reference_file(reference))
    return Reference(reference.path, hashlib.sha256(data).hexdigest())


def reference_picture(reference: Reference) -> Image:
    """The picture in the file: ``(H, W, 3)`` uint8 RGB, upright, at most :data:`MAX_PICTURE_SIDE` on a side.

    It is read once and kept; do not write into it.

    Raises:
        PipelineError: The file cannot be used, or is no picture.
    """
    return _picture(reference)


@lru_cache(maxsize=32)
def _picture(reference: Reference) -> Image:
    try:
        image = decode(read_reference(reference)).image
    except ImageError as error:
        raise PipelineError(f"the picture {reference_file(reference)} cannot be used: {error}") from None
    if image.shape[2] == 2:
        image = image[:, :, :1]
    decoded = np.repeat(image, 3, axis=2) if image.shape[2] == 1 else image[:, :, :3]
    height, width = decoded.shape[:2]
    share = min(1.0, MAX_PICTURE_SIDE / max(width, height))
    if share < 1:
        size = (max(1, round(width * share)), max(1, round(height * share)))
        decoded = np.asarray(cv2.resize(decoded, size, interpolation=cv2.INTER_AREA), np.uint8)
    picture = np.array(decoded, order="C")
    picture.setflags(write=False)
    return picture
