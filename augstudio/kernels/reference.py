"""The contents of the files that a pipeline uses, read once per process and checked against their hashes."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from augstudio.assets import asset
from augstudio.core.image import Image, is_grey
from augstudio.core.parameters import Files
from augstudio.core.reference import SHIPPED, Reference, read_file
from augstudio.errors import ImageError, PipelineError, message_of
from augstudio.images.codec import decode
from augstudio.kernels.alpha.counting import nothing_visible
from augstudio.kernels.alpha.hidden import visible_box, without_hidden
from augstudio.kernels.alpha.weighing import opaque
from augstudio.kernels.region import cropped
from augstudio.kernels.sampling.pyramid import shrink

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
            "{0} does not come with this program; choose another file in the step", reference.path
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
            "the file {0} is no longer the one that was chosen; put that one back, or choose "
            "this one again in the step",
            file,
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

    What surrounds all that is visible is cut off; other hidden pixels have its mean colour. It is read
    once and kept; do not write into it.

    Raises:
        PipelineError: The file cannot be used, is no picture, or shows nothing.
    """
    return _pictures(reference)[0]


def reference_with_alpha(reference: Reference) -> Image:
    """The same with its alpha, where it has transparency: ``(H, W, 3)`` or ``(H, W, 4)``.

    Raises:
        PipelineError: As :func:`reference_picture`.
    """
    return _pictures(reference)[1]


@lru_cache(maxsize=32)
def _pictures(reference: Reference) -> tuple[Image, Image]:
    try:
        image = decode(read_reference(reference)).image
        if nothing_visible(image):
            raise ImageError("it is wholly transparent; choose another file in the step")
    except ImageError as error:
        raise PipelineError(
            "the picture {0} cannot be used: {1}", reference_file(reference), message_of(error)
        ) from None
    if is_grey(image):
        image = np.concatenate([image[:, :, :1]] * 3 + [image[:, :, 1:]], axis=2)
    height, width = image.shape[:2]
    share = min(1.0, MAX_PICTURE_SIDE / max(width, height))
    picture = shrink(image, (max(1, round(width * share)), max(1, round(height * share))))
    if opaque(picture):
        picture = picture[:, :, :3]
    elif not nothing_visible(picture):
        picture = cropped(picture, visible_box(picture))
        filled = without_hidden(picture)
        picture = picture if filled is None else filled
    whole, colours = (np.array(part, order="C") for part in (picture, picture[:, :, :3]))
    for part in (whole, colours):
        part.setflags(write=False)
    return colours, whole
