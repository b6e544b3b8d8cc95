"""The pixels of JPEGs by libjpeg-turbo itself, which says where a file's data does not add up.

Pillow decodes with the same library and gives the same pixels, but hides what it has to say: only its word
tells of damage in a progressive JPEG or between restart markers, which have no checksums.
"""

from __future__ import annotations

import re
from typing import Final

import simplejpeg

from augstudio.core.image import Image, Size, check_image
from augstudio.errors import ImageError
from augstudio.images.integrity import DAMAGED, jpeg_layout

SIMPLEJPEG_VERSION: Final = str(simplejpeg.__version__)
"""Goes into manifests, because decoders may differ between versions."""

_SPACES: Final = {"L": "GRAY", "RGB": "RGB"}
# What the library says only where the data of a scan is damaged.
_LOST: Final = re.compile(
    "premature end of data segment|bad Huffman code|found marker|Inconsistent progression"
)
# Bytes that belong to nothing: harmless between notes, and a few at the end, where some cameras fill up.
_LEFT_OVER: Final = re.compile("([0-9]+) extraneous bytes before marker 0x(..)")
_FILLING_BYTES: Final = 16
_RESTARTS: Final = range(0xD0, 0xD8)
_END: Final = 0xD9


def strict_pixels(data: bytes, mode: str, least: Size = (0, 0)) -> Image | None:
    """The pixels of a JPEG as they lie in the file, if the library has no doubts about it.

    Args:
        data: The file.
        mode: Pillow's name for its colours.
        least: Width and height that are enough; the picture is decoded at as many eighths of its size as it
            takes to come to no less. Without, at its full size.

    Returns:
        ``(H, W, C)`` uint8; None where something is unusual that need not concern the pixels, or where the
        colours are of another kind than grey and RGB: other ways must tell.

    Raises:
        ImageError: The data of a scan is damaged.
    """
    if mode not in _SPACES:
        return None
    try:
        if not least[0]:
            return check_image(simplejpeg.decode_jpeg(data, _SPACES[mode], strict=True))
        small = {"min_width": least[0], "min_height": least[1], "min_factor": 1}
        return check_image(simplejpeg.decode_jpeg(data, _SPACES[mode], strict=True, **small))
    except ValueError as error:
        text = str(error)
    if _LOST.search(text) or _has_lost_place(data, text):
        raise ImageError(DAMAGED)
    return None


def _has_lost_place(data: bytes, text: str) -> bool:
    """Whether the library found data left over behind a part of a scan, so that it lost its place in it."""
    left_over = _LEFT_OVER.search(text)
    if left_over is None:
        return False
    count, marker = int(left_over[1]), int(left_over[2], 16)
    if marker == _END and count <= _FILLING_BYTES:
        return False
    # What a single scan leaves over behind its end is judged by what it is; see check_used.
    return marker in _RESTARTS or not jpeg_layout(data).single_scan
